"""What every record is made of: frozen values, ids from content, spans of a text, problems."""

import hashlib
import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Record(BaseModel):
    """A frozen value; two records with equal fields are equal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy, with some fields changed; an id that was already worked out does not come along."""
        copied = super().model_copy(update=update, deep=deep)
        copied.__dict__.pop("id", None)
        return copied


def content_id(kind: str, *parts: object) -> str:
    """An id made of what defines the thing: `kind` and 16 hex digits of SHA-256 over a JSON list."""
    body = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=str)
    return f"{kind}-{hashlib.sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


class Span(Record):
    """The characters `[start, end)` of a text, in code points (W3C TextPositionSelector)."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"a span ends before it begins: {self.start} to {self.end}")
        return self

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]


Spans = tuple[Span, ...]


class Severity(StrEnum):
    """Whether a problem cost the whole input or only a part of it."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Record):
    """Something wrong with an input, told beside the results that are good."""

    what: str
    """What happened, as a sentence without its full stop."""
    where: str = ""
    """The file or document."""
    hint: str = ""
    """What to do about it."""
    span: Span | None = None
    severity: Severity = Severity.WARNING

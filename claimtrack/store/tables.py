"""The tables, and how a record becomes a row and a row a record again.

A SQLModel table class does not validate, so rows are not records: each row is made of a record
by `of` and gives it back, validated, by `record`.

capture, statement and judgement hold facts; rows are only ever added, and triggers refuse
anything else. derived holds what can be rebuilt at any time.
"""

from typing import Any

from sqlalchemy import JSON, Column, LargeBinary, Text
from sqlmodel import Field, SQLModel

from claimtrack.models import Capture, Judgement, Record, Statement


def _json() -> Any:  # noqa: ANN401 what SQLModel's Field is declared to give
    return Field(sa_column=Column(JSON, nullable=False))


def _text() -> Any:  # noqa: ANN401
    return Field(sa_column=Column(Text, nullable=False))


class CaptureRow(SQLModel, table=True):
    """A captured article, with the bytes it was read from."""

    __tablename__ = "capture"

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True, max_length=40)
    digest: str = Field(max_length=64)
    original: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    name: str = _text()
    text: str = _text()
    outlet: str | None = Field(default=None, sa_column=Column(Text))
    date: str | None = Field(default=None, max_length=10)
    captured_at: str | None = Field(default=None, max_length=40)
    """ISO 8601 with its offset, as given."""
    url: str | None = Field(default=None, sa_column=Column(Text))
    media_type: str = Field(max_length=40)
    layout: dict[str, Any] = _json()
    """Title, headings and dateline as spans."""

    @classmethod
    def of(cls, capture: Capture, original: bytes) -> "CaptureRow":
        """The row of a record."""
        fields = capture.model_dump(mode="json")
        layout = {name: fields.pop(name) for name in ("title", "headings", "dateline")}
        return cls(id=capture.id, original=original, layout=layout, **fields)

    def record(self) -> Capture:
        """The record of a row."""
        fields = self.model_dump(exclude={"seq", "id", "original", "layout"})
        return Capture.model_validate(fields | self.layout)


class StatementRow(SQLModel, table=True):
    """A statement as it was parsed."""

    __tablename__ = "statement"

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True, max_length=40)
    capture_id: str = Field(foreign_key="capture.id", index=True, max_length=40)
    source: list[dict[str, int]] = _json()
    cue: list[dict[str, int]] = _json()
    content: list[dict[str, int]] = _json()
    quote_type: str = Field(max_length=10)
    kind: str = Field(max_length=10)
    stance: str = Field(max_length=10)
    hedge: str = Field(max_length=10)
    polarity: str = Field(max_length=10)
    party: dict[str, Any] = _json()
    in_heading: bool

    @classmethod
    def of(cls, statement: Statement) -> "StatementRow":
        """The row of a record."""
        return cls(id=statement.id, **statement.model_dump(mode="json", exclude={"corrects"}))

    def record(self) -> Statement:
        """The record of a row."""
        return Statement.model_validate(self.model_dump(exclude={"seq", "id"}))


class JudgementRow(SQLModel, table=True):
    """A reviewer's decision; `seq` is the order of decisions, whatever the clock says."""

    __tablename__ = "judgement"

    seq: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True, max_length=40)
    target: str = Field(sa_column=Column(Text, nullable=False, index=True))
    axis: str = Field(max_length=10)
    verdict: str = Field(max_length=20)
    reviewer: str = _text()
    at: str = Field(max_length=40)
    why: str = _text()
    evidence: str = _text()
    undoes: str = Field(max_length=40)
    other: str = _text()
    value: str = _text()
    made_with: str = _text()
    """The group: decisions that one key stroke made."""

    @classmethod
    def of(cls, judgement: Judgement) -> "JudgementRow":
        """The row of a record."""
        fields = judgement.model_dump(mode="json")
        return cls(id=judgement.id, made_with=fields.pop("group"), **fields)

    def record(self) -> Judgement:
        """The record of a row."""
        fields = self.model_dump(exclude={"seq", "id", "made_with"})
        return Judgement.model_validate(fields | {"group": self.made_with})


class DerivedRow(SQLModel, table=True):
    """An event, a claim or a relation, as the last linking left it."""

    __tablename__ = "derived"

    seq: int | None = Field(default=None, primary_key=True)
    kind: str = Field(max_length=10)
    id: str = Field(index=True, max_length=40)
    event_id: str = Field(index=True, max_length=40)
    body: str = _text()

    @classmethod
    def of(cls, kind: str, record: Record, record_id: str, event_id: str) -> "DerivedRow":
        """The row of an event, claim or relation."""
        return cls(kind=kind, id=record_id, event_id=event_id, body=record.model_dump_json())

"""The settings file, validated: a wrong one is told with the file, the key and what is valid there."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StrictBool, StrictStr, ValidationError
from pydantic_core import ErrorDetails

from claimtrack.config import KEYMAPS, DeskSettings, Written
from claimtrack.errors import UsageError
from claimtrack.models import Record

_Words = Annotated[StrictStr, Field(min_length=1)]


class _Review(Record):
    """The table of the desk."""

    theme: _Words | None = None
    keymap: Literal["vi", "plain"] = "vi"
    auto_advance: StrictBool = True
    ascii: StrictBool = False
    mouse: StrictBool = True
    keys: dict[str, _Words] = Field(default_factory=dict)


class _File(Record):
    """Everything that a settings file can say."""

    database: _Words | None = None
    reviewer: _Words | None = None
    review: _Review = _Review()


def parsed(path: Path, written: str) -> Written:
    """What the text of a settings file says; raises `UsageError` for what can't be used."""
    try:
        found = _File.model_validate(tomllib.loads(written))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {error}", 'Write lines such as reviewer = "ana".') from None
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{path}: {key} {_wrong(first)}", _valid(first)) from None
    named = frozenset(found.review.model_fields_set)
    return Written(found.database, found.reviewer, DeskSettings(**found.review.model_dump()), named)


def _wrong(error: ErrorDetails) -> str:
    """What is wrong with a key, as the end of a sentence."""
    return "is no setting" if error["type"] == "extra_forbidden" else f"can't be {error['input']!r}"


def _valid(error: ErrorDetails) -> str:
    """What could stand there instead."""
    if error["type"] == "extra_forbidden":
        inside = error["loc"][:-1] == ("review",)
        return f"Valid here: {', '.join((_Review if inside else _File).model_fields)}."
    valid = {
        "literal_error": f"One of: {', '.join(KEYMAPS)}.",
        "bool_type": "Write true or false.",
        "string_type": "Write it in quotation marks.",
        "string_too_short": "Leave it out, or give it a value.",
    }
    return valid.get(error["type"], "Write a table, for example [review].")

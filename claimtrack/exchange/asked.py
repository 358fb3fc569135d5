"""The lines that other programs send, as they are read: types are not guessed, and every error names its field."""

import datetime
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    Strict,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

MOST_CHARACTERS = 5_000_000


def _text(value: object) -> str:
    """Any string, lone surrogates too, which pydantic's own type refuses."""
    if not isinstance(value, str):
        raise PydanticCustomError("text", "Input should be a string")
    if len(value) > MOST_CHARACTERS:
        raise PydanticCustomError("text", "Input is longer than 5000000 characters")
    return value


Text = Annotated[str, PlainValidator(_text)]


def _a_day(day: object) -> object:
    """A month stands for its middle, and so does a year; a time of day is left out."""
    if not isinstance(day, str):
        return day
    middle = {len("2023"): "-07-01", len("2023-03"): "-15"}.get(len(day), "")
    return (day + middle)[: len("2023-03-14")] or None


Day = Annotated[Annotated[datetime.date, Strict(False)] | None, BeforeValidator(_a_day)]


class Asked(BaseModel):
    """What every line is read as: types are not guessed, and fields of no meaning are passed over."""

    model_config = ConfigDict(strict=True)


class Document(Asked):
    """A line for `parse`."""

    text: Text
    date: Day = None


class Article(Asked):
    """A line for `link`."""

    doc_id: str | int
    text: Text
    date: Day = None
    outlet: str | None = None
    title: str | None = None


class Context(Asked):
    """The article that a side of a pair stands in."""

    headline: Text = ""
    lead: Text = ""
    date: Day = None


class Side(Asked):
    """One side of a pair for `compare`."""

    text: Text
    party: str | None = None
    date: Day = None
    context: Context = Context()


class Pair(Asked):
    """A line for `compare`."""

    a: Side
    b: Side


class MentionIn(Asked):
    """A line for `resolve`."""

    text: Text
    start: Annotated[int, Field(ge=0)]
    end: int
    date: Day = None

    @model_validator(mode="after")
    def _lies_in_text(self) -> Self:
        if not self.start < self.end <= len(self.text):
            size = len(self.text)
            raise PydanticCustomError("span", f"start to end is no part of a text of {size} characters")
        return self


class TwoMentions(Asked):
    """A line for `same`."""

    a: MentionIn
    b: MentionIn


def no_constant(name: str) -> None:
    """Refuse what JSON has no number for, though Python reads it: NaN, Infinity."""
    raise ValueError(f"{name} is no number")


def what_is_wrong(error: ErrorDetails) -> str:
    """For example "a.text: Field required"."""
    where = ".".join(map(str, error["loc"]))
    return f"{where}: {error['msg']}" if where else error["msg"]

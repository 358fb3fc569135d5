"""The machine interfaces: JSON Lines in, JSON Lines out, one line for each line, nothing kept.

A line that can't be used gives a line with "error", so that output lines always pair with input
lines. docs/machine.md describes the fields.
"""

import datetime
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Annotated, Any, NamedTuple, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    Strict,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from claimtrack import attribution, claims, conflicts, parties, pipeline
from claimtrack.ingest.layout import layout
from claimtrack.language.words import STOPWORDS
from claimtrack.models import Capture, Party, Reason, Span, Spans, Statement

Answer = Callable[[dict[str, Any]], dict[str, Any]]
MOST_CHARACTERS = 5_000_000
_HEAD = 200
"""Characters at the beginning of a text in which its title stands, if it brings it."""
MOST_COMPARED = 5_000
"""Characters of a side of a pair that are read."""
_MOST_STATEMENTS, _FEWEST_WORDS = 3, 6
_TELLING = ("unrelated", "compatible", "corroborates", "qualifies", "contradicts")
"""What two sides that say several things are told to be: the last of these that fits any two of their statements."""


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


def answers(lines: Iterable[str], answer: Answer) -> Iterator[str]:
    """Answer each line as it comes."""
    for line in lines:
        if line.strip():
            yield json.dumps(_answered(line, answer))


def _answered(line: str, answer: Answer) -> dict[str, Any]:
    try:
        asked = json.loads(line, parse_constant=_no_constant)
    except ValueError as error:
        return {"error": f"not JSON: {error}"}
    if not isinstance(asked, dict):
        return {"error": "not a JSON object"}
    key = next((k for k in ("doc_id", "id") if k in asked), None)
    named = {key: asked[key]} if key else {}
    try:
        return named | answer(asked)
    except ValidationError as error:
        return named | {"error": "; ".join(map(_told, error.errors()))}


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _told(error: ErrorDetails) -> str:
    """For example "a.text: Field required"."""
    where = ".".join(map(str, error["loc"]))
    return f"{where}: {error['msg']}" if where else error["msg"]


def parse(asked: dict[str, Any]) -> dict[str, Any]:
    """{"doc_id", "text", "date"?}: every attribution, with offsets into the text."""
    document = Document.model_validate(asked)
    capture = captured(document.text, document.date)
    parsed = attribution.parse(capture)
    return {"attributions": [_attribution(s, capture.text) for s in parsed.statements]} | (
        {"problems": [p.what for p in parsed.problems]} if parsed.problems else {}
    )


def compare(asked: dict[str, Any]) -> dict[str, Any]:
    """{"id", "a": {"text", "party"?, "date"?}, "b": {...}}: how the two stand to each other."""
    pair = Pair.model_validate(asked)
    empty = [f"{name}.text is empty" for name, side in (("a", pair.a), ("b", pair.b)) if not side.text.strip()]
    if empty:
        return {"same_event": False, "relation": "unrelated", "type": "none", "reasons": [], "problems": empty}
    problems = [f"{name}.{told}" for name, side in (("a", pair.a), ("b", pair.b)) for told in _doubts(side)]
    found, a, b = max(
        ((conflicts.compare(a, b), a, b) for a, b in product(_utterances(pair.a), _utterances(pair.b))),
        key=lambda each: _TELLING.index(each[0].relation),
    )
    reasons = _reasons((r for finding in found.findings for r in finding.reasons), a.capture, b.capture)
    told = {"same_event": found.same_event, "relation": found.relation, "type": found.type, "reasons": reasons}
    return told | ({"problems": problems} if problems else {})


def _doubts(side: Side) -> list[str]:
    """What may keep a side from being read well."""
    doubts = []
    if len(side.text) > MOST_COMPARED:
        doubts.append(f"text is longer than {MOST_COMPARED} characters; what goes beyond is not read")
    words = side.text[:MOST_COMPARED].split()
    if len(words) >= _FEWEST_WORDS and not any(word.lower() in STOPWORDS for word in words):
        doubts.append("text does not look like English, which alone is read")
    return doubts


def resolve(asked: dict[str, Any]) -> dict[str, Any]:
    """{"id", "text", "start", "end", "date"?}: the party that the mention stands for."""
    party, _ = _resolved(MentionIn.model_validate(asked))
    return {"party": party.name, "side": _side(party), "kind": party.kind.value}


def same(asked: dict[str, Any]) -> dict[str, Any]:
    """{"id", "a": {"text", "start", "end", "date"?}, "b": {...}}: whether the mentions are one party, and one side."""
    two = TwoMentions.model_validate(asked)
    (a, day_a), (b, day_b) = _resolved(two.a), _resolved(two.b)
    return {"same_party": parties.same(a, b, day_a, day_b), "same_side": bool(a.sides) and set(a.sides) == set(b.sides)}


def _resolved(mention: MentionIn) -> tuple[Party, str]:
    """The party of a mention, and the day that its text speaks of."""
    found = layout(mention.text)
    date = mention.date or found.date
    day = date.isoformat() if date else ""
    around = parties.context(mention.text, found.dateline.of(mention.text) if found.dateline else "", day=day)
    party = parties.resolve(Span(start=mention.start, end=mention.end), around)
    return party, parties.stated_day(mention.text, mention.start) or day


def link(lines: Iterable[str]) -> Iterator[str]:
    """A pile of articles, one a line, to a line for each event and each relation between two statements."""
    read: dict[str, _Read] = {}
    for line in filter(str.strip, lines):
        try:
            asked = Article.model_validate(json.loads(line, parse_constant=_no_constant))
        except ValidationError as error:
            yield json.dumps({"error": "; ".join(map(_told, error.errors()))})
        except ValueError as error:
            yield json.dumps({"error": f"not JSON: {error}"})
        else:
            one = _read(asked)
            read[one.capture.id] = one
    yield from map(json.dumps, _linked(read))


class _Read(NamedTuple):
    """An article as it is read: under its title, if the text does not bring it."""

    capture: Capture
    before: int
    """Characters that stand before the text as it was given."""


def _read(asked: Article) -> _Read:
    title = " ".join((asked.title or "").split())
    is_new = bool(title) and title not in " ".join(asked.text[: 2 * len(title) + _HEAD].split())
    before = f"{title}\n\n" if is_new else ""
    bare = captured(before + asked.text, asked.date)
    digest = hashlib.sha256(f"{asked.doc_id}\0{bare.digest}".encode()).hexdigest()  # two may have one text
    known = {"digest": digest, "name": str(asked.doc_id), "outlet": asked.outlet or bare.outlet}
    named = {"title": Span(start=0, end=len(title))} if is_new else {}
    return _Read(bare.model_copy(update=known | named), len(before))


def _linked(read: dict[str, _Read]) -> Iterator[dict[str, Any]]:
    captures = {one.capture.id: one.capture for one in read.values()}
    found = {
        s.id: s for one in read.values() for s in attribution.parse(one.capture).statements if s.start >= one.before
    }
    linked = pipeline.linked_from(captures.values(), found.values())
    for event in linked.events:
        told = [found[s] for s in event.statement_ids]
        yield {
            "event": event.id,
            "name": event.name,
            "date": event.happened.first.isoformat() if event.happened else None,
            "statements": [_end(s, read) | _speaker(s) for s in told],
            "origins": len(pipeline.origins_of(told, captures)),
        }
    by_id = {claim.id: [found[s] for s in claim.statement_ids] for claim in linked.claims}
    for relation in linked.relations:
        a, b = by_id[relation.a], by_id[relation.b]
        line = {
            "relation": relation.kind.value,
            "type": conflicts.type_of(relation.reasons[0].code),
            "reasons": _reasons(relation.reasons, captures[a[0].capture_id], captures[b[0].capture_id]),
            "event": relation.event_id,
        }
        for one, other in product(a, b):
            yield line | {"a": _end(one, read), "b": _end(other, read)}


def _end(statement: Statement, read: dict[str, _Read]) -> dict[str, Any]:
    capture, before = read[statement.capture_id]
    return {"doc_id": capture.name, "content": [[s.start - before, s.end - before] for s in statement.content]}


def _speaker(statement: Statement) -> dict[str, Any]:
    return {"party": statement.party.name, "side": _side(statement.party), "stance": statement.stance.value}


def _reasons(found: Iterable[Reason], a: Capture, b: Capture) -> list[dict[str, str]]:
    return [{"code": r.code.value, "a": r.a.of(a.text), "b": r.b.of(b.text)} for r in found]


def captured(text: str, date: datetime.date | None = None) -> Capture:
    """A capture of a bare text, so that it goes the way of every article."""
    found = layout(text)
    return Capture(
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        name="text",
        text=text,
        title=found.title,
        headings=found.headings,
        dateline=found.dateline,
        date=date or found.date,
        outlet=found.outlet,
    )


def _attribution(statement: Statement, text: str) -> dict[str, Any]:
    return {
        "source": _pairs(statement.source),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "quote_type": statement.quote_type.value,
        "kind": statement.kind.value,
        "stance": statement.stance.value,
        "hedge": statement.hedge.value,
        "polarity": statement.polarity.value,
        "proposition": claims.proposition(statement, text),
        "party": statement.party.name,
        "side": _side(statement.party),
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _side(party: Party) -> str | list[str]:
    return list(party.sides) if len(party.sides) > 1 else party.side


def _utterances(side: Side) -> list[claims.Utterance]:
    """The statements of the main one's party, the main one first; all of the text, if nothing is attributed."""
    told = side.text[:MOST_COMPARED]
    before = "".join(f"{part.strip()}\n\n" for part in (side.context.headline, side.context.lead) if part.strip())
    capture = captured(before + told, side.date or side.context.date)
    if side.context.headline.strip():
        capture = capture.model_copy(update={"title": Span(start=0, end=len(side.context.headline.strip()))})
    found = [s for s in attribution.parse(capture).statements if s.content and s.start >= len(before)]
    bare = Statement(capture_id=capture.id, content=(Span(start=len(before), end=len(capture.text)),))
    ranked = sorted(found, key=lambda s: -sum(c.end - c.start for c in s.content)) or [bare]
    if side.party and ranked[0].party.side == "none":
        party = parties.resolve(Span(start=0, end=len(side.party)), parties.context(side.party))
        ranked[0] = ranked[0].model_copy(update={"party": party})
    return list(claims.utterances(capture, [s for s in ranked if s.party == ranked[0].party][:_MOST_STATEMENTS]))


__all__ = ["MOST_CHARACTERS", "Answer", "answers", "captured", "compare", "link", "parse", "resolve", "same"]

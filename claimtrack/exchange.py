"""The machine interfaces: JSON Lines in, JSON Lines out, one line for each line, nothing kept.

A line that can't be used gives a line with "error", so that output lines always pair with input
lines. docs/machine.md describes the fields.
"""

import datetime
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from claimtrack import attribution, claims, conflicts, parties
from claimtrack.ingest.layout import layout
from claimtrack.models import Capture, Party, Span, Spans, Statement

Answer = Callable[[dict[str, Any]], dict[str, Any]]
MOST_CHARACTERS = 5_000_000


def answers(lines: Iterable[str], answer: Answer) -> Iterator[str]:
    """Answer each line as it comes."""
    for line in lines:
        if line.strip():
            yield json.dumps(_answered(line, answer))


def _answered(line: str, answer: Answer) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except ValueError as error:
        return {"error": f"not JSON: {error}"}
    if not isinstance(asked, dict):
        return {"error": "not a JSON object"}
    key = next((k for k in ("doc_id", "id") if k in asked), None)
    named = {key: asked[key]} if key else {}
    try:
        return named | answer(asked)
    except (KeyError, TypeError, ValueError) as error:
        return named | {"error": f"{type(error).__name__}: {error}"}


def parse(asked: dict[str, Any]) -> dict[str, Any]:
    """{"doc_id", "text"}: every attribution, with offsets into the text."""
    capture = captured(_text(asked, "text"))
    parsed = attribution.parse(capture)
    return {"attributions": [_attribution(s) for s in parsed.statements]} | (
        {"problems": [p.what for p in parsed.problems]} if parsed.problems else {}
    )


def compare(asked: dict[str, Any]) -> dict[str, Any]:
    """{"id", "a": {"text", "party"?, "date"?}, "b": {...}}: how the two stand to each other."""
    a, b = _utterance(asked["a"]), _utterance(asked["b"])
    found = conflicts.compare(a, b)
    reasons = [
        {"code": reason.code.value, "a": reason.a.of(a.capture.text), "b": reason.b.of(b.capture.text)}
        for finding in found.findings
        for reason in finding.reasons
    ]
    return {"same_event": found.same_event, "relation": found.relation, "type": found.type, "reasons": reasons}


def resolve(asked: dict[str, Any]) -> dict[str, Any]:
    """{"id", "text", "start", "end"}: the party that the mention stands for."""
    text = _text(asked, "text")
    span = Span(start=asked["start"], end=min(asked["end"], len(text)))
    where = layout(text).dateline
    party = parties.resolve(span, parties.context(text, where.of(text) if where else ""))
    return {"party": party.name, "side": _side(party), "kind": party.kind.value}


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


def _text(asked: dict[str, Any], field: str) -> str:
    text = asked[field]
    if not isinstance(text, str):
        raise TypeError(f"{field} is not a string")
    if len(text) > MOST_CHARACTERS:
        raise ValueError(f"{field} is longer than {MOST_CHARACTERS} characters")
    return text


def _attribution(statement: Statement) -> dict[str, Any]:
    return {
        "source": _pairs(statement.source),
        "cue": _pairs(statement.cue),
        "content": _pairs(statement.content),
        "quote_type": statement.quote_type.value,
        "kind": statement.kind.value,
        "stance": statement.stance.value,
        "hedge": statement.hedge.value,
        "polarity": statement.polarity.value,
        "party": statement.party.name,
        "side": _side(statement.party),
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _side(party: Party) -> str | list[str]:
    return list(party.sides) if len(party.sides) > 1 else party.side


def _utterance(asked: dict[str, Any]) -> claims.Utterance:
    """The main statement of a sentence; all of it, if nothing in it is attributed."""
    capture = captured(_text(asked, "text"), _date(asked.get("date")))
    found = attribution.parse(capture).statements
    main = max(found, key=lambda s: sum(c.end - c.start for c in s.content), default=None)
    if main is None or not main.content:
        main = Statement(capture_id=capture.id, content=(Span(start=0, end=len(capture.text)),))
    if asked.get("party") and main.party.side == "none":
        mention = str(asked["party"])
        party = parties.resolve(Span(start=0, end=len(mention)), parties.context(mention))
        main = main.model_copy(update={"party": party})
    return next(iter(claims.utterances(capture, [main])))


def _date(day: object) -> datetime.date | None:
    """A date as YYYY-MM-DD or YYYY-MM; anything else is no date."""
    try:
        return datetime.date.fromisoformat(f"{day}-15" if isinstance(day, str) and len(day) == 7 else str(day))
    except ValueError:
        return None


__all__ = ["MOST_CHARACTERS", "Answer", "answers", "captured", "compare", "parse", "resolve"]

"""One line in, one line out: `parse`, `compare`, `resolve` and `same`."""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

from pydantic import ValidationError

from claimtrack import attribution, claims, conflicts, parties
from claimtrack.exchange.asked import Document, MentionIn, Pair, Side, TwoMentions, no_constant, what_is_wrong
from claimtrack.exchange.written import captured, reasons_of, side_of
from claimtrack.ingest.layout import layout
from claimtrack.language.words import looks_foreign
from claimtrack.models import Party, Span, Spans, Statement

Answer = Callable[[dict[str, Any]], dict[str, Any]]
MOST_COMPARED = 5_000
"""Characters of a side of a pair that are read."""
_MOST_STATEMENTS = 3
_TELLING = ("unrelated", "compatible", "corroborates", "qualifies", "contradicts")
"""What two sides that say several things are told to be: the last of these that fits any two of their statements."""


def answers(lines: Iterable[str], answer: Answer) -> Iterator[str]:
    """Answer each line as it comes."""
    for line in lines:
        if line.strip():
            yield json.dumps(_answered(line, answer))


def _answered(line: str, answer: Answer) -> dict[str, Any]:
    try:
        asked = json.loads(line, parse_constant=no_constant)
    except ValueError as error:
        return {"error": f"not JSON: {error}"}
    if not isinstance(asked, dict):
        return {"error": "not a JSON object"}
    key = next((k for k in ("doc_id", "id") if k in asked), None)
    named = {key: asked[key]} if key else {}
    try:
        return named | answer(asked)
    except ValidationError as error:
        return named | {"error": "; ".join(map(what_is_wrong, error.errors()))}


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
    problems = [f"{name}.{doubt}" for name, side in (("a", pair.a), ("b", pair.b)) for doubt in _doubts(side)]
    found, a, b = max(
        ((conflicts.compare(a, b), a, b) for a, b in product(_utterances(pair.a), _utterances(pair.b))),
        key=lambda each: _TELLING.index(each[0].relation),
    )
    reasons = reasons_of((r for finding in found.findings for r in finding.reasons), a.capture, b.capture)
    told = {"same_event": found.same_event, "relation": found.relation, "type": found.type, "reasons": reasons}
    return told | ({"problems": problems} if problems else {})


def _doubts(side: Side) -> list[str]:
    """What may keep a side from being read well."""
    doubts = []
    if len(side.text) > MOST_COMPARED:
        doubts.append(f"text is longer than {MOST_COMPARED} characters; what goes beyond is not read")
    if looks_foreign(side.text[:MOST_COMPARED]):
        doubts.append("text does not look like English, which alone is read")
    return doubts


def resolve(asked: dict[str, Any]) -> dict[str, Any]:
    """{"id", "text", "start", "end", "date"?}: the party that the mention stands for."""
    party, _ = _resolved(MentionIn.model_validate(asked))
    return {"party": party.name, "side": side_of(party), "kind": party.kind.value}


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
        "side": side_of(statement.party),
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


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

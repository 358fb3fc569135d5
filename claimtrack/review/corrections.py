"""What reviewers put right in an extraction: applied when it is read, so that the fact stays as it was."""

import datetime
import re
from collections.abc import Iterable, Sequence

from pydantic import ValidationError

from claimtrack.errors import UsageError
from claimtrack.models import (
    Axis,
    Claim,
    Judgement,
    Linked,
    Party,
    Polarity,
    Reason,
    ReasonCode,
    Relation,
    RelationKind,
    Span,
    Spans,
    Stance,
    Statement,
    Verdict,
)
from claimtrack.review.standing import Standing, live, standing

CORRECTED = (Axis.PARTY, Axis.STANCE, Axis.CONTENT)
"""What can be put right in a statement."""
_RANGE = re.compile(r"(\d+)-(\d+)")
_RANGES = re.compile(r"\s*\d+-\d+(?:\s*,\s*\d+-\d+)*\s*", re.ASCII)
_GAP = re.compile(r"\s*(?:…|\.\.\.)\s*")
_POLARITY = {Stance.ASSERTS: Polarity.TRUE, Stance.CONCEDES: Polarity.TRUE, Stance.DENIES: Polarity.FALSE}


def correction(
    statement: Statement, axis: Axis, value: str, reviewer: str, at: datetime.datetime, *, length: int = 0
) -> Judgement:
    """A judgement that puts one thing right; raises `UsageError` if the value can't be read.

    `value` is a party as JSON, a stance, or ranges of characters ("12-40, 52-60") of a text of `length` characters.
    """
    judgement = Judgement(
        target=statement.id, axis=axis, verdict=Verdict.CORRECTED, reviewer=reviewer, at=at, value=value.strip()
    )
    try:
        fixed = _put_right(statement, judgement)
    except ValidationError:
        raise UsageError(f"“{value}” is no {axis.value}", "Give a party as JSON: name, kind, sides.") from None
    if axis == Axis.CONTENT and not (_RANGES.fullmatch(value) and fixed.content and _end(fixed.content) <= length):
        raise UsageError(f"“{value}” names no characters of the article", f"It has {length}; write 12-40, 52-60.")
    return judgement


def content_ranges(typed: str, text: str, near: int) -> str:
    """Ranges of a text's characters, from ranges or from words as they stand in it, those nearest to a place.

    Words on either side of an ellipsis are pieces of their own; raises `UsageError` for words that are not there.
    """
    if _RANGES.fullmatch(typed):
        return typed.strip()
    spans = [_nearest(piece, text, near) for piece in _GAP.split(typed) if piece.strip()]
    return ", ".join(f"{start}-{end}" for start, end in sorted(spans))


def _nearest(words: str, text: str, near: int) -> tuple[int, int]:
    found = re.finditer(r"\s+".join(map(re.escape, words.split())), text)
    spans = sorted((match.span() for match in found), key=lambda span: abs(span[0] - near))
    if not spans:
        raise UsageError(f"“{words}” does not stand in the article", "Write the words exactly, or characters as 12-40.")
    return spans[0]


def _end(spans: Spans) -> int:
    return max(span.end for span in spans)


def corrected(statements: Iterable[Statement], judgements: Sequence[Judgement]) -> tuple[Statement, ...]:
    """Statements as reviewers put them right; each keeps the id that it was read with."""
    stands = standing([j for j in judgements if j.axis in CORRECTED])
    return tuple(_corrected(statement, stands) for statement in statements)


def _corrected(statement: Statement, stands: Standing) -> Statement:
    for axis in CORRECTED:
        if placed := stands.get((statement.id, axis)):
            statement = _put_right(statement, placed.judgement)
    return statement


def _put_right(statement: Statement, judgement: Judgement) -> Statement:
    update: dict[str, object] = {"corrects": statement.id}
    if judgement.axis == Axis.PARTY:
        update["party"] = Party.model_validate_json(judgement.value)
    elif judgement.axis == Axis.STANCE:
        stance = _stance(judgement.value)
        update |= {"stance": stance, "polarity": _POLARITY.get(stance, Polarity.UNKNOWN)}
    else:
        update["content"] = _spans(judgement.value)
    return statement.model_copy(update=update)


def _stance(value: str) -> Stance:
    if value not in list(Stance):
        raise UsageError(f"“{value}” is no stance", f"One of: {', '.join(Stance)}.")
    return Stance(value)


def _spans(value: str) -> tuple[Span, ...]:
    """The ranges that are written in a value, in order, those that overlap as one."""
    spans: list[Span] = []
    for start, end in sorted((int(start), int(end)) for start, end in _RANGE.findall(value)):
        if spans and start < spans[-1].end:
            spans[-1] = Span(start=spans[-1].start, end=max(end, spans[-1].end))
        elif start < end:
            spans.append(Span(start=start, end=end))
    return tuple(spans)


def with_relations(linked: Linked, statements: Iterable[Statement], judgements: Sequence[Judgement]) -> Linked:
    """What was derived, and the relations that reviewers made between claims of one event.

    The newest about two claims counts, and stands in the place of what was found between them, unless that is the same.
    """
    claims = {s: claim for claim in linked.claims for s in claim.statement_ids}
    contents = {s.id: Span(start=s.start, end=s.end) for s in statements}
    made: dict[frozenset[str], Relation] = {}
    for j in live(judgements):
        if j.axis == Axis.RELATION and j.value and (relation := _relation(j, claims, contents)):
            made[frozenset((relation.a, relation.b))] = relation
    for found in linked.relations:
        pair = frozenset((found.a, found.b))
        if pair in made and made[pair].kind == found.kind:
            del made[pair]
    kept = tuple(r for r in linked.relations if frozenset((r.a, r.b)) not in made)
    return linked.model_copy(update={"relations": (*kept, *made.values())})


def _relation(judgement: Judgement, claims: dict[str, Claim], contents: dict[str, Span]) -> Relation | None:
    """The relation that a reviewer made; None if a rebuild has put the two claims together, or into two events."""
    a, b = claims.get(judgement.target), claims.get(judgement.other)
    if a is None or b is None or a == b or a.event_id != b.event_id:
        return None
    words = Reason(code=ReasonCode.REVIEWER, a=contents[a.statement_ids[0]], b=contents[b.statement_ids[0]])
    kind = RelationKind(judgement.value)
    return Relation(kind=kind, a=a.id, b=b.id, event_id=a.event_id, reasons=(words,), question=judgement.why)

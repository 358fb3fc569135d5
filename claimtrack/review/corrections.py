"""What reviewers put right in an extraction: applied when it is read, so that the fact stays as it was."""

import datetime
import re
from collections.abc import Iterable, Sequence

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
    Stance,
    Statement,
    Verdict,
)
from claimtrack.review.standing import Standing, live, standing

CORRECTED = (Axis.PARTY, Axis.STANCE, Axis.CONTENT)
"""What can be put right in a statement."""
_RANGE = re.compile(r"(\d+)-(\d+)")
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
    fixed = _put_right(statement, judgement)
    if axis == Axis.CONTENT and (fixed.end > length or not fixed.content):
        raise UsageError(f"“{value}” names no characters of the article", f"It has {length}; write 12-40, 52-60.")
    return judgement


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
    """The ranges that are written in a value, in order."""
    found = sorted((int(start), int(end)) for start, end in _RANGE.findall(value))
    return tuple(Span(start=start, end=end) for start, end in found if start < end)


def with_relations(linked: Linked, statements: Iterable[Statement], judgements: Sequence[Judgement]) -> Linked:
    """What was derived, and the relations that reviewers made between claims of one event."""
    claims = {s: claim for claim in linked.claims for s in claim.statement_ids}
    contents = {s.id: Span(start=s.start, end=s.end) for s in statements}
    made = [
        relation
        for j in live(judgements)
        if j.axis == Axis.RELATION and j.verdict == Verdict.RELATED and j.value
        if (relation := _relation(j, claims, contents))
    ]
    known = {frozenset((r.a, r.b)) for r in linked.relations}
    fresh = [relation for relation in made if frozenset((relation.a, relation.b)) not in known]
    return linked.model_copy(update={"relations": (*linked.relations, *fresh)})


def _relation(judgement: Judgement, claims: dict[str, Claim], contents: dict[str, Span]) -> Relation | None:
    a, b = claims.get(judgement.target), claims.get(judgement.other)
    if a is None or b is None or a == b:
        return None
    words = Reason(code=ReasonCode.REVIEWER, a=contents[a.statement_ids[0]], b=contents[b.statement_ids[0]])
    kind = RelationKind(judgement.value)
    return Relation(kind=kind, a=a.id, b=b.id, event_id=a.event_id, reasons=(words,), question=judgement.why)

"""From what is on the desk to judgements: which statement a decision about a card is recorded for."""

import datetime
from collections.abc import Iterable

from claimtrack.display import shortened
from claimtrack.models import Axis, Judgement, RelationKind, Verdict, content_id
from claimtrack.report.model import Answer, Line
from claimtrack.review.cards import Card
from claimtrack.review.standing import Standing, flags
from claimtrack.review.verdicts import AXES, judged

_LONGEST = 60


def decision(
    card: Card,
    answer: Answer,
    verdict: Verdict,
    reviewer: str,
    at: datetime.datetime,
    why: str = "",
    evidence: str = "",
) -> Judgement:
    """A decision about an answer: about its statement if it is on who said it, else about its claim."""
    own = answer.line.statement_id
    target = own if AXES[verdict] == Axis.SAID else card.claims[answer.line.claim_id][0].statement_id
    return judged(target, verdict, reviewer, at, why, evidence)


def on_relation(card: Card, verdict: Verdict, reviewer: str, at: datetime.datetime) -> tuple[Judgement, ...]:
    """That the accounts of a card do conflict (`related`) or not (`unrelated`): a decision for each pair of claims."""
    pairs = [(_first(card, a), _first(card, b)) for a, b in card.meeting.pairs]
    group = content_id("group", *pairs, at.isoformat()) if len(pairs) > 1 else ""
    return tuple(judged(a, verdict, reviewer, at, other=b, group=group) for a, b in pairs)


def on_all(
    targets: Iterable[str], verdict: Verdict, reviewer: str, at: datetime.datetime, why: str = "", evidence: str = ""
) -> tuple[Judgement, ...]:
    """One decision about many statements, undone as one."""
    named = tuple(dict.fromkeys(targets))
    group = content_id("group", *named, at.isoformat())
    return tuple(judged(target, verdict, reviewer, at, why, evidence, group=group) for target in named)


def flagging(
    card: Card, answer: Answer, stands: Standing, reviewer: str, at: datetime.datetime
) -> tuple[Judgement, ...]:
    """A flag on the claim of an answer, or, where one is up, every flag on it taken down."""
    up = flags(stands, (line.statement_id for line in card.claims[answer.line.claim_id]))
    return (
        on_all(up, Verdict.UNFLAGGED, reviewer, at) if up else (decision(card, answer, Verdict.FLAGGED, reviewer, at),)
    )


def linking(a: str, b: str, kind: RelationKind, reviewer: str, at: datetime.datetime, question: str) -> Judgement:
    """That two claims, named by statements of theirs, stand in a relation that was not found."""
    return judged(a, Verdict.RELATED, reviewer, at, question, other=b, value=kind.value)


def others(lines: Iterable[Line], claim_id: str) -> tuple[Line, ...]:
    """The first line of each claim but one: what that one can be related to."""
    first: dict[str, Line] = {}
    for line in lines:
        first.setdefault(line.claim_id, line)
    return tuple(line for other, line in first.items() if other != claim_id)


def related_to(card: Card, claim_id: str) -> tuple[Line, ...]:
    """The first line of each claim that a card relates to one of its claims: what that one can be parted from."""
    met = (other for pair in card.meeting.pairs if claim_id in pair for other in pair if other != claim_id)
    return tuple(card.claims[other][0] for other in dict.fromkeys(met) if other in card.claims)


def parting(card: Card, claim_id: str, other: str, reviewer: str, at: datetime.datetime) -> Judgement:
    """That a claim of a card stands in no relation to another one, named by a statement of it."""
    return judged(_first(card, claim_id), Verdict.UNRELATED, reviewer, at, other=other)


def question_between(a: str, b: str) -> str:
    """A question that two claims answer, where a reviewer who relates them gives none."""
    first, second = (shortened(" ".join(quote.split()), _LONGEST) for quote in (a, b))
    return f"“{first}” or “{second}”?"


def _first(card: Card, claim_id: str) -> str:
    return card.claims[claim_id][0].statement_id

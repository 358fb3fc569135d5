"""All relations among the claims of each event."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby

from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.questions import question
from claimtrack.conflicts.relate import relate
from claimtrack.models import CONFLICTS, Claim, ReasonCode, Relation, RelationKind

_KEPT = CONFLICTS | {RelationKind.CORROBORATES, RelationKind.UPDATES}
"""Repetitions inside one side are no news to a reviewer."""


def relations(claims: Sequence[Claim], found: Sequence[Utterance]) -> tuple[Relation, ...]:
    """Relate every two claims of an event by their first statements, in order, under common questions."""
    by_id = {utterance.statement.id: utterance for utterance in found}
    return tuple(_under_one_question(list(_relations(claims, by_id))))


def _relations(claims: Sequence[Claim], by_id: Mapping[str, Utterance]) -> Iterator[tuple[float, Relation]]:
    """Every relation with its strength."""
    pairs = (pair for _, group in groupby(claims, key=lambda c: c.event_id) for pair in combinations(group, 2))
    for one, other in pairs:
        a, b = by_id[one.statement_ids[0]], by_id[other.statement_ids[0]]
        for finding in relate(a, b):
            if finding.kind in _KEPT:
                made = Relation(
                    kind=finding.kind,
                    a=one.id,
                    b=other.id,
                    event_id=one.event_id,
                    reasons=finding.reasons,
                    question=question(a, b, finding),
                )
                yield finding.strength, made


def _under_one_question(found: Sequence[tuple[float, Relation]]) -> Iterator[Relation]:
    """Relations of one sort that share a claim answer one question: that of the strongest."""
    asked: dict[tuple[RelationKind, ReasonCode, str], int] = {}
    group_of: list[int] = []
    for place, (_, relation) in enumerate(found):
        keys = [(relation.kind, _sort(relation), claim) for claim in (relation.a, relation.b)]
        homes = {asked[key] for key in keys if key in asked}
        home = min(homes, default=place)
        group_of = [home if group in homes else group for group in group_of] + [home]
        asked = {key: home if group in homes else group for key, group in asked.items()} | dict.fromkeys(keys, home)
    for group, (_, relation) in zip(group_of, found, strict=True):
        members = [other for other, home in zip(found, group_of, strict=True) if home == group]
        best = max(members, key=lambda member: (member[0], member[1].id))
        yield relation.model_copy(update={"question": best[1].question})


def _sort(relation: Relation) -> ReasonCode:
    """What a question is about: whether one denies with a word or in the negative makes no other question."""
    code = relation.reasons[0].code
    return ReasonCode.DENIAL if code == ReasonCode.NEGATION else code

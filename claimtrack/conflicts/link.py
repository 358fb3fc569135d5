"""All relations among the claims of each event."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby

from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.questions import question
from claimtrack.conflicts.relate import relate
from claimtrack.models import CONFLICTS, Claim, Relation, RelationKind

_KEPT = CONFLICTS | {RelationKind.CORROBORATES, RelationKind.UPDATES}
"""Repetitions inside one side are no news to a reviewer."""


def relations(claims: Sequence[Claim], found: Sequence[Utterance]) -> tuple[Relation, ...]:
    """Relate every two claims of an event by their first statements, in order."""
    by_id = {utterance.statement.id: utterance for utterance in found}
    return tuple(_relations(claims, by_id))


def _relations(claims: Sequence[Claim], by_id: Mapping[str, Utterance]) -> Iterator[Relation]:
    pairs = (pair for _, group in groupby(claims, key=lambda c: c.event_id) for pair in combinations(group, 2))
    for one, other in pairs:
        a, b = by_id[one.statement_ids[0]], by_id[other.statement_ids[0]]
        for finding in relate(a, b):
            if finding.kind in _KEPT:
                yield Relation(
                    kind=finding.kind,
                    a=one.id,
                    b=other.id,
                    event_id=one.event_id,
                    reasons=finding.reasons,
                    question=question(a, b, finding),
                )

"""All relations among the claims of each event."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby
from typing import NamedTuple

from claimtrack.claims.scene import APART, scene
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.agreement import agreement
from claimtrack.conflicts.finding import Finding, finding, holds, refuses, same_side
from claimtrack.conflicts.matter import same_answer
from claimtrack.conflicts.missing import missed
from claimtrack.conflicts.questions import question
from claimtrack.conflicts.relate import relate
from claimtrack.models import CONFLICTS, Claim, ReasonCode, Relation, RelationKind, Statement

_KEPT = CONFLICTS | {RelationKind.CORROBORATES, RelationKind.UPDATES}
"""Repetitions inside one side are no news to a reviewer."""


def relations(claims: Sequence[Claim], found: Sequence[Utterance]) -> tuple[Relation, ...]:
    """Relate every two claims of an event by their first statements, in order, under common questions."""
    by_id = {utterance.statement.id: utterance for utterance in found}
    return tuple(_under_one_question(list(_relations(claims, by_id))))


def _relations(claims: Sequence[Claim], by_id: Mapping[str, Utterance]) -> Iterator[tuple[float, Relation]]:
    """Every relation with its strength."""
    groups = [list(group) for _, group in groupby(claims, key=lambda c: c.event_id)]
    met = [found for group in groups for found in _met(group, by_id)]
    nearest: dict[str, int] = {}
    for each in filter(_points, met):
        first, last = each.in_order
        nearest[last.id] = max(nearest.get(last.id, 0), first.end)
    for each in met:
        first, last = each.in_order
        if not _points(each):
            yield each.finding.strength, each.relation
        elif first.end == nearest[last.id]:
            yield each.finding.strength, each.relation
            yield from ((other.finding.strength, other.relation) for other in _echoes(each, claims, by_id))
    answered = {claim.id for each in met if each.finding.kind in CONFLICTS for claim in (each.one, each.other)}
    for group in groups:
        yield from ((each.finding.strength, each.relation) for each in _beside(group, by_id, answered))


def _met(group: Sequence[Claim], by_id: Mapping[str, Utterance]) -> Iterator["_Met"]:
    """All that the signals see between two claims of one event."""
    around = scene(by_id[statement] for claim in group for statement in claim.statement_ids)
    for one, other in combinations(group, 2):
        a, b = by_id[one.statement_ids[0]], by_id[other.statement_ids[0]]
        yield from (_Met(one, other, a, b, found) for found in relate(a, b, around) if found.kind in _KEPT)


def _beside(group: Sequence[Claim], by_id: Mapping[str, Utterance], answered: set[str]) -> Iterator["_Met"]:
    """Denials of one event that meet no account, each with the account that it looks like an answer to."""
    of = {by_id[claim.statement_ids[0]]: claim for claim in group}
    for denial, claim in of.items():
        found = None if claim.id in answered else missed(denial, of)
        if found:
            account, finding = found
            yield _Met(of[account], claim, account, denial, finding)


class _Met(NamedTuple):
    one: Claim
    other: Claim
    a: Utterance
    b: Utterance
    finding: Finding

    @property
    def in_order(self) -> tuple[Statement, Statement]:
        first, last = sorted((self.a.statement, self.b.statement), key=lambda s: s.start)
        return first, last

    @property
    def relation(self) -> Relation:
        return Relation(
            kind=self.finding.kind,
            a=self.one.id,
            b=self.other.id,
            event_id=self.one.event_id,
            reasons=self.finding.reasons,
            question=question(self.a, self.b, self.finding),
        )


def _echoes(met: _Met, claims: Sequence[Claim], by_id: Mapping[str, Utterance]) -> Iterator[_Met]:
    """The denied side's other claims that say what the denied one says: they are denied with it."""
    denier, denied = (met.one, met.other) if refuses(met.a) else (met.other, met.one)
    a, b = (by_id[claim.statement_ids[0]] for claim in (denier, denied))
    for claim in claims:
        other = by_id[claim.statement_ids[0]]
        is_other = claim.event_id == met.one.event_id and claim not in {denier, denied}
        if (
            is_other
            and same_side(b, other)
            and holds(other)
            and (same_answer(b, other, APART) or agreement(b, other, APART))
        ):
            found = finding(RelationKind.CONTRADICTS, ReasonCode.DENIAL, a.whole, other.whole, met.finding.strength)
            yield _Met(denier, claim, a, other, found)


def _points(met: _Met) -> bool:
    """Whether a denial only points back ("that account"), which it can do to the nearest account alone."""
    reason = met.finding.reasons[0]
    is_whole = (reason.a, reason.b) == (met.a.whole, met.b.whole)
    return reason.code == ReasonCode.DENIAL and is_whole and met.a.capture.id == met.b.capture.id


def _under_one_question(found: Sequence[tuple[float, Relation]]) -> Iterator[Relation]:
    """Relations of one sort that share a claim, in the same words, answer one question: that of the strongest.

    A long claim may answer two questions, each in words of its own.
    """
    homes = _homes([relation for _, relation in found])
    strongest: dict[int, tuple[float, Relation]] = {}
    for home, met in zip(homes, found, strict=True):
        strongest[home] = max(strongest.get(home, met), met, key=lambda each: (each[0], each[1].id))
    for home, (_, relation) in zip(homes, found, strict=True):
        yield relation.model_copy(update={"question": strongest[home][1].question})


def _homes(found: Sequence[Relation]) -> list[int]:
    """For each relation the place of the first one that has its question (disjoint sets, by sweeping each claim)."""
    parent = list(range(len(found)))

    def home(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    ends: dict[tuple[RelationKind, ReasonCode, str], list[tuple[int, int, int]]] = defaultdict(list)
    for place, relation in enumerate(found):
        reason = relation.reasons[0]
        for claim, words in ((relation.a, reason.a), (relation.b, reason.b)):
            ends[relation.kind, _sort(relation), claim].append((words.start, words.end, place))
    for spans in ends.values():
        last, reach = -1, -1
        for start, end, place in sorted(spans):
            if start < reach:
                one, other = sorted((home(last), home(place)))
                parent[other] = one
            last, reach = place, max(end, reach)
    return [home(place) for place in range(len(found))]


def _sort(relation: Relation) -> ReasonCode:
    """What a question is about: whether one denies with a word or in the negative makes no other question."""
    code = relation.reasons[0].code
    return ReasonCode.DENIAL if code == ReasonCode.NEGATION else code

"""What stands after all judgements: the newest that was not taken back decides."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claimtrack.models import Axis, Claim, Judgement, Statement, Verdict


class Placed(NamedTuple):
    """A decision and its place in the order of decisions."""

    place: int
    judgement: Judgement


Standing = Mapping[tuple[str, Axis], Placed]


def live(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The decisions that were not taken back, oldest first.

    An undo that was itself undone takes nothing back.
    """
    void: set[str] = set()
    kept = []
    for judgement in reversed(judgements):
        if judgement.undoes:
            if judgement.id not in void:
                void.add(judgement.undoes)
        elif judgement.id not in void:
            kept.append(judgement)
    return tuple(reversed(kept))


def standing(judgements: Sequence[Judgement]) -> Standing:
    """The newest live decision about each target, on each axis."""
    return {(j.target, j.axis): Placed(place, j) for place, j in enumerate(live(judgements))}


def said(stands: Standing, statement: Statement) -> Judgement | None:
    """The decision on "did they say it?" of a statement."""
    placed = stands.get((statement.id, Axis.SAID))
    return placed.judgement if placed else None


def so(stands: Standing, claim: Claim) -> Judgement | None:
    """The decision on "is it so?" of a claim: the newest about any of its statements."""
    found = [stands[s, Axis.SO] for s in claim.statement_ids if (s, Axis.SO) in stands]
    return max(found, key=lambda placed: placed.place).judgement if found else None


def undo(judgements: Sequence[Judgement], reviewer: str, at: datetime.datetime) -> Judgement | None:
    """A judgement that takes back the reviewer's newest live decision; None if there is none."""
    mine = [j for j in live(judgements) if j.reviewer == reviewer]
    return _taking_back(judgements, mine[-1], reviewer, at) if mine else None


def redo(judgements: Sequence[Judgement], reviewer: str, at: datetime.datetime) -> Judgement | None:
    """A judgement that takes back the reviewer's newest undo, if nothing was decided since."""
    for judgement in reversed([j for j in judgements if j.reviewer == reviewer]):
        if not judgement.undoes:
            return None
        if judgement.id not in _taken_back(judgements) and not _is_undo(judgements, judgement.undoes):
            return _taking_back(judgements, judgement, reviewer, at)
    return None


def _taken_back(judgements: Iterable[Judgement]) -> frozenset[str]:
    return frozenset(j.undoes for j in judgements if j.undoes)


def _is_undo(judgements: Iterable[Judgement], judgement_id: str) -> bool:
    return any(j.id == judgement_id and j.undoes for j in judgements)


def _taking_back(judgements: Sequence[Judgement], taken: Judgement, reviewer: str, at: datetime.datetime) -> Judgement:
    """The undo, saying which verdict stands again."""
    bare = Judgement(
        target=taken.target, axis=taken.axis, verdict=Verdict.UNREVIEWED, reviewer=reviewer, at=at, undoes=taken.id
    )
    again = standing([*judgements, bare]).get((taken.target, taken.axis))
    return bare.model_copy(update={"verdict": again.judgement.verdict}) if again else bare

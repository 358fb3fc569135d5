"""What stands after all judgements: the newest that was not taken back decides."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claimtrack.models import Axis, Judgement, Statement, Verdict, content_id


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
    return {j.about: Placed(place, j) for place, j in enumerate(live(judgements))}


def said(stands: Standing, statement: Statement) -> Judgement | None:
    """The decision on "did they say it?" of a statement."""
    placed = stands.get((statement.id, Axis.SAID))
    return placed.judgement if placed else None


def so(stands: Standing, statement_ids: Iterable[str]) -> Judgement | None:
    """The decision on "is it so?" of a claim: the newest about any of its statements."""
    found = [stands[s, Axis.SO] for s in statement_ids if (s, Axis.SO) in stands]
    return max(found, key=lambda placed: placed.place).judgement if found else None


def flags(stands: Standing, statement_ids: Iterable[str]) -> tuple[str, ...]:
    """The statements of a claim on which a flag is up."""
    placed = ((s, stands.get((s, Axis.FLAG))) for s in statement_ids)
    return tuple(s for s, flag in placed if flag and flag.judgement.verdict == Verdict.FLAGGED)


def note(stands: Standing, statement_ids: Iterable[str]) -> Judgement | None:
    """The newest note about a claim."""
    found = [stands[s, Axis.NOTE] for s in statement_ids if (s, Axis.NOTE) in stands]
    return max(found, key=lambda placed: placed.place).judgement if found else None


def related(judgements: Sequence[Judgement], claim_of: Mapping[str, str]) -> Mapping[frozenset[str], Judgement]:
    """The standing decision on how two claims relate, by the claims; `claim_of` tells each statement's claim."""
    return {
        frozenset((claim_of[j.target], claim_of[j.other])): j
        for j in live(judgements)
        if j.axis == Axis.RELATION and j.target in claim_of and j.other in claim_of
    }


def undo(judgements: Sequence[Judgement], reviewer: str, at: datetime.datetime) -> tuple[Judgement, ...]:
    """What takes back the reviewer's newest live decision, with all that were made with it; empty if there is none."""
    mine = [j for j in live(judgements) if j.reviewer == reviewer]
    return _taking_back(judgements, _together(mine, mine[-1]), reviewer, at) if mine else ()


def redo(judgements: Sequence[Judgement], reviewer: str, at: datetime.datetime) -> tuple[Judgement, ...]:
    """What takes back the reviewer's newest undo, if nothing was decided since; else empty."""
    mine = [j for j in judgements if j.reviewer == reviewer]
    for judgement in reversed(mine):
        if not judgement.undoes:
            return ()
        if judgement.id not in _taken_back(judgements) and not _is_undo(judgements, judgement.undoes):
            return _taking_back(judgements, _together(mine, judgement), reviewer, at)
    return ()


def _together(mine: Iterable[Judgement], last: Judgement) -> list[Judgement]:
    """The decisions that one key stroke made, newest first."""
    return [j for j in mine if last.group and j.group == last.group][::-1] or [last]


def _taken_back(judgements: Iterable[Judgement]) -> frozenset[str]:
    return frozenset(j.undoes for j in judgements if j.undoes)


def _is_undo(judgements: Iterable[Judgement], judgement_id: str) -> bool:
    return any(j.id == judgement_id and j.undoes for j in judgements)


def _taking_back(
    judgements: Sequence[Judgement], taken: Sequence[Judgement], reviewer: str, at: datetime.datetime
) -> tuple[Judgement, ...]:
    """The undos of some decisions, each saying which verdict stands again."""
    group = content_id("group", "undo", taken[0].group, at.isoformat()) if len(taken) > 1 else ""
    bare = [
        one.model_copy(
            update={"verdict": Verdict.UNREVIEWED, "reviewer": reviewer, "at": at, "undoes": one.id, "group": group}
            | {"why": "", "evidence": ""}
        )
        for one in taken
    ]
    again = standing([*judgements, *bare])
    return tuple(
        one.model_copy(update={"verdict": again[one.about].judgement.verdict}) if one.about in again else one
        for one in bare
    )

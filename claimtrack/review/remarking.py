"""What reviewers said about statements, gathered for the lines of a report."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimtrack.models import Axis, Claim, Judgement
from claimtrack.report.remarks import Remark
from claimtrack.review.standing import live, so, standing


def remarks(judgements: Sequence[Judgement], claims: Iterable[Claim]) -> Mapping[str, tuple[Remark, ...]]:
    """By statement: the verdicts that stand, each with those of other reviewers that differ, then every note.

    "Is it so?" and notes are of the claim, "did they say it?" of the statement.
    """
    by_reviewer: dict[str, list[Judgement]] = defaultdict(list)
    notes: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        by_reviewer[judgement.reviewer].append(judgement)
    for judgement in live(judgements):
        if judgement.axis == Axis.NOTE:
            notes[judgement.target].append(judgement)
    views = (standing(judgements), *map(standing, by_reviewer.values()))
    judged = {judgement.target for judgement in judgements}
    found = {}
    for claim in claims:
        if judged.isdisjoint(claim.statement_ids):
            continue
        on_so = tuple(_verdicts([so(view, claim.statement_ids) for view in views]))
        on_claim = (*on_so, *(_remark(note) for i in claim.statement_ids for note in notes.get(i, ())))
        for i in claim.statement_ids:
            said = [placed.judgement if (placed := view.get((i, Axis.SAID))) else None for view in views]
            found[i] = (*_verdicts(said), *on_claim)
    return found


def _verdicts(decisions: Sequence[Judgement | None]) -> Iterator[Remark]:
    """The decision that stands, then those of single reviewers that differ from it."""
    stands, *others = decisions
    if stands:
        yield _remark(stands)
        yield from (_remark(j, stands=False) for j in others if j and j.verdict != stands.verdict)


def _remark(judgement: Judgement, *, stands: bool = True) -> Remark:
    return Remark(
        about=judgement.axis,
        verdict=judgement.verdict,
        reviewer=judgement.reviewer,
        date=judgement.at.date().isoformat(),
        why=judgement.why,
        evidence=judgement.evidence,
        stands=stands,
    )

"""Making judgements: which verdict answers which question, and what each one needs."""

import datetime

from claimtrack.errors import UsageError
from claimtrack.models import Axis, Judgement, Verdict

AXES: dict[Verdict, Axis] = {
    Verdict.CONFIRMED: Axis.SAID,
    Verdict.MISATTRIBUTED: Axis.SAID,
    Verdict.MISQUOTED: Axis.SAID,
    Verdict.IN_REVIEW: Axis.SO,
    Verdict.VERIFIED: Axis.SO,
    Verdict.DISPUTED: Axis.SO,
    Verdict.FALSE: Axis.SO,
    Verdict.INCONCLUSIVE: Axis.SO,
    Verdict.RETRACTED: Axis.SO,
    Verdict.NOTED: Axis.NOTE,
    Verdict.FLAGGED: Axis.FLAG,
    Verdict.UNFLAGGED: Axis.FLAG,
    Verdict.RELATED: Axis.RELATION,
    Verdict.UNRELATED: Axis.RELATION,
    Verdict.PARTY_ADDED: Axis.PARTIES,
    Verdict.PARTY_ALIAS: Axis.PARTIES,
    Verdict.PARTY_MERGED: Axis.PARTIES,
    Verdict.PARTY_SPLIT: Axis.PARTIES,
    Verdict.EVENT_MERGED: Axis.EVENTS,
    Verdict.EVENT_SPLIT: Axis.EVENTS,
    Verdict.WITHDRAWN: Axis.ARTICLE,
    Verdict.RESTORED: Axis.ARTICLE,
}
"""The question that a verdict answers; `corrected` answers that of what it corrects."""

MARKABLE = tuple(v for v, axis in AXES.items() if axis in {Axis.SAID, Axis.SO, Axis.NOTE, Axis.FLAG})
"""What one claim or statement can be marked with."""

NEEDS_EVIDENCE = frozenset({Verdict.VERIFIED, Verdict.FALSE})
"""Verdicts that rest on something independent of the party."""


def judged(
    target: str,
    verdict: Verdict,
    reviewer: str,
    at: datetime.datetime,
    why: str = "",
    evidence: str = "",
    *,
    other: str = "",
    value: str = "",
    group: str = "",
) -> Judgement:
    """A judgement; raises `UsageError` if the verdict needs evidence or words and has none."""
    if verdict not in AXES:
        raise UsageError(f"{verdict.value} is not a decision", "Use `claimtrack undo` to take a decision back.")
    if verdict in NEEDS_EVIDENCE and not evidence.strip():
        raise UsageError(
            f"{verdict.value} needs evidence that does not come from the party itself",
            "Give a link or a note with --evidence.",
        )
    if verdict == Verdict.NOTED and not why.strip():
        raise UsageError("a note needs words", "Give them with --why.")
    return Judgement(
        target=target,
        axis=AXES[verdict],
        verdict=verdict,
        reviewer=reviewer,
        at=at,
        why=why.strip(),
        evidence=evidence.strip(),
        other=other,
        value=value,
        group=group,
    )

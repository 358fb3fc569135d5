"""A decision in words, for the history."""

from collections.abc import Mapping

from claimtrack.display import one_line
from claimtrack.models import Axis, Judgement, Party, Verdict
from claimtrack.report.model import Line

_LONGEST = 80
_JOINS = {Verdict.PARTY_MERGED: "into", Verdict.PARTY_ALIAS: "also called", Verdict.PARTY_SPLIT: "from"}
_AXES = (Axis.SAID, Axis.SO)
"""The questions that every statement and claim has an answer to, be it "unreviewed"."""


def described(
    judgement: Judgement, by_id: Mapping[str, Judgement], about: Line | None, other: Line | None = None
) -> str:
    """One decision as a line: when, who, what, about which words, why."""
    when = judgement.at.strftime("%Y-%m-%d %H:%M UTC")
    taken = by_id.get(judgement.undoes)
    what = decided(judgement)
    if taken and taken.undoes in by_id:
        what = f"redid: {decided(by_id[taken.undoes])}"
    elif taken:
        what = f"took back: {decided(taken)}" + (f", {what} again" if taken.axis in _AXES else "")
    target = _quoted(about) if about else _between(judgement)
    parts = (what, target, f"and {_quoted(other)}" if other else "", judgement.why, judgement.evidence)
    return f"{when}  {one_line(judgement.reviewer)}  {one_line(' · '.join(filter(None, parts)))}"


def _between(judgement: Judgement) -> str:
    """The names that a decision about parties is about."""
    other = judgement.other if judgement.axis == Axis.PARTIES else ""
    return f" {_JOINS.get(judgement.verdict, '·')} ".join(filter(None, (judgement.target, other)))


def _quoted(line: Line) -> str:
    return f"{line.short_id} {line.side} {line.does} “{line.quote[:_LONGEST]}”"


def decided(judgement: Judgement) -> str:
    """What a decision says, for example "in review", "related as contrary to", "corrected: stance is denies"."""
    verdict = judgement.verdict.value.replace("_", " ")
    if judgement.verdict == Verdict.RELATED and judgement.value:
        return f"related as {judgement.value.replace('_', ' ')}"
    if judgement.verdict != Verdict.CORRECTED:
        return verdict
    if judgement.axis == Axis.PARTY:
        party = Party.model_validate_json(judgement.value)
        return f"{verdict}: party is {party.name}" + (f" ({party.side})" if party.side != party.name else "")
    return f"{verdict}: {judgement.axis.value} is {judgement.value}"

"""Decisions as lines to read: when, who, what, about which words, why."""

from collections.abc import Mapping

from claimtrack.display import one_line
from claimtrack.models import Axis, Judgement, Party, Verdict


def described(judgement: Judgement, by_id: Mapping[str, Judgement], words: Mapping[str, str]) -> str:
    """One decision as a line; `words` are those of each statement, by its id."""
    when = judgement.at.strftime("%Y-%m-%d %H:%M UTC")
    about = " and ".join(words.get(i, i) for i in (judgement.target, judgement.other) if i)
    parts = (_done(judgement, by_id), about, judgement.why, judgement.evidence)
    return f"{when}  {one_line(judgement.reviewer)}  {one_line(' · '.join(filter(None, parts)))}"


def decided(judgement: Judgement) -> str:
    """What a decision says, for example "in review", "related as contrary to", "stance is denies"."""
    verdict = judgement.verdict.value.replace("_", " ")
    if judgement.verdict == Verdict.RELATED and judgement.value:
        return f"related as {judgement.value.replace('_', ' ')}"
    if judgement.verdict != Verdict.CORRECTED:
        return verdict
    if judgement.axis == Axis.PARTY:
        party = Party.model_validate_json(judgement.value)
        return f"{verdict}: party is {party.name}" + (f" ({party.side})" if party.side != party.name else "")
    return f"{verdict}: {judgement.axis.value} is {judgement.value}"


def _done(judgement: Judgement, by_id: Mapping[str, Judgement]) -> str:
    taken = by_id.get(judgement.undoes)
    if not taken:
        return decided(judgement)
    if taken.undoes in by_id:
        return f"redid: {decided(by_id[taken.undoes])}"
    again = judgement.verdict.value.replace("_", " ")
    return f"took back: {decided(taken)}" + (f", {again} again" if taken.axis in {Axis.SAID, Axis.SO} else "")

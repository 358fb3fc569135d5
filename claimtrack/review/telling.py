"""A decision in words, for the history."""

from collections.abc import Mapping

from claimtrack.display import one_line, shortened
from claimtrack.models import Axis, Capture, Judgement, Party, Verdict
from claimtrack.parties import party_of
from claimtrack.report.model import Line

_LONGEST = 80
_JOINS = {Verdict.PARTY_MERGED: "into", Verdict.PARTY_ALIAS: "also called", Verdict.PARTY_SPLIT: "from"}
_AXES = (Axis.SAID, Axis.SO)
"""The questions that every statement and claim has an answer to, be it "unreviewed"."""


About = Mapping[str, Line | Capture]
"""What decisions are about, by id: statements and articles."""


def described(judgement: Judgement, by_id: Mapping[str, Judgement], about: About) -> str:
    """One decision as a line: when, who, what, about which words, names or article, why."""
    when = judgement.at.strftime("%Y-%m-%d %H:%M UTC")
    taken = by_id.get(judgement.undoes)
    what = decided(judgement)
    if taken and taken.undoes in by_id:
        what = f"redid: {decided(by_id[taken.undoes])}"
    elif taken:
        what = f"took back: {decided(taken)}" + (f", {what} again" if taken.axis in _AXES else "")
    target = _of_parties(judgement, about) if judgement.axis == Axis.PARTIES else _of_statements(judgement, about)
    parts = (what, target, judgement.why, judgement.evidence)
    return f"{when}  {one_line(judgement.reviewer)}  {one_line(' · '.join(filter(None, parts)))}"


def _of_parties(judgement: Judgement, about: About) -> str:
    """The names that a decision is about; of a name in one article, whose it is there."""
    party = party_of(judgement.value)
    if party and judgement.other in about:
        return f"{judgement.target} is {party.name} in {_named(judgement.other, about)}"
    return f" {_JOINS.get(judgement.verdict, '·')} ".join(filter(None, (judgement.target, judgement.other)))


def _of_statements(judgement: Judgement, about: About) -> str:
    return " · and ".join(_named(i, about) for i in (judgement.target, judgement.other) if i)


def _named(thing: str, about: About) -> str:
    """A statement by its words, an article by its headline, and by its id what is there no more."""
    found = about.get(thing)
    if isinstance(found, Capture):
        return f"{found.digest[:8]} “{shortened(one_line(found.headline), _LONGEST)}”"
    return f"{found.short_id} {found.speaker} {found.does} “{found.quote[:_LONGEST]}”" if found else thing


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
    return f"{verdict}: {judgement.axis.value} is {judgement.value or 'unknown'}"

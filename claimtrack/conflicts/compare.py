"""One pair of utterances, compared without a pile around them: one relation, one type."""

import datetime
from typing import NamedTuple

from claimtrack.claims.apart import are_apart
from claimtrack.claims.events import likeness
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.relate import relate
from claimtrack.models import ReasonCode, RelationKind

ABOUT_ONE_EVENT = 0.12
"""Likeness from which two sentences without their articles are about one event."""

ABOUT_ONE_EVENT_FAR_APART = 0.3
"""Likeness that outweighs dates far apart (which have lessened it already)."""
SAME_TIME = datetime.timedelta(days=45)
_SURE = 0.6
_NAMES = {
    RelationKind.CONTRADICTS: "contradicts",
    RelationKind.CONTRARY_TO: "contradicts",
    RelationKind.QUALIFIES: "qualifies",
    RelationKind.CORROBORATES: "corroborates",
    RelationKind.REPEATS: "corroborates",
}
_TYPES = {ReasonCode.NUMBER: "numeric", ReasonCode.STATUS: "place", ReasonCode.SAME: "none"}


class Comparison(NamedTuple):
    """What the labels of the conflict corpora call it."""

    same_event: bool
    relation: str
    """contradicts, corroborates, qualifies, compatible or unrelated."""
    type: str
    findings: tuple[Finding, ...]


def type_of(code: ReasonCode) -> str:
    """The corpora's word for a reason."""
    return _TYPES.get(code, code.value)


def _is_dated_alike(a: Utterance, b: Utterance) -> bool:
    """Whether both are dated, and near each other: a pair that is asked about then is about one event."""
    return bool(a.day and b.day) and abs(a.day - b.day) <= SAME_TIME


def _of_one_event(a: Utterance, b: Utterance) -> bool:
    """By their dates, if both are known; else by their words.

    Half of the accounts of one event share no word beyond those of every other event, so without
    dates only what the words tell is left.
    """
    alike = likeness(a, b)
    if a.day and b.day:
        return _is_dated_alike(a, b) or alike >= ABOUT_ONE_EVENT_FAR_APART
    return alike >= ABOUT_ONE_EVENT


def _tells(found: Finding) -> bool:
    """Whether a finding itself shows that one event is meant; figures alone never do."""
    return found.strength >= _SURE and found.reasons[0].code != ReasonCode.NUMBER


def compare(a: Utterance, b: Utterance) -> Comparison:
    """Whether two utterances are about one event, and how they stand to each other."""
    if are_apart(a, b):
        return Comparison(False, "unrelated", "none", ())
    findings = relate(a, b, Scene(is_one=_is_dated_alike(a, b)))
    if not _of_one_event(a, b) and not any(map(_tells, findings)):
        return Comparison(False, "unrelated", "none", ())
    for found in findings:
        if name := _NAMES.get(found.kind):
            return Comparison(True, name, _type(name, found), findings)
    return Comparison(True, "compatible", "none", findings)


def _type(name: str, found: Finding) -> str:
    """The corpora know types of contradictions and of withheld judgement."""
    return type_of(found.reasons[0].code) if name in {"contradicts", "qualifies"} else "none"

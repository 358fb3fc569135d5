"""One pair of utterances, compared without a pile around them: one relation, one type."""

import datetime
from typing import NamedTuple

from claimtrack.claims.events import likeness
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.finding import Finding, is_open
from claimtrack.conflicts.relate import relate
from claimtrack.models import CONFLICTS, ReasonCode, RelationKind

ABOUT_ONE_EVENT = 0.12
"""Likeness from which two sentences without their articles are about one event."""

ABOUT_ONE_EVENT_FAR_APART = 0.3
"""Likeness that outweighs dates far apart (which have lessened it already)."""
SAME_TIME = datetime.timedelta(days=45)
_SURE = 0.6
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


def _of_one_event(a: Utterance, b: Utterance) -> bool:
    """By their dates, if both are known: a pair that is asked about and dated alike is about one event.

    Half of the accounts of one event share no word beyond those of every other event, so without
    dates only what the words tell is left.
    """
    alike = likeness(a, b)
    if a.day and b.day:
        return abs(a.day - b.day) <= SAME_TIME or alike >= ABOUT_ONE_EVENT_FAR_APART
    return alike >= ABOUT_ONE_EVENT


def _tells(found: Finding) -> bool:
    """Whether a finding itself shows that one event is meant; figures alone never do."""
    return found.strength >= _SURE and found.reasons[0].code != ReasonCode.NUMBER


def compare(a: Utterance, b: Utterance) -> Comparison:
    """Whether two utterances are about one event, and how they stand to each other."""
    findings = relate(a, b)
    if not _of_one_event(a, b) and not any(map(_tells, findings)):
        return Comparison(False, "unrelated", "none", ())
    for found in findings:
        code = found.reasons[0].code
        if found.kind in CONFLICTS:
            return Comparison(True, "contradicts", type_of(code), findings)
        if found.kind in {RelationKind.CORROBORATES, RelationKind.REPEATS} and is_open(a) == is_open(b):
            return Comparison(True, "corroborates", "none", findings)
    if is_open(a) != is_open(b):
        return Comparison(True, "qualifies", "modality", findings)
    return Comparison(True, "compatible", "none", findings)

"""One pair of utterances, compared without a pile around them: one relation, one type."""

from typing import NamedTuple

from claimtrack.claims.events import likeness
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.finding import Finding, is_open
from claimtrack.conflicts.relate import relate
from claimtrack.models import CONFLICTS, ReasonCode, RelationKind

ABOUT_ONE_EVENT = 0.12
"""Likeness from which two sentences without their articles are about one event."""

_TYPES = {ReasonCode.NUMBER: "numeric", ReasonCode.STATUS: "place", ReasonCode.SAME: "none"}


class Comparison(NamedTuple):
    """What the labels of the conflict corpora call it."""

    same_event: bool
    relation: str
    """contradicts, corroborates, qualifies, compatible or unrelated."""
    type: str
    findings: tuple[Finding, ...]


def compare(a: Utterance, b: Utterance) -> Comparison:
    """Whether two utterances are about one event, and how they stand to each other."""
    findings = relate(a, b)
    if likeness(a, b) < ABOUT_ONE_EVENT and not any(f.strength >= 0.6 for f in findings):
        return Comparison(False, "unrelated", "none", ())
    for found in findings:
        code = found.reasons[0].code
        if found.kind in CONFLICTS:
            return Comparison(True, "contradicts", _TYPES.get(code, code.value), findings)
        if found.kind in {RelationKind.CORROBORATES, RelationKind.REPEATS} and is_open(a) == is_open(b):
            return Comparison(True, "corroborates", "none", findings)
    if is_open(a) != is_open(b):
        return Comparison(True, "qualifies", "modality", findings)
    return Comparison(True, "compatible", "none", findings)

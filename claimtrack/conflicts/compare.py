"""One pair of utterances, compared without a pile around them: one relation, one type."""

import datetime
from typing import NamedTuple

from claimtrack.claims.apart import are_apart
from claimtrack.claims.events import likeness
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.finding import Finding, same_side
from claimtrack.conflicts.relate import relate
from claimtrack.language.meaning import closeness
from claimtrack.models import ReasonCode, RelationKind

ALIKE = 0.2
"""Closeness of meaning from which two sentences without a date may be about one event."""
MUCH_ALIKE = 0.6
"""The same for two sentences of one side, which has no cause to say a thing twice in other words."""
FAR_APART = 0.3
"""Likeness of words that outweighs dates far apart (which have lessened it already)."""
SAME_TIME = datetime.timedelta(days=45)
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


def _of_one_event(a: Utterance, b: Utterance) -> bool:
    """Whether a pair that somebody asks about may be of one event, as it is taken to be unless something speaks against it.

    Half of the accounts of one event share no word beyond those of every other event, so what
    counts is what tells two happenings apart: other places, states or dates, one side that speaks
    of different things, and at last a sense that has nothing in common.
    """
    if are_apart(a, b):
        return False
    is_close = closeness(a.text, b.text)
    if a.day and b.day:
        return abs(a.day - b.day) <= SAME_TIME or likeness(a, b) >= FAR_APART
    return is_close >= (MUCH_ALIKE if same_side(a, b) else ALIKE)


def compare(a: Utterance, b: Utterance) -> Comparison:
    """Whether two utterances are about one event, and how they stand to each other."""
    if not _of_one_event(a, b):
        return Comparison(False, "unrelated", "none", ())
    findings = relate(a, b, Scene(is_one=True))
    for found in findings:
        if name := _NAMES.get(found.kind):
            return Comparison(True, name, _type(name, found), findings)
    return Comparison(True, "compatible", "none", findings)


def _type(name: str, found: Finding) -> str:
    """The corpora know types of contradictions and of withheld judgement."""
    return type_of(found.reasons[0].code) if name in {"contradicts", "qualifies"} else "none"

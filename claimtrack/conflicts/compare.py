"""One pair of utterances, compared without a pile around them: one relation, one type."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.claims.apart import are_apart
from claimtrack.claims.events import JOINED, article_likeness, likeness
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance, sides_named
from claimtrack.conflicts.finding import Finding, one_account
from claimtrack.conflicts.relate import relate
from claimtrack.language.meaning import closeness
from claimtrack.models import ReasonCode, RelationKind

ALIKE, MUCH_ALIKE = 0.4, 0.6
"""Closeness of meaning from which two sentences without a date may be about one event; of one side, it takes more."""
STORY = 0.5
"""Closeness of two headlines of one story."""
_AGREE = frozenset({RelationKind.CORROBORATES, RelationKind.REPEATS})
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


def compare(a: Utterance, b: Utterance) -> Comparison:
    """Whether two utterances are about one event, and how they stand to each other.

    A pair that somebody asks about is read as being of one event, unless something speaks against it.
    """
    findings = () if _is_known_apart(a, b) else relate(a, b, Scene(is_one=True))
    if not _is_known_alike(a, b) and not _may_be_one(a, b, findings):
        return Comparison(False, "unrelated", "none", ())
    for found in findings:
        if name := _NAMES.get(found.kind):
            return Comparison(True, name, _type(name, found), findings)
    return Comparison(True, "compatible", "none", findings)


def _is_known_apart(a: Utterance, b: Utterance) -> bool:
    """Other places, states, days or things; dates far apart; headlines with nothing in common."""
    if are_apart(a, b):
        return True
    if a.day and b.day and abs(a.day - b.day) > SAME_TIME:
        return likeness(a, b) < FAR_APART
    return bool(a.capture.title and b.capture.title) and not _is_one_story(a, b)


def _is_known_alike(a: Utterance, b: Utterance) -> bool:
    """Dates near each other, or headlines of one story, and nothing that tells them apart."""
    is_known = bool(a.day and b.day) or bool(a.capture.title and b.capture.title)
    return is_known and not _is_known_apart(a, b)


def _is_one_story(a: Utterance, b: Utterance) -> bool:
    """By the sense of the headlines, or by the words of the articles."""
    here, there = a.capture, b.capture
    return closeness(here.headline, there.headline) >= STORY or article_likeness(here, there) >= JOINED


def _may_be_one(a: Utterance, b: Utterance, findings: Sequence[Finding]) -> bool:
    """Without a date or headline: a relation that is found shows it, or a name, or a like sense.

    Half of the accounts of one event share no word beyond those of every other event, so words
    decide nothing here; but one side has no cause to say a thing twice in other words.
    """
    if _is_known_apart(a, b):
        return False
    is_close = closeness(a.text, b.text)
    if one_account(a, b):
        return is_close >= MUCH_ALIKE
    return is_close >= ALIKE or _names_other(a, b) or any(found.kind not in _AGREE for found in findings)


def _names_other(a: Utterance, b: Utterance) -> bool:
    """Whether the content of one names the side that speaks in the other."""
    sides = [set(utterance.statement.party.sides) for utterance in (a, b)]
    return bool(sides_named(a) & sides[1] or sides_named(b) & sides[0])


def _type(name: str, found: Finding) -> str:
    """The corpora know types of contradictions and of withheld judgement."""
    return type_of(found.reasons[0].code) if name in {"contradicts", "qualifies"} else "none"

"""What is known of an event before two of its statements are compared: the words that every account shares."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from claimtrack.claims.utterance import Utterance

_FEWEST = 6
"""Statements below which no word can be called common."""
_COMMON, _LEAST = 0.2, 4
"""Share and number of its sentences in which a word stands that is common."""


class Scene(NamedTuple):
    """The event that two statements are taken to be about."""

    common: frozenset[str] = frozenset()
    """Base forms that stand in many of its statements: they tell what the event is, not what is said of it."""
    is_one: bool = False
    """Whether the two are known to be about one happening, and stand alone: a pair that somebody asks about."""


APART = Scene()
"""Nothing is known."""


def scene(members: Iterable[Utterance]) -> Scene:
    """The scene of an event's statements."""
    found = list(members)
    if len(found) < _FEWEST:
        return APART
    sentences = {(utterance.capture.id, utterance.sentence) for utterance in found}
    counts = Counter(word for _, sentence in sentences for word in sentence)
    least = max(_LEAST, _COMMON * len(sentences))
    return Scene(common=frozenset(word for word, count in counts.items() if count >= least))

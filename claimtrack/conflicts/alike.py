"""Whether two contents speak of one thing at all, before it is asked how they stand to each other."""

from claimtrack.claims.frames import matches, near
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance, country
from claimtrack.language.meaning import closeness
from claimtrack.language.rarity import rarity

_CLOSE = 0.45
_LEAST_RARE, _MUCH_THE_SAME = 0.35, 0.55
_OF_ONE_MATTER = 0.9
"""Closeness of two contents and of the sentences around them, added, from which they may be on one matter."""


def may_meet(a: Utterance, b: Utterance, scene: Scene) -> bool:
    """Whether words that meet in two contents can be taken to be said of one thing.

    In short dispatches all is; a long article tells of many things, so there the two must be near in sense.
    """
    if scene.is_one or are_dispatches(a, b):
        return True
    return closeness(a.text, b.text) + closeness(a.around, b.around) >= _OF_ONE_MATTER


def says_much_the_same(a: Utterance, b: Utterance) -> bool:
    """Whether two contents are so near in sense that one deed in both is no chance."""
    return closeness(a.text, b.text) >= _MUCH_THE_SAME


def are_dispatches(a: Utterance, b: Utterance) -> bool:
    """Whether both stand in short articles, each about one thing."""
    return a.is_of_one_thing and b.is_of_one_thing


def alike(a: Utterance, b: Utterance, scene: Scene) -> bool:
    """By what is known of the pair, by a shared deed, by two shared telling words, or by the sense of the whole."""
    return scene.is_one or bool(matches(a, b)) or shared(a, b, scene) > 1 or closeness(a.text, b.text) >= _CLOSE


def shared(a: Utterance, b: Utterance, scene: Scene) -> int:
    """How many telling words of one content have their like in the other."""
    here, there = (
        [w for w in u.content if rarity(w.lemma) >= _LEAST_RARE and w.lemma not in scene.common and not country(w.text)]
        for u in (a, b)
    )
    return sum(any(near(p, q) >= 0.8 for q in there) for p in here)

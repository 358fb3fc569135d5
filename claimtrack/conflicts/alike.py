"""Whether two contents speak of one thing at all, before it is asked how they stand to each other."""

from claimtrack.claims.frames import matches, near
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance, country
from claimtrack.language.meaning import closeness
from claimtrack.language.rarity import rarity

_CLOSE = 0.45
_LEAST_RARE = 0.35


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

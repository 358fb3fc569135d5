"""How much a word tells about which event is meant."""

from functools import cache, lru_cache

from claimtrack.language.rarity import rarity
from claimtrack.parties.gazetteer import gazetteer

_STATE = 0.25


@lru_cache(maxsize=50_000)
def tell(word: str) -> float:
    """Between 0 and 1: the word's rarity, much less for a state, since the same ones are in every story."""
    return rarity(word) * (_STATE if word in _state_names() else 1.0)


@cache
def _state_names() -> frozenset[str]:
    return frozenset(name.lower() for name in gazetteer().states)

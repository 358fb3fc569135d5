"""How much a word tells: the inverse document frequency of its base form in a news corpus."""

import math
from functools import cache
from importlib.resources import files


@cache
def _frequencies() -> dict[str, int]:
    lines = (files("claimtrack.language") / "data" / "frequencies.tsv").read_text("utf-8").splitlines()
    return {lemma: int(count) for lemma, count in (line.split("\t") for line in lines)}


@cache
def rarity(lemma: str) -> float:
    """Between 0 (in every document) and 1 (in none), after Spärck Jones 1972."""
    table = _frequencies()
    total = table[""]
    return math.log((total + 1) / (table.get(lemma, 0) + 1)) / math.log(total + 1)

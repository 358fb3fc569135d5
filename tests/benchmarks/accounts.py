"""Accounts that differ in every word, on events unseen by any rule: `python -m tests.benchmarks.accounts [FILE]`.

Every two statements of different parties about one event are compared as `claimtrack compare --jsonl` would. What is
printed: how many of the conflicts and of the agreements are found, and how many of the other pairs are taken for a
conflict, with the words of those that are wrong (--all).
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from claimtrack import exchange
from claimtrack.conflicts.train.accounts import Label, label

HELD_OUT = Path("seeds/accounts/held-out.jsonl")
DAY = "2024-03-05"
_OTHERS = 25
"""Pairs of an event without a relation that are asked about; there are some seven times as many as of the rest."""
_NAMES = {
    Label.OPPOSED: "contradicts",
    Label.ALIKE: "corroborates",
    Label.LEFT_OPEN: "qualifies",
    Label.NOTHING: "compatible",
}


def pairs(path: Path) -> Iterator[tuple[str, str, str]]:
    """Pairs of sentences of different parties with their label."""
    chance = random.Random(3)
    for event in map(json.loads, path.read_text("utf-8").splitlines()):
        found = [
            (one["text"], other["text"], _NAMES[label(one, other)])
            for one, other in combinations(event["statements"], 2)
            if one["by"] != other["by"]
        ]
        others = [pair for pair in found if pair[2] == "compatible"]
        yield from (pair for pair in found if pair[2] != "compatible")
        yield from chance.sample(others, min(_OTHERS, len(others)))


def main() -> int:
    """Compare, count and print."""
    names = [name for name in sys.argv[1:] if not name.startswith("--")]
    seen: Counter[tuple[str, str]] = Counter()
    for number, (one, other, was) in enumerate(pairs(Path(names[0]) if names else HELD_OUT)):
        sides = {side: {"text": text, "date": DAY} for side, text in (("a", one), ("b", other))}
        got = exchange.compare({"id": str(number), **sides})["relation"]
        seen[was, got] += 1
        if "--all" in sys.argv and "contradicts" in {was, got} and was != got:
            print(f"{was} taken for {got}\n     A: {one}\n     B: {other}")
    for name in _NAMES.values():
        told = {got: count for (told_as, got), count in seen.most_common() if told_as == name}
        print(f"{name:<13}{sum(told.values()):>6}: " + ", ".join(f"{got} {count}" for got, count in told.items()))
    told_so = sum(count for (_, got), count in seen.items() if got == "contradicts")
    right = seen["contradicts", "contradicts"]
    all_of = sum(count for (was, _), count in seen.items() if was == "contradicts")
    print(f"conflicts: precision {right / max(1, told_so):.3f}, recall {right / max(1, all_of):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

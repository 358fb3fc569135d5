"""Our own labelled pairs beside the committed baseline: `python -m tests.benchmarks.cases [--all] [--write]`.

Prints what was expected, what came out and why, for every pair that is wrong (--all: for all), and
which pairs a change gained or lost; the exit code is 1 if it lost one. --write makes the answers the
new baseline.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from claimtrack import exchange

PAIRS = Path("seeds/cases/pairs.jsonl")
BASELINE = Path(__file__).with_name("cases.json")


class Result(NamedTuple):
    """One pair with its label and the answer to it."""

    pair: dict[str, Any]
    answer: dict[str, Any]

    @property
    def expected(self) -> str:
        """The label, as "relation/type"."""
        return f"{self.pair['relation']}/{self.pair['type']}"

    @property
    def got(self) -> str:
        """The answer in the same form."""
        return f"{self.answer['relation']}/{self.answer['type']}"

    @property
    def is_right(self) -> bool:
        """Whether the relation is the expected one, and of a contradiction the type one of those accepted."""
        types = [self.pair["type"], *self.pair.get("type_also", [])]
        is_typed = self.pair["relation"] != "contradicts" or self.answer["type"] in types
        return self.answer["relation"] == self.pair["relation"] and is_typed

    @property
    def why(self) -> str:
        """The words that met."""
        return "; ".join(f"{r['code']}: “{r['a']}” | “{r['b']}”" for r in self.answer["reasons"]) or "nothing met"


def results() -> list[Result]:
    """Every pair, answered as `claimtrack compare --jsonl` would."""
    pairs = map(json.loads, PAIRS.read_text("utf-8").splitlines())
    return [Result(pair, exchange.compare(pair)) for pair in pairs]


def main() -> int:
    """Print the table and the change, or write the baseline."""
    found = results()
    for result in found:
        if not result.is_right or "--all" in sys.argv:
            mark = "right" if result.is_right else "WRONG"
            print(f"{result.pair['id']}  {mark}  expected {result.expected}, got {result.got}\n     {result.why}")
            print(f"     A: {result.pair['a']['text']}\n     B: {result.pair['b']['text']}")
    print(f"{sum(result.is_right for result in found)} of {len(found)} right")
    if "--write" in sys.argv:
        answers = {result.pair["id"]: result.got for result in found}
        BASELINE.write_text(json.dumps(answers, indent=1) + "\n", encoding="utf-8")
    return _compared(found)


def _compared(found: Sequence[Result]) -> int:
    """Print what was gained and lost since the baseline; 1 if a right answer was lost."""
    before = json.loads(BASELINE.read_text("utf-8"))
    is_lost = False
    for result in found:
        was = before.get(result.pair["id"], result.got)
        if was == result.got:
            continue
        relation, kind = was.split("/")
        was_right = Result(result.pair, {"relation": relation, "type": kind, "reasons": []}).is_right
        change = {(True, False): "LOST", (False, True): "gained"}.get((was_right, result.is_right), "other")
        print(f"{change}: {result.pair['id']} was {was}, is {result.got}, expected {result.expected}")
        is_lost |= change == "LOST"
    return int(is_lost)


if __name__ == "__main__":
    sys.exit(main())

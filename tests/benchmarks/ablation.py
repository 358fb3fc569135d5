"""What each part of the comparison contributes: `python -m tests.benchmarks.ablation`, a Markdown table.

Every signal is switched off in turn, then the encoder of meaning, over the pairs and dossiers of
`tests.benchmarks.quality` and the pairs in seeds/cases. Texts are read once.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from claimtrack import attribution
from claimtrack.claims.scene import APART
from claimtrack.conflicts.relate import ACCOUNTS, REJECTIONS, Signal
from tests.benchmarks import cases, quality

RELATE = import_module("claimtrack.conflicts.relate")
LINK = import_module("claimtrack.conflicts.link")
CLOSE = [import_module(f"claimtrack.conflicts.{name}") for name in ("matter", "alike", "agreement", "compare")]
COLUMNS = {
    "pairs: contradiction": ("dated pairs", "contradiction"),
    "precision": ("dated pairs", "contradiction, precision"),
    "corroborates": ("dated pairs", "corroborates"),
    "text alone: same event": ("pairs", "same event"),
    "contradiction": ("pairs", "contradiction"),
    "dossiers: conflicts": ("dossiers", "conflicts"),
    "false": ("dossiers", "false_conflict_rate"),
    "own cases right": ("cases", "right"),
}


def main() -> int:
    """Print a row for everything, and one for each part without it."""
    if not (quality.CORPORA / "tools").is_dir():
        print(f"no corpora in {quality.CORPORA}; name their folder in CLAIMTRACK_CORPORA", file=sys.stderr)
        return 3
    print("| without | " + " | ".join(COLUMNS) + " |\n|---|" + "---|" * len(COLUMNS))
    with patch.object(attribution, "parse", cache(attribution.parse)):
        for name, without in parts().items():
            with without():
                found = measured()
            row = (f"{found[corpus][figure]:.3f}" for corpus, figure in COLUMNS.values())
            print(f"| {name} | " + " | ".join(row) + " |", flush=True)
    return 0


def measured() -> Mapping[str, Mapping[str, float]]:
    """The figures that the table shows."""
    with tempfile.TemporaryDirectory() as scratch:
        wanted = ("pairs", "dated pairs", "dossiers")
        told = {corpus: quality.MEASURES[corpus](Path(scratch)) for corpus in wanted}
    results = cases.results()
    return told | {"cases": {"right": sum(result.is_right for result in results) / len(results)}}


def parts() -> Mapping[str, Callable[[], AbstractContextManager[None]]]:
    """How to do without each part; every entry gives a context in which it is off."""
    signals = {s.__name__: partial(_without, s) for s in (*REJECTIONS, *ACCOUNTS)}
    qualified = [(RELATE, name, _none) for name in ("withheld", "limits", "in_part")]
    agreed = [(RELATE, name, _none) for name in ("agreement", "one_sense")]
    far = [(module, "closeness", _nothing) for module in CLOSE]
    return {
        "nothing: all parts": _replaced,
        **signals,
        "withheld, in part": partial(_replaced, *qualified),
        "agreement": partial(_replaced, *agreed),
        "words common to the event": partial(_replaced, (LINK, "scene", lambda _: APART)),
        "the encoder": partial(_replaced, *far),
    }


def _none(*_: object) -> None:
    return None


def _nothing(*_: object) -> float:
    return 0.0


@contextmanager
def _without(signal: Signal) -> Iterator[None]:
    kept = {name: tuple(s for s in getattr(RELATE, name) if s is not signal) for name in ("REJECTIONS", "ACCOUNTS")}
    with _replaced(*((RELATE, name, value) for name, value in kept.items())):
        yield


@contextmanager
def _replaced(*changes: tuple[ModuleType, str, object]) -> Iterator[None]:
    patches = [patch.object(*change) for change in changes]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


if __name__ == "__main__":
    sys.exit(main())

"""Labelled accounts (seeds/accounts) as pairs of sentences with how they stand to each other."""

import json
import random
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

Row = Mapping[str, Any]


class Label(IntEnum):
    """How two statements stand to each other, as the judge's network numbers it."""

    NOTHING = 0
    OPPOSED = 1
    ALIKE = 2
    LEFT_OPEN = 3


class Pair(NamedTuple):
    """Two sentences about one event."""

    one: str
    other: str
    label: Label


def pairs(files: Iterable[Path], others: float, chance: random.Random) -> list[Pair]:
    """The related pairs of every event, and for each of them so many of its unrelated ones, at least eight."""
    found: list[Pair] = []
    for event in _events(files):
        every = [
            Pair(one["text"], other["text"], label(one, other)) for one, other in combinations(event["statements"], 2)
        ]
        related = [pair for pair in every if pair.label != Label.NOTHING]
        rest = [pair for pair in every if pair.label == Label.NOTHING]
        chance.shuffle(rest)
        found += related + rest[: max(8, int(others * len(related)))]
    return found


def label(one: Row, other: Row) -> Label:
    """Rival answers to one question, or one that is held and denied, are opposed; see seeds/accounts/README.md."""
    says, denies, leaves = ([set(row.get(key, ())) for row in (one, other)] for key in ("says", "denies", "open"))
    is_rival = any(_question(a) == _question(b) and a != b for a in says[0] for b in says[1])
    if is_rival or says[0] & denies[1] or says[1] & denies[0]:
        return Label.OPPOSED
    if says[0] & says[1] or denies[0] & denies[1]:
        return Label.ALIKE
    answered = [set(map(_question, s | d)) for s, d in zip(says, denies, strict=True)]
    asked = [set(map(_question, left)) for left in leaves]
    return Label.LEFT_OPEN if asked[0] & answered[1] or asked[1] & answered[0] else Label.NOTHING


def _question(answer: str) -> str:
    """The question of an answer: "q1" of "q1A"."""
    return answer[:-1]


def _events(files: Iterable[Path]) -> Iterator[Row]:
    for path in files:
        yield from map(json.loads, path.read_text("utf-8").splitlines())

"""Origins: the independent reports behind an event, and which article goes back to which.

Copies of one wire, articles of one outlet, and articles that carry nothing but what others carry
too go back to one origin. Every doubtful case is resolved toward fewer: articles of unknown
outlets are one.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from claimtrack.models import Capture, Copy, CopyReason, Origin, Statement

_RUN = 8
"""Words in a row that two writers do not choose alike by chance (shingles, Broder 1997)."""
_COPIED = 0.1
"""Share of the shorter text's runs from which one text draws on the other or on a common source."""
_SAME_WORDS = 88
"""rapidfuzz token_sort_ratio from which two contents are one statement reworded."""
_CREDIT = re.compile(r"\(([A-Z][\w.&'’ -]{1,30})\)")
_REPORTED = r"(?:reported|reports|quoted|cited)"
_ACCORDING = r"(?:according to|reported by|as reported in|cited by|quoted by|citing|quoting)"
_MOST_WORDS = 16


class _Tie(NamedTuple):
    """Why two articles have one origin."""

    why: CopyReason
    words: str


class _Traits(NamedTuple):
    """What of an article tells where it comes from."""

    capture: Capture
    outlet: str
    credited: Mapping[str, str]
    """Agencies that the dateline credits, by their names in small letters."""
    runs: Mapping[str, tuple[int, int]]
    """Its runs of words, each with its first place in the text."""
    said: tuple[tuple[str, str], ...]
    """Party and content of each of its statements."""


def origins(captures: Iterable[Capture], statements: Iterable[Statement] = ()) -> tuple[Origin, ...]:
    """The origins of some articles with the chain of copies, in order of date.

    `statements` are those that are counted: an article all of whose statements stand in another is
    no origin of its own.
    """
    ordered = sorted(captures, key=lambda c: (c.date or datetime.date.max, c.id))
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        said[statement.capture_id].append(statement)
    traits = [_traits(capture, said[capture.id]) for capture in ordered]
    ties: dict[int, dict[int, _Tie]] = defaultdict(dict)
    for (i, one), (j, other) in combinations(enumerate(traits), 2):
        tie = _tie(one, other)
        if tie:
            ties[i][j] = ties[j][i] = tie
    return tuple(_origins(ordered, ties))


def _origins(captures: Sequence[Capture], ties: Mapping[int, Mapping[int, _Tie]]) -> Iterator[Origin]:
    """Articles that are tied, directly or by others; each but the first with the one that it was reached from."""
    reached: set[int] = set()
    for root in range(len(captures)):
        if root in reached:
            continue
        found, copies = [root], []
        reached.add(root)
        for at in found:
            for other, tie in sorted(ties.get(at, {}).items()):
                if other not in reached:
                    reached.add(other)
                    found.append(other)
                    copies.append(Copy(capture_id=captures[other].id, of=captures[at].id, why=tie.why, words=tie.words))
        yield Origin(capture_id=captures[root].id, copies=tuple(copies))


def _tie(one: _Traits, other: _Traits) -> _Tie | None:
    """The plainest reason why two articles have one origin; None if they look independent."""
    if one.outlet == other.outlet:
        return _Tie(CopyReason.OUTLET if one.outlet else CopyReason.UNKNOWN, one.capture.outlet or "")
    for here, there in ((one, other), (other, one)):
        if shared := here.credited.keys() & {*there.credited, there.outlet}:
            return _Tie(CopyReason.AGENCY, here.credited[min(shared)])
        if there.outlet and _credits(here.capture.text, there.outlet):
            return _Tie(CopyReason.AGENCY, there.capture.outlet or "")
    runs = [run for run in other.runs if run in one.runs]
    if runs and len(runs) >= _COPIED * min(len(one.runs), len(other.runs)):
        return _Tie(CopyReason.TEXT, _words_of(other, runs))
    if _carries(one.said, other.said) or _carries(other.said, one.said):
        fewer = min(one.said, other.said, key=len)
        return _Tie(CopyReason.STATEMENT, ", ".join(dict.fromkeys(party for party, _ in fewer)))
    return None


def _traits(capture: Capture, statements: Iterable[Statement]) -> _Traits:
    credited = _CREDIT.findall(capture.dateline.of(capture.text)) if capture.dateline else []
    return _Traits(
        capture=capture,
        outlet=(capture.outlet or "").strip().casefold(),
        credited={name.strip().casefold(): name.strip() for name in credited},
        runs=_runs(capture.text),
        said=tuple(
            (s.party.name, " ".join(span.of(capture.text) for span in s.content)) for s in statements if s.content
        ),
    )


@lru_cache(maxsize=4096)
def _runs(text: str) -> Mapping[str, tuple[int, int]]:
    words = [(m.group().casefold(), m.start(), m.end()) for m in re.finditer(r"\w+", text)]
    found: dict[str, tuple[int, int]] = {}
    for at in range(len(words) - _RUN + 1):
        run = words[at : at + _RUN]
        found.setdefault(" ".join(word for word, _, _ in run), (run[0][1], run[-1][2]))
    return found


def _words_of(traits: _Traits, shared: Sequence[str]) -> str:
    """The first of the words that two texts share, as long as they go on."""
    start, end = traits.runs[shared[0]]
    for run in shared[1:]:
        at, after = traits.runs[run]
        if not start <= at <= end:
            break
        end = max(end, after)
    words = traits.capture.text[start:end].split()
    return " ".join(words[:_MOST_WORDS]) + (" …" if len(words) > _MOST_WORDS else "")


def _credits(text: str, outlet: str) -> bool:
    """Whether a text names an outlet as where it has something from."""
    name = rf"(?:the )?{re.escape(outlet)}\b"
    return bool(re.search(rf"\b(?:{_ACCORDING} {name}|{name} {_REPORTED}\b)", text, re.IGNORECASE))


def _carries(fewer: Sequence[tuple[str, str]], more: Sequence[tuple[str, str]]) -> bool:
    """Whether every statement of one article stands in another, by the same party in nearly the same words."""
    return bool(fewer) and all(
        any(party == other and fuzz.token_sort_ratio(words, theirs) >= _SAME_WORDS for other, theirs in more)
        for party, words in fewer
    )

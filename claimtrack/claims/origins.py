"""Origins: the independent reports behind an event.

Copies of one wire, articles of one outlet, and texts that share whole runs of words (one ministry's
statement carried by five outlets) go back to one origin. Every doubtful case is resolved toward
fewer: articles of unknown outlets are one.
"""

import re
from collections.abc import Sequence
from itertools import combinations

from claimtrack.models import Capture

_RUN = 8
"""Words in a row that two writers do not choose alike by chance (shingles, Broder 1997)."""
_COPIED = 0.1
"""Share of the shorter text's runs from which one text draws on the other or on a common source."""
_CREDIT = re.compile(r"\(([A-Z][\w.&'’ -]{1,30})\)")


def origins(captures: Sequence[Capture]) -> tuple[tuple[str, ...], ...]:
    """Ids of captures, grouped by common origin, in order."""
    group = list(range(len(captures)))
    traits = [(_names(capture), _runs(capture.text)) for capture in captures]
    for (i, one), (j, other) in combinations(enumerate(traits), 2):
        if one[0] & other[0] or _is_copied(one[1], other[1]):
            old, new = max(group[i], group[j]), min(group[i], group[j])
            group = [new if g == old else g for g in group]
    return tuple(
        tuple(capture.id for capture, g in zip(captures, group, strict=True) if g == home)
        for home in sorted(set(group))
    )


def _names(capture: Capture) -> frozenset[str]:
    """The outlet, and the agency that the dateline credits."""
    credited = _CREDIT.findall(capture.dateline.of(capture.text)) if capture.dateline else []
    return frozenset(name.strip().casefold() for name in (capture.outlet or "", *credited))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(zip(*(words[i:] for i in range(_RUN)), strict=False))


def _is_copied(here: frozenset[tuple[str, ...]], there: frozenset[tuple[str, ...]]) -> bool:
    fewest = min(len(here), len(there))
    return fewest > 0 and len(here & there) >= _COPIED * fewest

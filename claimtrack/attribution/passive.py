"""Who is accused or spoken of does not speak: "Roe accused of theft", "Roe is said to be ill" have no speaker.

Roe is part of what is said.
"""

import re
from collections.abc import Sequence

from claimtrack.attribution.assemble import Attribution

_PASSIVE = re.compile(
    r"(?:(?:is|are|was|were|been|being|stands?|stood) )?(?:\w+ly )?(?:accused|suspected|convicted|acquitted) of"
    r"|(?:is|are|was|were) (?:\w+ )?(?:reported|believed|said|thought|understood|known|rumou?red|speculated|alleged)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s,]*(?:who )?")


def with_accused(text: str, made: Sequence[Attribution]) -> list[Attribution]:
    """Attributions in order, those in the passive without a speaker."""
    return [_of_accused(one) if _is_accused(text, one) else one for one in made]


def _is_accused(text: str, one: Attribution) -> bool:
    if len(one.source) != 1 or len(one.cue) != 1 or not _PASSIVE.fullmatch(one.cue[0].of(text)):
        return False
    source, cue = one.source[0], one.cue[0]
    return source.end <= cue.start and bool(_BETWEEN.fullmatch(text, source.end, cue.start))


def _of_accused(one: Attribution) -> Attribution:
    return one._replace(source=(), content=(*one.source, *one.content))

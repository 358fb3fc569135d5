"""Whether two statements speak of two times: what held "so far" is not denied by what came later."""

import re

from claimtrack.claims.utterance import Utterance
from claimtrack.language.lexicon import phrases

_EARLIER = re.compile(r"\b(?:days|weeks|months|years) (?:earlier|before)\b(?!\s+[a-z])")
"""Not "two days before the strike": that is when, seen from what happened."""
_BOUNDED = phrases("claimtrack.conflicts", "moment")["bounded"]


def other_moment(a: Utterance, b: Utterance) -> bool:
    """Whether the earlier of two reports speaks of its own day only."""
    if not (a.day and b.day) or a.day == b.day:
        return False
    earlier = a if a.day < b.day else b
    return bool(_BOUNDED.search(earlier.text))


def is_of_another_time(a: Utterance, b: Utterance) -> bool:
    """Whether one tells of what had happened weeks or months before, and the other does not."""
    return bool(_EARLIER.search(a.text)) != bool(_EARLIER.search(b.text))

"""Contents that only point back: "..., which Paris denied", "..., a claim dismissed by the Kremlin".

What such words answer stands before them: the content of the statement in front, or the outlet's own clause.
That is the content then, so that the answer can be told from an answer to something else.
"""

import re
from collections.abc import Sequence

from claimtrack.attribution.assemble import Attribution
from claimtrack.models import Span, Spans

_TOLD = (
    r"(?:claim|charge|allegation|accusation|assertion|suggestion|report|statement|account|contention|notion|rumou?r)s?"
)
_POINTER = re.compile(
    rf"which|something(?: that| which)?|(?:(?:an?|the same) )?(?:[a-z]{{3,12}} )?{_TOLD}(?: that| which)?"
)
_GAP = re.compile(r"[\"”'’]?(?: [^.,;:!?\n]{1,25})?,?[\"”'’]? ?[,;–—-]? ?")
_SENTENCE = re.compile(r"(?:^|(?<=[.!?][\"”’\s])|(?<=[.!?]))\s*(?P<clause>[^.!?\n]{12,}?)[\"”]?,? ?[,;–—-] ?$")
_LONGEST = 400


def pointed(text: str, made: Sequence[Attribution]) -> list[Attribution]:
    """Attributions in order, those that only point back with what they point to as content."""
    kept: list[Attribution] = []
    for attribution in made:
        target = _target(text, attribution.content[0], kept) if points_back(text, attribution.content) else ()
        kept.append(attribution._replace(content=target) if target else attribution)
    return kept


def points_back(text: str, content: Spans) -> bool:
    """Whether a content is nothing but words that point back."""
    return len(content) == 1 and bool(_POINTER.fullmatch(content[0].of(text).strip(" ,")))


def _target(text: str, pointer: Span, before: Sequence[Attribution]) -> Spans:
    """What the words point to: the last content in the sentence, or the outlet's clause, if one is there."""
    for attribution in reversed(before[-2:]):
        content = attribution.content
        if content and content[-1].end <= pointer.start and _GAP.fullmatch(text, content[-1].end, pointer.start):
            return content
    low = max(0, pointer.start - _LONGEST)
    clause = _SENTENCE.search(text[low : pointer.start])
    return (Span(start=low + clause.start("clause"), end=low + clause.end("clause")),) if clause else ()

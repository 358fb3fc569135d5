"""Contents that only point back: "..., which Paris denied", "..., a claim dismissed by the Kremlin".

What such words answer stands before them: the content of the statement in front, or the outlet's own clause.
That is the content then, so that the answer can be told from an answer to something else.
"""

import re
from collections.abc import Sequence

from claimtrack.attribution.assemble import Attribution
from claimtrack.models import Span, Spans

_TOLD = (
    r"(?:claim|charge|allegation|accusation|assertion|suggestion|report|statement|account|contention|notion|rumou?r"
    r"|figure|number|toll|count|estimate|version|explanation)s?"
)
_POINTER = re.compile(
    rf"which|something(?: that| which)?|(?:(?:an?|the same) )?(?:[a-z]{{3,12}} )?{_TOLD}(?: that| which)?"
)
_GAP = re.compile(r"[\"”'’]?(?: [^.,;:!?\n]{1,25})?,?[\"”'’]? ?[,;–—-]? ?")
_SENTENCE = re.compile(r"(?:^|(?<=[.!?][\"”’\s])|(?<=[.!?]))\s*(?P<clause>[^.!?\n]{12,}?)[\"”]?,? ?[,;–—-] ?$")
_BY = re.compile(r" by (?P<source>[^.,;:!?\n\"“”]{2,80}?)(?=[.,;:!?\n]| (?:who|which|and (?:said|says)|as|in|on) |$)")
"""Behind the participle of "a figure disputed by survivors": who does it."""
_LONGEST = 400


def pointed(text: str, made: Sequence[Attribution]) -> list[Attribution]:
    """Attributions in order, those that only point back with what they point to as content."""
    kept: list[Attribution] = []
    for attribution in made:
        if not points_back(text, attribution.content):
            kept.append(attribution)
            continue
        one = _by_its_agent(text, attribution)
        target = _target(text, one.content[0], kept)
        kept.append(one._replace(content=target) if target else one)
    return kept


def _by_its_agent(text: str, pointing: Attribution) -> Attribution:
    """The attribution as said by who follows "by", where the speaker of the clause before was taken."""
    agent = _BY.match(text, pointing.cue[-1].end) if pointing.cue else None
    if not agent or any(span.start >= agent.start() for span in pointing.source):
        return pointing
    return pointing._replace(source=(Span(start=agent.start("source"), end=agent.end("source")),))


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

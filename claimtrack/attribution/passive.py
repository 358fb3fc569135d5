"""Who is accused or spoken of does not speak: "Roe accused of theft", "Roe is said to be ill" have no speaker.

Roe is part of what is said. Nor does a court that "heard" something; and who stands behind "by" does.
"""

import re
from collections.abc import Sequence

from claimtrack.attribution.assemble import Attribution, group_span
from claimtrack.parties import is_speaker, is_state

_PASSIVE = re.compile(
    r"(?:(?:is|are|was|were|been|being|stands?|stood) )?(?:\w+ly )?"
    r"(?:(?:accused|suspected|convicted|acquitted|(?:found )?guilty) of|charged with)"
    r"|(?:is|are|was|were) (?:\w+ )?(?:reported|believed|said|thought|understood|known|rumou?red|speculated|alleged)",
    re.IGNORECASE,
)
_HEARS = re.compile(r"\b(?:court|inquest|jury|tribunal|hearing|inquiry|trial|panel|judges?)$", re.IGNORECASE)
_HEARD = re.compile(r"(?:has |had |also |later )*(?:heard|(?:was|were|been) told)", re.IGNORECASE)
_TOLD = re.compile(r"(?:was|were|(?:has|have|had) been) (?:also |later )?told", re.IGNORECASE)
_BY = re.compile(r"(?:is|are|was|were|been) (?:\w+ly )?\w+ed", re.IGNORECASE)
_NAMED = r"(?:the )?[A-Z][\w&’'-]*(?:\.\w+)*(?: [A-Z][\w&’'-]*(?:\.\w+)*){0,5}"
_NAMES = rf"{_NAMED}(?:(?:,|,? and) {_NAMED})*"
_AGENT = re.compile(rf"(?!to )(?P<said>.{{8,}})(?<!ed)(?<!en)(?<!made)(?<!built) by (?P<agent>{_NAMES})", re.DOTALL)
_CLAIMED_BY = re.compile(rf" by (?P<agent>{_NAMED})(?=[.,;\n]|$)")
_BETWEEN = re.compile(r"[\s,]*(?:who )?")
_JOINED = re.compile(r",? (?:was|were|is|are|has been|have been) [^.;:\n]{3,80} and (?:was |were )?")
"""Between who is accused and the second of two verbs: "was arrested on Monday and accused of"."""


def with_accused(text: str, made: Sequence[Attribution]) -> list[Attribution]:
    """Attributions in order, those in the passive without a speaker, or with the one behind "by"."""
    return [_of_accused(one) if _is_accused(text, one) else _by(text, _unheard(text, one)) for one in made]


def _is_accused(text: str, one: Attribution) -> bool:
    if len(one.source) != 1 or len(one.cue) != 1 or not _PASSIVE.fullmatch(one.cue[0].of(text)):
        return False
    edges = one.source[0].end, one.cue[0].start
    is_before = edges[0] <= edges[1]
    return is_before and bool(_BETWEEN.fullmatch(text, *edges) or _JOINED.fullmatch(text, *edges))


def _of_accused(one: Attribution) -> Attribution:
    return one._replace(source=(), content=(*one.source, *one.content))


def _unheard(text: str, one: Attribution) -> Attribution:
    """For example "The court heard that he fled", "the envoy was told": said to them, by somebody."""
    if not len(one.source) == len(one.cue) == 1:
        return one
    cue, is_before = one.cue[0].of(text), one.source[0].end <= one.cue[0].start
    hears = _HEARD.fullmatch(cue) and _HEARS.search(one.source[0].of(text).rstrip(" ,"))
    return one._replace(source=()) if hears or (is_before and _TOLD.fullmatch(cue)) else one


def _by(text: str, one: Attribution) -> Attribution:
    """For example "the agent is classified as a weapon by the United Nations"."""
    if one.source or len(one.cue) != 1 or not one.content:
        return one
    cue, (*before, last) = one.cue[0], one.content
    if cue.of(text) == "claimed" and (match := _CLAIMED_BY.match(text, cue.end)):
        return one._replace(source=(group_span(match, "agent"),))
    words = cue.of(text)
    is_passive = _BY.fullmatch(words) and not _PASSIVE.fullmatch(words)  # "believed to be made by X" is no word of X
    match = _AGENT.fullmatch(text, last.start, last.end) if is_passive else None
    if not match or not (is_speaker(match["agent"]) or is_state(re.split(",| and", match["agent"])[0])):
        return one
    return one._replace(source=(group_span(match, "agent"),), content=(*before, group_span(match, "said")))

"""What looks like a statement and is none: deeds, and topics before a colon."""

import re
from collections.abc import Sequence

from claimtrack.attribution.assemble import Attribution
from claimtrack.attribution.rivals import ABOUT, NUMBER
from claimtrack.models import Span, Spans
from claimtrack.parties import is_country, is_thing

_CALLED_TO_A_PLACE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)(?: \w+)? (?:called|summoned|recalled|invited|sent)"
    r"(?: in| up| back| out)? (?:to|into|before) (?:the|an?|its|his|her|their|[A-Z])"
)
_FAVOURS = re.compile(r"\b(?:favou?r|benefit|serv)\w*$", re.IGNORECASE)
_NO_PARTY = re.compile(
    r"^$|\b(?:proposal|plan|deal|term|draft|agreement|rule|ruling|map|law|result|outcome|condition|balance|odd"
    r"|polic[iy]|measure|concession|which|that)\w*$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:when |if )?(?:asked|requested|ordered|urged|told)(?: (?:for|to|about|why|whether|how))?", re.IGNORECASE
)
_NAMED = re.compile(r"(?:who |which )?(?:is |are |was |were )?also known as", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:no (?:other )?(?:group|organi[sz]ation|party|side|militants?|country|nation)"
    r"|none of (?:these|those|the|them|its|his|her|their)\b.*)",
    re.IGNORECASE,
)
"""Who would have said it, if anybody had: "No group has claimed the attack"."""
_HOSTILE = re.compile(
    r"\b(?:escalat|intensif|step|launch|resum|carr|mount|continu)\w*(?: up| out)? "
    r"(?:(?:its|their|his|her|the|an?|new|fresh|more) )*"
    r"(?:attacks?|strikes?|air ?strikes?|raids?|offensives?|bombardments?|shelling|assaults?)\b",
    re.IGNORECASE,
)
"""What is done with arms: "escalated its attacks on"."""
_CUT_OFF = re.compile(r"(?:many|some|most|all|several|few|both|one) of (?:his|her|its|their|the|our|my)", re.IGNORECASE)
"""A speaker that lacks its noun is none: "Many of his | proposals for peace"."""
_SEEN = re.compile(r"(?:\w+ )?(?:spotted|watched|spots|watches|(?:did not|didn['’]t) (?:see|watch))", re.IGNORECASE)
"""What somebody saw happen is not what he says, unless it is told with "that" or "how"."""
_DISMISSED = re.compile(r"(?:\w+ )?(?:dismissed|sacked|fired)", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"(?:[A-Z][\w-]+(?: [A-Z][\w-]+)+(?:,| and|$)"
    r"|(?:his|her|its|their|the|several|all|two|three) (?:[\w'’-]+ ){0,3}"
    r"(?:ministers?|generals?|commanders?|chiefs?|head|directors?|cabinet|government|officials?|judges?|aides?|envoys?)\b(?!['’]))"
)
"""Whoever is dismissed from office is not denied: "dismissed Ana Roe and all other ministers"."""
_CRITIC = re.compile(r"critics?|opponents?|supporters?", re.IGNORECASE)
_LIVES = re.compile(rf"{ABOUT}{NUMBER} (?:\w+ )?(?:lives|victims)\b", re.IGNORECASE)
"""What a raid or a flood claims."""
_QUOTED = re.compile(r"[\"“‘']|(?:[Ww]e|[Ii]|[Oo]ur)\b")
_ASKS = re.compile(r"(?:Why|How|What|Who|Where|When) (?=.*[^?]$)")
"""What a headline promises to explain."""
_THAT = re.compile(r"that\b|how\b|whether\b")
_BEFORE_ADJECTIVE = re.compile(r"(?:\b(?:and|or|of|the|an|its|his|her|their|into|with|about|over|any|these|those)|,) $")
_NEXT_WORD = len(" before their")


def is_said(text: str, attribution: Attribution) -> bool:
    """Whether somebody says what a cue seems to attribute."""
    return not (_is_deed(text, attribution) or _is_topic(text, attribution))


def _is_deed(text: str, attribution: Attribution) -> bool:
    """Whether it is done, not said: someone was asked, or seen, or is nobody who could speak."""
    cues = [cue.of(text) for cue in attribution.cue]
    if not attribution.source and any(_ASKED.fullmatch(cue) or _NAMED.fullmatch(cue) for cue in cues):
        return True
    if any(_is_adjective(text, cue) for cue in attribution.cue) or any(map(_SEEN.fullmatch, cues)):
        return not _THAT.match(_words(text, attribution.content))
    return _is_done(text, attribution, cues) or _is_nobody(attribution, _words(text, attribution.source), cues)


def _is_done(text: str, attribution: Attribution, cues: Sequence[str]) -> bool:
    """Whether the cue tells of a deed: an attack, lives that were claimed, someone dismissed or called to a place."""
    said = _words(text, attribution.content)
    has_killed = any(cue.startswith("claim") for cue in cues) and _LIVES.match(said)
    is_sent_away = any(map(_DISMISSED.fullmatch, cues)) and _SOMEBODY.match(said)
    is_called = any(_CALLED_TO_A_PLACE.search(text, cue.start, cue.end + _NEXT_WORD) for cue in attribution.cue)
    return bool(has_killed or is_sent_away or is_called or any(map(_HOSTILE.search, cues)))


def _is_nobody(attribution: Attribution, source: str, cues: Sequence[str]) -> bool:
    """Whether what seems to speak is nobody: "no group", a plan that favours someone, the "Kremlin" of its "critic"."""
    is_of_critic = any(map(_CRITIC.fullmatch, cues)) and _stand_together(attribution)
    is_plan = any(map(_FAVOURS.search, cues)) and _NO_PARTY.search(source)
    return bool(is_of_critic or is_plan or _NOBODY.fullmatch(source) or _CUT_OFF.fullmatch(source))


def _stand_together(attribution: Attribution) -> bool:
    """Whether the cue follows right behind the source: "Kremlin critic"."""
    return bool(attribution.source) and attribution.cue[0].start - attribution.source[-1].end == 1


def _is_adjective(text: str, cue: Span) -> bool:
    """Whether "alleged" only stands before a noun: "interference and alleged links"."""
    return cue.of(text).lower() == "alleged" and bool(_BEFORE_ADJECTIVE.search(text[: cue.start][-_NEXT_WORD:]))


def _is_topic(text: str, attribution: Attribution) -> bool:
    """Whether all that attributes a line is the colon behind its topic: "Nurses' strike: ...", "Roe: why she left"."""
    source = _words(text, attribution.source)
    said = _words(text, attribution.content)
    is_topic = is_thing(source) or bool(_ASKS.match(said)) or (is_country(source) and not _QUOTED.match(said))
    return _words(text, attribution.cue) == ":" and is_topic


def _words(text: str, spans: Spans) -> str:
    return " ".join(span.of(text) for span in spans)

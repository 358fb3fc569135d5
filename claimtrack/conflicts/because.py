"""Causes told outright: "bad weather caused the delay", "the shortage is due to price controls"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.claims.frames import Frame, near
from claimtrack.claims.utterance import Utterance, term
from claimtrack.language.lexicon import words
from claimtrack.language.rarity import rarity
from claimtrack.language.words import Token
from claimtrack.models import Span

_BEING = r"(?:(?:was|were|is|are|had been|has been|have been|being)\s+)?"
_OUTRIGHT = (
    re.compile(
        r"(?P<cause>[^,;.]{3,90}?)\s+(?:(?:had|has|have)\s+)?"
        r"(?:caused|triggered|sparked|provoked|set off|led to|resulted in|brought about"
        r"|(?:was|were|is|are) (?:behind|to blame for|the cause of|responsible for))\s+(?P<what>[^,;.]{3,60})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<what>[^,;.]{{3,60}}?)\s+{_BEING}"
        r"(?:(?:caused|triggered|sparked|provoked|started|set off) by|due to|because of|owing to"
        r"|the result of|a result of|the fault of|down to)\s+(?P<cause>[^,;.]{3,90})",
        re.IGNORECASE,
    ),
)
_BLAMED = (re.compile(r"(?P<what>[^,;.]{3,60}?)\s+on\s+(?P<cause>[^,;.]{3,90})", re.IGNORECASE),)
_ASCRIBED = (re.compile(r"(?P<what>[^,;.]{3,60}?)\s+to\s+(?P<cause>[^,;.]{3,90})", re.IGNORECASE),)
_PREPOSITION = re.compile(r"\s(?:of|in|on|at|by|for|with|from|to|near|during|that|which|who)\s", re.IGNORECASE)
_BLAMES = re.compile(r"\b(?:blam|pin)\w*", re.IGNORECASE)
_ASCRIBES = re.compile(r"\b(?:attribut|ascrib)\w*", re.IGNORECASE)
_SAME, _LEAST_RARE = 0.9, 0.25


_GIVEN = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|over|in protest (?:at|over)|in order to|so as to"
    r"|for(?=[^,;.]{1,40} reasons?\b)|to(?= [a-z]{3,} (?:the|a|an|his|her|its|their|up|off)\b))\s+"
    r"(?P<cause>[^,;.]{3,90})",
    re.IGNORECASE,
)
"""Words before the reason of a doing."""


_NOT_OVER = frozenset("win rule prevail fly triumph preside choose favour favor take watch hover hold".split())
"""What is done over somebody or something, and not for its sake: "won out over workers"."""
_TAKING = words("claimtrack.conflicts", "taking")


class Because(NamedTuple):
    """Something, and what it is put down to."""

    what: tuple[Token, ...]
    cause: Span
    terms: frozenset[str]
    """Base forms of the cause."""


def becauses(utterance: Utterance) -> Iterator[Because]:
    """What a content puts down to what, outright."""
    text = utterance.capture.text
    cue = utterance.cue
    patterns = _OUTRIGHT + (_BLAMED if _BLAMES.search(cue) else ()) + (_ASCRIBED if _ASCRIBES.search(cue) else ())
    for piece in utterance.read:
        for pattern in patterns:
            if match := pattern.search(text, piece.start, piece.end):
                yield _because(utterance, match)


def _because(utterance: Utterance, match: re.Match[str]) -> Because:
    def inside(part: str) -> tuple[Token, ...]:
        return tuple(w for w in utterance.content if match.start(part) <= w.start < match.end(part))

    cause, what = inside("cause"), inside("what")
    start, end = (cause[0].start, cause[-1].end) if cause else match.span("cause")
    edge = _PREPOSITION.search(match["what"])
    head = tuple(w for w in what if edge is None or w.start < match.start("what") + edge.start())
    return Because(head, Span(start=start, end=end), frozenset(map(term, cause)))


def reason_of(utterance: Utterance, frame: Frame) -> tuple[Span, frozenset[str]] | None:
    """The reason given for a doing after its verb: the words, and their base forms."""
    piece = next(s for s in utterance.read if s.start <= frame.predicate.start < s.end)
    match = _GIVEN.search(utterance.capture.text, frame.predicate.end, piece.end)
    if not match or (match.group().startswith("to ") and frame.predicate.lemma in _TAKING):
        return None
    if match.group().lower().startswith("over ") and frame.predicate.lemma in _NOT_OVER:
        return None  # "won out over workers"
    given = Span(start=match.start(), end=match.end())
    return given, frozenset(term(w) for w in utterance.content if match.start("cause") <= w.start < match.end())


def same_happening(x: Because, y: Because) -> bool:
    """Whether one telling word of what was brought about is the same in both."""
    return any(near(p, q) >= _SAME and rarity(p.lemma) >= _LEAST_RARE for p in x.what for q in y.what)


def tells_of(utterance: Utterance, what: tuple[Token, ...]) -> bool:
    """Whether a content names a happening."""
    return any(near(p, q) >= _SAME and rarity(p.lemma) >= _LEAST_RARE for p in what for q in utterance.content)

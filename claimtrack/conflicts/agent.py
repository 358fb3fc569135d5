"""Agent: one deed, two doers. Each side names another; both may be wrong."""

import re
from typing import NamedTuple

from claimtrack.claims.frames import Frame, frames, near, phrase
from claimtrack.claims.utterance import Utterance, country
from claimtrack.conflicts.finding import Finding, finding, holds, same_side
from claimtrack.language.lexicon import words
from claimtrack.language.rarity import rarity
from claimtrack.language.words import Token
from claimtrack.models import ReasonCode, RelationKind, Span

_DEEDS = words("claimtrack.conflicts", "deeds")
_BLAMED = re.compile(
    r"\b(?P<deed>sabotage|attack|strike|shelling|act|work|fault|responsibility|provocation|crime|fire)\w*\b"
    r"[^.;]{0,30}?\b(?:by|of)\s+(?:the\s+)?(?P<who>[A-Z][\w-]+)(?:\s+(?:side|forces?|troops|army|military|government)\b)?"
)
_LEAST_RARE = 0.5


class _Deed(NamedTuple):
    doer: str
    span: Span
    frame: Frame | None


def agent(a: Utterance, b: Utterance) -> Finding | None:
    """Different states named as the doer of a deed done to the same thing."""
    if not (holds(a) and holds(b)) or same_side(a, b):
        return None
    for x in _deeds(a):
        for y in _deeds(b):
            if x.doer != y.doer and _same_deed(x, y, a, b):
                return finding(RelationKind.CONTRARY_TO, ReasonCode.AGENT, x.span, y.span, 0.65)
    return None


def _deeds(utterance: Utterance) -> list[_Deed]:
    """Hostile deeds of a content with the state that is named as their doer."""
    framed = [
        _Deed(country(doer.text), _span(frame, doer), frame)
        for frame in frames(utterance)
        if frame.predicate.lemma in _DEEDS and not frame.is_negated and (doer := _doer(frame))
    ]
    blamed = [
        _Deed(who, Span(start=match.start(), end=match.end()), None)
        for piece in utterance.statement.content
        for match in _BLAMED.finditer(utterance.capture.text, piece.start, piece.end)
        if (who := country(match["who"]))
    ]
    return framed + blamed


def _doer(frame: Frame) -> Token | None:
    """The word that names a state before an active predicate, or after "by" in a passive one."""
    before = [w for w in frame.clause if w.start < frame.predicate.start]
    after = [w for w in frame.clause if w.start > frame.predicate.start]
    is_passive = any(w.text.lower() in {"was", "were", "been", "being", "is", "are"} for w in before[-2:])
    if is_passive:
        by = next((i for i, w in enumerate(after) if w.text.lower() == "by"), len(after))
        before = after[by + 1 : by + 4]
    return next((w for w in before if country(w.text)), None)


def _span(frame: Frame, doer: Token) -> Span:
    """The deed with its doer: "Russian forces blew up the dam", "blown up by Russian forces"."""
    deed = phrase(frame)
    if doer.start < deed.start:
        return Span(start=doer.start, end=deed.end)
    named = next((w for w in frame.clause if w.start > doer.end and not w.is_stop), doer)
    return Span(start=deed.start, end=max(deed.end, named.end))


def _same_deed(x: _Deed, y: _Deed, a: Utterance, b: Utterance) -> bool:
    """Whether both deeds were done to one thing; a bare blame ("sabotage by ...") takes its paragraph's."""
    if x.frame and y.frame:
        things = [(p, q) for p in x.frame.arguments for q in y.frame.arguments]
        return any(near(p, q) >= 0.9 and not country(p.text) and rarity(p.lemma) >= _LEAST_RARE for p, q in things)
    framed, other = (x.frame, b) if x.frame else (y.frame, a)
    if framed is None:
        return False
    return any(
        rarity(w.lemma) >= _LEAST_RARE and not country(w.text) and w.lemma in other.article for w in framed.arguments
    )

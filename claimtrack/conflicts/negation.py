"""Negation: one says that it is so, the other, in its own words, that it is not."""

from claimtrack.claims.frames import matches, phrase
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.finding import Finding, finding, holds, same_side, says_not
from claimtrack.models import Polarity, ReasonCode, RelationKind

_LEAST = 0.55
"""Unaligned negation is the commonest false alarm, so the match must be a good one."""


def negation(a: Utterance, b: Utterance) -> Finding | None:
    """The same said and negated, without a word of rejection."""
    negative, positive = (a, b) if says_not(a) else (b, a)
    if not says_not(negative) or says_not(positive) or not holds(positive) or same_side(a, b):
        return None
    if negative.statement.polarity != Polarity.FALSE:
        return None
    best = next((m for m in matches(a, b) if m.score >= _LEAST), None)
    if best is None:
        return None
    return finding(RelationKind.CONTRADICTS, ReasonCode.NEGATION, phrase(a, best.a), phrase(b, best.b), 0.4 + 0.5 * best.score)

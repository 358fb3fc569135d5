"""Denial: one party rejects what another holds. A denial covers exactly its proposition."""

from claimtrack.claims.frames import matches, phrase
from claimtrack.claims.utterance import Utterance, country
from claimtrack.conflicts.finding import Finding, finding, holds, refuses, same_side
from claimtrack.language.lexicon import phrases, words
from claimtrack.models import ReasonCode, RelationKind

_GENERIC = words("claimtrack.conflicts", "generic")
_NOTHING_TO_DO = phrases("claimtrack.conflicts", "denial")["nothing_to_do"]


def denial(a: Utterance, b: Utterance) -> Finding | None:
    """A rejection on one side of what the other side holds."""
    if same_side(a, b):
        return None
    if refuses(a) and holds(b):
        return _met(a, b)
    if refuses(b) and holds(a):
        met = _met(b, a)
        return met._replace(reasons=tuple(r.turned for r in met.reasons)) if met else None
    return None


def _met(denier: Utterance, other: Utterance) -> Finding | None:
    """The denied words and those that hold it; `a` of the reason is the denier's.

    Only what the denial's main clause says is denied, not what it takes for granted.
    """
    shared = [m for m in matches(denier, other) if m.is_sure and m.a.is_main and m.a.is_negated == m.b.is_negated]
    if shared:
        best = shared[0]
        spans = phrase(best.a), phrase(best.b)
        return finding(RelationKind.CONTRADICTS, ReasonCode.DENIAL, *spans, 0.6 + 0.4 * best.score)
    points = _is_generic(denier) or bool(_NOTHING_TO_DO.search(denier.text))
    if points and (_accuses(other, denier) or _just_said(other, denier)):
        return finding(RelationKind.CONTRADICTS, ReasonCode.DENIAL, denier.whole, other.whole, 0.5)
    return None


def _is_generic(denier: Utterance) -> bool:
    """Whether what is denied is only pointed at ("the accusation", "any involvement")."""
    return all(word.lemma in _GENERIC for word in denier.content)


def _accuses(other: Utterance, denier: Utterance) -> bool:
    """Whether the other's content names the denier's side."""
    sides = {side.lower() for side in denier.statement.party.sides}
    names = {country(word.text) for word in other.words} | {word.text.lower() for word in other.words}
    return bool(sides & names)


def _just_said(other: Utterance, denier: Utterance) -> bool:
    """Whether the other's statement is what "that account" points back to: in the same or the last paragraph."""
    is_before = other.statement.start < denier.statement.start
    return other.capture.id == denier.capture.id and is_before and denier.number - other.number <= 1

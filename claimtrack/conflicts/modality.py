"""Modality: what one side shows or asserts was staged, faked or can't have been, says the other."""

from claimtrack.claims.clauses import clauses, negations
from claimtrack.claims.frames import near
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.finding import Finding, either_way, finding, holds, one_account, refuses
from claimtrack.language.lexicon import phrases, words
from claimtrack.models import ReasonCode, RelationKind, Span

_SAYS = phrases("claimtrack.conflicts", "modality")
_MATERIAL = words("claimtrack.conflicts", "material")


def modality(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """One calls staged, faked or impossible what the other holds."""
    return None if one_account(a, b) else either_way(lambda one, other: _met(one, other, scene), a, b)


def _met(doubter: Utterance, other: Utterance, scene: Scene) -> Finding | None:
    label = _label(doubter)
    doubted = [w for w in doubter.content if w.lemma in _MATERIAL]
    if refuses(doubter) and not doubted:
        return None  # "called the accusation a fabrication" denies it, and nothing was shown
    if label is None or not holds(other) or _label(other):
        return None
    shown = next((w for w in other.content if w.lemma in _MATERIAL), None)
    is_met = scene.is_one or (shown is not None and any(near(w, shown) >= 0.6 for w in doubted))
    where = Span(start=shown.start, end=shown.end) if shown else other.whole
    return finding(RelationKind.CONTRADICTS, ReasonCode.MODALITY, label, where, 0.6) if is_met else None


def _label(utterance: Utterance) -> Span | None:
    """Where a content calls something staged or impossible, outright."""
    text = utterance.capture.text
    for clause in clauses(utterance):
        match = _SAYS["unreal"].search(text, clause.start, clause.end)
        if match and clause.is_main and not negations(clause.before(match.start())):
            return Span(start=match.start(), end=match.end())
    return None

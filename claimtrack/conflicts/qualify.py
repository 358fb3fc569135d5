"""Qualifies: one side withholds judgement on what the other holds, or grants only a part of it."""

from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.alike import alike
from claimtrack.conflicts.finding import Finding, finding, holds, is_open, same_side
from claimtrack.language.lexicon import phrases
from claimtrack.models import ReasonCode, RelationKind

_SAYS = phrases("claimtrack.conflicts", "qualify")
_HEAD = 90
"""Characters of a content within which a withheld judgement is what it says."""


def withholds(utterance: Utterance) -> bool:
    """Whether the party gives no judgement: it can't tell, can't confirm, has seen no evidence."""
    text = utterance.capture.text
    cue = " ".join(span.of(text) for span in utterance.statement.cue)
    return is_open(utterance) or bool(_SAYS["withheld"].search(f"{cue} {utterance.text[:_HEAD]}"))


def qualify(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """Judgement withheld on one side, of what the other holds; or only a part of it granted."""
    if same_side(a, b):
        return None
    one, other = withholds(a), withholds(b)
    if one != other and holds(b if one else a) and alike(a, b, scene):
        return finding(RelationKind.QUALIFIES, ReasonCode.MODALITY, a.whole, b.whole, 0.5)
    if not (one or other) and holds(a) and holds(b) and _is_part(a) != _is_part(b) and alike(a, b, scene):
        return finding(RelationKind.QUALIFIES, ReasonCode.SAME, a.whole, b.whole, 0.3)
    return None


def _is_part(utterance: Utterance) -> bool:
    return bool(_SAYS["part"].search(utterance.text))

"""Qualifies: one side withholds judgement on what the other holds, or grants only a part of it."""

from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.agreement import grants
from claimtrack.conflicts.alike import alike
from claimtrack.conflicts.finding import Finding, finding, holds, is_open, refuses, same_side
from claimtrack.language.lexicon import phrases
from claimtrack.language.numbers import quantities
from claimtrack.models import ReasonCode, RelationKind

_SAYS = phrases("claimtrack.conflicts", "qualify")
_HEAD = 90
"""Characters of a content within which a withheld judgement is what it says."""


def withholds(utterance: Utterance) -> bool:
    """Whether the party gives no judgement: it can't tell, can't confirm, has seen no evidence."""
    if refuses(utterance):
        return False
    return is_open(utterance) or bool(_SAYS["withheld"].search(f"{utterance.cue} {utterance.text[:_HEAD]}"))


def withheld(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """Judgement withheld on one side, of what the other holds."""
    if same_side(a, b):
        return None
    one, other = withholds(a), withholds(b)
    is_open_figure = _give_figures(a, b) and (is_open(a) or is_open(b))
    if one != other and holds(b if one else a) and not is_open_figure and alike(a, b, scene):
        return finding(RelationKind.QUALIFIES, ReasonCode.MODALITY, a.whole, b.whole, 0.5)
    if _give_figures(a, b) and _is_confirmed(a) != _is_confirmed(b) and alike(a, b, scene):
        return finding(RelationKind.QUALIFIES, ReasonCode.MODALITY, a.whole, b.whole, 0.5)
    return None


def limits(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """One says all or never, the other grants a part: "some", "only when"; or one admits to a part."""
    if same_side(a, b) or not any(_is_narrower(x, y) for x, y in ((a, b), (b, a))):
        return None
    return finding(RelationKind.QUALIFIES, ReasonCode.SAME, a.whole, b.whole, 0.4) if alike(a, b, scene) else None


def in_part(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """One grants only a part of what the other holds, and nothing else parts them."""
    if same_side(a, b) or not (holds(a) and holds(b)) or _is_part(a) == _is_part(b) or not alike(a, b, scene):
        return None
    return finding(RelationKind.QUALIFIES, ReasonCode.SAME, a.whole, b.whole, 0.3)


def _is_narrower(one: Utterance, other: Utterance) -> bool:
    """Whether one grants a part of what the other says of all of it, or admits to a part of what it says."""
    some = _is_part(one) or (grants(one) and bool(_SAYS["some"].search(one.text)))
    return (some and bool(_SAYS["whole"].search(other.text))) or (grants(one) and _is_part(one) and not _is_part(other))


def _is_part(utterance: Utterance) -> bool:
    return bool(_SAYS["part"].search(utterance.text))


def _give_figures(a: Utterance, b: Utterance) -> bool:
    return all(quantities(utterance.text) for utterance in (a, b))


def _is_confirmed(utterance: Utterance) -> bool:
    """Whether a figure is of what has been confirmed, which leaves room for more."""
    return bool(_SAYS["confirmed"].search(utterance.text))

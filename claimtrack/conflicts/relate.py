"""All signals over one pair of utterances about one event."""

from collections.abc import Callable

from claimtrack.claims.scene import APART, Scene
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.absence import absence
from claimtrack.conflicts.agent import agent
from claimtrack.conflicts.agreement import agreement, grants
from claimtrack.conflicts.cause import cause
from claimtrack.conflicts.denial import denial
from claimtrack.conflicts.finding import Finding
from claimtrack.conflicts.matter import matter, same_answer
from claimtrack.conflicts.moment import other_moment
from claimtrack.conflicts.negation import negation
from claimtrack.conflicts.number import number
from claimtrack.conflicts.place import place
from claimtrack.conflicts.modality import modality
from claimtrack.conflicts.qualify import in_part, limits, withheld
from claimtrack.conflicts.time import time
from claimtrack.models import CONFLICTS, Kind, RelationKind

Signal = Callable[[Utterance, Utterance, Scene], Finding | None]

REJECTIONS: tuple[Signal, ...] = (modality, denial, matter, negation, absence)
"""Signals that an opinion can be party to."""

ACCOUNTS: tuple[Signal, ...] = (number, agent, cause, place, time)
"""Signals between two claims about the world."""


def relate(a: Utterance, b: Utterance, scene: Scene = APART) -> tuple[Finding, ...]:
    """How a stands to b: at most one conflict, or an update, and what they agree on beside it.

    What someone means to do is no account of what happened, so intentions are left out.
    """
    kinds = {a.statement.kind, b.statement.kind}
    if Kind.INTENTION in kinds:
        return ()
    if limited := limits(a, b, scene):
        return (limited,)
    if (grants(a) or grants(b)) and not denial(a, b, scene) and (shared := agreement(a, b, scene)):
        return (shared,)
    if qualified := withheld(a, b, scene):
        return (qualified,)
    rejections = () if other_moment(a, b) else REJECTIONS[:-2] if same_answer(a, b, scene) else REJECTIONS
    signals = (*rejections, *(ACCOUNTS if kinds == {Kind.CLAIM} else ()))
    found = [result for signal in signals if (result := signal(a, b, scene))]
    if not found and (part := in_part(a, b, scene)):
        return (part,)
    conflicts = [result for result in found if result.kind in CONFLICTS]
    others = [result for result in found if result.kind not in CONFLICTS]
    shared = agreement(a, b, scene)
    denied = any(result.kind == RelationKind.CONTRADICTS for result in conflicts)
    agreed = [shared] if shared and not denied else []
    return (*conflicts[:1], *(others[:1] or agreed))

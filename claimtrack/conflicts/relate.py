"""All signals over one pair of utterances about one event."""

from collections.abc import Callable

from claimtrack.claims.scene import APART, Scene
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.absence import absence
from claimtrack.conflicts.agent import agent
from claimtrack.conflicts.agreement import agreement, grants, one_sense
from claimtrack.conflicts.alike import may_meet
from claimtrack.conflicts.blame import blame
from claimtrack.conflicts.cause import cause
from claimtrack.conflicts.denial import denial, pointing
from claimtrack.conflicts.finding import Finding, is_mentioned
from claimtrack.conflicts.matter import matter, same_answer
from claimtrack.conflicts.modality import modality
from claimtrack.conflicts.moment import is_of_another_time, other_moment
from claimtrack.conflicts.negation import negation
from claimtrack.conflicts.number import number
from claimtrack.conflicts.opposite import opposite
from claimtrack.conflicts.place import place
from claimtrack.conflicts.qualify import in_part, limits, withheld
from claimtrack.conflicts.time import time
from claimtrack.models import CONFLICTS, Kind, ReasonCode, RelationKind

Signal = Callable[[Utterance, Utterance, Scene], Finding | None]

REJECTIONS: tuple[Signal, ...] = (modality, denial, blame, negation, absence, matter, opposite)
"""Signals that an opinion can be party to."""

WORDS_ALONE: frozenset[Signal] = frozenset([negation, absence])
"""Of these, signals that see a negation, and are wrong where both give one answer ("none survived", "all died")."""

ACCOUNTS: tuple[Signal, ...] = (number, agent, cause, place, time)
"""Signals between two claims about the world."""


SPECIFIC = (
    ReasonCode.MODALITY,
    ReasonCode.DENIAL,
    ReasonCode.NUMBER,
    ReasonCode.TIME,
    ReasonCode.PLACE,
    ReasonCode.NEGATION,
    ReasonCode.AGENT,
    ReasonCode.CAUSE,
    ReasonCode.ANTONYM,
)
"""Reasons for a conflict, what tells most first; where several speak the first is given."""


def relate(a: Utterance, b: Utterance, scene: Scene = APART) -> tuple[Finding, ...]:
    """How a stands to b: at most one conflict, or an update, and what they agree on beside it.

    What someone means to do is no account of what happened, so intentions are left out.
    """
    kinds = {a.statement.kind, b.statement.kind}
    is_apart = not scene.is_one and is_of_another_time(a, b)
    if Kind.INTENTION in kinds or is_mentioned(a) or is_mentioned(b) or is_apart:
        return ()
    if not may_meet(a, b, scene):
        pointed = pointing(a, b, scene)
        return (pointed,) if pointed else ()
    return _related(a, b, scene)


def _related(a: Utterance, b: Utterance, scene: Scene) -> tuple[Finding, ...]:
    """How two stand to each other that may be on one matter."""
    if limited := limits(a, b, scene):
        return (limited,)
    shared = agreement(a, b, scene)
    if (grants(a) or grants(b)) and not denial(a, b, scene) and (met := shared or one_sense(a, b, scene)):
        return (met,)
    if qualified := withheld(a, b, scene):
        return (qualified,)
    found = [result for signal in _signals(a, b, scene) if (result := signal(a, b, scene))]
    if not found and (part := in_part(a, b, scene)):
        return (part,)
    conflicts = sorted((result for result in found if result.kind in CONFLICTS), key=_generality)
    others = [result for result in found if result.kind not in CONFLICTS]
    if conflicts:
        beside = shared if conflicts[0].kind == RelationKind.CONTRARY_TO else None
    else:
        beside = shared or one_sense(a, b, scene)
    return (*conflicts[:1], *(others[:1] or ([beside] if beside else [])))


def _generality(conflict: Finding) -> int:
    """The place of its reason among those that tell more: another figure or hour says more than an opposite word."""
    return SPECIFIC.index(conflict.reasons[0].code)


def _signals(a: Utterance, b: Utterance, scene: Scene) -> list[Signal]:
    """The signals that may speak: accounts are compared between claims, what held "so far" is not denied later."""
    are_claims = {a.statement.kind, b.statement.kind} == {Kind.CLAIM}
    accounts = ACCOUNTS if are_claims or scene.is_one else ()
    if other_moment(a, b):
        return list(accounts)
    mute = WORDS_ALONE if same_answer(a, b, scene) else frozenset()
    return [signal for signal in (*REJECTIONS, *accounts) if signal not in mute]

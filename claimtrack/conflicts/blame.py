"""Blame: one lays it at somebody's door, another says that he had nothing to do with it, whoever speaks for him."""

import re
from collections.abc import Iterator
from functools import lru_cache

from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.agent import deeds, side_called
from claimtrack.conflicts.finding import Finding, either_way, finding, holds, one_account, refuses
from claimtrack.models import ReasonCode, RelationKind, Span, Stance

_WHO = r"(?P<who>(?:[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}))"
_POSSESSED = (
    r"(?:['’]s?)?(?: (?:forces?|army|military|troops|side|government|agents|services?|navy|intelligence|state))?"
)
_LAID = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:planned|carried out|masterminded|perpetrated|committed)\b[^.;,]{0,20}\bby (?:the )?" + _WHO,
        _WHO
        + _POSSESSED
        + r" (?:role|part|hand|involvement|complicity|guilt|responsibility|fingerprints|backing|blessing|go-ahead)\b",
        _WHO + _POSSESSED + r"(?: \w+)? (?:took part|had a hand|played a (?:role|part)|had a (?:role|part))\b",
        _WHO
        + _POSSESSED
        + r" (?:(?:was|is|were|are|to be) )?(?:answerable|accountable|culpable|liable|guilty|complicit)\b",
        r"\bresponsib\w+ (?:for [^.;]{3,60} )?(?:lies|lay|rests|rested)(?: \w+)? with (?:the )?" + _WHO,
        r"\bat the door of (?:the )?[\"“]?" + _WHO,
        r"\blink(?:s|ed|ing) (?:\w+ (?:of|in) )?(?:the )?" + _WHO,
    )
)
"""Words by which a deed is laid at a party's door."""
_TAKEN_AWAY = tuple(
    re.compile(_WHO + _POSSESSED + pattern)
    for pattern in (
        r" (?:had|has|have) (?:absolutely )?nothing to do with\b",
        r" (?:took|had|played|has) no (?:part|role|hand|involvement)\b",
        r" took part in nothing\b",
        r" (?:was|were|is|are|had|has|have) (?:not|never) (?:been )?(?:involved|behind|responsible|to blame|guilty)\b",
    )
)
"""Words by which it is taken away from there again."""
_CHARGED = re.compile(
    r"\b(?:accus\w+|charg\w+|alleg\w+|claims?|blam\w+|suggest\w+)\b(?: of| against| that| about)?"
    rf"(?: an?| the| any)?(?: \w+){{0,2}}? {_WHO}"
)
"""Whom a charge is against that is rejected: "accusing Moscow was absurd", "accusations against Washington"."""


def blame(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:  # noqa: ARG001 all signals are asked alike
    """A party is said to be behind it, and said not to be."""
    return None if one_account(a, b) else either_way(_cleared, a, b)


def _cleared(one: Utterance, other: Utterance) -> Finding | None:
    """Whom one blames the other clears; `a` of the reason is where he is blamed."""
    if not holds(one):
        return None
    at = blamed(one)
    for side, span in _cleared_sides(other):
        if side in at:
            is_denial = refuses(other) or "nothing to do with" in span.of(other.capture.text)
            code = ReasonCode.DENIAL if is_denial else ReasonCode.NEGATION
            return finding(RelationKind.CONTRADICTS, code, at[side], span, 0.55)
    return None


@lru_cache(maxsize=8192)
def blamed(utterance: Utterance) -> dict[str, Span]:
    """The sides, in lower case, that a content says are behind it, with the words that say so."""
    return dict(_named(utterance, _LAID)) | {deed.doer: deed.span for deed in deeds(utterance) if deed.doer}


def _cleared_sides(utterance: Utterance) -> Iterator[tuple[str, Span]]:
    """The sides that a content clears: in so many words, or by rejecting a charge against them."""
    yield from _named(utterance, _TAKEN_AWAY)
    if utterance.statement.stance == Stance.DENIES and refuses(utterance):
        yield from _named(utterance, (_CHARGED,))


def _named(utterance: Utterance, patterns: tuple[re.Pattern[str], ...]) -> Iterator[tuple[str, Span]]:
    text = utterance.capture.text
    for piece in utterance.read:
        for pattern in patterns:
            for match in pattern.finditer(text, piece.start, piece.end):
                if side := side_called(match["who"]):
                    yield side, Span(start=match.start(), end=match.end())

"""Negation: one says that it is so, the other, in its own words, that it is not."""

from claimtrack.claims.frames import PRONOUN, Match, frames, matches, near, phrase
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance, sides_named
from claimtrack.conflicts.alike import are_dispatches
from claimtrack.conflicts.finding import Finding, finding, one_account, refuses
from claimtrack.conflicts.outright import is_only_named, names_only
from claimtrack.language.meaning import closeness
from claimtrack.language.numbers import quantities
from claimtrack.models import ReasonCode, RelationKind, Stance

_SAME, _THE_SAME = 0.9, 0.8
_LEAST = 0.55
"""Unaligned negation is the commonest false alarm, so the match must be a good one."""
_OF_MIND = frozenset("concern worry know understand think feel look aware sure happy hope want".split())
_TELLING = frozenset({Stance.ASSERTS, Stance.DENIES, Stance.CONCEDES})


def negation(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """The same predicate of the same thing, negated on one side only, without a word of rejection."""
    if one_account(a, b) or refuses(a) or refuses(b) or not {a.statement.stance, b.statement.stance} <= _TELLING:
        return None
    if any(q.high == 0 for u in (a, b) for q in quantities(u.text)) and all(quantities(u.text) for u in (a, b)):
        return None  # "none of the drivers", "40 drivers": figures
    is_of_one = scene.is_one or are_dispatches(a, b)
    for match in matches(a, b):
        are_main = match.a.is_main and match.b.is_main
        is_known = a.capture.id == b.capture.id or match.arguments[0] > PRONOUN  # a pronoun points inside its article
        is_known = is_known and (is_of_one or _is_close(match) or _is_answer(a, b) or _is_same(a, b))
        is_good = are_main and match.is_sure and match.score >= _LEAST and is_known and _are_of_one_mind(match)
        told, negated = ((match.b, b), (match.a, a)) if match.a.is_negated else ((match.a, a), (match.b, b))
        is_told = not (is_only_named(*told) or names_only(*negated))
        if is_good and match.a.is_negated != match.b.is_negated and is_told:
            spans = phrase(match.a), phrase(match.b)
            return finding(RelationKind.CONTRADICTS, ReasonCode.NEGATION, *spans, 0.4 + 0.5 * match.score)
    for x in frames(a) if scene.is_one else ():
        for y in frames(b):
            if near(x.predicate, y.predicate) >= _SAME and x.is_negated != y.is_negated and x.is_main and y.is_main:
                return finding(RelationKind.CONTRADICTS, ReasonCode.NEGATION, phrase(x), phrase(y), 0.5)
    return None


def _is_close(match: Match) -> bool:
    """Whether the very same deed is told with two participants that are the same."""
    well = [nearness for nearness in match.arguments if nearness >= _SAME]
    return match.predicate >= _SAME and len(well) > 1


def _is_same(a: Utterance, b: Utterance) -> bool:
    """Whether the two are told in much the same words: "was armed", "was not armed"."""
    return closeness(a.text, b.text) >= _THE_SAME


def _is_answer(a: Utterance, b: Utterance) -> bool:
    """Whether one names the side of the other, who says that it is not so."""
    pairs = ((a, b), (b, a))
    return any(
        denier.statement.stance == Stance.DENIES and sides_named(other) & set(denier.statement.party.sides)
        for denier, other in pairs
    )


def _are_of_one_mind(match: Match) -> bool:
    """Whether it is one who knows or cares, and who does not: others may be of another mind without a conflict."""
    if match.a.predicate.lemma not in _OF_MIND:
        return True
    here, there = ([w for w in f.arguments if w.start < f.predicate.start] for f in (match.a, match.b))
    return any(near(p, q) >= _SAME for p in here for q in there)

"""Agreement: two sides say the same, in their own words."""

from claimtrack.claims.frames import Match, matches, phrase
from claimtrack.claims.utterance import Utterance, country
from claimtrack.conflicts.finding import Finding, finding, holds, refuses, same_side
from claimtrack.language.lexicon import words
from claimtrack.models import ReasonCode, RelationKind

_OUTCOMES = words("claimtrack.conflicts", "outcomes")


def agreement(a: Utterance, b: Utterance) -> Finding | None:
    """Both hold it, or both reject it, and neither names another doer."""
    if not ((holds(a) and holds(b)) or (refuses(a) and refuses(b))):
        return None
    best = next((m for m in matches(a, b) if _is_stated(m) and not _other_doer(m)), None)
    if best is None:
        return None
    kind = RelationKind.REPEATS if same_side(a, b) else RelationKind.CORROBORATES
    return finding(kind, ReasonCode.SAME, phrase(best.a), phrase(best.b), 0.3 + 0.3 * best.score)


def _is_stated(match: Match) -> bool:
    """Whether both say it in a main clause, and both say it is so or both that it is not.

    A word that is only a kind of the other counts where both tell how it ended ("ditched", "crashed").
    """
    ended = {match.a.predicate.lemma, match.b.predicate.lemma} <= _OUTCOMES
    if not (match.is_sure or ended):
        return False
    return match.a.is_main and match.b.is_main and match.a.is_negated == match.b.is_negated


def _other_doer(match: Match) -> bool:
    """Whether the words before the two predicates name different states."""
    here, there = (
        {country(w.text) for w in f.clause if w.start < f.predicate.start} - {""} for f in (match.a, match.b)
    )
    return bool(here and there) and not here & there

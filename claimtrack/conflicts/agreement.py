"""Agreement: two sides say the same, in their own words."""

from claimtrack.claims.frames import Match, matches, phrase
from claimtrack.claims.utterance import Utterance, country
from claimtrack.conflicts.finding import Finding, finding, holds, refuses, same_side
from claimtrack.models import ReasonCode, RelationKind


def agreement(a: Utterance, b: Utterance) -> Finding | None:
    """Both hold it, or both reject it, and neither names another doer."""
    both_reject = refuses(a) and refuses(b)
    if not (holds(a) and holds(b) or both_reject):
        return None
    best = next((m for m in matches(a, b) if not _other_doer(m)), None)
    if best is None:
        return None
    kind = RelationKind.REPEATS if same_side(a, b) else RelationKind.CORROBORATES
    return finding(kind, ReasonCode.SAME, phrase(a, best.a), phrase(b, best.b), 0.3 + 0.3 * best.score)


def _other_doer(match: Match) -> bool:
    """Whether the words before the two predicates name different states."""
    here, there = ({country(w.text) for w in f.clause if w.start < f.predicate.start} - {""} for f in (match.a, match.b))
    return bool(here and there) and not here & there

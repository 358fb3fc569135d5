"""Antonym: opposite words for one thing: deliberate and by accident, safe and contaminated."""

import re

from claimtrack.claims.frames import clauses, near
from claimtrack.claims.utterance import PRONOUNS, Utterance, country
from claimtrack.conflicts.finding import Finding, finding, holds, same_side
from claimtrack.language.clauses import is_negated
from claimtrack.language.lexicon import opposites
from claimtrack.language.rarity import rarity
from claimtrack.models import ReasonCode, RelationKind, Span

_LEAST_RARE = 0.4
_SAME = 0.9


def antonym(a: Utterance, b: Utterance) -> Finding | None:
    """Opposite words, neither negated, in clauses that share a thing."""
    if same_side(a, b) or not (holds(a) and holds(b)):
        return None
    for one, other in opposites("claimtrack.conflicts"):
        for first, second in ((one, other), (other, one)):
            x, y = _said(a, first), _said(b, second)
            if x and y and _share(a, b, x, y):
                return finding(RelationKind.CONTRARY_TO, ReasonCode.ANTONYM, x, y, 0.6)
    return None


def _said(utterance: Utterance, words: re.Pattern[str]) -> Span | None:
    """Where a word of a group stands in a clause that is not negated."""
    text = utterance.capture.text
    for clause in clauses(utterance):
        start, end = clause[0].start, clause[-1].end
        if (match := words.search(text, start, end)) and not is_negated(text[start:end]):
            return Span(start=match.start(), end=match.end())
    return None


def _share(a: Utterance, b: Utterance, x: Span, y: Span) -> bool:
    """Whether the rest names a common thing, or a pronoun on one side stands for the other's."""
    here = [w for w in a.content if not x.start <= w.start < x.end and not country(w.text)]
    there = [w for w in b.content if not y.start <= w.start < y.end and not country(w.text)]
    if any(rarity(p.lemma) >= _LEAST_RARE and near(p, q) >= _SAME for p in here for q in there):
        return True
    return _has_pronoun_before(a, x) != _has_pronoun_before(b, y)


def _has_pronoun_before(utterance: Utterance, span: Span) -> bool:
    """Whether what the word is said of may be a pronoun: "she was hit by mistake"."""
    return any(w.text.lower() in PRONOUNS for w in utterance.words if w.start < span.start)

"""Agreement: two sides say the same, in their own words."""

import math

from claimtrack.claims.frames import Match, matches, phrase
from claimtrack.claims.scene import APART, Scene
from claimtrack.claims.utterance import Utterance, country
from claimtrack.conflicts.alike import says_much_the_same
from claimtrack.conflicts.doers import other_doers
from claimtrack.conflicts.finding import Finding, finding, refuses, same_side, says_not
from claimtrack.conflicts.matter import same_answer
from claimtrack.language.lexicon import phrases, words
from claimtrack.language.meaning import closeness
from claimtrack.language.numbers import Quantity, quantities
from claimtrack.language.wordnet import wordnet
from claimtrack.models import Kind, Polarity, ReasonCode, RelationKind, Stance

_SAYS = phrases("claimtrack.conflicts", "agree")
_LEAST_ARGUMENT, _WELL = 0.7, 0.9
_GRANTED, _MUCH_THE_SAME, _THE_SAME = 0.3, 0.5, 0.75
_OUTCOMES = words("claimtrack.conflicts", "outcomes")


def agreement(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """Both hold it, or both reject it, and neither names another doer.

    One deed in both is no chance where it is how a thing ended, or where the whole is near in sense.
    """
    if _other_figure(a, b) or _of_themselves(a, b) or _unconnected(a) != _unconnected(b):
        return None
    kind = RelationKind.REPEATS if same_side(a, b) else RelationKind.CORROBORATES
    if _known(a) and _known(b):
        is_near = says_much_the_same(a, b)
        found = (m for m in matches(a, b) if scene.is_one or (is_near and not _is_thing(m)) or _is_of_the_end(m))
        best = next((m for m in found if _is_stated(m, a, b) and not _other_doer(m)), None)
        if best and not other_doers(a, b, APART):
            return finding(kind, ReasonCode.SAME, phrase(best.a), phrase(best.b), 0.3 + 0.3 * best.score)
    return None


def one_sense(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """Of a pair known to be of one event: one answer to one matter, or much the same sense in other words."""
    if not scene.is_one or _other_figure(a, b) or _of_themselves(a, b):
        return None
    kind = RelationKind.REPEATS if same_side(a, b) else RelationKind.CORROBORATES
    if met := same_answer(a, b, scene):
        return finding(kind, ReasonCode.SAME, *met, 0.4)
    if _one_answer(a, b) and closeness(a.text, b.text) >= _least(a, b):
        return finding(kind, ReasonCode.SAME, a.whole, b.whole, 0.3)
    return None


def _least(a: Utterance, b: Utterance) -> float:
    """How close two contents of one event must be to say the same: less if one confirms, or they share a deed."""
    if grants(a) or grants(b) or (refuses(a) and refuses(b)):
        return _GRANTED
    return _MUCH_THE_SAME if matches(a, b) else _THE_SAME


def grants(utterance: Utterance) -> bool:
    """Whether the party says that it is so after another: it confirms, admits, did not deny."""
    return utterance.statement.stance == Stance.CONCEDES or bool(_SAYS["grants"].search(utterance.cue))


def _one_answer(a: Utterance, b: Utterance) -> bool:
    """Whether both hold something to be so, or both not, whatever one of them grants."""
    if Kind.INTENTION in {a.statement.kind, b.statement.kind} or refuses(a) != refuses(b):
        return False
    return a.statement.polarity == b.statement.polarity or grants(a) or grants(b) or says_not(a) == says_not(b)


def _of_themselves(a: Utterance, b: Utterance) -> bool:
    """Whether two speakers each tell of their own doing: "denied taking bribes"."""
    return all(u.words and u.words[0].text.lower().endswith("ing") and not same_side(a, b) for u in (a, b))


def _unconnected(utterance: Utterance) -> bool:
    """Whether it names a thing only to say that it has nothing to do with it."""
    return "nothing to do with" in utterance.text


def _known(utterance: Utterance) -> bool:
    """Whether the party says that it is so, or that it is not."""
    return utterance.statement.polarity != Polarity.UNKNOWN


def _is_stated(match: Match, a: Utterance, b: Utterance) -> bool:
    """Whether both say it in a main clause, and both say it is so or both that it is not.

    A word that is only a kind of the other counts where both tell how it ended ("ditched", "crashed").
    """
    ended = _is_of_the_end(match)
    is_one_deed = ended or match.predicate >= _WELL or match.arguments[0] >= _WELL
    if not (match.is_sure or ended) or match.arguments[0] < _LEAST_ARGUMENT or not is_one_deed:
        return False
    is_one_answer = (match.a.is_negated != refuses(a)) == (match.b.is_negated != refuses(b))
    is_aside = says_not(a) != says_not(b) and not (match.a.is_negated or match.b.is_negated)
    return not is_aside and match.a.is_main and match.b.is_main and is_one_answer


def _is_thing(match: Match) -> bool:
    """Whether what both name is a thing, and no deed: "detention centres", "the migration route"."""
    return any(f.predicate.lemma not in wordnet().verbs for f in (match.a, match.b))


def _is_of_the_end(match: Match) -> bool:
    """Whether both tell how it ended: "ditched", "crashed"."""
    return {match.a.predicate.lemma, match.b.predicate.lemma} <= _OUTCOMES


def _other_doer(match: Match) -> bool:
    """Whether the words before the two predicates name different states or people."""
    states, names = [], []
    for frame in (match.a, match.b):
        before = [w for w in frame.clause if w.start < frame.predicate.start]
        states.append({country(w.text) for w in before} - {""})
        names.append({w.lemma for w in before if w.text[:1].isupper() and not w.is_stop and not country(w.text)})
    return any(all(pair) and not pair[0] & pair[1] for pair in (states, names))


def _other_figure(a: Utterance, b: Utterance) -> bool:
    """Whether both give figures, and no two of them are the same, or the one a rounding of the other."""
    here, there = (quantities(utterance.text) for utterance in (a, b))
    return bool(here and there) and not any(_is_same(x, y) for x in here for y in there)


def _is_same(x: Quantity, y: Quantity) -> bool:
    is_open = any(q.high == math.inf or (q.low == 0 and q.high > 0) for q in (x, y))
    return not x.excludes(y) and (not is_open or x[:2] == y[:2])

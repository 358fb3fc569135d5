"""Opposites: two words that WordNet holds to be antonyms, said of one thing: "was open" and "was closed"."""

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.claims.clauses import Clause, clauses, is_turned
from claimtrack.claims.frames import near
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import PRONOUNS, Utterance, country
from claimtrack.conflicts.finding import Finding, finding, one_account, refuses
from claimtrack.language.lexicon import words
from claimtrack.language.rarity import rarity
from claimtrack.language.wordnet import are_opposed, wordnet
from claimtrack.language.words import Token
from claimtrack.models import Kind, Polarity, ReasonCode, RelationKind, Span

_SAME, _LEAST_RARE = 0.8, 0.4
_CONVERSES = words("claimtrack.conflicts", "converses")
_BEING = frozenset("is are was were be been being remained stayed became".split())
_REACH = 3
"""Words between a form of "be" and what is said to be so."""


class _Said(NamedTuple):
    """A word that says what something did or is."""

    word: Token
    is_verb: bool
    is_so: bool
    """Whether the party holds it, negations counted."""
    before: tuple[Token, ...]
    """Nouns, names and pronouns of its clause before it: who or what it is said of."""
    after: tuple[Token, ...]


def opposite(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """Opposite words of one thing, both held to be so."""
    if one_account(a, b) or Kind.INTENTION in {a.statement.kind, b.statement.kind}:
        return None
    met = next((pair for pair in opposites(a, b, scene) if pair[0].is_so and pair[1].is_so), None)
    if met is None:
        return None
    is_denial = refuses(a) or refuses(b)
    kind = RelationKind.CONTRADICTS if is_denial else RelationKind.CONTRARY_TO
    code = ReasonCode.DENIAL if is_denial else ReasonCode.ANTONYM
    x, y = (Span(start=said.word.start, end=said.word.end) for said in met)
    return finding(kind, code, x, y, 0.55)


def opposites(a: Utterance, b: Utterance, scene: Scene) -> list[tuple[_Said, _Said]]:
    """Words of two contents that are opposed and said of one thing."""
    return [(x, y) for x in _said(a) for y in _said(b) if _are_opposed(x.word, y.word) and _of_one_thing(x, y, scene)]


def _said(utterance: Utterance) -> list[_Said]:
    if utterance.statement.polarity == Polarity.UNKNOWN:
        return []
    found = []
    for clause in (c for c in clauses(utterance) if c.is_main and not c.is_unreal):
        for index, word in enumerate(clause.words):
            is_verb, is_state = _is_verb(clause.words, index), _is_state(clause.words, index)
            if not word.is_stop and (is_verb or is_state):
                found.append(_reading(utterance, clause, index, is_verb=is_verb and not is_state))
    return found


def _reading(utterance: Utterance, clause: Clause, index: int, *, is_verb: bool) -> _Said:
    before, after = clause.words[:index], clause.words[index + 1 :]
    is_so = is_turned(before, after) == refuses(utterance)
    return _Said(clause.words[index], is_verb, is_so, _named(before), _named(after))


def _named(around: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(w for w in around if not w.is_stop or w.text.lower() in PRONOUNS)


def _is_verb(clause: Sequence[Token], index: int) -> bool:
    """Whether a word is used as a verb: it has a verb's ending, or an auxiliary before it."""
    word = clause[index]
    return index > 0 and word.lemma in wordnet().verbs and word.text.islower() and word.text != word.lemma


def _is_state(clause: Sequence[Token], index: int) -> bool:
    """Whether a word is what something is said to be: it ends what follows a form of "be"."""
    before = [w.text.lower() for w in clause[max(0, index - _REACH) : index]]
    ends = index + 1 == len(clause) or clause[index + 1].is_stop
    return ends and bool(_BEING & set(before))


def _are_opposed(x: Token, y: Token) -> bool:
    """Whether two words are antonyms as they stand or in their base forms, and not two ends of one deal."""
    if {x.lemma, y.lemma} <= _CONVERSES:
        return False
    return any(are_opposed(p, q) for p in (x.lemma, x.text.lower()) for q in (y.lemma, y.text.lower()))


def _of_one_thing(x: _Said, y: _Said, scene: Scene) -> bool:
    """Whether both are said of one thing, and nothing else in the two clauses is opposed."""
    if any(are_opposed(p.lemma, q.lemma) for p in (*x.before, *x.after) for q in (*y.before, *y.after)):
        return False
    return _meet(x.before, y.before, scene) and (not (x.is_verb and y.is_verb) or _meet(x.after, y.after, scene))


def _meet(here: Sequence[Token], there: Sequence[Token], scene: Scene) -> bool:
    """Whether two groups of words name one thing; of a pair known to be of one event, a pronoun may stand for it."""
    if not (here and there):
        return scene.is_one or not (here or there)
    if scene.is_one and any(w.text.lower() in PRONOUNS for w in (*here, *there)):
        return True
    return any(near(p, q) >= _SAME and _tells(p, scene) for p in here for q in there)


def _tells(word: Token, scene: Scene) -> bool:
    is_rare = scene.is_one or rarity(word.lemma) >= _LEAST_RARE
    return is_rare and word.lemma not in scene.common and not word.text[0].isdigit() and not (country(word.text))

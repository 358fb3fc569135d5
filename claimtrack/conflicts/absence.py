"""Absence: one says that there was none of what the other tells of: "no warning", "denied any disruption"."""

from collections.abc import Sequence

from claimtrack.claims.clauses import SUBORDINATE, clauses, negations
from claimtrack.claims.frames import frames
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance, country
from claimtrack.conflicts.alike import alike
from claimtrack.conflicts.finding import Finding, either_way, finding, holds, one_account, refuses
from claimtrack.conflicts.outright import is_only_spoken_of
from claimtrack.language.lexicon import words
from claimtrack.language.rarity import rarity
from claimtrack.language.wordnet import nearness, wordnet
from claimtrack.language.words import Token
from claimtrack.models import ReasonCode, RelationKind, Span, Stance

_LEAST_RARE, _LEAST_RARE_OF_ONE = 0.4, 0.2
_SAME = 0.8
_REACH = 5
"""Words after "no" among which the noun is looked for."""
_HAVING, _ENOUGH = frozenset(["possess", "own"]), frozenset(["enough", "sufficient", "much", "many"])
_GENERIC = words("claimtrack.conflicts", "generic")


def absence(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """Nothing of a kind on one side, and something of it on the other."""
    return None if one_account(a, b) else either_way(lambda one, other: _met(one, other, scene), a, b)


def _met(denier: Utterance, other: Utterance, scene: Scene) -> Finding | None:
    if denier.statement.stance != Stance.DENIES or not holds(other):
        return None
    is_rejection = refuses(denier)
    code = ReasonCode.DENIAL if is_rejection else ReasonCode.NEGATION
    absent = _absent(denier, "any" if is_rejection else "no", _rare(scene)) or (
        _negated(denier, _rare(scene)) if scene.is_one else []
    )
    for span, noun in absent:
        for word in _told(other):
            is_one = nearness(noun.lemma, word.lemma) >= _SAME
            same = _word_for_word(span, word, denier, other) if is_one else None
            is_told = is_one and _is_thing(noun, _rare(scene)) and alike(denier, other, scene)
            if same or is_told:
                where = same or Span(start=word.start, end=word.end)
                return finding(RelationKind.CONTRADICTS, code, span, where, 0.4 + 0.4 * rarity(noun.lemma))
    return None


def _word_for_word(span: Span, word: Token, denier: Utterance, other: Utterance) -> Span | None:
    """Where the other names the thing in the same words, more than one: "no building materials"."""
    absent = [w.lemma for w in denier.content if span.start <= w.start < span.end]
    told = [w for w in other.words if w.start <= word.start][-len(absent) :]
    is_same = len(absent) > 1 and absent == [w.lemma for w in told]
    return Span(start=told[0].start, end=word.end) if is_same else None


def _rare(scene: Scene) -> float:
    """How rare a thing must be: of one pair of one event, any but the commonest will do."""
    return _LEAST_RARE_OF_ONE if scene.is_one else _LEAST_RARE


def _absent(utterance: Utterance, determiner: str, least: float = _LEAST_RARE) -> list[tuple[Span, Token]]:
    """The things of which there was none, each from "no" on."""
    found = []
    said = utterance.words
    for index, word in enumerate(said):
        is_single = word.text.lower() == "single" and index > 1 and said[index - 2].text.lower() == "not"
        if word.text.lower() != determiner and not is_single and not _has_none(said, index):
            continue
        phrase = []
        for after in said[index + 1 : index + 1 + _REACH]:
            if after.is_stop:
                break
            phrase.append(after)
        nouns = [w for w in phrase if _is_thing(w, least)] or phrase[1:][-1:]  # "no special forces"
        if nouns:
            found.append((Span(start=word.start, end=nouns[-1].end), nouns[-1]))
    return found


def _has_none(said: Sequence[Token], index: int) -> bool:
    """Whether somebody is said not to have what follows: "does not possess chemical weapons"."""
    before = [word.text.lower() for word in said[max(0, index - 2) : index]]
    if any(word.text.lower() in _ENOUGH for word in said[index + 1 : index + 2]):
        return False
    return said[index].lemma in _HAVING and any(w == "not" or w.endswith(("n't", "n’t")) for w in before)


def _negated(utterance: Utterance, least: float) -> list[tuple[Span, Token]]:
    """The things after the negation of a main clause: "not consistent with rockets"."""
    return [
        (Span(start=word.start, end=word.end), word)
        for clause in clauses(utterance)
        if clause.is_main
        for word in clause.words
        if not word.is_stop and negations(clause.before(word.start)) % 2 and _is_thing(word, least)
    ]


def _is_thing(word: Token, least: float) -> bool:
    known = word.lemma in wordnet().nouns or word.lemma in wordnet().verbs_of or not word.text.islower()
    return known and word.lemma not in _GENERIC and rarity(word.lemma) >= least and not country(word.text)


def _told(utterance: Utterance) -> list[Token]:
    """The words of clauses that are not negated and tell of what has been."""
    unsaid = {w.start for f in frames(utterance) if f.is_negated or f.is_to_come or not f.is_main for w in f.clause}
    unsaid |= {
        w.start
        for clause in clauses(utterance)
        for w in clause.words
        if clause.words[0].text.lower() in SUBORDINATE - {"that"}
        or is_only_spoken_of(clause, Span(start=w.start, end=w.end))
    }
    absent = {noun.start for _, noun in _absent(utterance, "no")}
    return [w for w in utterance.content if w.start not in unsaid and w.start not in absent]

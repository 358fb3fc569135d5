"""What a content says of whom: its predicates with their arguments, and how two contents align.

After the natural-logic view of entailment (MacCartney & Manning 2008) a difference is a conflict
only where the rest is the same. A frame is one predicate (a verb, or a noun made of one) with
the other words of its clause; frames of two contents match if their predicates mean the same
and an argument does.
"""

from functools import lru_cache
from typing import NamedTuple

from claimtrack.claims.clauses import clauses, is_to_come, is_turned
from claimtrack.claims.utterance import PRONOUNS, Utterance, country, term
from claimtrack.language.inflection import UNCHANGING
from claimtrack.language.wordnet import nearness, wordnet
from claimtrack.language.words import Token
from claimtrack.models import Span

LIGHT = frozenset(
    """be have do make take give get go come say tell call put use seem become keep let want need try show add ask
        report state claim accuse suggest allege mean cause lead carry hold leave set turn know see find think
        believe happen occur continue start begin result involve remain speak describe follow include fly""".split()
)
"""Verbs that say too little to match two contents by themselves."""

_AUXILIARIES = frozenset(
    """to had has have was were be been is are did does do will would shall can could may might must not never it
        they he she who which that and then also""".split()
)
_FINITE = frozenset("is are was were be been has have had did does do could would".split())
_BEING = frozenset("is are was were be been being got".split())
_ERGATIVE = frozenset(
    "crash ditch sink explode burn collapse capsize fall break end open close stop start begin turn move change".split()
)
"""Verbs of which the same thing can be subject or object: "it crashed", "they crashed it"."""
_FINITE_OR_SHORT = _FINITE | {"'s", "’s"}
_ABOUT = frozenset("of at for about from".split())
_ANSWERABLE = frozenset("responsible guilty accuse accused suspect suspected blame blamed convict convicted".split())
"""Before "of" or "for", words that say of somebody that he did it."""
_DETERMINERS = frozenset("""the a an its their his her our this that these those no any some""".split())
_BODIES = frozenset("government administration delegation force".split())
"""Nouns made of verbs that name who acts, and no deed."""
_SLIGHT = frozenset("work deal question arm".split())
"""Nouns that tell no deed, and verbs that do: "do this work", "worked for the agency"."""
_NEAR_NOUN = 3
_LEAST = 0.6
PRONOUN = 0.7
"""Nearness of a pronoun to what it may stand for."""
_SAME_DEED, _WELL = 0.8, 0.9


class Frame(NamedTuple):
    """One predicate and the words of its clause."""

    predicate: Token
    arguments: tuple[Token, ...]
    """Meaningful words and pronouns of the clause, without the predicate."""
    clause: tuple[Token, ...]
    """All words of the clause, in order."""
    is_main: bool
    """Whether it stands in a main clause: what is asserted or denied, not what is taken for granted."""
    is_negated: bool
    is_to_come: bool
    """Whether it is said of the future, or of what should be."""


class Match(NamedTuple):
    """Two frames that speak of the same thing, and how surely."""

    a: Frame
    b: Frame
    predicate: float
    """Nearness of the predicates, 0.6 to 1."""
    arguments: tuple[float, ...]
    """Nearness of the arguments that fit, best first; never empty."""

    @property
    def score(self) -> float:
        """Between 0.36 and 1."""
        return self.predicate * self.arguments[0]

    @property
    def is_sure(self) -> bool:
        """The same deed, or a kind of it with two participants that fit well."""
        well = [nearness for nearness in self.arguments if nearness >= _WELL]
        return self.predicate >= _SAME_DEED or len(well) > 1


@lru_cache(maxsize=8192)
def frames(utterance: Utterance) -> tuple[Frame, ...]:
    """Every predicate of the content with its clause."""
    made = []
    for clause in clauses(utterance):
        told = [w for w in clause.words if not _introduces(w, clause.words) and not w.text[0].isdigit()]
        content = [w for w in told if not w.is_stop or w.text.lower() in PRONOUNS]
        for index in _predicates(clause.words):
            word, before = clause.words[index], clause.words[:index]
            others = tuple(w for w in content if w is not word)
            near = before[-_NEAR_NOUN:] if _is_noun(word, before) else before
            is_negated = is_turned(near, clause.words[index + 1 :])
            is_main = clause.is_main and not _is_aside(clause.words, index)
            made.append(Frame(word, others, clause.words, is_main, is_negated, is_to_come(before)))
    return tuple(made)


def _introduces(word: Token, clause: tuple[Token, ...]) -> bool:
    """Whether "that" only begins a clause ("that a test had failed"), and stands for nothing ("that was false")."""
    if word.text.lower() != "that" or word is clause[-1]:
        return False
    return clause[clause.index(word) + 1].text.lower() not in _AUXILIARIES


@lru_cache(maxsize=8192)
def matches(a: Utterance, b: Utterance) -> tuple[Match, ...]:
    """The frames of two utterances that speak of the same thing, surest first."""
    found = [match for one in frames(a) for other in frames(b) if (match := _match(one, other, a, b))]
    return tuple(sorted(found, key=lambda m: (-m.score, m.a.predicate.start, m.b.predicate.start)))


def near(one: Token, other: Token) -> float:
    """Nearness of two words in meaning; names and numbers only equal themselves."""
    here, there = term(one), term(other)
    if here == there:
        return 1.0
    if any(not c.islower() for c in (one.text[0], other.text[0])):
        return 0.0
    return nearness(here, there)


def _match(one: Frame, other: Frame, a: Utterance, b: Utterance) -> Match | None:
    """The two frames as a match, if their predicates are near and an argument is."""
    predicate = near(one.predicate, other.predicate)
    if predicate < _LEAST or one.is_to_come != other.is_to_come:
        return None
    is_active = _is_active(one) and _is_active(other)
    best = (
        max(
            (_argument(x, y, a, b) for y in other.arguments if not is_active or _is_one_part(x, one, y, other)),
            default=0,
        )
        for x in one.arguments
    )
    fitting = sorted((nearness for nearness in best if nearness >= _LEAST), reverse=True)
    return Match(one, other, predicate, tuple(fitting)) if fitting else None


def _is_active(frame: Frame) -> bool:
    """Whether a predicate is a verb that tells what the words before it did to those behind it: "struck the jets"."""
    word = frame.predicate
    before = {w.text.lower() for w in [w for w in frame.clause if w.start < word.start][-2:]}
    is_verb = word.text != word.lemma and not word.text.endswith(("ing", "s"))
    return is_verb and word.lemma not in _ERGATIVE and bool(before) and not _BEING & before


def _is_one_part(x: Token, one: Frame, y: Token, other: Frame) -> bool:
    """Whether two words stand on one side of their predicates: jets that strike are no jets that are struck."""
    return (x.start < one.predicate.start) == (y.start < other.predicate.start)


def _argument(x: Token, y: Token, a: Utterance, b: Utterance) -> float:
    """A pronoun fits a noun that its own paragraph names as well."""
    x_pronoun, y_pronoun = x.text.lower() in PRONOUNS, y.text.lower() in PRONOUNS
    if x_pronoun and y_pronoun:
        return 0.0
    if x_pronoun:
        return PRONOUN if term(y) in a.paragraph and not country(y.text) else 0.0
    if y_pronoun:
        return PRONOUN if term(x) in b.paragraph and not country(x.text) else 0.0
    return near(x, y)


def phrase(frame: Frame) -> Span:
    """The predicate with what follows it in its clause, a few words: "struck its propeller"."""
    after = [w for w in frame.clause if w.start >= frame.predicate.start]
    end = frame.predicate.end
    for count, word in enumerate(after[1:], 1):
        if count > 5 or (
            count > 1 and word.text.lower() in {"on", "in", "at", "over", "near", "from", "for", "with", "by", "of"}
        ):
            break
        end = word.end
    return Span(start=frame.predicate.start, end=end)


def _is_aside(clause: tuple[Token, ...], index: int) -> bool:
    """Whether a deed is only part of what a verb before it is about: "cannot run the risk of accepting them"."""
    if not clause[index].text.lower().endswith("ing") or index < 2 or clause[index - 1].text.lower() not in _ABOUT:
        return False
    if clause[index - 2].lemma in _ANSWERABLE:
        return False
    return any(w.text.lower() in _FINITE_OR_SHORT or w.lemma in wordnet().verbs for w in clause[: index - 1])


def _is_noun(word: Token, before: tuple[Token, ...]) -> bool:
    """Whether a predicate is a noun, so that a negation further off is that of a verb: "not involved in the attack"."""
    if word.lemma in wordnet().verbs_of and word.lemma not in wordnet().verbs:
        return True
    is_named = bool(before) and before[-1].text.lower() in _DETERMINERS
    is_named = is_named and not any(w.lemma in _ANSWERABLE for w in before)  # "was not responsible for the attack"
    return is_named and not word.text.lower().endswith(("ed", "ing"))


def _predicates(clause: tuple[Token, ...]) -> list[int]:
    """Places of a clause's predicates; a noun that a verb after it is said of is none ("the strike was a disgrace")."""
    found = [
        index
        for index, word in enumerate(clause)
        if word.lemma not in LIGHT and not word.is_stop and not word.text.endswith(("n't", "n’t"))
        if _is_predicate(clause, index) and not _names_a_body(clause, index)
    ]
    verbs = [index for index in found if index and clause[index - 1].text.lower() in _FINITE]
    return [index for index in found if not any(index < verb for verb in verbs)] if verbs else found


def _is_compound(clause: tuple[Token, ...], index: int) -> bool:
    """Whether a word in -ing is named by the noun before it: "the confirmation hearing"."""
    if index < 2 or clause[index - 2].text.lower() not in _DETERMINERS:
        return False
    noun = clause[index - 1]
    return noun.text.islower() and noun.text == noun.lemma and noun.lemma in wordnet().verbs_of


def _names_a_body(clause: tuple[Token, ...], index: int) -> bool:
    """Whether a word names those who act, or too little: "the government", "armed forces", not "would force"."""
    word, before = clause[index], clause[index - 1].text.lower() if index else ""
    if word.lemma in _SLIGHT:
        return word.text.lower() == "armed" or not word.text.endswith(("ed", "ing"))
    return word.lemma in _BODIES and word.text.lower() in {word.lemma, f"{word.lemma}s"} and before not in _AUXILIARIES


def _is_predicate(clause: tuple[Token, ...], index: int) -> bool:
    """Whether a word of a clause is used as a verb, or is a noun made of one ("violation")."""
    word, net = clause[index], wordnet()
    if word.lemma in net.verbs_of and word.lemma not in net.verbs:
        return True
    if word.lemma not in net.verbs or (word.text[:1].isupper() and index):
        return False
    lower = word.text.lower()
    before = clause[index - 1].text.lower() if index else ""
    if lower != word.lemma and not lower.endswith("s"):
        return not (lower.endswith("ing") and (before in _DETERMINERS or _is_compound(clause, index)))
    after = clause[index + 1].text.lower() if index + 1 < len(clause) else ""
    if before in _AUXILIARIES or (word.lemma in net.verbs_of and before in _DETERMINERS):
        return True
    if lower in UNCHANGING and index and after in _DETERMINERS:
        return True
    many = (before.endswith("s") and before not in _DETERMINERS) or (index > 0 and clause[index - 1].text[0].isupper())
    return many and after in _DETERMINERS | {"at", "on", "into"}

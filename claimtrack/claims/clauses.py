"""The clauses of a content: what each says, whether it is said outright, and whether it is said not to be so."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from claimtrack.claims.utterance import Utterance
from claimtrack.language.words import Token

_JOINING = frozenset(["and", "but", "or", "then"])
SUBORDINATE = frozenset(
    "after before while when because since although though which who whom whose that as if unless until where".split()
)
_UNREAL = frozenset(["if", "unless", "until", "whether", "to"])
_REPORTS = frozenset(
    """claim accusation charge allegation assertion suggestion idea report account statement rumour theory notion
        contention insinuation version""".split()
)
"""Nouns whose "that" clause is what is denied with them."""
_ALLEGED = frozenset("claim accusation charge allegation suggestion rumour insinuation".split())
_FINITE = frozenset("is are was were has have had knew know heard hears".split())
"""With a verb of its own, a clause with such a noun does not hold it: "we are aware of allegations that ..."."""
_PUNCTUATION = re.compile(r"[,;:.!?()–—\n]")
_MARKS = re.compile(r"[\"“”]")
_LABELLING = frozenset("as a an the is was were are be been of called".split())
_ARTICLES = frozenset(["a", "an", "the"])
_LONGEST = 40
"""Words; text without punctuation is cut there, since every word of a clause is compared with every other."""
_TO_COME = frozenset(["will", "would", "shall", "should", "must", "ought", "'ll’ll"])
_POSSIBLE = _TO_COME | {"could", "may", "might"}
_DOING = frozenset("continue manage begin start happen seem appear have use fail refuse decline unable".split())
"""What somebody does, or does not do, with what he is said to do."""
_BEING = frozenset("is are was were be been".split())
_DEMANDING = frozenset("require demand oblige urge".split())
"""What is required has not been done by that."""
_NOT_ONLY = frozenset(
    """only just merely least doubt matter stop stops stopped stopping cease ceases ceased ceasing halt halted
        halting""".split()
)
"""After "not", words that leave the rest as it is: "not only", "has not stopped its bombardment"."""
_NEGATORS = frozenset(
    "not no never none neither nor cannot without nobody nothing hardly barely scarcely fail refuse unable lack".split()
)
_NEAR = 4
"""Words after "lack": "a lack of evidence connecting him to the attack" denies no attack."""
_NOBODY = (["nobody"], ["nothing"], ["none"], ["neither"])
_ABSENT = frozenset(["free", "devoid", "far"])
"""Negators if "of" or "from" follows."""


class Clause(NamedTuple):
    """A run of words between two breaks."""

    words: tuple[Token, ...]
    is_main: bool
    """Whether it is asserted or denied, not taken for granted."""

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.words[-1].end

    @property
    def is_unreal(self) -> bool:
        """Whether it is a condition, or of what will, may or should be."""
        said = [word.text.lower() for word in self.words]
        return said[0] in _UNREAL or any(
            w in _POSSIBLE and (p, w) != ("free", "will") for p, w in pairwise(("", *said))
        )

    def before(self, place: int) -> list[Token]:
        """Its words before an offset."""
        return [word for word in self.words if word.start < place]


@lru_cache(maxsize=8192)
def clauses(utterance: Utterance) -> tuple[Clause, ...]:
    """The content cut at punctuation and at words that begin a clause."""
    made: list[Clause] = []
    is_main = True
    for words in _cut(utterance):
        first = words[0].text.lower()
        is_reported = first == "that" and bool(made) and _holds_what_follows(made[-1].words)
        is_main = not made or is_reported or (is_main and first not in SUBORDINATE)
        made.append(Clause(tuple(words), is_main))
    return tuple(made)


def _holds_what_follows(before: Sequence[Token]) -> bool:
    """Whether a "that" clause is held with the clause before it: "the claim", "its view was", not "knew of claims"."""
    nouns, said = {word.lemma for word in before}, _lower(before)
    if nouns & _ALLEGED and _FINITE & set(said):
        return False
    return bool(nouns & _REPORTS) or said[-1] in _BEING


def _cut(utterance: Utterance) -> list[list[Token]]:
    text = utterance.capture.text
    found: list[list[Token]] = [[]]
    last = None
    for word, after in zip_longest(utterance.words, utterance.words[1:]):
        broken = last is not None and _is_break(text, last, word)
        is_label = word.lemma == "as" and after and after.text.lower() in {"a", "an"}  # "dismissed as a mistake"
        is_opener = word.text.lower() in _JOINING | SUBORDINATE and not is_label
        is_cut = broken or is_opener or len(found[-1]) >= _LONGEST
        if found[-1] and is_cut:
            found.append([])
        found[-1].append(word)
        last = word
    return [words for words in found if words]


def _is_break(text: str, last: Token, word: Token) -> bool:
    """Whether a clause ends between two words: at punctuation, or where a label is quoted (was "a provocation")."""
    if _PUNCTUATION.search(text, last.end, word.start):
        return True
    is_quoted = bool(_MARKS.search(text, last.end, word.start))
    return is_quoted and (last.text.lower() in _LABELLING or word.text.lower() in _ARTICLES)


def is_bidden(before: Sequence[Token]) -> bool:
    """Whether the words before a predicate forbid it, and tell nothing: "pleading not to shoot", "Don't shoot"."""
    said = [word.text.lower() for word in before]
    is_asked = said[-2:] == ["not", "to"] and not _BEING & set(said[-3:-2])  # "was not to blame" tells
    return is_asked or said in (["don't"], ["don’t"], ["do", "not"])


def is_to_come(before: Sequence[Token]) -> bool:
    """Whether the words before a predicate put it into the future, or say only that it should or may be."""
    if is_bidden(before):
        return True
    if before and before[-1].text.lower() == "to":
        if not any(word.lemma in _DOING for word in before[-2:-1]):
            return True  # "wants him to release it", "pleading not to shoot"; not "continued to fire"
        return is_to_come(before[:-2])  # "failed to warn", but not "it would be wrong to fail to warn"
    said = {word.text.lower() for word in before}
    is_demanded = any(word.lemma in _DEMANDING for word in before)
    return is_demanded or bool(said & _TO_COME) or (bool(said & _POSSIBLE) and not negations(before))


def negations(before: Sequence[Token]) -> int:
    """How many of the words before a predicate negate it: "failed to", "no", "not"; "not only" is none."""
    return sum(
        _negates(word, _lower(before[place + 1 : place + 3]))
        for place, word in enumerate(before)
        if word.lemma != "lack" or len(before) - place <= _NEAR
    )


def is_turned(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a predicate is negated, by a word before it or by its object: "did not warn", "warned nobody"."""
    return (negations(before) + _is_of_none(after)) % 2 == 1


def _is_of_none(after: Sequence[Token]) -> bool:
    """Whether a predicate is followed by an object that there was none of: "warned no one", "fired no shots"."""
    said = _lower(after[:3])
    return said[:1] in _NOBODY or (said[:1] == ["no"] and said[2:] != ["than"])


def _negates(word: Token, after: Sequence[str]) -> bool:
    """Whether a word negates what comes after it; "no fewer than" is a bound."""
    lower = word.text.lower()
    if lower in _ABSENT:
        return after[:1] in (["of"], ["from"])
    is_negator = bool({lower, word.lemma} & _NEGATORS) or lower.endswith(("n't", "n’t"))
    return is_negator and not _NOT_ONLY & set(after[:1]) and (lower, after[1:]) != ("no", ["than"])


def _lower(words: Sequence[Token]) -> list[str]:
    return [word.text.lower() for word in words]

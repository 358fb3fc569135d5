"""Whether a clause tells of a thing outright, or only names it: "the claims of spying", "rules on air strikes"."""

from collections.abc import Sequence

from claimtrack.claims.clauses import Clause
from claimtrack.language.lexicon import words
from claimtrack.language.wordnet import wordnet
from claimtrack.language.words import Token
from claimtrack.models import Span

_SPOKEN_OF, _PERFORMING = words("claimtrack.conflicts", "spoken_of"), words("claimtrack.conflicts", "performing")


def is_only_spoken_of(clause: Clause, thing: Span) -> bool:
    """Whether a word for something said stands before the thing, or right behind it: "the wiretapping claims"."""
    behind = [word for word in clause.words if word.start >= thing.end][:1]
    around = [*clause.before(thing.start), *behind]
    return any({word.lemma, word.text.lower()} & _SPOKEN_OF for word in around)


def is_behind_a_deed(before: Sequence[Token]) -> bool:
    """Whether the words before a thing tell of another deed: "it had loosened its rules on air strikes"."""
    return any(_is_deed(word) and word.lemma not in _PERFORMING for word in before)


def _is_deed(word: Token) -> bool:
    """Whether a word has a verb's form: "loosened", "loosening"."""
    is_inflected = word.text.islower() and word.text != word.lemma and not word.text.endswith("s")
    return is_inflected and not word.is_stop and word.lemma in wordnet().verbs

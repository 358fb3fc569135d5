"""Words of a text with their places and base forms.

Base forms follow the rules of detachment of WordNet's morphy (Miller et al. 1990): irregular
forms from a table, else endings are cut as long as the result is a known word.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from claimtrack.language.wordnet import wordnet

_WORD = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_](?:[\w]|[-'’.](?=\w))*", re.UNICODE)
_ENDINGS = (
    ("ies", "y"), ("ves", "f"), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
    ("men", "man"), ("s", ""),
    ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
)  # fmt: skip
STOPWORDS = frozenset(
    """a an the this that these those of to in on at by for with from into onto over under about after before
        during between among within without against through and or but nor so yet as if than then because while when
        where which who whom whose what why how it its itself he him his she her hers they them their theirs we us
        our ours you your i me my mine is are was were be been being am do does did done has have had having will
        would shall should can could may might must not no never also too very just only even still already again
        there here up down out off more most such same other another some any each all both one own s t re ve ll d
        said says say""".split()
)


_FEWEST_WORDS = 6
"""Of which one is a word of grammar, if they are English."""
_IN_SO_MANY = 10
"""One word of grammar stands in so many words of any English; in other languages ("a", "in", "so") they are rarer."""


def looks_foreign(text: str) -> bool:
    """Whether too few of a text's words are English words of grammar; too short a text tells nothing."""
    words = text.split()
    known = sum(word.lower() in STOPWORDS for word in words)
    return len(words) >= _FEWEST_WORDS and known < max(1, len(words) // _IN_SO_MANY)


class Token(NamedTuple):
    """A word of a text."""

    text: str
    start: int
    end: int
    lemma: str

    @property
    def is_stop(self) -> bool:
        """Whether the word carries grammar rather than content."""
        return self.lemma in STOPWORDS or self.text.lower() in STOPWORDS


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and numbers of a text, in order."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for match in _WORD.finditer(text):
        word = match.group()
        bare = re.sub(r"['’]s?$", "", word)
        yield Token(word, match.start(), match.end(), lemma(bare.lower()))


@cache
def _irregular() -> dict[str, str]:
    rows = (files("claimtrack.language") / "data" / "irregular.tsv").read_text("utf-8").splitlines()
    return {form: base for base, *forms in (row.split("\t") for row in rows) for form in forms}


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """The base form of a lower-case word; the word itself if it is not known."""
    irregular = _irregular().get(word)
    if irregular:
        return irregular
    known = wordnet().words
    if len(word) < 4 or word in STOPWORDS:
        return word
    for ending, other in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            base = word[: -len(ending)] + other
            if base in known and not (ending == "s" and word.endswith("ss")):
                return base
            if ending in {"ed", "ing"} and not other and len(base) > 3 and base[-1] == base[-2] and base[:-1] in known:
                return base[:-1]
    return word

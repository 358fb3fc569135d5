"""A statement with the words it is made of and the words around it, ready to be compared."""

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from claimtrack.language.words import Token, tokens
from claimtrack.models import Capture, PartyKind, Span, Spans, Statement
from claimtrack.parties import context
from claimtrack.parties.gazetteer import gazetteer

PARAGRAPH = re.compile(r"[^\n]+")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”'’]*\s+(?=[\"“'‘(]*[A-Z])")
MOST_WORDS = 200
_MOST_CHARACTERS = 12 * MOST_WORDS
_SHORT = 2500
"""Characters below which an article is taken to be about one thing."""
PRONOUNS = frozenset("""it its they them their he him his she her we us our this that these those one""".split())


class Utterance(NamedTuple):
    """One statement, with its content's words and, as base forms, the words around it."""

    statement: Statement
    capture: Capture
    words: tuple[Token, ...]
    """Of the content; offsets are those of the capture's text. Grammar words are included."""
    sentence: frozenset[str]
    paragraph: frozenset[str]
    article: frozenset[str]
    number: int
    """Which paragraph of the capture it stands in, headings not counted."""
    around: str
    """The sentence or sentences it stands in, as they stand."""

    def __hash__(self) -> int:
        """Cheap, since utterances are the keys of many caches."""
        return hash(self.statement.id)

    @property
    def content(self) -> tuple[Token, ...]:
        """The words of the content that carry meaning."""
        return _content(self)

    @property
    def terms(self) -> frozenset[str]:
        """Base forms of the content's meaningful words, countries under their names."""
        return _content_terms(self)

    @property
    def read(self) -> Spans:
        """The content, as far as it is read: no claim is longer than `_MOST_CHARACTERS`."""
        return _read_of(self)

    @property
    def text(self) -> str:
        """The content's words as they stand, pieces joined with an ellipsis."""
        return _text(self)

    @property
    def cue(self) -> str:
        """The words by which it is said, pieces joined."""
        return " ".join(span.of(self.capture.text) for span in self.statement.cue)

    @property
    def is_of_one_thing(self) -> bool:
        """Whether its article is so short that all its statements are taken to be about one thing."""
        return len(self.capture.text) < _SHORT

    @property
    def day(self) -> datetime.date | None:
        """When it was published."""
        return self.capture.date

    def where(self, first: Token, last: Token) -> Span:
        """The span from one word of the content to another."""
        return Span(start=first.start, end=last.end)

    @property
    def whole(self) -> Span:
        """The span from the first to the last piece of the content, or of the statement if it has none."""
        content = self.statement.content
        if not content:
            return Span(start=self.statement.start, end=self.statement.end)
        return Span(start=content[0].start, end=content[-1].end)


# An utterance is compared with hundreds of others, so what is read off it is kept.
@lru_cache(maxsize=8192)
def _content(utterance: Utterance) -> tuple[Token, ...]:
    return tuple(word for word in utterance.words if not word.is_stop)


@lru_cache(maxsize=8192)
def _content_terms(utterance: Utterance) -> frozenset[str]:
    return frozenset(term(word) for word in utterance.content)


@lru_cache(maxsize=8192)
def _read_of(utterance: Utterance) -> Spans:
    return _read(utterance.statement.content)


@lru_cache(maxsize=8192)
def _text(utterance: Utterance) -> str:
    return " … ".join(span.of(utterance.capture.text) for span in utterance.read)


def utterances(capture: Capture, statements: Iterable[Statement]) -> Iterator[Utterance]:
    """The statements of one capture as utterances, but for those that only carry another one on."""
    found = list(statements)
    paragraphs = [Span(start=m.start(), end=m.end()) for m in PARAGRAPH.finditer(capture.text)]
    headings = {heading.start for heading in capture.headings}
    starts = [p.start for p in paragraphs]
    body = [start for start in starts if start not in headings]
    for statement in found:
        if any(_carries(statement, other) for other in found):
            continue
        place = max(0, bisect_right(starts, statement.start) - 1)
        paragraph = paragraphs[place] if paragraphs else Span(start=0, end=0)
        around = _sentence(capture.text, paragraph, statement)
        yield Utterance(
            statement=statement,
            capture=capture,
            words=words_of(capture.text, statement.content),
            sentence=_terms(around),
            paragraph=_terms(paragraph.of(capture.text)),
            article=_terms(capture.text),
            number=bisect_right(body, statement.start),
            around=around,
        )


def _carries(statement: Statement, other: Statement) -> bool:
    """Whether an outlet only tells that another spoke: "Ana Roe said it was so, the agency reported" is her account."""
    if statement.party.kind != PartyKind.MEDIA or not (statement.content and other.content) or other is statement:
        return False
    is_inside = statement.content[0].start == other.start and other.end <= statement.content[-1].end
    return other.source != statement.source and (is_inside or other.content == statement.content)


def words_of(text: str, content: Spans) -> tuple[Token, ...]:
    """The first words of some spans, with offsets into the whole text; a claim is not longer than `MOST_WORDS`."""
    found = (
        word._replace(start=word.start + span.start, end=word.end + span.start)
        for span in _read(content)
        for word in tokens(span.of(text))
    )
    return tuple(islice(found, MOST_WORDS))


def _read(content: Spans) -> Spans:
    """The first characters of some spans."""
    left, kept = _MOST_CHARACTERS, []
    for span in content:
        kept.append(Span(start=span.start, end=min(span.end, span.start + left)))
        left -= span.end - span.start
        if left <= 0:
            break
    return tuple(kept)


def _sentence(text: str, paragraph: Span, statement: Statement) -> str:
    """The sentence or sentences that a statement stands in."""
    edges = [
        paragraph.start,
        *(m.end() for m in SENTENCE_END.finditer(text, paragraph.start, paragraph.end)),
        paragraph.end,
    ]
    begin = max((e for e in edges if e <= statement.start), default=paragraph.start)
    end = min((e for e in edges if e >= statement.end), default=paragraph.end)
    return text[begin:end]


@lru_cache(maxsize=4096)
def _terms(text: str) -> frozenset[str]:
    return frozenset(term(word) for word in tokens(text) if not word.is_stop)


@lru_cache(maxsize=8192)
def sides_named(utterance: Utterance) -> frozenset[str]:
    """The sides that the content names by a state, a capital, or a body of theirs."""
    found = context(utterance.text[:_MOST_CHARACTERS]).found
    return frozenset(side for sighting in found for named in sighting.named for side in named.party.sides)


def term(word: Token) -> str:
    """The base form of a word; a country's adjective or people is the country."""
    return country(word.text) or word.lemma


@lru_cache(maxsize=50_000)
def country(word: str) -> str:
    """The state that a capitalised word names, in lower case, or nothing."""
    if not word[:1].isupper():
        return ""
    for form in (word, re.sub(r"['’]s?$", "", word)):
        for named in gazetteer().names.get(form.casefold(), ()):
            if named.state and named.how in {"name", "adjective", "people", "capital"}:
                return named.state.name.lower()
    return ""

"""The attribution parser: one capture in, its statements and problems out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimtrack.attribution import marks, stance
from claimtrack.attribution.assemble import Attribution, assemble, quote_type
from claimtrack.attribution.divided import divided
from claimtrack.attribution.edges import bounded
from claimtrack.attribution.endings import with_dependent_clauses
from claimtrack.attribution.formulas import with_formulas
from claimtrack.attribution.headlines import with_headline
from claimtrack.attribution.marks import Quotation
from claimtrack.attribution.nested import with_inner
from claimtrack.attribution.passive import with_accused
from claimtrack.attribution.pieces import pieces
from claimtrack.attribution.pointing import pointed
from claimtrack.attribution.quoted import with_quoted
from claimtrack.attribution.rivals import with_rivals
from claimtrack.attribution.signed import with_signed
from claimtrack.attribution.tagger import tag
from claimtrack.attribution.trailing import with_trailing
from claimtrack.attribution.unsaid import is_said
from claimtrack.attribution.wrapping import unwrap
from claimtrack.language.words import looks_foreign
from claimtrack.models import (
    UNNAMED,
    Capture,
    Parsed,
    Party,
    Problem,
    QuoteType,
    Span,
    Spans,
    Stance,
    Statement,
)
from claimtrack.parties import Context, Names, context, resolve

_Said = Attribution | Statement
_SENTENCE_END = re.compile(r"[.!?](?=[\"”'’\s])")
MOST_CHARACTERS = 300_000
"""Of an article that are read for statements, about 50,000 words: a book is no article."""
_NEXT_PARAGRAPH = 120
"""Characters between two quotations of one speaker: who he is, and the break."""
_GOES_ON = re.compile(r"(?:and |but |while |before |by )?(?:\w+ly |also |later |then )*\w+ing\b", re.IGNORECASE)
_EMPTY = re.compile(r"\W*(?:what|which|whom?|whose)?\W*", re.IGNORECASE)
"""A content that holds no word but one of grammar: marks alone, or the "what" of "what some call riots"."""
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


def parse(capture: Capture) -> Parsed:
    """Every statement of a capture, in order of place, each once though a heading repeat it.

    Never fails on any text: what could not be read is told in `problems`.
    """
    text = readable(capture)
    found = marks.quotations(text)
    whole = pieces(text, found)
    made = with_inner(text, whole, assemble(text, whole, tag(whole), found), found)
    made = pointed(text, with_dependent_clauses(text, divided(text, made, found), found))
    made = with_rivals(text, with_trailing(text, with_formulas(text, made, found), found), found)
    made = with_signed(text, with_accused(text, with_quoted(text, made)))
    cut = (bounded(capture, text, a) for a in made)
    said = [attribution for attribution in cut if any(attribution) and is_said(text, attribution)]
    attributions = with_headline(text, capture.title, said)
    return Parsed(
        statements=tuple(describe(capture, attributions)),
        problems=tuple(_problems(capture, text, found)),
    )


def readable(capture: Capture) -> str:
    """The text as a reader takes it in: wrapped lines joined, headings that the body repeats blank.

    Nothing moves, so offsets are those of the capture's text; what goes beyond `MOST_CHARACTERS` is not
    read. Half characters (lone surrogates, which a JSON line can hold) become the replacement character.
    """
    text = _HALF_CHARACTERS.sub("\ufffd", unwrap(capture.text[:MOST_CHARACTERS]))
    for heading in (heading for heading in capture.headings if heading.end <= MOST_CHARACTERS):
        if text.count(heading.of(text).rstrip(" .")) > 1:
            text = text[: heading.start] + " " * (heading.end - heading.start) + text[heading.end :]
    return text


def describe(capture: Capture, attributions: Sequence[Attribution]) -> Iterator[Statement]:
    """Attributions as statements: stance, quote type and party read off their words.

    Speakers are resolved in order, since each may be the next one's antecedent.
    """
    text = readable(capture)
    found = marks.quotations(text)
    around = _around(capture)
    for index, attribution in enumerate(attributions):
        party, around = _heard(text, attributions[:index], attribution, around)
        statement = _statement(capture, text, attribution, found)
        if _says_something(statement, text):
            yield statement.model_copy(update={"party": party})


def named_anew(capture: Capture, statements: Sequence[Statement], names: Names) -> Iterator[Statement]:
    """The statements of a capture, in order of place, with their speakers resolved anew by further names."""
    text, around = readable(capture), _around(capture, names)
    for index, statement in enumerate(statements):
        party, around = _heard(text, statements[:index], statement, around)
        yield statement.model_copy(update={"party": party})


def _around(capture: Capture, names: Names = ()) -> Context:
    text = readable(capture)
    dateline = capture.dateline.of(text) if capture.dateline else ""
    return context(text, dateline, capture.title, capture.date.isoformat() if capture.date else "", names)


def _heard(text: str, before: Sequence[_Said], said: _Said, around: Context) -> tuple[Party, Context]:
    """Who speaks, and the context in which the next one does."""
    if said.source:
        party = resolve(said.source[0], around)
        return party, around.heard(said.source[0], party)
    return _speaker_of_bare_quotation(text, before, said, around) if said.content else UNNAMED, around


def _statement(capture: Capture, text: str, attribution: Attribution, found: tuple[Quotation, ...]) -> Statement:
    reading = stance.read(_words(text, attribution.cue), _first_sentence(text, attribution.content))
    return Statement(
        capture_id=capture.id,
        source=attribution.source,
        cue=attribution.cue,
        content=attribution.content,
        quote_type=quote_type(text, attribution.content, found),
        kind=reading.kind,
        stance=reading.stance,
        hedge=reading.hedge,
        polarity=reading.polarity,
        in_heading=_in_heading(capture, attribution),
    )


def _says_something(statement: Statement, text: str) -> bool:
    """Whether there is a content that someone or some words attribute; "declined to comment" needs none."""
    if all(_EMPTY.fullmatch(text, span.start, span.end) for span in statement.content):
        return statement.stance == Stance.DECLINES
    return bool(statement.source or statement.cue) or statement.quote_type == QuoteType.DIRECT


def _words(text: str, spans: Spans) -> str:
    return " ".join(span.of(text) for span in spans)


def _first_sentence(text: str, content: Spans) -> str:
    """The words of a content up to where a sentence ends between two of its pieces; leading questions are left out."""
    ended = (
        n for n, (one, after) in enumerate(pairwise(content), 1) if _SENTENCE_END.search(text, one.end - 2, after.start)
    )
    begin, first = 0, ""
    for end in (*ended, len(content)):
        first = _words(text, content[begin:end])
        if not first.rstrip("\"”’' ").endswith("?"):
            break
        begin = end
    return first


def _in_heading(capture: Capture, attribution: Attribution) -> bool:
    headings = (*capture.headings, *((capture.title,) if capture.title else ()))
    return any(heading.start <= attribution.start < heading.end for heading in headings)


def _speaker_of_bare_quotation(text: str, before: Sequence[_Said], attribution: _Said, around: Context) -> Party:
    """The speaker of a quotation without words of attribution: the paragraph's last, if there is one.

    What "is said" or "reportedly" so has no speaker; what goes on with "adding that ..." has.
    """
    if attribution.cue and not _GOES_ON.match(_words(text, attribution.cue)):
        return UNNAMED
    if not (before and around.speakers):
        return UNNAMED
    is_near = "\n" not in text[before[-1].start : attribution.start] or _follows(text, before[-1], attribution)
    return around.speakers[-1].party if is_near else UNNAMED


def _follows(text: str, before: _Said, after: _Said) -> bool:
    """Whether a quotation begins the paragraph after one that ends with another quotation and its speaker."""
    if after.cue or not (before.cue and before.source and before.content):
        return False
    ends_with_speaker = before.content[-1].end <= before.cue[0].start
    between = text[before.content[-1].end : after.content[0].start]
    is_next = (
        between.count("\n\n") == 1 and len(between) < _NEXT_PARAGRAPH and not _SENTENCE_END.search(between.strip()[:-1])
    )
    return ends_with_speaker and is_next and all(text[s.content[0].start] in "\"“'‘" for s in (before, after))


def _problems(capture: Capture, text: str, found: tuple[Quotation, ...]) -> Iterator[Problem]:
    if len(capture.text) > len(text):
        yield Problem(
            what=f"only the first {MOST_CHARACTERS} characters were read for statements",
            where=capture.name,
            hint="Split the text into articles.",
        )
    if looks_foreign(text):
        yield Problem(
            what="the text does not look like English, which alone is read",
            where=capture.name,
            hint="Translate it first, or leave it out.",
        )
    open_marks = [q for q in found if not q.is_closed and not marks.runs_on(text, q)]
    if open_marks:
        is_one = len(open_marks) == 1
        many = "a quotation mark is" if is_one else f"{len(open_marks)} quotation marks are"
        yield Problem(
            what=f"{many} never closed, in {capture.lines_of([q.start for q in open_marks])}",
            where=capture.name,
            hint=f"{'The quotation' if is_one else 'Each quotation'} was read to the end of its line.",
            span=Span(start=open_marks[0].start, end=open_marks[0].end),
        )

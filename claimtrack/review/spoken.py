"""A card as plain lines that can be read aloud: no colour, no columns, every mark a word."""

import re
from collections.abc import Iterator, Sequence

from claimtrack.display import counted, one_line, safe
from claimtrack.models import Axis, Capture, Judgement, Verdict
from claimtrack.report.model import Answer, Line
from claimtrack.report.sources import NO_OUTLET
from claimtrack.report.terminal import KINDS, quoted, side_name
from claimtrack.review.cards import Card
from claimtrack.review.entries import Listed, State
from claimtrack.review.standing import standing

_AROUND = 700
_LONGEST = 70


def card_lines(card: Card, chosen: int, state: State, notes: Sequence[Judgement] = ()) -> Iterator[str]:
    """Everything about a card; the chosen answer, counted from 0, is named as such."""
    meeting = card.meeting
    if card.listed == Listed.CONFLICTS:
        types = ", ".join(code.value for code in meeting.types)
        yield f"{one_line(meeting.question)}"
        yield f"{KINDS.get(meeting.kind, meeting.kind.value).capitalize()}: {types}. This is {meeting.status.value}."
    yield f"Event: {one_line(card.event)}, {card.days}, {card.counted}."
    number = 0
    for account in card.meeting.accounts:
        yield f"{side_name(account.side)}, {counted(len(account.answers), 'answer')}:"
        for answer in account.answers:
            yield f"Answer {number + 1}{', chosen' if number == chosen else ''}: {answer_line(answer)}"
            number += 1
    if card.agreed:
        yield f"Agreed: {one_line('; '.join(card.agreed))}."
    if card.silent:
        yield f"Silent: {one_line(', '.join(card.silent))}."
    if state.marks:
        yield f"Marked: {', '.join(state.marks)}."
    yield from (f"Note of {one_line(note.reviewer)}: {one_line(note.why)}" for note in notes)


def answer_line(answer: Answer) -> str:
    """One answer: who, how, which words, where, both verdicts."""
    line = answer.line
    so = f"So: {verdict(line.so)}" + (f", evidence: {one_line(line.evidence)}" if line.evidence else "")
    return (
        f"{one_line(line.party)} {line.does} {quoted(line.quote, answer.words).plain}. "
        f"As told: {one_line(line.attribution)}. {one_line(line.published)}, {line.date}. "
        f"Said: {verdict(line.said)}. {so}. Claim {line.short_id}."
    )


def claim_line(line: Line) -> str:
    """A claim in a few words, for a choice among several."""
    quote = one_line(line.quote)
    return f"{one_line(line.speaker)} {line.does} “{quote[:_LONGEST]}{'…' if len(quote) > _LONGEST else ''}”"


def verdict(found: Verdict) -> str:
    """A verdict as words."""
    return "no decision" if found == Verdict.UNREVIEWED else found.value.replace("_", " ")


def state_words(state: State) -> str:
    """What was decided about an entry, in words: "open, disputed, flag"."""
    verdicts = ["open" if v == Verdict.UNREVIEWED else verdict(v) for v in state.so]
    return ", ".join((*verdicts, *state.marks))


def notes(card: Card, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The standing notes about any statement of a card."""
    ids = {line.statement_id for lines in card.claims.values() for line in lines}
    stands = standing(judgements)
    return tuple(p.judgement for (i, axis), p in stands.items() if axis == Axis.NOTE and i in ids)


def passage_lines(capture: Capture, line: Line) -> Iterator[str]:
    """The article around a statement, its content in [brackets], after what the article is."""
    address = f", {one_line(capture.url)}" if capture.url else ""
    outlet = one_line(line.outlet or NO_OUTLET)
    yield f"{one_line(line.headline)}. {outlet}, {line.date}{address}. Characters {line.place}."
    text = capture.text
    start, end = _edges(text, line.spans[0].start, line.spans[-1].end)
    marked, at = "… " if start else "", start
    for span in line.spans:
        marked += f"{text[at : span.start]}[{span.of(text)}]"
        at = span.end
    marked += text[at:end] + (" …" if end < len(text) else "")
    yield from (one_line(each) for each in re.split(r"\n\s*", safe(marked)) if each.strip())


def _edges(text: str, first: int, last: int) -> tuple[int, int]:
    """Where to begin and to end around a passage: at white space, some hundred characters off."""
    start, end = max(0, first - _AROUND), min(len(text), last + _AROUND)
    if start:
        start = text.find(" ", start, first) + 1 or start
    return start, end


def progress(decisions: int, entries: int, minutes: int) -> str:
    """How far a session has come: "12 of 340, 6 min"."""
    return f"{decisions} of {entries}, {minutes} min"

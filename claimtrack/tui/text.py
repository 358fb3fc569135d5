"""Words of articles as Textual content: plain, safe, never markup."""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from claimtrack.display import counted, one_line, quote_marks, safe, shortened
from claimtrack.models import Capture, Judgement, RelationStatus, Statement, Verdict
from claimtrack.report.model import Answer, Line
from claimtrack.report.terminal import KINDS, MARKS, STATUS_MARKS, side_name, status
from claimtrack.review import Card, Listed, Queue

_BEFORE, _AFTER = 160, 700
_LONGEST = 600
_LONGEST_NOTE = 48
"""Characters of a note above a quotation; all of a longer one is told below it."""
_LONGEST_REASONS = ((60, True), (40, True), (60, False), (40, False), (24, False))
"""Characters of each account's words, and whether there is room for what is agreed."""
_STATUS = {
    RelationStatus.SUGGESTED: "? suggested",
    RelationStatus.CONFIRMED: "✓ confirmed",
    RelationStatus.REJECTED: "✗ rejected",
}
_LISTS = {Listed.CONFLICTS: "disagreements", Listed.CLAIMS: "claims"}
_PARAGRAPH = re.compile(r"[^\n]+")


def heading(card: Card) -> Content:
    """The event and the question, with how the accounts relate."""
    meeting = card.meeting
    about = (f"{one_line(card.event)} · {card.days} · {card.counted}\n", "dim")
    if card.listed == Listed.CLAIMS:
        statements = counted(len(card.answers), "statement")
        return Content.assemble(about, ("Claim", "bold"), f"  {statements}")
    types = ", ".join(code.value for code in meeting.types)
    how = f"{MARKS[meeting.kind]} {KINDS[meeting.kind]} · {types} · {_STATUS[meeting.status]}\n"
    return Content.assemble(about, how, (one_line(meeting.question), "bold"))


def answer(found: Answer, is_chosen: bool, *, is_flagged: bool = False, note: Judgement | None = None) -> Content:
    """One answer: who, stance, what was decided, quotation with the words that met in brackets, outlet.

    What was decided stands above the quotation, which may be longer than its place.
    """
    line = found.line
    pointer = "▸ " if is_chosen else "  "
    return Content.assemble(
        (f"{pointer}{side_name(line.side)} ", "bold"),
        f"{line.does}\nsaid {status(line.said)}   so {status(line.so)}\n",
        "⚑ flagged\n" if is_flagged else "",
        f"{_note(note, _LONGEST_NOTE)}\n" if note else "",
        (f"{one_line(line.attribution)}\n", "dim"),
        quoted(line, found.words),
        (f"\n{one_line(line.published)}, {line.date}", "dim"),
        f"\n{_note(note)}" if note and len(one_line(note.why)) > _LONGEST_NOTE else "",
    )


def _note(note: Judgement, longest: int = sys.maxsize) -> str:
    return f"Note of {one_line(note.reviewer)}: {shortened(one_line(note.why), longest)}"


def quoted(line: Line, words: str) -> Content:
    """A quotation, the words that met in it as [words]."""
    quote, met = one_line(line.quote)[:_LONGEST], one_line(words)
    opening, closing = quote_marks(quote)
    at = quote.find(met) if met else -1
    if at < 0:
        return Content.assemble(opening, quote, closing)
    return Content.assemble(opening, quote[:at], (f"[{met}]", "bold underline"), quote[at + len(met) :], closing)


def why(card: Card) -> Iterator[Content]:
    """The reason in plain words, what is agreed and who is silent; each telling is shorter than the one before."""
    yield from (_why(card, longest, has_room=has_room) for longest, has_room in _LONGEST_REASONS)


def _why(card: Card, longest: int, *, has_room: bool) -> Content:
    sides = []
    for account in card.meeting.accounts:
        first = account.answers[0]
        words = shortened(one_line(first.words), longest)
        sides.append(f"{side_name(account.side)} {first.does} “{words}”")
    text = "; ".join(sides) + "."
    agreed = f" Agreed: {shortened(one_line('; '.join(card.agreed)), 2 * longest)}." if card.agreed and has_room else ""
    silent = f" Silent: {one_line(', '.join(card.silent))}." if card.silent else ""
    return Content.assemble(("Why: ", "bold"), text, agreed, silent)


def passage(capture: Capture, found: Answer) -> Content:
    """The text around a statement, its content between ▌ and ▐."""
    text, spans = capture.text, found.line.spans or (found.at,)
    start = _start(text, spans[0].start)
    end = min(len(text), spans[-1].end + _AFTER)
    parts: list[str | tuple[str, str]] = ["… " if start else ""]
    at = start
    for span in spans:
        parts += [_lines(text[at : span.start]), (f"▌{_lines(span.of(text))}▐", "bold")]
        at = span.end
    parts += [_lines(text[at:end]), " …" if end < len(text) else ""]
    return Content.assemble(*parts)


def _start(text: str, at: int) -> int:
    """A little before a place: where its paragraph begins, or some words back if that is far."""
    paragraph = text.rfind("\n", 0, at) + 1
    if at - paragraph <= _BEFORE:
        return paragraph
    return text.find(" ", at - _BEFORE) + 1


def _lines(words: str) -> str:
    """Safe to show, one line a paragraph."""
    return re.sub(r"[ \t\r]*\n\s*", "\n", safe(words))


def status_line(
    queue: Queue,
    tally: Mapping[Verdict, int],
    database: str,
    reviewer: str,
    decisions: int,
    minutes: int,
    width: int,
) -> Content:
    """Where one is, what is done, what was done in this session; what matters least is left out where room is short."""
    total = len(queue.numbers)
    parts = [f"{_LISTS[queue.listed]} {queue.at + 1 if total else 0} of {total}"]
    if queue.query.typed:
        parts.append(f"filter: {one_line(queue.query.typed)}")
    if queue.marked:
        parts.append(f"■ {len(queue.marked)} marked")
    done = [(count, verdict) for verdict, count in sorted(tally.items()) if verdict != Verdict.UNREVIEWED and count]
    parts.append(f"{counted(tally.get(Verdict.UNREVIEWED, 0), 'claim')} open")
    parts += [f"{count} {STATUS_MARKS.get(verdict, '?')} {verdict.value.replace('_', ' ')}" for count, verdict in done]
    if decisions:
        parts.append(f"this session {decisions} in {minutes} min")
    parts += [f"by {one_line(reviewer)}", one_line(database)]
    shown = parts[0]
    for part in parts[1:]:
        if len(shown) + len(part) + 3 <= width - 2:
            shown += f" · {part}"
    return Content(shown)


def told(judgements: Sequence[Judgement]) -> str:
    """What was just saved, in a few words."""
    first = judgements[0]
    word = first.verdict.value.replace("_", " ")
    several = f" ({len(judgements)})" if len(judgements) > 1 else ""
    if first.undoes:
        return f"Taken back{several}; {word} again. Ctrl+R redoes it."
    return f"Saved{several}: {word}. u takes it back."


def paragraphs(capture: Capture, statements: Sequence[Statement], chosen: Statement | None) -> list[Content]:
    """The lines of an article, each statement's content between brackets after its party; the chosen one reversed."""
    return [
        Content.assemble(*_marked(capture.text, match.start(), match.end(), statements, chosen))
        for match in _PARAGRAPH.finditer(capture.text)
    ]


def paragraph_of(capture: Capture, chosen: Statement | None) -> int | None:
    """The place of the paragraph in which a statement's content begins."""
    if chosen is None or not chosen.content:
        return None
    starts = [match.start() for match in _PARAGRAPH.finditer(capture.text)]
    return max((at for at, start in enumerate(starts) if start <= chosen.content[0].start), default=None)


def _marked(
    text: str, start: int, end: int, statements: Sequence[Statement], chosen: Statement | None
) -> list[str | tuple[str, str]]:
    parts: list[str | tuple[str, str]] = []
    at = start
    spans = [(span.start, span.end, statement) for statement in statements for span in statement.content]
    for first, last, statement in sorted(spans, key=lambda each: each[:2]):
        if last <= at or first >= end:
            continue
        begin, stop = max(first, at), min(last, end)
        style = "reverse bold" if chosen is not None and statement.id == chosen.id else "bold"
        label = f"[{one_line(statement.party.name)} {statement.stance}: "
        parts += [safe(text[at:begin]), (label, "dim"), (safe(text[begin:stop]), style), ("]", "dim")]
        at = stop
    return [*parts, safe(text[at:end])]

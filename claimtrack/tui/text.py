"""Words of articles as Textual content: plain, safe, never markup."""

import re

from rich.table import Table
from rich.text import Text
from textual.content import Content

from claimtrack.display import one_line, quote_marks, safe
from claimtrack.models import Capture
from claimtrack.report.model import Answer, Line
from claimtrack.report.terminal import KINDS, MARKS, side_name, status
from claimtrack.review.queue import Card

_BEFORE, _AFTER = 160, 700
_LONGEST = 600
_LONGEST_ENTRY, _LONGEST_REASON = 64, 60


def heading(card: Card) -> Content:
    """The event and the question, with how the accounts relate."""
    types = ", ".join(code.value for code in card.meeting.types)
    return Content.assemble(
        (f"{one_line(card.event)} · {card.days} · {card.counted}\n", "dim"),
        (one_line(card.meeting.question), "bold"),
        f"  {MARKS[card.meeting.kind]} {KINDS[card.meeting.kind]} · {types}",
    )


def row(card: Card) -> Table:
    """A card as one entry of the queue: done or open, question, kind, event; wrapped words hang under the first."""
    done = "·" if card.is_open else "✓"
    kind = ", ".join(code.value for code in card.meeting.types)
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_row(
        f"{done} {MARKS[card.meeting.kind]}",
        Text.assemble(_shortened(card.meeting.question, _LONGEST_ENTRY), (f"\n{kind}\n{one_line(card.event)}", "dim")),
    )
    return table


def _shortened(words: str, longest: int) -> str:
    shown = one_line(words)
    return shown if len(shown) <= longest else shown[:longest].rsplit(" ", 1)[0] + " …"


def answer(found: Answer, is_chosen: bool) -> Content:
    """One answer: who, stance, quotation with the words that met in brackets, outlet, both statuses."""
    line = found.line
    pointer = "▸ " if is_chosen else "  "
    return Content.assemble(
        (f"{pointer}{side_name(line.side)} ", "bold"),
        f"{line.does}\n",
        (f"{one_line(line.attribution)}\n", "dim"),
        quoted(line, found.words),
        (f"\n{one_line(line.outlet)}, {line.date}\n", "dim"),
        f"said {status(line.said)}   so {status(line.so)}",
    )


def quoted(line: Line, words: str) -> Content:
    """A quotation, the words that met in it as [words]."""
    quote, met = one_line(line.quote)[:_LONGEST], one_line(words)
    opening, closing = quote_marks(quote)
    at = quote.find(met) if met else -1
    if at < 0:
        return Content.assemble(opening, quote, closing)
    return Content.assemble(opening, quote[:at], (f"[{met}]", "bold underline"), quote[at + len(met) :], closing)


def why(card: Card) -> Content:
    """The reason in plain words, what is agreed and who is silent."""
    sides = []
    for account in card.meeting.accounts:
        first = account.answers[0]
        sides.append(f"{side_name(account.side)} {first.line.stands} “{_shortened(first.words, _LONGEST_REASON)}”")
    text = "; ".join(sides) + "."
    agreed = f" Agreed: {one_line('; '.join(card.agreed))}." if card.agreed else ""
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

"""The report as Markdown, for a page or a repository: plain, complete, the same bytes every time."""

import re
from collections.abc import Iterator

from claimtrack.display import counted, one_line, quote_marks
from claimtrack.models import RelationKind
from claimtrack.report.grid import Cell, Grid, Row, grid
from claimtrack.report.model import Answer, Change, EventReport, Line, Meeting, Report

_LINKED = re.compile(r"https?://[\w.~:/?#@!$&'()*+,;=%\[\]-]+", re.ASCII)
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(report: Report) -> str:
    """The whole report as one Markdown document."""
    return "\n".join(_report(report)) + "\n"


def _escaped(text: str) -> str:
    """Words of an article, so that no reader of Markdown takes them for markup."""
    return _SPECIAL.sub(r"\\\1", one_line(text)).replace("&", "&amp;")


def _report(report: Report) -> Iterator[str]:
    yield "# Contradiction report"
    yield ""
    yield (
        f"{counted(report.articles, 'article')}, {counted(report.statements, 'statement')}. "
        "Every quotation can be checked: "
        "the last table gives the hash of each captured article and the characters that are quoted."
    )
    for event in report.events:
        if event.is_telling:
            yield from _event(event)
    yield from _sources(report)


def _event(event: EventReport) -> Iterator[str]:
    yield from _heading(f"## {_escaped(event.name)}")
    yield f"{event.days} · {event.counted}"
    yield from _happened(event)
    yield from _grid(grid(event))
    for side, lines in event.accounts:
        yield from _heading(f"### {_side(side)}")
        for line in lines:
            yield f"- {_line(line)}"
            yield from (f"  - {_escaped(remark.told)}" for remark in line.remarks)
    for heading, parts in (
        ("Disagreements", map(_meeting, event.disagreements)),
        ("Updates", map(_meeting, event.updates)),
        ("Beside the question", map(_meeting, event.asides)),
        ("Changed accounts", map(_change, event.changes)),
        ("Agreed", map(_meeting, event.agreements)),
    ):
        lines_below = [line for part in parts for line in part]
        if lines_below:
            yield from ("", f"### {heading}", *lines_below)
    yield from _origins(event)
    if event.silent:
        yield ""
        yield f"Silent: {', '.join(map(_escaped, event.silent))}."


def _heading(words: str) -> tuple[str, str, str]:
    return "", words, ""


def _side(side: str) -> str:
    return _escaped(side) if side != "none" else "Side unknown"


def _happened(event: EventReport) -> Iterator[str]:
    when = [f"When: {event.when.days} ({_escaped(event.when.evidence)})."] if event.when else []
    where = [f"Where: {', '.join(map(_escaped, event.places))}."] if event.places else []
    if when or where:
        yield ""
        yield " ".join((*when, *where))


def _origins(event: EventReport) -> Iterator[str]:
    if event.copies:
        yield from _heading("### Origins")
        yield f"{event.counted}. An arrow leads from an article to the one it goes back to."
        yield ""
        yield from (f"- {_escaped(copy.told)}" for copy in event.copies)


def _grid(shown: Grid) -> Iterator[str]:
    """Every question on which answers met, and how each side stands to it."""
    if not shown.met:
        return
    sides = map(_side, shown.answering)
    yield ""
    yield f"| question | {' | '.join(sides)} |"
    yield "|---" * (len(shown.answering) + 1) + "|"
    for row in shown.met:
        cells = (_cell(cell, row) for cell in row.cells if cell.side in shown.answering)
        yield f"| {_escaped(row.question)} | {' | '.join(cells)} |"


def _cell(cell: Cell, row: Row) -> str:
    """How a side stands; where answers differ in more than yes and no, with the words of the first."""
    words = f" “{_escaped(cell.answers[0].words)}”" if cell.answers and row.is_between_words else ""
    counts = f"{counted(len(cell.answers), 'statement')}, {counted(cell.reports, 'report')}"
    count = f" ({counts})" if len(cell.answers) > 1 else ""
    return ", then ".join(cell.stances) + words + count


def _change(change: Change) -> Iterator[str]:
    yield ""
    yield f"- {_escaped(change.told)}"
    for line in (change.before.line, change.after.line):
        yield f"  - {_line(line)}"


def _line(line: Line) -> str:
    voice = f" ({_escaped(line.voice)})" if line.voice else ""
    status = f"said: {line.said.value}, so: {line.so.value}"
    opening, closing = quote_marks(line.quote)
    quote = f": {opening}{_escaped(line.quote)}{closing}" if line.quote else ""
    where = f"{_escaped(line.published)}, {line.date}"
    return f"**{_escaped(line.party)}**{voice} {line.does}{quote} — {where} · {status} · `{line.short_id}`"


def _meeting(meeting: Meeting) -> Iterator[str]:
    types = ", ".join(code.value for code in meeting.types)
    yield ""
    yield f"- {_escaped(meeting.question)} — {_KINDS[meeting.kind]} ({types})"
    for account in meeting.accounts:
        yield from (_answer(account.side, answer) for answer in account.answers)
    yield from (_answer(answer.line.side, answer) for answer in meeting.beside)


def _answer(side: str, answer: Answer) -> str:
    line = answer.line
    words = answer.words or line.quote
    where = f"(`{line.short_id}`, {_escaped(line.published)}, {line.date})"
    return f"  - {_side(side)} {answer.does}" + (f": “{_escaped(words)}”" if words else "") + f" {where}"


_KINDS = {
    RelationKind.CONTRADICTS: "contradictory: one of the two must be so",
    RelationKind.CONTRARY_TO: "contrary: both can't be so, neither need be",
    RelationKind.CORROBORATES: "agreed by independent sides",
    RelationKind.UPDATES: "a later figure",
    RelationKind.QUALIFIES: "one narrows or hedges what the other says",
    RelationKind.RESPONDS_TO: "an answer without conflict",
    RelationKind.DOES_NOT_ADDRESS: "the answer denies something else",
}


def _sources(report: Report) -> Iterator[str]:
    yield ""
    yield "## Sources"
    yield ""
    yield "| claim | statement | headline | outlet | date | address | characters | SHA-256 of the article |"
    yield "|---" * 8 + "|"
    for event in report.events:
        for _, lines in event.accounts:
            yield from map(_source, lines)


def _source(line: Line) -> str:
    statement = line.statement_id.removeprefix("statement-")[:8]
    known = (_escaped(line.headline), _escaped(line.outlet or "unknown"), line.date, _address(line.url or ""))
    return f"| {' | '.join((line.short_id, statement, *known, line.place, line.digest))} |"


def _address(url: str) -> str:
    """An address as a link, if it holds nothing that a reader of Markdown or of the table would trip over."""
    return f"<{url}>" if _LINKED.fullmatch(url) else _escaped(url)

"""The report for a terminal: Rich renderables, words of articles only ever as plain text."""

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimtrack.display import counted, one_line, quote_marks, shortened
from claimtrack.models import RelationKind, Verdict
from claimtrack.report.model import Answer, Change, EventReport, Meeting, Report

MARKS = {
    RelationKind.CONTRADICTS: "≠",
    RelationKind.CONTRARY_TO: "≠",
    RelationKind.CORROBORATES: "=",
    RelationKind.UPDATES: "↑",
    RelationKind.REPEATS: "=",
    RelationKind.QUALIFIES: "~",
    RelationKind.RESPONDS_TO: ">",
    RelationKind.DOES_NOT_ADDRESS: "/",
}
KINDS = {
    RelationKind.CONTRADICTS: "contradicts",
    RelationKind.CONTRARY_TO: "contrary",
    RelationKind.CORROBORATES: "agreed",
    RelationKind.UPDATES: "update",
    RelationKind.REPEATS: "repeats",
    RelationKind.QUALIFIES: "qualifies",
    RelationKind.RESPONDS_TO: "responds",
    RelationKind.DOES_NOT_ADDRESS: "misses the question",
}
STATUS_MARKS = {
    Verdict.UNREVIEWED: "·",
    Verdict.VERIFIED: "✓",
    Verdict.CONFIRMED: "✓",
    Verdict.DISPUTED: "✗",
    Verdict.FALSE: "✗",
    Verdict.MISATTRIBUTED: "✗",
    Verdict.MISQUOTED: "✗",
}
"""Others are a question mark; the word always stands beside the mark."""
_LONGEST = 220
_MOST_ANSWERS = 3
_MOST_COPIES = 5


def terminal(report: Report) -> RenderableType:
    """The events of which parties disagree or agree; one line for the rest."""
    telling = [event for event in report.events if event.is_telling]
    parts: list[RenderableType] = [part for event in telling for part in _event(event)]
    rest = len(report.events) - len(telling)
    conflicts = sum(len(e.disagreements) for e in telling)
    foot = " · ".join(
        (
            counted(report.articles, "article"),
            counted(report.statements, "statement"),
            counted(conflicts, "disagreement"),
        )
    )
    parts.append(Text(foot + (f" · {counted(rest, 'more event')} without any" if rest else ""), style="dim"))
    return Group(*parts)


def _event(event: EventReport) -> Iterator[RenderableType]:
    yield Text.assemble((one_line(event.name), "bold"), f"  {event.days} · {event.counted}")
    yield Text()
    parts = (
        *map(meeting, (*event.disagreements, *event.updates, *event.asides)),
        *map(changed, event.changes),
        *map(meeting, event.agreements),
    )
    yield from (Padding(part, (0, 0, 1, 2)) for part in parts)
    if event.copies:
        yield Padding(Text(f"Origins: {origins(event)}", style="dim"), (0, 0, 1, 2))
    if event.silent:
        yield Padding(Text(f"Silent: {one_line(', '.join(event.silent))}", style="italic"), (0, 0, 1, 2))


def meeting(found: Meeting) -> RenderableType:
    """A question, and what each side answers to it."""
    types = ", ".join(code.value for code in found.types)
    mark = f"{MARKS[found.kind]} "
    head = Text.assemble((mark, "bold"), (one_line(found.question), "bold"), f"  {KINDS[found.kind]} · {types}")
    table = Table.grid(padding=(0, 2))
    table.add_column(min_width=14, max_width=20)
    table.add_column(ratio=1)
    for account in found.accounts:
        for count, answer in enumerate(account.answers[:_MOST_ANSWERS]):
            side = side_name(account.side) if not count else ""
            table.add_row(Text.assemble((side, "bold"), f"{chr(10) if side else ''}{answer.line.does}"), said(answer))
        more = len(account.answers) - _MOST_ANSWERS
        if more > 0:
            table.add_row("", Text(f"and {more} more", style="dim"))
    if found.beside:
        also = (f"{side_name(a.line.side)} {a.line.does} ({a.line.short_id})" for a in found.beside)
        table.add_row("also", Text(", ".join(also)))
    return Group(head, Padding(table, (0, 0, 0, 2)))


def changed(change: Change) -> Text:
    """One party's change of account, with both quotations and their dates."""
    text = Text.assemble((f"↑ {one_line(change.told)}", "bold"))
    for answer in (change.before, change.after):
        line = answer.line
        text.append(f"\n  {line.date}  {line.does} ")
        text.append(quoted(line.quote, answer.words))
        text.append(f" {one_line(line.published)} · {line.short_id}", style="dim")
    return text


def origins(event: EventReport) -> str:
    """The copies among an event's articles, one a line, and why each is taken for one."""
    shown = [one_line(copy.told) for copy in event.copies[:_MOST_COPIES]]
    more = len(event.copies) - _MOST_COPIES
    return "\n  ".join((event.counted, *shown, *([f"and {more} more"] if more > 0 else [])))


def side_name(side: str) -> str:
    """A side for people to read."""
    return one_line(side) if side != "none" else "side unknown"


def said(answer: Answer) -> Text:
    """The quotation with the words that met in brackets and underlined, where it stands, and what was decided why."""
    line = answer.line
    text = quoted(line.quote, answer.words)
    text.append(f"\n{one_line(line.attribution)} · {one_line(line.published)}, {line.date}\n", style="dim")
    text.append(f"said {status(line.said)}   so {status(line.so)}   {line.short_id}", style="dim")
    text.append(f"   {line.place} of {line.digest[:8]}", style="dim")
    for remark in line.remarks:
        text.append(f"\n{shortened(one_line(remark.told), _LONGEST)}", style="italic")
    return text


def quoted(quote: str, words: str) -> Text:
    """A quotation between marks, the words that met in it as [words], shortened around them."""
    quote, met = one_line(quote), one_line(words)
    at = quote.find(met)
    opening, closing = quote_marks(quote)
    text = Text(opening)
    if at < 0 or not met:
        text.append(shortened(quote, _LONGEST))
    else:
        text.append(_before(quote[:at]))
        text.append(f"[{met}]", style="bold underline")
        text.append(shortened(quote[at + len(met) :], _LONGEST))
    text.append(closing)
    return text


def status(verdict: Verdict) -> str:
    """A verdict as mark and word."""
    return f"{STATUS_MARKS.get(verdict, '?')} {verdict.value.replace('_', ' ')}"


def _before(words: str) -> str:
    return words if len(words) <= _LONGEST else "… " + words[-_LONGEST:].split(" ", 1)[-1]

"""The grid and the timeline of an event for a terminal: mark and word in every cell, at home in 80 columns."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimtrack.display import counted, one_line, quote_marks
from claimtrack.report.grid import STANCE_MARKS, Cell, Grid, Row
from claimtrack.report.model import Answer
from claimtrack.report.positions import Timeline, Voice
from claimtrack.report.terminal import KINDS, MARKS, changed, quoted, side_name

_MOST_SIDES = 3
"""Sides beside each other; more follow below, since a question needs room too."""
_CELL = 14
_LONGEST = 160
_MOST_OF_WORDS = 36


def grid_table(grid: Grid, *, with_evidence: bool = False) -> RenderableType:
    """Questions by sides; with evidence, below it every answer's words, outlet, date and claim."""
    parts: list[RenderableType] = [_head(grid.name, grid.days, grid.counted), Text()]
    if grid.met:
        some = [grid.answering[at : at + _MOST_SIDES] for at in range(0, len(grid.answering), _MOST_SIDES)]
        parts += [Padding(_matrix(grid, sides), (0, 0, 1, 2)) for sides in some]
    if with_evidence:
        parts += [Padding(_evidence(number, row), (0, 0, 1, 2)) for number, row in enumerate(grid.met, 1)]
    parts += _alone(grid) if with_evidence else [Padding(_counted_alone(grid), (0, 0, 1, 2))]
    if grid.silent:
        silent = ", ".join(map(side_name, grid.silent))
        parts.append(Padding(Text(f"Silent: {silent}", style="italic"), (0, 0, 1, 2)))
    return Group(*parts)


def timeline_table(timeline: Timeline) -> RenderableType:
    """What each party answers to each question, by date, with every change of account."""
    voices = (Padding(_voice(voice), (0, 0, 1, 2)) for voice in timeline.voices)
    return Group(_head(timeline.name, timeline.days, timeline.counted), Text(), *voices)


def _head(name: str, days: str, counts: str) -> Text:
    return Text.assemble((one_line(name), "bold"), f"  {days} · {counts}")


def _columns(*widths: int) -> Table:
    """Columns of fixed width, and one that takes what is left."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for width in widths:
        table.add_column(width=width)
    table.add_column(ratio=1)
    return table


def _matrix(grid: Grid, sides: Sequence[str]) -> Table:
    table = _columns(2)
    for _ in sides:
        table.add_column(width=_CELL)
    table.add_row("", "", *(Text(side_name(side), style="bold") for side in sides))
    for number, row in enumerate(grid.met, 1):
        cells = (_told(cell, row) for cell in row.cells if cell.side in sides)
        mark = MARKS[row.kind] if row.kind else ""
        table.add_row(str(number), Text(f"{mark} {one_line(row.question)}"), *cells)
    return table


def _told(cell: Cell, row: Row) -> Text:
    """For example "○ denies 3": mark, word, how many statements are behind it; and which words, where they differ."""
    counts = Counter(answer.line.stance.value for answer in cell.answers)
    own = {a.line.stance.value for a in cell.answers if row.is_between_words and a.does == "says"}
    lines = [
        f"{STANCE_MARKS[s]} {'says' if s in own else s}" + (f" {counts[s]}" if counts[s] > 1 else "")
        for s in cell.stances
    ]
    words = one_line(cell.answers[0].words) if cell.answers and row.is_between_words else ""
    cut = words if len(words) <= _MOST_OF_WORDS else words[:_MOST_OF_WORDS].rsplit(" ", 1)[0] + " …"
    return Text("\n".join((*lines, *([f"“{cut}”"] if words else []))))


def _evidence(number: int, row: Row) -> RenderableType:
    kind = KINDS[row.kind] if row.kind else ""
    types = ", ".join(code.value for code in row.types)
    table = _columns(2, _CELL)
    for cell in row.cells:
        for party, answers in cell.voices:
            for answer in answers:
                table.add_row("", _who(answer), _quote(answer, party))
    head = Text.assemble((f"{number}  {one_line(row.question)}", "bold"), f"  {kind} · {types}")
    return Group(head, table)


def _who(answer: Answer) -> Text:
    return Text(f"{_does(answer)}\n  {answer.line.date}")


def _does(answer: Answer) -> str:
    """The mark of the stance, and the verb that fits the words quoted beside it."""
    return f"{STANCE_MARKS[answer.line.stance]} {answer.line.does}"


def _quote(answer: Answer, party: str) -> Text:
    said = quoted(answer.line.quote, answer.words) if answer.line.quote else one_line(answer.line.attribution)
    text = Text.assemble((one_line(party), "bold"), ": ", said)
    text.append(f" {one_line(answer.line.published)} · {answer.line.short_id}", style="dim")
    return text


def _counted_alone(grid: Grid) -> Text:
    """How many claims each side makes alone."""
    counts = [(side, sum(bool(row.cells[at].answers) for row in grid.alone)) for at, side in enumerate(grid.sides)]
    said = ", ".join(f"{side_name(side)} {count}" for side, count in counts if count)
    return Text(f"Said by one side only: {said}" if said else "Nothing is said by one side only")


def _alone(grid: Grid) -> Iterator[RenderableType]:
    """Claims of one side only, as a list: a matrix would show that the others are silent, again and again."""
    if not grid.alone:
        return
    yield Padding(Text("Said by one side only", style="bold"), (0, 0, 0, 2))
    for place, side in enumerate(grid.sides):
        said = [row.cells[place] for row in grid.alone if row.cells[place].answers]
        if said:
            table = _columns(2, _CELL)
            for count, cell in enumerate(said):
                table.add_row("", Text("" if count else side_name(side), style="bold"), _short(cell.answers[0]))
            yield Padding(table, (0, 0, 0, 2))
    yield Text()


def _short(answer: Answer) -> Text:
    quote = one_line(answer.line.quote)
    opening, closing = quote_marks(quote)
    cut = quote if len(quote) <= _LONGEST else quote[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return Text.assemble(f"{answer.line.does} {opening}{cut}{closing} ", (answer.line.short_id, "dim"))


def _voice(voice: Voice) -> RenderableType:
    table = _columns(10, 10)
    for answer in voice.answers:
        day = Text(answer.line.date if answer.line.is_dated else "undated")
        table.add_row(day, Text(_does(answer)), _quote(answer, answer.line.attribution))
    changes = [changed(change) for change in dict.fromkeys(c for p in voice.positions for c in p.changes)]
    updates = [_updated(voice.party, position.updates) for position in voice.positions if position.updates]
    count = counted(len(voice.answers), "statement")
    head = Text.assemble((one_line(voice.party), "bold"), f"  {side_name(voice.side)}, {count}")
    return Group(head, table, *changes, *updates)


def _updated(party: str, answers: Sequence[Answer]) -> Text:
    """One party's later figure in place of its earlier one, which is no change of account."""
    told = ", then ".join(f"“{one_line(answer.words)}” ({answer.line.date})" for answer in answers)
    return Text.assemble((f"↑ {one_line(party)} gave a later figure: ", "bold"), told)

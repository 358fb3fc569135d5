"""The grid of an event: questions by sides; each cell says how a side answers, and leads to its statements."""

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import DataTable, Footer, Static

from claimtrack import pipeline
from claimtrack.display import one_line
from claimtrack.report.grid import STANCE_MARKS, Cell, Grid, Row, grid
from claimtrack.report.terminal import MARKS, side_name
from claimtrack.tui import text
from claimtrack.tui.article import ArticleScreen
from claimtrack.tui.pane import Pane

_QUESTION = 44


class GridScreen(Pane):
    """Questions down, sides across."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "app.pop_screen", "back", show=False),
        Binding("enter,o", "open", "open", tooltip="The article of the first statement of this cell"),
        Binding("j,down", "move(1, 0)", "down", show=False),
        Binding("k,up", "move(-1, 0)", "up", show=False),
        Binding("l,right,tab", "move(0, 1)", "right", show=False),
        Binding("h,left,shift+tab", "move(0, -1)", "left", show=False),
    ]

    def __init__(self, at_desk: pipeline.Desk, event_id: str) -> None:
        super().__init__()
        (event,) = (e for e in pipeline.reported(at_desk).events if e.event_id == event_id)
        self.grid: Grid = grid(event)
        self.sides = tuple(self.grid.answering) or self.grid.sides

    def compose(self) -> ComposeResult:
        """Head, grid, the statements behind the cell, keys."""
        yield Static(id="status")
        table = DataTable[Text](id="grid", cursor_type="cell", zebra_stripes=True)
        table.can_focus = False
        yield table
        with VerticalScroll(id="cell-box", can_focus=False):
            yield Static(id="cell")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill the grid."""
        silent = f" · silent: {', '.join(map(side_name, self.grid.silent))}" if self.grid.silent else ""
        head = f"{one_line(self.grid.name)} · {self.grid.days} · {self.grid.counted}{silent}"
        self.query_one("#status", Static).update(Content(head))
        table = self.query_one("#grid", DataTable)
        table.add_column("Question", width=min(_QUESTION, max(20, self.size.width // 2)))
        for side in self.sides:
            table.add_column(Text(side_name(side)))
        for row in self.grid.rows:
            words = f"{MARKS[row.kind]} {one_line(row.question)}" if row.kind else f"  “{one_line(row.question)}”"
            table.add_row(Text(words, overflow="ellipsis"), *(Text(_told(cell)) for cell in self._cells(row)), height=2)
        table.move_cursor(row=0, column=1)

    def _cells(self, row: Row) -> list[Cell]:
        return [cell for cell in row.cells if cell.side in self.sides]

    @property
    def chosen(self) -> tuple[Row, Cell] | None:
        """The question and the cell under the cursor."""
        at = self.query_one("#grid", DataTable).cursor_coordinate
        if not self.grid.rows:
            return None
        row = self.grid.rows[at.row]
        cells = self._cells(row)
        return (row, cells[max(at.column - 1, 0)]) if cells else None

    @on(DataTable.CellHighlighted)
    def show_cell(self) -> None:
        """The statements behind the cell."""
        if self.chosen is None:
            return
        row, cell = self.chosen
        parts = [Content.assemble((f"{one_line(row.question)}\n", "bold"))]
        if not cell.answers:
            parts.append(Content(f"{side_name(cell.side)}: no statement is reported. Silence is no answer."))
        parts += [Content.assemble(text.answer(answer, is_chosen=False), "\n\n") for answer in cell.answers]
        self.query_one("#cell", Static).update(Content("").join(parts))

    def action_move(self, down: int, right: int) -> None:
        """Another cell."""
        table = self.query_one("#grid", DataTable)
        at = table.cursor_coordinate
        column = min(max(at.column + right, 1), len(self.sides))
        table.move_cursor(row=min(max(at.row + down, 0), max(0, len(self.grid.rows) - 1)), column=column)

    def action_open(self) -> None:
        """The article behind the cell."""
        if self.chosen and self.chosen[1].answers:
            line = self.chosen[1].answers[0].line
            self.app.push_screen(ArticleScreen(line.capture_id, line.statement_id))


def _told(cell: Cell) -> str:
    """Mark and word for every stance of a cell, and how many statements there are."""
    told = "\n".join(f"{STANCE_MARKS.get(stance, '·')} {stance}" for stance in cell.stances[:2])
    return told + (f" ({len(cell.answers)})" if len(cell.answers) > 1 else "")

"""A list of any length: only the rows on the screen are read and drawn.

Textual's own lists make an object a row, which takes 22 s for 100,000 of them; this one asks for
a page of rows when it scrolls there.
"""

from collections.abc import Callable, Mapping, Sequence
from textwrap import wrap
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claimtrack.display import one_line
from claimtrack.models import Verdict
from claimtrack.report.terminal import MARKS, STATUS_MARKS
from claimtrack.review import State
from claimtrack.review.query import Mark
from claimtrack.store import Row

HEIGHT = 3
"""Lines a row: one or two of its title, one of detail."""
_PAGE = 128
_SIGNS = {kind.value: sign for kind, sign in MARKS.items()}
Words = tuple[str, bool]
"""A line, and whether it is detail."""
Fetch = Callable[[Sequence[int]], Mapping[int, Row]]


class Rows(ScrollView, can_focus=False):
    """The entries of a list by their numbers."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--row", "rows--at", "rows--dim"}

    class Clicked(Message):
        """A row was clicked."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    def __init__(self, fetch: Fetch, *, id: str) -> None:  # noqa: A002 as Textual names it
        super().__init__(id=id)
        self._fetch = fetch
        self._read: dict[int, Row] = {}
        self._drawn: dict[int, tuple[Words, ...]] = {}
        """The lines of the rows on the screen: each is drawn line by line."""
        self._numbers: Sequence[int] = ()
        self._at = 0
        self._marked: frozenset[int] = frozenset()

    def show(self, numbers: Sequence[int], at: int, marked: frozenset[int]) -> None:
        """Show these entries, with the one at a place in view."""
        self._numbers, self._at, self._marked = numbers, at, marked
        self._drawn.clear()
        self.virtual_size = Size(self.size.width, HEIGHT * len(numbers))
        self.scroll_to_region(Region(0, HEIGHT * at, 1, HEIGHT), animate=False, force=True)
        self.refresh()

    def forget(self) -> None:
        """Read rows anew: something was decided."""
        self._read.clear()
        self._drawn.clear()
        self.refresh()

    def row(self, at: int) -> Row | None:
        """The row at a place; None beyond the end."""
        if not 0 <= at < len(self._numbers):
            return None
        number = self._numbers[at]
        if number not in self._read:
            start = at // _PAGE * _PAGE
            if len(self._read) > 20 * _PAGE:
                self._read.clear()
                self._drawn.clear()
            self._read.update(self._fetch(self._numbers[start : start + _PAGE]))
        return self._read.get(number)

    def on_resize(self) -> None:
        """A wider list shows more of a title."""
        self._drawn.clear()
        self.virtual_size = Size(self.size.width, HEIGHT * len(self._numbers))

    def on_click(self, event: events.Click) -> None:
        """The row under the mouse."""
        at = (int(self.scroll_offset.y) + event.y) // HEIGHT
        if at < len(self._numbers):
            self.post_message(self.Clicked(at))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        at, part = divmod(int(self.scroll_offset.y) + y, HEIGHT)
        row, width = self.row(at), self.size.width
        style = self.get_component_rich_style("rows--at" if at == self._at else "rows--row")
        if row is None:
            return Strip.blank(width, self.get_component_rich_style("rows--row"))
        if at not in self._drawn:
            self._drawn[at] = lines(row, width, is_at=at == self._at, is_marked=row.seq in self._marked)
        words, is_detail = self._drawn[at][part]
        if is_detail:
            style += Style(color=self.get_component_rich_style("rows--dim").color)
        return Strip([Segment(set_cell_size(words, width), style + Style(bold=at == self._at and not is_detail))])


def lines(row: Row, width: int, *, is_at: bool, is_marked: bool) -> tuple[Words, ...]:
    """A row as three lines: where one is, what was decided, the mark of its kind, its title, its detail."""
    flag = "⚑" if Mark.FLAG in row.state.marks else " "
    margin = f"{'▸' if is_at else ' '}{'■' if is_marked else ' '}{_decided(row.state):<2}{_SIGNS.get(row.kind, ' ')} "
    room = max(8, width - len(margin) - 1)
    title = wrap(one_line(row.title), room, max_lines=2, placeholder=" …") or [""]
    detail = " · ".join(filter(None, (_status(row.state), one_line(row.detail), one_line(row.event))))
    first, below = (f"{margin}{title[0]}", False), f"  {flag}   "
    if len(title) > 1:
        return first, (f"{below}{title[1]}", False), (f"      {detail}", True)
    return first, (f"{below}{detail}", True), ("", False)


def _decided(state: State) -> str:
    """The marks that the cards have for its verdicts, in two columns; a dash for a rejected relation."""
    if Mark.REJECTED in state.marks:
        return "–"
    marks = list(dict.fromkeys(STATUS_MARKS.get(verdict, "?") for verdict in state.so))
    return "".join(marks) if len(marks) <= 2 else f"{marks[0]}…"


def _status(state: State) -> str:
    """What was decided, in words; nothing if nothing was."""
    rejected = ("rejected",) if Mark.REJECTED in state.marks else ()
    verdicts = state.so if set(state.so) != {Verdict.UNREVIEWED} else ()
    return ", ".join((*rejected, *(verdict.value.replace("_", " ") for verdict in verdicts)))

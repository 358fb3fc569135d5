"""Claims as a list for a terminal."""

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from claimtrack.display import one_line
from claimtrack.report.model import Line, Report
from claimtrack.report.terminal import status


def matching(report: Report, words: Sequence[str]) -> tuple[Line, ...]:
    """The lines that hold all of some words, whatever their case."""
    wanted = [word.casefold() for word in words]
    lines = (line for event in report.events for _, lines in event.accounts for line in lines)
    return tuple(line for line in lines if all(word in _searched(line) for word in wanted))


def _searched(line: Line) -> str:
    said = f"{line.side} {line.party} {line.voice} {line.stance} {line.quote}"
    return f"{line.claim_id} {said} {line.outlet} {line.headline}".casefold()


def listing(found: Sequence[Line]) -> Table:
    """One row a statement: id, side, stance, quote, and both statuses."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name, widest in (("claim", 8), ("side", 16), ("stance", 9)):
        table.add_column(name, max_width=widest)
    table.add_column("quote")
    table.add_column("status", max_width=16)
    for line in found:
        table.add_row(
            Text(line.short_id),
            Text(one_line(line.side)),
            Text(line.stance.value),
            Text.assemble(one_line(line.quote)[:200], (f"\n{one_line(line.outlet)}, {line.date}", "dim")),
            Text(f"said {status(line.said)}\nso {status(line.so)}"),
        )
    return table

"""Claims as a list for a terminal."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from claimtrack.display import one_line, quote_marks
from claimtrack.report.model import Line
from claimtrack.report.terminal import side_name, status

_LONGEST = 300


def matching(lines: Iterable[Line], words: Sequence[str]) -> tuple[Line, ...]:
    """The lines that hold all of some words, whatever their case."""
    wanted = [word.casefold() for word in words]
    return tuple(line for line in lines if all(word in _searched(line) for word in wanted))


def _searched(line: Line) -> str:
    said = f"{line.side} {line.party} {line.voice} {line.stance} {line.quote}"
    return f"{line.claim_id} {said} {line.outlet} {line.headline}".casefold()


def listing(found: Sequence[Line]) -> Table:
    """One entry a statement: id, side and stance, quote and outlet, both statuses."""
    table = Table.grid(padding=(0, 2, 1, 0))
    for line in found:
        quote = one_line(line.quote)[:_LONGEST]
        opening, closing = quote_marks(quote)
        table.add_row(
            Text(line.short_id),
            Text.assemble(
                (side_name(line.side), "bold"),
                f" {line.does}  {opening}{quote}{closing}\n",
                (f"{one_line(line.outlet)}, {line.date} · said {status(line.said)} · so {status(line.so)}", "dim"),
            ),
        )
    return table

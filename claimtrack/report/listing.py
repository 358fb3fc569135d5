"""Claims and disagreements as lists for a terminal."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimtrack.display import one_line, quote_marks
from claimtrack.report.model import Line, Meeting
from claimtrack.report.terminal import meeting, side_name, status

_LONGEST = 300


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


def queued(found: Iterable[tuple[int, str, str, Meeting]]) -> RenderableType:
    """Disagreements, each with its place, its event and what was decided, in words."""
    parts: list[RenderableType] = []
    for place, event, decided, each in found:
        parts.append(Text.assemble((f"{place}. {decided}", "bold"), f"  {one_line(event)}"))
        parts.append(Padding(meeting(each), (0, 0, 1, 2)))
    return Group(*parts)

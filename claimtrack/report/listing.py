"""Claims, disagreements and events as lists for a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimtrack.display import counted, one_line, quote_marks
from claimtrack.report.model import EventReport, Line, Meeting
from claimtrack.report.terminal import meeting, origins, side_name, status

_LONGEST = 300


def listing(found: Sequence[Line]) -> Table:
    """One entry a statement: id, side and stance, quote and outlet, both statuses."""
    table = Table.grid(padding=(0, 2, 1, 0))
    for line in found:
        quote = one_line(line.quote)[:_LONGEST]
        opening, closing = quote_marks(quote) if quote else ("", "")
        table.add_row(
            Text(line.short_id),
            Text.assemble(
                (side_name(line.side), "bold"),
                f" {line.does}  {opening}{quote}{closing}\n",
                (f"{one_line(line.published)}, {line.date} · said {status(line.said)} · so {status(line.so)}", "dim"),
            ),
        )
    return table


def event_listing(found: Sequence[EventReport]) -> Table:
    """One entry an event: id, name, when with its evidence, where, who speaks, how many articles and origins."""
    table = Table.grid(padding=(0, 2, 1, 0))
    for event in found:
        table.add_row(Text(event.short_id), Text("\n").join(_told_of(event)))
    return table


def _told_of(event: EventReport) -> Iterator[Text]:
    yield Text(one_line(event.name), style="bold")
    if event.when:
        yield Text(f"{event.when.days}  {one_line(event.when.evidence)}")
    if event.places:
        yield Text(one_line(", ".join(event.places)))
    yield Text(", ".join(map(side_name, event.sides)))
    yield Text(f"{counted(len(event.disagreements), 'disagreement')} · {origins(event)}", style="dim")


def queued(found: Iterable[tuple[int, str, str, Meeting]]) -> RenderableType:
    """Disagreements, each with its place, its event and what was decided, in words."""
    parts: list[RenderableType] = []
    for place, event, decided, each in found:
        parts.append(Text.assemble((f"{place}. {decided}", "bold"), f"  {one_line(event)}"))
        parts.append(Padding(meeting(each), (0, 0, 1, 2)))
    return Group(*parts)

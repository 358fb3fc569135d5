"""Claims as a list for a terminal, and finding what a few words mean."""

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from claimtrack.display import one_line, quote_marks
from claimtrack.errors import NothingFound, UsageError
from claimtrack.report.model import EventReport, Line
from claimtrack.report.terminal import side_name, status

SHORTEST_PREFIX = 4
"""Characters of an id from which it may stand for the whole."""
_LONGEST = 300
_MOST_NAMED = 6


def matching(lines: Iterable[Line], words: Sequence[str]) -> tuple[Line, ...]:
    """The lines that hold all of some words, whatever their case."""
    wanted = [word.casefold() for word in words]
    return tuple(line for line in lines if all(word in _searched(line) for word in wanted))


def _searched(line: Line) -> str:
    said = f"{line.side} {line.party} {line.voice} {line.stance} {line.quote}"
    return f"{line.claim_id} {said} {line.outlet} {line.headline}".casefold()


def chosen(events: Iterable[EventReport], wanted: str) -> EventReport:
    """The one event that an id, the beginning of one, or words of a name mean; raises if it is not one."""
    found = list(events)
    bare = wanted.strip().lower().removeprefix("event-")
    hits = [e for e in found if len(bare) >= SHORTEST_PREFIX and e.event_id.removeprefix("event-").startswith(bare)]
    hits = hits or [e for e in found if all(word in e.name.casefold() for word in wanted.casefold().split())]
    if not hits:
        raise NothingFound(f"there is no event “{one_line(wanted)}”", "`claimtrack events` lists them with their ids.")
    if len(hits) > 1:
        named = "; ".join(f"{event.short_id} {one_line(event.name)}" for event in hits[:_MOST_NAMED])
        raise UsageError(f"“{one_line(wanted)}” names {len(hits)} events", f"Give an id: {named}")
    return hits[0]


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

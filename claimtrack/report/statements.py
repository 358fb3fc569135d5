"""An article's statements as a table for a terminal."""

from rich import box
from rich.table import Table
from rich.text import Text

from claimtrack.display import one_line
from claimtrack.models import Capture, Spans, Statement


def statements(capture: Capture, found: tuple[Statement, ...]) -> Table:
    """One row a statement: side and voice, stance, cue and content, where it stands."""
    title = Text(one_line(capture.headline), style="bold")
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("party", max_width=26)
    table.add_column("stance", max_width=12)
    table.add_column("content")
    table.add_column("characters", max_width=11, style="dim")
    for statement in found:
        table.add_row(
            Text.assemble((one_line(statement.party.side), "bold"), f"\n{words(capture, statement.source)}"),
            Text(f"{statement.stance.value}\n{statement.kind.value}"),
            Text.assemble((f"{words(capture, statement.cue)}: ", "italic"), words(capture, statement.content)),
            Text(f"{statement.start}-{statement.end}"),
        )
    return table


def words(capture: Capture, spans: Spans) -> str:
    """The words of some spans, safe to show."""
    return one_line(" … ".join(span.of(capture.text) for span in spans))

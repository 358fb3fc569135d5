"""An article to read in a terminal: every statement in place, numbered, and below who says it."""

from collections.abc import Sequence
from itertools import pairwise

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimtrack.display import one_line, safe
from claimtrack.models import Capture, Spans, Statement
from claimtrack.report.model import stands
from claimtrack.report.terminal import side_name

_COLOURS = ("blue", "yellow", "cyan", "magenta", "bright_blue", "bright_yellow")
"""One a side, in order; never the only mark, since the number stands beside it."""
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def statements(capture: Capture, found: Sequence[Statement]) -> RenderableType:
    """The article with contents in numbered brackets, sources bold, cues italic; then one line a statement."""
    sides = list(dict.fromkeys(statement.party.side for statement in found))
    colours = [_COLOURS[sides.index(statement.party.side) % len(_COLOURS)] for statement in found]
    return Group(_article(capture, found, colours), Text(), _list(capture, found, colours))


def _article(capture: Capture, found: Sequence[Statement], colours: Sequence[str]) -> Text:
    edges = {0, len(capture.text)}
    for statement in found:
        for span in (*statement.source, *statement.cue, *statement.content):
            edges |= {span.start, span.end}
    text = Text()
    for start, end in pairwise(sorted(edges)):
        for number, statement in enumerate(found, 1):
            if any(span.start == start for span in statement.content):
                text.append("[", style=colours[number - 1])
        text.append(safe(capture.text[start:end]), style=_style(start, found, colours))
        for number, statement in enumerate(found, 1):
            if any(span.end == end for span in statement.content):
                text.append(f"]{str(number).translate(_SUPERSCRIPT)}", style=colours[number - 1])
    return text


def _style(at: int, found: Sequence[Statement], colours: Sequence[str]) -> str:
    def holds(spans: Spans) -> bool:
        return any(span.start <= at < span.end for span in spans)

    inside = [colour for statement, colour in zip(found, colours, strict=True) if holds(statement.content)]
    bold = ["bold"] if any(holds(statement.source) for statement in found) else []
    italic = ["italic"] if any(holds(statement.cue) for statement in found) else []
    return " ".join((*bold, *italic, *inside[-1:]))


def _list(capture: Capture, found: Sequence[Statement], colours: Sequence[str]) -> Table:
    table = Table.grid(padding=(0, 1))
    for number, (statement, colour) in enumerate(zip(found, colours, strict=True), 1):
        voice = " · ".join(filter(None, (words(capture, statement.source), words(capture, statement.cue))))
        said = stands(statement.stance, statement.kind)
        hedge = f" ({statement.hedge.value})" if statement.hedge.value != "none" else ""
        table.add_row(
            Text(str(number), style=colour),
            Text.assemble(
                (side_name(statement.party.side), "bold"),
                f" {said}{hedge}, as {one_line(statement.party.name)}: {voice or 'no words of attribution'} ",
                (f"{statement.start}-{statement.end}", "dim"),
            ),
        )
    return table


def words(capture: Capture, spans: Spans) -> str:
    """The words of some spans, safe to show."""
    return one_line(" … ".join(span.of(capture.text) for span in spans))

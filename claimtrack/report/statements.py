"""An article to read in a terminal: every statement in place, numbered, and below who says it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
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
    """The text with its marks, in one sweep over the places where a part begins or ends."""
    begins, ends = _edges(found)
    inside: dict[str, list[int]] = {"source": [], "cue": [], "content": []}
    text = Text()
    for start, end in pairwise(sorted({0, len(capture.text), *begins, *ends})):
        for part, index in begins.get(start, ()):
            inside[part].append(index)
            if part == "content":
                text.append("[", style=colours[index])
        text.append(safe(capture.text[start:end]), style=_style(inside, colours))
        for part, index in ends.get(end, ()):
            inside[part].remove(index)
            if part == "content":
                text.append(f"]{str(index + 1).translate(_SUPERSCRIPT)}", style=colours[index])
    return text


_Edges = dict[int, list[tuple[str, int]]]
"""By offset: which part of which statement begins or ends there."""


def _edges(found: Sequence[Statement]) -> tuple[_Edges, _Edges]:
    begins: _Edges = defaultdict(list)
    ends: _Edges = defaultdict(list)
    for index, statement in enumerate(found):
        parts = (("source", statement.source), ("cue", statement.cue), ("content", statement.content))
        for part, span in ((part, span) for part, spans in parts for span in spans):
            begins[span.start].append((part, index))
            ends[span.end].append((part, index))
    return begins, ends


def _style(inside: Mapping[str, Sequence[int]], colours: Sequence[str]) -> str:
    """Sources bold, cues italic, contents in the colour of the last side that says them."""
    colour = [colours[max(inside["content"])]] if inside["content"] else []
    return " ".join((*(["bold"] if inside["source"] else []), *(["italic"] if inside["cue"] else []), *colour))


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

"""Articles with their attributions marked by hand, so that tests need no model.

    told("{s1:Moscow} {q1:has denied} {c1:that its jet hit the drone}.")

`s`, `q` and `c` are source, cue and content; the number says which attribution they belong to.
"""

import datetime
import hashlib
import re

from claimtrack.attribution.assemble import Attribution
from claimtrack.attribution.parser import describe
from claimtrack.ingest.layout import layout
from claimtrack.models import Capture, Span, Statement

_MARK = re.compile(r"\{([sqc])(\d+):([^{}]*)\}")


def told(
    marked: str, outlet: str | None = None, date: datetime.date | None = None
) -> tuple[Capture, tuple[Statement, ...]]:
    """The capture of a marked text, and its statements."""
    text, parts = unmarked(marked.strip())
    found = layout(text)
    capture = Capture(
        digest=hashlib.sha256(text.encode()).hexdigest(),
        name="told",
        text=text,
        title=found.title,
        headings=found.headings,
        dateline=found.dateline,
        date=date or found.date,
        outlet=outlet or found.outlet,
    )
    attributions = [Attribution(*(tuple(spans.get(role, ())) for role in "sqc")) for _, spans in sorted(parts.items())]
    return capture, tuple(describe(capture, attributions))


def unmarked(marked: str) -> tuple[str, dict[int, dict[str, list[Span]]]]:
    """The text without its marks, and the spans by attribution and role."""
    parts: dict[int, dict[str, list[Span]]] = {}
    text, at = "", 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        start = len(text)
        text += match[3]
        parts.setdefault(int(match[2]), {}).setdefault(match[1], []).append(Span(start=start, end=len(text)))
        at = match.end()
    return text + marked[at:], parts


def words(capture: Capture, spans: tuple[Span, ...]) -> str:
    """The words of some spans, pieces joined with a bar."""
    return " | ".join(span.of(capture.text) for span in spans)

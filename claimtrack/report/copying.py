"""A statement in the forms that people paste: the quotation, a citation, a link to the passage, JSON."""

import json
from collections.abc import Mapping
from urllib.parse import quote

from claimtrack.display import quote_marks
from claimtrack.models import Capture
from claimtrack.report.model import Line

_CONTEXT = 32
"""Characters kept before and after a quotation (W3C TextQuoteSelector)."""


def forms(line: Line, capture: Capture) -> Mapping[str, str]:
    """Every form of a statement, by its name."""
    return {
        "quote": quotation(line),
        "citation": citation(line, capture),
        "permalink": permalink(line, capture),
        "json": json.dumps(selected(line, capture), ensure_ascii=False, indent=1),
    }


def quotation(line: Line) -> str:
    """The words and who is said to have said them."""
    opening, closing = quote_marks(line.quote)
    return f"{opening}{line.quote}{closing} ({line.voice or line.party})"


def citation(line: Line, capture: Capture) -> str:
    """Quotation, outlet, headline, date, address and the characters of the captured version."""
    parts = (quotation(line), line.outlet, f"“{line.headline}”", line.date, capture.url or "")
    return f"{', '.join(filter(None, parts))} (characters {line.place} of capture {line.digest[:12]})"


def permalink(line: Line, capture: Capture) -> str:
    """The article's address with the passage as a text fragment; without an address, capture and characters."""
    if not capture.url:
        return f"claimtrack:{line.digest[:12]}#char={line.place.replace(' ', '')}"
    words = " ".join(line.spans[0].of(capture.text).split())
    return f"{capture.url.split('#')[0]}#:~:text={quote(words, safe='')}"


def selected(line: Line, capture: Capture) -> dict[str, object]:
    """The line with its passage as W3C selectors (Web Annotation Data Model, 4.2.4 and 4.2.5)."""
    text = capture.text
    selectors = [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - _CONTEXT) : span.start],
            "suffix": text[span.end : span.end + _CONTEXT],
            "refinedBy": {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        }
        for span in line.spans
    ]
    return {**line.model_dump(mode="json"), "url": capture.url, "selectors": selectors}

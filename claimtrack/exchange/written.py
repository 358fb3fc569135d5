"""What goes out to other programs, and the capture that a bare text is read as."""

import datetime
import hashlib
from collections.abc import Iterable

from claimtrack.ingest.layout import layout
from claimtrack.models import Capture, Party, Reason


def captured(text: str, date: datetime.date | None = None) -> Capture:
    """A capture of a bare text, so that it goes the way of every article."""
    found = layout(text)
    return Capture(
        digest=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        name="text",
        text=text,
        title=found.title,
        headings=found.headings,
        dateline=found.dateline,
        date=date or found.date,
        outlet=found.outlet,
    )


def reasons_of(found: Iterable[Reason], a: Capture, b: Capture) -> list[dict[str, str]]:
    """Reasons with the words that met, each side's own."""
    return [{"code": r.code.value, "a": r.a.of(a.text), "b": r.b.of(b.text)} for r in found]


def side_of(party: Party) -> str | list[str]:
    """The side of a party, or all of them if it speaks for several."""
    return list(party.sides) if len(party.sides) > 1 else party.side

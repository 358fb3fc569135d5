"""The articles that a report rests on: who published them, what tells the day of an event, and who copied whom."""

from typing import Annotated

from pydantic import PlainSerializer

from claimtrack.display import shortened
from claimtrack.models import CopyReason, Record, Span

NO_OUTLET = "outlet unknown"
UNDATED = "date unknown"
_LONGEST = 60


def _as_json(day: str) -> str | None:
    return None if day == UNDATED else day


Day = Annotated[str, PlainSerializer(_as_json, when_used="json")]
"""The day on which something was published; programs read null where people read that it is unknown."""


def published(outlet: str | None, headline: str) -> str:
    """What an article is called: its outlet; where that is unknown, its headline, shortened."""
    return outlet or f"“{shortened(headline, _LONGEST)}”"


class When(Record):
    """When an event happened, and what tells so."""

    days: str
    """For example "2023-03-14"; "2023-03" if only the month is told."""
    words: str
    """The article's words that tell it; empty if it is only the day of the first report."""
    at: Span | None
    """Where they stand in the captured text."""
    capture_id: str
    outlet: str | None
    date: Day
    headline: str

    @property
    def evidence(self) -> str:
        """For example "“Tuesday”, Harbour Wire, 2023-03-15"."""
        told = f"“{self.words}”" if self.words else "first report"
        return f"{told}, {published(self.outlet, self.headline)}, {self.date}"


class Source(Record):
    """An article among the reports of an event."""

    capture_id: str
    outlet: str | None
    date: Day
    headline: str

    @property
    def named(self) -> str:
        """For example "Harbour Wire, 2023-03-14"."""
        return f"{published(self.outlet, self.headline)}, {self.date}"


class Copied(Record):
    """An article that goes back to another, and why it is taken to."""

    source: Source
    of: Source
    why: CopyReason
    words: str

    @property
    def reason(self) -> str:
        """For example "credits Harbour Wire"."""
        return {
            CopyReason.AGENCY: f"credits {self.words}",
            CopyReason.OUTLET: "same outlet",
            CopyReason.TEXT: f"shares the words “{self.words}”",
            CopyReason.STATEMENT: f"the same statements of {self.words}, and no others",
            CopyReason.UNKNOWN: "both outlets unknown",
        }[self.why]

    @property
    def told(self) -> str:
        """For example "Post, 2023-03-15 ← Harbour Wire, 2023-03-14: credits Harbour Wire"."""
        return f"{self.source.named} ← {self.of.named}: {self.reason}"


class Independent(Record):
    """One origin: an independent report, and the articles that go back to it."""

    first: Source
    copies: tuple[Copied, ...]

    @property
    def capture_ids(self) -> frozenset[str]:
        """All articles of this origin."""
        ends = (end.capture_id for copy in self.copies for end in (copy.source, copy.of))
        return frozenset((self.first.capture_id, *ends))

"""What is derived from statements and can be rebuilt at any time: claims, events, relations."""

import datetime
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from claimtrack.models.base import Record, Span, content_id


class RelationKind(StrEnum):
    """How two claims about one event stand to each other (CiTO, Argdown; see docs/methodology.md)."""

    CONTRADICTS = "contradicts"
    CONTRARY_TO = "contrary_to"
    CORROBORATES = "corroborates"
    REPEATS = "repeats"
    UPDATES = "updates"
    QUALIFIES = "qualifies"
    RESPONDS_TO = "responds_to"
    DOES_NOT_ADDRESS = "does_not_address"


CONFLICTS = frozenset({RelationKind.CONTRADICTS, RelationKind.CONTRARY_TO})
"""The relations in which not both claims can be true."""


class RelationStatus(StrEnum):
    """What the machine proposes and what a person decided are never the same thing."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class ReasonCode(StrEnum):
    """What made a relation: the kind of words that met."""

    DENIAL = "denial"
    NEGATION = "negation"
    NUMBER = "number"
    ANTONYM = "antonym"
    AGENT = "agent"
    CAUSE = "cause"
    PLACE = "place"
    TIME = "time"
    STATUS = "status"
    MODALITY = "modality"
    SAME = "same"
    REVIEWER = "reviewer"
    """No words met: a reviewer related the claims."""


class Reason(Record):
    """Why a relation was suggested: the words of either side that met, as they stand in their texts."""

    code: ReasonCode
    a: Span
    b: Span

    @property
    def turned(self) -> "Reason":
        """The same seen from the other side."""
        return Reason(code=self.code, a=self.b, b=self.a)


class Claim(Record):
    """A proposition that statements express; the first of them names it."""

    statement_ids: tuple[str, ...]
    """In order of date and place; never empty."""
    event_id: str
    proposition: str = ""
    """What the first statement is about, as a positive sentence that stands by itself; empty if it has no content."""

    @cached_property
    def id(self) -> str:
        """Follows the first statement, so that a rebuild keeps it."""
        return content_id("claim", self.statement_ids[0])


class Happened(Record):
    """When an event happened, and what tells so."""

    first: datetime.date
    last: datetime.date
    """The same as `first` if the day is known."""
    capture_id: str
    at: Span | None = None
    """The words that tell it; None if it is only the day of the first report."""


class CopyReason(StrEnum):
    """Why an article is taken for a copy, or for a second report of one origin."""

    AGENCY = "agency"
    """It names the other's outlet, or both name one agency, as where they have it from."""
    OUTLET = "outlet"
    """One outlet published both."""
    TEXT = "text"
    """They share runs of words."""
    STATEMENT = "statement"
    """All that it reports is what the other reports of the same parties."""
    UNKNOWN = "unknown"
    """Of neither is the outlet known."""


class Copy(Record):
    """An article that goes back to another."""

    capture_id: str
    of: str
    """The capture that it goes back to."""
    why: CopyReason
    words: str = ""
    """The agency, the outlet, the words shared, or the parties quoted."""


class Origin(Record):
    """An independent report, and the articles that go back to it."""

    capture_id: str
    """The first of them."""
    copies: tuple[Copy, ...] = ()

    @property
    def capture_ids(self) -> tuple[str, ...]:
        """All articles of this origin."""
        ends = (capture_id for copy in self.copies for capture_id in (copy.of, copy.capture_id))
        return tuple(dict.fromkeys((self.capture_id, *ends)))


class Event(Record):
    """What happened, that rival claims are about."""

    name: str
    statement_ids: tuple[str, ...]
    """Never empty."""
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None
    """Of the reports."""
    happened: Happened | None = None
    places: tuple[str, ...] = ()
    """As the articles name them, the one named most first."""
    origins: tuple[Origin, ...] = ()
    """The independent reports, in order of date; empty before the articles were looked at."""
    silent: tuple[str, ...] = ()
    """Sides that the articles name where they tell of it, and that say nothing on it."""

    @cached_property
    def id(self) -> str:
        """Follows the first statement, so that a rebuild keeps it."""
        return content_id("event", self.statement_ids[0])


class Relation(Record):
    """How claim `a` stands to claim `b`, suggested for these reasons."""

    kind: RelationKind
    a: str
    b: str
    event_id: str
    reasons: tuple[Reason, ...] = Field(min_length=1)
    question: str = ""
    """What the two claims answer, in the words that met."""

    @cached_property
    def id(self) -> str:
        """The same claims in the same relation are one relation."""
        return content_id("relation", self.kind, self.a, self.b, [r.code for r in self.reasons])


class Linked(Record):
    """Everything that is derived from a pile of statements."""

    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()

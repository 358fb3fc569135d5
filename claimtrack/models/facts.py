"""The facts: captured articles, the statements in them, and who speaks. They are only ever added."""

import datetime
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property

from pydantic import AwareDatetime

from claimtrack.models.base import Problem, Record, Span, Spans, content_id

_MOST_LINES = 5
"""Lines that a problem names."""


class Stance(StrEnum):
    """A party's answer to a proposition; no statement at all is silence, never a stance."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CONCEDES = "concedes"
    DECLINES = "declines"
    QUESTIONS = "questions"


class Hedge(StrEnum):
    """How far a content is qualified."""

    NONE = "none"
    REPORTEDLY = "reportedly"
    POSSIBLY = "possibly"
    PROBABLY = "probably"
    ALLEGED = "alleged"


class Kind(StrEnum):
    """What sort of thing is stated: how the world is, what someone will do, what someone thinks of it."""

    CLAIM = "claim"
    INTENTION = "intention"
    OPINION = "opinion"


class Polarity(StrEnum):
    """Whether the party holds the content, read as a positive proposition, to be so."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


class QuoteType(StrEnum):
    """Direct: all of the content is in quotation marks; mixed: some of it; indirect: none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class PartyKind(StrEnum):
    """What sort of speaker a party is; `metonym` and `state` tell how it was named."""

    PERSON = "person"
    OFFICE = "office"
    MINISTRY = "ministry"
    MILITARY = "military"
    GOVERNMENT = "government"
    STATE = "state"
    ARMED_GROUP = "armed_group"
    ORGANISATION = "organisation"
    COURT = "court"
    MEDIA = "media"
    COMPANY = "company"
    CROWD = "crowd"
    UNNAMED = "unnamed"
    METONYM = "metonym"


class Party(Record):
    """Who speaks. Parties form a tree; its top is the side (several for a joint statement)."""

    name: str
    kind: PartyKind
    sides: tuple[str, ...] = ()
    """Top of the tree; empty if the text does not tell."""
    via: tuple[str, ...] = ()
    """The bodies between the party and its side, nearest first."""

    @property
    def side(self) -> str:
        """The side or sides as one string, "none" if unknown."""
        return " + ".join(self.sides) or "none"


UNNAMED = Party(name="Unnamed", kind=PartyKind.UNNAMED)
"""A speaker about whom the text tells nothing."""


class Capture(Record):
    """One version of an article: its text as read, and what its layout tells."""

    digest: str
    """SHA-256 of the original bytes, in hex."""
    name: str
    """File name or address it was read from."""
    text: str
    media_type: str = "text/plain"
    title: Span | None = None
    headings: Spans = ()
    """Lines that stand above others: crossheads, a deck; the title is not among them."""
    dateline: Span | None = None
    date: datetime.date | None = None
    outlet: str | None = None
    url: str | None = None
    captured_at: AwareDatetime | None = None

    @cached_property
    def id(self) -> str:
        """The same bytes are the same capture."""
        return content_id("capture", self.digest)

    @property
    def headline(self) -> str:
        """The title's words, or the name of the file."""
        return self.title.of(self.text) if self.title else self.name

    def lines_of(self, places: Sequence[int]) -> str:
        """On which lines some characters stand, for a problem: "line 3", "lines 4, 9 and 12"."""
        numbers = list(dict.fromkeys(self.text.count("\n", 0, place) + 1 for place in places))
        shown = [str(number) for number in numbers[:_MOST_LINES]]
        more = len(numbers) - _MOST_LINES
        last = f"{more} more" if more > 0 else shown.pop() if len(shown) > 1 else ""
        named = ", ".join(shown) + (f" and {last}" if last else "")
        of = " of the text that was read off the page" if self.media_type == "text/html" else ""
        return f"line{'s' if len(numbers) > 1 else ''} {named}{of}"


class Statement(Record):
    """One attribution in one capture: who is said to have said what, in which words."""

    capture_id: str
    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    quote_type: QuoteType = QuoteType.INDIRECT
    kind: Kind = Kind.CLAIM
    stance: Stance = Stance.ASSERTS
    hedge: Hedge = Hedge.NONE
    polarity: Polarity = Polarity.TRUE
    party: Party = UNNAMED
    in_heading: bool = False
    corrects: str = ""
    """Id of the statement as it was read, if a reviewer has put something right in it."""

    @cached_property
    def id(self) -> str:
        """The same spans of the same capture are the same statement, and a correction leaves its id."""
        if self.corrects:
            return self.corrects
        spans = [[(s.start, s.end) for s in part] for part in (self.source, self.cue, self.content)]
        return content_id("statement", self.capture_id, *spans)

    @property
    def start(self) -> int:
        """Where the statement begins in its text."""
        return min((s.start for s in (*self.source, *self.cue, *self.content)), default=0)

    @property
    def end(self) -> int:
        """Where the statement ends in its text."""
        return max((s.end for s in (*self.source, *self.cue, *self.content)), default=0)


class Parsed(Record):
    """What was read out of one capture."""

    statements: tuple[Statement, ...] = ()
    problems: tuple[Problem, ...] = ()

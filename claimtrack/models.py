"""The records that everything is said in: frozen, validated, named after their content.

A `Statement` is one attribution in one `Capture`; `Claim`, `Event` and `Relation` are derived
from statements and can be rebuilt at any time; a `Judgement` is a reviewer's decision. Facts
and judgements are only ever added. docs/architecture.md explains the words.
"""

import datetime
import hashlib
import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, model_validator


class Record(BaseModel):
    """A frozen value; two records with equal fields are equal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy, with some fields changed; an id that was already worked out does not come along."""
        copied = super().model_copy(update=update, deep=deep)
        copied.__dict__.pop("id", None)
        return copied


def content_id(kind: str, *parts: object) -> str:
    """An id made of what defines the thing: `kind` and 16 hex digits of SHA-256 over a JSON list."""
    body = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), default=str)
    return f"{kind}-{hashlib.sha256(body.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


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


class Span(Record):
    """The characters `[start, end)` of a text, in code points (W3C TextPositionSelector)."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"a span ends before it begins: {self.start} to {self.end}")
        return self

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]


Spans = tuple[Span, ...]


class Severity(StrEnum):
    """Whether a problem cost the whole input or only a part of it."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Record):
    """Something wrong with an input, told beside the results that are good."""

    what: str
    """What happened, as a sentence without its full stop."""
    where: str = ""
    """The file or document."""
    hint: str = ""
    """What to do about it."""
    span: Span | None = None
    severity: Severity = Severity.WARNING


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

    @cached_property
    def id(self) -> str:
        """The same spans of the same capture are the same statement."""
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

    @cached_property
    def id(self) -> str:
        """Follows the first statement, so that a rebuild keeps it."""
        return content_id("claim", self.statement_ids[0])


class Event(Record):
    """What happened, that rival claims are about."""

    name: str
    statement_ids: tuple[str, ...]
    """Never empty."""
    first_day: datetime.date | None = None
    last_day: datetime.date | None = None

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


class Axis(StrEnum):
    """The questions a reviewer answers, never two at once."""

    SAID = "said"
    """Did they say it? Of a statement."""
    SO = "so"
    """Is it so? Of a claim."""
    NOTE = "note"
    """A remark; it decides nothing."""


class Verdict(StrEnum):
    """Answers of a reviewer; each belongs to one axis."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    MISATTRIBUTED = "misattributed"
    MISQUOTED = "misquoted"
    IN_REVIEW = "in_review"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    FALSE = "false"
    INCONCLUSIVE = "inconclusive"
    RETRACTED = "retracted"
    NOTED = "noted"


class Judgement(Record):
    """A reviewer's decision about one thing; a later one about the same thing and axis goes before it."""

    target: str
    """Id of a statement; a verdict on a claim names the claim's first statement, which a rebuild keeps in it."""
    axis: Axis
    verdict: Verdict
    reviewer: str
    at: AwareDatetime
    why: str = ""
    evidence: str = ""
    undoes: str = ""
    """Id of the judgement that this one takes back, if it does only that."""

    @cached_property
    def id(self) -> str:
        """One decision of one person at one moment."""
        parts = (self.target, self.axis, self.verdict, self.reviewer, self.at.isoformat(), self.undoes)
        return content_id("judgement", *parts)

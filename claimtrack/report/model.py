"""The contradiction report as a value: every line leads back to words in a captured text."""

from claimtrack.models import ReasonCode, Record, RelationKind, Span, Stance, Verdict


class Line(Record):
    """One statement as a reader can check it."""

    claim_id: str
    statement_id: str
    side: str
    party: str
    voice: str
    """The words by which the article names the speaker."""
    cue: str
    """The outlet's own words of attribution."""
    stance: Stance
    quote: str
    """The content's words as they stand; pieces joined with an ellipsis."""
    outlet: str
    date: str
    headline: str
    spans: tuple[Span, ...]
    """Of the content, in code points of the captured text."""
    digest: str
    said: Verdict
    so: Verdict
    evidence: str = ""


class Meeting(Record):
    """Two lines that stand against each other, or agree."""

    relation_id: str
    kind: RelationKind
    types: tuple[ReasonCode, ...]
    question: str
    a: Line
    b: Line
    words_a: str
    words_b: str


class EventReport(Record):
    """One event: who says what, where accounts part, what is agreed, who is silent."""

    event_id: str
    name: str
    first_day: str
    last_day: str
    articles: int
    accounts: tuple[tuple[str, tuple[Line, ...]], ...]
    """By side; lines in order of date and place."""
    disagreements: tuple[Meeting, ...]
    agreements: tuple[Meeting, ...]
    updates: tuple[Meeting, ...]
    silent: tuple[str, ...]
    """Sides that are named where the event is told and of whom no statement is reported."""


class Report(Record):
    """The whole report; the same facts and judgements give the same report."""

    articles: int
    statements: int
    events: tuple[EventReport, ...]
    """Those with a disagreement first, then by date."""

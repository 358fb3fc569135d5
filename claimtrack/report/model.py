"""The contradiction report as a value: every line leads back to words in a captured text."""

from claimtrack.display import counted
from claimtrack.language.clauses import first_clause, is_negated
from claimtrack.models import Kind, ReasonCode, Record, RelationKind, RelationStatus, Span, Stance, Verdict

_PRONOUNS = frozenset("i he she it they we who which his her its their our".split())
_STANDS = {Kind.INTENTION: "intends", Kind.OPINION: "holds the opinion"}


def stands(stance: Stance, kind: Kind) -> str:
    """A verb for a stance, or for stating an intention or opinion."""
    return stance.value if kind == Kind.CLAIM or stance != Stance.ASSERTS else _STANDS[kind]


def does(stance: Stance, kind: Kind, quote: str) -> str:
    """The verb before a party's own words: who says "no one died" does not deny these words."""
    is_own = stance == Stance.DENIES and is_negated(first_clause(quote))
    return "says" if is_own else stands(stance, kind)


def short_id(thing_id: str) -> str:
    """The beginning of an id, enough to name a claim or statement on the command line."""
    return thing_id.partition("-")[2][:8]


class Line(Record):
    """One statement as a reader can check it."""

    claim_id: str
    statement_id: str
    capture_id: str
    side: str
    party: str
    voice: str
    """The words by which the article names the speaker."""
    cue: str
    """The outlet's own words of attribution."""
    stance: Stance
    kind: Kind
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

    @property
    def stands(self) -> str:
        """How the party stands to the proposition: its stance, or that this is an intention or opinion of its."""
        return stands(self.stance, self.kind)

    @property
    def does(self) -> str:
        """The verb before the party's own words."""
        return does(self.stance, self.kind, self.quote)

    @property
    def attribution(self) -> str:
        """The article's words for who says it and how; a pronoun with the party it stands for."""
        voice = " ".join(self.voice.split()).strip(" ,")
        named = f"{voice} ({self.party})" if voice.casefold() in _PRONOUNS else voice
        return " · ".join(filter(None, (named, " ".join(self.cue.split()).strip(" ,")))) or "no words of attribution"

    @property
    def place(self) -> str:
        """The characters of the captured text that are quoted: "12-40, 52-60"."""
        return ", ".join(f"{span.start}-{span.end}" for span in self.spans)

    @property
    def short_id(self) -> str:
        """The beginning of the claim's id."""
        return short_id(self.claim_id)


class Answer(Record):
    """One line's answer to a question, and the words of it that met another's."""

    line: Line
    words: str
    at: Span
    """Where the words stand in the captured text."""


class Account(Record):
    """What one side answers to one question, in order of date and place.

    Where the parties of one side part among themselves, `side` is the party.
    """

    side: str
    answers: tuple[Answer, ...]


class Meeting(Record):
    """A question on which sides part, agree, or one of them gives a later figure."""

    kind: RelationKind
    types: tuple[ReasonCode, ...]
    question: str
    accounts: tuple[Account, ...]
    relation_ids: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...] = ()
    """The claims of each relation."""
    status: RelationStatus = RelationStatus.SUGGESTED

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer, account by account."""
        return tuple(answer for account in self.accounts for answer in account.answers)


class EventReport(Record):
    """One event: who says what, where accounts part, what is agreed, who is silent."""

    event_id: str
    name: str
    first_day: str
    last_day: str
    articles: int
    origins: int
    """Independent reports among the articles, in doubt fewer."""
    accounts: tuple[tuple[str, tuple[Line, ...]], ...]
    """By side; lines in order of date and place."""
    disagreements: tuple[Meeting, ...]
    agreements: tuple[Meeting, ...]
    updates: tuple[Meeting, ...]
    rejected: tuple[Meeting, ...] = ()
    """Suggestions that a reviewer rejected; they are no disagreements."""
    silent: tuple[str, ...]
    """Sides that are named where the event is told and of whom no statement is reported."""

    @property
    def days(self) -> str:
        """For example "2023-03-14", "2023-03-14 to 16", "2023-03-30 to 2023-04-02"."""
        month = self.first_day[:-2]
        last = self.last_day.removeprefix(month) if month else ""
        return self.first_day + (f" to {last}" if last and self.last_day != self.first_day else "") or "date unknown"

    @property
    def counted(self) -> str:
        """For example "5 articles, 2 origins"."""
        return f"{counted(self.articles, 'article')}, {counted(self.origins, 'origin')}"


class Report(Record):
    """The whole report; the same facts and judgements give the same report."""

    articles: int
    statements: int
    events: tuple[EventReport, ...]
    """Those with a disagreement first, then by date."""

    @property
    def lines(self) -> dict[str, Line]:
        """Every statement's line, by the statement's id."""
        return {line.statement_id: line for event in self.events for _, lines in event.accounts for line in lines}

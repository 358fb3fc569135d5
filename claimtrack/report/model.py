"""The contradiction report as a value: every line leads back to words in a captured text."""

from collections.abc import Iterable

from claimtrack.display import counted
from claimtrack.language.clauses import first_clause, is_negated
from claimtrack.models import Kind, ReasonCode, Record, RelationKind, RelationStatus, Span, Stance, Verdict
from claimtrack.report.remarks import Remark
from claimtrack.report.sources import UNDATED, Copied, Day, Independent, When, published

_PRONOUNS = frozenset("i he she it they we who which his her its their our".split())
_STANDS = {Kind.INTENTION: "intends", Kind.OPINION: "holds the opinion"}


def side_order(side: str) -> tuple[bool, str]:
    """By name, the unknown side last: no side goes first by merit."""
    return side == "none", side


def stands(stance: Stance, kind: Kind) -> str:
    """A verb for a stance, or for stating an intention or opinion."""
    return stance.value if kind == Kind.CLAIM or stance != Stance.ASSERTS else _STANDS[kind]


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
    proposition: str = ""
    """What its claim is about, as a positive sentence that stands by itself."""
    outlet: str | None
    date: Day
    headline: str
    """The title's words, or the name of the file."""
    url: str | None = None
    spans: tuple[Span, ...]
    """Of the content, in code points of the captured text."""
    whole: Span
    """The statement with its words of attribution, which alone are there if it has no content."""
    digest: str
    said: Verdict
    so: Verdict
    evidence: str = ""
    remarks: tuple[Remark, ...] = ()
    """Who decided so, when and why, who decided otherwise, and notes."""

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides of a joint statement one by one; mostly it is one."""
        return tuple(self.side.split(" + "))

    @property
    def speaker(self) -> str:
        """The side, or the party where the article tells of no side."""
        return self.party if self.side == "none" else self.side

    @property
    def stands(self) -> str:
        """How the party stands to the proposition: its stance, or that this is an intention or opinion of its."""
        return stands(self.stance, self.kind)

    @property
    def does(self) -> str:
        """The verb before the party's own words: who says "no one died" does not deny these words."""
        is_own = self.stance == Stance.DENIES and is_negated(first_clause(self.quote))
        return "says" if is_own else self.stands

    @property
    def attribution(self) -> str:
        """The article's words for who says it and how; a pronoun with the party it stands for."""
        voice = " ".join(self.voice.split()).strip(" ,")
        named = f"{voice} ({self.party})" if voice.casefold() in _PRONOUNS else voice
        return " · ".join(filter(None, (named, " ".join(self.cue.split()).strip(" ,:")))) or "no words of attribution"

    @property
    def place(self) -> str:
        """The characters of the captured text that are quoted: "12-40, 52-60"."""
        return ", ".join(f"{span.start}-{span.end}" for span in self.spans)

    @property
    def published(self) -> str:
        """Who published it; where that is unknown, the headline."""
        return published(self.outlet, self.headline)

    @property
    def is_dated(self) -> bool:
        """Whether it is known when it was published."""
        return self.date != UNDATED

    @property
    def short_id(self) -> str:
        """The beginning of the claim's id, enough to name it on the command line."""
        return self.claim_id.removeprefix("claim-")[:8]


class Answer(Record):
    """One line's answer to a question, and the words of it that met another's."""

    line: Line
    words: str
    at: Span
    """Where the words stand in the captured text."""

    @property
    def does(self) -> str:
        """The verb before these words alone: who says "no jet hit it, given the risk" denies neither half of it."""
        is_own = self.line.does != self.line.stands
        is_denied = not is_negated(self.words) and self.words in first_clause(self.line.quote)
        return self.line.does if is_own and self.words and not is_denied else self.line.stands


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
    beside: tuple[Answer, ...] = ()
    """Of others: who holds the same words as one of the accounts, and who declines to answer."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer, account by account."""
        return tuple(answer for account in self.accounts for answer in account.answers)


class Change(Record):
    """One party's account in place of an earlier one of its own; no contradiction between parties."""

    side: str
    party: str
    question: str
    types: tuple[ReasonCode, ...]
    before: Answer
    """The first statement of the earlier account."""
    after: Answer
    """The first statement of the later account; its date is that of the change."""
    relation_ids: tuple[str, ...]
    is_person: bool

    @property
    def told(self) -> str:
        """For example "Ministry of Defence of Russia changed its account on 2023-03-16"."""
        return f"{self.party} changed {'their' if self.is_person else 'its'} account on {self.after.line.date}"


class EventReport(Record):
    """One event: who says what, where accounts part, what is agreed, who is silent."""

    event_id: str
    name: str
    first_day: str
    last_day: str
    """Of the reports."""
    when: When | None
    """When it happened; None if nothing tells."""
    places: tuple[str, ...]
    """Where, as the articles name it; the place named most first."""
    articles: int
    origins: int
    """Independent reports among the articles, in doubt fewer."""
    chain: tuple[Independent, ...]
    """The origins one by one, with what goes back to each and why."""
    accounts: tuple[tuple[str, tuple[Line, ...]], ...]
    """By side; lines in order of date and place."""
    disagreements: tuple[Meeting, ...]
    agreements: tuple[Meeting, ...]
    updates: tuple[Meeting, ...]
    asides: tuple[Meeting, ...]
    """Answers without conflict: they miss the question, respond to it, or qualify what is said."""
    changes: tuple[Change, ...]
    """Accounts that one party changed, by the date of the change."""
    rejected: tuple[Meeting, ...] = ()
    """Suggestions that a reviewer rejected; they are no disagreements."""
    silent: tuple[str, ...]
    """Sides that are named where the event is told and of whom no statement is reported."""

    @property
    def is_telling(self) -> bool:
        """Whether accounts meet: parties part or agree, or one gives a later figure or account."""
        return bool(self.disagreements or self.agreements or self.updates or self.changes)

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that speak on it."""
        return tuple(sorted({side for _, lines in self.accounts for x in lines for side in x.sides}, key=side_order))

    @property
    def short_id(self) -> str:
        """The beginning of the id, enough to name it on the command line."""
        return self.event_id.removeprefix("event-")[:8]

    @property
    def days(self) -> str:
        """For example "2023-03-14", "2023-03-14 to 16", "2023-03-30 to 2023-04-02"."""
        month = self.first_day[:-2]
        last = self.last_day.removeprefix(month) if month else ""
        return self.first_day + (f" to {last}" if last and self.last_day != self.first_day else "") or "date unknown"

    def reports_of(self, answers: Iterable[Answer]) -> int:
        """How many independent reports carry some answers."""
        reported = {answer.line.capture_id for answer in answers}
        return sum(not reported.isdisjoint(origin.capture_ids) for origin in self.chain)

    @property
    def copies(self) -> tuple[Copied, ...]:
        """Every article that goes back to another."""
        return tuple(copy for origin in self.chain for copy in origin.copies)

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

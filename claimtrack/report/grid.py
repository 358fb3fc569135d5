"""The grid of an event: questions by sides, each cell a side's answer with the statements behind it.

A question is one on which sides part or agree, one that gets a later figure, or a claim that one
side makes alone. Made of the event's report only, so that a grid never shows what the report
does not rest on. Silence means that no statement is reported: neither denial nor agreement.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimtrack.models import CONFLICTS, Kind, ReasonCode, Record, RelationKind, Stance
from claimtrack.report.lines import again, by_claim
from claimtrack.report.model import Answer, Change, EventReport, Line, Meeting, side_order

SILENT = "silent"
STANCE_MARKS = {
    Stance.ASSERTS.value: "●",
    Stance.CONCEDES.value: "◐",
    Stance.DENIES.value: "○",
    Stance.DECLINES.value: "–",
    Stance.QUESTIONS.value: "?",
    SILENT: "·",
}
"""Full: it is so; half: grants it; empty: it is not so. The word always stands beside the mark."""


class Cell(Record):
    """What one side answers to one question."""

    side: str
    answers: tuple[Answer, ...] = ()
    """In order of date and place; none if the side is silent. Each leads back to a statement."""
    reports: int = 0
    """How many independent reports carry them, in doubt fewer; all of them go back to the one side."""

    @property
    def stances(self) -> tuple[str, ...]:
        """The words for how the side stands, in order of date; "silent" if it says nothing."""
        return tuple(dict.fromkeys(answer.line.stance.value for answer in self.answers)) or (SILENT,)

    @property
    def statement_ids(self) -> tuple[str, ...]:
        """The statements behind the cell."""
        return tuple(answer.line.statement_id for answer in self.answers)

    @property
    def voices(self) -> tuple[tuple[str, tuple[Answer, ...]], ...]:
        """The answers by party, those who speak first coming first."""
        found: dict[str, list[Answer]] = defaultdict(list)
        for answer in self.answers:
            found[answer.line.party].append(answer)
        return tuple((party, tuple(said)) for party, said in found.items())


class Row(Record):
    """One question, and a cell for each side of the grid."""

    question: str
    """A question; the words of the claim themselves where one side makes it alone."""
    kind: RelationKind | None
    """How the answers stand to each other; None for a claim that one side makes alone."""
    types: tuple[ReasonCode, ...] = ()
    cells: tuple[Cell, ...]
    """One for each side, in the grid's order."""
    relation_ids: tuple[str, ...] = ()

    @property
    def is_between_words(self) -> bool:
        """Whether the answers differ in their words ("14", "22"), more than in yes and no."""
        return self.kind in {RelationKind.CONTRARY_TO, RelationKind.UPDATES}


class Grid(Record):
    """Who answers what on one event."""

    event_id: str
    name: str
    days: str
    counted: str
    """For example "5 articles, 2 origins"."""
    sides: tuple[str, ...]
    """The columns: every side that speaks on the event or is named and silent; "none" is unknown."""
    silent: tuple[str, ...]
    """Those of the columns that are named where the event is told, and say nothing at all."""
    rows: tuple[Row, ...]
    """Disagreements, updates, agreements, changed accounts, then claims of one side by side and date."""

    @property
    def met(self) -> tuple[Row, ...]:
        """The questions on which answers met."""
        return tuple(row for row in self.rows if row.kind)

    @property
    def answering(self) -> tuple[str, ...]:
        """The sides that answer at least one question on which answers met."""
        return tuple(side for place, side in enumerate(self.sides) if any(row.cells[place].answers for row in self.met))

    @property
    def alone(self) -> tuple[Row, ...]:
        """Claims that one side makes and nobody answers."""
        return tuple(row for row in self.rows if not row.kind)


def grid(event: EventReport) -> Grid:
    """The grid of an event, from its report."""
    claims = by_claim(event)
    sides = {side for lines in claims.values() for line in lines for side in line.sides} | set(event.silent)
    columns = tuple(sorted(sides, key=side_order))
    meetings = (*event.disagreements, *event.updates, *event.agreements)
    rows = [_met(meeting, event, claims, columns) for meeting in meetings]
    rows += [_changed(change, event, columns) for change in event.changes if not _is_in(change, rows)]
    answered = {a.line.claim_id for row in rows for cell in row.cells for a in cell.answers}
    rows += [
        _alone(lines, event, columns)
        for claim, lines in claims.items()
        if claim not in answered and lines[0].kind == Kind.CLAIM and lines[0].spans
    ]
    return Grid(
        event_id=event.event_id,
        name=event.name,
        days=event.days,
        counted=event.counted,
        sides=columns,
        silent=event.silent,
        rows=tuple(rows),
    )


def _met(meeting: Meeting, event: EventReport, claims: Mapping[str, Sequence[Line]], sides: Sequence[str]) -> Row:
    """A meeting's answers, those of others beside it, and those by which a party changed its position on it."""
    own = [c for c in event.changes if set(c.relation_ids) & set(meeting.relation_ids) and meeting.kind in CONFLICTS]
    later = [answer for change in own for answer in (change.before, change.after)]
    first = {a.line.statement_id: a for a in (*meeting.answers, *meeting.beside)}
    first |= {a.line.statement_id: a for a in later if a.line.statement_id not in first}
    answers = [
        first.get(line.statement_id) or again(line)
        for claim in dict.fromkeys(answer.line.claim_id for answer in first.values())
        for line in claims[claim]
    ]
    return Row(
        question=meeting.question,
        kind=meeting.kind,
        types=meeting.types,
        cells=tuple(_cells(answers, event, sides)),
        relation_ids=meeting.relation_ids,
    )


def _changed(change: Change, event: EventReport, sides: Sequence[str]) -> Row:
    return Row(
        question=change.question,
        kind=RelationKind.UPDATES,
        types=change.types,
        cells=tuple(_cells((change.before, change.after), event, sides)),
        relation_ids=change.relation_ids,
    )


def _is_in(change: Change, rows: Iterable[Row]) -> bool:
    """Whether a question holds both accounts of a change already."""
    both = {change.before.line.claim_id, change.after.line.claim_id}
    return any(both <= {a.line.claim_id for cell in row.cells for a in cell.answers} for row in rows)


def _alone(lines: Sequence[Line], event: EventReport, sides: Sequence[str]) -> Row:
    return Row(question=lines[0].quote, kind=None, cells=tuple(_cells(map(again, lines), event, sides)))


def _cells(answers: Iterable[Answer], event: EventReport, sides: Sequence[str]) -> Iterator[Cell]:
    ordered = sorted(answers, key=lambda answer: (answer.line.date, answer.line.capture_id, answer.at.start))
    for side in sides:
        own = tuple(answer for answer in ordered if side in answer.line.sides)
        yield Cell(side=side, answers=own, reports=event.reports_of(own))

"""Positions over time: what each party answers to each question, in order of date."""

from collections import defaultdict

from claimtrack.models import ReasonCode, Record, RelationKind
from claimtrack.report.grid import grid
from claimtrack.report.model import Answer, Change, EventReport, side_order


class Position(Record):
    """What one party answers to one question."""

    question: str
    kind: RelationKind | None
    """How the question's answers stand to each other; None for a claim that one side makes alone."""
    types: tuple[ReasonCode, ...]
    answers: tuple[Answer, ...]
    """In order of date and place; never empty."""
    changes: tuple[Change, ...] = ()
    """Where the party put one account in the place of another, by date."""


class Voice(Record):
    """One party's positions on an event."""

    side: str
    party: str
    positions: tuple[Position, ...]
    """In the order of the grid's rows."""


class Timeline(Record):
    """Who said what when on one event."""

    event_id: str
    name: str
    days: str
    counted: str
    voices: tuple[Voice, ...]
    """By side, then those who speak first."""


def timeline(event: EventReport) -> Timeline:
    """The positions of every party on an event, from its report."""
    whole = grid(event)
    found: dict[tuple[str, str], list[Position]] = defaultdict(list)
    for row in whole.rows:
        for cell in row.cells:
            for party, answers in cell.voices:
                changes = tuple(c for c in event.changes if (c.side, c.party) == (answers[0].line.side, party))
                found[cell.side, party].append(
                    Position(
                        question=row.question,
                        kind=row.kind,
                        types=row.types,
                        answers=answers,
                        changes=tuple(change for change in changes if _is_about(change, answers)),
                    )
                )
    voices = [Voice(side=side, party=party, positions=tuple(held)) for (side, party), held in found.items()]
    return Timeline(
        event_id=event.event_id,
        name=event.name,
        days=event.days,
        counted=event.counted,
        voices=tuple(sorted(voices, key=lambda v: (side_order(v.side), _first(v), v.party))),
    )


def _is_about(change: Change, answers: tuple[Answer, ...]) -> bool:
    """Whether both accounts of a change are among these answers."""
    said = {answer.line.statement_id for answer in answers}
    return {change.before.line.statement_id, change.after.line.statement_id} <= said


def _first(voice: Voice) -> str:
    return min(answer.line.date for position in voice.positions for answer in position.answers)

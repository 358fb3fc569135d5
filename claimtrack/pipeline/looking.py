"""What is read from a store to be looked at: one event, a list, an article, decisions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from claimtrack import report, review
from claimtrack.errors import NothingFound
from claimtrack.models import Axis, Capture, Judgement, Statement
from claimtrack.pipeline.changing import listed
from claimtrack.pipeline.derived import Desk, as_decided, lines, reported, seen
from claimtrack.review.query import still_open
from claimtrack.store import Row, Store

_MOST_ROWS = 500
_NEAR = 200
"""Entries looked at before the database is asked for the next one without a decision."""


class Met(NamedTuple):
    """An entry of a list that was met."""

    place: int
    """In what a filter wants, from 1."""
    row: Row
    card: review.Card


def desk(store: Store) -> Desk:
    """Read everything that a report of all events needs."""
    listed(store)
    return seen(store.captures(), store.statements(), store.linked(), store.judgements())


def event_desk(store: Store, event_id: str) -> Desk:
    """Read everything that is about one event."""
    linked = store.linked(event_id)
    statements = store.statements(s for event in linked.events for s in event.statement_ids)
    captures = store.captures(s.capture_id for s in statements)
    decided = store.judgements(axis=Axis.PARTIES)
    described = store.judgements(capture.id for capture in captures)
    is_new = decided or described
    whole = [s for capture in captures for s in store.statements_in(capture.id)] if is_new else statements
    at_desk = seen(captures, whole, linked, store.judgements(s.id for s in statements), (*decided, *described))
    wanted = {statement.id for statement in statements}
    return at_desk._replace(statements={i: s for i, s in at_desk.statements.items() if i in wanted})


def card(store: Store, row: Row, viewer: str = "") -> tuple[review.Card, Desk] | None:
    """What an entry of a list leads to, as its event stands now; None if it is gone.

    If there is a `viewer`, what others decided is not there.
    """
    at_desk = _seen_by(viewer, event_desk(store, row.event_id))
    found = [review.card(event, row.listed, row.key) for event in reported(at_desk).events]
    return next(((each, at_desk) for each in found if each), None)


def cards(store: Store, wanted: review.Query, in_list: review.Listed, viewer: str = "") -> Iterator[Met]:
    """The entries of a list that a filter wants, in order, each with its card; `viewer` as in `card`."""
    listed(store)
    numbers = store.found(in_list, wanted, viewer)
    events: dict[str, report.EventReport] = {}
    for at in range(0, len(numbers), _MOST_ROWS):
        portion = numbers[at : at + _MOST_ROWS]
        rows = store.rows(portion, viewer)
        for place, number in enumerate(portion, at + 1):
            row = rows[number]
            if row.event_id not in events:
                events[row.event_id] = _event(store, row.event_id, viewer)
            if found := review.card(events[row.event_id], in_list, row.key):
                yield Met(place, row, found)


def _event(store: Store, event_id: str, viewer: str) -> report.EventReport:
    return reported(_seen_by(viewer, event_desk(store, event_id))).events[0]


def _seen_by(viewer: str, at_desk: Desk) -> Desk:
    """Without what others decided, if somebody is to judge blind."""
    if not viewer:
        return at_desk
    return at_desk._replace(judgements=tuple(j for j in at_desk.judgements if j.reviewer == viewer))


def events(store: Store, wanted: str = "") -> Sequence[report.EventReport]:
    """The events of the report: all on which accounts meet, or the one that an id or words of a name mean."""
    if wanted:
        chosen = review.find_event(wanted, {event.id: event.name for event in store.linked().events})
        return reported(event_desk(store, chosen)).events
    met = [event for event in reported(desk(store)).events if event.is_telling]
    if not met:
        raise NothingFound("there is no event on which accounts meet", "Add articles with `claimtrack add`.")
    return met


def next_open(store: Store, queue: review.Queue, by: int, viewer: str = "") -> int | None:
    """The number of the nearest entry without a decision, on (`by` is 1) or back (-1); None if there is none.

    Most often it is near; else the database finds it.
    """
    numbers, at = queue.numbers, queue.at
    near = numbers[at + 1 : at + 1 + _NEAR] if by > 0 else numbers[max(0, at - _NEAR) : at][::-1]
    rows = store.rows(near, viewer)
    number = next((n for n in near if n in rows and rows[n].state.is_open), None)
    if number is not None or len(near) < _NEAR:
        return number
    wanted = store.found(queue.listed, still_open(queue.query), viewer)
    place = bisect_right(wanted, near[-1]) if by > 0 else bisect_left(wanted, near[-1]) - 1
    return wanted[place] if 0 <= place < len(wanted) else None


def article(store: Store, capture_id: str) -> tuple[Capture, tuple[Statement, ...]]:
    """A captured article, and its statements as reviewers put them right."""
    (capture,) = store.captures([capture_id])
    statements = store.statements_in(capture_id)
    own = store.judgements((capture_id, *(s.id for s in statements)))
    judgements = (*store.judgements(axis=Axis.PARTIES), *own)
    return review.as_described([capture], judgements)[0], as_decided([capture], statements, judgements)


def lines_of(store: Store, statement_ids: Iterable[str]) -> dict[str, report.Line]:
    """Some statements as lines of the report, by their ids."""
    wanted = set(statement_ids)
    found: dict[str, report.Line] = {}
    for event_id in store.events_of(wanted):
        found |= lines(event_desk(store, event_id))
    return {statement_id: line for statement_id, line in found.items() if statement_id in wanted}


def history(store: Store, judgements: Sequence[Judgement]) -> tuple[str, ...]:
    """Some decisions as lines to read, each with the words or the article that it is about."""
    named = {i for j in judgements for i in (j.target, j.other) if i}
    about: dict[str, report.Line | Capture] = {**lines_of(store, named)}
    about |= {capture.id: capture for capture in store.captures(named)}
    by_id = {judgement.id: judgement for judgement in (*store.judgements(j.target for j in judgements), *judgements)}
    return tuple(review.described(j, by_id, about) for j in judgements)


def exported(store: Store, statement_ids: Iterable[str]) -> Iterator[tuple[report.Line, Capture]]:
    """Some statements as lines of the report, each with its article."""
    wanted = set(statement_ids)
    for event_id in store.events_of(wanted):
        at_desk = event_desk(store, event_id)
        for statement_id, line in lines(at_desk).items():
            if statement_id in wanted:
                yield line, at_desk.captures[line.capture_id]

"""The use cases: one short function each, pure steps and the store."""

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from claimtrack import parties, report, review
from claimtrack.errors import NothingFound
from claimtrack.models import (
    Axis,
    Capture,
    Event,
    Judgement,
    Linked,
    Problem,
    Record,
    Statement,
)
from claimtrack.review.query import still_open
from claimtrack.store import Row, Store

if TYPE_CHECKING:
    from claimtrack.ingest import Given

Progress = Callable[[str], None]
_MOST_ROWS = 500
_NEAR = 200
"""Entries looked at before the database is asked for the next one without a decision."""
_DERIVED_FROM = {Axis.PARTY, Axis.STANCE, Axis.CONTENT, Axis.PARTIES, Axis.EVENTS}


class Added(Record):
    """What an `add` did."""

    added: tuple[str, ...] = ()
    """Ids of new captures."""
    known: tuple[str, ...] = ()
    """Names of inputs that were there already."""
    statements: int = 0
    problems: tuple[Problem, ...] = ()


class Desk(NamedTuple):
    """Everything a reviewer looks at, read at one moment."""

    captures: Mapping[str, Capture]
    statements: Mapping[str, Statement]
    linked: Linked
    judgements: tuple[Judgement, ...]


class Met(NamedTuple):
    """An entry of a list that was met."""

    place: int
    """In what a filter wants, from 1."""
    row: Row
    card: review.Card


def add(
    store: Store,
    paths: Iterable[str],
    at: datetime.datetime,
    given: "Given | None" = None,
    progress: Progress = lambda _: None,
) -> Added:
    """Read, parse and keep every input, then link everything anew.

    One input is one transaction: what fails is told and leaves nothing behind.
    """
    from claimtrack import ingest  # heavy, and who only reviews has no use for it

    done = Added()
    for name, data in ingest.inputs(paths):
        progress(name)
        read = data if isinstance(data, Problem) else ingest.read(name, data, at, given or ingest.NOTHING_GIVEN)
        done = _add_one(store, name, data, read, done)
    if done.added:
        progress("linking")
        link(store)
    return done


def _add_one(store: Store, name: str, data: bytes | Problem, read: Capture | Problem, done: Added) -> Added:
    from claimtrack import attribution  # as above

    if isinstance(read, Problem) or isinstance(data, Problem):
        return done.model_copy(update={"problems": (*done.problems, read)})
    if store.has(read.id):
        return done.model_copy(update={"known": (*done.known, name)})
    parsed = attribution.parse(read)
    store.add(read, data, parsed.statements)
    return done.model_copy(
        update={
            "added": (*done.added, read.id),
            "statements": done.statements + len(parsed.statements),
            "problems": (*done.problems, *parsed.problems),
        }
    )


def link(store: Store) -> Linked:
    """Derive events, claims, relations and the lists of the desk from all statements, and keep them."""
    while True:
        captures, statements, judgements = store.captures(), store.statements(), store.judgements()
        linked = linked_from(captures, statements, judgements)
        at_desk = _desk(captures, statements, linked, judgements)
        if store.replace(linked, len(captures), review.entries(reported(at_desk))):
            return linked  # else another process added an article meanwhile


def linked_from(
    captures: Iterable[Capture], statements: Iterable[Statement], judgements: Sequence[Judgement] = ()
) -> Linked:
    """Events, claims and relations of some statements, after the decisions that they rest on.

    Pure; the order in which captures and statements arrive changes nothing.
    """
    from claimtrack import claims, conflicts  # heavy, and who only looks at what is linked has no use for them

    captures = tuple(captures)
    by_capture: dict[str, list[Statement]] = {}
    read = as_decided(captures, statements, judgements)
    for statement in read:
        by_capture.setdefault(statement.capture_id, []).append(statement)
    found = [u for capture in captures for u in claims.utterances(capture, by_capture.get(capture.id, ()))]
    events = claims.events(found, review.live(judgements))
    grouped = claims.claims(events, found)
    around = _Around({c.id: c for c in captures}, {s.id: s for s in read}, naming(judgements))
    derived = Linked(
        events=tuple(_with_reports(event, around) for event in events),
        claims=grouped,
        relations=conflicts.relations(grouped, found),
    )
    return review.with_relations(derived, read, judgements)


class _Around(NamedTuple):
    """What tells who else is named where an event is told, and who copied whom."""

    captures: Mapping[str, Capture]
    statements: Mapping[str, Statement]
    naming: parties.Naming


def _with_reports(event: Event, around: _Around) -> Event:
    """The event with its independent reports, and the sides that its articles name and that say nothing.

    Sides are named in articles as they are; here they are what reviewers made of them.
    """
    from claimtrack import claims  # as above

    said = [around.statements[s] for s in event.statement_ids]
    named = around.naming.sides(claims.silent(said, around.captures))
    spoken = {side for statement in said for side in statement.party.sides}
    told = [around.captures[i] for i in dict.fromkeys(s.capture_id for s in said)]
    return event.model_copy(
        update={
            "silent": tuple(side for side in named if side not in spoken),
            "origins": claims.origins(told, said),
        }
    )


def desk(store: Store) -> Desk:
    """Read everything that a report of all events needs."""
    listed(store)
    return _desk(store.captures(), store.statements(), store.linked(), store.judgements())


def event_desk(store: Store, event_id: str) -> Desk:
    """Read everything that is about one event."""
    linked = store.linked(event_id)
    statements = store.statements(s for event in linked.events for s in event.statement_ids)
    captures = store.captures(s.capture_id for s in statements)
    decided = store.judgements(axis=Axis.PARTIES)
    whole = [s for capture in captures for s in store.statements_in(capture.id)] if decided else statements
    at_desk = _desk(captures, whole, linked, store.judgements(s.id for s in statements), decided)
    wanted = {statement.id for statement in statements}
    return at_desk._replace(statements={i: s for i, s in at_desk.statements.items() if i in wanted})


def _desk(
    captures: Sequence[Capture],
    statements: Iterable[Statement],
    linked: Linked,
    judgements: tuple[Judgement, ...],
    parties_decided: tuple[Judgement, ...] = (),
) -> Desk:
    decisions = (*parties_decided, *judgements)
    read = as_decided(captures, statements, decisions)
    return Desk({c.id: c for c in captures}, {s.id: s for s in read}, linked, judgements)


def as_decided(
    captures: Iterable[Capture], statements: Iterable[Statement], judgements: Sequence[Judgement]
) -> tuple[Statement, ...]:
    """Statements as reviewers decided: with the names they added, what they put right, and parties merged and split.

    Pure; facts stay as they are. Names need all statements of a capture, since one speaker is the next one's "he".
    """
    decided = naming(judgements)
    by_id = {capture.id: capture for capture in captures} if decided.names else {}
    read: list[Statement] = []
    for capture_id, members in groupby(statements, key=lambda s: s.capture_id):
        said = tuple(members)
        names = decided.names_in(by_id[capture_id].text) if decided.names else ()
        read += _named_anew(by_id[capture_id], said, names) if names else said
    put_right = review.corrected(read, judgements)
    if decided.is_empty:
        return tuple(put_right)
    return tuple(s.model_copy(update={"party": decided.applied(s.party, s.capture_id)}) for s in put_right)


def _named_anew(capture: Capture, said: tuple[Statement, ...], names: parties.Names) -> tuple[Statement, ...]:
    from claimtrack import attribution  # heavy, and rarely is a name added

    return tuple(attribution.named_anew(capture, said, names))


def naming(judgements: Sequence[Judgement]) -> parties.Naming:
    """What stands of the decisions about parties."""
    placed = sorted(review.standing(judgements).values(), key=lambda placed: placed.place)
    return parties.naming(p.judgement for p in placed if p.judgement.axis == Axis.PARTIES)


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


def listed(store: Store) -> None:
    """Derive what an older claimtrack did not, or not so."""
    if store.size()[0] and not any(len(store.found(each, review.Query(), most=1)) for each in review.Listed):
        link(store)


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
    judgements = (*store.judgements(axis=Axis.PARTIES), *store.judgements(s.id for s in statements))
    return capture, as_decided([capture], statements, judgements)


def lines_of(store: Store, statement_ids: Iterable[str]) -> dict[str, report.Line]:
    """Some statements as lines of the report, by their ids."""
    wanted = set(statement_ids)
    found: dict[str, report.Line] = {}
    for event_id in store.events_of(wanted):
        found |= lines(event_desk(store, event_id))
    return {statement_id: line for statement_id, line in found.items() if statement_id in wanted}


def history(store: Store, judgements: Sequence[Judgement]) -> tuple[str, ...]:
    """Some decisions as lines to read, each with the words that it is about."""
    about = lines_of(store, (i for j in judgements for i in (j.target, j.other) if i))
    by_id = {judgement.id: judgement for judgement in (*store.judgements(j.target for j in judgements), *judgements)}
    return tuple(review.described(j, by_id, about.get(j.target), about.get(j.other)) for j in judgements)


def exported(store: Store, statement_ids: Iterable[str]) -> Iterator[tuple[report.Line, Capture]]:
    """Some statements as lines of the report, each with its article."""
    wanted = set(statement_ids)
    for event_id in store.events_of(wanted):
        at_desk = event_desk(store, event_id)
        for statement_id, line in lines(at_desk).items():
            if statement_id in wanted:
                yield line, at_desk.captures[line.capture_id]


def decide(store: Store, *judgements: Judgement) -> None:
    """Put decisions on disk, then derive anew what rests on them."""
    store.judge(*judgements)
    if any(changes_links(judgement) for judgement in judgements):
        link(store)


def changes_links(judgement: Judgement) -> bool:
    """Whether something derived rests on a decision: a verdict, or a confirmed relation, changes only itself."""
    return judgement.axis in _DERIVED_FROM or (judgement.axis == Axis.RELATION and bool(judgement.value))


def reported(at_desk: Desk) -> report.Report:
    """The contradiction report."""
    stands = review.standing(at_desk.judgements)
    said = {s.id: j for s in at_desk.statements.values() if (j := review.said(stands, s))}
    so = {claim.id: j for claim in at_desk.linked.claims if (j := review.so(stands, claim.statement_ids))}
    claim_of = {s: claim.id for claim in at_desk.linked.claims for s in claim.statement_ids}
    related = review.related(at_desk.judgements, claim_of)
    return report.build(report.Facts(at_desk.captures, at_desk.statements, at_desk.linked, said, so, related))


def events(store: Store, wanted: str = "") -> Sequence[report.EventReport]:
    """The events of the report: all on which accounts meet, or the one that an id or words of a name mean."""
    if wanted:
        chosen = review.find_event(wanted, {event.id: event.name for event in store.linked().events})
        return reported(event_desk(store, chosen)).events
    met = [event for event in reported(desk(store)).events if event.is_telling]
    if not met:
        raise NothingFound("there is no event on which accounts meet", "Add articles with `claimtrack add`.")
    return met


def lines(at_desk: Desk) -> dict[str, report.Line]:
    """Every statement as a line of the report, by its id."""
    return reported(at_desk).lines


def undo(store: Store, reviewer: str, at: datetime.datetime) -> tuple[Judgement, ...]:
    """Take back the reviewer's newest decision, with all that were made with it."""
    taken = review.undo(store.judgements(), reviewer, at)
    if not taken:
        raise NothingFound(f"{reviewer} has no decision to undo")
    decide(store, *taken)
    return taken


def redo(store: Store, reviewer: str, at: datetime.datetime) -> tuple[Judgement, ...]:
    """Take back the reviewer's newest undo."""
    taken = review.redo(store.judgements(), reviewer, at)
    if not taken:
        raise NothingFound(f"{reviewer} has no undo to take back")
    decide(store, *taken)
    return taken

"""What changes a store: articles added, everything linked anew, decisions made and taken back."""

import datetime
import shlex
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from claimtrack import review
from claimtrack.errors import NothingFound
from claimtrack.models import Capture, Judgement, Linked, Problem, Record
from claimtrack.pipeline.derived import changes_links, linked_from, reported, seen
from claimtrack.store import Store

if TYPE_CHECKING:
    from claimtrack.ingest import Given

Progress = Callable[[str], None]


class Added(Record):
    """What an `add` did."""

    added: tuple[str, ...] = ()
    """Ids of new captures."""
    known: tuple[str, ...] = ()
    """Names of inputs that were there already."""
    statements: int = 0
    problems: tuple[Problem, ...] = ()


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
    given = given or ingest.NOTHING_GIVEN
    for name, data in ingest.inputs(paths):
        progress(name)
        read = data if isinstance(data, Problem) else ingest.read(name, data, at, given)
        if isinstance(read, Capture) and store.has(read.id):
            told = (*done.problems, *_not_taken(store, read.id, name, given))
            done = done.model_copy(update={"known": (*done.known, name), "problems": told})
        else:
            done = _add_one(store, data, read, done, given)
    if done.added:
        progress("linking")
        link(store)
    return done


def _not_taken(store: Store, capture_id: str, name: str, given: "Given") -> Iterator[Problem]:
    """What an `add` was told about an article that is there already, and does not change."""
    judgements = store.judgements([capture_id])
    (there,) = review.as_described(store.captures([capture_id]), judgements)
    command = f"claimtrack articles %s {there.digest[:8]}"
    if capture_id in review.withdrawn(judgements):
        yield Problem(what="it is there already, but withdrawn", where=name, hint=f"{command % 'restore'} takes it in.")
    new = {field: value for field, value in given._asdict().items() if value and value != getattr(there, field)}
    if new:
        known = ", ".join(f"{field} {getattr(there, field) or review.UNKNOWN}" for field in new)
        options = " ".join(f"--{field} {shlex.quote(str(value))}" for field, value in new.items())
        yield Problem(
            what=f"it is there already, with {known}; adding it again changes nothing",
            where=name,
            hint=f"To put it right: {command % 'describe'} {options}",
        )


def _add_one(store: Store, data: bytes | Problem, read: Capture | Problem, done: Added, given: "Given") -> Added:
    from claimtrack import attribution, ingest  # as above

    if isinstance(read, Problem) or isinstance(data, Problem):
        return done.model_copy(update={"problems": (*done.problems, read)})
    parsed = attribution.parse(read)
    store.add(read, data, parsed.statements)
    return done.model_copy(
        update={
            "added": (*done.added, read.id),
            "statements": done.statements + len(parsed.statements),
            "problems": (*done.problems, *ingest.doubts(read, given), *parsed.problems),
        }
    )


def link(store: Store) -> Linked:
    """Derive events, claims, relations and the lists of the desk from all statements, and keep them."""
    while True:
        captures, statements, judgements = store.captures(), store.statements(), store.judgements()
        linked = linked_from(captures, statements, judgements)
        at_desk = seen(captures, statements, linked, judgements)
        if store.replace(linked, len(captures), review.entries(reported(at_desk))):
            return linked  # else another process added an article meanwhile


def listed(store: Store) -> None:
    """Derive what an older claimtrack did not, or not so."""
    if store.size()[0] and not any(len(store.found(each, review.Query(), most=1)) for each in review.Listed):
        link(store)


def decide(store: Store, *judgements: Judgement) -> None:
    """Put decisions on disk, then derive anew what rests on them."""
    store.judge(*judgements)
    if any(changes_links(judgement) for judgement in judgements):
        link(store)


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

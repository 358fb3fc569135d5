"""The one repository: facts and judgements are added, what is derived is replaced, all of it read back as records."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TypeVar

from sqlalchemy import delete, func
from sqlmodel import Session, select

from claimtrack.errors import NothingFound
from claimtrack.models import Axis, Capture, Claim, Event, Judgement, Linked, Relation, Statement, Verdict
from claimtrack.review.describing import ABOUT_ARTICLES
from claimtrack.review.entries import Entry, Listed
from claimtrack.review.query import Query
from claimtrack.store import listing
from claimtrack.store.engine import open_engine, portions, told
from claimtrack.store.tables import CaptureRow, DerivedRow, JudgementRow, StatementRow

_Row = TypeVar("_Row", CaptureRow, StatementRow, JudgementRow)


class Store:
    """A database of captures, statements, judgements and what is derived from them."""

    def __init__(self, path: Path, *, may_make: bool = False) -> None:
        """Open the SQLite file at `path`, migrating it if need be, and making it if it may be made."""
        self.path = path
        self._engine = open_engine(path, may_make=may_make)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def add(self, capture: Capture, original: bytes, statements: tuple[Statement, ...]) -> bool:
        """Add a capture with its statements in one transaction; False if it is there already."""
        with self._writing() as session:
            if session.exec(select(CaptureRow.seq).where(CaptureRow.id == capture.id)).first() is not None:
                return False
            session.add(CaptureRow.of(capture, original))
            session.flush()
            session.add_all(StatementRow.of(statement) for statement in {s.id: s for s in statements}.values())
        return True

    def has(self, capture_id: str) -> bool:
        """Whether a capture is there."""
        with self._reading() as session:
            return session.exec(select(CaptureRow.seq).where(CaptureRow.id == capture_id)).first() is not None

    def size(self) -> tuple[int, int]:
        """How many captures and judgements there are: facts only grow, so this tells whether some are new."""
        with self._reading() as session:
            captures, judgements = (
                session.exec(select(func.count()).select_from(table)).one() for table in (CaptureRow, JudgementRow)
            )
        return captures, judgements

    def captures(self, ids: Iterable[str] | None = None) -> tuple[Capture, ...]:
        """All captures, or those with these ids, in the order in which they were added."""
        with self._reading() as session:
            return tuple(row.record() for row in _among(session, CaptureRow, "id", ids))

    def original(self, capture_id: str) -> bytes:
        """The bytes that a capture was read from."""
        with self._reading() as session:
            found = session.exec(select(CaptureRow.original).where(CaptureRow.id == capture_id)).first()
        if found is None:
            raise NothingFound(f"there is no capture {capture_id}")
        return found

    def statements(self, ids: Iterable[str] | None = None) -> tuple[Statement, ...]:
        """All statements, or those with these ids, by capture and place."""
        with self._reading() as session:
            return tuple(row.record() for row in _among(session, StatementRow, "id", ids))

    def statements_in(self, capture_id: str) -> tuple[Statement, ...]:
        """The statements of one capture, by place."""
        with self._reading() as session:
            return tuple(row.record() for row in _among(session, StatementRow, "capture_id", [capture_id]))

    def events_of(self, statement_ids: Iterable[str]) -> tuple[str, ...]:
        """The events that some statements tell of."""
        with self._reading() as session:
            return listing.events_of(session, statement_ids)

    def judge(self, *judgements: Judgement) -> None:
        """Add judgements, all or none; they are on disk when this returns. The very same one is added once."""
        with self._writing() as session:
            for judgement in judgements:
                self._must_know(session, judgement)
                if session.exec(select(JudgementRow.seq).where(JudgementRow.id == judgement.id)).first() is None:
                    session.add(JudgementRow.of(judgement))
            session.flush()
            listing.restate(session, [judgement.target for judgement in judgements])

    @staticmethod
    def _must_know(session: Session, judgement: Judgement) -> None:
        """What a judgement is about must be there; a party's name need not."""
        if judgement.axis == Axis.PARTIES:
            return
        table, kind = (CaptureRow, "article") if judgement.axis in ABOUT_ARTICLES else (StatementRow, "statement")
        for target in filter(None, (judgement.target, judgement.other)):
            if session.exec(select(table.seq).where(table.id == target)).first() is None:
                raise NothingFound(f"there is no {kind} {target} to judge")

    def judgements(
        self, targets: Iterable[str] | None = None, reviewer: str | None = None, axis: Axis | None = None
    ) -> tuple[Judgement, ...]:
        """All judgements, or those about these targets, by this reviewer or on this axis, in the order of making."""
        with self._reading() as session:
            column, wanted = ("axis", [axis.value]) if axis else ("target", targets)
            rows = _among(session, JudgementRow, column, wanted)
            return tuple(row.record() for row in rows if reviewer is None or row.reviewer == reviewer)

    def replace(self, linked: Linked, captures: int, entries: Iterable[Entry] = ()) -> bool:
        """Put what was derived from so many captures, and its lists, in the place of what was derived before.

        False, and nothing done, if captures were added since they were read.
        """
        rows = [DerivedRow.of("event", e, e.id, e.id) for e in linked.events]
        rows += [DerivedRow.of("claim", c, c.id, c.event_id) for c in linked.claims]
        rows += [DerivedRow.of("relation", r, r.id, r.event_id) for r in linked.relations]
        with self._writing() as session:
            if session.exec(select(func.count()).select_from(CaptureRow)).one() != captures:
                return False
            session.exec(delete(DerivedRow))
            session.add_all(rows)
            session.flush()
            listing.replace_entries(session, entries)
        return True

    def linked(self, event_id: str | None = None) -> Linked:
        """What the last linking derived, of one event or of all."""
        with self._reading() as session:
            wanted = select(DerivedRow).order_by(DerivedRow.seq)  # type: ignore[arg-type]
            rows = session.exec(wanted if event_id is None else wanted.where(DerivedRow.event_id == event_id)).all()
        bodies = {kind: [row.body for row in rows if row.kind == kind] for kind in ("event", "claim", "relation")}
        return Linked(
            events=tuple(Event.model_validate_json(body) for body in bodies["event"]),
            claims=tuple(Claim.model_validate_json(body) for body in bodies["claim"]),
            relations=tuple(Relation.model_validate_json(body) for body in bodies["relation"]),
        )

    def found(self, listed: Listed, query: Query, viewer: str = "", most: int | None = None) -> Sequence[int]:
        """The numbers of a list's entries that a filter wants, in order, or the first of them."""
        with self._reading() as session:
            return listing.found(session, listed, query, viewer, most)

    def rows(self, numbers: Sequence[int], viewer: str = "") -> dict[int, listing.Row]:
        """The rows with these numbers, with what `viewer` decided about them, or what stands if no one is named."""
        with self._reading() as session:
            return listing.rows(session, numbers, viewer)

    def targets(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """A statement of each claim of some entries: what a decision about all of them is recorded for."""
        with self._reading() as session:
            return listing.targets(session, numbers)

    def number_of(self, key: str) -> int | None:
        """The number of the entry with this key; None if it is gone."""
        with self._reading() as session:
            return listing.number_of(session, key)

    def numbers_of(self, statement_id: str) -> tuple[int, ...]:
        """The numbers of the entries that show a statement, in order."""
        with self._reading() as session:
            return listing.numbers_of(session, statement_id)

    def tally(self, viewer: str = "") -> dict[Verdict, int]:
        """How many claims have each verdict."""
        with self._reading() as session:
            return listing.tally(session, viewer)

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        """One transaction that holds the write lock from its start."""
        with told(self.path), Session(self._engine) as session, session.begin():
            yield session

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        """One consistent view that blocks no writer."""
        engine = self._engine.execution_options(reads_only=True)
        with told(self.path), Session(engine) as session:
            yield session


def _among(session: Session, table: type[_Row], column: str, wanted: Iterable[str] | None) -> Iterator[_Row]:
    """The rows whose column is one of the wanted, or all of them, in order."""
    every = select(table)
    if wanted is None:
        yield from session.exec(every.order_by(table.seq))  # type: ignore[arg-type]
        return
    values = sorted(set(wanted))
    rows: list[_Row] = []
    for part in portions(values):
        rows += session.exec(every.where(getattr(table, column).in_(part))).all()
    yield from sorted(rows, key=lambda row: row.seq or 0)

"""The lists of the review desk in SQL: kept beside what is derived, filtered by full text and by what was decided.

Everything here takes an open session, so that it belongs to the transaction of whoever calls. Entries
are numbered in the order of their list, so that an unfiltered list needs no sorting, whatever its size.
"""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from sqlalchemy import bindparam, text
from sqlmodel import Session, select

from claimtrack.models import Judgement, Record, Verdict
from claimtrack.review.entries import NOTHING_DECIDED, Entry, Listed, Member, State, states
from claimtrack.review.query import Mark, Query
from claimtrack.store.engine import portions
from claimtrack.store.filters import EVERY, bit, selects
from claimtrack.store.tables import JudgementRow

_E = TypeVar("_E", bound=StrEnum)
_LONGEST_TITLE = 400
_INSERT_ENTRY = text(
    "INSERT INTO entry (seq, listed, key, event_id, kind, title, detail, event, first_day, last_day, pairs) VALUES "
    "(:seq, :listed, :key, :event_id, :kind, :title, :detail, :event, :first_day, :last_day, :pairs)"
)
_INSERT_TEXT = text(
    "INSERT INTO entry_text (rowid, text, party, side, outlet, event, type, stance, every) VALUES "
    f"(:seq, :text, :party, :side, :outlet, :event, :type, :stance, '{EVERY}')"
)
_INSERT_MEMBER = text("INSERT INTO member (entry, statement_id, claim_id) VALUES (:entry, :statement_id, :claim_id)")
_INSERT_STATE = text(
    "INSERT INTO state (entry, reviewer, so, said, marks) VALUES (:entry, :reviewer, :so, :said, :marks)"
)


class Row(Record):
    """One row of a list, as it is shown."""

    seq: int
    listed: Listed
    key: str
    event_id: str
    kind: str
    title: str
    detail: str
    event: str
    state: State = NOTHING_DECIDED


def replace_entries(session: Session, entries: Iterable[Entry]) -> None:
    """Put these entries in the place of all there were, and what was decided about them."""
    for table in ("entry", "member", "state"):
        session.execute(text(f"DELETE FROM {table}"))
    session.execute(text("INSERT INTO entry_text (entry_text) VALUES ('delete-all')"))
    rows, members = [], []
    for seq, entry in enumerate(entries, 1):
        fields = entry.model_dump(mode="json", exclude={"members"})
        shown = {"title": " ".join(entry.title.split())[:_LONGEST_TITLE], "pairs": json.dumps(entry.pairs)}
        rows.append(fields | {"seq": seq, "text": f"{entry.title}\n{entry.text}"} | shown)
        ids = {m.statement_id: m.claim_id for m in entry.members}
        members += [{"entry": seq, "statement_id": s, "claim_id": c} for s, c in ids.items()]
    for statement, parameters in ((_INSERT_ENTRY, rows), (_INSERT_TEXT, rows), (_INSERT_MEMBER, members)):
        if parameters:
            session.execute(statement, parameters)
    judged = session.execute(text("SELECT DISTINCT target FROM judgement")).scalars()
    restate(session, judged)


def restate(session: Session, statement_ids: Iterable[str]) -> None:
    """Work out anew what was decided about every entry that shows one of these statements."""
    entries = _values(session, "SELECT entry FROM member WHERE statement_id", sorted(set(statement_ids)))
    members = _members(session, entries)
    judged = _judgements(session, {m.statement_id for found in members.values() for m in found})
    for seq, found in members.items():
        ordered = sorted(pair for m in found for pair in judged[m.statement_id])
        pairs = json.loads(session.execute(text("SELECT pairs FROM entry WHERE seq = :seq"), {"seq": seq}).scalar_one())
        session.execute(text("DELETE FROM state WHERE entry = :seq"), {"seq": seq})
        for reviewer, state in states(found, pairs, [judgement for _, _, judgement in ordered]).items():
            session.execute(_INSERT_STATE, {"entry": seq, "reviewer": reviewer} | _numbers(state))


def found(session: Session, listed: Listed, query: Query, viewer: str = "", most: int | None = None) -> Sequence[int]:
    """The numbers of a list's entries that a filter wants, in order; `viewer` sees only own decisions."""
    ends = "SELECT (SELECT min(seq) FROM entry WHERE listed = :it), (SELECT max(seq) FROM entry WHERE listed = :it)"
    first, last = session.execute(text(ends), {"it": listed.value}).one()
    if first is None:
        return array("i")
    if not query.alternatives:
        return range(first, last + 1)
    values: dict[str, object] = {"first": first, "last": last, "viewer": viewer}
    parts = selects(query.alternatives, values)
    limit = f" LIMIT {most}" if most is not None else ""
    joined = parts[0] if len(parts) == 1 else f"SELECT seq FROM ({' UNION '.join(parts)})"
    read = session.connection().connection.cursor()  # a million numbers through rows of the library take seconds
    return array("i", chain.from_iterable(read.execute(f"{joined} ORDER BY 1{limit}", values)))


def rows(session: Session, wanted: Sequence[int], viewer: str = "") -> dict[int, Row]:
    """The rows with these numbers, with what `viewer` decided about them, or with what stands if no one is named."""
    if not wanted:
        return {}
    listed = ", ".join(str(int(number)) for number in wanted)
    sql = (
        "SELECT e.seq, e.listed, e.key, e.event_id, e.kind, e.title, e.detail, e.event, s.so, s.said, s.marks "
        f"FROM entry e LEFT JOIN state s ON s.entry = e.seq AND s.reviewer = :viewer WHERE e.seq IN ({listed})"
    )
    read = session.execute(text(sql), {"viewer": viewer})
    names = ("seq", "listed", "key", "event_id", "kind", "title", "detail", "event")
    return {row[0]: Row(**dict(zip(names, row, strict=False)), state=_state(row[8:])) for row in read}


def targets(session: Session, wanted: Sequence[int]) -> tuple[str, ...]:
    """A statement of each claim of some entries."""
    members = _members(session, wanted)
    first: dict[str, str] = {}
    for number in wanted:
        for member in members[number]:
            first.setdefault(member.claim_id, member.statement_id)
    return tuple(first.values())


def events_of(session: Session, statement_ids: Iterable[str]) -> tuple[str, ...]:
    """The events that some statements tell of, in the order of the lists."""
    entries = _values(session, "SELECT entry FROM member WHERE statement_id", sorted(set(statement_ids)))
    found = (
        session.execute(text("SELECT event_id FROM entry WHERE seq = :seq"), {"seq": seq}).scalar_one()
        for seq in entries
    )
    return tuple(dict.fromkeys(found))


def number_of(session: Session, key: str) -> int | None:
    """The number of the entry with this key; None if it is gone."""
    return session.execute(text("SELECT seq FROM entry WHERE key = :key"), {"key": key}).scalar()


def numbers_of(session: Session, statement_id: str) -> tuple[int, ...]:
    """The numbers of the entries that show a statement, in order."""
    return tuple(_values(session, "SELECT entry FROM member WHERE statement_id", [statement_id]))


def tally(session: Session, viewer: str = "") -> dict[Verdict, int]:
    """How many claims have each verdict, those without one counted as unreviewed."""
    counts: dict[Verdict, int] = defaultdict(int)
    sql = (
        "SELECT s.so, count(*) FROM state s CROSS JOIN entry e "
        "WHERE e.seq = s.entry AND e.listed = :claims AND s.reviewer = :viewer GROUP BY 1"
    )
    for so, count in session.execute(text(sql), {"claims": Listed.CLAIMS.value, "viewer": viewer}):
        counts[_members_of(so, Verdict)[0]] += count
    whole = len(found(session, Listed.CLAIMS, Query()))
    counts[Verdict.UNREVIEWED] += whole - sum(counts.values())
    return dict(counts)


def _members(session: Session, entries: Sequence[int]) -> dict[int, list[Member]]:
    members: dict[int, list[Member]] = defaultdict(list)
    for part in portions(entries):
        sql = text("SELECT entry, claim_id, statement_id FROM member WHERE entry IN :part ORDER BY rowid")
        for entry, claim, statement in session.execute(sql.bindparams(bindparam("part", part, expanding=True))):
            members[entry].append(Member(claim_id=claim, statement_id=statement))
    return members


def _judgements(session: Session, statement_ids: Iterable[str]) -> dict[str, list[tuple[int, str, Judgement]]]:
    """The judgements about some statements, each with its place in the order of all."""
    found: dict[str, list[tuple[int, str, Judgement]]] = defaultdict(list)
    for part in portions(sorted(statement_ids)):
        for row in session.exec(select(JudgementRow).where(JudgementRow.target.in_(part))):  # type: ignore[attr-defined]
            found[row.target].append((row.seq or 0, row.id, row.record()))
    return found


def _values(session: Session, sql: str, wanted: Sequence[str]) -> list[int]:
    """The distinct values of a select whose last column is one of the wanted."""
    found: set[int] = set()
    for part in portions(wanted):
        statement = text(f"{sql} IN :part").bindparams(bindparam("part", part, expanding=True))
        found.update(session.execute(statement).scalars())
    return sorted(found)


def _numbers(state: State) -> dict[str, int]:
    """A state as sets of bits, one for each verdict or mark in the order of its enumeration."""
    return {name: sum(map(bit, getattr(state, name))) for name in ("so", "said", "marks")}


def _state(bits: Sequence[int | None]) -> State:
    if bits[0] is None:
        return NOTHING_DECIDED
    so, said, marks = (bit or 0 for bit in bits)
    return State(so=_members_of(so, Verdict), said=_members_of(said, Verdict), marks=_members_of(marks, Mark))


def _members_of(bits: int, kind: type[_E]) -> tuple[_E, ...]:
    return tuple(member for at, member in enumerate(kind) if bits >> at & 1)

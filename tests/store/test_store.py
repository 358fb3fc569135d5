"""The contract of a store, with awkward rows; whole records are compared."""

import datetime
import sqlite3
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from claimtrack.errors import ClaimtrackError, NotADatabase, NothingFound, StoreError
from claimtrack.models import (
    Axis,
    Capture,
    Claim,
    Event,
    Hedge,
    Judgement,
    Kind,
    Linked,
    Party,
    PartyKind,
    Polarity,
    QuoteType,
    Reason,
    ReasonCode,
    Relation,
    RelationKind,
    Span,
    Stance,
    Statement,
    Verdict,
)
from claimtrack.store import Store

EAST = datetime.timezone(datetime.timedelta(hours=5, minutes=30))
AT = datetime.datetime(2026, 2, 6, 12, 0, 0, 123456, tzinfo=EAST)
CAPTURE = Capture(
    digest="ab" * 32,
    name="odd ‘name’ 🚀.html",
    text="Moscow denied it. [sic] \x1b[31m 漢字 👩\u200d🚀 \u202e",
    media_type="text/html",
    title=Span(start=0, end=6),
    headings=(Span(start=0, end=6), Span(start=7, end=13)),
    dateline=Span(start=0, end=6),
    date=datetime.date(2026, 2, 6),
    outlet="Outlet | 'one'",
    url="https://example.org/?a=1&b=2",
    captured_at=AT,
)
BARE = Capture(digest="cd" * 32, name="bare", text="x")
STATEMENT = Statement(
    capture_id=CAPTURE.id,
    source=(Span(start=0, end=6),),
    cue=(Span(start=7, end=13),),
    content=(Span(start=14, end=16), Span(start=18, end=23)),
    quote_type=QuoteType.MIXED,
    kind=Kind.OPINION,
    stance=Stance.DENIES,
    hedge=Hedge.REPORTEDLY,
    polarity=Polarity.FALSE,
    party=Party(name="A + B", kind=PartyKind.METONYM, sides=("A", "B"), via=("C",)),
    in_heading=True,
)
NEXT = Statement(capture_id=CAPTURE.id, content=(Span(start=18, end=23),))
JUDGEMENT = Judgement(
    target=STATEMENT.id, axis=Axis.SO, verdict=Verdict.DISPUTED, reviewer="Žofie", at=AT, why="w’", evidence="<e>"
)
CLAIM = Claim(statement_ids=(STATEMENT.id, NEXT.id), event_id="event-1")
LINKED = Linked(
    events=(Event(name="E", statement_ids=(STATEMENT.id,), first_day=datetime.date(2026, 2, 6)),),
    claims=(CLAIM,),
    relations=(
        Relation(
            kind=RelationKind.CONTRARY_TO,
            a=CLAIM.id,
            b=CLAIM.id,
            event_id="event-1",
            reasons=(Reason(code=ReasonCode.CAUSE, a=Span(start=0, end=1), b=Span(start=2, end=3)),),
            question="Why?",
        ),
    ),
)


def test_what_goes_in_comes_out(store: Store) -> None:
    assert store.add(CAPTURE, b"raw \x00 bytes", (STATEMENT, NEXT))
    assert store.add(BARE, b"x", ())
    store.judge(JUDGEMENT)
    assert store.replace(LINKED, len(store.captures()))
    for opened in (store, Store(store.path)):
        assert opened.captures() == (CAPTURE, BARE)
        assert opened.statements() == (STATEMENT, NEXT)
        assert opened.original(CAPTURE.id) == b"raw \x00 bytes"
        assert opened.judgements() == (JUDGEMENT,)
        assert opened.linked() == LINKED
        assert opened.has(CAPTURE.id)
        opened.close()


def test_an_empty_store_is_empty(store: Store) -> None:
    assert (store.captures(), store.statements(), store.judgements(), store.linked()) == ((), (), (), Linked())
    assert not store.has(CAPTURE.id)
    with pytest.raises(NothingFound):
        store.original(CAPTURE.id)


def test_adding_twice_adds_nothing(store: Store) -> None:
    assert store.add(CAPTURE, b"raw", (STATEMENT,))
    assert not store.add(CAPTURE, b"raw", (STATEMENT, NEXT))
    assert store.statements() == (STATEMENT,)


def test_what_is_derived_is_replaced_and_judgements_stay(store: Store) -> None:
    store.add(CAPTURE, b"raw", (STATEMENT,))
    store.judge(JUDGEMENT)
    assert store.replace(LINKED, len(store.captures()))
    assert store.replace(Linked(), len(store.captures()))
    assert store.linked() == Linked()
    assert store.judgements() == (JUDGEMENT,)


def test_a_judgement_about_nothing_is_refused(store: Store) -> None:
    with pytest.raises(NothingFound, match="no statement"):
        store.judge(JUDGEMENT)
    assert store.judgements() == ()


def test_several_judgements_are_added_or_none(store: Store) -> None:
    store.add(CAPTURE, b"raw", (STATEMENT, NEXT))
    both = tuple(JUDGEMENT.model_copy(update={"target": s.id, "group": "g"}) for s in (STATEMENT, NEXT))
    with pytest.raises(NothingFound):
        store.judge(*both, JUDGEMENT.model_copy(update={"other": "statement-of-nobody"}))
    assert store.judgements() == ()
    store.judge(*both)
    assert store.judgements() == both


def test_an_older_database_is_brought_up_to_date_with_all_that_was_decided(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(files("claimtrack.store") / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.exec_driver_sql("INSERT INTO capture VALUES (1,'c','d',x'00','n','t',NULL,NULL,NULL,NULL,'m','{}')")
        connection.exec_driver_sql(
            "INSERT INTO statement VALUES (1,?,'c','[]','[]','[]','indirect','claim','asserts','none','true','{}',0)",
            (STATEMENT.id,),
        )
        fields = JUDGEMENT.model_dump(mode="json")
        row = {"id": JUDGEMENT.id} | {
            name: fields[name] for name in "target axis verdict reviewer at why evidence undoes".split()
        }
        connection.exec_driver_sql(
            f"INSERT INTO judgement ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})", tuple(row.values())
        )
    engine.dispose()
    with Store(path) as opened:
        assert opened.judgements() == (JUDGEMENT,)


def test_judgements_keep_the_order_in_which_they_were_made(store: Store) -> None:
    store.add(CAPTURE, b"raw", (STATEMENT,))
    hours = (5, 1, 3)
    made = [JUDGEMENT.model_copy(update={"at": AT - datetime.timedelta(hours=h)}) for h in hours]
    for judgement in made:
        store.judge(judgement)
    assert store.judgements() == tuple(made)


@pytest.mark.parametrize("table", ["capture", "statement", "judgement"])
@pytest.mark.parametrize("order", ["DELETE FROM {}", "UPDATE {} SET id = 'x'"])
def test_facts_can_not_be_changed_even_by_hand(store: Store, table: str, order: str) -> None:
    store.add(CAPTURE, b"raw", (STATEMENT,))
    store.judge(JUDGEMENT)
    with sqlite3.connect(store.path) as connection, pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        connection.execute(order.format(table))
    connection.close()


def test_settings_that_keep_what_was_decided(store: Store) -> None:
    with store._engine.connect() as connection:
        read = {
            p: connection.exec_driver_sql(f"PRAGMA {p}").scalar()
            for p in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert read == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    assert oct(store.path.stat().st_mode)[-3:] == "600"


@pytest.mark.parametrize("data", [b"", b"not a database, but long enough to be read as one" * 40])
def test_other_files_are_refused_and_left_as_they_were(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(data)
    with pytest.raises(NotADatabase) as caught:
        Store(path)
    assert caught.value.hint
    assert path.read_bytes() == data


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE notes (x)")
    connection.commit()
    connection.close()
    with pytest.raises(NotADatabase, match="another program"):
        Store(path)


def test_a_newer_database_is_refused(store: Store) -> None:
    connection = sqlite3.connect(store.path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(ClaimtrackError, match="newer claimtrack"):
        Store(store.path)


def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError):
        Store(tmp_path / "file" / "sub" / "test.db", may_make=True)


def test_what_only_reads_makes_no_database(tmp_path: Path) -> None:
    with pytest.raises(NothingFound, match="no database"):
        Store(tmp_path / "sub" / "mistyped.db")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_can_not_be_written_can_be_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add(CAPTURE, b"raw", (STATEMENT,))
    store.close()
    monkeypatch.setattr("os.access", lambda *_: False)
    with Store(store.path) as read_only:
        assert read_only.statements() == (STATEMENT,)
        with pytest.raises(StoreError, match="readonly"):
            read_only.add(BARE, b"x", ())


def test_a_linking_that_missed_a_capture_is_not_kept(store: Store) -> None:
    store.add(CAPTURE, b"raw", (STATEMENT,))
    store.add(BARE, b"raw", ())
    assert not store.replace(LINKED, captures=1)
    assert store.linked() == Linked()


def test_a_full_disk_is_told_and_loses_nothing(store: Store) -> None:
    store.add(CAPTURE, b"raw", (STATEMENT,))
    with store._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="full"):
        store.add(BARE, b"x" * 2_000_000, ())
    assert store.captures() == (CAPTURE,)


WRITER = """
import sys
from pathlib import Path
from claimtrack.models import Capture, Span, Statement
from claimtrack.store import Store
with Store(Path(sys.argv[1]), may_make=True) as store:
    for number in range(10_000):
        capture = Capture(digest=f"{number:064d}", name=str(number), text="x" * 50)
        statements = tuple(Statement(capture_id=capture.id, content=(Span(start=i, end=50),)) for i in range(20))
        store.add(capture, b"x", statements)
        print(number, flush=True)
"""


@pytest.mark.parametrize("delay", [0.3, 0.55, 0.9])
def test_a_killed_writer_loses_nothing_it_had_said_and_leaves_no_halves(tmp_path: Path, delay: float) -> None:
    path = tmp_path / "killed.db"
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    writer.stdout.readline()
    time.sleep(delay)
    writer.kill()
    said = [int(line) for line in writer.stdout.read().splitlines()]
    writer.wait()
    writer.stdout.close()
    with Store(path) as store:
        names = {int(capture.name) for capture in store.captures()}
        counts: dict[str, int] = {}
        for statement in store.statements():
            counts[statement.capture_id] = counts.get(statement.capture_id, 0) + 1
    assert set(said) <= names
    assert set(counts.values()) == {20}
    assert len(counts) == len(names)


JUDGE = """
import datetime, sys
from pathlib import Path
from claimtrack.models import Axis, Judgement, Verdict
from claimtrack.store import Store
with Store(Path(sys.argv[1])) as store:
    for number in range(100):
        seen = len(store.judgements())
        store.judge(Judgement(target=sys.argv[2], axis=Axis.SO, verdict=Verdict.DISPUTED, reviewer=sys.argv[3],
                              at=datetime.datetime(2026, 1, 1, 0, number // 60, number % 60, tzinfo=datetime.UTC)))
"""


MAKER = """
import sys
from pathlib import Path
from claimtrack.models import Capture
from claimtrack.store import Store
with Store(Path(sys.argv[1]), may_make=True) as store:
    store.add(Capture(digest=sys.argv[2] * 64, name="made", text="x"), b"x", ())
"""


def test_many_that_make_one_database_at_once_all_write_to_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", MAKER, str(tmp_path / "new.db")]
    makers = [subprocess.Popen([*command, name]) for name in "abcd"]
    assert [maker.wait() for maker in makers] == [0, 0, 0, 0]
    with Store(tmp_path / "new.db") as store:
        assert len(store.captures()) == 4
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


def test_two_reviewers_at_once_lose_nothing(store: Store) -> None:
    store.add(CAPTURE, b"raw", (STATEMENT,))
    command = [sys.executable, "-c", JUDGE, str(store.path), STATEMENT.id]
    both = [subprocess.Popen([*command, name]) for name in ("ana", "ben")]
    assert [process.wait() for process in both] == [0, 0]
    judgements = store.judgements()
    assert len(judgements) == len({j.id for j in judgements}) == 200

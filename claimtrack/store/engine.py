"""Opening a database: SQLite's settings, migrations, and the errors people see."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError, OperationalError

from claimtrack.errors import ClaimtrackError, DatabaseBusy, NewerDatabase, NotADatabase, NothingFound, StoreError

_T = TypeVar("_T")
HEAD = "0005"
"""The newest migration; a database at it needs no alembic."""

_BUSY_MS = 5000
_MOST_VALUES = 500


def open_engine(path: Path, *, may_make: bool) -> Engine:
    """The engine of an SQLite file, migrated if need be, and made if there is none.

    Raises `NothingFound` if there is none and it may not be made, `NotADatabase` for a file of
    another kind (an empty one too: it would silently start afresh), `NewerDatabase` for one from a
    later claimtrack.
    """
    _check_file(path)
    if not path.exists():
        if not may_make:
            raise NothingFound(f"there is no database at {path}", "`claimtrack add` makes one; or name another: --db.")
        _make(path)
    engine = _connected(path)
    with told(path):
        _migrate(engine)
    return engine


def _connected(path: Path) -> Engine:
    """The engine of a file that is there; one in a folder that can't be written is opened as it lies."""
    if os.access(path.parent, os.W_OK):
        engine = create_engine(f"sqlite:///{path}")
        event.listen(engine, "connect", _configure)
    else:
        as_it_lies = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
        engine = create_engine(f"sqlite:///file:{quote(str(path))}?mode=ro{as_it_lies}&uri=true")
    event.listen(engine, "begin", _begin)
    return engine


def _make(path: Path) -> None:
    """A new database, whole before it has its name, so that nobody ever meets half of one.

    Only its owner can read it: notes of a newsroom are nobody else's.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise StoreError(f"{path} can't be made: {error.strerror}", "Name another place with --db.") from error
    os.close(handle)
    unnamed = Path(name)
    try:
        engine = _connected(unnamed)
        with told(path):
            _migrate(engine)
        engine.dispose()
        _give_name(unnamed, path)
    finally:
        unnamed.unlink(missing_ok=True)


def _give_name(unnamed: Path, path: Path) -> None:
    """Put a file in its place, unless another process was first."""
    try:
        os.link(unnamed, path)
    except FileExistsError:
        return
    except OSError:  # a file system without links
        if not path.exists():
            unnamed.rename(path)


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise NotADatabase(f"{path} is a folder, not a database", "Name a file, for example --db drone.db")
    if path.exists() and path.stat().st_size == 0:
        raise NotADatabase(
            f"{path} is empty, not a claimtrack database", "Delete it to start afresh, or restore a backup."
        )


def _configure(connection: sqlite3.Connection, _record: object) -> None:
    """Durable commits (WAL, FULL), foreign keys, and our own BEGIN."""
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", f"busy_timeout = {_BUSY_MS}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Writers take their lock at once: a deferred one loses transactions when two reviewers meet."""
    mode = "DEFERRED" if connection.get_execution_options().get("reads_only") else "IMMEDIATE"
    connection.exec_driver_sql(f"BEGIN {mode}")


def _migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        found = (
            connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            if "alembic_version" in tables
            else None
        )
    if found == HEAD:
        return
    if tables and found is None:
        raise NotADatabase(f"{engine.url.database} belongs to another program", "Name another file with --db.")
    if found and found > HEAD:
        raise NewerDatabase(
            f"{engine.url.database} was written by a newer claimtrack (schema {found})", "Update claimtrack."
        )
    _upgrade(engine)


def _upgrade(engine: Engine) -> None:
    from alembic import command  # heavy, and only a new database needs it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def portions(things: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """Values in runs that are not too long for one statement: a database takes only so many at once."""
    return (things[at : at + _MOST_VALUES] for at in range(0, len(things), _MOST_VALUES))


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn a database's errors into ours, with what to do."""
    try:
        yield
    except ClaimtrackError:
        raise
    except OperationalError as error:
        message = str(error.orig)
        if "locked" in message or "busy" in message:
            raise DatabaseBusy(
                f"{path} is in use by another program", "Wait until it is done, then try again."
            ) from error
        raise StoreError(f"{path}: {message}", "Check that the disk has room and the folder can be written.") from error
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raise NotADatabase(
            f"{path} is not a claimtrack database: {error.__cause__ or error}", "Name another file with --db."
        ) from error

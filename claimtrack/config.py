"""Settings, made once by the command line and handed down."""

import getpass
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from claimtrack.errors import UsageError


class Settings(NamedTuple):
    """What a run was asked to use."""

    database: Path
    reviewer: str


def settings(database: str | None, reviewer: str | None, environ: Mapping[str, str] = os.environ) -> Settings:
    """A flag goes before CLAIMTRACK_DB and CLAIMTRACK_REVIEWER, and those before the defaults."""
    named = database or environ.get("CLAIMTRACK_DB")
    if named and "://" in named:
        raise UsageError(
            f"{named.split('://')[0]} databases can't be opened yet", "Name an SQLite file, for example --db drone.db"
        )
    return Settings(
        database=Path(named).expanduser() if named else default_database(),
        reviewer=reviewer or environ.get("CLAIMTRACK_REVIEWER") or _user(),
    )


def default_database() -> Path:
    """claimtrack.db in the user's data folder."""
    from platformdirs import user_data_path  # only where no database was named

    return user_data_path("claimtrack", appauthor=False) / "claimtrack.db"


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a user database
        return "reviewer"

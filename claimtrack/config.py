"""Settings, made once by the command line and handed down.

A flag goes before the environment, that before the settings file, and that before the defaults.
"""

import getpass
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from claimtrack.errors import UsageError

DEFAULT = "default"
KEYMAPS = ("vi", "plain")
"""Which keys the review desk has before any are changed."""


class DeskSettings(NamedTuple):
    """How the review desk looks and is used: the table `[review]` of the settings file."""

    theme: str | None = None
    """None: the one that was used last."""
    keymap: str = "vi"
    auto_advance: bool = True
    """On to what is open next after a decision."""
    ascii: bool = False
    """Draw with nothing but ASCII."""
    mouse: bool = True
    """Without, the terminal's own selection works as everywhere."""
    keys: Mapping[str, str] = {}
    """Keys by the id of their command, several with commas between them."""


class Written(NamedTuple):
    """What a settings file says."""

    database: str | None = None
    reviewer: str | None = None
    review: DeskSettings = DeskSettings()
    named: frozenset[str] = frozenset()
    """The settings of the desk that stand in it."""


class Settings(NamedTuple):
    """What a run was asked to use."""

    database: Path
    reviewer: str
    desk: DeskSettings = DeskSettings()


class Setting(NamedTuple):
    """One setting that holds, and where it comes from: a flag, a variable, a file or the defaults."""

    name: str
    value: str | bool | None
    origin: str


def settings(database: str | None, reviewer: str | None, environ: Mapping[str, str] = os.environ) -> Settings:
    """What holds for this run; raises `UsageError` for a file or value that can't be used."""
    read = _read(environ)
    found, _ = _database(database, read, environ)
    by, _ = _reviewer(reviewer, read, environ)
    return Settings(Path(found), by, read.review)


def origins(database: str | None, reviewer: str | None, environ: Mapping[str, str] = os.environ) -> tuple[Setting, ...]:
    """Every setting that holds, with where it comes from."""
    read = _read(environ)
    path, desk = str(config_file(environ)), read.review
    plain = {name: value for name, value in desk._asdict().items() if name != "keys"}
    return (
        Setting("database", *_database(database, read, environ)),
        Setting("reviewer", *_reviewer(reviewer, read, environ)),
        *(Setting(f"review.{n}", v, path if n in read.named else DEFAULT) for n, v in plain.items()),
        *(Setting(f"review.keys.{command}", key, path) for command, key in desk.keys.items()),
    )


def config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Where settings are read from: CLAIMTRACK_CONFIG, or config.toml in the user's config folder."""
    if named := environ.get("CLAIMTRACK_CONFIG"):
        return Path(named).expanduser()
    from platformdirs import user_config_path

    return user_config_path("claimtrack", appauthor=False) / "config.toml"


def default_database() -> Path:
    """claimtrack.db in the user's data folder."""
    from platformdirs import user_data_path  # only where no database was named

    return user_data_path("claimtrack", appauthor=False) / "claimtrack.db"


def _database(flag: str | None, read: Written, environ: Mapping[str, str]) -> tuple[str, str]:
    """The database and where it comes from; a file names one from where it stands."""
    _must_say_something(flag, "--db")
    file = config_file(environ)
    in_file = read.database
    if in_file and "://" not in in_file:
        in_file = str(file.parent / Path(in_file).expanduser())
    given = ((flag, "--db"), (environ.get("CLAIMTRACK_DB"), "CLAIMTRACK_DB"), (in_file, str(file)))
    named, origin = _first(given) or (str(default_database()), DEFAULT)
    if "://" in named:
        raise UsageError(
            f"{named.split('://')[0]} databases can't be opened yet", "Name an SQLite file, for example --db drone.db"
        )
    return str(Path(named).expanduser()), origin


def _reviewer(flag: str | None, read: Written, environ: Mapping[str, str]) -> tuple[str, str]:
    """Who decides and where that comes from."""
    _must_say_something(flag, "--reviewer")
    variable = "CLAIMTRACK_REVIEWER"
    given = ((flag, "--reviewer"), (environ.get(variable), variable), (read.reviewer, str(config_file(environ))))
    return _first(given) or (_user(), DEFAULT)


def _must_say_something(flag: str | None, option: str) -> None:
    """An empty option is mostly a variable that is not set; what else holds would be taken unawares."""
    if flag is not None and not flag.strip():
        raise UsageError(f"{option} is empty", "Is a variable not set? Give it a value, or leave it out.")


def _first(given: tuple[tuple[str | None, str], ...]) -> tuple[str, str] | None:
    return next(((value, origin) for value, origin in given if value), None)


def _read(environ: Mapping[str, str]) -> Written:
    """What the settings file says; nothing if there is none and none was named."""
    path = config_file(environ)
    try:
        written = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if environ.get("CLAIMTRACK_CONFIG"):
            raise UsageError(f"there is no settings file {path}", "CLAIMTRACK_CONFIG names it.") from None
        return Written()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the settings file {path} can't be read: {error}", "It must be UTF-8 text.") from None
    from claimtrack.settings_file import parsed  # only who has a file needs its validator

    return parsed(path, written)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a user database
        return "reviewer"

"""Settings, made once by the command line and handed down.

A flag goes before the environment, that before the settings file, and that before the defaults.
"""

import getpass
import os
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field, StrictBool, StrictStr, ValidationError
from pydantic_core import ErrorDetails

from claimtrack.errors import UsageError
from claimtrack.models import Record

DEFAULT = "default"
_Words = Annotated[StrictStr, Field(min_length=1)]


class Keymap(StrEnum):
    """Which keys the review desk has before any are changed."""

    VI = "vi"
    PLAIN = "plain"


class DeskSettings(Record):
    """How the review desk looks and is used: the table `[review]` of the settings file."""

    theme: _Words | None = None
    """None: the one that was used last."""
    keymap: Keymap = Keymap.VI
    auto_advance: StrictBool = True
    """On to what is open next after a decision."""
    ascii: StrictBool = False
    """Draw with nothing but ASCII."""
    keys: dict[str, _Words] = Field(default_factory=dict)
    """Keys by the id of their command, several with commas between them."""


class _File(Record):
    """Everything that a settings file can say."""

    database: _Words | None = None
    reviewer: _Words | None = None
    review: DeskSettings = DeskSettings()


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
    plain = desk.model_dump(mode="json", exclude={"keys"})
    return (
        Setting("database", *_database(database, read, environ)),
        Setting("reviewer", *_reviewer(reviewer, read, environ)),
        *(Setting(f"review.{n}", v, path if n in desk.model_fields_set else DEFAULT) for n, v in plain.items()),
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


def _database(flag: str | None, read: _File, environ: Mapping[str, str]) -> tuple[str, str]:
    """The database and where it comes from; a file names one from where it stands."""
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


def _reviewer(flag: str | None, read: _File, environ: Mapping[str, str]) -> tuple[str, str]:
    """Who decides and where that comes from."""
    variable = "CLAIMTRACK_REVIEWER"
    given = ((flag, "--reviewer"), (environ.get(variable), variable), (read.reviewer, str(config_file(environ))))
    return _first(given) or (_user(), DEFAULT)


def _first(given: tuple[tuple[str | None, str], ...]) -> tuple[str, str] | None:
    return next(((value, origin) for value, origin in given if value), None)


def _read(environ: Mapping[str, str]) -> _File:
    """What the settings file says; nothing if there is none and none was named."""
    path = config_file(environ)
    try:
        written = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if environ.get("CLAIMTRACK_CONFIG"):
            raise UsageError(f"there is no settings file {path}", "CLAIMTRACK_CONFIG names it.") from None
        return _File()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the settings file {path} can't be read: {error}", "It must be UTF-8 text.") from None
    try:
        return _File.model_validate(tomllib.loads(written))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {error}", 'Write lines such as reviewer = "ana".') from None
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{path}: {key} {_wrong(first)}", _valid(first)) from None


def _wrong(error: ErrorDetails) -> str:
    """What is wrong with a key, as the end of a sentence."""
    return "is no setting" if error["type"] == "extra_forbidden" else f"can't be {error['input']!r}"


def _valid(error: ErrorDetails) -> str:
    """What could stand there instead."""
    if error["type"] == "extra_forbidden":
        inside = error["loc"][:-1] == ("review",)
        return f"Valid here: {', '.join((DeskSettings if inside else _File).model_fields)}."
    valid = {
        "enum": f"One of: {', '.join(Keymap)}.",
        "bool_type": "Write true or false.",
        "string_type": "Write it in quotation marks.",
        "string_too_short": "Leave it out, or give it a value.",
    }
    return valid.get(error["type"], "Write a table, for example [review].")


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container without a user database
        return "reviewer"

"""The errors people see: what happened, where, and what to do. The tree:

ClaimtrackError
├── UsageError          exit 2   the command was given something it can't use
├── NothingFound        exit 3   nothing matched
├── PartialFailure      exit 4   some inputs were read, some were not
└── StoreError          exit 5   the database can't be used as it is
    ├── NotADatabase
    ├── NewerDatabase
    └── DatabaseBusy
"""


class ClaimtrackError(Exception):
    """Something went wrong that the user can do something about."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(ClaimtrackError):
    """A command or function was given something it can't use."""

    exit_code = 2


class NothingFound(ClaimtrackError):
    """Nothing matched what was asked for."""

    exit_code = 3


class PartialFailure(ClaimtrackError):
    """Some inputs could not be read; the others were."""

    exit_code = 4


class StoreError(ClaimtrackError):
    """The database can't be used as it is."""

    exit_code = 5


class NotADatabase(StoreError):
    """The file is not a claimtrack database."""


class NewerDatabase(StoreError):
    """The database was written by a newer claimtrack."""


class DatabaseBusy(StoreError):
    """Another program holds the database."""


def sentences(error: ClaimtrackError) -> str:
    """An error and what to do about it, as sentences."""
    message = str(error)
    return f"{message}{'' if message.endswith(('.', '?', '!')) else '.'} {error.hint}".strip()

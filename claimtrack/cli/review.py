"""claimtrack review: the review desk in the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.common import Database, Reviewer, needs_terminal, now
from claimtrack.config import settings

if TYPE_CHECKING:
    from claimtrack.store import Store
    from claimtrack.tui.app import ReviewApp

Blind = Annotated[bool, typer.Option("--blind", help="Hide what other reviewers decided.")]
InAscii = Annotated[bool, typer.Option("--ascii", help="Draw marks and lines with letters only.")]


def register(app: typer.Typer) -> None:
    """Put the command on the app."""
    app.command()(review)


def review(db: Database = None, reviewer: Reviewer = None, blind: Blind = False, in_ascii: InAscii = False) -> None:
    """Open the review desk: accounts side by side, keys to decide."""
    needs_terminal()
    app = desk_of(db, reviewer, is_blind=blind, is_ascii=in_ascii)
    app.run()
    if app.problem:
        raise app.problem


def desk_of(db: str | None, reviewer: str | None, *, is_blind: bool = False, is_ascii: bool = False) -> "ReviewApp":
    """The desk, which opens the database once its first frame is drawn."""
    from claimtrack.tui.app import ReviewApp
    from claimtrack.tui.options import Options

    chosen = settings(db, reviewer)
    options = Options(is_ascii=is_ascii, is_blind=is_blind, memory=_memory())
    return ReviewApp(lambda: _opened(chosen.database), chosen.reviewer, now, options)


def _opened(database: Path) -> "Store":
    from claimtrack.store import Store

    return Store(database)


def _memory() -> Path:
    """The file in which the desk keeps its theme between runs."""
    from platformdirs import user_state_path

    return user_state_path("claimtrack", appauthor=False) / "desk.json"

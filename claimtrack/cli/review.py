"""claimtrack review: the review desk in the terminal."""

from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.common import Database, Reviewer, needs_terminal, now, opened

Blind = Annotated[bool, typer.Option("--blind", help="Hide what other reviewers decided.")]
InAscii = Annotated[bool, typer.Option("--ascii", help="Draw marks and lines with letters only.")]


def register(app: typer.Typer) -> None:
    """Put the command on the app."""
    app.command()(review)


def review(db: Database = None, reviewer: Reviewer = None, blind: Blind = False, in_ascii: InAscii = False) -> None:
    """Open the review desk: accounts side by side, keys to decide."""
    needs_terminal()
    from claimtrack.tui.app import ReviewApp
    from claimtrack.tui.options import Options

    store, chosen = opened(db, reviewer)
    with store:
        ReviewApp(store, chosen.reviewer, now, Options(is_ascii=in_ascii, is_blind=blind, memory=_memory())).run()


def _memory() -> Path:
    """The file in which the desk keeps its theme between runs."""
    from platformdirs import user_state_path

    return user_state_path("claimtrack", appauthor=False) / "desk.json"

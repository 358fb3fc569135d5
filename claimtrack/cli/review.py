"""claimtrack review: the review desk in the terminal, or at plain prompts."""

import os
from typing import Annotated

import typer

from claimtrack.cli.common import Blind, Database, Reviewer, needs_terminal, note, now, opened

Plain = Annotated[bool, typer.Option("--plain", help="Numbered prompts on plain lines (also when ACCESSIBLE is set).")]


def register(app: typer.Typer) -> None:
    """Put the command on the app."""
    app.command()(review)


def review(db: Database = None, reviewer: Reviewer = None, plain: Plain = False, blind: Blind = False) -> None:
    """Open the review desk: accounts side by side, keys to decide.

    With --plain it asks on plain lines, for screen readers, pipes and terminals that can't draw.
    """
    if not plain and os.environ.get("ACCESSIBLE"):
        note("Plain prompts, since ACCESSIBLE is set.")
        plain = True
    if not plain:
        needs_terminal()
    store, chosen = opened(db, reviewer)
    with store:
        if plain:
            from claimtrack.cli.plain import from_terminal

            from_terminal(store, chosen.reviewer, now, is_blind=blind, moves_on=chosen.desk.auto_advance)
            return
        from claimtrack.tui.app import ReviewApp

        ReviewApp(store, chosen.reviewer, now).run()

"""claimtrack review: the review desk in the terminal."""

import typer

from claimtrack.cli.common import Database, Reviewer, needs_terminal, now, opened


def register(app: typer.Typer) -> None:
    """Put the command on the app."""
    app.command()(review)


def review(db: Database = None, reviewer: Reviewer = None) -> None:
    """Open the review desk: accounts side by side, keys to decide."""
    needs_terminal()
    from claimtrack.tui.app import ReviewApp

    store, chosen = opened(db, reviewer)
    with store:
        ReviewApp(store, chosen.reviewer, now).run()

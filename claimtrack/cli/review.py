"""claimtrack review: the review desk in the terminal, or at plain prompts."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.common import Blind, Database, Reviewer, needs_terminal, note, now, opened

if TYPE_CHECKING:
    from claimtrack.config import DeskSettings
    from claimtrack.tui.options import Options

InAscii = Annotated[bool, typer.Option("--ascii", help="Draw marks and lines with letters only.")]
Plain = Annotated[bool, typer.Option("--plain", help="Numbered prompts on plain lines (also when ACCESSIBLE is set).")]


def register(app: typer.Typer) -> None:
    """Put the command on the app."""
    app.command()(review)


def review(
    db: Database = None,
    reviewer: Reviewer = None,
    blind: Blind = False,
    in_ascii: InAscii = False,
    plain: Plain = False,
) -> None:
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

        ReviewApp(store, chosen.reviewer, now, _options(chosen.desk, is_blind=blind, in_ascii=in_ascii)).run()


def _options(desk: "DeskSettings", *, is_blind: bool, in_ascii: bool) -> "Options":
    """What the settings file and the flags say about the desk."""
    from claimtrack.tui.options import Options

    made = Options(
        keymap=desk.keymap,
        keys=desk.keys,
        auto_advance=desk.auto_advance,
        is_ascii=in_ascii or desk.ascii,
        is_blind=is_blind,
        memory=_memory(),
    )
    return made._replace(theme=desk.theme) if desk.theme else made


def _memory() -> Path:
    """The file in which the desk keeps its theme between runs."""
    from platformdirs import user_state_path

    return user_state_path("claimtrack", appauthor=False) / "desk.json"

"""claimtrack review: the review desk in the terminal, or at plain prompts."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.common import Blind, Database, InAscii, Reviewer, needs_terminal, note, now, opened
from claimtrack.config import DeskSettings, Settings, config_file, settings
from claimtrack.errors import UsageError

if TYPE_CHECKING:
    from claimtrack.store import Store
    from claimtrack.tui.app import ReviewApp
    from claimtrack.tui.options import Options

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
    if plain:
        _ask_plainly(db, reviewer, is_blind=blind)
        return
    needs_terminal()
    chosen = settings(db, reviewer)
    app = desk_of(chosen, is_blind=blind, is_ascii=in_ascii)
    app.run(mouse=chosen.desk.mouse)
    if app.problem:
        raise app.problem


def _ask_plainly(db: str | None, reviewer: str | None, *, is_blind: bool) -> None:
    from claimtrack.cli.plain import from_terminal

    store, chosen = opened(db, reviewer)
    with store:
        from_terminal(store, chosen.reviewer, now, is_blind=is_blind, moves_on=chosen.desk.auto_advance)


def desk_of(chosen: Settings, *, is_blind: bool = False, is_ascii: bool = False) -> "ReviewApp":
    """The desk, which opens the database once its first frame is drawn."""
    from claimtrack.tui.app import ReviewApp

    options = _options(chosen, is_blind=is_blind, is_ascii=is_ascii)
    return ReviewApp(lambda: _opened(chosen.database), chosen.reviewer, now, options)


def _opened(database: Path) -> "Store":
    from claimtrack.store import Store

    return Store(database)


def _options(chosen: Settings, *, is_blind: bool, is_ascii: bool) -> "Options":
    """What the settings file and the flags say about the desk."""
    from claimtrack.tui.options import Options

    desk = chosen.desk
    return Options(
        theme=desk.theme or "",
        keys=keys_of(desk),
        auto_advance=desk.auto_advance,
        is_ascii=is_ascii or desk.ascii,
        is_blind=is_blind,
        memory=_memory(),
    )


def keys_of(desk: DeskSettings) -> dict[str, str]:
    """The keys of the desk; raises `UsageError` naming the settings file if they can't be had together."""
    from claimtrack.tui.commands import keymap

    try:
        return keymap(desk.keymap, desk.keys)
    except UsageError as error:
        raise UsageError(f"{config_file()}: {error}", error.hint) from None


def _memory() -> Path:
    """The file in which the desk keeps its theme between runs."""
    from platformdirs import user_state_path

    return user_state_path("claimtrack", appauthor=False) / "desk.json"

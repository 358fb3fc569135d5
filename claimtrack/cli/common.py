"""What the commands share: options, the open store, the clock, and ways to print."""

import datetime
import io
import json
import os
import shlex
import shutil
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.config import Settings, settings
from claimtrack.display import safe
from claimtrack.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import RenderableType

    from claimtrack.models import Problem
    from claimtrack.store import Store

_WIDTH, _NARROWEST = 80, 20
"""Columns of what goes to a file, unless COLUMNS says otherwise; fewer hold no word."""
Database = Annotated[
    str | None, typer.Option("--db", help="Database file (default: CLAIMTRACK_DB, or your data folder).")
]
Reviewer = Annotated[str | None, typer.Option("--reviewer", help="Who decides (default: CLAIMTRACK_REVIEWER, or you).")]
Blind = Annotated[bool, typer.Option("--blind", help="Hide what others decided.")]
InAscii = Annotated[bool, typer.Option("--ascii", help="Draw marks and lines with letters only.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="JSON Lines in on standard input, out on standard output.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]


def hand_on(context: typer.Context, **given: object) -> None:
    """Give a subcommand the options before it: `parties --db X merge` decides in X, as `parties merge --db X` does."""
    options = {name: value for name, value in given.items() if value}
    context.default_map = dict.fromkeys(getattr(context.command, "commands", ()), options)


def opened(database: str | None, reviewer: str | None = None, *, may_make: bool = False) -> "tuple[Store, Settings]":
    """The store and the settings of this run."""
    from claimtrack.store import Store

    chosen = settings(database, reviewer)
    return Store(chosen.database, may_make=may_make), chosen


def now() -> datetime.datetime:
    """The one place where a command reads the clock."""
    return datetime.datetime.now(datetime.UTC)


def print_rich(document: "RenderableType") -> None:
    """Print for people: as wide as the terminal; for a file plain, as wide as COLUMNS says, or 80."""
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    if console.is_terminal:
        console.print(document)
        return
    told = os.environ.get("COLUMNS", "")
    width = int(told) if told.isascii() and told.isdigit() and int(told) >= _NARROWEST else _WIDTH
    plain = Console(highlight=False, markup=False, emoji=False, no_color=True, width=width, file=io.StringIO())
    plain.print(document)
    for line in plain.file.getvalue().splitlines():  # type: ignore[attr-defined]
        print(line.rstrip())


def stream(answer: "Callable[[Iterable[str]], Iterable[str]]") -> None:
    """Standard input to standard output, each line out as soon as it is there."""
    sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")  # type: ignore[union-attr]
    for line in answer(sys.stdin):
        print(line, flush=True)


def needs_terminal() -> None:
    """The review desk draws on a screen, or for `claimtrack serve`; say so where there is neither."""
    can_draw = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    if "TEXTUAL_DRIVER" not in os.environ and not can_draw:
        raise UsageError(
            "the review desk needs a terminal that can draw", "`claimtrack review --plain` asks on plain lines."
        )


def program() -> str:
    """How to call this program again: its name if the shell finds it, else as it was called now."""
    if shutil.which("claimtrack"):
        return "claimtrack"
    called = sys.argv[0]
    return f"{shlex.quote(sys.executable)} -m claimtrack" if called.endswith(".py") else shlex.quote(called)


def note(message: str) -> None:
    """A line for people, on standard error, safe whatever it quotes."""
    sys.stdout.flush()  # so that the two streams keep their order on one screen
    print(safe(message), file=sys.stderr)


def tell(problems: "tuple[Problem, ...]") -> None:
    """Problems, each with its place and what to do."""
    for problem in problems:
        note(f"{problem.severity.value}: {problem.where}: {problem.what}")
        if problem.hint:
            note(f"  {problem.hint}")


def print_json(document: object) -> None:
    """One JSON document on standard output."""
    print(json.dumps(document, ensure_ascii=False, indent=1))

"""The command line. Modules import what is heavy inside their commands, so that --help is quick."""

import os
import sys

import typer

from claimtrack import __version__
from claimtrack.cli import (
    add,
    articles,
    claims,
    config,
    demo,
    events,
    machine,
    marks,
    parties,
    relations,
    report,
    review,
    serve,
)
from claimtrack.errors import ClaimtrackError

app = typer.Typer(
    name="claimtrack",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for module in (add, articles, machine, claims, parties, events, review, serve, marks, relations, report, demo, config):
    module.register(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimtrack {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Who said what, in which words, and who says otherwise.

    Start with `claimtrack demo`. Exit codes: 0 done, 1 output could not be written, 2 wrong usage, 3 nothing found,
    4 some inputs failed, 5 database, 130 interrupted.
    """


def main() -> None:
    """Run the command line; every error meant for people ends here."""
    try:
        app()
        sys.stdout.flush()
    except ClaimtrackError as error:
        print(f"error: {error}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        _silence()
        sys.exit(0)
    except OSError as error:
        print(f"error: the output can't be written: {error.strerror}", file=sys.stderr)
        _silence()
        sys.exit(1)


def _silence() -> None:
    """Nothing more goes out, so that Python's own last flush does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

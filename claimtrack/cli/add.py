"""claimtrack add: articles in."""

from typing import Annotated

import typer

from claimtrack.cli.common import AsJson, Database, note, now, opened, print_json, tell
from claimtrack.display import counted
from claimtrack.errors import PartialFailure, UsageError


def register(app: typer.Typer) -> None:
    """Put the command on the app."""
    app.command()(add)


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="FILE|DIR|-...", help="Text or HTML files, folders of them, or - for standard input."),
    ],
    outlet: Annotated[str | None, typer.Option(help="Who published it, if the file does not say.")] = None,
    date: Annotated[str | None, typer.Option(help="When it was published, as YYYY-MM-DD.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    db: Database = None,
    as_json: AsJson = False,
) -> None:
    """Read articles, find who says what, link what competes.

    Adding the same file twice adds nothing. A file that can't be read is named, and the rest goes on.
    """
    import sys

    from claimtrack import pipeline
    from claimtrack.ingest import Given
    from claimtrack.models import Severity
    from claimtrack.review import day

    if not all(inputs):
        raise UsageError(
            "an input has an empty name", "Is a variable not set? Name files or folders; . is the folder you are in."
        )
    progress = note if sys.stderr.isatty() else lambda _: None
    store, _ = opened(db, may_make=True)
    with store:
        done = pipeline.add(store, inputs, now(), Given(outlet, day(date or ""), url), progress)
    failed = tuple(p for p in done.problems if p.severity == Severity.ERROR)
    if as_json:
        print_json(done.model_dump(mode="json"))
    else:
        tell(done.problems)
        typer.echo(
            f"{len(done.added)} added ({counted(done.statements, 'statement')}), "
            f"{len(done.known)} already there, {len(failed)} failed"
        )
    if failed:
        raise PartialFailure(
            f"{len(failed)} of {len(failed) + len(done.added) + len(done.known)} inputs could not be read"
        )

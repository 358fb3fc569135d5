"""claimtrack report: where accounts part."""

from enum import StrEnum
from typing import Annotated

import typer

from claimtrack.cli.common import Database, opened, print_rich


class Format(StrEnum):
    """How a report is printed."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Put the command on the app."""
    app.command()(report)


def report(
    form: Annotated[
        Format, typer.Option("--format", help="text for a terminal, md for a page, json for programs.")
    ] = Format.TEXT,
    db: Database = None,
) -> None:
    """Print the contradiction report: who says what, where they part.

    The same database prints the same bytes.
    """
    from claimtrack import pipeline
    from claimtrack.errors import NothingFound
    from claimtrack.report import markdown
    from claimtrack.report.terminal import terminal

    store, _ = opened(db)
    with store:
        found = pipeline.reported(pipeline.desk(store))
    if not found.articles:
        raise NothingFound(
            "the database holds no articles", "Add some with `claimtrack add`, or try `claimtrack demo`."
        )
    if form == Format.MD:
        typer.echo(markdown(found), nl=False)
    elif form == Format.JSON:
        typer.echo(found.model_dump_json(indent=1))
    else:
        print_rich(terminal(found))

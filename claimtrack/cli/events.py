"""claimtrack grid and timeline: one event, question by question and party by party."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.common import AsJson, Database, opened, print_json, print_rich

if TYPE_CHECKING:
    from claimtrack.report import EventReport

_WIDTH = 80
Wanted = Annotated[
    list[str] | None,
    typer.Argument(metavar="[EVENT]", help="An event's id or its first characters, or words of its name."),
]


def register(app: typer.Typer) -> None:
    """Put the commands on the app."""
    app.command()(grid)
    app.command()(timeline)


def grid(event: Wanted = None, db: Database = None, as_json: AsJson = False) -> None:
    """Show who asserts, denies, concedes, declines or is silent, question by question.

    For all events on which accounts meet, or for one, with every answer's words.
    """
    from claimtrack import report
    from claimtrack.report.tables import grid_table

    found = _events(event, db)
    if as_json:
        print_json([report.grid(each).model_dump(mode="json") for each in found])
        return
    for each in found:
        print_rich(grid_table(report.grid(each), with_evidence=len(found) == 1), _WIDTH)


def timeline(event: Wanted = None, db: Database = None, as_json: AsJson = False) -> None:
    """Show what each party says on an event, in order of date, and where it changed its account."""
    from claimtrack import report
    from claimtrack.report.tables import timeline_table

    found = _events(event, db)
    if as_json:
        print_json([report.timeline(each).model_dump(mode="json") for each in found])
        return
    for each in found:
        print_rich(timeline_table(report.timeline(each)), _WIDTH)


def _events(wanted: list[str] | None, db: str | None) -> "list[EventReport]":
    from claimtrack import pipeline

    store, _ = opened(db)
    with store:
        return pipeline.events(pipeline.desk(store), " ".join(wanted or ()))

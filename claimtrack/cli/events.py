"""claimtrack events, grid and timeline: what happened, question by question and party by party."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.common import AsJson, Database, Reviewer, hand_on, now, opened, print_json, print_rich
from claimtrack.cli.marks import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.report import EventReport

_TOLD = {"event_id", "name", "first_day", "last_day", "when", "places", "articles", "origins", "chain", "silent"}
Wanted = Annotated[
    list[str] | None,
    typer.Argument(metavar="[EVENT]", help="An event's id or its first characters, or words of its name."),
]


One = Annotated[
    str, typer.Argument(metavar="EVENT", help="An event's id or its first characters, or a word of its name.")
]
Why = Annotated[str, typer.Option(help="The reason.")]
events = typer.Typer(invoke_without_command=True)


def register(app: typer.Typer) -> None:
    """Put the commands on the app."""
    app.add_typer(events, name="events")
    app.command()(grid)
    app.command()(timeline)


@events.callback()
def listed(context: typer.Context, db: Database = None, as_json: AsJson = False) -> None:
    """List events: when (and the words that tell it), where, who speaks, how many articles and origins."""
    if context.invoked_subcommand:
        hand_on(context, db=db, as_json=as_json)
        return
    from claimtrack import pipeline
    from claimtrack.errors import NothingFound
    from claimtrack.report.listing import event_listing

    store, _ = opened(db)
    with store:
        found = pipeline.reported(pipeline.desk(store)).events
    if not found:
        raise NothingFound("the database holds no events", "Add articles with `claimtrack add`.")
    if as_json:
        print_json([_summary(event) for event in found])
    else:
        print_rich(event_listing(found))


def _summary(event: "EventReport") -> dict[str, object]:
    """An event without its statements, which `claimtrack report --format json` prints."""
    parties = sorted({(line.side, line.party) for _, lines in event.accounts for line in lines})
    return event.model_dump(mode="json", include=_TOLD) | {
        "parties": [{"side": side, "party": party} for side, party in parties],
        "disagreements": len(event.disagreements),
    }


@events.command()
def merge(
    one: One, other: One, why: Why = "", db: Database = None, reviewer: Reviewer = None, as_json: AsJson = False
) -> None:
    """Decide that two events are one. `undo` takes it back."""
    from claimtrack import marking

    record(lambda store, by: marking.merge_events(store, one, other, by, now(), why), db, reviewer, as_json)


@events.command()
def split(
    event: One,
    statement: Annotated[
        list[str], typer.Argument(metavar="STATEMENT...", help="Ids of statements or claims to take out of it.")
    ],
    why: Why = "",
    db: Database = None,
    reviewer: Reviewer = None,
    as_json: AsJson = False,
) -> None:
    """Decide that some statements of an event are about another one. `undo` takes it back."""
    from claimtrack import marking

    record(lambda store, by: marking.split_event(store, event, statement, by, now(), why), db, reviewer, as_json)


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
        print_rich(grid_table(report.grid(each), with_evidence=len(found) == 1))


def timeline(event: Wanted = None, db: Database = None, as_json: AsJson = False) -> None:
    """Show what each party says on an event, in order of date, and where it changed its account."""
    from claimtrack import report
    from claimtrack.report.tables import timeline_table

    found = _events(event, db)
    if as_json:
        print_json([report.timeline(each).model_dump(mode="json") for each in found])
        return
    for each in found:
        print_rich(timeline_table(report.timeline(each)))


def _events(wanted: list[str] | None, db: str | None) -> "Sequence[EventReport]":
    from claimtrack import pipeline

    store, _ = opened(db)
    with store:
        return pipeline.events(store, " ".join(wanted or ()))

"""claimtrack claims and link: what is in the database."""

from typing import Annotated

import typer

from claimtrack.cli.common import AsJson, Database, Jsonl, opened, print_json, print_rich, stream


def register(app: typer.Typer) -> None:
    """Put the commands on the app."""
    app.command()(claims)
    app.command()(link)


def claims(
    words: Annotated[
        list[str] | None, typer.Argument(help="Only claims with all of these words (party, content, outlet).")
    ] = None,
    db: Database = None,
    as_json: AsJson = False,
) -> None:
    """List claims with their ids, by event."""
    from claimtrack import pipeline
    from claimtrack.errors import NothingFound
    from claimtrack.report.listing import listing, matching

    store, _ = opened(db)
    with store:
        lines = pipeline.lines(pipeline.desk(store))
    found = matching(lines.values(), words or [])
    if not found:
        raise NothingFound(
            "no claim holds all of these words" if words else "the database holds no claims",
            "Try fewer." if words else "Add articles with `claimtrack add`.",
        )
    if as_json:
        print_json([line.model_dump(mode="json") for line in found])
    else:
        print_rich(listing(found))


def link(jsonl: Jsonl = False, db: Database = None) -> None:
    """Derive events, claims and relations anew; every decision is kept.

    With --jsonl: {"doc_id","text","date"?,"outlet"?,"title"?} a line in; a line for each event and each
    relation out; no database is needed.
    """
    if jsonl:
        from claimtrack import exchange

        stream(exchange.link)
        return
    from claimtrack import pipeline

    store, _ = opened(db)
    with store:
        linked = pipeline.link(store)
    typer.echo(f"{len(linked.events)} events, {len(linked.claims)} claims, {len(linked.relations)} relations")

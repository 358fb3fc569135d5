"""claimtrack claims, queue and link: what is in the database."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.common import AsJson, Blind, Database, Jsonl, Reviewer, opened, print_json, print_rich, stream
from claimtrack.display import counted
from claimtrack.errors import NothingFound, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.review import Query

Filter = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILTER]...", help="For example: party:russia status:open -has:evidence '\"exact words\"'"),
]
_MINUS_IS_NOT = {"ignore_unknown_options": True}
"""A term may begin with a minus."""


def register(app: typer.Typer) -> None:
    """Put the commands on the app."""
    app.command(context_settings=_MINUS_IS_NOT)(claims)
    app.command(context_settings=_MINUS_IS_NOT)(queue)
    app.command()(link)


def claims(terms: Filter = None, db: Database = None, as_json: AsJson = False) -> None:
    """List claims with their ids, by event."""
    from claimtrack import pipeline
    from claimtrack.report.listing import listing
    from claimtrack.review import Listed

    wanted = _query(terms or [])
    store, _ = opened(db)
    with store:
        met = list(pipeline.cards(store, wanted, Listed.CLAIMS))
    lines = [line for each in met for lines in each.card.claims.values() for line in lines]
    if not lines:
        raise _nothing(wanted, "the database holds no claims")
    if as_json:
        print_json([line.model_dump(mode="json") for line in lines])
    else:
        print_rich(listing(lines))


def queue(
    terms: Filter = None,
    blind: Blind = False,
    db: Database = None,
    reviewer: Reviewer = None,
    as_json: AsJson = False,
) -> None:
    """List disagreements in the order of review, with the ids of their claims and what was decided."""
    from claimtrack import pipeline
    from claimtrack.report.listing import queued
    from claimtrack.review import Listed, spoken

    wanted = _query(terms or [])
    store, chosen = opened(db, reviewer)
    with store:
        met = list(pipeline.cards(store, wanted, Listed.CONFLICTS, chosen.reviewer if blind else ""))
    if not met:
        raise _nothing(wanted, "the database holds no disagreements")
    if as_json:
        shown = [
            {"number": place, **row.model_dump(mode="json"), "meeting": card.meeting.model_dump(mode="json")}
            for place, row, card in met
        ]
        print_json(shown)
    else:
        print_rich(queued((place, card.event, spoken.state_words(row.state), card.meeting) for place, row, card in met))


def _query(terms: "Sequence[str]") -> "Query":
    """The filter of a command line; a mistyped option is none of its terms."""
    from claimtrack.review import query

    for term in terms:
        if term.startswith("--"):
            raise UsageError(f"{term} is no option here", "claimtrack claims --help lists them.")
    return query(" ".join(terms))


def _nothing(wanted: "Query", otherwise: str) -> NothingFound:
    if wanted.alternatives:
        return NothingFound("nothing holds all that the filter asks for", "Ask for less.")
    return NothingFound(otherwise, "Add articles with `claimtrack add`.")


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
    made = {"event": linked.events, "claim": linked.claims, "relation": linked.relations}
    typer.echo(", ".join(counted(len(found), noun) for noun, found in made.items()))

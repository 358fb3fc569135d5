"""claimtrack mark, history, undo, redo: decisions from the command line."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.common import AsJson, Database, Reviewer, now, opened, print_json
from claimtrack.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimtrack.models import Judgement, Verdict
    from claimtrack.store import Store

_VERDICTS = (
    "Is it so: in_review, verified, disputed, false, inconclusive, retracted. "
    "Did they say it: confirmed, misattributed, misquoted. Or: noted, flagged, unflagged."
)


def register(app: typer.Typer) -> None:
    """Put the commands on the app."""
    app.command()(mark)
    app.command()(history)
    app.command()(undo)
    app.command()(redo)


def mark(
    claim: Annotated[str, typer.Argument(help="A claim's or statement's id, or its first characters.")],
    verdict: Annotated[str, typer.Argument(help=_VERDICTS)],
    why: Annotated[str, typer.Option(help="The reason, or the words of a note.")] = "",
    evidence: Annotated[
        str, typer.Option(help="A link or note that is independent of the party; verified and false need it.")
    ] = "",
    db: Database = None,
    reviewer: Reviewer = None,
    as_json: AsJson = False,
) -> None:
    """Decide on one claim. Nothing is overwritten: see `history`, take it back with `undo`."""
    from claimtrack import marking

    wanted = _verdict(verdict)
    record(lambda store, by: [marking.mark(store, claim, wanted, by, now(), why, evidence)], db, reviewer, as_json)


def history(db: Database = None, as_json: AsJson = False) -> None:
    """Every decision in the order in which it was made."""
    store, _ = opened(db)
    with store:
        show(store, store.judgements(), as_json)


def undo(db: Database = None, reviewer: Reviewer = None, as_json: AsJson = False) -> None:
    """Take back your newest decision."""
    from claimtrack import pipeline

    record(lambda store, by: pipeline.undo(store, by, now()), db, reviewer, as_json)


def redo(db: Database = None, reviewer: Reviewer = None, as_json: AsJson = False) -> None:
    """Take back your newest undo."""
    from claimtrack import pipeline

    record(lambda store, by: pipeline.redo(store, by, now()), db, reviewer, as_json)


def _verdict(word: str) -> "Verdict":
    """The verdict of a word, however it is written; raises naming the valid ones."""
    from claimtrack.review import MARKABLE

    wanted = word.strip().lower().replace("-", "_").replace(" ", "_")
    for verdict in MARKABLE:
        if verdict.value == wanted:
            return verdict
    raise UsageError(f"{word} is no verdict", f"One of: {', '.join(MARKABLE)}")


def record(
    decide: "Callable[[Store, str], Sequence[Judgement]]", db: str | None, reviewer: str | None, as_json: bool
) -> None:
    """Make the decisions that a reviewer, given with the open store, takes; and print them."""
    store, chosen = opened(db, reviewer)
    with store:
        show(store, decide(store, chosen.reviewer), as_json)


def show(store: "Store", judgements: "Sequence[Judgement]", as_json: bool) -> None:
    """Print decisions, for people or for programs."""
    from claimtrack import pipeline

    if as_json:
        print_json([j.model_dump(mode="json") | {"id": j.id} for j in judgements])
        return
    if not judgements:
        typer.echo("No decisions yet.")
    for line in pipeline.history(store, judgements):
        typer.echo(line)

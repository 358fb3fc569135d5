"""claimtrack articles: which articles there are, who published them and when, and which of them count."""

from typing import TYPE_CHECKING, Annotated

import typer
from typer.core import TyperGroup

from claimtrack.cli.common import AsJson, Database, Reviewer, note, now, opened, print_json, print_rich, program
from claimtrack.cli.marks import record
from claimtrack.errors import NothingFound, UsageError

if TYPE_CHECKING:
    from claimtrack.store import Store

_SHOW = "show"


class _ShowUnlessSaid(TyperGroup):
    """`articles` and `articles ID` stand for `articles show` and `articles show ID`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        is_said = bool(args) and (args[0] in {*self.commands, "--help"})
        return super().parse_args(ctx, args if is_said else [_SHOW, *args])


articles = typer.Typer(cls=_ShowUnlessSaid, help="The articles: list them, say who published them, withdraw them.")
One = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="A file name, an address, or an id or its first characters.")
]
Why = Annotated[str, typer.Option(help="The reason.")]


def register(app: typer.Typer) -> None:
    """Put the commands on the app."""
    app.add_typer(articles, name="articles")


@articles.command()
def show(
    article: Annotated[
        str | None, typer.Argument(metavar="[ARTICLE]", help="A file name, an address, or an id or its beginning.")
    ] = None,
    text: Annotated[bool, typer.Option("--text", help="Print its text, every statement in place.")] = False,
    db: Database = None,
    as_json: AsJson = False,
) -> None:
    """List all articles, or show one: where it is from, who published it, where its statements stand."""
    store, _ = opened(db)
    with store:
        if article is None:
            _list(store, as_json)
        else:
            _show(store, article, text, as_json)


def _list(store: "Store", as_json: bool) -> None:
    from claimtrack import articles
    from claimtrack.report.articles import article_listing

    found = articles.listed(store)
    if not found:
        raise NothingFound("the database holds no articles", "Add some with `claimtrack add`.")
    if as_json:
        print_json([each.model_dump(mode="json") for each in found])
    else:
        print_rich(article_listing(found))


def _show(store: "Store", wanted: str, text: bool, as_json: bool) -> None:
    from claimtrack import articles
    from claimtrack.report.articles import article_page

    found = articles.shown(store, wanted)
    if as_json:
        lines = [line.model_dump(mode="json") for line in found.lines.values()]
        whole = {"text": found.capture.text} if text else {}
        print_json(found.article.model_dump(mode="json") | {"lines": lines} | whole)
        return
    print_rich(article_page(*found, with_text=text))
    if not text:
        note(f"Read it: {program()} articles {found.article.short_id} --text; in the desk: enter on a claim of it.")


@articles.command()
def describe(
    article: One,
    outlet: Annotated[str | None, typer.Option(help="Who published it, or “unknown”.")] = None,
    date: Annotated[str | None, typer.Option(help="When it was published, as YYYY-MM-DD, or “unknown”.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published, or “unknown”.")] = None,
    why: Why = "",
    db: Database = None,
    reviewer: Reviewer = None,
    as_json: AsJson = False,
) -> None:
    """Say who published an article, when and where; everything is linked anew. `undo` takes it back."""
    from claimtrack import articles
    from claimtrack.models import Axis

    given = {Axis.OUTLET: outlet, Axis.DATE: date, Axis.URL: url}
    said = {axis: value for axis, value in given.items() if value is not None}
    if not said:
        raise UsageError("nothing is said about the article", "Give --outlet, --date or --url.")
    record(lambda store, by: articles.describe(store, article, said, by, now(), why), db, reviewer, as_json)


@articles.command()
def withdraw(
    article: One, why: Why = "", db: Database = None, reviewer: Reviewer = None, as_json: AsJson = False
) -> None:
    """Leave an article out of reports and lists; it stays stored. `undo` or `restore` takes it back."""
    from claimtrack import articles

    record(lambda store, by: articles.withdraw(store, article, by, now(), why), db, reviewer, as_json)


@articles.command()
def restore(
    article: One, why: Why = "", db: Database = None, reviewer: Reviewer = None, as_json: AsJson = False
) -> None:
    """Take an article in again that was withdrawn."""
    from claimtrack import articles

    record(lambda store, by: articles.withdraw(store, article, by, now(), why, restores=True), db, reviewer, as_json)

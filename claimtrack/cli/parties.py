"""claimtrack parties: who speaks, and decisions about which names are one party."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.common import AsJson, Database, Reviewer, hand_on, now, opened, print_json, print_rich
from claimtrack.cli.marks import record
from claimtrack.display import counted, one_line
from claimtrack.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.tree import Tree

    from claimtrack.models import Judgement
    from claimtrack.parties import Branch
    from claimtrack.store import Store

KINDS = "person office ministry military government armed_group organisation court media company".split()
"""The kinds that can be added, in words: --help loads no records."""
Why = Annotated[str, typer.Option(help="The reason.")]
group = typer.Typer(help="Who speaks, as a tree with counts; and which names are one party.")


def register(app: typer.Typer) -> None:
    """Put the commands on the app."""
    group.callback(invoke_without_command=True)(parties)
    for command in (add, alias, merge, split):
        group.command()(command)
    app.add_typer(group, name="parties")


def parties(context: typer.Context, db: Database = None, as_json: AsJson = False) -> None:
    """List everybody who speaks, by side, with the number of statements."""
    if context.invoked_subcommand:
        hand_on(context, db=db, as_json=as_json)
        return
    from claimtrack import who
    from claimtrack.errors import NothingFound

    store, _ = opened(db)
    with store:
        found = who.roster(store)
    if not found:
        raise NothingFound("the database holds no statements", "Add articles with `claimtrack add`.")
    if as_json:
        print_json([branch.model_dump(mode="json") | {"name": branch.name} for branch in found])
    else:
        print_rich(drawn(found))


def add(
    name: Annotated[str, typer.Argument(help="The party's name.")],
    kind: Annotated[str, typer.Option(help=f"One of: {', '.join(KINDS)}.")] = "organisation",
    under: Annotated[str, typer.Option(help="The party it belongs to; without it, it is a side of its own.")] = "",
    also: Annotated[list[str] | None, typer.Option("--alias", help="Another name of it; may be repeated.")] = None,
    why: Why = "",
    db: Database = None,
    reviewer: Reviewer = None,
    as_json: AsJson = False,
) -> None:
    """Add a party that the lists do not know; statements stored before are read anew with its names."""
    from claimtrack import who
    from claimtrack.models import PartyKind

    if kind not in KINDS:
        raise UsageError(f"“{kind}” is no kind of party", f"One of: {', '.join(KINDS)}.")
    record(
        lambda store, by: who.add(store, name, PartyKind(kind), under, also or (), who.Decision(by, now(), why)),
        db,
        reviewer,
        as_json,
    )


def alias(
    party: Annotated[str, typer.Argument(help="A party, as `parties` lists it, or another of its names.")],
    name: Annotated[str, typer.Argument(help="The further name.")],
    why: Why = "",
    db: Database = None,
    reviewer: Reviewer = None,
    as_json: AsJson = False,
) -> None:
    """Say that a name stands for a party, wherever it is written."""
    from claimtrack import who

    record(lambda store, by: who.alias(store, party, name, who.Decision(by, now(), why)), db, reviewer, as_json)


def merge(
    party: Annotated[str, typer.Argument(help="The party that is another one.")],
    into: Annotated[str, typer.Argument(help="The party that it is.")],
    why: Why = "",
    db: Database = None,
    reviewer: Reviewer = None,
    as_json: AsJson = False,
) -> None:
    """Say that two parties are one; `split` takes them apart again."""
    from claimtrack import who

    record(lambda store, by: who.merge(store, party, into, who.Decision(by, now(), why)), db, reviewer, as_json)


def split(
    party: Annotated[str, typer.Argument(help="A party that was merged, or a name that several share.")],
    other: Annotated[
        str, typer.Argument(help="The party or name that it is not; without it, all it was merged with.")
    ] = "",
    article: Annotated[str, typer.Option(help="Id or file name of the one article in which it is somebody else.")] = "",
    named: Annotated[str, typer.Option("--as", help="Who it is in that article: a party, or a new name.")] = "",
    why: Why = "",
    db: Database = None,
    reviewer: Reviewer = None,
    as_json: AsJson = False,
) -> None:
    """Take a merge or an alias apart, or say that a name is somebody else in one article."""
    from claimtrack import who

    if bool(article) != bool(named) or (article and other):
        raise UsageError(
            "--article and --as belong together, without a second party",
            'For example: claimtrack parties split "John Smith" --article notes.txt --as "John Smith (Ohio)"',
        )

    def decide(store: "Store", by: str) -> "Sequence[Judgement]":
        decision = who.Decision(by, now(), why)
        if article:
            return who.apart(store, party, article, named, decision)
        return who.split(store, party, other, decision)

    record(decide, db, reviewer, as_json)


def drawn(found: "Iterable[Branch]") -> "Tree":
    """The tree of parties, with the number of statements of everybody in a branch."""
    from rich.text import Text
    from rich.tree import Tree

    made: dict[tuple[str, ...], Tree] = {(): Tree(Text("Parties"), guide_style="dim")}
    branches = {branch.path: branch for branch in found}
    sums = {here: _sum(branches, here) for path in branches for here in _above(path)}
    for here in sorted(sums, key=lambda path: [(name == "none", name.casefold()) for name in path]):
        label = Text("No side" if here == ("none",) else one_line(here[-1]))
        label.append(f"  {_counts(sums[here], branches.get(here))}", style="dim")
        made[here] = made[here[:-1]].add(label)
    return made[()]


def _above(path: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [path[:depth] for depth in range(1, len(path) + 1)]


def _sum(branches: "Mapping[tuple[str, ...], Branch]", here: tuple[str, ...]) -> int:
    return sum(branch.statements for path, branch in branches.items() if path[: len(here)] == here)


def _counts(total: int, own: "Branch | None") -> str:
    if own is None:
        return counted(total, "statement")
    of = f", {own.statements} of its own" if own.statements < total else ""
    return f"{counted(total, 'statement')}{of}, {counted(own.articles, 'article')}"

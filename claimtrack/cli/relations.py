"""claimtrack relate, correct: how claims stand to each other, and what was read wrongly."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.common import AsJson, Database, Reviewer, now
from claimtrack.cli.marks import record
from claimtrack.errors import UsageError

if TYPE_CHECKING:
    from claimtrack.models import RelationKind

_NONE = "none"
KINDS = "contradicts contrary_to corroborates repeats updates qualifies responds_to does_not_address".split()
"""Every kind of relation, in words: --help loads no records."""
_KINDS = f"How a stands to b: {', '.join(KINDS)}; or {_NONE}, which rejects what was found."


def register(app: typer.Typer) -> None:
    """Put the commands on the app."""
    app.command()(relate)
    app.command()(correct)


def relate(
    a: Annotated[str, typer.Argument(help="A claim's or statement's id, or its first characters.")],
    b: Annotated[str, typer.Argument(help="Another of the same event.")],
    kind: Annotated[str, typer.Argument(help=_KINDS)],
    why: Annotated[str, typer.Option(help="The question that both answer, or the reason.")] = "",
    db: Database = None,
    reviewer: Reviewer = None,
    as_json: AsJson = False,
) -> None:
    """Relate two claims, confirm a relation that was found, or reject it."""
    from claimtrack import marking

    wanted = _kind(kind)
    record(lambda store, by: [marking.relate(store, a, b, wanted, by, now(), why)], db, reviewer, as_json)


def _kind(word: str) -> "RelationKind | None":
    wanted = word.strip().lower().replace("-", "_").replace(" ", "_")
    if wanted == _NONE:
        return None
    if wanted not in KINDS:
        raise UsageError(f"{word} is no relation", f"One of: {', '.join((*KINDS, _NONE))}")
    from claimtrack.models import RelationKind

    return RelationKind(wanted)


def correct(
    statement: Annotated[str, typer.Argument(help="A statement's id, or its first characters.")],
    party: Annotated[str | None, typer.Option(help="Who speaks, by name.")] = None,
    new: Annotated[bool, typer.Option("--new", help="The name may be that of a party that nobody knows yet.")] = False,
    stance: Annotated[str | None, typer.Option(help="asserts, denies, concedes, declines or questions.")] = None,
    content: Annotated[
        str | None, typer.Option(help="The party's words as they stand in the article, or characters: 12-40, 52-60.")
    ] = None,
    db: Database = None,
    reviewer: Reviewer = None,
    as_json: AsJson = False,
) -> None:
    """Put right what was read of one statement; events and relations are derived anew."""
    from claimtrack import marking
    from claimtrack.models import Axis

    given = {Axis.PARTY: party, Axis.STANCE: stance, Axis.CONTENT: content}
    put_right = {axis: value for axis, value in given.items() if value is not None}
    if not put_right:
        raise UsageError("nothing is put right", "Give --party, --stance or --content.")
    record(
        lambda store, by: marking.correct(store, statement, put_right, by, now(), may_be_new=new), db, reviewer, as_json
    )

"""claimtrack parse, compare, resolve, same: JSON Lines for other programs; parse also shows a file to people."""

from pathlib import Path
from typing import Annotated

import typer

from claimtrack.cli.common import Jsonl, print_rich, stream, tell
from claimtrack.errors import UsageError


def register(app: typer.Typer) -> None:
    """Put the commands on the app."""
    app.command()(parse)
    app.command()(compare)
    app.command()(resolve)
    app.command()(same)


def parse(
    file: Annotated[str | None, typer.Argument(help="An article, or - for standard input.")] = None,
    jsonl: Jsonl = False,
) -> None:
    """Split an article into statements by party; no database is needed.

    With --jsonl: {"doc_id","text"} a line in, {"doc_id","attributions":[...]} a line out.
    """
    if jsonl and file is None:
        _stream("parse")
        return
    if jsonl:
        raise UsageError("--jsonl reads standard input, and takes no file", "claimtrack parse --jsonl < in.jsonl")
    if file and Path(file).is_dir():
        raise UsageError(f"{file} is a folder", "`claimtrack add` reads folders; name one article.")
    if not file:
        raise UsageError("parse needs a file or --jsonl", "For example: claimtrack parse article.txt")
    from claimtrack import attribution, ingest
    from claimtrack.models import Problem
    from claimtrack.report.statements import statements

    for name, data in ingest.inputs([file]):
        capture = data if isinstance(data, Problem) else ingest.read(name, data)
        if isinstance(capture, Problem):
            raise UsageError(f"{capture.where}: {capture.what}", capture.hint)
        parsed = attribution.parse(capture)
        print_rich(statements(capture, parsed.statements))
        tell((*ingest.doubts(capture), *parsed.problems))


def compare(jsonl: Jsonl = False) -> None:
    """Compare pairs of attributed sentences.

    With --jsonl: {"id","a":{"text","party"?,"date"?},"b":{...}} a line in,
    {"id","same_event","relation","type","reasons"} a line out.
    """
    _only_jsonl(jsonl, "compare")


def resolve(jsonl: Jsonl = False) -> None:
    """Resolve mentions of speakers to parties.

    With --jsonl: {"id","text","start","end","date"?} a line in, {"id","party","side","kind"} a line out.
    """
    _only_jsonl(jsonl, "resolve")


def same(jsonl: Jsonl = False) -> None:
    """Tell whether two mentions of speakers are one party, and one side.

    With --jsonl: {"id","a":{"text","start","end","date"?},"b":{...}} a line in,
    {"id","same_party","same_side"} a line out.
    """
    _only_jsonl(jsonl, "same")


def _only_jsonl(jsonl: bool, name: str) -> None:
    if not jsonl:
        raise UsageError(f"{name} works on JSON Lines", f"claimtrack {name} --jsonl < in.jsonl > out.jsonl")
    _stream(name)


def _stream(name: str) -> None:
    """Answer standard input line by line, each answer out before the next line is read."""
    from claimtrack import exchange

    answer: exchange.Answer = getattr(exchange, name)
    stream(lambda lines: exchange.answers(lines, answer))

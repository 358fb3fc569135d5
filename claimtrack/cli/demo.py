"""claimtrack demo: the whole job on dispatches that ship with the program."""

from typing import Annotated

import typer

from claimtrack.cli.common import AsJson, needs_terminal, note, now, print_json, print_rich, program


def register(app: typer.Typer) -> None:
    """Put the command on the app."""
    app.command()(demo)


def demo(
    open_review: Annotated[bool, typer.Option("--review", help="Open the review desk at the end.")] = False,
    as_json: AsJson = False,
) -> None:
    """Do the whole job on dispatches that ship with the program.

    Works offline, in a throw-away database of its own.
    """
    if open_review:
        needs_terminal()
    import tempfile
    from pathlib import Path

    from claimtrack import pipeline
    from claimtrack.report.terminal import terminal
    from claimtrack.seeds import folder
    from claimtrack.store import Store

    database = Path(tempfile.mkdtemp(prefix="claimtrack-demo-")) / "demo.db"
    with Store(database, may_make=True) as store:
        with folder() as dispatches:
            done = pipeline.add(store, [str(dispatches)], now(), progress=lambda _: None)
        note(f"Read {len(done.added)} dispatches, {done.statements} statements, into a throw-away database.\n")
        report = pipeline.reported(pipeline.desk(store))
        if as_json:
            print_json(report.model_dump(mode="json"))
        else:
            print_rich(terminal(report))
        note(f"\nReview them:      {program()} review --db {database}")
        note(f"Print the report: {program()} report --format md --db {database}")
        if open_review:
            from claimtrack.tui.app import ReviewApp
            from claimtrack.tui.options import Options

            ReviewApp(lambda: store, "demo", now, Options()).run()

"""claimtrack config: which settings hold."""

import json

import typer

from claimtrack.cli.common import AsJson, Database, Reviewer, print_json
from claimtrack.display import safe


def register(app: typer.Typer) -> None:
    """Put the command on the app."""
    app.command()(config)


def config(db: Database = None, reviewer: Reviewer = None, as_json: AsJson = False) -> None:
    """Print every setting that holds, and where it comes from."""
    from claimtrack.cli.review import keys_of
    from claimtrack.config import config_file, origins, settings

    found = origins(db, reviewer)
    desk = settings(db, reviewer).desk
    if desk.keys:  # who has none needs none of the desk's code
        keys_of(desk)
    if as_json:
        print_json({"file": str(config_file()), "settings": [each._asdict() for each in found]})
        return
    for name, value, origin in found:
        shown = "the last used" if value is None else json.dumps(value, ensure_ascii=False)
        typer.echo(safe(f"{name} = {shown}   ({origin})"))
    typer.echo(safe(f"\nSettings file: {config_file()}{'' if config_file().exists() else ' (there is none)'}"))

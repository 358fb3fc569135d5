"""The dispatches that ship with the program."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path


@contextmanager
def folder() -> Iterator[Path]:
    """The folder of dispatches: inside the installed package, or beside it in a checkout."""
    installed = files("claimtrack") / "_seeds" / "dispatches"
    if installed.is_dir():
        with as_file(installed) as path:
            yield path
    else:
        yield Path(__file__).resolve().parent.parent / "seeds" / "dispatches"

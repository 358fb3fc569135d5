"""A reviewer's own editor, for words that need more than a line."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import NamedTuple


class Edited(NamedTuple):
    """What an editor left, and why it did not end well, if so."""

    words: str
    problem: str = ""
    """As the beginning of a sentence; the words then wait to be gone on with."""


def edited(
    words: str,
    environ: Mapping[str, str] = os.environ,
    giving_way: Callable[[], AbstractContextManager[object]] = nullcontext,
) -> Edited:
    """Words as they are when the editor is closed; a screen gives way to it meanwhile, and is always back after it."""
    command = environ.get("VISUAL") or environ.get("EDITOR")
    if not command:
        return Edited(words, "no editor is named in VISUAL or EDITOR")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "note.txt"
        file.write_text(words, encoding="utf-8")
        with giving_way():
            problem = _run(command, file, environ)
        left = _read(file)
    return Edited(words if problem and not left else left, problem)


def _run(command: str, file: Path, environ: Mapping[str, str]) -> str:
    """Run the editor on a file; what went wrong, raised nowhere, since a screen waits to be drawn again."""
    try:
        done = subprocess.run([*shlex.split(command), str(file)], check=False, env=dict(environ))  # noqa: S603 the reviewer's own
    except (OSError, ValueError) as error:
        return f"{command} could not be run: {getattr(error, 'strerror', None) or error}"
    return f"{command} ended with status {done.returncode}" if done.returncode else ""


def _read(file: Path) -> str:
    """What the editor left in the file; nothing if it did away with it."""
    return file.read_text(encoding="utf-8", errors="replace").strip() if file.exists() else ""

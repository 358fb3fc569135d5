"""A reviewer's own editor, for words that need more than a line."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

if TYPE_CHECKING:
    from textual.app import App


def edited(app: "App[None]", draft: str) -> str | None:
    """The words as the editor left them; None if there is no editor, or it failed."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "note.txt"
        path.write_text(draft, "utf-8")
        try:
            with app.suspend():
                done = subprocess.run([*shlex.split(command), str(path)], check=False)  # noqa: S603 the user's own choice
        except (OSError, ValueError, SuspendNotSupported):
            return None
        return path.read_text("utf-8", errors="replace") if done.returncode == 0 else None

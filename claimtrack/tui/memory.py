"""What the desk remembers between runs: the theme, and whether it moves on. Nothing that was decided is in here."""

import json
from pathlib import Path
from typing import Any, NamedTuple


class Remembered(NamedTuple):
    """Choices that a reviewer made with a key."""

    theme: str = ""
    auto_advance: bool | None = None


class Memory(NamedTuple):
    """A small file in the user's folder of states; without one nothing is remembered."""

    path: Path | None = None

    def read(self) -> Remembered:
        """What was remembered; nothing if the file is gone or spoilt."""
        if self.path is None:
            return Remembered()
        try:
            found = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            return Remembered()
        return _remembered(found) if isinstance(found, dict) else Remembered()

    def write(self, remembered: Remembered) -> None:
        """Remember; a folder that can't be written is no reason to stop a review."""
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(json.dumps(remembered._asdict()), "utf-8")
        except OSError:
            return


def _remembered(found: dict[str, Any]) -> Remembered:
    theme, moves_on = found.get("theme"), found.get("auto_advance")
    return Remembered(
        theme=theme if isinstance(theme, str) else "", auto_advance=moves_on if isinstance(moves_on, bool) else None
    )

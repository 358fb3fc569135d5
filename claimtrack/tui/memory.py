"""What the desk remembers between runs: the theme, whether it moves on, and words that were typed and not yet saved."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple


class Remembered(NamedTuple):
    """Choices that a reviewer made with a key, and drafts."""

    theme: str = ""
    auto_advance: bool | None = None
    drafts: Mapping[str, str] = {}
    """Words typed and not on disk as a decision, by what they are about."""


class Memory(NamedTuple):
    """A small file in the user's folder of states, for its owner only; without one nothing is remembered."""

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
        fresh = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh.touch(mode=0o600)
            fresh.write_text(json.dumps(remembered._asdict()), "utf-8")
            fresh.replace(self.path)  # whole or not at all
        except OSError:
            return


def _remembered(found: dict[str, Any]) -> Remembered:
    theme, moves_on, drafts = found.get("theme"), found.get("auto_advance"), found.get("drafts")
    return Remembered(
        theme=theme if isinstance(theme, str) else "",
        auto_advance=moves_on if isinstance(moves_on, bool) else None,
        drafts={str(key): str(words) for key, words in drafts.items()} if isinstance(drafts, dict) else {},
    )

"""What the desk remembers between runs: the theme, and whether it moves on. Nothing that was decided is in here."""

import json
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, ValidationError


class Remembered(BaseModel):
    """Choices that a reviewer made with a key."""

    model_config = ConfigDict(frozen=True, extra="ignore")

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
            return Remembered.model_validate_json(self.path.read_text("utf-8"))
        except (OSError, ValidationError, UnicodeDecodeError):
            return Remembered()

    def write(self, remembered: Remembered) -> None:
        """Remember; a folder that can't be written is no reason to stop a review."""
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_text(json.dumps(remembered.model_dump()), "utf-8")
        except OSError:
            return

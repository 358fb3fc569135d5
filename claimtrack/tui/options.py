"""How a reviewer wants the desk."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Options(NamedTuple):
    """Choices of the command line and the settings file."""

    theme: str = ""
    """Without one, the theme used last."""
    keys: Mapping[str, str] = {}
    """Keys of commands that are to have others than by default, by the command's id."""
    auto_advance: bool = True
    is_ascii: bool = False
    is_blind: bool = False
    memory: Path | None = None
    """The file in which the theme is kept between runs."""

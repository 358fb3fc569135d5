"""For terminals that know only ASCII: marks, lines and curly quotation marks as letters, other words as they are."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_LETTERS = {
    "!": "≠",
    ".": "·",
    "+": "✓┌┐└┘├┤┬┴┼╭╮╰╯",
    "x": "✗",
    "~": "…",
    '"': "“”",
    "'": "‘’",
    ">": "▸→▶",
    "<": "←",
    "[": "▌",
    "]": "▐",
    "^": "↑",
    "v": "↓▼",
    "#": "⚑█▄▀▂▃▅▆▇",
    "*": "■●",
    "%": "◐",
    "o": "○",
    "-": "─━–—▔",
    "|": "│┃▏▕▎▍▊▋▉",
    "_": "▁",
}
_TABLE = str.maketrans(
    {mark: letter for letter, marks in _LETTERS.items() for mark in marks} | {"🔎": "> "}
)  # as wide as it was


class Ascii(LineFilter):
    """Every mark of the desk's own as a letter of ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 as Textual calls it
        """The same line in letters."""
        return [Segment(text.translate(_TABLE), style, control) for text, style, control in segments]

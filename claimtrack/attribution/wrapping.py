"""Hard-wrapped text, seen as the paragraphs its writer meant."""

from itertools import groupby

_LEAST_LINES = 3
_NARROW, _WIDE = 35, 110
_ENDS = (".", "!", "?", "”", '"', "’")


def unwrap(text: str) -> str:
    """The text with line breaks inside wrapped paragraphs as spaces; same length, so offsets hold."""
    if text.count("\n") < _LEAST_LINES - 1:
        return text
    blocks = [list(lines) for _, lines in groupby(text.split("\n"), key=bool)]
    return "\n".join((" " if _is_wrapped(lines) else "\n").join(lines) for lines in blocks)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines of a block end where the width does, and not where sentences do."""
    if len(lines) < _LEAST_LINES:
        return False
    whole = [line.rstrip() for line in lines[:-1]]
    even = all(_NARROW <= len(line) <= _WIDE for line in whole)
    open_ended = sum(not line.endswith(_ENDS) for line in whole)
    return even and open_ended * 2 > len(whole)

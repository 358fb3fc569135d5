"""Hard-wrapped text, seen as the paragraphs its writer meant."""

import re

_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)+")
_LEAST_LINES = 3
_NARROW, _WIDE = 35, 110


def unwrap(text: str) -> str:
    """The text with line breaks inside wrapped paragraphs as spaces; same length, so offsets hold."""
    return _BLOCK.sub(
        lambda match: match.group().replace("\n", " ") if _is_wrapped(match.group()) else match.group(), text
    )


def _is_wrapped(block: str) -> bool:
    """Whether the lines of a block end where the width does, and not where sentences do."""
    lines = [line.rstrip() for line in block.split("\n")]
    if len(lines) < _LEAST_LINES:
        return False
    whole = lines[:-1]
    even = all(_NARROW <= len(line) <= _WIDE for line in whole)
    open_ended = sum(not line.endswith((".", "!", "?", "”", '"', "’")) for line in whole)
    return even and open_ended * 2 > len(whole)

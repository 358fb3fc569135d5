"""Attributions written out in a text by hand, and back: `{s1:She} {q1:said} {c1:it fell}`."""

from collections.abc import Iterable

from claimtrack.attribution.assemble import Attribution
from tests.told import unmarked


def attributions(marked: str) -> tuple[str, list[Attribution]]:
    """The text without its marks, and what was marked in it."""
    text, parts = unmarked(marked)
    return text, [Attribution(*(tuple(spans.get(role, ())) for role in "sqc")) for _, spans in sorted(parts.items())]


def spelled(text: str, made: Iterable[Attribution]) -> list[tuple[str, ...]]:
    """Source, cue and content of each in words, pieces joined with a bar."""
    return [tuple(" | ".join(span.of(text) for span in part) for part in one) for one in made]

"""Quotation marks: where quotations begin and end, whatever the house style.

Straight, curly, angular and low marks, the typewriter's two apostrophes, and single marks
(told from apostrophes) are paired line by line. A mark that is never closed quotes to the end
of its line; if the next paragraph opens with a mark again, that is the newspaper convention of
a quotation that runs on, and no fault.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from claimtrack.models import Record

_MARK = re.compile("[“”«»„\"‘’']|''|``")
_DOUBLE = re.compile("''|``|[“”«»„\"]|\n|[‘’']")
_OPENS = frozenset({"“", "«", "„", "``"})
_CLOSES = frozenset({"”", "»"})
_SINGLE = frozenset("‘’'")
_BEFORE_OPENING = frozenset(' \t\n([{-–—/:\u00a0"“«„')
_ELIDED = re.compile(r"(?:\d0s|em|tis|twas|cause|til|round|n)\b", re.IGNORECASE)
_STOP = frozenset(".,!?;:…")


class Quotation(Record):
    """One quotation, marks included: ``text[start:end]``."""

    start: int
    end: int
    opening: int
    """Length of the opening mark (2 for two apostrophes)."""
    closing: int
    """Length of the closing mark, 0 if there is none."""

    @property
    def is_closed(self) -> bool:
        """Whether a closing mark was found."""
        return self.closing > 0

    @property
    def inner(self) -> tuple[int, int]:
        """The range between the marks."""
        return self.start + self.opening, self.end - self.closing


def quotations(text: str) -> tuple[Quotation, ...]:
    """Pair the outermost quotation marks of a text, in order, never overlapping."""
    return tuple(_pair(text))


def touching(found: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """The quotations that share a character with `[start, end)`; `found` is in order."""
    first = bisect_right(found, start, key=lambda q: q.end)
    last = bisect_left(found, end, key=lambda q: q.start)
    return found[first:last]


def runs_on(text: str, quotation: Quotation) -> bool:
    """Whether an unclosed quotation is taken up again by the next paragraph's opening mark."""
    rest = text[quotation.end : quotation.end + 40].lstrip()
    return not quotation.is_closed and bool(rest) and bool(_MARK.match(rest))


def _pair(text: str) -> Iterator[Quotation]:
    start = length = -1
    position = 0
    while match := _DOUBLE.search(text, position):
        mark, at, position = match.group(), match.start(), match.end()
        is_open = start >= 0
        if mark == "\n" and is_open:
            yield Quotation(start=start, end=at, opening=length, closing=0)
            start = -1
        elif mark == "\n":
            continue
        elif mark in _SINGLE:
            if not is_open and (end := _single_end(text, at)):
                yield Quotation(start=at, end=end, opening=1, closing=1)
                position = end
        elif is_open and not _looks_opening(text, at, mark):
            yield Quotation(start=start, end=position, opening=length, closing=len(mark))
            start = -1
        elif is_open and mark not in _OPENS:
            yield Quotation(start=start, end=at, opening=length, closing=0)
            start, length = at, len(mark)
        elif not is_open and mark not in _CLOSES and not _is_stray(text, at, mark):
            start, length = at, len(mark)
    if start >= 0:
        yield Quotation(start=start, end=len(text), opening=length, closing=0)


def _looks_opening(text: str, at: int, mark: str) -> bool:
    """Whether a mark met inside a quotation can only be an opening one (so the last was lost)."""
    if mark in _CLOSES:
        return False
    if mark in _OPENS:
        return mark != "“" or not _german(text, at)
    before, after = text[at - 1], text[at + len(mark) : at + len(mark) + 1]
    return before in " \t([" and after.isalnum()


def _german(text: str, at: int) -> bool:
    """Whether a curly opening mark closes a low one, as German typesetting has it."""
    return text.rfind("„", max(0, at - 2000), at) > text.rfind("”", max(0, at - 2000), at)


def _is_stray(text: str, at: int, mark: str) -> bool:
    """A straight mark after a character and before none: inches, or the rest of a lost pair."""
    if mark not in {'"', "''"} or at == 0:
        return False
    after = text[at + len(mark) : at + len(mark) + 1]
    return not text[at - 1].isspace() and (not after or after.isspace())


def _single_end(text: str, at: int) -> int | None:
    """The end of a single-marked quotation that opens here, or None if this is an apostrophe."""
    after = text[at + 1 : at + 2]
    if text[at] == "’" or (at and text[at - 1] not in _BEFORE_OPENING) or not after.isalnum():
        return None
    if _ELIDED.match(text, at + 1):
        return None
    fallback = None
    for match in re.compile("[‘’'\n\"“”]").finditer(text, at + 1, at + 2000):
        mark, here = match.group(), match.start()
        if mark in '\n"“”‘':
            break
        following = text[here + 1 : here + 2]
        if following.isalnum() or text[here - 1].isspace():
            if text[here - 1] in _BEFORE_OPENING and mark == "'":
                break
            continue
        if text[here - 1] in _STOP or not following or following in _STOP:
            return here + 1
        fallback = fallback or here + 1
    return fallback


def flatten(text: str, found: tuple[Quotation, ...]) -> str:
    """The text with every paired mark as a straight one; same length, so offsets still hold."""
    letters = list(text)
    for quotation in found:
        inner_start, inner_end = quotation.inner
        for start, end in ((quotation.start, inner_start), (inner_end, quotation.end)):
            if start < end:
                letters[start:end] = '"' + " " * (end - start - 1)
    return "".join(letters)

"""A text as the tagger sees it: word pieces with their offsets, case and place.

The encoder's vocabulary is uncased, so the case of the word is kept beside the piece; so is
whether the piece stands inside quotation marks and whether it begins a line.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.marks import Quotation, flatten
from claimtrack.language.wordpieces import tokenizer

Ints = NDArray[np.int64]

CLS, SEP, MASK, PAD = 101, 102, 103, 0
LAST_SPECIAL = 999
"""Pieces up to here are no words: unused places, marks and signs."""
_STOPS = (1012, 1029, 999)
"""Full stop, question mark, exclamation mark."""
_LONGEST_HEADING = 40
"""Pieces."""
CASES = ("none", "lower", "capitalised", "upper", "mixed")
QUOTED, LINE_START = 1, 2
"""Bits of `Pieces.place`."""


class Pieces(NamedTuple):
    """Word pieces of one text; five arrays of equal length."""

    ids: Ints
    starts: Ints
    """Offset of the first character, in code points of the text."""
    ends: Ints
    case: Ints
    """Index into `CASES`, of the whole word that the piece belongs to."""
    place: Ints
    """`QUOTED` and `LINE_START`, added."""

    def cut(self, window: slice) -> "Pieces":
        """The pieces of one window."""
        return Pieces(*(column[window] for column in self))


def pieces(text: str, found: tuple[Quotation, ...]) -> Pieces:
    """Cut a text into word pieces; `found` are its quotations."""
    encoding = tokenizer().encode(flatten(text, found), add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    return Pieces(
        ids=np.array(encoding.ids, dtype=np.int64),
        starts=starts,
        ends=ends,
        case=_cases(text, encoding.word_ids, starts, ends),
        place=_quoted(len(text), found)[starts] * QUOTED + _line_starts(text, starts) * LINE_START,
    )


def _cases(text: str, words: list[int | None], starts: Ints, ends: Ints) -> Ints:
    """The case of the word that each piece belongs to."""
    word = np.array([-1 if w is None else w for w in words], dtype=np.int64)
    if not len(word):
        return word
    first = np.flatnonzero(np.r_[True, word[1:] != word[:-1]])
    last = np.r_[first[1:], len(word)] - 1
    case = [_case(text[starts[a] : ends[b]]) for a, b in zip(first, last, strict=True)]
    return np.repeat(np.array(case, dtype=np.int64), np.diff(np.r_[first, len(word)]))


def _case(word: str) -> int:
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if word.istitle():
        return 2
    return 4 if word.isalpha() else 0


def _quoted(length: int, found: tuple[Quotation, ...]) -> Ints:
    mask = np.zeros(length + 1, dtype=np.int64)
    for quotation in found:
        mask[quotation.start : quotation.end] = 1
    return mask


def _line_starts(text: str, starts: Ints) -> Ints:
    """1 where a piece is the first of its line."""
    breaks = np.flatnonzero(np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32) == ord("\n"))
    line = np.searchsorted(breaks, starts)
    starts_line: Ints = (np.r_[-1, line[:-1]] != line).astype(np.int64)
    return starts_line


def windows(whole: Pieces, aim: int, most: int) -> Iterator[slice]:
    """Cut into windows of about `aim` pieces, and never more than `most`, that hold whole paragraphs.

    A window ends at the last line break in its second half up to `aim`, else at the next line break
    up to `most`. A paragraph longer than that is cut where a sentence ends, or else where it is full.
    """
    lines = np.flatnonzero(whole.place & LINE_START)
    stops = np.flatnonzero(np.isin(whole.ids, _STOPS)) + 1
    begin, total = 0, len(whole.ids)
    while begin < total:
        half, near, far = begin + aim // 2, begin + aim, begin + most
        if total <= near:
            end = total
        elif (at := _last_in(lines, half, near)) or (at := _first_in(lines, near, far)):
            end = at
        else:
            end = total if total <= far else _last_in(stops, begin + most // 2, far) or far
        yield slice(begin, end)
        begin = end


def heading_end(whole: Pieces) -> int:
    """The number of pieces in the first line, if it is short and ends like a heading, in a word; else 0."""
    lines = np.flatnonzero(whole.place & LINE_START)
    end = int(lines[1]) if len(lines) > 1 else 0
    return end if 0 < end <= _LONGEST_HEADING and whole.case[end - 1] else 0


def _last_in(places: Ints, low: int, high: int) -> int | None:
    """The last of some ascending places in `[low, high]`."""
    at = int(np.searchsorted(places, high, side="right")) - 1
    return int(places[at]) if at >= 0 and places[at] >= low else None


def _first_in(places: Ints, low: int, high: int) -> int | None:
    """The first of some ascending places in `[low, high]`."""
    at = int(np.searchsorted(places, low))
    return int(places[at]) if at < len(places) and places[at] <= high else None

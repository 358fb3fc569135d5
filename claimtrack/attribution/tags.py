"""Labels of word pieces, and the spans they spell (BIO, Ramshaw & Marcus 1995)."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{edge}-{role}" for role in ROLES for edge in "BI"))
Scores = NDArray[np.float32]
_BEGINS = np.array([label.startswith("B-") for label in LABELS])
_INSIDE = np.array([label.startswith("I-") for label in LABELS])
_SHUT = -1e4
"""Score of a step that is not allowed."""


class TagSpan(NamedTuple):
    """A run of pieces `[first, last)` with one role."""

    role: str
    first: int
    last: int


def allowed() -> NDArray[np.bool_]:
    """Which label may follow which: an I- only its own B- or I-. Shape (from, to)."""
    table = np.ones((len(LABELS), len(LABELS)), dtype=np.bool_)
    for after, label in enumerate(LABELS):
        if label.startswith("I-"):
            for before, other in enumerate(LABELS):
                table[before, after] = other[1:] == label[1:]
    return table


def viterbi(windows: Sequence[Scores], transitions: Scores) -> list[NDArray[np.int64]]:
    """The best permitted sequence of labels of each window; each has scores of shape (pieces, labels).

    `transitions` are the CRF's, of shape (from, to). The windows are decoded side by side, which is
    what makes it quick: a short one waits, once it has ended, for the longest.
    """
    lengths = np.array([len(window) for window in windows], dtype=np.int64)
    longest = int(lengths.max(initial=0))
    if not longest:
        return [np.zeros(0, dtype=np.int64) for _ in windows]
    table = np.where(allowed(), transitions, _SHUT).astype(np.float32)
    scores = np.zeros((longest, len(windows), len(LABELS)), dtype=np.float32)
    for row, window in enumerate(windows):
        scores[: len(window), row] = window
    best = scores[0] + np.where(_INSIDE, np.float32(_SHUT), np.float32(0))
    back = np.broadcast_to(np.arange(len(LABELS)), scores.shape).copy()
    for i in range(1, longest):
        paths = best[:, :, None] + table
        live = lengths > i
        back[i, live] = paths.argmax(1)[live]
        best = np.where(live[:, None], paths.max(1) + scores[i], best)
    whole = np.zeros((longest, len(windows)), dtype=np.int64)
    whole[-1] = best.argmax(1)
    rows = np.arange(len(windows))
    for i in range(longest - 1, 0, -1):
        whole[i - 1] = back[i, rows, whole[i]]
    return [whole[:length, row] for row, length in enumerate(lengths)]


def spans(path: NDArray[np.int64]) -> list[TagSpan]:
    """The runs of one role in a sequence of labels, in order."""
    begins = np.flatnonzero(_BEGINS[path])
    edges = np.r_[np.flatnonzero(~_INSIDE[path]), len(path)]
    ends = edges[np.searchsorted(edges, begins, side="right")]
    return [TagSpan(LABELS[path[first]][2:], int(first), int(last)) for first, last in zip(begins, ends, strict=True)]


def labels_of(found: list[TagSpan], length: int) -> NDArray[np.int64]:
    """The inverse of `spans`; where spans overlap, the earlier in the list wins."""
    path = np.zeros(length, dtype=np.int64)
    for role, first, last in reversed(found):
        path[first:last] = LABELS.index(f"I-{role}")
        path[first] = LABELS.index(f"B-{role}")
    return path

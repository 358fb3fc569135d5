"""Labels of word pieces, and the spans they spell (BIO, Ramshaw & Marcus 1995)."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{edge}-{role}" for role in ROLES for edge in "BI"))
Scores = NDArray[np.float32]


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


def viterbi(scores: Scores, transitions: Scores) -> NDArray[np.int64]:
    """The best permitted sequence of labels for scores of shape (pieces, labels).

    `transitions` are the CRF's, of shape (from, to).
    """
    table = np.where(allowed(), transitions, -1e4).astype(np.float32)
    length = len(scores)
    if not length:
        return np.zeros(0, dtype=np.int64)
    best = scores[0].copy()
    best[[i for i, label in enumerate(LABELS) if label.startswith("I-")]] -= 1e4
    back = np.zeros((length, len(LABELS)), dtype=np.int64)
    for i in range(1, length):
        paths = best[:, None] + table
        back[i] = paths.argmax(0)
        best = paths.max(0) + scores[i]
    path = np.zeros(length, dtype=np.int64)
    path[-1] = best.argmax()
    for i in range(length - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def spans(path: NDArray[np.int64]) -> list[TagSpan]:
    """The runs of one role in a sequence of labels, in order."""
    found: list[TagSpan] = []
    for i, label in enumerate(LABELS[int(tag)] for tag in path):
        if label.startswith("B-"):
            found.append(TagSpan(label[2:], i, i + 1))
        elif label.startswith("I-"):
            found[-1] = found[-1]._replace(last=i + 1)
    return found


def labels_of(found: list[TagSpan], length: int) -> NDArray[np.int64]:
    """The inverse of `spans`; where spans overlap, the earlier in the list wins."""
    path = np.zeros(length, dtype=np.int64)
    for role, first, last in reversed(found):
        path[first:last] = LABELS.index(f"I-{role}")
        path[first] = LABELS.index(f"B-{role}")
    return path

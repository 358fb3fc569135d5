"""Which content goes with which cue, and which source with which cue.

Two learned choices. Every content (or piece of one) takes the cue that fits best, or none;
every cue takes the source that fits best, or none. A pair's score is the product of two mean
vectors plus a bias for their distance; the vectors come from the tagger's second output.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.tags import Scores, TagSpan

LINK_WIDTH = 64
_STEPS = (1, 2, 3, 5, 8, 12, 20, 35, 60, 100)
BUCKETS = 2 * (len(_STEPS) + 1)
CONTENT_CUE, CUE_SOURCE = 0, 1
"""The two choices; each has its own vectors: child at 2k, parent at 2k + 1."""


class LinkBias(NamedTuple):
    """What was learned besides the vectors: per choice, a bias per distance and one for none."""

    distance: Scores
    """Shape (2, BUCKETS)."""
    nothing: Scores
    """Shape (2,)."""


def buckets(children: Sequence[TagSpan], parents: Sequence[TagSpan]) -> NDArray[np.int64]:
    """The distance classes of spans: signed, coarse, counted in pieces between them. Shape (children, parents)."""
    child, parent = _edges(children)[:, None], _edges(parents)[None]
    after, before = parent[..., 0] - child[..., 1], child[..., 0] - parent[..., 1]
    behind = np.searchsorted(_STEPS, after, side="right") + len(_STEPS) + 1
    return np.where(after >= 0, behind, np.searchsorted(_STEPS, np.maximum(0, before), side="right"))


def _edges(found: Sequence[TagSpan]) -> NDArray[np.int64]:
    """First and last of each span, shape (spans, 2)."""
    return np.array([(span.first, span.last) for span in found], dtype=np.int64).reshape(-1, 2)


def choose(
    choice: int, children: list[TagSpan], parents: list[TagSpan], vectors: Scores, bias: LinkBias
) -> list[int | None]:
    """For every child the index of its parent, or None. `vectors`: (pieces, 4 * LINK_WIDTH)."""
    if not parents:
        return [None] * len(children)
    down = _means(vectors, children, 2 * choice)
    up = _means(vectors, parents, 2 * choice + 1)
    scores = down @ up.T / LINK_WIDTH**0.5 + bias.distance[choice][buckets(children, parents)]
    best = scores.argmax(1)
    return [int(index) if row[index] > bias.nothing[choice] else None for row, index in zip(scores, best, strict=True)]


def _means(vectors: Scores, found: list[TagSpan], part: int) -> NDArray[np.float32]:
    """The mean vector of each span, shape (spans, LINK_WIDTH)."""
    columns = vectors[:, part * LINK_WIDTH : (part + 1) * LINK_WIDTH]
    edges = _edges(found)
    sums = np.concatenate([np.zeros((1, LINK_WIDTH)), columns.cumsum(0, dtype=np.float64)])
    means: NDArray[np.float32] = ((sums[edges[:, 1]] - sums[edges[:, 0]]) / np.diff(edges)).astype(np.float32)
    return means

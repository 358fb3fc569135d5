"""Which content goes with which cue, and which source with which cue.

Two learned choices. Every content (or piece of one) takes the cue that fits best, or none;
every cue takes the source that fits best, or none. A pair's score is the product of two mean
vectors plus a bias for their distance; the vectors come from the tagger's second output.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.tags import Scores, TagSpan

LINK_WIDTH = 64
_EDGES = (1, 2, 3, 5, 8, 12, 20, 35, 60, 100)
BUCKETS = 2 * (len(_EDGES) + 1)
CONTENT_CUE, CUE_SOURCE = 0, 1
"""The two choices; each has its own vectors: child at 2k, parent at 2k + 1."""


class LinkBias(NamedTuple):
    """What was learned besides the vectors: per choice, a bias per distance and one for none."""

    distance: Scores
    """Shape (2, BUCKETS)."""
    nothing: Scores
    """Shape (2,)."""


def bucket(child: TagSpan, parent: TagSpan) -> int:
    """The distance class of two spans: signed, coarse, counted in pieces between them."""
    if parent.first >= child.last:
        return int(np.searchsorted(_EDGES, parent.first - child.last, side="right")) + len(_EDGES) + 1
    return int(np.searchsorted(_EDGES, max(0, child.first - parent.last), side="right"))


def choose(
    choice: int, children: list[TagSpan], parents: list[TagSpan], vectors: Scores, bias: LinkBias
) -> list[int | None]:
    """For every child the index of its parent, or None. `vectors`: (pieces, 4 * LINK_WIDTH)."""
    if not parents:
        return [None] * len(children)
    down = _means(vectors, children, 2 * choice)
    up = _means(vectors, parents, 2 * choice + 1)
    places = np.array([[bucket(child, parent) for parent in parents] for child in children], dtype=np.int64)
    scores = down @ up.T / LINK_WIDTH**0.5 + bias.distance[choice][places.reshape(len(children), len(parents))]
    best = scores.argmax(1)
    return [int(index) if row[index] > bias.nothing[choice] else None for row, index in zip(scores, best, strict=True)]


def _means(vectors: Scores, found: list[TagSpan], part: int) -> NDArray[np.float32]:
    """The mean vector of each span, shape (spans, LINK_WIDTH)."""
    columns = vectors[:, part * LINK_WIDTH : (part + 1) * LINK_WIDTH]
    means = [columns[span.first : span.last].mean(0) for span in found]
    return np.array(means, dtype=np.float32).reshape(len(found), LINK_WIDTH)

import numpy as np

from claimtrack.attribution.links import BUCKETS, CONTENT_CUE, LINK_WIDTH, LinkBias, buckets, choose
from claimtrack.attribution.tags import TagSpan

CONTENT = TagSpan("content", 0, 2)
NEAR, FAR = TagSpan("cue", 2, 3), TagSpan("cue", 30, 31)


def _bias(distance: float = 0.0, nothing: float = -1.0) -> LinkBias:
    table = np.zeros((2, BUCKETS), dtype=np.float32)
    table[CONTENT_CUE, buckets([CONTENT], [NEAR])[0, 0]] = distance
    return LinkBias(table, np.full(2, nothing, dtype=np.float32))


def _vectors() -> np.ndarray:
    return np.zeros((40, 4 * LINK_WIDTH), dtype=np.float32)


def test_the_vectors_decide() -> None:
    vectors = _vectors()
    vectors[0:2, 0] = 4.0
    vectors[30, LINK_WIDTH] = 4.0
    assert choose(CONTENT_CUE, [CONTENT], [NEAR, FAR], vectors, _bias()) == [1]


def test_distance_decides_where_the_vectors_do_not() -> None:
    assert choose(CONTENT_CUE, [CONTENT], [FAR, NEAR], _vectors(), _bias(distance=1.0)) == [1]


def test_nothing_fits_well_enough() -> None:
    assert choose(CONTENT_CUE, [CONTENT], [NEAR, FAR], _vectors(), _bias(nothing=1.0)) == [None]


def test_there_may_be_nothing_to_choose() -> None:
    assert choose(CONTENT_CUE, [CONTENT], [], _vectors(), _bias()) == [None]
    assert choose(CONTENT_CUE, [], [NEAR], _vectors(), _bias()) == []


def test_before_and_behind_are_told_apart_at_every_distance() -> None:
    cue = TagSpan("cue", 50, 51)
    before = set(buckets([TagSpan("content", 50 - gap - 1, 50 - gap) for gap in range(40)], [cue])[:, 0])
    behind = set(buckets([TagSpan("content", 51 + gap, 52 + gap) for gap in range(40)], [cue])[:, 0])
    assert not before & behind
    assert max(before | behind) < BUCKETS

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.attribution.tags import LABELS, ROLES, TagSpan, allowed, labels_of, spans, viterbi

FLAT = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)


@st.composite
def span_lists(draw: st.DrawFn) -> list[TagSpan]:
    cuts = sorted(draw(st.sets(st.integers(0, 40), max_size=12)))
    roles = draw(st.lists(st.sampled_from(ROLES), min_size=len(cuts), max_size=len(cuts)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [TagSpan(role, first, last) for role, (first, last) in zip(roles, pairs, strict=False)]


@given(span_lists())
def test_labels_spell_the_spans_they_were_made_of(found: list[TagSpan]) -> None:
    assert spans(labels_of(found, 41)) == found


windows = st.lists(st.lists(st.floats(-5, 5, width=32), min_size=7, max_size=7), max_size=20).map(
    lambda rows: np.array(rows, dtype=np.float32).reshape(len(rows), 7)
)


@given(windows)
def test_the_best_path_never_begins_inside_a_span(scores: np.ndarray) -> None:
    (path,) = viterbi([scores], FLAT)
    before = [0, *path[:-1]] if len(path) else []
    assert all(allowed()[a, b] for a, b in zip(before, path, strict=True))


@given(windows)
def test_no_permitted_path_scores_more(scores: np.ndarray) -> None:
    scores = scores[:3]
    (path,) = viterbi([scores], FLAT)
    steps = np.where(allowed(), 0, -1e4)
    others = (
        sum(row[label] for row, label in zip(scores, labels, strict=True))
        + sum(steps[a, b] for a, b in pairwise([0, *labels]))
        for labels in product(range(7), repeat=len(scores))
    )
    assert np.isclose(sum(row[label] for row, label in zip(scores, path, strict=True)), max(others), atol=1e-3)


@given(st.lists(windows, max_size=4))
def test_windows_side_by_side_are_read_as_each_alone(several: list[np.ndarray]) -> None:
    together = viterbi(several, FLAT)
    assert [list(path) for path in together] == [list(viterbi([window], FLAT)[0]) for window in several]


def test_transitions_decide_between_equal_scores() -> None:
    scores = np.zeros((2, 7), dtype=np.float32)
    scores[0, 1] = 5
    transitions = FLAT.copy()
    transitions[1, 2] = 1
    assert [list(path) for path in viterbi([scores], transitions)] == [[1, 2]]

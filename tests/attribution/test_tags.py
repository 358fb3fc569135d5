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


@given(st.lists(st.lists(st.floats(-5, 5), min_size=7, max_size=7), max_size=20))
def test_the_best_path_never_begins_inside_a_span(rows: list[list[float]]) -> None:
    path = viterbi(np.array(rows, dtype=np.float32).reshape(len(rows), 7), FLAT)
    before = [0, *path[:-1]] if len(path) else []
    assert all(allowed()[a, b] for a, b in zip(before, path, strict=True))


def test_transitions_decide_between_equal_scores() -> None:
    scores = np.zeros((2, 7), dtype=np.float32)
    scores[0, 1] = 5
    transitions = FLAT.copy()
    transitions[1, 2] = 1
    assert list(viterbi(scores, transitions)) == [1, 2]

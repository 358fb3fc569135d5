"""The encoder of meaning: nearness of texts, whatever they are."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.language.meaning import closeness, vector


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_a_direction(text: str) -> None:
    assert vector(text).shape == (384,)
    assert np.isclose(np.linalg.norm(vector(text)), 1.0, atol=1e-3)
    assert np.isclose(closeness(text, text), 1.0, atol=1e-3)


def test_what_means_the_same_is_nearer_than_what_does_not() -> None:
    same = closeness("The factory was shut because of the walkout.", "The strike closed the plant.")
    other = closeness("The factory was shut because of the walkout.", "Doctors found a virus in the sample.")
    assert same > 0.4 > other


def test_a_text_beyond_its_length_is_cut_and_surrogates_are_taken() -> None:
    assert np.array_equal(vector("word " * 2000), vector("word " * 3000))
    assert vector("\ud800 fell").shape == (384,)

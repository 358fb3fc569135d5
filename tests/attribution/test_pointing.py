import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.attribution.pointing import pointed, points_back
from claimtrack.models import Span
from tests.attribution.marked import attributions, spelled


def _pointed(marked: str) -> list[tuple[str, ...]]:
    text, made = attributions(marked)
    return spelled(text, pointed(text, made))


@pytest.mark.parametrize("words", ["which", "a claim", "something", "the same charge", "a grave allegation"])
def test_an_answer_that_points_back_answers_the_statement_before(words: str) -> None:
    marked = f"{{s1:Kyiv}} {{q1:said}} {{c1:that the dam had been mined}}, {{c2:{words}}} {{s2:Moscow}} {{q2:denied}}."
    assert _pointed(marked)[1] == ("Moscow", "denied", "that the dam had been mined")


def test_a_figure_disputed_by_somebody_is_not_disputed_by_who_gave_it() -> None:
    marked = "{s1:The firm} {q1:said} {c1:250 were aboard}, {c2:a figure} {q2:disputed} by survivors. It sank."
    text, (one, other) = attributions(marked)
    assert spelled(text, pointed(text, [one, other._replace(source=one.source)]))[1] == (
        "survivors",
        "disputed",
        "250 were aboard",
    )


def test_words_that_say_more_point_to_nothing() -> None:
    words = "a claim about the dam"
    assert not points_back(words, (Span(start=0, end=len(words)),))


def test_an_answer_to_the_outlets_own_words_has_their_clause() -> None:
    assert _pointed("The envoy left. Three boats crossed the line, {c1:which} {s1:Manila} {q1:disputes}.") == [
        ("Manila", "disputes", "Three boats crossed the line")
    ]


def test_an_answer_to_a_statement_of_another_sentence_stays_as_it_is() -> None:
    marked = "{s1:Kyiv} {q1:said} {c1:that the dam had been mined}. {c2:Claims} {s2:Moscow} {q2:denied}."
    assert _pointed(marked)[1] == ("Moscow", "denied", "Claims")


@given(st.text(alphabet="ab ,.\nwhich", max_size=60))
def test_whatever_stands_before_only_words_of_the_text_are_pointed_to(before: str) -> None:
    text, made = attributions(f"{before}{{c1:which}} {{s1:Rome}} {{q1:denied}}")
    for found in pointed(text, made):
        assert all(0 <= span.start < span.end <= len(text) for span in found.content)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.language.clauses import first_clause, is_negated
from claimtrack.language.rarity import rarity
from claimtrack.language.wordnet import are_opposed, nearness
from claimtrack.language.words import lemma, tokens


@pytest.mark.parametrize(
    ("word", "base"),
    [("struck", "strike"), ("sank", "sink"), ("denies", "deny"), ("planning", "plan"), ("children", "child"),
     ("maneuver", "manoeuvre"), ("crashed", "crash"), ("airspace", "airspace"), ("glass", "glass"),
     ("xqzzing", "xqzzing")],
)  # fmt: skip
def test_base_forms(word: str, base: str) -> None:
    assert lemma(word) == base


@given(st.text(max_size=80))
def test_words_know_where_they_stand(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end] == token.text


def test_words_near_in_meaning() -> None:
    assert nearness("hit", "strike") == 0.9
    assert nearness("violation", "violate") == 0.8
    assert nearness("ditch", "crash") == 0.6
    assert nearness("drone", "mayor") == 0.0
    assert nearness("jet", "jet") == 1.0


def test_opposites_are_opposed_both_ways() -> None:
    assert are_opposed("win", "lose")
    assert are_opposed("lose", "win")
    assert not are_opposed("win", "gain")


def test_rare_words_tell_more() -> None:
    assert rarity("say") < rarity("missile") < rarity("xqzz") == 1.0


@pytest.mark.parametrize(
    ("clause", "negated"),
    [("it was not warned", True), ("nobody fired", True), ("the no-fly zone", False), ("not only the jet", False),
     ("no fewer than ten died", False), ("he didn’t know", True)],
)  # fmt: skip
def test_negation(clause: str, negated: bool) -> None:
    assert is_negated(clause) == negated


def test_the_first_clause_ends_where_another_begins() -> None:
    assert first_clause("“that the jet came home because it was not hit”") == "the jet came home"

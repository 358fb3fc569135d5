import pytest

from claimtrack.attribution.headlines import with_headline
from claimtrack.models import Span
from tests.attribution.marked import attributions, spelled


def _found(text: str) -> list[tuple[str, ...]]:
    return spelled(text, with_headline(text, Span(start=0, end=len(text)), []))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("AMISOM: 57 fighters killed in raid", ("AMISOM", ":", "57 fighters killed in raid")),
        ("Pentagon: raids hit camps near Aden", ("Pentagon", ":", "raids hit camps near Aden")),
        ("Five killed in blast in Kabul: officials", ("officials", ":", "Five killed in blast in Kabul")),
        ("Army shells water plant - authorities", ("authorities", "-", "Army shells water plant")),
    ],
)
def test_a_headline_names_its_speaker_before_a_colon_or_behind_a_dash(text: str, found: tuple[str, ...]) -> None:
    assert _found(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Philippines: suspects killed by police",
        "Mosul battle: forces near the mosque",
        "Kim Jong-nam: suspect to be deported",
        "The long way home - a story of two brothers",
    ],
)
def test_states_events_and_people_are_topics(text: str) -> None:
    assert _found(text) == []


def test_a_headline_in_which_something_was_found_is_left_alone() -> None:
    text, made = attributions("{s1:Police}{q1::} {c1:five killed in blast}")
    assert with_headline(text, Span(start=0, end=len(text)), made) == made

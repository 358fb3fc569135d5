import pytest

from claimtrack.language.inflection import past, past_of, third_person


@pytest.mark.parametrize(
    ("base", "form"),
    [("strike", "struck"), ("jam", "jammed"), ("carry", "carried"), ("fire", "fired"), ("beat", "beat"),
     ("prove", "proved"), ("become", "became"), ("deploy", "deployed"), ("fix", "fixed"), ("visit", "visited")],
)  # fmt: skip
def test_pasts(base: str, form: str) -> None:
    assert past(base) == form


@pytest.mark.parametrize(
    ("participle", "form"), [("fallen", "fell"), ("come", "came"), ("struck", "struck"), ("put", "put")]
)
def test_pasts_of_participles(participle: str, form: str) -> None:
    assert past_of(participle) == form


@pytest.mark.parametrize(
    ("base", "form"), [("carry", "carries"), ("have", "has"), ("reach", "reaches"), ("hold", "holds")]
)
def test_third_persons(base: str, form: str) -> None:
    assert third_person(base) == form

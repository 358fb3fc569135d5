"""Institutions that only their own town knows."""

import pytest

from claimtrack.models import Span
from claimtrack.parties import context, resolve

TEXT = (
    "LISBON - A power failure at Santa Luzia hospital hurt nobody, the hospital said. The nurses' union doubts it. "
    "A union of porters called for a strike, and so did the union's chairwoman, Ines Prado. The director said no more. "
    "ICAO's council met.. Doctors at Mercy Hospital watched."
)

INSTITUTIONS = [
    ("the hospital", "Santa Luzia hospital"),
    ("The nurses' union", "Nurses' union"),
    ("A union of porters", "Union of porters"),
    ("ICAO's council", "International Civil Aviation Organization"),
    ("Doctors at Mercy Hospital", "Unnamed crowd"),
]


@pytest.mark.parametrize(("mention", "name"), INSTITUTIONS)
def test_an_institution_has_the_name_that_the_text_gives_it(mention: str, name: str) -> None:
    start = TEXT.index(mention)
    assert resolve(Span(start=start, end=start + len(mention)), context(TEXT, "LISBON")).name == name


def test_whoever_leads_one_institution_is_not_the_head_of_another() -> None:
    around = context(TEXT, "LISBON")
    for mention, name in (
        ("The nurses' union", "Nurses' union"),
        ("the union's chairwoman, Ines Prado", "Ines Prado"),
        ("The director", "Unnamed"),
    ):
        span = Span(start=TEXT.index(mention), end=TEXT.index(mention) + len(mention))
        party = resolve(span, around)
        around = around.heard(span, party)
        assert party.name == name

"""Institutions that only their own town knows."""

import pytest

from claimtrack.models import Span
from claimtrack.parties import context, resolve

TEXT = (
    "LISBON - A power failure at Santa Luzia hospital hurt nobody, the hospital said. The nurses' union doubts it. "
    "A union of porters called for a strike, and so did the union's chairwoman, Ines Prado. The director said no more. "
    "ICAO's council met.. Doctors at Mercy Hospital watched, their union said. An army officer spoke to the BBC. "
    "The hospital's director, Ana Roe, was there. The Anglican diocese in Porto was not. "
    "A report seen by the BBC said so."
)

INSTITUTIONS = [
    ("the hospital", "Santa Luzia hospital"),
    ("The nurses' union", "Nurses' union"),
    ("A union of porters", "Union of porters"),
    ("ICAO's council", "International Civil Aviation Organization"),
    ("Doctors at Mercy Hospital", "Unnamed crowd"),
    ("their union", "Nurses' union"),
    ("The hospital's director, Ana Roe,", "Ana Roe"),
    ("The Anglican diocese in Porto", "Anglican diocese in Porto"),
    ("A report seen by the BBC", "Unnamed"),
]


@pytest.mark.parametrize(("mention", "name"), INSTITUTIONS)
def test_an_institution_has_the_name_that_the_text_gives_it(mention: str, name: str) -> None:
    start = TEXT.index(mention)
    assert resolve(Span(start=start, end=start + len(mention)), context(TEXT, "LISBON")).name == name


def test_who_leads_an_institution_speaks_for_it_and_for_no_officer_before() -> None:
    mention = "The hospital's director, Ana Roe,"
    start = TEXT.index(mention)
    around = context(TEXT, "LISBON")
    officer = Span(start=TEXT.index("An army officer"), end=TEXT.index(" spoke to the BBC"))
    heard = around.heard(officer, resolve(officer, around))
    party = resolve(Span(start=start, end=start + len(mention)), heard)
    assert (party.name, party.side) == ("Ana Roe", "Santa Luzia hospital")


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

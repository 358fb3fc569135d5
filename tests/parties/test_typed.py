import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.models import UNNAMED, Party, PartyKind
from claimtrack.parties import party_named

HARBOUR = Party(name="Harbour Authority of Port Vell", kind=PartyKind.OFFICE, sides=("Port Vell",))


@pytest.mark.parametrize(
    ("typed", "name", "side"),
    [
        ("the Pentagon", "Department of Defense of the United States", "United States"),
        ("russian defence ministry", "Ministry of Defence of Russia", "Russia"),
        ("ukraine", "Government of Ukraine", "Ukraine"),
        ("harbour authority of  port vell", HARBOUR.name, "Port Vell"),
        ("unnamed", UNNAMED.name, "none"),
    ],
)
def test_a_name_is_a_party_however_it_is_written(typed: str, name: str, side: str) -> None:
    party = party_named(typed, [HARBOUR])
    assert (party.name, party.side) == (name, side)


@pytest.mark.parametrize(
    ("typed", "near"),
    [("Pentgon", "“Pentagon”"), ("Harbor Authority of Port Vel", HARBOUR.name), ("Russian", "“Russia”")],
)
def test_a_misspelt_name_is_never_guessed_but_told(typed: str, near: str) -> None:
    with pytest.raises(UsageError, match="nobody is known") as caught:
        party_named(typed, [HARBOUR])
    assert near in caught.value.hint


def test_a_name_of_nobody_can_be_a_new_party() -> None:
    found = party_named("Jane Roe", may_be_new=True)
    assert found == Party(name="Jane Roe", kind=PartyKind.PERSON, sides=("Jane Roe",))
    with pytest.raises(UsageError, match="needs a name"):
        party_named(" … ", may_be_new=True)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_name_can_be_a_party_and_no_name_is_told(typed: str) -> None:
    if any(map(str.isalnum, typed)):
        assert party_named(typed, may_be_new=True).name
    else:
        with pytest.raises(UsageError, match="needs a name"):
            party_named(typed, may_be_new=True)

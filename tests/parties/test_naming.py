"""Decisions about parties: pure, order-free, and gone without a trace when taken back."""

import datetime
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.models import Judgement, Party, PartyKind, Statement, Verdict
from claimtrack.parties import Naming, find, naming, roster
from claimtrack.review import judged, standing, undo

NOW = datetime.datetime(2026, 2, 6, tzinfo=datetime.UTC)
PARTIES = [
    Party(name="Red", kind=PartyKind.ORGANISATION, sides=("Red",)),
    Party(name="Blue", kind=PartyKind.ARMED_GROUP, sides=("Blue",)),
    Party(name="Blue Wing", kind=PartyKind.ARMED_GROUP, sides=("Blue",), via=("Blue",)),
    Party(name="Green", kind=PartyKind.MINISTRY, sides=("Chile",), via=("Red", "Government of Chile")),
    Party(name="Ana Roe", kind=PartyKind.PERSON, sides=("Blue",), via=("Blue Wing", "Blue")),
    Party(name="Red + Blue", kind=PartyKind.ORGANISATION, sides=("Red", "Blue")),
    Party(name="Unnamed (Blue)", kind=PartyKind.UNNAMED, sides=("Blue",)),
]
SINGLE = PARTIES[:5]
Pair = tuple[Party, Party]


def _merge(one: Party, other: Party, minute: int = 0) -> Judgement:
    at = NOW + datetime.timedelta(minutes=minute)
    return judged(one.name, Verdict.PARTY_MERGED, "ana", at, other=other.name, value=other.model_dump_json())


def _naming(judgements: Sequence[Judgement]) -> Naming:
    placed = sorted(standing(judgements).values(), key=lambda p: p.place)
    return naming(p.judgement for p in placed)


def _all(judgements: Sequence[Judgement]) -> list[Party]:
    decided = _naming(judgements)
    return [decided.applied(party) for party in PARTIES]


def _once_a_pair(pairs: Sequence[Pair]) -> list[Pair]:
    """Merging both ways is changing one's mind, so order counts there."""
    return list({frozenset((a.name, b.name)): (a, b) for a, b in pairs}.values())


PAIRS = st.lists(
    st.tuples(st.sampled_from(SINGLE), st.sampled_from(SINGLE)).filter(lambda pair: pair[0] != pair[1]), max_size=6
).map(_once_a_pair)


@settings(deadline=None)
@given(PAIRS, st.data())
def test_the_order_of_merges_changes_nothing(pairs: list[Pair], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(pairs))
    assert _all([_merge(a, b) for a, b in pairs]) == _all([_merge(a, b) for a, b in shuffled])


@settings(deadline=None)
@given(PAIRS)
def test_merging_twice_and_applying_twice_change_nothing_more(pairs: list[Pair]) -> None:
    once = [_merge(a, b) for a, b in pairs]
    again = [_merge(a, b, minute=1) for a, b in pairs]
    assert _all(once) == _all([*once, *again])
    decided = _naming(once)
    assert [decided.applied(party) for party in _all(once)] == _all(once)


@settings(deadline=None)
@given(PAIRS, st.sampled_from(SINGLE), st.sampled_from(SINGLE))
def test_a_merge_that_is_taken_back_leaves_no_trace(pairs: list[Pair], one: Party, other: Party) -> None:
    before = [_merge(a, b) for a, b in pairs]
    done = [*before, _merge(one, other, minute=1)]
    taken = undo(done, "ana", NOW + datetime.timedelta(minutes=2))
    assert _all([*done, *taken]) == _all(before)


@settings(deadline=None)
@given(PAIRS)
def test_no_party_stands_above_itself(pairs: list[Pair]) -> None:
    for party in _all([_merge(a, b) for a, b in pairs]):
        assert party.name not in party.via
        assert len(set(party.via)) == len(party.via)
    said = [Statement(capture_id="c", party=p) for p in _all([_merge(a, b) for a, b in pairs])]
    assert all(len(set(branch.path)) == len(branch.path) for branch in roster(said))


@settings(deadline=None)
@given(PAIRS)
def test_what_was_merged_is_one_party_everywhere(pairs: list[Pair]) -> None:
    decided = _naming([_merge(a, b) for a, b in pairs])
    for one, other in pairs:
        assert decided.applied(one).name == decided.applied(other).name


def test_a_merge_moves_sides_bodies_and_unnamed_officials() -> None:
    red, blue, wing, green, ana, both, unnamed = _all([_merge(PARTIES[1], PARTIES[0])])
    assert blue == red == PARTIES[0]
    assert (wing.sides, wing.via) == (("Red",), ("Red",))
    assert green == PARTIES[3]
    assert (ana.sides, ana.via) == (("Red",), ("Blue Wing", "Red"))
    assert (both.name, both.sides) == ("Red", ("Red",))
    assert (unnamed.name, unnamed.sides) == ("Unnamed (Red)", ("Red",))


def test_a_name_can_be_somebody_else_in_one_article() -> None:
    other = Party(name="Ana Roe (Lima)", kind=PartyKind.PERSON, sides=("Ana Roe (Lima)",))
    decided = _naming(
        [judged("Ana Roe", Verdict.PARTY_SPLIT, "ana", NOW, other="capture-1", value=other.model_dump_json())]
    )
    assert decided.applied(PARTIES[4], "capture-1") == other
    assert decided.applied(PARTIES[4], "capture-2") == PARTIES[4]


def test_a_decision_that_cannot_be_read_is_passed_over() -> None:
    assert _naming([judged("Red", Verdict.PARTY_MERGED, "ana", NOW, other="Blue", value="{")]).is_empty


def test_parties_are_found_by_any_of_their_names() -> None:
    assert find("the kremlin", []).name == "Presidency of Russia"
    assert find("Blue Wing", PARTIES) == PARTIES[2]
    assert find("BW", [], (("BW", PARTIES[2]),)) == PARTIES[2]

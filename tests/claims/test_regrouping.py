import datetime
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims.regrouping import regrouped
from claimtrack.models import Axis, Judgement, Verdict
from tests.conftest import NOW

GROUPS = (("a", "b", "c"), ("d", "e"), ("f",))


def merged(one: str, other: str, minute: int = 0) -> Judgement:
    return _judged(Verdict.EVENT_MERGED, one, other, minute)


def split(out: str, stays: str, minute: int = 0, group: str = "") -> Judgement:
    return _judged(Verdict.EVENT_SPLIT, out, stays, minute, group)


def _judged(verdict: Verdict, target: str, other: str, minute: int, group: str = "") -> Judgement:
    at = NOW + datetime.timedelta(minutes=minute)
    return Judgement(target=target, axis=Axis.EVENTS, verdict=verdict, reviewer="ana", at=at, other=other, group=group)


def _sorted(groups: Sequence[Sequence[str]]) -> list[str]:
    return sorted("".join(sorted(group)) for group in groups)


def test_two_events_become_one() -> None:
    assert _sorted(regrouped(GROUPS, [merged("d", "a")])) == ["abcde", "f"]


def test_what_is_split_off_together_stays_together() -> None:
    assert _sorted(regrouped(GROUPS, [split("b", "a", group="g"), split("c", "a", group="g")])) == [
        "a",
        "bc",
        "de",
        "f",
    ]


def test_several_events_are_merged_at_once() -> None:
    both = [merged("d", "a").model_copy(update={"group": "g"}), merged("f", "a").model_copy(update={"group": "g"})]
    assert _sorted(regrouped(GROUPS, both)) == ["abcdef"]


def test_decisions_apply_in_their_order() -> None:
    both = [merged("d", "a"), split("d", "a", 1)]
    assert _sorted(regrouped(GROUPS, both)) == ["abce", "d", "f"]
    assert _sorted(regrouped(GROUPS, both[::-1])) == ["abcde", "f"]


def test_a_split_of_what_the_program_no_longer_groups_does_nothing() -> None:
    assert _sorted(regrouped(GROUPS, [split("d", "a")])) == _sorted(GROUPS)


def test_a_decision_about_statements_that_are_not_there_does_nothing() -> None:
    assert _sorted(regrouped(GROUPS, [merged("x", "a"), split("b", "y")])) == _sorted(GROUPS)


_LETTERS = st.sampled_from("abcdef")
_DECISIONS = st.lists(st.tuples(st.sampled_from((merged, split)), _LETTERS, _LETTERS, st.sampled_from(("", "g", "h"))))


@given(_DECISIONS)
def test_every_statement_stays_in_exactly_one_event(
    drawn: list[tuple[object, str, str, str]],
) -> None:
    made = [
        _judged(Verdict.EVENT_MERGED if how is merged else Verdict.EVENT_SPLIT, one, other, minute, group)
        for minute, (how, one, other, group) in enumerate(drawn)
    ]
    groups = regrouped(GROUPS, made)
    assert sorted(statement for group in groups for statement in group) == list("abcdef")
    assert all(groups)


@given(_LETTERS, _LETTERS)
def test_merged_statements_are_in_one_event_and_split_ones_in_two(one: str, other: str) -> None:
    (home,) = (group for group in regrouped(GROUPS, [merged(one, other)]) if one in group)
    assert other in home
    if one != other:
        (home,) = (group for group in regrouped(GROUPS, [merged(one, other), split(one, other, 1)]) if one in group)
        assert other not in home

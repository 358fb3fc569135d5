import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.models import Axis
from claimtrack.review import AXES
from claimtrack.review.menu import MENU, command, menu


@pytest.mark.parametrize("number", range(1, len(MENU) + 1))
def test_every_command_is_meant_by_its_number_and_its_word(number: int) -> None:
    expected = MENU[number - 1]
    for typed in (str(number), expected.word, expected.word.upper(), expected.word.replace(" ", "_")):
        assert command(typed) == (expected, "")
        assert command(f" {typed}  the  rest ") == (expected, "the  rest")
    assert any(line == f"{number}. {expected.word}: {expected.help}" for line in menu())


def test_every_verdict_on_a_claim_or_statement_is_there() -> None:
    words = {each.word for each in MENU}
    assert {v.value.replace("_", " ") for v, axis in AXES.items() if axis in {Axis.SO, Axis.SAID}} <= words


def test_the_beginning_of_a_word_is_enough_if_it_means_one() -> None:
    assert command("inc it can't be told")[0].word == "inconclusive"
    assert command("inc it can't be told")[1] == "it can't be told"
    with pytest.raises(UsageError, match="it could be misattributed or misquoted"):
        command("mis")
    with pytest.raises(UsageError, match="did you mean verified"):
        command("verifed")


@given(st.text(max_size=20))
def test_any_line_is_a_command_or_a_mistake_that_is_told(typed: str) -> None:
    try:
        found, rest = command(typed)
    except UsageError as mistake:
        hint = mistake.hint
        assert hint == "Type help for the list."
    else:
        assert found in MENU
        assert rest in typed

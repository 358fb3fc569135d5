import pytest

from claimtrack.claims import utterances
from claimtrack.conflicts.questions import question
from claimtrack.conflicts.relate import relate
from tests.told import told


@pytest.mark.parametrize(
    ("denied", "asked"),
    [
        ("that its missiles hit a jet", "Is it so that “its missiles hit a jet”?"),
        ("the claim as a lie", "Is it so that “Syrian missiles had hit an Israeli jet”?"),
    ],
)
def test_a_denial_that_names_nothing_is_asked_by_what_it_answers(denied: str, asked: str) -> None:
    marked = (
        "{s1:Israel} {q1:said} {c1:that Syrian missiles had hit an Israeli jet}."
        f" {{s2:Damascus}} {{q2:dismissed}} {{c2:{denied}}}."
    )
    one, other = utterances(*told(marked))
    (found, *_) = relate(one, other)
    assert question(one, other, found) == asked

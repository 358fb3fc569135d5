import pytest

from claimtrack.claims import utterances
from claimtrack.conflicts.questions import question
from claimtrack.conflicts.relate import relate
from claimtrack.models import RelationKind
from claimtrack.pipeline import linked_from
from tests.told import told


@pytest.mark.parametrize(
    ("cue", "denied", "asked"),
    [
        ("dismissed", "that its missiles hit a jet", "Is it so that “its missiles hit a jet”?"),
        ("dismissed", "the claim as a lie", "Is it so that “Syrian missiles had hit an Israeli jet”?"),
        ("called", 'the allegation that its missiles hit a jet "absurd"', "Is it so that “its missiles hit a jet”?"),
    ],
)
def test_a_denial_that_names_nothing_is_asked_by_what_it_answers(cue: str, denied: str, asked: str) -> None:
    marked = (
        "{s1:Israel} {q1:said} {c1:that Syrian missiles had hit an Israeli jet}."
        f" {{s2:Damascus}} {{q2:{cue}}} {{c2:{denied}}}."
    )
    one, other = utterances(*told(marked))
    (found, *_) = relate(one, other)
    assert question(one, other, found) == asked


def test_a_long_claim_answers_two_questions_each_in_its_own_words() -> None:
    marked = (
        "{s1:Kyiv} {q1:said} {c1:Russian missiles struck the hospital, and 34 people were killed}. "
        "{s2:Moscow} {q2:denied} {c2:that its missiles had struck the hospital}. "
        "{s3:Minsk} {q3:denied} {c3:that anybody was killed}."
    )
    capture, statements = told(marked)
    found = [r for r in linked_from([capture], statements).relations if r.kind == RelationKind.CONTRADICTS]
    assert sorted({r.question for r in found}) == [
        "Is it so that “anybody was killed”?",
        "Is it so that “its missiles had struck the hospital”?",
    ]


@pytest.mark.parametrize(
    ("charge", "asked"),
    [
        ("Moscow of shelling the plant", "Is it so of “Moscow”: “shelling the plant”?"),
        ("the army of Sudan of having burned the crops", "Is it so of “the army of Sudan”: “having burned the crops”?"),
        ("that the army was waiting", "Is it so that “the army was waiting”?"),
    ],
)
def test_a_charge_is_asked_of_whom_it_is_made(charge: str, asked: str) -> None:
    marked = f"{{s1:Kyiv}} {{q1:accused}} {{c1:{charge}}}. {{s2:Moscow}} {{q2:denied}} {{c2:the accusation}}."
    one, other = utterances(*told(marked))
    (found, *_) = relate(one, other)
    assert question(one, other, found) == asked

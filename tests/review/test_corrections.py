import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import pipeline
from claimtrack.errors import UsageError
from claimtrack.models import (
    Axis,
    Claim,
    Event,
    Judgement,
    Linked,
    Party,
    PartyKind,
    Polarity,
    Reason,
    ReasonCode,
    Relation,
    RelationKind,
    Span,
    Stance,
    Statement,
    Verdict,
)
from claimtrack.review import content_ranges, corrected, correction, judged, undo, with_relations
from claimtrack.store import Store
from tests.conftest import NOW

TEXT = "Moscow denied that its jet hit the drone. The jet … the drone fell."
STATEMENT = Statement(capture_id="c", source=(Span(start=0, end=6),), content=(Span(start=14, end=40),))
PARTY = Party(name="Navy of Russia", kind=PartyKind.MILITARY, sides=("Russia",))


def _correction(axis: Axis, value: str, minute: int = 0) -> Judgement:
    at = NOW + datetime.timedelta(minutes=minute)
    return correction(STATEMENT, axis, value, "ana", at, length=len(TEXT))


def test_each_thing_is_put_right_and_the_id_stays() -> None:
    (fixed,) = corrected(
        [STATEMENT],
        [
            _correction(Axis.PARTY, PARTY.model_dump_json()),
            _correction(Axis.STANCE, "denies"),
            _correction(Axis.CONTENT, "19-26, 14-18"),
        ],
    )
    assert fixed == STATEMENT.model_copy(
        update={
            "corrects": STATEMENT.id,
            "party": PARTY,
            "stance": Stance.DENIES,
            "polarity": Polarity.FALSE,
            "content": (Span(start=14, end=18), Span(start=19, end=26)),
        }
    )
    assert fixed.id == STATEMENT.id


def test_the_newest_correction_stands_and_undo_brings_back_what_was() -> None:
    first, second = _correction(Axis.STANCE, "denies"), _correction(Axis.STANCE, "declines", 1)
    assert corrected([STATEMENT], [first, second])[0].stance == Stance.DECLINES
    history = [first, second, *undo([first, second], "ana", NOW)]
    assert corrected([STATEMENT], history)[0].stance == Stance.DENIES
    history += undo(history, "ana", NOW + datetime.timedelta(hours=1))
    assert corrected([STATEMENT], history) == (STATEMENT,)


@pytest.mark.parametrize(
    ("axis", "value", "says"),
    [
        (Axis.STANCE, "hates", "One of: asserts, denies"),
        (Axis.PARTY, "Russia", "party as JSON"),
        (Axis.CONTENT, "the jet", "12-40"),
        (Axis.CONTENT, "5-5", "12-40"),
        (Axis.CONTENT, "9-3", "12-40"),
        (Axis.CONTENT, "10-9999", "It has 67"),
        (Axis.CONTENT, "1-5 and so on", "12-40"),
        (Axis.CONTENT, "", "12-40"),
    ],
)
def test_what_can_not_be_read_is_refused(axis: Axis, value: str, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        _correction(axis, value)
    assert says in caught.value.hint


def test_ranges_that_overlap_are_one() -> None:
    fixed = corrected([STATEMENT], [_correction(Axis.CONTENT, "14-30, 20-40, 42-45")])[0]
    assert fixed.content == (Span(start=14, end=40), Span(start=42, end=45))


@pytest.mark.parametrize(
    ("typed", "near", "words"),
    [
        ("its  jet hit", 0, ["its jet hit"]),
        ("jet", 15, ["jet"]),
        ("its jet … the drone", 14, ["its jet", "the drone"]),
        ("14-26", 0, ["that its jet"]),
    ],
)
def test_content_is_named_by_its_words(typed: str, near: int, words: list[str]) -> None:
    value = content_ranges(typed, TEXT, near)
    assert [span.of(TEXT) for span in corrected([STATEMENT], [_correction(Axis.CONTENT, value)])[0].content] == words


def test_words_mean_the_nearest_place() -> None:
    first, second = TEXT.index("jet"), TEXT.rindex("jet")
    assert content_ranges("jet", TEXT, 0) == f"{first}-{first + 3}"
    assert content_ranges("jet", TEXT, len(TEXT)) == f"{second}-{second + 3}"
    with pytest.raises(UsageError, match="“plane” does not stand in the article"):
        content_ranges("its jet … plane", TEXT, 0)


@given(st.text(max_size=30), st.text(max_size=60), st.integers(0, 60))
def test_any_content_is_ranges_of_the_text_or_a_mistake(typed: str, text: str, near: int) -> None:
    statement = STATEMENT.model_copy(update={"content": ()})
    try:
        value = content_ranges(typed, text, near)
        made = correction(statement, Axis.CONTENT, value, "ana", NOW, length=len(text))
    except UsageError:
        return
    (fixed,) = corrected([statement], [made])
    assert fixed.content
    assert all(0 <= span.start < span.end <= len(text) for span in fixed.content)


# ---- relations by hand

STATEMENTS = tuple(Statement(capture_id="c", content=(Span(start=i, end=i + 5),)) for i in (10, 20, 30, 40))
IDS = tuple(s.id for s in STATEMENTS)
CLAIMS = tuple(Claim(statement_ids=ids, event_id="event-1") for ids in (IDS[:2], IDS[2:3]))
ELSEWHERE = Claim(statement_ids=IDS[3:], event_id="event-2")
FOUND = Relation(
    kind=RelationKind.CONTRADICTS,
    a=CLAIMS[0].id,
    b=CLAIMS[1].id,
    event_id="event-1",
    reasons=(Reason(code=ReasonCode.NEGATION, a=Span(start=0, end=1), b=Span(start=2, end=3)),),
)
BARE = Linked(events=(Event(name="E", statement_ids=IDS),), claims=(*CLAIMS, ELSEWHERE))


def _related(kind: str, a: str = IDS[1], b: str = IDS[2], minute: int = 0) -> Judgement:
    at = NOW + datetime.timedelta(minutes=minute)
    return judged(a, Verdict.RELATED, "ana", at, "Which?", other=b, value=kind)


def test_a_relation_by_hand_is_between_the_claims() -> None:
    linked = with_relations(BARE, STATEMENTS, [_related("updates")])
    assert linked.relations == (
        Relation(
            kind=RelationKind.UPDATES,
            a=CLAIMS[0].id,
            b=CLAIMS[1].id,
            event_id="event-1",
            reasons=(Reason(code=ReasonCode.REVIEWER, a=Span(start=10, end=15), b=Span(start=30, end=35)),),
            question="Which?",
        ),
    )


def test_the_newest_by_hand_goes_before_an_older_and_before_what_was_found() -> None:
    found = BARE.model_copy(update={"relations": (FOUND,)})
    history = [_related("updates"), _related("qualifies", IDS[2], IDS[0], 1)]
    kinds = [r.kind for r in with_relations(found, STATEMENTS, history).relations]
    assert kinds == [RelationKind.QUALIFIES]
    history += undo(history, "ana", NOW)
    assert [r.kind for r in with_relations(found, STATEMENTS, history).relations] == [RelationKind.UPDATES]
    assert with_relations(found, STATEMENTS, [_related("contradicts")]) == found
    assert with_relations(found, STATEMENTS, []) == found


@pytest.mark.parametrize(("a", "b"), [(IDS[0], IDS[1]), (IDS[0], IDS[3]), (IDS[0], "statement-gone")])
def test_no_relation_inside_a_claim_or_across_events(a: str, b: str) -> None:
    assert with_relations(BARE, STATEMENTS, [_related("updates", a, b)]) == BARE


def test_a_confirmation_makes_no_relation() -> None:
    confirmed = judged(IDS[0], Verdict.RELATED, "ana", NOW, other=IDS[2])
    assert with_relations(BARE, STATEMENTS, [confirmed]) == BARE


def test_a_correction_is_linked_anew_and_its_undo_too(desk_store: Store) -> None:
    before = desk_store.linked()
    denial = next(s for s in desk_store.statements() if s.stance == Stance.DENIES)
    pipeline.decide(desk_store, correction(denial, Axis.STANCE, "asserts", "ana", NOW))
    assert desk_store.linked() != before
    assert pipeline.desk(desk_store).statements[denial.id].stance == Stance.ASSERTS
    pipeline.undo(desk_store, "ana", NOW)
    assert desk_store.linked() == before

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.models import Axis, Claim, Judgement, Span, Statement, Verdict
from claimtrack.review import AXES, DESCRIBED, judged, redo, said, so, standing, undo
from claimtrack.review.corrections import CORRECTED
from claimtrack.review.standing import live

START = datetime.datetime(2026, 2, 6, tzinfo=datetime.UTC)


def _at(minute: int) -> datetime.datetime:
    return START + datetime.timedelta(minutes=minute)


def _judged(verdict: Verdict, minute: int, target: str = "statement-1", reviewer: str = "ana") -> Judgement:
    return judged(target, verdict, reviewer, _at(minute), why="w", evidence="a link")


CLAIM = Claim(statement_ids=("statement-1", "statement-2"), event_id="event-1")
STATEMENT = Statement(capture_id="c", content=(Span(start=0, end=3),))


def test_the_newest_decision_stands_whatever_the_clock_says() -> None:
    first, second = _judged(Verdict.DISPUTED, 9), _judged(Verdict.VERIFIED, 1)
    decision = so(standing([first, second]), CLAIM.statement_ids)
    assert decision == second


def test_the_two_questions_are_never_answered_by_one_decision() -> None:
    on_said = _judged(Verdict.CONFIRMED, 1, STATEMENT.id)
    stands = standing([on_said])
    assert said(stands, STATEMENT) == on_said
    assert so(stands, [STATEMENT.id]) is None
    assert set(AXES.values()) == set(Axis) - {*CORRECTED, *DESCRIBED}


@pytest.mark.parametrize("verdict", [Verdict.VERIFIED, Verdict.FALSE])
def test_some_verdicts_need_evidence(verdict: Verdict) -> None:
    with pytest.raises(UsageError, match="needs evidence"):
        judged("statement-1", verdict, "ana", START, evidence="  ")


def test_a_note_needs_words_and_unreviewed_is_no_decision() -> None:
    for verdict in (Verdict.NOTED, Verdict.UNREVIEWED):
        with pytest.raises(UsageError):
            judged("statement-1", verdict, "ana", START)


def test_undo_takes_back_one_decision_and_tells_what_stands_again() -> None:
    history = [_judged(Verdict.DISPUTED, 1), _judged(Verdict.VERIFIED, 2)]
    (taken,) = undo(history, "ana", _at(3))
    assert (taken.undoes, taken.verdict) == (history[1].id, Verdict.DISPUTED)
    assert so(standing([*history, taken]), CLAIM.statement_ids) == history[0]


def test_undo_leaves_the_decisions_of_others_alone() -> None:
    assert undo([_judged(Verdict.DISPUTED, 1, reviewer="ben")], "ana", START) == ()


def test_undo_and_redo_go_all_the_way_there_and_back() -> None:
    decisions = [_judged(v, i) for i, v in enumerate((Verdict.DISPUTED, Verdict.VERIFIED, Verdict.INCONCLUSIVE))]
    history = list(decisions)
    for minute in range(10, 13):
        (taken,) = undo(history, "ana", _at(minute))
        history.append(taken)
    assert undo(history, "ana", _at(13)) == ()
    assert live(history) == ()
    for minute in range(20, 23):
        (back,) = redo(history, "ana", _at(minute))
        history.append(back)
    assert live(history) == tuple(decisions)
    assert redo(history, "ana", _at(30)) == ()


def test_a_decision_after_an_undo_ends_the_redo() -> None:
    history = [_judged(Verdict.DISPUTED, 1)]
    history += undo(history, "ana", _at(2))
    history.append(_judged(Verdict.VERIFIED, 3))
    assert redo(history, "ana", _at(4)) == ()


def _bulk(minute: int, size: int) -> list[Judgement]:
    group = f"group-{minute}"
    return [judged(f"statement-{i}", Verdict.DISPUTED, "ana", _at(minute), group=group) for i in range(size)]


def test_what_one_key_stroke_decided_is_undone_and_redone_by_one() -> None:
    history = [_judged(Verdict.VERIFIED, 1), *_bulk(2, 3)]
    taken = undo(history, "ana", _at(3))
    assert [(t.undoes, t.verdict) for t in taken] == [
        (history[3].id, Verdict.UNREVIEWED),
        (history[2].id, Verdict.VERIFIED),
        (history[1].id, Verdict.UNREVIEWED),
    ]
    assert live([*history, *taken]) == (history[0],)
    back = redo([*history, *taken], "ana", _at(4))
    assert live([*history, *taken, *back]) == tuple(history)


def test_a_relation_is_one_whichever_claim_is_named_first() -> None:
    one = judged("statement-1", Verdict.RELATED, "ana", _at(1), other="statement-2", value="contradicts")
    turned = judged("statement-2", Verdict.UNRELATED, "ana", _at(2), other="statement-1")
    assert next(iter(standing([one, turned]).values())).judgement == turned
    assert len(standing([one, turned])) == 1


@given(st.lists(st.sampled_from(["verified", "disputed", "bulk", "undo", "redo"]), max_size=25))
def test_nothing_that_was_decided_is_ever_lost(actions: list[str]) -> None:
    history: list[Judgement] = []
    stack: list[list[str]] = []
    undone: list[list[str]] = []
    for minute, action in enumerate(actions):
        if action in {"undo", "redo"}:
            made = list((undo if action == "undo" else redo)(history, "ana", _at(minute)))
            here, there = (stack, undone) if action == "undo" else (undone, stack)
            assert (not made) == (not here)
            if made:
                there.append(here.pop())
        else:
            made = _bulk(minute, 2) if action == "bulk" else [_judged(Verdict(action), minute)]
            stack.append([j.id for j in made])
            undone = []
        history += made
    assert [j.id for j in live(history)] == [each for ids in stack for each in ids]

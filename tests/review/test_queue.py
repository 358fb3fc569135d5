from claimtrack import pipeline
from claimtrack.models import Verdict
from claimtrack.review import Queue, cards, judged, tally
from claimtrack.store import Store
from tests.conftest import NOW

CAUSE = (
    "What brought it about: “a pair of Russian jets dumped fuel on it, and then one of them struck its propeller in …” "
    "or “making a sharp turn”?"
)


def _queue(store: Store) -> Queue:
    return Queue(cards=cards(pipeline.reported(pipeline.desk(store))))


def test_the_queue_holds_every_disagreement(desk_store: Store) -> None:
    queue = _queue(desk_store)
    assert [card.meeting.question for card in queue.cards] == [
        "Is it so that “its warplanes hit the drone”?",
        CAUSE,
        "Where was it: “international airspace” or “violation of a no-fly zone”?",
    ]
    assert queue.card is not None
    assert [account.side for account in queue.card.meeting.accounts] == ["Russia", "United States"]


def test_moving_stops_at_the_ends_and_choosing_goes_round(desk_store: Store) -> None:
    queue = _queue(desk_store)
    assert queue.moved(-1) is queue
    assert queue.moved(99).at == 2
    count = len(queue.card.answers) if queue.card else 0
    assert count == 4
    assert queue.chose(-1).chosen == count - 1
    assert queue.chose(count).chosen == 0
    assert queue.chose(2).moved(1).chosen == 0


def test_a_search_needs_all_of_its_words(desk_store: Store) -> None:
    queue = _queue(desk_store)
    assert len(queue.filtered("kremlin PLACE").shown) == 1
    assert queue.filtered("no such words").card is None
    assert queue.filtered("no such words").answer is None
    assert len(queue.filtered("").shown) == 3


def test_after_a_decision_the_next_open_answer_is_chosen(desk_store: Store) -> None:
    queue = _queue(desk_store)
    answer = queue.answer
    assert answer is not None
    claim = next(c for c in desk_store.linked().claims if c.id == answer.line.claim_id)
    desk_store.judge(judged(claim.statement_ids[0], Verdict.DISPUTED, "ana", NOW))
    moved = queue.decided(_queue(desk_store).cards)
    assert (moved.at, moved.chosen) == (0, 1)
    assert tally(moved) == {Verdict.DISPUTED: 1, Verdict.UNREVIEWED: 5}
    assert moved.seen(claim.statement_ids[0]).chosen == 0


def test_an_empty_queue_is_calm() -> None:
    empty = Queue()
    assert (empty.card, empty.answer, empty.moved(1), empty.chose(1).chosen) == (None, None, empty, 0)
    assert empty.decided(()) == empty

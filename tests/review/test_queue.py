from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from claimtrack import pipeline
from claimtrack.models import Verdict
from claimtrack.review import Card, Listed, Queue, judged, next_answer, query
from claimtrack.store import Store
from tests.conftest import NOW

STEPS: dict[str, Callable[[Queue], Queue]] = {
    "next": lambda q: q.moved(1),
    "back": lambda q: q.moved(-1),
    "toggle": Queue.toggled,
    "range": Queue.ranged,
    "all": Queue.all_marked,
    "end": lambda q: q.gone_to(10**6),
    "fill": lambda q: q.filled(q.numbers[1:]),
}


def _queue(store: Store, listed: Listed = Listed.CONFLICTS) -> Queue:
    return Queue(listed=listed, numbers=store.found(listed, query("")))


def _card(store: Store, queue: Queue) -> Card:
    found = pipeline.card(store, store.rows([queue.number or 0])[queue.number or 0])
    assert found
    return found[0]


def test_moving_stops_at_the_ends_and_choosing_goes_round(desk_store: Store) -> None:
    queue = _queue(desk_store)
    card = _card(desk_store, queue)
    assert queue.moved(-1) is queue
    assert queue.moved(99).number == queue.numbers[-1]
    assert len(card.answers) == 4
    assert queue.chose(-1, card).chosen == 3
    assert queue.chose(4, card).chosen == 0
    assert queue.chose(2, card).moved(1).chosen == 0
    assert queue.chose(1, None) is queue


def test_filled_anew_it_stays_where_it_was() -> None:
    queue = Queue(numbers=(3, 5, 8, 9), at=2, chosen=1)
    assert queue.filled((5, 8), 8) == Queue(numbers=(5, 8), at=1, chosen=1)
    assert queue.filled((3, 5, 9), 8) == Queue(numbers=(3, 5, 9), at=2, chosen=0)
    assert queue.filled((3,), 8) == Queue(numbers=(3,), at=0, chosen=0)
    assert queue.filled((3, 9)) == Queue(numbers=(3, 9), at=1, chosen=0)
    assert queue.filled(()) == Queue(numbers=(), at=0, chosen=0)
    assert Queue().filled(range(1, 4)).number == 1


def test_marks_are_set_one_by_one_in_ranges_and_all_at_once() -> None:
    queue = Queue(numbers=range(10, 20))
    marked = queue.toggled().moved(3).ranged()
    assert marked.marked == {10, 11, 12, 13}
    assert marked.gone_to(0).toggled().marked == {11, 12, 13}
    assert queue.moved(5).toggled().moved(-2).ranged().marked == {13, 14, 15}
    everything = marked.all_marked()
    assert everything.marked == set(range(10, 20))
    assert everything.all_marked().marked == frozenset()


def test_after_a_decision_the_next_open_answer_is_chosen(desk_store: Store) -> None:
    queue = _queue(desk_store)
    first, second, *_ = _card(desk_store, queue).answers
    assert next_answer(_card(desk_store, queue), 0) == 1
    desk_store.judge(judged(second.line.statement_id, Verdict.DISPUTED, "ana", NOW))
    assert next_answer(_card(desk_store, queue), 0) == 2
    assert next_answer(_card(desk_store, queue), 3) is None
    assert first.line.claim_id != second.line.claim_id


def test_an_empty_queue_is_calm() -> None:
    empty = Queue()
    assert empty.number is None
    assert empty.moved(1) is empty
    assert empty.toggled() is empty
    assert empty.ranged().marked == empty.all_marked().marked == frozenset()


@given(
    st.lists(st.integers(0, 20), unique=True).map(sorted),
    st.lists(st.sampled_from(sorted(STEPS)), max_size=30),
)
def test_it_is_always_somewhere_and_marks_only_what_it_shows(numbers: list[int], steps: list[str]) -> None:
    queue = Queue(numbers=tuple(numbers))
    for step in steps:
        queue = STEPS[step](queue)
        assert (queue.number is None) == (not queue.numbers)
        assert queue.marked <= set(numbers)

"""Decisions on events, from the store and back."""

import pytest

from claimtrack import marking, pipeline
from claimtrack.errors import NothingFound, UsageError
from claimtrack.models import Judgement
from claimtrack.store import Store
from tests.claims.test_events import MARCH
from tests.conftest import NOW
from tests.told import told


@pytest.fixture
def two_events(desk_store: Store) -> Store:
    """A drone and a march."""
    capture, statements = told(MARCH)
    desk_store.add(capture, capture.text.encode(), statements)
    pipeline.link(desk_store)
    return desk_store


def _names(store: Store) -> list[str]:
    return [event.name.split(",")[0] for event in store.linked().events]


def test_a_merge_is_kept_by_a_rebuild_and_undone(two_events: Store) -> None:
    before = two_events.linked()
    assert _names(two_events) == ["Drone", "People"]
    marking.merge_events(two_events, "drone", "people", "ana", NOW, "one story")
    merged = two_events.linked()
    assert [len(event.statement_ids) for event in merged.events] == [8]
    assert pipeline.link(two_events) == merged
    pipeline.undo(two_events, "ana", NOW)
    assert two_events.linked() == before
    pipeline.redo(two_events, "ana", NOW)
    assert two_events.linked() == merged


def test_a_split_of_several_statements_is_one_decision(two_events: Store) -> None:
    before = two_events.linked()
    drone = before.events[0]
    out = drone.statement_ids[-2:]
    judgements: tuple[Judgement, ...] = marking.split_event(two_events, "drone", out, "ana", NOW)
    assert len(judgements) == 2
    homes = {event.statement_ids for event in two_events.linked().events}
    assert {out, drone.statement_ids[:-2]} <= homes
    pipeline.undo(two_events, "ana", NOW)
    assert two_events.linked() == before


def test_an_event_is_not_split_off_itself_nor_by_statements_of_another(two_events: Store) -> None:
    drone, march = two_events.linked().events
    with pytest.raises(UsageError, match="nothing would be left"):
        marking.split_event(two_events, drone.id, drone.statement_ids, "ana", NOW)
    with pytest.raises(UsageError, match="is no statement of"):
        marking.split_event(two_events, drone.id, march.statement_ids, "ana", NOW)
    with pytest.raises(UsageError, match="one event already"):
        marking.merge_events(two_events, "drone", drone.id, "ana", NOW)
    with pytest.raises(NothingFound, match="no event"):
        marking.merge_events(two_events, "drone", "volcano", "ana", NOW)
    assert two_events.judgements() == ()

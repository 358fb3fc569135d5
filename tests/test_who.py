"""Decisions about parties from command to report, and back."""

import datetime

import pytest

from claimtrack import pipeline, who
from claimtrack.errors import NothingFound, UsageError
from claimtrack.models import Capture, PartyKind
from claimtrack.store import Store
from tests.conftest import NOW
from tests.told import told

FEUD = """Title: Border quiet
Date: 2023-03-14
Outlet: Harbour Wire

{s1:The Blue Falcons} {q1:said} {c1:they had left the bridge at noon}. {s2:They} {q2:said} {c2:nobody was hurt}.

{s3:BF} {q3:denied} {c3:that its men had shelled the bridge}. {s4:Chile's army} {q4:said} {c4:the Falcons shelled the bridge}.
"""  # noqa: E501 paragraphs are lines


@pytest.fixture
def feud(store: Store) -> Store:
    capture, statements = told(FEUD)
    store.add(capture.model_copy(update={"name": "feud.txt"}), capture.text.encode(), statements)
    pipeline.link(store)
    return store


def _decision(minute: int = 0) -> who.Decision:
    return who.Decision("ana", NOW + datetime.timedelta(minutes=minute))


def _spoken(store: Store) -> list[tuple[str, str]]:
    return [(s.party.name, s.party.side) for s in pipeline.desk(store).statements.values()]


def test_an_added_party_is_found_in_what_was_stored_before(feud: Store) -> None:
    facts, linked = feud.statements(), feud.linked()
    who.add(feud, "Blue Falcons", PartyKind.ARMED_GROUP, "", ["BF"], _decision())
    assert [name for name, _ in _spoken(feud)] == ["Blue Falcons"] * 3 + ["Armed Forces of Chile"]
    assert feud.statements() == facts
    pipeline.undo(feud, "ana", NOW + datetime.timedelta(minutes=1))
    assert (feud.statements(), feud.linked()) == (facts, linked)
    pipeline.redo(feud, "ana", NOW + datetime.timedelta(minutes=2))
    assert [name for name, _ in _spoken(feud)][:3] == ["Blue Falcons"] * 3


def test_a_party_under_another_speaks_on_its_side(feud: Store) -> None:
    who.add(feud, "Blue Falcons", PartyKind.ARMED_GROUP, "Argentina", ["BF"], _decision())
    assert set(_spoken(feud)) == {("Blue Falcons", "Argentina"), ("Armed Forces of Chile", "Chile")}
    event = feud.linked().events[0]
    assert {s.party.side for s in pipeline.event_desk(feud, event.id).statements.values()} == {"Argentina", "Chile"}


def test_merge_and_split(feud: Store) -> None:
    before = _spoken(feud)
    who.merge(feud, "BF", "Blue Falcons", _decision())
    assert _spoken(feud)[2] == _spoken(feud)[0]
    with pytest.raises(UsageError, match="one party already"):
        who.merge(feud, "BF", "Blue Falcons", _decision(1))
    who.split(feud, "BF", "Blue Falcons", _decision(2))
    assert _spoken(feud) == before
    with pytest.raises(NothingFound, match="never merged"):
        who.split(feud, "BF", "", _decision(3))


def test_a_side_that_was_merged_is_not_silent(feud: Store) -> None:
    who.add(feud, "Blue Falcons", PartyKind.ARMED_GROUP, "", ["BF"], _decision())
    who.merge(feud, "Chile", "Blue Falcons", _decision(1))
    assert set(_spoken(feud)) >= {("Blue Falcons", "Blue Falcons")}
    assert all("Chile" not in event.silent for event in feud.linked().events)


def test_a_name_is_somebody_else_in_one_article(feud: Store) -> None:
    who.apart(feud, "BF", "feud.txt", "Bolivia", _decision())
    assert _spoken(feud)[2] == ("Government of Bolivia", "Bolivia")
    with pytest.raises(NothingFound, match="nobody called"):
        who.apart(feud, "Nobody", "feud.txt", "Bolivia", _decision(1))


def test_near_names_are_suggested(feud: Store) -> None:
    with pytest.raises(NothingFound) as told_so:
        who.merge(feud, "Blue Falcon", "Kremln", _decision())
    assert "Blue Falcons" in told_so.value.hint
    with pytest.raises(NothingFound) as told_so:
        who.alias(feud, "Kremln", "K", _decision())
    assert "Kremlin" in told_so.value.hint


def test_what_is_known_is_not_added(feud: Store) -> None:
    with pytest.raises(UsageError, match="is known"):
        who.add(feud, "the Pentagon", PartyKind.MINISTRY, "", (), _decision())


def test_the_tree_counts_everybody_once(feud: Store) -> None:
    branches = who.roster(feud)
    assert sum(branch.statements for branch in branches) == len(feud.statements())
    assert ("Chile", "Government of Chile", "Armed Forces of Chile") in [branch.path for branch in branches]


def test_nothing_is_read_anew_without_decisions() -> None:
    capture, statements = told(FEUD)
    assert isinstance(capture, Capture)
    assert pipeline.as_decided([capture], statements, ()) == statements


def test_the_history_says_whose_name_it_is_in_which_article(feud: Store) -> None:
    (made,) = who.apart(feud, "BF", "feud.txt", "Bolivia", _decision())
    (line,) = pipeline.history(feud, [made])
    digest = feud.captures()[0].digest[:8]
    assert line == f"2026-02-06 12:00 UTC  ana  party split · BF is Government of Bolivia in {digest} “Border quiet”"
    (line,) = pipeline.history(feud, pipeline.undo(feud, "ana", NOW))
    assert line.endswith(f"took back: party split · BF is Government of Bolivia in {digest} “Border quiet”")
    who.add(feud, "Blue Falcons", PartyKind.ARMED_GROUP, "", ["BF"], _decision(1))
    (made,) = who.split(feud, "BF", "", _decision(2))
    assert pipeline.history(feud, [made])[0].endswith("  ana  party split · Blue Falcons from BF")


def test_a_misspelt_surname_finds_who_speaks(feud: Store) -> None:
    who.add(feud, "Vadim Prokhorov", PartyKind.PERSON, "", (), _decision())
    with pytest.raises(NothingFound) as told_so:
        who.merge(feud, "Prokorov", "BF", _decision(1))
    assert told_so.value.hint == "Did you mean “Vadim Prokhorov”?"
    with pytest.raises(UsageError, match=r"“Vadim Prokhorov” is known: Vadim Prokhorov$"):
        who.add(feud, "Vadim Prokhorov", PartyKind.PERSON, "", (), _decision(2))

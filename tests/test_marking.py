import pytest

from claimtrack import marking, pipeline
from claimtrack.errors import NothingFound, UsageError
from claimtrack.models import Axis, RelationKind, Span, Stance, Statement, Verdict
from claimtrack.review import Listed, query
from claimtrack.store import Store
from tests.conftest import NOW


def _statement(store: Store, words: str) -> Statement:
    """The first statement whose content holds some words."""
    texts = {c.id: c.text for c in store.captures()}
    return next(s for s in store.statements() if words in " ".join(x.of(texts[s.capture_id]) for x in s.content))


def _kinds(store: Store, a: str, b: str) -> list[RelationKind]:
    claims = {s: c.id for c in store.linked().claims for s in c.statement_ids}
    return [r.kind for r in store.linked().relations if {r.a, r.b} == {claims[a], claims[b]}]


def test_a_relation_that_was_found_is_confirmed_and_rejected(desk_store: Store) -> None:
    before = desk_store.linked()
    found = before.relations[0]
    for kind, verdict in ((found.kind, Verdict.RELATED), (None, Verdict.UNRELATED)):
        made = marking.relate(desk_store, found.b, found.a, kind, "ana", NOW, "why")
        assert (made.axis, made.verdict, made.value, made.why) == (Axis.RELATION, verdict, "", "why")
    assert desk_store.linked() == before


def test_another_relation_goes_before_what_was_found_and_undo_brings_it_back(desk_store: Store) -> None:
    found = desk_store.linked().relations[0]
    before = desk_store.linked()
    made = marking.relate(desk_store, found.a, found.b, RelationKind.QUALIFIES, "ana", NOW)
    assert made.why.startswith("“")
    assert _kinds(desk_store, made.target, made.other) == [RelationKind.QUALIFIES]
    pipeline.undo(desk_store, "ana", NOW)
    assert desk_store.linked() == before


@pytest.mark.parametrize(("a", "b", "says"), [("struck", "struck", "one claim"), ("ffffffff", "struck", "no claim")])
def test_what_can_not_be_related_is_told(desk_store: Store, a: str, b: str, says: str) -> None:
    one, other = (each if each == "ffffffff" else _statement(desk_store, each).id for each in (a, b))
    with pytest.raises((UsageError, NothingFound), match=says):
        marking.relate(desk_store, one, other, None, "ana", NOW)
    assert desk_store.judgements() == ()


def test_several_things_are_put_right_at_once_and_undone_as_one(desk_store: Store) -> None:
    statement = _statement(desk_store, "hit the drone")
    put_right = {Axis.PARTY: "the Pentagon", Axis.STANCE: "asserts", Axis.CONTENT: "warplanes hit"}
    made = marking.correct(desk_store, statement.id, put_right, "ana", NOW, may_be_new=False)
    assert len({j.group for j in made} - {""}) == 1
    fixed = pipeline.desk(desk_store).statements[statement.id]
    text = desk_store.captures([statement.capture_id])[0].text
    start = text.index("warplanes hit")
    assert (fixed.party.side, fixed.stance, fixed.content) == (
        "United States",
        Stance.ASSERTS,
        (Span(start=start, end=start + 13),),
    )
    told = pipeline.history(desk_store, made)
    assert "corrected: party is Department of Defense of the United States (United States)" in told[0]
    assert "corrected: stance is asserts" in told[1]
    pipeline.undo(desk_store, "ana", NOW)
    assert pipeline.desk(desk_store).statements[statement.id] == statement


def test_nothing_is_put_right_if_one_thing_can_not_be(desk_store: Store) -> None:
    statement = _statement(desk_store, "hit the drone")
    for put_right in (
        {Axis.PARTY: "the Pentagon", Axis.STANCE: "hates"},
        {Axis.STANCE: "asserts", Axis.CONTENT: "no such words"},
        {Axis.STANCE: "asserts", Axis.PARTY: "Pentgon"},
    ):
        with pytest.raises(UsageError):
            marking.correct(desk_store, statement.id, put_right, "ana", NOW, may_be_new=False)
    assert desk_store.judgements() == ()
    made = marking.correct(desk_store, statement.id, {Axis.PARTY: "Jane Roe"}, "ana", NOW, may_be_new=True)
    assert [j.group for j in made] == [""]
    assert pipeline.desk(desk_store).statements[statement.id].party.name == "Jane Roe"


@pytest.mark.parametrize("kind", RelationKind)
def test_a_rejected_relation_of_any_kind_can_be_linked_anew_and_listed(desk_store: Store, kind: RelationKind) -> None:
    found = desk_store.linked().relations[0]
    marking.relate(desk_store, found.a, found.b, kind, "ana", NOW)
    marking.relate(desk_store, found.a, found.b, None, "ana", NOW)
    pipeline.link(desk_store)
    assert len(desk_store.found(Listed.CONFLICTS, query("has:rejected"))) <= 1


def test_history_tells_what_was_related_to_what(desk_store: Store) -> None:
    found = desk_store.linked().relations[0]
    made = marking.relate(desk_store, found.a, found.b, RelationKind.UPDATES, "ana", NOW, "Which?")
    (line,) = pipeline.history(desk_store, [made])
    assert line.startswith("2026-02-06 12:00 UTC  ana  related as updates · ")
    assert " · and " in line
    assert line.endswith("Which?")
    (undone,) = pipeline.history(desk_store, pipeline.undo(desk_store, "ana", NOW))
    assert "took back: related as updates · " in undone

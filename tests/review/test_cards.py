import pytest

from claimtrack import pipeline
from claimtrack.models import Axis, Judgement, RelationKind, RelationStatus, Verdict
from claimtrack.review import (
    Card,
    Listed,
    card,
    decision,
    linking,
    on_all,
    on_relation,
    others,
    parting,
    query,
    question_between,
    related_to,
    undo,
)
from claimtrack.review.entries import entries
from claimtrack.store import Store
from tests.conftest import NOW


def _cards(store: Store, listed: Listed = Listed.CONFLICTS, viewer: str = "") -> list[Card]:
    rows = store.rows(store.found(listed, query("")))
    found = [pipeline.card(store, row, viewer) for row in rows.values()]
    assert all(found)
    return [each[0] for each in found if each]


def test_every_entry_leads_to_its_card(desk_store: Store) -> None:
    report = pipeline.reported(pipeline.desk(desk_store))
    (event,) = report.events
    for entry in entries(report):
        found = card(event, entry.listed, entry.key)
        assert found is not None
        assert {a.line.claim_id for a in found.answers} == {m.claim_id for m in entry.members}
        assert (found.event, found.listed) == (entry.event, entry.listed)
    assert card(event, Listed.CONFLICTS, "no such key") is None
    assert card(event, Listed.CLAIMS, "no such key") is None


def test_a_refusal_without_content_has_a_card_at_its_words(desk_store: Store) -> None:
    (event,) = pipeline.reported(pipeline.desk(desk_store)).events
    ((side, (line, *lines)), *accounts) = event.accounts
    silent = line.model_copy(update={"spans": (), "quote": ""})
    found = card(
        event.model_copy(update={"accounts": ((side, (silent, *lines)), *accounts)}), Listed.CLAIMS, line.claim_id
    )
    assert found is not None
    assert found.answers[0].at == line.whole


def test_a_card_tells_what_surrounds_a_disagreement(desk_store: Store) -> None:
    first, *_ = _cards(desk_store)
    assert first.meeting.question == "Is it so that “its warplanes hit the drone”?"
    assert (first.days, first.counted) == ("2023-03-14 to 15", "2 articles, 2 origins")
    assert [account.side for account in first.meeting.accounts] == ["Russia", "United States"]


def test_a_verdict_goes_to_the_claim_and_what_was_said_to_the_statement(desk_store: Store) -> None:
    for each in _cards(desk_store):
        for answer in each.answers:
            so = decision(each, answer, Verdict.DISPUTED, "ana", NOW, "why")
            said = decision(each, answer, Verdict.CONFIRMED, "ana", NOW)
            assert so.target == each.claims[answer.line.claim_id][0].statement_id
            assert (said.target, said.axis) == (answer.line.statement_id, Axis.SAID)
            assert (so.reviewer, so.why, so.at) == ("ana", "why", NOW)


@pytest.mark.parametrize(
    ("verdict", "status"), [(Verdict.RELATED, RelationStatus.CONFIRMED), (Verdict.UNRELATED, RelationStatus.REJECTED)]
)
def test_a_relation_is_decided_for_all_its_pairs_and_undone_as_one(
    desk_store: Store, verdict: Verdict, status: RelationStatus
) -> None:
    first, *_ = _cards(desk_store)
    made = on_relation(first, verdict, "ana", NOW)
    assert len(made) == len(first.meeting.pairs) > 1
    pipeline.decide(desk_store, *made)
    assert _cards(desk_store)[0].meeting.status == status
    taken = undo(desk_store.judgements(), "ana", NOW)
    assert {t.undoes for t in taken} == {j.id for j in made}
    pipeline.decide(desk_store, *taken)
    assert _cards(desk_store)[0] == first


def test_a_blind_viewer_sees_own_decisions_only(desk_store: Store) -> None:
    first, *_ = _cards(desk_store)
    mine = decision(first, first.answers[0], Verdict.DISPUTED, "ana", NOW)
    others = [decision(first, a, Verdict.INCONCLUSIVE, "ben", NOW) for a in first.answers]
    pipeline.decide(desk_store, mine, *others, *on_relation(first, Verdict.UNRELATED, "ben", NOW))
    seen, *_ = _cards(desk_store, viewer="ana")
    assert [a.line.so for a in seen.answers] == [Verdict.DISPUTED, *[Verdict.UNREVIEWED] * 3]
    assert seen.meeting.status == RelationStatus.SUGGESTED


def test_one_verdict_about_many_is_one_group() -> None:
    made = on_all(["s1", "s2", "s1"], Verdict.VERIFIED, "ana", NOW, evidence="a link")
    assert [(j.target, j.evidence) for j in made] == [("s1", "a link"), ("s2", "a link")]
    assert len({j.group for j in made} - {""}) == 1
    assert on_all([], Verdict.DISPUTED, "ana", NOW) == ()


def test_linking_by_hand_names_the_kind_and_the_question() -> None:
    made = linking("s1", "s2", RelationKind.UPDATES, "ana", NOW, "How many?")
    expected = {"target": "s1", "other": "s2", "value": "updates", "why": "How many?", "reviewer": "ana", "at": NOW}
    assert made == Judgement(axis=Axis.RELATION, verdict=Verdict.RELATED, **expected)
    assert question_between("it  fell", "word " * 40) == f"“it fell” or “{' '.join(['word'] * 12)} …”?"


def test_a_claim_is_parted_from_those_it_meets_and_related_to_any_other(desk_store: Store) -> None:
    lines = tuple(pipeline.lines(pipeline.desk(desk_store)).values())
    found = _cards(desk_store)[0]
    pair = found.meeting.pairs[0]
    own, other = (found.claims[claim][0] for claim in pair)
    assert other in related_to(found, own.claim_id)
    assert own not in related_to(found, own.claim_id)
    assert {line.claim_id for line in others(lines, own.claim_id)} == {x.claim_id for x in lines} - {own.claim_id}
    made = parting(found, own.claim_id, other.statement_id, "ana", NOW)
    assert (made.target, made.other, made.verdict) == (own.statement_id, other.statement_id, Verdict.UNRELATED)

import pytest

from claimtrack import pipeline
from claimtrack.models import Judgement, Verdict
from claimtrack.review import Listed, State, entries, judged
from claimtrack.review.entries import NOTHING_DECIDED, Member, states
from claimtrack.review.query import Mark
from claimtrack.store import Store
from tests.conftest import NOW
from tests.told import told

A1, A2 = (Member(claim_id="claim-a", statement_id=f"statement-a{i}") for i in (1, 2))
B = Member(claim_id="claim-b", statement_id="statement-b")
MEMBERS = (A1, A2, B)
PAIRS = (("claim-a", "claim-b"),)
NONE = Verdict.UNREVIEWED


def _judged(verdict: Verdict, about: Member = A1, reviewer: str = "ana", other: str = "") -> Judgement:
    return judged(about.statement_id, verdict, reviewer, NOW, "why", "a link", other=other)


def _state(*judgements: Judgement, reviewer: str = "") -> State:
    return states(MEMBERS, PAIRS, judgements).get(reviewer, NOTHING_DECIDED)


def test_nothing_decided_is_no_state() -> None:
    assert states(MEMBERS, PAIRS, []) == {}
    assert states(MEMBERS, PAIRS, [_judged(Verdict.UNFLAGGED)]) == {}
    assert NOTHING_DECIDED.is_open


def test_a_verdict_is_that_of_the_claim_whichever_statement_it_names() -> None:
    expected = State(so=(NONE, Verdict.DISPUTED), marks=(Mark.EVIDENCE,))
    for member in (A1, A2):
        assert states(MEMBERS, PAIRS, [_judged(Verdict.DISPUTED, member)]) == {"": expected, "ana": expected}
    assert expected.is_open
    assert not _state(_judged(Verdict.DISPUTED), _judged(Verdict.VERIFIED, B)).is_open


def test_who_said_it_is_of_each_statement() -> None:
    assert _state(_judged(Verdict.MISQUOTED, A2)) == State(said=(NONE, Verdict.MISQUOTED))


@pytest.mark.parametrize(
    ("judgements", "marks"),
    [
        ([_judged(Verdict.NOTED, B)], (Mark.NOTE,)),
        ([_judged(Verdict.FLAGGED)], (Mark.FLAG,)),
        ([_judged(Verdict.FLAGGED), _judged(Verdict.UNFLAGGED)], ()),
        ([_judged(Verdict.FLAGGED, A1), _judged(Verdict.UNFLAGGED, B)], (Mark.FLAG,)),
        ([_judged(Verdict.RELATED, other=B.statement_id)], (Mark.CONFIRMED,)),
        ([_judged(Verdict.UNRELATED, B, other=A2.statement_id)], (Mark.REJECTED,)),
        ([_judged(Verdict.RELATED, other="statement-elsewhere")], ()),
        (
            [_judged(Verdict.RELATED, other=B.statement_id), _judged(Verdict.UNRELATED, B, other=A1.statement_id)],
            (Mark.REJECTED,),
        ),
    ],
)
def test_marks(judgements: list[Judgement], marks: tuple[Mark, ...]) -> None:
    assert _state(*judgements).marks == marks


def test_what_was_rejected_is_no_longer_open() -> None:
    assert not _state(_judged(Verdict.UNRELATED, other=B.statement_id)).is_open


def test_one_rejected_pair_of_two_rejects_nothing() -> None:
    pairs = (*PAIRS, ("claim-a", "claim-c"))
    members = (*MEMBERS, Member(claim_id="claim-c", statement_id="statement-c"))
    rejected = _judged(Verdict.UNRELATED, other=B.statement_id)
    both = [rejected, _judged(Verdict.UNRELATED, A2, other="statement-c")]
    assert Mark.REJECTED in states(members, PAIRS, [rejected])[""].marks
    assert states(members, pairs, [rejected]).get("", NOTHING_DECIDED).marks == ()
    assert states(members, pairs, both)[""].marks == (Mark.REJECTED,)


def test_reviewers_who_differ_are_told_apart() -> None:
    ana, ben = _judged(Verdict.DISPUTED), _judged(Verdict.VERIFIED, A2, "ben")
    found = states(MEMBERS, PAIRS, [ana, ben])
    assert found["ana"].so == (NONE, Verdict.DISPUTED)
    assert found["ben"].so == found[""].so == (NONE, Verdict.VERIFIED)
    assert [name for name, state in found.items() if Mark.DISSENT in state.marks] == [""]
    agreed = states(MEMBERS, PAIRS, [ana, _judged(Verdict.DISPUTED, A2, "ben")])
    assert Mark.DISSENT not in agreed[""].marks


def test_the_lists_hold_every_disagreement_and_claim(desk_store: Store) -> None:
    report = pipeline.reported(pipeline.desk(desk_store))
    found = entries(report)
    conflicts = [entry for entry in found if entry.listed == Listed.CONFLICTS]
    assert [entry.title for entry in conflicts] == [m.question for e in report.events for m in e.disagreements]
    assert [entry.key for entry in found[len(conflicts) :]] == [
        claim.id for claim in sorted(desk_store.linked().claims, key=lambda c: [e.key for e in found].index(c.id))
    ]
    assert len({entry.key for entry in found}) == len(found)
    first = conflicts[0]
    assert (first.side.split("\n"), first.pairs != ()) == (["Russia", "United States"], True)
    assert {claim for pair in first.pairs for claim in pair} == {member.claim_id for member in first.members}


def test_what_is_decided_goes_last(desk_store: Store) -> None:
    first = entries(pipeline.reported(pipeline.desk(desk_store)))[0]
    for at, member in enumerate(first.members):
        desk_store.judge(judged(member.statement_id, Verdict.DISPUTED, f"r{at}", NOW))
    again = [e for e in entries(pipeline.reported(pipeline.desk(desk_store))) if e.listed == Listed.CONFLICTS]
    assert again[-1].key == first.key


def test_who_has_no_side_goes_by_name(store: Store) -> None:
    capture, statements = told("Quiet day\n\n{s1:Someone} {q1:said} {c1:that the bridge was shelled}.")
    store.add(capture, capture.text.encode(), statements)
    pipeline.link(store)
    (entry,) = entries(pipeline.reported(pipeline.desk(store)))
    assert entry.detail == "Unnamed asserts · “Quiet day”, date unknown"
    (line,) = pipeline.history(store, [judged(statements[0].id, Verdict.DISPUTED, "ana", NOW)])
    assert line.endswith("Unnamed asserts “that the bridge was shelled”")

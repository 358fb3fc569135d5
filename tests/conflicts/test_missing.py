"""Answers that miss the question, in our own words."""

from claimtrack.claims import claims, events, utterances
from claimtrack.conflicts.link import relations
from claimtrack.models import Relation, RelationKind
from tests.told import told


def _related(*paragraphs: str) -> list[tuple[Relation, str, str]]:
    capture, statements = told("\n\n".join(paragraphs))
    found = list(utterances(capture, statements))
    grouped = claims(events(found), found)
    by_id = {claim.id: claim.statement_ids[0] for claim in grouped}
    of = {s.id: " ".join(span.of(capture.text) for span in s.content) for s in statements}
    return [(r, of[by_id[r.a]], of[by_id[r.b]]) for r in relations(grouped, found)]


def test_a_denial_of_something_else_misses_the_question() -> None:
    account = "{s1:Washington} {q1:said} {c1:a Russian jet struck the drone's propeller over the sea}."
    ((relation, a, b),) = _related(account + " {s2:Moscow} {q2:denied} {c2:that weapons had been used on the drone}.")
    assert relation.kind == RelationKind.DOES_NOT_ADDRESS
    assert (a, b) == (
        "a Russian jet struck the drone's propeller over the sea",
        "that weapons had been used on the drone",
    )


def test_a_denial_that_meets_an_account_misses_nothing() -> None:
    account = "{s1:Washington} {q1:said} {c1:a Russian jet struck the drone's propeller over the sea}."
    found = _related(account + " {s2:Moscow} {q2:denied} {c2:that its jet had struck the drone}.")
    assert [relation.kind for relation, _, _ in found] == [RelationKind.CONTRADICTS]


def test_a_denial_behind_an_account_of_others_answers_nobody() -> None:
    account = "{s1:Washington} {q1:said} {c1:a Chinese jet struck the drone's propeller over the sea}."
    assert _related(account + " {s2:Moscow} {q2:denied} {c2:that weapons had been used on the drone}.") == []

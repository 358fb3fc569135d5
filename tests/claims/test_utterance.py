from claimtrack.claims import utterances
from tests.told import told


def test_who_only_carries_a_statement_on_gives_no_account() -> None:
    capture, statements = told(
        "{c1:Moscow denied that its jet had hit the drone}, {s1:Reuters} {q1:reported}.\n\n"
        "{s2:Reuters} {q2:said} {c2:that the drone was found}."
    )
    inner, said = told(
        "{s1:Moscow} {q1:denied} {c1:that its jet had hit the drone}, Reuters reported.\n\n"
        "{s2:Reuters} {q2:said} {c2:that the drone was found}."
    )
    assert inner.text == capture.text
    found = [u.text for u in utterances(capture, [*statements, said[0]])]
    assert found == ["that the drone was found", "that its jet had hit the drone"]

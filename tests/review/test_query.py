import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import UsageError
from claimtrack.models import Verdict
from claimtrack.review import Query, query
from claimtrack.review.query import LANGUAGE, Field, Mark, Term, still_open


def _terms(typed: str) -> tuple[Term, ...]:
    (terms,) = query(typed).alternatives
    return terms


def test_a_whole_filter_is_read() -> None:
    typed = 'party:russia status:open type:denial outlet:"Harbour Wire" after:2023-03-01 -has:evidence "no jet" free'
    assert _terms(typed) == (
        Term(field=Field.PARTY, value="russia"),
        Term(field=Field.STATUS, value="open"),
        Term(field=Field.TYPE, value="denial"),
        Term(field=Field.OUTLET, value="Harbour Wire", exact=True),
        Term(field=Field.AFTER, value="2023-03-01"),
        Term(field=Field.HAS, value="evidence", negated=True),
        Term(field=Field.TEXT, value="no jet", exact=True),
        Term(field=Field.TEXT, value="free"),
    )


@pytest.mark.parametrize("field", ["party", "side", "outlet", "event", "by"])
def test_fields_of_words(field: str) -> None:
    for typed in (f"{field}:Ana", f"{field.upper()}:Ana"):
        assert _terms(typed) == (Term(field=Field(field), value="Ana"),)


@pytest.mark.parametrize(
    ("typed", "field", "value", "verdict"),
    [
        ("status:open", Field.STATUS, "open", Verdict.UNREVIEWED),
        ("status:unreviewed", Field.STATUS, "open", Verdict.UNREVIEWED),
        ("status:In-Review", Field.STATUS, "in_review", Verdict.IN_REVIEW),
        ("status:verified", Field.STATUS, "verified", Verdict.VERIFIED),
        ("said:misquoted", Field.SAID, "misquoted", Verdict.MISQUOTED),
    ],
)
def test_verdicts_however_they_are_written(typed: str, field: Field, value: str, verdict: Verdict) -> None:
    (term,) = _terms(typed)
    assert (term.field, term.value, term.verdict) == (field, value, verdict)


@pytest.mark.parametrize("mark", list(Mark))
def test_every_mark_can_be_asked_for(mark: Mark) -> None:
    assert _terms(f"has:{mark}") == (Term(field=Field.HAS, value=mark),)


@pytest.mark.parametrize("typed", ["type:contrary-to", "type:Contrary_to", 'type:"contrary_to"'])
def test_closed_words_however_they_are_written(typed: str) -> None:
    (term,) = _terms(typed)
    assert (term.field, term.value) == (Field.TYPE, "contrary_to")


def test_closed_words_are_found_by_their_beginnings_while_they_are_typed() -> None:
    for field, word in (("type", "denial"), ("type", "opinion"), ("stance", "declines"), ("stance", "intention")):
        for end in range(1, len(word) + 1):
            assert _terms(f"{field}:{word[:end]}") == (Term(field=Field(field), value=word[:end]),)


def test_alternatives_and_negation() -> None:
    found = query("russia or -party:ukraine OR !flag")
    assert [[(t.field, t.value, t.negated) for t in terms] for terms in found.alternatives] == [
        [(Field.TEXT, "russia", False)],
        [(Field.PARTY, "ukraine", True)],
        [(Field.TEXT, "flag", True)],
    ]
    assert query("or russia or or").alternatives == query("russia").alternatives
    assert _terms('"or"') == (Term(field=Field.TEXT, value="or", exact=True),)


def test_what_is_still_being_typed_asks_nothing() -> None:
    for typed in ("", "  ", "party:", "-", "party:-", '"', "or", "–", "status:"):
        assert query(typed).alternatives == ()
    assert _terms("party: russia") == (Term(field=Field.TEXT, value="russia"),)
    assert _terms('"open quote') == (Term(field=Field.TEXT, value="open quote", exact=True),)


def test_what_no_database_takes_is_taken_out() -> None:
    assert query(" a\0b \udcff ").typed == "a b ?"


def test_a_clock_or_an_address_is_no_field() -> None:
    assert _terms("2:50") == (Term(field=Field.TEXT, value="2:50"),)
    assert _terms("https://example.org/a") == (Term(field=Field.TEXT, value="https://example.org/a"),)


@pytest.mark.parametrize(
    ("typed", "says", "valid"),
    [
        ("partie:russia", "“partie:” is no field; did you mean party?", "party, side, outlet, event, type, stance, st"),
        ("text:x", "“text:” is no field", "Fields: party"),
        ("status:opne", "status: knows no “opne”; did you mean open?", "open, in_review, verified, disputed, false"),
        ("said:false", "said: knows no “false”", "open, confirmed, misattributed, misquoted"),
        ("type:denail", "type: knows no “denail”; did you mean denial?", "denial, negation, number"),
        ("-type:xyz", "type: knows no “xyz”", "claim, intention, opinion"),
        ("stance:xyz", "stance: knows no “xyz”", "asserts, denies, concedes, declines, questions, intention, opinion"),
        ("stance:assrts", "stance: knows no “assrts”; did you mean asserts?", "asserts"),
        ("has:picture", "has: knows no “picture”", "evidence, note, flag, dissent, confirmed, rejected"),
        ("after:march", "“march” is no day", "after:2023-03-14"),
        ("before:2023-3-1", "“2023-3-1” is no day", "before:2023-03"),
        ("after:2023-13", "“2023-13” is no day", "after:2023-03"),
        ("before:2023-02-30", "“2023-02-30” is no day", "before:2023"),
    ],
)
def test_what_is_unknown_names_what_is_valid(typed: str, says: str, valid: str) -> None:
    with pytest.raises(UsageError) as caught:
        query(typed)
    assert str(caught.value).startswith(says)
    assert valid in caught.value.hint


def test_what_is_still_open_is_asked_of_every_alternative() -> None:
    assert [len(terms) for terms in still_open(query("a1 or b1 c1")).alternatives] == [3, 4]
    assert still_open(Query()).alternatives == (query("status:open -has:rejected").alternatives[0],)


def test_the_language_tells_every_field_and_value() -> None:
    told = " ".join(LANGUAGE)
    assert [f"{field}:" for field in Field if field != Field.TEXT and f"{field}:" not in told] == []
    assert [mark for mark in Mark if mark not in told] == []


@given(st.text() | st.text(alphabet='abor -!:".…party status has after 0123456789', max_size=40))
def test_any_text_is_a_filter_or_a_mistake_that_is_told(typed: str) -> None:
    try:
        found = query(typed)
    except UsageError as mistake:
        hint = mistake.hint
        assert hint.startswith(("Fields: ", "One of: ", "Write "))
    else:
        assert all(terms for terms in found.alternatives)
        assert query(found.typed) == found

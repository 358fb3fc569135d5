import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.attribution.marks import flatten, quotations, runs_on

QUOTED = [
    ('He said: "Not so," and left.', ['"Not so,"']),
    ("He said: “Not so,” and left.", ["“Not so,”"]),
    ("''Not so,'' he said", ["''Not so,''"]),
    ("``Not so,'' he said", ["``Not so,''"]),
    ("Il a dit « non » hier", ["« non »"]),
    ("Er sagte „so ist es“ und ging", ["„so ist es“"]),
    ("‘It was the officers’ plan,’ she said", ["‘It was the officers’ plan,’"]),
    ("US 'struck first', says Kremlin", ["'struck first'"]),
    ("The '90s were hard, the boys' mother said", []),
    ("rock 'n' roll, don't", []),
    ('a 6" gun and an "ok"', ['"ok"']),
    ("He said “it's a ‘lie’, that” twice", ["“it's a ‘lie’, that”"]),
    ('"One." She added: "Two."', ['"One."', '"Two."']),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_every_style_of_marks_is_paired(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == expected
    assert all(q.is_closed for q in quotations(text))


def test_an_unclosed_mark_quotes_to_the_end_of_its_line() -> None:
    text = 'He said: "we will\nNothing more.'
    (found,) = quotations(text)
    assert (text[found.start : found.end], found.is_closed) == ('"we will', False)
    assert not runs_on(text, found)


def test_a_quotation_may_run_on_over_paragraphs() -> None:
    text = "“We saw it.\n\n“Then it fell,” he said."
    first, second = quotations(text)
    assert runs_on(text, first)
    assert not first.is_closed
    assert text[second.start : second.end] == "“Then it fell,”"


@given(st.text(alphabet="ab .,\n\"“”«»„‘’'`", max_size=60))
def test_quotations_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    found = quotations(text)
    edges = [edge for q in found for edge in (q.start, q.end)]
    assert edges == sorted(edges)
    assert all(0 <= q.start < q.end <= len(text) for q in found)


@given(st.text(alphabet="ab .,\n\"“”'`", max_size=60))
def test_flattening_keeps_every_offset(text: str) -> None:
    flat = flatten(text, quotations(text))
    assert len(flat) == len(text)
    assert [c for c in flat if c.isalpha()] == [c for c in text if c.isalpha()]

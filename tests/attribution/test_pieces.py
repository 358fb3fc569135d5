import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.attribution.marks import quotations
from claimtrack.attribution.pieces import CASES, LINE_START, QUOTED, pieces, windows

TEXT = "US Gen Lee said: ''No, McDonald,'' he\n\nadded. Über 🚀 ok"


def test_pieces_know_their_words_case_and_place() -> None:
    found = pieces(TEXT, quotations(TEXT))
    rows = [
        (TEXT[start:end], CASES[case], place)
        for start, end, case, place in zip(found.starts, found.ends, found.case, found.place, strict=True)
    ]
    assert rows[0] == ("US", "upper", LINE_START)
    assert ("said", "lower", 0) in rows
    assert ("McDonald", "mixed", QUOTED) in rows
    assert ("added", "lower", LINE_START) in rows
    assert ("Über", "capitalised", 0) in rows


@given(st.text(max_size=200), st.integers(4, 32), st.integers(0, 16))
def test_windows_cover_every_piece_once(text: str, aim: int, more: int) -> None:
    whole = pieces(text, quotations(text))
    cut = list(windows(whole, aim, aim + more))
    assert [i for window in cut for i in range(window.start, window.stop)] == list(range(len(whole.ids)))
    assert all(window.stop - window.start <= aim + more for window in cut)
    assert all(np.all(column[:-1] <= column[1:]) for column in (whole.starts,))


def _words(text: str, aim: int, most: int) -> list[str]:
    whole = pieces(text, ())
    return [text[whole.starts[w.start] : whole.ends[w.stop - 1]] for w in windows(whole, aim, most)]


def test_windows_end_at_the_last_line_break_in_their_second_half() -> None:
    assert _words("one two\nthree four\nfive six seven eight", 6, 6) == ["one two\nthree four", "five six seven eight"]


def test_windows_grow_rather_than_cut_a_paragraph() -> None:
    assert _words("one two three four five\nsix seven eight", 4, 6) == ["one two three four five", "six seven eight"]


def test_a_paragraph_too_long_is_cut_after_a_sentence() -> None:
    assert _words("one two three. four five six seven", 3, 6) == ["one two three.", "four five six seven"]

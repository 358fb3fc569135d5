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


@given(st.text(max_size=200), st.integers(4, 32))
def test_windows_cover_every_piece_once(text: str, size: int) -> None:
    whole = pieces(text, quotations(text))
    cut = list(windows(whole, size))
    assert [i for window in cut for i in range(window.start, window.stop)] == list(range(len(whole.ids)))
    assert all(window.stop - window.start <= size for window in cut)
    assert all(np.all(column[:-1] <= column[1:]) for column in (whole.starts,))


def test_windows_end_at_a_line_break_in_their_second_half() -> None:
    text = "one two three four five\nsix seven eight nine ten"
    whole = pieces(text, ())
    assert [(w.start, w.stop) for w in windows(whole, 8)] == [(0, 5), (5, 10)]

from claimtrack.attribution.quoted import with_quoted
from tests.attribution.marked import attributions, spelled


def test_who_is_quoted_speaks() -> None:
    text, made = attributions('{c1:"I leave,"} {s1:the agency} {q1:quoted} {c1:Ana Roe as saying at the camp}.')
    assert spelled(text, with_quoted(text, made)) == [("Ana Roe", "quoted | as saying", '"I leave," | at the camp')]


def test_so_he_does_within_one_cue() -> None:
    text, made = attributions('{c1:"It rains,"} {s1:the paper} {q1:quoted Ana Roe as saying}.')
    assert spelled(text, with_quoted(text, made)) == [("Ana Roe", "quoted | as saying", '"It rains,"')]


def test_who_speaks_by_a_cue_of_his_own_does_so_once() -> None:
    marked = "{s1:Interfax} {q1:quoted} {c1:Ana Roe as saying that it fell}."
    text, made = attributions(marked)
    own = attributions("Interfax quoted {s1:Ana Roe} {q1:as saying} {c1:that it fell}.")[1]
    assert spelled(text, with_quoted(text, [*made, *own])) == [("Ana Roe", "as saying", "that it fell")]


def test_who_only_quotes_is_left() -> None:
    text, made = attributions("{s1:The agency} {q1:quoted} {c1:Ana Roe}.")
    assert with_quoted(text, made) == made

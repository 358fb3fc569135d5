from claimtrack.attribution.signed import with_signed
from tests.attribution.marked import attributions, spelled


def test_a_line_that_ends_with_a_name_is_that_persons_words() -> None:
    marked = "Readers wrote:\n“It is a shame.” ― Ana Roe\n“We said so {c1:in May}.”— Ben de Poe, {s1:Lima}.\n"
    text, made = attributions(marked)
    assert spelled(text, with_signed(text, made)) == [
        ("Ana Roe", "―", "“It is a shame.”"),
        ("Ben de Poe", "—", "“We said so in May.”"),
    ]


def test_a_sentence_with_a_dash_is_left_alone() -> None:
    marked = "{c1:“It is a shame,”} {s1:Ana Roe} {q1:said} — Lima did not.\n“A shame” — “It is not” — Ben Poe said.\n"
    text, made = attributions(marked)
    assert with_signed(text, made) == made

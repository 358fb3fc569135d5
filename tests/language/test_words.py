import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.language.clauses import first_clause, is_negated
from claimtrack.language.rarity import rarity
from claimtrack.language.wordnet import are_opposed, nearness
from claimtrack.language.words import lemma, looks_foreign, tokens


@pytest.mark.parametrize(
    ("word", "base"),
    [("struck", "strike"), ("sank", "sink"), ("denies", "deny"), ("planning", "plan"), ("children", "child"),
     ("maneuver", "manoeuvre"), ("crashed", "crash"), ("airspace", "airspace"), ("glass", "glass"),
     ("xqzzing", "xqzzing")],
)  # fmt: skip
def test_base_forms(word: str, base: str) -> None:
    assert lemma(word) == base


@given(st.text(max_size=80))
def test_words_know_where_they_stand(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end] == token.text


def test_words_near_in_meaning() -> None:
    assert nearness("hit", "strike") == 0.9
    assert nearness("violation", "violate") == 0.8
    assert nearness("ditch", "crash") == 0.6
    assert nearness("drone", "mayor") == 0.0
    assert nearness("jet", "jet") == 1.0


def test_opposites_are_opposed_both_ways() -> None:
    assert are_opposed("win", "lose")
    assert are_opposed("lose", "win")
    assert not are_opposed("win", "gain")


def test_rare_words_tell_more() -> None:
    assert rarity("say") < rarity("missile") < rarity("xqzz") == 1.0


@pytest.mark.parametrize(
    ("clause", "negated"),
    [("it was not warned", True), ("nobody fired", True), ("the no-fly zone", False), ("not only the jet", False),
     ("no fewer than ten died", False), ("he didn’t know", True)],
)  # fmt: skip
def test_negation(clause: str, negated: bool) -> None:
    assert is_negated(clause) == negated


def test_the_first_clause_ends_where_another_begins() -> None:
    assert first_clause("“that the jet came home because it was not hit”") == "the jet came home"


@pytest.mark.parametrize(
    ("content", "first"),
    [
        ("if talks did not help, bombs could fall", "bombs could fall"),
        ("sixteen men have been disciplined and none will face charges", "sixteen men have been disciplined"),
        ("women and children were not hurt", "women and children were not hurt"),
        ("A hospital was struck. We would never aim at one", "A hospital was struck"),
    ],
)
def test_what_comes_before_or_after_the_first_clause_is_left_out(content: str, first: str) -> None:
    assert first_clause(content).strip("”.") == first


@pytest.mark.parametrize(
    "clause",
    [
        "Afghan forces, not Americans, had asked for the strike",
        "the decision not to appeal was sound",
        "members would not return until the company listened",
        "it was not merely an attack on a hospital",
    ],
)
def test_not_every_not_negates(clause: str) -> None:
    assert not is_negated(clause)


FRENCH = """Le ministère russe de la Défense a affirmé mardi que ses avions n'avaient pas touché le drone
américain au-dessus de la mer Noire. « Nous n'avons rien tiré », a déclaré le porte-parole. Le Kremlin a démenti toute
implication. Selon Washington, deux Su-27 ont déversé du carburant sur l'appareil. "C'est faux", a répondu Moscou."""
GERMAN = """Das russische Verteidigungsministerium erklärte am Dienstag, seine Flugzeuge hätten die amerikanische
Drohne über dem Schwarzen Meer nicht berührt. „Wir haben nicht geschossen“, sagte Sprecher Igor Konaschenkow. Der Kreml
dementierte jede Beteiligung. Nach Angaben Washingtons ließen zwei Su-27 Treibstoff auf die Drohne ab. Moskau nannte das
"falsch". Das war in Ordnung, so am Ende."""


@pytest.mark.parametrize(
    ("text", "is_foreign"),
    [
        (FRENCH, True),
        (GERMAN, True),
        ("Міністерство оборони Росії заявило, що його літаки не торкалися дрона.", True),
        ("Russia's Defence Ministry denied that its jets had touched the American drone over the Black Sea.", False),
        ("Moscow denies jets hit drone over sea", False),
        ("Moscow says no", False),
    ],
)
def test_a_text_in_another_language_is_told_though_some_of_its_words_are_english(text: str, is_foreign: bool) -> None:
    assert looks_foreign(text) == is_foreign

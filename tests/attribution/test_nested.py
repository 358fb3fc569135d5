from claimtrack.attribution import parse
from claimtrack.attribution.marks import quotations
from claimtrack.attribution.nested import with_inner
from claimtrack.attribution.pieces import pieces
from claimtrack.ingest import read
from claimtrack.models import Capture, Stance
from tests.attribution.marked import attributions, spelled
from tests.told import words


def _with_inner(marked: str) -> list[tuple[str, ...]]:
    text, made = attributions(marked)
    found = quotations(text)
    return spelled(text, with_inner(text, pieces(text, found), made, found))


def test_who_is_quoted_in_a_statement_speaks_too() -> None:
    assert _with_inner("{s1:The general} {q1:said} {c1:that the pilot had told him that the engine failed}.") == [
        ("The general", "said", "that the pilot had told him that the engine failed"),
        ("the pilot", "had told", "that the engine failed"),
    ]


def test_who_speaks_beside_another_is_not_quoted_by_them() -> None:
    assert _with_inner("{s1:Kyiv} {q1:says} {c1:12 missiles were intercepted, while Moscow claims all hit home}.") == [
        ("Kyiv", "says", "12 missiles were intercepted"),
        ("Moscow", "claims", "all hit home"),
    ]


def test_who_answers_a_statement_in_its_own_sentence_speaks_for_itself() -> None:
    marked = "{s1:Kyiv} {q1:said} {c1:that two jets had been shot down, a claim rejected by Moscow}."
    assert _with_inner(marked) == [
        ("Kyiv", "said", "that two jets had been shot down"),
        ("Moscow", "rejected", "a claim"),
    ]


def test_who_answers_so_denies_what_was_said() -> None:
    text = "The army said three drones were shot down, a claim dismissed by the Kremlin."
    capture = read("a.txt", text.encode())
    assert isinstance(capture, Capture)
    said = [(s.party.name, s.stance, words(capture, s.content)) for s in parse(capture).statements]
    assert said[1] == ("Presidency of Russia", Stance.DENIES, "three drones were shot down")


def test_who_is_warned_in_a_statement_has_said_nothing() -> None:
    marked = "{s1:The ministry} {q1:noted} {c1:that the crew had been warned that weapons would be used}."
    text, made = attributions(marked)
    assert _with_inner(marked) == spelled(text, made)


def test_words_of_saying_in_a_quotation_are_its_own() -> None:
    marked = "{s1:The mayor} {q1:said} {c1:“the pilot had told him that the engine failed”}."
    text, made = attributions(marked)
    assert _with_inner(marked) == spelled(text, made)


def test_what_is_shown_is_no_statement_but_what_it_is_said_to_show() -> None:
    assert _with_inner("{s1:The army} {q1:released} {c1:42 photographs that it said showed a crater}.") == [
        ("it", "said", "42 photographs | showed a crater")
    ]
    assert _with_inner("{s1:State television} {q1:showed footage} {c1:that it said was of the jet}.") == [
        ("it", "said", "footage | was of the jet")
    ]


def test_who_spoke_is_heard_though_an_agency_reported_it() -> None:
    marked = (
        "{c1:Kremlin spokesman Dmitry Peskov told reporters the destroyer had entered Russian waters},"
        " {s1:the agency} {q1:reported}."
    )
    assert _with_inner(marked) == [
        (
            "the agency",
            "reported",
            "Kremlin spokesman Dmitry Peskov told reporters the destroyer had entered Russian waters",
        ),
        ("Kremlin spokesman Dmitry Peskov", "told", "the destroyer had entered Russian waters"),
    ]

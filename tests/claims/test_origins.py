from claimtrack.claims import origins
from tests.told import told

STORY = (
    "The ministry said on Monday that its patrol ship had turned back two trawlers near the reef after a long chase."
)


def _groups(*articles: tuple[str | None, str]) -> list[int]:
    captures = [told(text, outlet)[0] for outlet, text in articles]
    return [len(group) for group in origins(captures)]


def test_independent_reports_are_origins_of_their_own() -> None:
    assert _groups(("Post", "Two boats left."), ("Courier", "The reef was quiet.")) == [1, 1]


def test_one_outlet_is_one_origin() -> None:
    assert _groups(("Post", "Two boats left."), ("Courier", "The reef was quiet."), ("Post", "More came.")) == [2, 1]


def test_what_is_copied_goes_back_to_one_origin() -> None:
    assert _groups(("Post", STORY), ("Courier", f"MANILA. {STORY} The sea was rough."), ("Times", "All calm.")) == [
        2,
        1,
    ]


def test_a_credited_agency_is_the_origin() -> None:
    wire = "MANILA, Oct 3 (Harbour Wire) - Two boats left the reef."
    assert _groups(("Post", wire), ("Harbour Wire", "The reef was quiet today.")) == [2]


def test_unknown_outlets_are_in_doubt_one() -> None:
    assert _groups((None, "Two boats left."), (None, "The reef was quiet.")) == [2]

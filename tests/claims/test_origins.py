import datetime
import random

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims import origins
from tests.told import told

STORY = (
    "The ministry said on Monday that its patrol ship had turned back two trawlers near the reef after a long chase."
)


def _groups(*articles: tuple[str | None, str]) -> list[int]:
    captures = [told(text, outlet)[0] for outlet, text in articles]
    return sorted((len(origin.capture_ids) for origin in origins(captures)), reverse=True)


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


def _chain(*articles: tuple[str, str, int]) -> list[list[tuple[str, str, str, str]]]:
    """For each origin its copies: outlet, outlet of the one it goes back to, why, words. Articles with their days."""
    read = [told(text, outlet, datetime.date(2023, 10, day)) for outlet, text, day in articles]
    outlets = {capture.id: capture.outlet or "" for capture, _ in read}
    found = origins([capture for capture, _ in read], [s for _, statements in read for s in statements])
    return [[(outlets[c.capture_id], outlets[c.of], c.why.value, c.words) for c in origin.copies] for origin in found]


def test_the_chain_tells_which_article_goes_back_to_which_and_why() -> None:
    own = "{s1:Hanoi} {q1:said} {c1:two boats left the reef}. The sea was calm all day long."
    again = "{s1:Hanoi} {q1:has said} {c1:two boats left the reef}. Fishermen waited in the harbour."
    assert _chain(
        ("Harbour Wire", STORY, 1),
        ("Courier", f"MANILA. {STORY} The sea was rough.", 2),
        ("Times", "All was calm. A ship had turned back, Harbour Wire reported.", 3),
        ("Harbour Wire", "Two boats left the reef late at night.", 4),
        ("Daily", own, 5),
        ("Echo", again, 6),
        ("Globe", "Nobody saw anything at all.", 7),
    ) == [
        [
            ("Courier", "Harbour Wire", "text", " ".join(STORY.rstrip(".").split()[:16]) + " …"),
            ("Times", "Harbour Wire", "agency", "Harbour Wire"),
            ("Harbour Wire", "Harbour Wire", "outlet", "Harbour Wire"),
        ],
        [("Echo", "Daily", "statement", "Government of Vietnam")],
        [],
    ]


def test_a_statement_of_its_own_makes_an_origin() -> None:
    one = "{s1:Hanoi} {q1:said} {c1:two boats left the reef}."
    more = "{s1:Hanoi} {q1:said} {c1:two boats left the reef}. {s2:Fishermen} {q2:said} {c2:they saw three}."
    other = "{s1:Manila} {q1:said} {c1:two boats left the reef}."
    assert len(_chain(("Daily", one, 1), ("Echo", more, 2), ("Globe", other, 3))) == 2


_ARTICLES = st.lists(
    st.tuples(
        st.sampled_from((None, "Post", "Courier")),
        st.sampled_from((STORY, "Two boats left.", f"Later. {STORY}", "The reef was quiet, Post reported.")),
        st.integers(1, 28),
    ),
    max_size=6,
    unique=True,
)


@given(_ARTICLES, st.randoms())
def test_every_article_has_one_origin_whatever_the_order(
    articles: list[tuple[str | None, str, int]], chance: random.Random
) -> None:
    captures = [told(text, outlet, datetime.date(2023, 10, day))[0] for outlet, text, day in articles]
    captures = [c.model_copy(update={"digest": f"{at}"}) for at, c in enumerate(captures)]
    found = origins(captures)
    assert sorted(i for origin in found for i in origin.capture_ids) == sorted(c.id for c in captures)
    for origin in found:
        for copy in origin.copies:
            assert copy.of in origin.capture_ids
    chance.shuffle(captures)
    assert origins(captures) == found

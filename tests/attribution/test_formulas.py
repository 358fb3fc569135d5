import pytest

from claimtrack.attribution.formulas import with_formulas
from claimtrack.attribution.marks import quotations
from tests.attribution.marked import attributions, spelled


def _found(marked: str) -> list[tuple[str, ...]]:
    text, made = attributions(marked)
    return spelled(text, with_formulas(text, made, quotations(text)))


PHRASES = [
    ("Police put the crowd at 13,000.", ("Police", "put", "the crowd at 13,000")),
    (
        "It rained, and the union later estimated the turnout at more than 40,000 but gave no source.",
        ("the union", "later estimated", "the turnout at more than 40,000"),
    ),
    (
        "The charity put the number of dead at 22: twelve staff and ten patients. It had earlier spoken of 19.",
        ("The charity", "put", "the number of dead at 22: twelve staff and ten patients"),
    ),
    ("The rights group Kal Akal put the dead at 14.", ("The rights group Kal Akal", "put", "the dead at 14")),
    ("The charity now gives a final count of 42.", ("The charity", "now gives", "a final count of 42")),
    ("The ministry put its losses at 2.5 million euros.", ("The ministry", "put", "its losses at 2.5 million euros")),
    (
        "The company did not immediately respond to questions about the offer.",
        ("The company", "did not immediately respond to", "questions about the offer"),
    ),
    ("The force put the peak on the route at 138,000.", ("The force", "put", "the peak on the route at 138,000")),
    ("The union counted 42,000 demonstrators.", ("The union", "counted", "42,000 demonstrators")),
    ("The airline owned up to the loss of two bags.", ("The airline", "owned up to", "the loss of two bags")),
    ("Canberra would not exclude friction.", ("Canberra", "would not exclude", "friction")),
    (
        "The police had not yet established who fired.",
        ("The police", "had not yet established", "who fired"),
    ),
    ("He had not ruled out sabotage.", ("He", "had not ruled out", "sabotage")),
    ("Its lawyers had put it down to a coil.", ("Its lawyers", "had put it down to", "a coil")),
    ("The mayor would have none of it.", ("The mayor", "would have none of", "it")),
    ("The army kept its counsel.", ("The army", "kept its counsel", "")),
    ("Rain fell, and the spokesman would not be drawn.", ("the spokesman", "would not be drawn", "")),
    ("In the view of the club, the ground was safe.", ("the club", "In the view of", "the ground was safe")),
    (
        "At least 24 people have died since the vote, by the reckoning of Provea, a local group.",
        ("Provea", "by the reckoning of", "At least 24 people have died since the vote"),
    ),
    ("As per the union, 300 walked out.", ("the union", "As per", "300 walked out")),
    (
        "The army released a film that it said showed rebels loading a lorry and firing at a school.",
        ("it", "said", "showed rebels loading a lorry and firing at a school"),
    ),
    (
        "Divers found a hull which the coastguard believes was cut in two.",
        ("the coastguard", "believes", "was cut in two"),
    ),
    ("Local health officials raised the toll to 73.", ("Local health officials", "raised", "the toll to 73")),
]


@pytest.mark.parametrize(("text", "found"), PHRASES)
def test_a_set_phrase_is_a_statement(text: str, found: tuple[str, str, str]) -> None:
    assert _found(text) == [found]


def test_two_who_keep_silent_decline_each() -> None:
    assert _found("Neither NATO nor the ministry in Kyiv has commented.") == [
        ("NATO", "Neither | has commented", ""),
        ("the ministry in Kyiv", "Neither | has commented", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The minister put the ball back in their court at 5 p.m.",
        "The firm put the total at the foot of the page.",
        "The driver put the boxes down at 5 p.m. in the yard.",
        "A man in the crowd shouted: “Police put the crowd at 13,000.”",
        "The engine did not respond to the controls.",
        "In the course of the night, three fell ill.",
        "“In the view of the club, the ground was safe,” a banner read.",
    ],
)
def test_other_deeds_are_none(text: str) -> None:
    assert _found(text) == []


def test_what_the_network_has_found_stays_as_it_is() -> None:
    marked = "{s1:Police} {q1:put} {c1:the crowd at 13,000}, {q2:adding} {c2:that it fell}."
    text, made = attributions(marked)
    assert _found(marked) == spelled(text, made)
    assert _found("{s1:Police} put the crowd at 13,000 but {q1:did not explain} {c1:how}.") == [
        ("Police", "did not explain", "how"),
        ("Police", "put", "the crowd at 13,000"),
    ]


def test_what_nobody_says_gives_way_to_a_set_phrase() -> None:
    assert _found("World Aquatics did not immediately respond to {q1:questions about} {c1:the case}.") == [
        ("World Aquatics", "did not immediately respond to", "questions about the case")
    ]

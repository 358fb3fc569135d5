import datetime

import pytest

from claimtrack.claims import utterances
from claimtrack.claims.happening import happened, places
from claimtrack.claims.utterance import Utterance
from claimtrack.models import Capture
from tests.stories import drone
from tests.told import told

DAY = datetime.date(2023, 3, 16)


def _members(*marked: str) -> list[Utterance]:
    read = [told(text, "Post", DAY) for text in marked]
    return [u for capture, statements in read for u in utterances(capture, statements)]


def _when(*marked: str) -> tuple[str, str, str]:
    members = _members(*marked)
    found = happened(members)
    assert found
    captures: dict[str, Capture] = {u.capture.id: u.capture for u in members}
    words = found.at.of(captures[found.capture_id].text) if found.at else ""
    return found.first.isoformat(), found.last.isoformat(), words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "{s1:Kyiv} {q1:said} on Thursday {c1:that a missile had struck the port on Tuesday}.",
            ("2023-03-14", "2023-03-14", "Tuesday"),
        ),
        (
            "The ferry sank on Monday. {s1:Kyiv} {q1:said} {c1:it had hit a mine}.",
            ("2023-03-13", "2023-03-13", "Monday"),
        ),
        (
            "In one such case in March 2021, {s1:Kyiv} {q1:said} {c1:a jet had struck the drone}.",
            ("2021-03-01", "2021-03-31", "March 2021"),
        ),
        ("{s1:Kyiv} {q1:said} on Wednesday {c1:that it was lost}.", ("2023-03-16", "2023-03-16", "")),
        (
            "{s1:Kyiv} {q1:said} {c1:that the port, held since February 2022, had burned}.",
            ("2023-03-16", "2023-03-16", ""),
        ),
    ],
)
def test_the_day_is_that_of_the_event_and_not_of_what_is_said_of_it(text: str, expected: tuple[str, str, str]) -> None:
    assert _when(text) == expected


def test_the_day_that_most_words_tell_is_taken() -> None:
    assert _when(
        "{s1:Kyiv} {q1:said} {c1:the port was shelled on Sunday}.",
        "{s1:Moscow} {q1:said} {c1:the port was shelled by Kyiv on Monday}.",
        "{s1:The UN} {q1:said} {c1:the port was shelled late on Monday}.",
    ) == ("2023-03-13", "2023-03-13", "Monday")


def test_places_are_where_it_happened_and_no_months_persons_or_bodies() -> None:
    members = _members(
        "{s1:Kyiv} {q1:said} in Geneva {c1:that in March a missile had struck the city of Odesa, near the Danube, "
        "in Putin's name}. The Kakhovka dam held."
    )
    assert places(members) == ("Danube", "Odesa", "Kakhovka")


def test_the_drone_fell_in_the_black_sea() -> None:
    captures, statements = drone()
    members = [u for c in captures for u in utterances(c, [s for s in statements if s.capture_id == c.id])]
    found = happened(members)
    assert (found and (found.first, found.at), places(members)) == (
        (datetime.date(2023, 3, 14), None),
        ("Black Sea", "Crimea"),
    )

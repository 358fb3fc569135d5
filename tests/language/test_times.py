import datetime

import pytest

from claimtrack.language.times import times

TOLD = datetime.date(2023, 3, 16)  # a Thursday


def _days(text: str, told: datetime.date | None = TOLD) -> list[str]:
    return [t.first.isoformat() + ("" if t.is_day else f"/{t.last.day}") for t in times(text, told)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It fell on Tuesday, they said on Thursday.", ["2023-03-14", "2023-03-16"]),
        ("It fell on 14 March, not on March 13th.", ["2023-03-14", "2023-03-13"]),
        ("It fell on 14 March 2022.", ["2022-03-14"]),
        ("It fell in March 2022 or in May of 2021.", ["2022-03-01/31", "2021-05-01/31"]),
        ("A strike on 30 December", ["2022-12-30"]),
        ("It fell last night, or yesterday, or overnight.", ["2023-03-15", "2023-03-15", "2023-03-16"]),
        ("Talks resume next Tuesday and every Monday", []),
        ("Since February 2022, and until 14 March, it may march.", []),
        ("On 31 February nothing happens.", []),
    ],
)
def test_times_are_days(text: str, days: list[str]) -> None:
    assert _days(text) == days


def test_without_a_date_only_what_tells_its_year_is_known() -> None:
    assert _days("On Tuesday, 14 March and 15 March 2023.", None) == ["2023-03-15"]


def test_where_the_words_stand() -> None:
    text = "It fell late on Tuesday night."
    (time,) = times(text, TOLD)
    assert text[time.start : time.end] == "Tuesday"

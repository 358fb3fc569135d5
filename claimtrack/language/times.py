"""Times as news texts tell them, made days by the date of the article: "on Tuesday", "14 March", "last night"."""

import calendar
import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from claimtrack.language.dates import MONTH, dates, month_number

AT_FIRST = re.compile(r"\b(?:at first|initially|originally|first)\b", re.IGNORECASE)
"""In a cue, words that tell an account as the one given first."""
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = re.compile(rf"\b(?P<not_past>next|coming|every|each)?\s*\b(?P<day>{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?P<same>today|tonight|overnight|this (?:morning|afternoon|evening)|earlier in the day)\b"
    r"|\b(?P<before>yesterday|last night)\b",
    re.IGNORECASE,
)
_NO_YEAR = r"(?!,? (?:19|20)\d\d)"
_DAYS_OF_MONTH = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {MONTH}{_NO_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_NO_YEAR}", re.IGNORECASE),
)
_MONTH_OF_YEAR = re.compile(rf"(?<!\d )\b{MONTH},? (?:of )?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_SINCE = re.compile(
    r"\b(?:(?:until|till|before|after|by|from)\s+(?:\w+\s+)?|(?:since|ahead of|prior to)\b[^,.;:]{0,80})$",
    re.IGNORECASE,
)
"""What stands before a time that only bounds another, or is that of something earlier."""
_HALF_A_YEAR = datetime.timedelta(days=183)


class Time(NamedTuple):
    """A time that a text tells: the day or days, and where its words stand."""

    first: datetime.date
    last: datetime.date
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def times(text: str, told: datetime.date | None) -> Iterator[Time]:
    """Every time in a text, in order; what needs a date to count from is left out without one.

    A weekday is the last one that was; bounds ("since March 2022") are no times of a happening.
    """
    found = list(_full(text))
    if told:
        found += [*_weekdays(text, told), *_relative(text, told), *_days_of_month(text, told)]
    yield from sorted((time for time in found if not _SINCE.search(text[: time.start])), key=lambda t: t.start)


def _full(text: str) -> Iterator[Time]:
    for day, start, end in dates(text):
        yield Time(day, day, start, end)
    for match in _MONTH_OF_YEAR.finditer(text):
        year, month = int(match["year"]), month_number(match["month"])
        last = calendar.monthrange(year, month)[1]
        yield Time(datetime.date(year, month, 1), datetime.date(year, month, last), *match.span())


def _weekdays(text: str, told: datetime.date) -> Iterator[Time]:
    for match in _WEEKDAY.finditer(text):
        if not match["not_past"]:
            day = told - datetime.timedelta(days=(told.weekday() - _WEEKDAYS.index(match["day"].lower())) % 7)
            yield Time(day, day, *match.span("day"))


def _relative(text: str, told: datetime.date) -> Iterator[Time]:
    for match in _RELATIVE.finditer(text):
        day = told - datetime.timedelta(days=1 if match["before"] else 0)
        yield Time(day, day, *match.span())


def _days_of_month(text: str, told: datetime.date) -> Iterator[Time]:
    """Days without their year, in the year that lies nearest."""
    for match in (match for form in _DAYS_OF_MONTH for match in form.finditer(text)):
        found = _nearest(month_number(match["month"]), int(match["day"]), told)
        if found:
            yield Time(found, found, *match.span())


def _nearest(month: int, day: int, told: datetime.date) -> datetime.date | None:
    for year in (told.year, told.year - 1, told.year + 1):
        try:
            found = datetime.date(year, month, day)
        except ValueError:
            continue
        if abs(found - told) <= _HALF_A_YEAR:
            return found
    return None

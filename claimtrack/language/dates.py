"""Dates as news texts print them: ISO, "6 February 2026", "Feb. 6, 2026"."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH = r"(?P<month>" + "|".join(rf"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in MONTHS) + r"|sept)\b\.?"
"""A month by its name, as the group `month`."""
_FORMS = (
    re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {MONTH},? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
    re.compile(rf"\b{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
)


class Dated(NamedTuple):
    """A full date met in a text, and where it stands."""

    day: date
    start: int
    end: int


def dates(text: str) -> Iterator[Dated]:
    """Every full date in a text, in order. Impossible ones ("2026-02-31") are passed over."""
    found = []
    for form in _FORMS:
        for match in form.finditer(text):
            parts = match.groupdict()
            month = int(parts["number"]) if parts.get("number") else month_number(parts["month"])
            try:
                found.append(Dated(date(int(parts["year"]), month, int(parts["day"])), *match.span()))
            except ValueError:
                continue
    yield from sorted(found, key=lambda d: d.start)


def month_number(name: str) -> int:
    """The number of a month, from its name or the beginning of it."""
    return next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name[:3].lower()))

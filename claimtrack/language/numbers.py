"""Quantities in a text, as intervals: "at least 14", "two dozen", "nearly 3,000", "none".

A bare number is itself; a bound opens the interval on one side; "about" allows 15 percent,
as fact-checkers read it (the quantity representation of EQUATE, Ravichander et al. 2019).
"""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

SMALL = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen""".split()
    )
} | {
    word: 10 * value
    for value, word in enumerate("""twenty thirty forty fifty sixty seventy eighty ninety""".split(), 2)
}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
VAGUE = {
    "barely any": (0, 20), "hardly any": (0, 20), "scarcely any": (0, 20), "almost no": (0, 20),
    "none": (0, 0), "nobody": (0, 0), "no one": (0, 0), "not a single": (0, 0), "single": (1, 1), "a couple": (2, 2),
    "half a dozen": (6, 6), "a dozen": (12, 12), "two dozen": (24, 24), "three dozen": (36, 36), "dozens": (24, 99),
    "several dozen": (24, 99), "a few dozen": (24, 60), "a few hundred": (200, 600), "a few thousand": (2000, 6000),
    "a handful": (2, 9),
    "scores": (40, math.inf), "a hundred": (100, 100), "hundreds": (200, math.inf), "several hundred": (200, 999),
    "a thousand": (1000, 1000), "thousands": (2000, math.inf), "several thousand": (2000, 9999),
    "tens of thousands": (20_000, math.inf), "hundreds of thousands": (200_000, math.inf),
    "half a million": (500_000, 500_000), "a million": (10**6, 10**6), "millions": (2 * 10**6, math.inf),
}  # fmt: skip
_BOUNDS = {
    "least": "at least|no fewer than|no less than|a minimum of|not less than".split("|"),
    "over": "more than|over|above|upwards of|past|exceeding|greater than|in excess of".split("|"),
    "most": "no more than|at most|up to|a maximum of|not more than|no larger than|no higher than|not exceeding".split(
        "|"
    ),
    "under": "fewer than|less than|under|below".split("|"),
    "about": "about|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated|circa".split("|"),
    "": ["as many as"],
}
_TOLERANCE = 0.15
_WORDS = "|".join((*SMALL, *SCALES))
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{'|'.join(SMALL)})(?:[ -](?:and )?(?:{_WORDS}))*"
_SCALE = rf"(?: (?:{'|'.join(SCALES)}|dozen))*"
_BOUND = "|".join(re.escape(phrase) for phrases in _BOUNDS.values() for phrase in phrases)
_VAGUE = "|".join(sorted(map(re.escape, VAGUE), key=len, reverse=True))
_QUANTITY = re.compile(
    rf"(?<![\w.,:-])(?:(?P<bound>{_BOUND}) )?(?:(?P<vague>{_VAGUE})"
    rf"|(?P<number>(?:{_NUMBER}){_SCALE})(?P<percent> ?%| percent| per cent)?)(?![\w-])",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"\bbetween (?P<low>(?:{_NUMBER}){_SCALE}) and (?P<high>(?:{_NUMBER}){_SCALE})(?![\w-])", re.IGNORECASE
)
_SHARE = re.compile(
    rf"(?<![\w.,:-])(?:(?P<bound>{_BOUND}) )?"
    rf"(?:(?P<out>{'|'.join(SMALL)}|\d+)(?: \w+)? (?:in|out of)(?: every)? (?P<of>ten|five|three|four|10|100)"
    rf"|(?:(?P<times>a|one|two|three|four)[ -])?(?P<part>half|third|quarter|fifth|tenth)s? (?=of\b))(?![\w-])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
)
_NOT_A_COUNT = re.compile(rf"\s*(?:a\.?m\.?|p\.?m\.?|o'clock|:|st\b|nd\b|rd\b|th\b|{_MONTH})", re.IGNORECASE)
_DAY_BEFORE = re.compile(rf"{_MONTH}\.?\s*$", re.IGNORECASE)


class Quantity(NamedTuple):
    """An amount `low <= x <= high` and where it stands in the text."""

    low: float
    high: float
    is_percent: bool
    is_bound: bool
    start: int
    end: int

    def excludes(self, other: "Quantity") -> bool:
        """Whether no value fits both."""
        return self.high < other.low or other.high < self.low


@lru_cache(maxsize=2048)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The amounts of a text, in order; years, dates and times of day are left out."""
    return tuple(_quantities(text))


def _quantities(text: str) -> Iterator[Quantity]:
    ranges = list(_BETWEEN.finditer(text))
    for match in ranges:
        yield Quantity(value(match["low"]), value(match["high"]), False, False, *match.span())
    shares = list(_SHARE.finditer(text))
    for match in shares:
        yield _share(match)
    ranges += shares
    for match in _QUANTITY.finditer(text):
        if any(r.start() <= match.start() < r.end() for r in ranges) or _is_date(text, match):
            continue
        low, high = VAGUE[match["vague"].lower()] if match["vague"] else (value(match["number"]),) * 2
        bound = next((name for name, words in _BOUNDS.items() if (match["bound"] or "").lower() in words), "")
        yield Quantity(*_bounded(bound, low, high), bool(match["percent"]), bool(bound), *match.span())


def _share(match: re.Match[str]) -> Quantity:
    """A share in words: "nine in ten", "about two thirds", "a quarter of"."""
    parts = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
    if match["of"]:
        percent = 100 * value(match["out"]) / value(match["of"])
    else:
        share = parts[match["part"].lower().rstrip("s")] if match["part"].lower() != "halves" else 2
        percent = 100 * (value(match["times"]) if match["times"] and match["times"].lower() != "a" else 1) / share
    bound = next((name for name, words in _BOUNDS.items() if (match["bound"] or "").lower() in words), "about")
    return Quantity(*_bounded(bound, percent, percent), True, bound not in {"about", ""}, *match.span())


def _is_date(text: str, match: re.Match[str]) -> bool:
    number = match["number"] or ""
    is_day = number.isdigit() and len(number) < 3 and _DAY_BEFORE.search(text, 0, match.start()) is not None
    is_year = bool(_YEAR.fullmatch(number)) and not match["bound"]
    return is_day or is_year or bool(number and _NOT_A_COUNT.match(text, match.end()))


def _bounded(bound: str, low: float, high: float) -> tuple[float, float]:
    if bound in {"least", "over"}:
        return (low if bound == "least" else math.nextafter(low, math.inf)), math.inf
    if bound in {"most", "under"}:
        return 0, (high if bound == "most" else math.nextafter(high, 0))
    if bound == "about":
        return low * (1 - _TOLERANCE), high * (1 + _TOLERANCE)
    return low, high


def value(words: str) -> float:
    """The value of a number in digits or words: "1.28 million", "thirty-two", "two hundred and five"."""
    total = current = 0.0
    for word in re.split(r"[\s-]+", words.lower()):
        if word == "and":
            continue
        if word in SMALL:
            current += SMALL[word]
        elif word == "dozen":
            current = (current or 1) * 12
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], 0.0
        else:
            current += float(word.replace(",", ""))
    return total + current

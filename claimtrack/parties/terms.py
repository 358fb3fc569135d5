"""Which office somebody spoke from at the time, and whether two mentions stand for one party."""

import re

from claimtrack.models import Party, PartyKind
from claimtrack.parties.context import Context, sentence_at
from claimtrack.parties.gazetteer import Term, gazetteer
from claimtrack.parties.names import fold
from claimtrack.parties.phrases import SEATS

_MONTHS = "January February March April May June July August September October November December".split()
_DATE = re.compile(rf"\b(?:(?P<month>{'|'.join(_MONTHS)}) (?:\d{{1,2}},? )?(?:of )?)?(?P<year>(?:19|20)\d\d)\b")
_OPENING = re.compile(r"(?:In|On|By|Since|During|Early in|Late in|Back in)\s[^,]*$")
"""A date before the speaker that is the day of the sentence: "In 2022 Trump called"."""
_AFTER_CUE = re.compile(r"\s*\w+ (?:in|on) (?:\d{1,2} |the \w+ of |early |late )?$")
"""The same after the cue: "Konashenkov said in 2022"."""
_SPOKE_FOR = re.compile(r"(?:[\w-]+ )?(?:Spokesperson|Press Secretary)\b")
_NOBODY = frozenset({PartyKind.UNNAMED, PartyKind.CROWD})


def same(a: Party, b: Party, day_a: str = "", day_b: str = "") -> bool:
    """Whether two mentions, resolved, stand for one party.

    Equal names do; so do a person and the office held at the time, a named spokesperson and the body
    spoken for. A minister is not the ministry. Who is not named, or a crowd, is never the same. A day
    is the day of the text, as ISO date, month or year, empty if it is not known.
    """
    if {a.kind, b.kind} & _NOBODY:
        return False
    return _members(a) == _members(b) or _stands_for(a, b, day_b) or _stands_for(b, a, day_a)


def _members(party: Party) -> frozenset[str]:
    return frozenset(fold(name) for name in party.name.split(" + "))


def _stands_for(person: Party, other: Party, day: str) -> bool:
    """Whether the other is the office that this person holds, or the body that is spoken for."""
    if person.kind != PartyKind.PERSON or not person.via:
        return False
    office = person.via[0]
    if _SPOKE_FOR.match(office):
        return other.name in person.via[1:2]
    terms = gazetteer().terms.get(person.name, ())
    held = {term.party.via[0] for term in terms if _within(term, day)} if day and terms else {office}
    return is_seat(other.name) and other.name == office and office in held


def is_seat(name: str) -> bool:
    """Whether a party is an office that one person holds: "President of France", not "Presidency of France"."""
    words = fold(re.split(r" (?:of|to|for) ", name)[0]).split()
    return bool(SEATS & set(words)) or words[-1:] == ["general"]


def at_the_time(person: Party, around: Context, start: int) -> Party | None:
    """A person of the gazetteer under the hat of the day; None if all offices listed lie at other times.

    The day is the sentence's own ("In 2022 ..."), else the article's. Of two hats worn at once it is
    the one whose body or side the text names. Without any day it is the first hat listed.
    """
    terms = gazetteer().terms.get(person.name, ())
    if person not in (term.party for term in terms):
        return person
    sure = stated_day(around.text, start) or around.day
    day = day_of(around, start)
    fitting = [term.party for term in terms if (_within(term, day) if day else _overlap(term, terms[0]))]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        return max(fitting, key=lambda party: _support(party, around, start))
    return None if sure and all(term.since for term in terms) else person


def day_of(around: Context, start: int) -> str:
    """The day that a mention belongs to: its sentence's, the article's, or one that the text names; may be empty."""
    return stated_day(around.text, start) or around.day or _loose_day(around.text, start)


def _support(party: Party, around: Context, start: int) -> int:
    """How often the office's body, and its side, are named around the mention."""
    named = [n.party for s in around.near(start) if s.span.start != start for n in s.named if n.how != "adjective"]
    bodies = {*party.via}
    return sum(2 * (n.name in bodies) + (n.sides == party.sides) for n in named)


def _within(term: Term, day: str) -> bool:
    first, last = _months(day)
    return _months(term.since)[0] <= last and (not term.until or _months(term.until)[1] >= first)


def _overlap(one: Term, other: Term) -> bool:
    """Whether two offices were held at one time."""
    return (not other.until or one.since <= other.until) and (not one.until or other.since <= one.until)


def _months(day: str) -> tuple[str, str]:
    """The first and the last month of a day, month or year; before all months, if it is empty."""
    month = day[: len("2023-03")]
    return (f"{month}-01", f"{month}-12") if len(month) == len("2023") else (month, month)


def stated_day(text: str, start: int) -> str:
    """The month or year that the sentence says it is about, before the speaker or after the cue."""
    begin, end = sentence_at(text, start)
    for match in _DATE.finditer(text, begin, end):
        before = text[begin : match.start()].lstrip(" \n\"'“‘")
        is_opening = match.end() <= start and _OPENING.match(before + " ")
        if is_opening or (
            match.start() > start and _AFTER_CUE.fullmatch(text[start : match.start()].partition(" ")[2])
        ):
            return _iso(match)
    return ""


def _loose_day(text: str, start: int) -> str:
    """Any date before the mention, the nearest, else one later in its sentence."""
    before = [_iso(match) for match in _DATE.finditer(text, max(0, start - 1500), start)]
    after = [_iso(match) for match in _DATE.finditer(text, start, sentence_at(text, start)[1])]
    return (before[-1:] + after[:1] + [""])[0]


def _iso(match: re.Match[str]) -> str:
    month = match["month"]
    return f"{match['year']}-{_MONTHS.index(month) + 1:02}" if month else match["year"]

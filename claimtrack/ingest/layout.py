"""The layout of an article in plain text: header lines, title, date, dateline, headings.

Nothing is cut out: every part is a span of the text as it was given.
"""

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from claimtrack.attribution.wrapping import unwrap
from claimtrack.language.dates import dates
from claimtrack.models import Span, Spans
from claimtrack.parties import is_listed, is_place


class Layout(NamedTuple):
    """The parts of an article."""

    title: Span | None = None
    headings: Spans = ()
    dateline: Span | None = None
    date: datetime.date | None = None
    outlet: str | None = None
    url: str | None = None


class _Line(NamedTuple):
    start: int
    end: int
    words: str


_HEADER = re.compile(
    r"(?P<key>title|headline|date|published|updated|outlet|source|publisher|site|url|link|by|author|section)\s*:\s*(?P<value>.+)",
    re.IGNORECASE,
)
_DATE_LABEL = re.compile(r"\s*(?:date|published|updated|posted|on)?\s*:?\s*", re.IGNORECASE)
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_DATELINE = re.compile(
    r"(?P<place>[A-Z][\w'’.-]*(?:[ /][A-Z][\w'’.-]*){0,4})"
    rf"(?:,\s*(?!{_DAY})(?P<state>[A-Z][\w'’.]+(?: [A-Z][\w'’.]+)?)(?=,\s*[A-Z\d]|\s*[(/]|\s+[–—-]))?"
    rf"(?:,\s*(?P<day>{_DAY}))?"
    rf"\s*(?:(?:\((?P<agency>[^()\n]{{2,40}})\)|/(?P<tass>[A-Z]{{2,20}})/)(?:,?\s*{_DAY})?)?"
    r"\s*(?P<dash>--|[-–—:.])(?:\s+|$)"
)
_LONG_PLACE = 6
"""Letters of a place that is no acronym."""
_MOST_HEADING_WORDS = 16
_MOST_QUOTED_WORDS = 8
_LEAST_REPEATED = 40
"""A shorter repetition of body words in the first line may be chance."""


def layout(text: str) -> Layout:
    """Read the layout of an article off its lines."""
    text = unwrap(text)
    lines = list(_lines(text))
    header, lines = _header(lines)
    day, lines = _dated_first_line(text, lines)
    title, deck, body = _title(text, lines)
    place = next((found for line in body[:3] if (found := _dateline(text, line))), None) or _colon_place(text, body)
    headings = (*deck, *_headings(body, place))
    given = _header_date(header) or day or (_dateline_date(text, place) if place else None)
    return Layout(
        title=title,
        headings=headings,
        dateline=place,
        date=given,
        outlet=header.get("outlet") or _agency(text, place),
        url=header.get("url"),
    )


def _lines(text: str) -> Iterator[_Line]:
    """The lines that hold words, without the white space around them."""
    for match in re.finditer(r"[^\n]+", text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words[0])
            yield _Line(start, start + len(words), words)


_KEYS = {
    "headline": "title",
    "published": "date",
    "updated": "date",
    "source": "outlet",
    "publisher": "outlet",
    "site": "outlet",
    "link": "url",
}


def _header(lines: list[_Line]) -> tuple[dict[str, str], list[_Line]]:
    """Leading `Key: value` lines, at least two of them; the title line is kept as a line."""
    found: dict[str, str] = {}
    kept: list[_Line] = []
    read = 0
    for line in lines:
        match = _HEADER.fullmatch(line.words)
        if not match:
            break
        read += 1
        key = _KEYS.get(match["key"].lower(), match["key"].lower())
        found.setdefault(key, match["value"].strip())
        if key == "title":
            kept.append(_Line(line.start + match.start("value"), line.end, match["value"].strip()))
    return (found, kept + lines[read:]) if len(found) > 1 else ({}, lines)


def misdated(text: str) -> Span | None:
    """A line of the header, or a first line, that says "Date:" and holds none: "Date: 2023-99-14"."""
    for line in _lines(unwrap(text)):
        match = _HEADER.fullmatch(line.words)
        if not match:
            return None
        key = match["key"].lower()
        if _KEYS.get(key, key) == "date":
            return None if any(dates(match["value"])) else Span(start=line.start, end=line.end)
    return None


def _header_date(header: dict[str, str]) -> datetime.date | None:
    return next((d.day for d in dates(header.get("date", ""))), None)


def _dated_first_line(text: str, lines: list[_Line]) -> tuple[datetime.date | None, list[_Line]]:
    """A date before the headline ("date 2026-02-06 Headline ...") or on a line of its own."""
    if not lines:
        return None, lines
    first = lines[0]
    found = next(dates(first.words), None)
    if not found or not _DATE_LABEL.fullmatch(first.words[: found.start]):
        return None, lines
    rest = text[first.start + found.end : first.end]
    words = rest.lstrip(" \t:|–—-")
    if not words:
        return found.day, lines[1:]
    return found.day, [_Line(first.end - len(words), first.end, words), *lines[1:]]


def _title(text: str, lines: list[_Line]) -> tuple[Span | None, Spans, list[_Line]]:
    """The first line, if it stands above a body; words in it that the body repeats are the deck."""
    if len(lines) < 2 or len(lines[0].words) > 600 or _dateline(text, lines[0]):
        return None, (), lines
    first = lines[0]
    cut = _deck_start(first.words, text[first.end :])
    if cut is None and not _is_heading(first.words):
        return None, (), lines
    cut = len(first.words) if cut is None else cut
    title = Span(start=first.start, end=first.start + len(first.words[:cut].rstrip()))
    deck = (Span(start=first.start + cut, end=first.end),) if cut < len(first.words) else ()
    return title, deck, lines[1:]


def _deck_start(first: str, body: str) -> int | None:
    """Where a tail of the first line begins that stands again in the body, word for word."""
    for match in re.finditer(r"(?<=\s)[A-Z0-9\"“]", first):
        tail = first[match.start() :].rstrip(" .")
        if len(tail) < _LEAST_REPEATED:
            return None
        if tail in body:
            return match.start()
    return None


def _is_heading(words: str) -> bool:
    """Whether a line reads like a headline: short, and not closed by a full stop."""
    return len(words.split()) <= 30 and (not words.endswith((".", ",", ";", ":")) or len(words.split()) <= 5)


def _dateline(text: str, line: _Line) -> Span | None:
    """The place that opens a line: "Abu Dhabi:", "KYIV, March 14 (Agency) -"."""
    match = _DATELINE.match(text, line.start, min(line.end, line.start + 120))
    if not match:
        return None
    alone = match.end() >= line.end
    sure = match["day"] or match["agency"] or match["tass"] or match["place"].isupper()
    is_told = bool(match["day"] or match["agency"] or match["tass"]) or match["dash"][0] in "-–—"
    is_known = is_told or is_place(match["place"].title()) or (not alone and _is_only_colon(text, match))
    if (alone and match["dash"][0] in ":—-") or (sure and is_known):
        return Span(start=match.start(), end=match.start() + len(match.group().rstrip()))
    return None


def _colon_place(text: str, body: list[_Line]) -> Span | None:
    """The city before a colon that opens the body under a headline: "New Delhi: India on Tuesday ..."."""
    match = _DATELINE.match(text, body[0].start, min(body[0].end, body[0].start + 120)) if body else None
    if not match or body[0].start == 0 or match["dash"] != ":" or not is_place(match["place"]):
        return None
    return Span(start=match.start(), end=match.start() + len(match.group().rstrip()))


def _is_only_colon(text: str, match: re.Match[str]) -> bool:
    """Whether capitals and a colon open this line alone, as a place does; in a transcript they open many.

    Who is known as a party speaks there ("NATO: ...").
    """
    is_many = len(match["place"].split()) > 1 or len(match["place"]) >= _LONG_PLACE
    opened = sum(1 for _ in re.finditer(r"^[ \t]*[A-Z][A-Z .'’-]+:", text, re.MULTILINE))
    return match["dash"] == ":" and is_many and opened == 1 and not is_listed(match["place"])


def _dateline_date(text: str, place: Span) -> datetime.date | None:
    return next((d.day for d in dates(place.of(text))), None)


def _agency(text: str, place: Span | None) -> str | None:
    match = _DATELINE.match(place.of(text) + " ") if place else None
    return (match["agency"] or match["tass"]) if match else None


def _headings(body: list[_Line], place: Span | None) -> Spans:
    """Short lines without a closing full stop that stand above another line."""
    return tuple(
        Span(start=line.start, end=line.end)
        for line, _ in pairwise(body)
        if _is_crosshead(line.words) and not (place and place.start == line.start)
    )


def _is_crosshead(words: str) -> bool:
    count = len(words.split())
    if count > _MOST_HEADING_WORDS or words.startswith(("By ", "- ", "• ", "* ")):
        return False
    is_quoted = words[0] in "\"“‘'" and words[-1] in "\"”’'" and count <= _MOST_QUOTED_WORDS
    is_asked = words.endswith("?") and count <= _MOST_QUOTED_WORDS
    return is_quoted or is_asked or words[-1] not in ".!?:;,\"”'’)…"

"""When and where an event happened, and the words that tell so.

Only words that tell of the event count: the contents of statements and the outlet's own sentences
beside them. When and where somebody said something ("said on Tuesday in Moscow") is no matter of
the event's.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimtrack.claims.utterance import SENTENCE_END, Utterance
from claimtrack.language.times import Time, times
from claimtrack.models import Capture, Happened, Span
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.names import fold

_FAR = datetime.timedelta(days=45)
"""A day further before the first report is background, unless its year stands beside it."""
_MOST_PLACES = 4
_NAME = r"(?P<name>[A-Z][\w-]*(?: (?:of the |of |de |al-)?[A-Z][\w-]*)*)(?![\w'’-])"
_PLACES = (
    re.compile(
        r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ver|[Oo]ff|[Oo]utside|[Aa]round|[Ii]nside|[Aa]cross)\s+(?:the\s+)?" + _NAME
    ),
    re.compile(rf"\b(?:city|town|village|port|region|province|district) of {_NAME}"),
    re.compile(
        rf"\b[Tt]he {_NAME} "
        r"(?:dam|bridge|port|airport|river|island|peninsula|strait|reef|shoal|coast|border|province|region|district"
        r"|plant|base|station|prison|camp|hospital|school|market|square|crossing|mine)\b"
    ),
)
"""Names after a preposition of place, or before what has one."""
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b.*|I|[A-Z]{2,}\b.*"
    r"|.*\b(?:Navy|Army|Forces?|Ministry|Council|Union|Court|Agency|Party|Games|Olympics|Cup|Congress|Parliament)"
)


class _Stretch(NamedTuple):
    """Words of one capture."""

    capture: Capture
    span: Span
    tells: bool
    """Whether they tell of the event; else they tell who said what of it."""


class _Told(NamedTuple):
    """A time that words tell."""

    time: Time
    capture: Capture
    at: Span


def happened(members: Sequence[Utterance]) -> Happened | None:
    """The day or month that most of the words on an event tell, with the first of them; else the first report's day.

    A day counts if it is no later than the first report and not long before; a month is the next best.
    """
    reports = sorted({(u.day, u.capture.id) for u in members if u.day})
    told = [found for stretch in _stretches(members) for found in _times(stretch)]
    first = reports[0][0] if reports else None
    days = [t for t in told if t.time.is_day and (not first or first - _FAR <= t.time.first <= first)]
    months = [t for t in told if not t.time.is_day and (not first or t.time.first <= first)]
    for found in (days, months):
        if found:
            counts = Counter(t.time[:2] for t in found)
            best = max(counts, key=lambda period: (counts[period], period))
            evidence = next(t for t in found if t.time[:2] == best)
            return Happened(first=best[0], last=best[1], capture_id=evidence.capture.id, at=evidence.at)
    return Happened(first=first, last=first, capture_id=reports[0][1]) if first else None


def places(members: Sequence[Utterance]) -> tuple[str, ...]:
    """Where it happened, as the words on the event name it: the places named most, at most four."""
    counts: Counter[str] = Counter()
    speakers = {fold(u.statement.party.name) for u in members}
    for stretch in _stretches(members):
        if stretch.tells:
            words = stretch.span.of(stretch.capture.text)
            found = {m["name"] for form in _PLACES for m in form.finditer(words)}
            counts.update(name for name in sorted(found) if _is_place(name) and fold(name) not in speakers)
    return tuple(name for name, _ in counts.most_common(_MOST_PLACES))


def _is_place(name: str) -> bool:
    """Whether a capitalised word after "in" or "near" may be a place: no month, day, person or body."""
    named = gazetteer().names.get(fold(name), ())
    if named:
        return any(n.state and n.how in {"name", "capital"} for n in named)
    return not _NO_PLACE.fullmatch(name)


def _times(stretch: _Stretch) -> Iterator[_Told]:
    """The times of some words; around a cue only months, since a day there is that of the saying."""
    for time in times(stretch.span.of(stretch.capture.text), stretch.capture.date):
        if stretch.tells or not time.is_day:
            at = Span(start=stretch.span.start + time.start, end=stretch.span.start + time.end)
            yield _Told(time, stretch.capture, at)


def _stretches(members: Iterable[Utterance]) -> Iterator[_Stretch]:
    """The sentences of the paragraphs that hold an event's statements, contents apart from the words around them."""
    by_capture: dict[str, list[Utterance]] = {}
    for member in members:
        by_capture.setdefault(member.capture.id, []).append(member)
    for found in by_capture.values():
        capture = found[0].capture
        contents = sorted({s for u in found for s in u.statement.content}, key=lambda s: (s.start, s.end))
        cues = [s.start for u in found for s in u.statement.cue]
        for sentence in dict.fromkeys(s for u in found for s in _sentences(u)):
            inside = [s for s in contents if sentence.start <= s.start < sentence.end]
            is_own_voice = not any(sentence.start <= cue < sentence.end for cue in cues)
            yield from (_Stretch(capture, span, tells=True) for span in inside)
            yield from (_Stretch(capture, span, tells=is_own_voice) for span in _around(sentence, inside))


def _sentences(utterance: Utterance) -> Iterator[Span]:
    """The sentences of the paragraph that a statement stands in, without a dateline."""
    text, dateline = utterance.capture.text, utterance.capture.dateline
    start = text.rfind("\n", 0, utterance.statement.start) + 1
    end = text.find("\n", utterance.statement.end)
    end = end if end >= 0 else len(text)
    start = min(end, max(start, dateline.end)) if dateline else start
    edges = [start, *(m.end() for m in SENTENCE_END.finditer(text, start, end)), end]
    yield from (Span(start=a, end=b) for a, b in pairwise(edges))


def _around(sentence: Span, inside: Iterable[Span]) -> Iterator[Span]:
    """What is left of a sentence without some spans."""
    at = sentence.start
    for span in inside:
        if at < span.start:
            yield Span(start=at, end=span.start)
        at = max(at, span.end)
    if at < sentence.end:
        yield Span(start=at, end=sentence.end)

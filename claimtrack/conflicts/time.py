"""Time: another hour, another day, another duration of what both tell of."""

import math
import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from claimtrack.claims.frames import matches, near
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.finding import Finding, finding, holds, one_account
from claimtrack.language.meaning import closeness
from claimtrack.language.numbers import SMALL, Quantity, quantities, value
from claimtrack.language.rarity import rarity
from claimtrack.language.words import Token
from claimtrack.models import ReasonCode, RelationKind, Span

_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800, "month": 2_592_000}
_UNIT = re.compile(r"\s*(?:full\s+)?(second|minute|hour|day|week|month)s?\b", re.IGNORECASE)
_DATING = re.compile(r"\s+(?:after|before|earlier|later|ago)\b", re.IGNORECASE)
"""After a duration: it tells when, not how long."""
_CAME = re.compile(
    r"\b(?:arriv\w+|came|got there|got to|reached|respond\w+|reacted|answered|on the scene)\b", re.IGNORECASE
)
"""How long after something somebody came is how long he took."""
_SPENT = re.compile(
    r"\b(within|in under|for|took|take|lasted?|waited|spent|over|more than|after)\b[^,.;]{0,25}$", re.IGNORECASE
)
_LASTING = re.compile(r"\b(?:took|waited|stood by for|spent|delayed)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
"""Right before a duration: how long, though "before" follows ("waited 77 minutes before entering")."""
_MORE = re.compile(r"\b(?:more than|over|at least|well over)\s+$", re.IGNORECASE)
_AN_HOUR = re.compile(r"\b(?:an?|half an) (?:second|minute|hour|day|week|month)\b", re.IGNORECASE)
_CLOCK = re.compile(
    rf"\bat (?:about |around )?(?P<hour>\d{{1,2}}|{'|'.join(SMALL)})(?:[:.](?P<minute>\d\d)(?!\d))?(?::\d\d)?"
    r"(?!\d|[.,:]\d)\s?"
    r"(?P<half>a\.?m\b|p\.?m\b|in the (?:morning|afternoon|evening)|o'clock)?(?!\s*(?:%|per ?cent|\w+s\b))",
    re.IGNORECASE,
)
_LEAST_RARE, _SAME, _MUCH_ALIKE = 0.35, 0.9, 0.6


class _Timed(NamedTuple):
    span: Span
    kind: str
    """duration, clock or day: only times of one kind can be compared."""
    low: float
    high: float


def time(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """Times of one kind that exclude each other, of one doing."""
    if one_account(a, b) or not (holds(a) and holds(b)):
        return None
    if met := _other_order(a, b, scene):
        return finding(RelationKind.CONTRARY_TO, ReasonCode.TIME, *met, 0.6)
    for x in _timed(a):
        for y in _timed(b):
            apart = x.high < y.low or y.high < x.low
            if x.kind == y.kind and apart and (scene.is_one or _share(a, b, x.span, y.span)):
                return finding(RelationKind.CONTRARY_TO, ReasonCode.TIME, x.span, y.span, 0.6)
    return None


def _other_order(a: Utterance, b: Utterance, scene: Scene) -> tuple[Span, Span] | None:
    """The words by which one puts a doing before what the other puts it after."""
    is_one_deed = any(match.is_sure and match.a.is_negated == match.b.is_negated for match in matches(a, b))
    if not is_one_deed and not (scene.is_one and closeness(a.text, b.text) >= _MUCH_ALIKE):
        return None
    for x, y in product(_ordered(a), _ordered(b)):
        if x[0].text.lower() != y[0].text.lower() and near(x[1], y[1]) >= _SAME:
            return a.where(*x), b.where(*y)
    return None


def _ordered(utterance: Utterance) -> list[tuple[Token, Token]]:
    """Each "before" and "after" with the first telling word behind it."""
    said = utterance.words
    found = ((w, next((v for v in said[i + 1 : i + 4] if not v.is_stop), None)) for i, w in enumerate(said))
    return [(w, v) for w, v in found if v and w.text.lower() in {"before", "after"}]


def _timed(utterance: Utterance) -> list[_Timed]:
    text = utterance.capture.text
    return [
        timed._replace(span=Span(start=piece.start + timed.span.start, end=piece.start + timed.span.end))
        for piece in utterance.read
        for found in (_durations, _clocks)
        for timed in found(piece.of(text))
    ]


def _durations(said: str) -> Iterator[_Timed]:
    for quantity in quantities(said):
        unit = _UNIT.match(said, quantity.end)
        came, spent = (pattern.search(said, 0, quantity.start) for pattern in (_CAME, _SPENT))
        took = came or _LASTING.search(said, 0, quantity.start)
        if not unit or (_DATING.match(said, unit.end()) and not took):
            continue
        spent = spent or came
        if spent or quantity.is_bound:
            yield _duration(
                quantity, unit, is_most=bool(spent and spent.group().lower().startswith(("within", "in under")))
            )
    for match in _AN_HOUR.finditer(said):
        if _SPENT.search(said, 0, match.start()):
            share = 0.5 if match.group().lower().startswith("half") else 1
            length = share * _SECONDS[match.group().split()[-1].lower()]
            most = math.inf if _MORE.search(said, 0, match.start()) else length * 1.2
            yield _Timed(Span(start=match.start(), end=match.end()), "duration", length * 0.8, most)


def _duration(quantity: Quantity, unit: re.Match[str], *, is_most: bool) -> _Timed:
    seconds = _SECONDS[unit[1].lower()]
    low = 0 if is_most else quantity.low * seconds
    return _Timed(Span(start=quantity.start, end=unit.end()), "duration", low, quantity.high * seconds)


def _clocks(said: str) -> Iterator[_Timed]:
    for match in _CLOCK.finditer(said):
        hour = value(match["hour"])
        if hour <= 24:
            moment = hour + int(match["minute"] or 0) / 60
            yield _Timed(Span(start=match.start(), end=match.end()), "clock", moment, moment)


def _share(a: Utterance, b: Utterance, x: Span, y: Span) -> bool:
    """Whether both tell of one doing: a telling word in common beside the times."""
    here = [w for w in a.content if not x.start <= w.start < x.end and rarity(w.lemma) >= _LEAST_RARE]
    there = [w for w in b.content if not y.start <= w.start < y.end]
    return sum(any(near(p, q) >= 0.8 for q in there) for p in here) > 1

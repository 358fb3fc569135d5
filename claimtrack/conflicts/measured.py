"""The figures of a content, each with what it measures, of whom or what, where and over which time."""

import re
from functools import lru_cache
from typing import NamedTuple

from claimtrack.claims.utterance import Utterance
from claimtrack.language.lexicon import phrases, words
from claimtrack.language.numbers import Quantity, quantities
from claimtrack.language.rarity import rarity
from claimtrack.language.words import lemma, tokens
from claimtrack.models import Span

_PACKAGE = "claimtrack.conflicts"
_MEASURES, _SAYS = phrases(_PACKAGE, "measure"), phrases(_PACKAGE, "number")
PEOPLE = words(_PACKAGE, "people")
MOST = 20
"""Figures of a content that are read."""
_TIMES = frozenset("second minute hour day week month year".split())
_PLACES = re.compile(
    r"\b(?:in|across|throughout|around|at|near)\s+(?:the\s+)?(?:(?:whole|entire|wider)\s+)?"
    r"(?:(?:north|south|east|west|central)\w* )?"
    r"(?:(?:[A-Z]\w+ )?(?:\w+ )?(?:town|city|village|region|province|district) of )?"
    r"(?P<place>[A-Z]\w+|country|capital|(?P<all>world|globe)|region|province|district|county|state|city|island)"
    r"|\bnationwide\b|\b(?P<everywhere>worldwide|globally)\b"
)
WORLD = "world"
_COUNTED = re.compile(
    r"\b(?:peak|number|figure|count\w*|put|estimat\w*|total|turnout|crowd|come|came|list\w*|cost|price\w*|worth|spent)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:hours?|days?|weeks?|months?|years?) after (?:an?|the|another) ", re.IGNORECASE)
"""Before what happened earlier: "it comes days after a bomb killed 14"."""
_SAKE = re.compile(r"\bfor $", re.IGNORECASE)
"""Before the one on whose account it was done: "killed them all for one man"."""
_PART = re.compile(r" of (?:the|these|those|them)\b", re.IGNORECASE)
_AGE = re.compile(r"[ -](?:years?|months?)[ -]old\b", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\bnumber of (?P<unit>\w+)\b[^,;:.]{0,40}$")
_NEAR = 25
"""Characters: words that stand so near to a figure are all taken to be beside it."""
_PERIOD = re.compile(
    r"\bsince\b[^,.;]*|\bso far this\b|\b(?:in|over|during|within) (?:the )?(?:recent|past|last|previous|first) \w+"
    r"|\b(?:this|last|every|each|per|a) (?:year|month|week)\b|\bin (?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""Words that say that a figure is of a time and all that happened in it, not of one event."""
_DOERS = re.compile(
    r"\bby (?:[\"“‘'] ?)?(?:(?:some|about|around|at least|the|up to|more than) )*[\"“‘']?$", re.IGNORECASE
)
"""Before the figure of those who did it: "killed by two men"."""
_ANOTHER = re.compile(r"\b(?:another|a further) $", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\b(?:separate(?:ly)?|elsewhere)\b", re.IGNORECASE)
"""Words that tell a figure's event from others: "another 10 were killed", "in a separate strike"."""
_TELLING = 0.35


class Measured(NamedTuple):
    """A figure, and all that says whether another one counts the same."""

    quantity: Quantity
    span: Span
    measure: str
    unit: str
    about: frozenset[str]
    """Base forms of the telling words around the figure."""
    gathering: frozenset[str]
    """Those that name a gathering: "rally", "march"."""
    is_bare: bool
    """Whether it is given as a count without saying of what: "put the peak at"."""
    places: frozenset[str]
    """Where it was counted, as far as the clause says."""
    period: str
    """The words by which it adds up what happened in a time: "since August", "in recent days"."""
    is_elsewhere: bool
    """Whether it is told as that of another event than the one before."""


@lru_cache(maxsize=8192)
def measured(utterance: Utterance) -> tuple[Measured, ...]:
    """The figures of a content with what they measure."""
    text, before = utterance.capture.text, ""
    found: list[Measured] = []
    for span in utterance.read:
        said = span.of(text)
        for quantity in quantities(said)[:MOST]:
            begin, end = _clause(said, quantity)
            clause = said[begin:end]
            unit, age = _unit(said, quantity), _AGE.match(said, quantity.end)
            if _measures_nothing(said, quantity, unit, is_age=bool(age)):
                continue
            where = Span(start=span.start + quantity.start, end=span.start + quantity.end)
            is_one_of_several = len(quantities(said)) > 1 + len([q for q in quantities(said) if q.is_percent])
            around = (begin, end) if is_one_of_several else (0, len(said))
            measure = "age" if age else _measure(said, quantity, *around)
            if not measure and quantity.start == 0:  # "put the number of wounded", "at six"
                measure = next((name for name, pattern in _MEASURES.items() if pattern.search(before)), "")
                clause = f"{before} {clause}"
            places = frozenset(map(_place, _PLACES.finditer(clause)))
            bare = not measure and bool(_COUNTED.search(said, 0, quantity.start))
            period = " ".join(match.group().lower() for match in _PERIOD.finditer(clause))
            kinds = _about(clause), _gathering(clause)
            other = bool(_ANOTHER.search(said, 0, quantity.start) or _ELSEWHERE.search(clause))
            found.append(Measured(quantity, where, measure, unit, *kinds, bare, places, period, other))
        before = said
    return tuple(found)


def _measures_nothing(said: str, quantity: Quantity, unit: str, *, is_age: bool) -> bool:
    """Whether a figure counts nothing: "one of them", "for one man"; "77 minutes"; "its goal of 900"; "by two men"."""
    before = (said, 0, quantity.start)
    return bool(
        (quantity.high == 1 and (not unit or _SAKE.search(*before)))
        or (unit in _TIMES and not is_age)
        or _SAYS["aim"].search(*before)
        or _DOERS.search(*before)
        or _EARLIER.search(*before)
        or _PART.match(said, quantity.end)
    )


def _place(match: re.Match[str]) -> str:
    if match["all"] or match["everywhere"]:
        return WORLD
    return match["place"] or "country"


def _measure(said: str, quantity: Quantity, low: int, high: int) -> str:
    """What a figure measures: that of which words near to it in a range tell, the gravest first; empty if none do."""
    found = (
        (max(match.start() - quantity.end, quantity.start - match.end(), 0) // _NEAR, order, name)
        for order, (name, pattern) in enumerate(_MEASURES.items())
        for match in pattern.finditer(said, low, high)
    )
    return min(found, default=(0, 0, ""))[2]


def _clause(said: str, quantity: Quantity) -> tuple[int, int]:
    """Where the words around a figure begin and end: at the next figure, comma or "and" with a figure of its own."""
    starts = [m.end() for m in re.finditer(r"[,;:.] | and (?=\d)", said)]
    begin = max((s for s in starts if s <= quantity.start), default=0)
    end = min((s for s in starts if s > quantity.end), default=len(said))
    return begin, end


def _unit(said: str, quantity: Quantity) -> str:
    """The noun that is counted: the last plain word before a verb, comma or preposition, from the figure on."""
    unit = ""
    after = re.split(r"[,;:.()]", said[quantity.end : quantity.end + 60])[0]
    for word in tokens(after)[:4]:
        if word.is_stop:
            if unit or word.text.lower() != "of":
                break
            continue
        unit = word.text if word.text[:1].isupper() else word.lemma
        if word.text.endswith("s") or unit in PEOPLE:
            break
    if not unit and (counted := _NUMBER_OF.search(said[: quantity.start])):
        unit = counted["unit"]
    return unit if unit[:1].isupper() else lemma(unit)


def _about(clause: str) -> frozenset[str]:
    return frozenset(word.lemma for word in tokens(clause) if not word.is_stop and rarity(word.lemma) >= _TELLING)


def _gathering(clause: str) -> frozenset[str]:
    return frozenset(word.lemma for word in tokens(clause)) & words(_PACKAGE, "gatherings")

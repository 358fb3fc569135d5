"""Evidence that two statements are about two happenings, however alike their words: other places, states, dates."""

import re
from collections.abc import Iterator, Mapping

from claimtrack.claims.utterance import Utterance, country
from claimtrack.language.lexicon import phrases

_THINGS, _KINDS = phrases("claimtrack.claims", "things"), phrases("claimtrack.claims", "kinds")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_AT = re.compile(
    r"\b(?<!because )(?:in|at|near|off|above|outside|over|of)\s+(?:the\s+)?"
    r"(?!(?:[A-Z]\w+\s+){1,3}(?:University|College|Institute))([A-Z][\w-]+)"
)
"""Not where somebody works, nor what a thing came of."""
_DATED = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTHS})(?: (?P<day2>\d{{1,2}})\b)?(?:,? (?P<year>(?:19|20)\d\d))?"
)
_AREAS = frozenset(["water", "airspace", "sea", "territory", "soil", "border", "zone"])
_NO_PLACE = re.compile(rf"(?:{_MONTHS}|\w+day|[A-Z]{{2,}})")


def are_apart(a: Utterance, b: Utterance) -> bool:
    """Whether what the two name can't belong to one happening."""
    named = (_other(_named(sorts, a), _named(sorts, b)) for sorts in (_KINDS, _THINGS))
    others = (_other(_places(a), _places(b)), *named, _other_states(a, b), _other_dates(a, b))
    return any(others)


def _other(here: set[str], there: set[str]) -> bool:
    return bool(here and there) and not here & there


def _named(sorts: Mapping[str, re.Pattern[str]], utterance: Utterance) -> set[str]:
    """The sorts of things that a content names: a vessel, a hospital, an earthquake."""
    return {sort for sort, pattern in sorts.items() if pattern.search(utterance.text)}


def _places(utterance: Utterance) -> set[str]:
    """The names after a preposition of place that are no state and stand in one text only."""
    found = {m[1] for m in _AT.finditer(utterance.capture.text)}
    return {name for name in found if not country(name) and not _NO_PLACE.fullmatch(name)}


def _other_states(a: Utterance, b: Utterance) -> bool:
    """Whether both contents name states, and not one of those that speak or are named on one side is on the other."""
    here, there = (set(_states(u)) for u in (a, b))
    sides = [{side.lower() for side in u.statement.party.sides} for u in (a, b)]
    return _other(here, there) and not (here | sides[0]) & (there | sides[1])


def _states(utterance: Utterance) -> Iterator[str]:
    """The states that a content names, but not as owners of waters or air: accounts of one event differ there."""
    said = utterance.words
    for index, word in enumerate(said):
        is_owner = any(after.lemma in _AREAS for after in said[index + 1 : index + 3])
        if (name := country(word.text)) and not is_owner:
            yield name


def _other_dates(a: Utterance, b: Utterance) -> bool:
    """Whether both tell the day or year, and they are different ones."""
    here, there = (list(_DATED.finditer(u.text)) for u in (a, b))
    return bool(here and there) and not any(_fit(x, y) for x in here for y in there)


def _fit(x: re.Match[str], y: re.Match[str]) -> bool:
    days = {x["day"] or x["day2"], y["day"] or y["day2"]} - {None}
    years = {x["year"], y["year"]} - {None}
    return x["month"] == y["month"] and len(days) < 2 and len(years) < 2

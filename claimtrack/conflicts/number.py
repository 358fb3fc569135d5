"""Number: two figures for one quantity whose intervals do not meet."""

import datetime
import re
from itertools import product

from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance, country, sides_named
from claimtrack.conflicts.alike import are_dispatches
from claimtrack.conflicts.finding import Finding, finding, holds, same_side
from claimtrack.conflicts.measured import MOST, PEOPLE, WORLD, Measured, measured
from claimtrack.language.lexicon import phrases
from claimtrack.language.numbers import quantities
from claimtrack.language.wordnet import nearness
from claimtrack.models import PartyKind, ReasonCode, RelationKind
from claimtrack.parties import is_country

_SAYS = phrases("claimtrack.conflicts", "number")
_LARGE = 1000
_TOLLS = frozenset("dead killed wounded injured hurt missing death fatality victim casualty body life extra".split())
_DOER = re.compile(r"(?:er|or|ist|man|woman|ian|ee)$")
_NO_DOERS = frozenset(
    """partner helicopter number order quarter centre center border tower river power paper letter matter water shelter
        tanker carrier cluster crater launcher trailer container boiler reactor sector door floor error factor motor
        tractor detector harbor corner corridor square""".split()
)
_STILL_COUNTED = datetime.timedelta(days=10)
"""As long as a toll may still rise, whoever counts; later another side's higher one is its own."""
_HARDLY = 1.25
_TURNOUT = frozenset({"crowd", "voters"})
"""Measures of which shares tell how many voted."""
_GRAVE = frozenset({"dead", "hurt", "missing"})
_ANYBODY = _TOLLS | frozenset(
    """people person man woman other resident civilian villager protester demonstrator passenger pilgrim worshipper
        migrant refugee patient national""".split()
)
"""Of whom it is not said what they were in the fight: anybody may be among "people"."""
_MANY_TIMES = 30
"""How much larger a toll of thousands is that is no rival count of one event: that of a war, and that of a raid."""
_A_KIND = 0.6


def number(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """Disjoint figures for one measure; a later, higher one is an update; figures that meet agree."""
    if not (holds(a) and holds(b)) or _own_losses(a, b) or _one_voice(a, b):
        return None
    is_one_count, are_short = _share_words(a, b), are_dispatches(a, b)
    met = [
        (x, y)
        for x, y in product(measured(a), measured(b))
        if is_one_count or _same_measure(x, y, is_one=scene.is_one, are_short=are_short)
    ]
    if not scene.is_one and _is_old_news(a, b):
        met = [(x, y) for x, y in met if x.measure not in _GRAVE]
    apart = [(x, y) for x, y in met if x.quantity.excludes(y.quantity)]
    if apart and len(apart) == len(met) and not _share_figure(a, b):
        x, y = apart[0]
        kind = RelationKind.UPDATES if _is_update(a, b, x, y) else RelationKind.CONTRARY_TO
        return finding(kind, ReasonCode.NUMBER, x.span, y.span, 0.8)
    exact = [(x, y) for x, y in met if not (x.quantity.is_bound or y.quantity.is_bound) or x.quantity == y.quantity]
    if exact and not apart and not same_side(a, b):
        x, y = exact[0]
        return finding(RelationKind.CORROBORATES, ReasonCode.NUMBER, x.span, y.span, 0.6)
    return None


def _is_old_news(a: Utterance, b: Utterance) -> bool:
    """Whether so long a time lies between two reports that their tolls are hardly of one event, if no name says so."""
    is_long = a.day is not None and b.day is not None and abs(a.day - b.day) > 2 * _STILL_COUNTED
    return is_long and not _names(a) & _names(b)


def _names(utterance: Utterance) -> set[str]:
    """The names in a content, but for those of states: "Hurricane Maria"."""
    return {w.text for w in utterance.content if w.text[:1].isupper() and len(w.text) > 1 and not country(w.text)}


def _share_figure(a: Utterance, b: Utterance) -> bool:
    """Whether one large figure stands in both, which speak of one count: "13,000 died", "50 a week, 13,000 in all"."""
    here, there = ({q.high for q in quantities(u.text)[:MOST] if q.low == q.high >= _LARGE} for u in (a, b))
    return bool(here & there)


def _share_words(a: Utterance, b: Utterance) -> bool:
    """Whether the words of one are the other's too: "organisers put the turnout at 50,000, police at 12,000"."""
    if a.capture.id != b.capture.id:
        return False
    either = ((x, y) for one, other in ((a, b), (b, a)) for x in one.read for y in other.read)
    return any(y.start <= x.start and x.end <= y.end and x.end > x.start for x, y in either)


def _same_measure(x: Measured, y: Measured, *, is_one: bool, are_short: bool) -> bool:
    """Whether two figures count the same: people who died, or the same things said in the same words."""
    if x.quantity.is_percent != y.quantity.is_percent or _other_places(x, y):
        return False
    if is_one and _may_count_one_thing(x, y):
        return True
    return x.period == y.period and _are_of_one_sort(x, y) and (is_one or are_short or _may_be_one_toll(x, y))


def _may_be_one_toll(x: Measured, y: Measured) -> bool:
    """Whether two tolls may be of one event: of the same people, or of anybody, and not of many times as many."""
    if x.is_elsewhere or y.is_elsewhere:
        return False
    if x.measure not in _GRAVE:
        return True
    low, high = sorted((x.quantity.high, y.quantity.high))
    are_all = all(unit in _ANYBODY | {""} or unit[:1].isupper() for unit in (x.unit, y.unit))
    return (are_all or _same_unit(x, y)) and (high < _LARGE or high < _MANY_TIMES * max(low, 1))


def _are_of_one_sort(x: Measured, y: Measured) -> bool:
    """Whether both measure one thing: deaths, a crowd at one gathering, things of one name."""
    are_turnouts = x.quantity.is_percent and {x.measure, y.measure} <= _TURNOUT
    if are_turnouts or x.measure != y.measure:
        return are_turnouts
    if x.measure in _GRAVE:
        return all(_is_people(m) for m in (x, y)) or _same_unit(x, y)
    if x.measure == "crowd" and all(_is_people(m) for m in (x, y)) and (x.gathering & y.gathering or x.about & y.about):
        return True
    people = x.unit in PEOPLE and y.unit in PEOPLE
    told = x.about & y.about - {x.unit, y.unit}
    return (_same_unit(x, y) and (len(told) > 1 or bool(x.measure))) or (people and bool(x.measure))


def _may_count_one_thing(x: Measured, y: Measured) -> bool:
    """Of one event: figures of one unit or measure, or a bare count ("put the peak at 900") beside one of people."""
    if x.measure != y.measure and not (x.is_bare or y.is_bare):
        return False
    if _is_people(x) and _is_people(y) and (x.measure or y.measure):
        return min(x.quantity.high, y.quantity.high) > 1 or x.quantity.high == 0 or y.quantity.high == 0
    if x.quantity.is_percent or (x.is_bare and y.is_bare and not (x.unit or y.unit)):
        return bool(x.about & y.about)
    return _same_unit(x, y) or (
        bool(x.unit and y.unit) and nearness(x.unit, y.unit) >= _A_KIND and bool(x.about & y.about)
    )


def _is_people(measured: Measured) -> bool:
    """Whether people are counted, or deaths, or it is not said what."""
    unit = measured.unit
    is_doer = bool(_DOER.search(unit)) and unit not in _NO_DOERS
    return not unit or unit in PEOPLE | _TOLLS or unit[:1].isupper() or is_doer


def _other_places(x: Measured, y: Measured) -> bool:
    """Whether the figures are of two places: "nationwide", "in the capital"; the world is no other's place."""
    if (WORLD in x.places) != (WORLD in y.places):
        return True
    here, there = ({place for place in m.places if not is_country(place)} for m in (x, y))
    if bool(here) != bool(there):
        return False  # a town may lie in the state
    return bool(x.places and y.places) and not x.places & y.places


def _same_unit(x: Measured, y: Measured) -> bool:
    return bool(x.unit and y.unit) and nearness(x.unit, y.unit) >= 0.9


def _own_losses(a: Utterance, b: Utterance) -> bool:
    """Each side counting its own is no conflict: "two of its guards", and Tajiks by Tajikistan."""
    return all(map(_counts_its_own, (a, b))) and not same_side(a, b)


def _counts_its_own(utterance: Utterance) -> bool:
    if _SAYS["own"].search(utterance.text):
        return True
    named = sides_named(utterance)
    return bool(named) and named <= set(utterance.statement.party.sides)


def _one_voice(a: Utterance, b: Utterance) -> bool:
    """Two figures of one party in one article are two different things; of two without a name the words tell."""
    if a.capture.id != b.capture.id or a.statement.party.name != b.statement.party.name:
        return False
    return a.statement.party.kind != PartyKind.UNNAMED or same_side(a, b)


def _is_update(a: Utterance, b: Utterance, x: Measured, y: Measured) -> bool:
    """A later figure that is higher, or is presented as new, takes the place of the earlier one.

    Of another side's figures only tolls do, which rise whoever counts, and those that are hardly higher.
    """
    if _SAYS["update"].search(a.text) or _SAYS["update"].search(b.text):
        return True
    if not (a.day and b.day) or a.day == b.day:
        return False
    earlier, later = (x.quantity, y.quantity) if a.day < b.day else (y.quantity, x.quantity)
    is_rising = {x.measure, y.measure} <= _GRAVE or later.low <= _HARDLY * earlier.high
    is_one_count = same_side(a, b) or (is_rising and abs(a.day - b.day) <= _STILL_COUNTED)
    return is_one_count and later.low >= earlier.high

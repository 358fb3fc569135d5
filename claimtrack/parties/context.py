"""What surrounds a mention: the names in the text, who spoke before, and where and when it was written."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimtrack.language.wordnet import is_common
from claimtrack.models import Party, PartyKind, Span
from claimtrack.parties.gazetteer import Gazetteer, Named, State, gazetteer
from claimtrack.parties.names import fold
from claimtrack.parties.phrases import PERSON_NOUN, TELLING, TITLES

_WORD = re.compile(r"\w[\w.'’&-]*")
_SENTENCE = re.compile(r"(?<=[a-z0-9\])%\"”’][.!?])[\"”'’]*\s+(?=[\"“'‘]*[A-Z])|\n+|(?<=[.!?][\"”])\s+(?=[\"“]?[A-Z])")
_BEFORE_PLACE = re.compile(r" (?:Square|Street|Avenue|Road|Bridge|Beach|Boulevard)\b")
"""Behind a name that is a place's: "Times Square" is no paper."""
_SURNAME = re.compile(r"\b[A-Z][a-z][\w-]{2,}(?= [a-z]|['’]s|[,.])")
_ENDING = re.compile(r"(?:['’]s|['’]|[.,-])$")
_ENDS = frozenset("s'’.,-")
_ARTICLES = frozenset(["The", "A", "An"])
_NAMED_SO = re.compile(r"\b([A-Z][\w'’-]+) (?=([A-Z][a-z][\w-]{2,}))")
"""A surname behind another name, which may be somebody the lists do not know."""
_LONGEST_HEAD = 4
_SHORT_WORD = 4
_TELL_NOTHING = frozenset({"government", "state", "united", "former", "international", "general"})
_AROUND = 10_000
REACH = 1500
"""How far back an antecedent is looked for, in characters."""

Names = tuple[tuple[str, Party], ...]
"""Names beside those of the gazetteer, as written, and the party that each stands for."""


class Heard(NamedTuple):
    """A mention that has been resolved."""

    span: Span
    party: Party
    is_speaker: bool
    is_person: bool = False
    """Whether the words name a person, though the party be a body ("a spokesman for the army")."""


class Context(NamedTuple):
    """A text, the names in it, and the speakers resolved so far."""

    text: str
    found: tuple["Sighting", ...]
    dateline: str = ""
    speakers: tuple[Heard, ...] = ()

    title: Span | None = None
    day: str = ""
    """When it was written, as an ISO date, month or year; empty if that is not known."""
    names: Names = ()
    """Further names; they go before the gazetteer's."""

    def near(self, start: int) -> tuple["Sighting", ...]:
        """The names that stand so near to a place that they tell what is talked about."""
        first, last = (
            bisect_left(self.found, edge, key=lambda s: s.span.start) for edge in (start - _AROUND, start + _AROUND)
        )
        return self.found[first:last]

    def heard(self, span: Span, party: Party) -> "Context":
        """The context once this mention is resolved."""
        is_person = bool(PERSON_NOUN.search(span.of(self.text)))
        return self._replace(speakers=(*self.speakers, Heard(span, party, is_speaker=True, is_person=is_person)))


class Sighting(NamedTuple):
    """A name of the gazetteer met in a text."""

    span: Span
    named: tuple[Named, ...]
    city_of: State | None = None
    """For a city that stands for nobody: its state."""

    @property
    def state(self) -> State | None:
        """The state that the name tells of."""
        sides = (gazetteer().states.get(side) for named in self.named for side in named.party.sides)
        return self.city_of or next((n.state for n in self.named if n.state), None) or next(filter(None, sides), None)


def context(text: str, dateline: str = "", title: Span | None = None, day: str = "", names: Names = ()) -> Context:
    """The context of a text in which nobody has spoken yet."""
    return Context(text, sightings(text, names), dateline, title=title, day=day, names=names)


@lru_cache(maxsize=64)
def sightings(text: str, names: Names = ()) -> tuple[Sighting, ...]:
    """Every capitalised name of the gazetteer, and every further one, in a text, longest match first, in order."""
    added = tuple(_added(text, names)) if names else ()
    taken = [sighting.span for sighting in added]
    listed = (s for s in _sightings(text, gazetteer()) if not any(_meet(s.span, span) for span in taken))
    return tuple(sorted((*added, *listed), key=lambda s: s.span.start)) if added else tuple(listed)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _added(text: str, names: Names) -> Iterator[Sighting]:
    taken = 0
    pattern = "|".join(re.escape(written) for written, _ in sorted(names, key=lambda pair: -len(pair[0])))
    for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE):
        if match.start() >= taken and (named := added_name(match.group(), names)):
            taken = match.end()
            yield Sighting(Span(start=match.start(), end=match.end()), (named,))


def added_name(words: str, names: Names) -> Named | None:
    """The further name that some words are."""
    wanted = fold(words)
    party = next((party for written, party in names if fold(written) == wanted), None)
    how = "person" if party and party.kind == PartyKind.PERSON else "name"
    return Named(party, how, None, words) if party else None


OF_A_NAME = r"(?<!Ciudad )(?<!Estado )(?<!Banco )(?<!Universidad )de"
"""A "de" in somebody's name, as a pattern: not that of a town or body."""
_AFTER_LAKE = re.compile(rf"\b(?:Lake|Mount|Mt\.?|River|Hotel|{OF_A_NAME}) $")
"""Before a name, words that make it another's: "Lake Victoria" is no capital of the Seychelles, de Lima not of Peru."""


def _sightings(text: str, known: Gazetteer) -> Iterator[Sighting]:
    words = [match.span() for match in _WORD.finditer(text)]
    i = 0
    while i < len(words):
        step = 1
        if text[words[i][0]].isupper() and not _AFTER_LAKE.search(text, max(0, words[i][0] - 20), words[i][0]):
            for size in range(min(_longest_at(text, words[i : i + 2], known), len(words) - i), 0, -1):
                start, end = words[i][0], words[i + size - 1][1]
                if city := known.cities.get(fold(_bare(text[start:end]))):
                    yield Sighting(Span(start=start, end=start + len(_bare(text[start:end]))), (), city)
                    step = size
                    break
                named = _lookup(known, text[start:end])
                if named and not (_BEFORE_PLACE.match(text, end) or _is_anothers(text, _bare(text[start:end]), named)):
                    body = _body_after(text, words[i + size : i + size + _LONGEST_HEAD], named, known)
                    yield body or Sighting(Span(start=start, end=start + len(_bare(text[start:end]))), named)
                    step = size
                    break
        i += step


def _is_anothers(text: str, name: str, named: tuple[Named, ...]) -> bool:
    """Whether a family name that goes first is that of somebody the lists do not know: "Ri" of "Ri Tong-il"."""
    return " " not in name and all(one.how == "person" for one in named) and _has_strangers(text, name)


@lru_cache(maxsize=256)
def _has_strangers(text: str, family: str) -> bool:
    """Whether a text names somebody of a family whom the lists do not have."""
    found = {match.group() for match in re.finditer(rf"\b{re.escape(family)}(?: [A-Z][\w-]+){{1,2}}", text)}
    return any(fold(name) not in gazetteer().names for name in found)


def _longest_at(text: str, words: list[tuple[int, int]], known: Gazetteer) -> int:
    """The most words that a name beginning here can have; 0 if none begins so."""
    first = text[slice(*words[0])]
    if first in _ARTICLES and len(words) > 1:
        first = text[slice(*words[1])]
        return 1 + max(known.openings.get(fold(first), 0), known.openings.get(fold(_bare(first)), 0))
    return max(known.openings.get(fold(first), 0), known.openings.get(fold(_bare(first)), 0))


def _body_after(text: str, words: list[tuple[int, int]], named: tuple[Named, ...], known: Gazetteer) -> Sighting | None:
    """The body that a state's name and a head make: "Poland's Defence Ministry"; several, if the name is of several."""
    states = dict.fromkeys(n.state for n in named if n.state and n.how in {"adjective", "name"})
    for size in range(len(words) if states else 0, 0, -1):
        start, end = words[0][0], words[size - 1][1]
        end = start + len(_bare(text[start:end]))
        if head := known.heads.get(fold(text[start:end])):
            parties = ((known.party(head.party.format(of=state.of), head.kind, state), state) for state in states)
            return Sighting(Span(start=start, end=end), tuple(Named(party, "name", state) for party, state in parties))
    return None


def _bare(name: str) -> str:
    """A name without possessive ending or sentence mark."""
    return _ENDING.sub("", name) if name[-1:] in _ENDS else name


def _lookup(known: Gazetteer, words: str) -> tuple[Named, ...]:
    if "\n" in words or len(words) > 80:
        return ()
    found = known.names.get(fold(words)) or known.names.get(fold(_bare(words)), ())
    return tuple(named for named in found if named.fits(words))


def choose(named: tuple[Named, ...], around: Context, start: int) -> Named:
    """The reading of an ambiguous name that the rest of the text speaks for."""
    if len(named) == 1:
        return named[0]
    preference = ("name", "person", "metonym", "capital", "people", "adjective")

    def rank(candidate: Named) -> tuple[int, int, int]:
        """Of bodies that one city or building stands for, the one with the most names is the best known."""
        forms = gazetteer().forms[candidate.party.name] if candidate.how == "metonym" else 0
        return -_support(candidate, around, start), preference.index(candidate.how), -forms

    return min(named, key=rank)


def _support(candidate: Named, around: Context, start: int) -> int:
    """How often the party, its side or its state is named elsewhere, under a plainer name."""
    wanted = {candidate.party.name, *candidate.party.sides, *candidate.party.via}
    home = home_state(around.dateline)
    total = 3 if home and candidate.state == home and candidate.how != "capital" else 0
    own = set(fold(candidate.written).split())
    total += 2 * bool((_telling_words(candidate.party) - own) & _text_words(around.text))
    for sighting in around.near(start):
        total += bool(candidate.state and sighting.city_of == candidate.state)
        if sighting.span.start != start and len(sighting.named) == 1:
            other = sighting.named[0]
            total += 2 * (other.party.name == candidate.party.name) + (other.party.name in wanted)
            total += candidate.party.name in other.party.via
            total += bool(candidate.state and other.state == candidate.state)
            total += other.how == "person" and candidate.party.sides == other.party.sides
    return total


@lru_cache(maxsize=10_000)
def _telling_words(party: Party) -> frozenset[str]:
    """Words that speak for a party when an ambiguous name may stand for it: those of its name and of its work."""
    words = {fold(word) for word in party.name.split() if len(word) > _SHORT_WORD}
    work = {"court"} if party.kind == PartyKind.COURT else words
    return frozenset(words - _TELL_NOTHING).union(*(TELLING.get(word, frozenset()) for word in work | words))


@lru_cache(maxsize=64)
def _text_words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in re.findall(r"\w+", text))


def home_state(dateline: str) -> State | None:
    """The state that a dateline's place belongs to."""
    for part in re.split(r"[,/;()–—-]", dateline):
        for named in gazetteer().names.get(fold(part), ()):
            if named.state and named.how in {"capital", "name"}:
                return named.state
        if city := gazetteer().cities.get(fold(part)):
            return city
    return None


@lru_cache(maxsize=64)
def surnames(text: str) -> tuple[Sighting, ...]:
    """Bare surnames of people whom the text names in full, or else of those who lead states and great bodies."""
    starts = [s.span.start for s in sightings(text)]
    named = _named_in_full(text)
    others = {match[2] for match in _NAMED_SO.finditer(text) if fold(match[1]) not in TITLES}
    found = []
    for match in _SURNAME.finditer(text):
        known = named.get(match.group(), ())
        if not known and match.group() not in others and not is_common(match.group()):
            known = gazetteer().leaders.get(fold(match.group()), ())
        if known:
            before = bisect_right(starts, match.start()) - 1
            if before < 0 or sightings(text)[before].span.end <= match.start():
                found.append(Sighting(Span(start=match.start(), end=match.end()), known))
    return tuple(found)


def _named_in_full(text: str) -> dict[str, tuple[Named, ...]]:
    """The people of the gazetteer whom a text names in full, by surname; of two the first."""
    found: dict[str, tuple[Named, ...]] = {}
    for sighting in sightings(text):
        first, _, surname = sighting.span.of(text).rpartition(" ")
        if first and all(named.how == "person" for named in sighting.named):
            found.setdefault(surname, sighting.named)
    return found


def sentence_at(text: str, start: int) -> tuple[int, int]:
    """Where the sentence that holds a place begins and ends."""
    begin = max(
        (m.end() for m in _SENTENCE.finditer(text, max(0, start - REACH), start)), default=max(0, start - REACH)
    )
    end = next((m.start() for m in _SENTENCE.finditer(text, start, start + REACH)), min(len(text), start + REACH))
    return begin, end


def sentences_before(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The sentence up to `start`, then those before it, nearest first."""
    low = max(0, start - REACH)
    edges = [low, *(m.end() for m in _SENTENCE.finditer(text, low, start)), start]
    for begin, end in zip(reversed(edges[:-1]), reversed(edges), strict=False):
        yield begin, end if end != start else start

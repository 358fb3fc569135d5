"""What surrounds a mention: the names in the text, who spoke before, and where it was written.

Pronouns and "the ministry" are resolved here, by recency and sentence: within the sentence
the first fitting speaker, else the first of the nearest sentence before (a plain form of
Hobbs' search, 1978, over names instead of a parse).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimtrack.models import Party, PartyKind, Span
from claimtrack.parties.gazetteer import Gazetteer, Named, State, gazetteer
from claimtrack.parties.names import fold

_WORD = re.compile(r"\w[\w.'’&-]*")
_SENTENCE = re.compile(r"(?<=[a-z0-9\])%][.!?])[\"”'’]*\s+(?=[\"“'‘]*[A-Z])|\n+|(?<=[.!?][\"”])\s+(?=[\"“]?[A-Z])")
_LONGEST_HEAD = 4
_SHORT_WORD = 4
_NEAR = 40
"""Characters between a name and the relative pronoun that stands for it."""
_REACH = 1500
"""How far back an antecedent is looked for, in characters."""

PERSON_NOUN = re.compile(
    r"\b(?:spokes(?:man|woman|person)|he|she|official|director|president|minister|commander|general|chief|head|man|woman|"
    r"officer|manager|worker|secretary|envoy|ambassador|leader|lawyer|doctor|witness)\b",
    re.IGNORECASE,
)
PERSONS = frozenset({PartyKind.PERSON, PartyKind.OFFICE})
PLURALS = frozenset({PartyKind.CROWD, PartyKind.UNNAMED, PartyKind.ARMED_GROUP, PartyKind.MILITARY})
BODIES = frozenset(PartyKind) - PERSONS - {PartyKind.CROWD, PartyKind.UNNAMED} | {PartyKind.OFFICE}


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


def context(text: str, dateline: str = "", title: Span | None = None, day: str = "") -> Context:
    """The context of a text in which nobody has spoken yet."""
    return Context(text, sightings(text), dateline, title=title, day=day)


@lru_cache(maxsize=64)
def sightings(text: str) -> tuple[Sighting, ...]:
    """Every capitalised name of the gazetteer in a text, longest match first, in order."""
    return tuple(_sightings(text, gazetteer()))


def _sightings(text: str, known: Gazetteer) -> Iterator[Sighting]:
    words = [match.span() for match in _WORD.finditer(text)]
    i = 0
    while i < len(words):
        step = 1
        if text[words[i][0]].isupper():
            for size in range(min(known.longest, len(words) - i), 0, -1):
                start, end = words[i][0], words[i + size - 1][1]
                if city := known.cities.get(fold(_bare(text[start:end]))):
                    yield Sighting(Span(start=start, end=start + len(_bare(text[start:end]))), (), city)
                    step = size
                    break
                if named := _lookup(known, text[start:end]):
                    body = _body_after(text, words[i + size : i + size + _LONGEST_HEAD], named, known)
                    yield body or Sighting(Span(start=start, end=start + len(_bare(text[start:end]))), named)
                    step = size
                    break
        i += step


def _body_after(text: str, words: list[tuple[int, int]], named: tuple[Named, ...], known: Gazetteer) -> Sighting | None:
    """The body that a state's name and a head make: "Poland's Defence Ministry"."""
    state = next((n.state for n in named if n.state and n.how in {"adjective", "name"}), None)
    for size in range(len(words) if state else 0, 0, -1):
        head = known.heads.get(fold(text[words[0][0] : words[size - 1][1]]))
        if head and state:
            party = known.party(head.party.format(of=state.of), head.kind, state)
            return Sighting(Span(start=words[0][0], end=words[size - 1][1]), (Named(party, "name", state),))
    return None


def _bare(name: str) -> str:
    """A name without possessive ending or sentence mark."""
    return re.sub(r"(?:['’]s|['’]|[.,-])$", "", name)


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
    ranked = sorted(named, key=lambda n: (-_support(n, around, start), preference.index(n.how)))
    return ranked[0]


def _support(candidate: Named, around: Context, start: int) -> int:
    """How often the party, its side or its state is named elsewhere, under a plainer name."""
    wanted = {candidate.party.name, *candidate.party.sides, *candidate.party.via}
    home = home_state(around.dateline)
    total = 3 if home and candidate.state == home and candidate.how != "capital" else 0
    own = set(fold(candidate.written).split())
    total += 2 * bool((_telling_words(candidate.party) - own) & _text_words(around.text))
    for sighting in around.found:
        total += bool(candidate.state and sighting.city_of == candidate.state)
        if sighting.span.start != start and len(sighting.named) == 1:
            other = sighting.named[0]
            total += 2 * (other.party.name == candidate.party.name) + (other.party.name in wanted)
            total += bool(candidate.state and other.state == candidate.state)
    return total


@lru_cache(maxsize=10_000)
def _telling_words(party: Party) -> frozenset[str]:
    """Words that speak for a party when an ambiguous name may stand for it: those of its name and kind."""
    words = {fold(word) for word in party.name.split() if len(word) > _SHORT_WORD}
    if "court" in words or party.kind == PartyKind.COURT:
        words |= {"judges", "ruled", "ruling", "judgment"}
    return frozenset(words - {"government", "state", "united"})


@lru_cache(maxsize=64)
def _text_words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in re.findall(r"[A-Za-z]+", text))


def home_state(dateline: str) -> State | None:
    """The state that a dateline's place belongs to."""
    for part in re.split(r"[,/;()–—-]", dateline):
        for named in gazetteer().names.get(fold(part), ()):
            if named.state and named.how in {"capital", "name"}:
                return named.state
        if city := gazetteer().cities.get(fold(part)):
            return city
    return None


def near_state(around: Context, start: int) -> State | None:
    """The state that "the army" or "the foreign ministry" is about, if the mention does not say.

    The dateline's; else the last one named before in the paragraph; else the first of the
    headline, which is about its own country more often than not; else the nearest.
    """
    if home := home_state(around.dateline):
        return home
    paragraph = around.text.rfind("\n", 0, start) + 1
    before = [s for s in around.found if s.span.end <= start]
    here = [s for s in before if s.span.start >= paragraph]
    headline = [s for s in around.found if around.title and s.span.end <= around.title.end]
    after = [s for s in around.found if s.span.start > start]
    for sighting in (*reversed(here), *headline, *reversed(before), *after):
        if sighting.state:
            return sighting.state
    return None


def antecedent(
    around: Context, start: int, kinds: frozenset[PartyKind], gender: str = "", noun: str = ""
) -> Party | None:
    """The last party of one of these kinds that a pronoun or description here can stand for.

    One whose name holds the noun ("the union": "the National Samsung Electronics Union") goes first.
    """
    candidates = [h for h in _candidates(around) if start - _REACH < h.span.start < start and h.span.end <= start]
    fitting = [h for h in candidates if _is_of(h, kinds) and _fits(h.party, gender)]
    if noun and (called := [h for h in fitting if noun in fold(h.party.name).split()]):
        return called[-1].party
    for begin, end in _sentences_before(around.text, start):
        inside = [h for h in fitting if begin <= h.span.start < end]
        spoken = [h for h in inside if h.is_speaker]
        if spoken or inside:
            return (spoken or inside)[0].party
    return None


def _is_of(heard: Heard, kinds: frozenset[PartyKind]) -> bool:
    return heard.party.kind in kinds or (heard.is_person and PartyKind.PERSON in kinds)


def following(around: Context, start: int, kinds: frozenset[PartyKind], anywhere: bool = False) -> Party | None:
    """A name later in the same sentence, for a pronoun that comes first ("Though he ..., X said").

    `anywhere` looks on to the end, for a headline's "aid group" that the text then names.
    """
    end = next((m.start() for m in _SENTENCE.finditer(around.text, start)), len(around.text))
    end = len(around.text) if anywhere else end
    for heard in _candidates(around):
        if start < heard.span.start < end and heard.party.kind in kinds:
            return heard.party
    return None


def just_before(around: Context, start: int) -> Party | None:
    """The party named right before a relative pronoun ("the union, which said ...")."""
    near = [h for h in _candidates(around) if start - _NEAR <= h.span.end <= start]
    return near[-1].party if near else None


def _fits(party: Party, gender: str) -> bool:
    return not gender or gazetteer().genders.get(party.name, gender) == gender


def _candidates(around: Context) -> list[Heard]:
    """Speakers and names in order; a name inside a speaker's mention is that speaker."""
    taken = sorted((h.span.start, h.span.end) for h in around.speakers)

    def is_spoken(span: Span) -> bool:
        place = bisect_right(taken, (span.start, len(around.text))) - 1
        return place >= 0 and span.end <= taken[place][1]

    named = [
        Heard(s.span, choose(s.named, around, s.span.start).party, is_speaker=False)
        for s in around.found
        if any(n.how != "adjective" for n in s.named) and not is_spoken(s.span)
    ]
    return sorted((*around.speakers, *named), key=lambda h: h.span.start)


def sentence_at(text: str, start: int) -> tuple[int, int]:
    """Where the sentence that holds a place begins and ends."""
    begin = max((m.end() for m in _SENTENCE.finditer(text, max(0, start - _REACH), start)), default=max(0, start - _REACH))
    end = next((m.start() for m in _SENTENCE.finditer(text, start, start + _REACH)), min(len(text), start + _REACH))
    return begin, end


def _sentences_before(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The sentence up to `start`, then those before it, nearest first."""
    low = max(0, start - _REACH)
    edges = [low, *(m.end() for m in _SENTENCE.finditer(text, low, start)), start]
    for begin, end in zip(reversed(edges[:-1]), reversed(edges), strict=False):
        yield begin, end if end != start else start

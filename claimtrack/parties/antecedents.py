"""What a pronoun or a description points back to: the last fitting speaker or name, by sentence.

Within the sentence the first fitting speaker, else the first of the nearest sentence before (a plain
form of Hobbs' search, 1978, over names instead of a parse).
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise, takewhile

from claimtrack.language.wordnet import wordnet
from claimtrack.language.words import STOPWORDS, lemma
from claimtrack.models import Party, PartyKind, Span
from claimtrack.parties.context import (
    REACH,
    Context,
    Heard,
    Names,
    choose,
    context,
    sentence_at,
    sentences_before,
    surnames,
)
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.names import fold
from claimtrack.parties.phrases import CLASSES, NO_FIRMS, NOUNS_IN_NAMES, RANKS, SAME_SEATS, SEATS

PERSONS = frozenset({PartyKind.PERSON, PartyKind.OFFICE})
PLURALS = frozenset({PartyKind.CROWD, PartyKind.UNNAMED, PartyKind.ARMED_GROUP, PartyKind.MILITARY})
BODIES = frozenset(PartyKind) - PERSONS - {PartyKind.CROWD, PartyKind.UNNAMED} | {PartyKind.OFFICE}
FIRMS = frozenset({PartyKind.COMPANY})
_SUBJECT = 10
"""Characters of a sentence among which its subject begins."""
_NEAR = 40
"""Characters between a name and the relative pronoun that stands for it."""
_BEFORE_NAME = re.compile(r"(?:[\w-]+ ){0,3}$")
_AFTER_NAME = re.compile(r"\W{0,3}(?:, (?:an?|the) [^,.;\n]{1,60})?")
_TAIL = re.compile(r"\S.{20,}[,\"”’'?!]\s*$", re.DOTALL)
"""What a trailing "it said" follows: the words it attributes, in which names are no speakers."""
_SUBORDINATE = re.compile(
    r"\W*(?:after|when|while|though|although|if|as|before|since|because|once|until|in|on|at|by|during|despite|with|"
    r"following|asked|speaking)\b",
    re.IGNORECASE,
)
_SEVERAL_OF = re.compile(
    r"(?:[Tt]he |[Tt]wo |[Ss]everal )?(?:[a-z-]+ )?[A-Za-z]?[a-z]{2,}[^\Ws]s (?:of|for|representing) "
)
"""Several people of somebody: "the lawyers of Ana Roe"."""
_NO_PERSONS = ("Royal Household", "Presidency", "Office of", "Embassy", "Cabinet", "Consulate")
_MOST_HEARD = 50
"""Speakers, the last ones first, whose surnames are looked for."""
_NOUN = re.compile(r" (?P<noun>[a-z]{3,})\b")
_JOINED = re.compile(r"(?:['’]s)?(?:,? and|,? or| as well as|, together with|,? along with) (?:the )?(?:\w+ ){0,2}")


def antecedent(
    around: Context, start: int, kinds: frozenset[PartyKind], gender: str = "", noun: str = ""
) -> Party | None:
    """The last party of one of these kinds that a pronoun or description here can stand for.

    One that is called by the noun ("the union": "the National Union of Teachers") goes first.
    """
    heard = heard_before(around, start)
    if PartyKind.COMPANY in kinds:
        heard = [_spoken_for(h) for h in heard]
    fitting = [h for h in heard if _is_of(h, kinds) and _fits(h.party, gender)]
    if gender:  # nobody calls a household "he"
        fitting = [h for h in fitting if not h.party.name.startswith(_NO_PERSONS)]
    fitting = [h for h in fitting if not is_named_since(h, fitting, around)]
    if noun and (called := [h for h in fitting if is_called(h, noun, around.text)]):
        return called[-1].party
    fitting = [h for h in fitting if not _is_called_otherwise(h, noun, around.text)] or fitting
    if noun in SEATS | RANKS:
        fitting = [h for h in fitting if not _has_another_seat(h, noun, around.text)]
    tail = start if noun else _tail(around.text, start)
    for begin, end in sentences_before(around.text, start):
        inside = [
            h for h in fitting if begin <= h.span.start < end and (h.is_speaker or not tail <= h.span.start < start)
        ]
        spoken = [h for h in inside if h.is_speaker]
        if not spoken and gender:  # "He", after "... met Russia's ambassador"
            inside = [h for h in inside if h.party.kind != PartyKind.OFFICE or h.span.start - begin <= _SUBJECT]
        if spoken or inside:
            return (spoken or inside)[0].party
    return next((h.party for h in reversed(heard) if _may_be_no_person(h)), None) if kinds == FIRMS else None


def is_named_since(called: Heard, fitting: Iterable[Heard], around: Context) -> bool:
    """Whether somebody without a name in the headline ("Russian diplomat says") is then named."""
    if called.party.kind != PartyKind.UNNAMED or called.span.end > around.text.find("\n"):
        return False
    later = (h.party for h in fitting if h.span.start > called.span.start and h.party.kind == PartyKind.PERSON)
    return any(set(party.sides) & set(called.party.sides) for party in later)


def _may_be_no_person(heard: Heard) -> bool:
    """Whether two names that nothing introduced as somebody's may be those of a firm: "Minera Oro", "Lake Lines"."""
    party = heard.party
    is_bare = party.kind == PartyKind.PERSON and not (party.via or heard.is_person) and party.sides == (party.name,)
    return is_bare and heard.is_speaker and party.name.split()[0] not in given_names()


@cache
def given_names() -> Counter[str]:
    """The first names of the people in the lists, and how many have each."""
    return Counter(person.split()[0] for person in gazetteer().genders)


def _spoken_for(heard: Heard) -> Heard:
    """Whoever speaks for a firm brings it up: "its lawyer, Ana Roe, said so. The company later disowned it."."""
    party = heard.party
    side = party.sides[0] if party.kind == PartyKind.PERSON and heard.is_speaker and party.sides else party.name
    if side == party.name or side in gazetteer().states:
        return heard
    known = (n.party for n in gazetteer().names.get(fold(side), ()) if n.party.name == side)
    body = next(known, Party(name=side, kind=PartyKind.ORGANISATION, sides=(side,)))
    return heard._replace(party=body, is_person=False)


def _has_another_seat(heard: Heard, noun: str, text: str) -> bool:
    """Whether a person was introduced in another office: "its chairwoman, Ana Roe" is not "the director"."""
    words = set(fold(f"{heard.span.of(text)} {' '.join(heard.party.via[:1])}").split())
    same = SAME_SEATS.get(noun, frozenset([noun]))
    return heard.party.kind in PERSONS and same.isdisjoint(words) and not SEATS.isdisjoint(words)


def plural(around: Context, start: int) -> Party | None:
    """For "they" and "both": two parties joined by "and", or one that is many, in the nearest sentence."""
    heard = heard_before(around, start)
    for begin, end in sentences_before(around.text, start):
        inside = [h for h in heard if begin <= h.span.start < end]
        if nameless := next((h for h in inside if _are_nameless(h, around.text)), None):
            return nameless.party
        many = next((h for h in inside if _is_many(h.party) or _are_police(h, around.text)), None)
        if found := pair(inside, around.text) or many:
            return found if isinstance(found, Party) else found.party
    return None


def _are_police(heard: Heard, text: str) -> bool:
    return heard.is_speaker and heard.span.of(text).lower().endswith("police")


def _are_nameless(heard: Heard, text: str) -> bool:
    """Whether several have just spoken who go by no name: "Prosecutors said so. They denied the rest."."""
    words = heard.span.of(text)
    is_nobody = heard.party.kind == PartyKind.UNNAMED and not heard.party.sides and words.lower().endswith("s")
    return heard.is_speaker and (is_nobody or bool(_SEVERAL_OF.match(words)))


def pair(heard: Iterable[Heard], text: str) -> Party | None:
    """The first parties of a sentence that "and" joins, as one."""
    found = list(heard)
    for one, other in pairwise(found):
        if _JOINED.fullmatch(text[one.span.end : other.span.start]) and one.party.sides and other.party.sides:
            return joined([one.party, other.party])
    return None


def joined(parties: Iterable[Party]) -> Party:
    """Several parties that speak as one."""
    found = [gazetteer().own(party) for party in parties]
    return Party(
        name=" + ".join(dict.fromkeys(party.name for party in found)),
        kind=found[0].kind,
        sides=tuple(dict.fromkeys(side for party in found for side in party.sides)),
    )


def _is_many(party: Party) -> bool:
    return " + " in party.name or party.kind == PartyKind.CROWD or (party.kind in PLURALS and bool(party.sides))


def _is_of(heard: Heard, kinds: frozenset[PartyKind]) -> bool:
    party = heard.party
    is_firm = PartyKind.COMPANY in kinds and _may_be_a_firm(party)
    is_person = heard.is_person and PartyKind.PERSON in kinds
    return " + " not in party.name and (party.kind in kinds or is_person or is_firm)


def _may_be_a_firm(party: Party) -> bool:
    """Whether a body is known by nothing but its name: it may be what "the utility" stands for."""
    is_own = party.kind == PartyKind.ORGANISATION and party.sides == (party.name,)
    words = fold(party.name).split()
    return is_own and " ".join(words) not in gazetteer().names and NO_FIRMS.isdisjoint(words)


def is_in_name(noun: str, party: Party) -> bool:
    """Whether a body's name says what sort of body it is ("union"), in that word or one that names have for it."""
    return not NOUNS_IN_NAMES.get(noun, frozenset([noun])).isdisjoint(fold(party.name).split())


def is_called(heard: Heard, noun: str, text: str) -> bool:
    """Whether the name, the words before it or an apposition after it hold the noun ("research firm X")."""
    if is_in_name(noun, heard.party):
        return True
    before = _BEFORE_NAME.search(text, max(0, heard.span.start - _NEAR), heard.span.start)
    after = _AFTER_NAME.match(text, heard.span.end)
    around = (before.group() if before else "") + heard.span.of(text) + " " + (after.group() if after else "")
    return noun in re.findall(r"\w+", around.lower())


def _is_called_otherwise(heard: Heard, noun: str, text: str) -> bool:
    """Whether the text calls a body by another noun of the sort: "research firm X" is not "the company"."""
    sort = next((nouns.split() for nouns in CLASSES if noun in nouns.split()), [])
    return any(is_called(heard, other, text) for other in sort if other != noun)


def _tail(text: str, start: int) -> int:
    """Where the words begin that a trailing pronoun attributes ("..., it said"); `start`, if it does not trail."""
    begin = sentence_at(text, start)[0]
    begin += max(text[begin:start].rfind(mark) for mark in (": ", "; ", "\0")) + 1
    sentence = text[begin:start]
    is_quoted = sentence.lstrip().startswith(('"', "“"))
    return begin if _TAIL.match(sentence.lstrip()) and (is_quoted or not _SUBORDINATE.match(sentence)) else start


def following(around: Context, start: int, kinds: frozenset[PartyKind], anywhere: bool = False) -> Party | None:
    """A name later in the same sentence, for a pronoun that comes first ("Though he ..., X said").

    `anywhere` looks on to the end, for a headline's "aid group" that the text then names.
    """
    end = len(around.text) if anywhere else sentence_at(around.text, start)[1]
    return next((h.party for h in _between(around, start + 1, end) if h.party.kind in kinds), None)


def just_before(around: Context, start: int) -> Party | None:
    """The party named right before a relative pronoun ("the union, which said ...")."""
    near = [h for h in heard_before(around, start) if start - _NEAR <= h.span.end]
    return near[-1].party if near else None


def _fits(party: Party, gender: str) -> bool:
    return not gender or gazetteer().genders.get(party.name, gender) == gender


def heard_before(around: Context, start: int) -> list[Heard]:
    """Speakers and names that end before a place, in order, as far back as an antecedent is looked for."""
    return [h for h in _between(around, start - REACH + 1, start) if h.span.end <= start]


def _between(around: Context, low: int, high: int) -> list[Heard]:
    """Speakers and names that begin in a range, in order; a name inside a speaker's mention is that speaker."""
    spoken = [h for h in takewhile(lambda h: h.span.end > low, reversed(around.speakers)) if low <= h.span.start < high]
    taken = sorted((h.span.start, h.span.end) for h in spoken)

    def is_spoken(span: Span) -> bool:
        place = bisect_right(taken, (span.start, len(around.text))) - 1
        return place >= 0 and span.end <= taken[place][1]

    names = _names(around.text, around.dateline, around.names)
    first, last = (bisect_left(names, edge, key=lambda h: h.span.start) for edge in (low, high))
    beside = [h for h in (*names[first:last], *_again(around, low, high)) if not is_spoken(h.span)]
    return sorted((*spoken, *beside), key=lambda h: h.span.start)


def _again(around: Context, low: int, high: int) -> Iterator[Heard]:
    """Those who spoke before by name, and are no more in any list, where their surname stands in a range."""
    people = {
        h.party.name.rpartition(" ")[2]: h.party
        for h in around.speakers[-_MOST_HEARD:]
        if h.party.kind == PartyKind.PERSON and " " in h.party.name and fold(h.party.name) not in gazetteer().names
    }
    if people:
        pattern = rf"\b(?:{'|'.join(map(re.escape, people))})\b(?! [A-Z])"
        for match in re.finditer(pattern, around.text[max(0, low) : high]):
            span = Span(start=max(0, low) + match.start(), end=max(0, low) + match.end())
            yield Heard(span, people[match.group()], is_speaker=False)


@lru_cache(maxsize=64)
def _names(text: str, dateline: str, names: Names) -> tuple[Heard, ...]:
    """The names in a text that can be meant again; the place of the dateline can't."""
    meant = _meant(context(text, dateline, names=names), text.find(dateline) if dateline else -1)
    return tuple(sorted(meant, key=lambda h: h.span.start))


def _is_of_noun(text: str, span: Span) -> bool:
    """Whether the short name of a state only tells of what sort the noun behind it is: "US hedge funds"."""
    match = _NOUN.match(text, span.end) if span.of(text).isupper() else None
    if not match or match["noun"] in STOPWORDS:
        return False
    base = lemma(match["noun"])
    is_plural = base != match["noun"]
    return base in wordnet().nouns and not (is_plural and base in wordnet().verbs)


def _meant(around: Context, place: int) -> Iterator[Heard]:
    for sighting in (*around.found, *surnames(around.text)):
        is_dateline = place <= sighting.span.start < place + len(around.dateline)
        is_of_noun = sighting.state and _is_of_noun(around.text, sighting.span)
        is_name = any(n.how != "adjective" for n in sighting.named) and not is_of_noun
        if is_name and not is_dateline:
            party = choose(sighting.named, around, sighting.span.start).party
            yield Heard(sighting.span, party, is_speaker=False)

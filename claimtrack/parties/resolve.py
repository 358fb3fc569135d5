"""From a mention of a speaker to a party: one reader for each way of naming one.

`resolve` tries the readers in order; each gives a party or passes. Rules of naming follow
claimtrack/parties/data/README.md: the most specific body that the text supports, a country or
its capital for its government, nobody ever for a person the text does not name.
"""

import re
from collections.abc import Callable

from claimtrack.models import UNNAMED, Party, PartyKind, Span
from claimtrack.parties.antecedents import given_names, joined
from claimtrack.parties.bodies import body, ministry, placed
from claimtrack.parties.context import Context, choose
from claimtrack.parties.descriptions import again, described, glossed, titled
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.holders import holder, leader
from claimtrack.parties.institutions import institution
from claimtrack.parties.mention import Mention, is_seen, named, state_in, state_of, trimmed
from claimtrack.parties.officials import reporters, unnamed
from claimtrack.parties.owners import office_of, owned
from claimtrack.parties.plainly import plainly
from claimtrack.parties.roles import FORMER
from claimtrack.parties.speakers import apposed, behind_an_office, known_person, known_surname, person, spokesperson
from claimtrack.parties.terms import at_the_time, day_of, is_seat, stated_day
from claimtrack.parties.unlisted import as_named
from claimtrack.parties.vague import crowd, of_two, possessive, pronoun
from claimtrack.parties.within import counsel, document, joint, led, sent

Reader = Callable[[Mention], Party | None]
NEAR = 90
"""rapidfuzz ratio from which a capitalised word is a misspelt name."""
_WORD_NEAR = 75
"""The same of every word of a longer one."""
_SHORTEST = 6
_NAME_FIRST = re.compile(r"[A-Z][\w.'’-]+ [A-Z][\w.'’-]+$|^[A-Z][\w'’-]+$")
_ROLE_AFTER = re.compile(r"[a-z]|[A-Z][\w ]*['’]s [a-z]|[A-Z][a-z]+ (?:for|of|at|with) ")
"""Together: "Ana Roe, a spokeswoman for the army" is first of all Ana Roe."""
_SEATED = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)?-(?:based|born|headquartered|listed) ")
"""Where somebody is at home tells who is meant, not for whom he speaks."""
_AND = re.compile(r",? and ")
_BEGINS = re.compile(r"(?:[Tt]he )?[A-Z]|[Ss]?[Hh]e$")
"""How a party begins that speaks together with another."""
_OFFICE = r"(?:[Aa]mbassador|[Mm]inister|[Pp]resident|[Dd]irector|[Rr]epresentative|[Ss]ecretary|[Cc]hief|[Hh]ead)"
_TWO_OFFICES = re.compile(
    rf"(?P<office>[^,]*\b{_OFFICE}) and (?P<more>[^,]*\b{_OFFICE}) (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)"
)
"""One who holds two: "UK Ambassador and Deputy Permanent Representative Ana Roe"."""
_SUCH_AS = re.compile(r"^[a-z][a-z ]* (?:such as|like|including) (?=[A-Z])")
"""Before one who stands for several: "rights groups such as Amnesty International"."""
_LONGEST = 300
_MOST_JOINED = 3
_BEFORE_WHO = re.compile(r"(?:^|[\s(\"“])(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}),? ?$")
_SENTENCE_END = re.compile(r"(?<=[a-z]{2})\. ")
_NOUN_BEFORE_WHO = re.compile(r"(?:^|[\s(\"“])(?P<noun>(?:[Tt]he|[Aa]n?|[Aa]nother) (?:[a-z-]+ ){0,2}[a-z-]+),? ?$")
_WHO_BACK = 60
"""Characters before "who" in which a name is looked for."""
_SEATED_FOR = re.compile(r",? \(?\b[DRI]-(?:[A-Z][\w.]*)(?: [A-Z][\w.]*)*\)?,?")
"""The party and state of a member of Congress: "Ana Roe, D-New Hampshire"."""
_HAS_CLAUSE = re.compile(r", [^,]* (?:that|which|who|whose|where) ")
_OUTSIDE = re.compile(
    r"((?:[A-Z][\w'’-]+|[Dd]e|[Vv][ao]n|al) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) outside (?:the|an?|his|her|their) .*"
)
"""Where somebody stood tells nothing of who he is: "Ana Roe outside the Senate"."""
_STOP = re.compile(r"(?<=\w[a-z]{2})\.$")
"""The end of the sentence behind a name, not that of "Inc." or "U.S."."""
_APPOSED = re.compile(r", (?P<name>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*){0,4}),")
"""The name right after a description: "the company, Boeing, ..."."""
_TWO_NAMES = re.compile(
    r"[A-Z][\w.'’-]*(?: (?:(?:a[dlnrstz]-|el-)?[A-Z][\w.'’-]*|al|bin|de|van|von|der|el|da|ben|la|le|du)){1,4}"
)


def resolve(span: Span, around: Context) -> Party:
    """The party that the mention at `span` of the context's text stands for; `UNNAMED` if none can be told."""
    plain = plainly(_STOP.sub("", " ".join(span.of(around.text)[:_LONGEST].split())).strip(" -–—"), around)
    words = _OUTSIDE.sub(r"\1", _SEATED_FOR.sub("", plain))
    is_role = words[:1].islower() or words.startswith(("The ", "A ", "An ", "Its ", "Their "))
    apposed = _APPOSED.match(around.text, span.end) if is_role else None
    return read(Mention(words, span.start, around, aside=apposed["name"] if apposed else ""))


def read(mention: Mention) -> Party:
    """The party of a mention given by its words."""
    shorter = trimmed(mention)
    is_whole = shorter != mention and not is_seen(mention) and not _HAS_CLAUSE.search(mention.words)
    candidates = (mention, shorter) if is_whole else (shorter,)
    is_role_first = bool(_TWO_NAMES.fullmatch(shorter.aside.split(", ")[0])) and " " in shorter.words
    if is_role_first or (_NAME_FIRST.search(shorter.words) and _ROLE_AFTER.match(shorter.aside)):
        candidates = (shorter, mention)
    if _SEATED.search(shorter.words):
        candidates = (*candidates, shorter.part(_SEATED.sub("", shorter.words)))
    for candidate in candidates:
        for reader in READERS:
            if candidate.words and (party := reader(candidate)):
                return _holder(candidate, _at_the_time(candidate, party))
    return as_named(shorter)


def _at_the_time(mention: Mention, party: Party) -> Party:
    """Somebody known speaks from the office of the day, or else from what the text calls him, or for himself."""
    if party.name in gazetteer().turned:
        since, became = gazetteer().turned[party.name]
        return became if day_of(mention.around, mention.start) >= since else party
    if party.kind != PartyKind.PERSON:
        return party
    if FORMER.match(mention.words) or FORMER.match(mention.aside):
        return Party(name=party.name, kind=PartyKind.PERSON, sides=(party.name,))
    worn = at_the_time(party, mention.around, mention.start)
    called = person(mention)
    if called and (held := _holding(party, called)):
        return held
    is_of_body = called and called.via and gazetteer().states.keys().isdisjoint(called.sides)
    if called and called.via and (worn is None or (is_of_body and set(worn.sides).isdisjoint(called.sides))):
        return called.model_copy(update={"name": party.name})
    return _called_before(mention, party) or worn or Party(name=party.name, kind=PartyKind.PERSON, sides=(party.name,))


def _holding(known: Party, called: Party) -> Party | None:
    """Somebody in the office that the mention gives him, if the lists know that he has ever held it."""
    terms = gazetteer().terms.get(known.name, ())
    return next((term.party for term in terms if term.party.via[:1] == called.via[:1]), None)


def _called_before(mention: Mention, party: Party) -> Party | None:
    """Somebody under the office in which he has spoken before, unless this sentence is of another time."""
    if stated_day(mention.around.text, mention.start):
        return None
    return next((h.party for h in reversed(mention.around.speakers) if h.party.name == party.name), None)


def _holder(mention: Mention, party: Party) -> Party:
    """The person in an office, if the mention or an earlier sentence names one."""
    if party.kind in {PartyKind.PERSON, PartyKind.ORGANISATION} or not is_seat(party.name):
        return party
    if _TWO_NAMES.fullmatch(mention.aside):
        return _at_the_time(mention, known_person(mention.part(mention.aside)) or person(mention) or party)
    if mention.folded.endswith(" leader") and state_of(mention.folded.removesuffix(" leader")):
        return leader(mention.around, mention.start, party.sides) or party
    return holder(mention.around, mention.start, party.name) or party


def misspelt(mention: Mention) -> Party | None:
    """The nearest name, if it is near enough (rapidfuzz ratio on folded names)."""
    word = mention.folded
    if len(word) < _SHORTEST or not any(c.isupper() for c in mention.bare) or mention.bare in given_names():
        return None  # "Albert" is no misspelt Alberta
    sizes = range(len(word) - len(word) // 5, len(word) + len(word) // 4 + 1)
    likely = [name for size in sizes for name in gazetteer().lengths.get(size, ())]
    from rapidfuzz import fuzz, process  # heavy, and only a name that is not known needs it

    best = process.extractOne(word, likely, scorer=fuzz.ratio, score_cutoff=NEAR)
    if not best or not _are_spelt_alike(word, best[0]):
        return None
    fitting = tuple(n for n in gazetteer().names[best[0]] if n.how != "adjective")
    return choose(fitting, mention.around, mention.start).party if fitting else None


def _are_spelt_alike(word: str, name: str) -> bool:
    """Whether each word is near to its fellow: "Dogan news agency" is no "Oman news agency"."""
    from rapidfuzz import fuzz

    pairs = list(zip(word.split(), name.split(), strict=False))
    return len(word.split()) != len(name.split()) or all(fuzz.ratio(x, y) >= _WORD_NEAR for x, y in pairs)


def relative(mention: Mention) -> Party | None:
    """For example "Ana Roe, who said ...", "the officer who told her ...": the name or the noun right before."""
    if mention.folded not in {"who", "whom"}:
        return None
    text, edges = mention.around.text, (max(0, mention.start - _WHO_BACK), mention.start)
    if match := _BEFORE_WHO.search(text, *edges):
        return _read_part(mention, _SENTENCE_END.split(match["name"])[-1])
    noun = _NOUN_BEFORE_WHO.search(text, *edges)
    return (_read_part(mention, noun["noun"]) or UNNAMED) if noun else None


def several(mention: Mention) -> Party | None:
    """For example "President Roe and the Saudi foreign minister", "she and Choi": each by itself, as one."""
    held = _TWO_OFFICES.fullmatch(mention.words) if len(mention.words) < _LONGEST else None
    if held and not state_in(held["more"]):
        return person(mention.part(f"{held['office']} {held['name']}"))
    parts = [part.strip(" ,") for part in _AND.split(re.sub("^[Bb]oth ", "", mention.words))]
    if not 1 < len(parts) <= _MOST_JOINED or not all(_BEGINS.match(_SUCH_AS.sub("", part)) for part in parts):
        return None
    found = [_read_part(mention, part) for part in parts]
    return joined(party for party in found if party) if all(party and party.sides for party in found) else None


def _read_part(mention: Mention, words: str) -> Party | None:
    words = _SUCH_AS.sub("", words)
    part = mention.part(words)._replace(start=mention.start + max(0, mention.words.find(words)))
    return next((party for reader in READERS if reader != misspelt and (party := reader(part))), None)


READERS: tuple[Reader, ...] = (
    relative,
    ministry,
    pronoun,
    apposed,
    known_surname,
    named,
    joint,
    several,
    behind_an_office,
    reporters,
    spokesperson,
    known_person,
    possessive,
    office_of,
    of_two,
    glossed,
    placed,
    titled,
    sent,
    again,
    unnamed,
    described,
    body,
    person,
    institution,
    document,
    crowd,
    owned,
    counsel,
    led,
    misspelt,
)
"""In order of trust."""

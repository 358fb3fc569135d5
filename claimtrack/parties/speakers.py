"""People who speak: spokespersons and named persons."""

import re
from functools import lru_cache

from claimtrack.language.wordnet import is_common
from claimtrack.language.words import STOPWORDS
from claimtrack.models import UNNAMED, Party, PartyKind
from claimtrack.parties import phrases
from claimtrack.parties.antecedents import BODIES, FIRMS, antecedent, given_names
from claimtrack.parties.bodies import office_around, placed, spoken_for
from claimtrack.parties.context import choose
from claimtrack.parties.descriptions import described, kinds_of
from claimtrack.parties.gazetteer import Named, gazetteer
from claimtrack.parties.heard import (
    client,
    known_before,
    office_before,
    representative_before,
    speaking_body,
    spokesperson_before,
)
from claimtrack.parties.holders import of_surname
from claimtrack.parties.mention import Mention, leading_name, named, state_in
from claimtrack.parties.names import fold
from claimtrack.parties.roles import (
    FORMER,
    HIMSELF,
    IS_SOMEBODY,
    NAME,
    OF_A_BODY,
    OF_BODY,
    OF_SOMETHING,
    OF_STATE,
    OFFICE_OF,
    POSTED,
    RELATIVE_OF,
    SCHOOL,
    SORT,
    SPOKEN_FOR,
    body_called,
    body_of,
    has_title,
    is_body_name,
    is_name,
    is_thing_called,
    owner_of,
    speaking_for,
    untitled,
)
from claimtrack.parties.vague import pronoun
from claimtrack.parties.whose import near_state
from claimtrack.parties.within import inner

_FULL_NAME = re.compile(rf"^(?P<title>.*?)(?P<name>{NAME})$")
_MOST_WORDS = 4
_ROLE = re.compile(r"(?:its|their|his|her|the|an?) [a-z]|\S+['’]s? [a-z]", re.IGNORECASE)
"""How a role begins that a name explains."""
_OWNED = re.compile(r"[A-Z]\w+['’]s? *$")
_SENT_FOR = re.compile(
    r"\b(?:expert|envoy|rapporteur|adviser|advisor|coordinator)\b.* (?:for|on|to|in) ", re.IGNORECASE
)
"""Who works for a body on some place: "UN envoy for Syria"."""
_SENT_TO = re.compile(r"representative to ")
"""Whoever is sent to a body does not speak for it."""
_CAPITALS = re.compile(r"[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3}")
_ALONE = re.compile(r"[A-Z][\w&-]+")
_BEFORE_PLACES = frozenset(["and", "at", "in", "of", "for", "from", "near", "on", "outside", "around"])
_OFFICES = {"presidential": "presidency"}
"""Words before "spokesman" for an office of which they are made."""
_MANY = 4
"""People of one first name, from which on it tells nobody apart."""
_GENDERS = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f"}


def spokesperson(mention: Mention) -> Party | None:
    """An unnamed one is the body; a named one is a person who speaks for it."""
    match = phrases.SPOKES.match(mention.words)
    if not match:
        return None
    before = re.sub(r"^(?:an?|the)(?:\s+|$)|['’]s$|['’]$", "", match["before"].strip(), flags=re.IGNORECASE).strip()
    if sent := representative_before(mention):
        return sent
    if match["after"] and _SENT_TO.search(mention.words):
        return None
    is_posted = match["place"] and not (before.islower() and kinds_of(fold(before)) == kinds_of("agency"))
    posted = inner(mention, f"{before} in {match['place']}") if is_posted else None
    after = (
        _known_by_surname(mention, match["after"])
        or inner(mention, match["after"])
        or (known_person(mention.part(match["after"])) if match["after"] else None)
    )
    sort = kinds_of(fold(before)) if before.islower() else None
    found = posted or after or _whose(mention, before) or inner(mention, _OFFICES.get(fold(before), before))
    if found is None and _OWNED.search(match["before"]):
        found = known_person(mention.part(before))
    found = found or (described(mention.part(f"the {before}")) if sort else None)
    if found is None and (unknown := SPOKEN_FOR.fullmatch(match["after"] or "")):
        found = body_called(unknown["name"])
    found = office_around(spoken_for(found)) if found else None
    name = match["name"] or (mention.aside if is_name(mention.aside) else "")
    if name:
        return _named_spokesperson(mention, name, found, before)
    return found or _unnamed_spokesperson(mention, before, sort)


def _known_by_surname(mention: Mention, words: str | None) -> Party | None:
    """For "a spokeswoman for May": whom the text names in full."""
    return known_surname(mention.part(words)) if words and _ALONE.fullmatch(words) else None


def _unnamed_spokesperson(mention: Mention, before: str, sort: frozenset[PartyKind] | None) -> Party | None:
    """The state or the unknown body that stands before the word, or whoever was spoken for last."""
    if any(c.isupper() for c in before):
        state = state_in(before, mention)
        if state:
            return Party(name=state.government, kind=PartyKind.GOVERNMENT, sides=(state.side,))
        return body_called(before) if _CAPITALS.fullmatch(before) else UNNAMED
    if not before and (client := known_before(mention)):
        return office_around(spoken_for(client))
    heard = None if sort == FIRMS else spokesperson_before(mention)  # no other body has "a company spokeswoman"
    return heard or antecedent(mention.around, mention.start, sort if sort == FIRMS else BODIES)


def _named_spokesperson(mention: Mention, name: str, body: Party | None, before: str) -> Party:
    """Somebody known, unless the mention names another side's body than he is known to speak for."""
    known = known_person(mention.part(name))
    is_named = any(c.isupper() for c in before)
    if known and not (body and is_named and set(known.sides).isdisjoint(body.sides)):
        return known
    return speaking_for(known.name if known else untitled(name), body, is_spokesperson=True)


def _whose(mention: Mention, before: str) -> Party | None:
    """For example "his spokesman": the body that the person speaks for, or the person."""
    if before.lower() not in {"his", "her"}:
        return None
    return pronoun(mention.part(before))


def known_surname(mention: Mention) -> Party | None:
    """A bare surname whose full name stands in the text; that goes before a firm or town of the same name."""
    words = mention.words.split()
    if len(words) != 1 or not re.match(r"(?:al-|el-)?[A-Z]", words[0]):
        return None
    surname = re.sub(r"['’]s?$", "", words[0])
    for sighting in mention.around.near(mention.start):
        full = sighting.span.of(mention.around.text).split()
        people = tuple(named for named in sighting.named if named.how == "person")
        if people and len(full) > 1 and full[-1] == surname:
            return choose(people, mention.around, mention.start).party
    return of_surname(mention.around, surname)


def known_person(mention: Mention) -> Party | None:
    """A person of the gazetteer by full name, or by surname alone; one whom the text introduces goes first."""
    words = [w for w in mention.words.split() if fold(w).rstrip(".") not in phrases.TITLES]
    name = next((i for i, word in enumerate(words) if word[:1].isupper()), len(words))
    sort = kinds_of(fold(" ".join(words[:name])))
    words = words[name:]
    if not words or words[0].lower() in STOPWORDS or (sort and PartyKind.PERSON not in sort):
        return None  # "news agency Bloomberg"
    for first in range(max(1, len(words) - 1)):
        found = tuple(n for n in gazetteer().names.get(fold(" ".join(words[first:])), ()) if n.how == "person")
        if len(words) == 1:  # a family name that goes first, or a by-name
            if heard := of_surname(mention.around, words[0]):
                return heard
            found = tuple(n for n in found if _is_likely(n, mention))
        if found:
            return choose(found, mention.around, mention.start).party
    if len(words) > 1 or words[0].upper() == words[0]:
        return None
    by_surname = tuple(n for n in gazetteer().surnames.get(fold(words[0]), ()) if _is_likely(n, mention))
    return _introduced(mention, words[0]) or (
        choose(by_surname, mention.around, mention.start).party if by_surname else None
    )


def _is_likely(known: Named, mention: Mention) -> bool:
    """Whether a bare surname can be this person: one in office, or one whose side the text is about.

    Not if "Mr" or "Ms" says otherwise, or if the text explains a name of many ("Mr Park, the headmaster").
    """
    person = known.party
    gender = _GENDERS.get(fold(mention.words.split()[0]).rstrip("."), "")
    if gender and gender != gazetteer().genders.get(person.name, gender):
        return False
    offices = {fold(word) for term in gazetteer().terms.get(person.name, ()) for word in term.party.via[0].split()}
    is_explained = bool(_ROLE.match(mention.aside)) and not offices & set(fold(mention.aside).split())
    if is_explained and is_common(mention.words.split()[-1]):
        return False
    sides = {side for s in mention.around.found for n in s.named for side in n.party.sides}
    is_alone = given_names()[mention.words.split()[-1]] > _MANY  # "Martin" may be anybody
    return (person.name not in gazetteer().former and not is_alone) or bool(sides & set(person.sides))


def _introduced(mention: Mention, surname: str) -> Party | None:
    """The person whose full name the text gives, with the title before or the apposition after it."""
    match = _introduction(mention.around.text, re.sub(r"['’]s$", "", surname))
    if not match or fold(match["name"]) == fold(mention.words):
        return None
    aside = match["after"].lstrip(", ") if match["after"] and match["after"].startswith(",") else ""
    full = mention._replace(words=match["name"], aside=aside.split(",")[0])
    return known_person(full) or person(full._replace(words=(match["before"] + match["name"]).strip()))


@lru_cache(maxsize=256)
def _introduction(text: str, surname: str) -> re.Match[str] | None:
    """Where a text gives the full name to a surname; each is looked for once, however often it is said."""
    if not re.search(rf"[\w.] {re.escape(surname)}\b", text):
        return None
    pattern = re.compile(
        r"(?P<before>(?:[\w.'’-]{1,30} ){0,6})"
        rf"(?P<name>(?:(?:[A-Z][\w'’-]{{1,30}}|(?:[A-Z]|St|Jr|Dr)\.) ){{1,2}}{re.escape(surname)})\b"
        r"(?P<after>,? [^.;\n]{0,80})?"
    )
    found = (m for m in pattern.finditer(text) if m["name"].split()[0].lower() not in STOPWORDS)
    return next((m for m in found if " " in untitled(m["name"])), None)


def apposed(mention: Mention) -> Party | None:
    """For example "its regional chief, Ana Roe", "its operator, Blue Lines": the name after a role goes first."""
    mention = mention._replace(aside=mention.aside.split(", ")[0])
    kinds = kinds_of(re.split(r" (?:of|at|with|from|for|in) ", mention.folded)[0])
    words = mention.words[:1].lower() + mention.words[1:]
    is_named = is_name(mention.aside) or bool(
        kinds and PartyKind.PERSON not in kinds and _ALONE.fullmatch(mention.aside)
    )
    if not _ROLE.match(words) or not is_named or is_name(words):
        return None
    mention = mention._replace(words=words)
    thing = named(mention.part(mention.aside))
    if thing and thing.kind != PartyKind.PERSON:
        return thing
    if kinds and PartyKind.PERSON not in kinds:
        return body_called(mention.aside)
    return person(mention)


def person(mention: Mention) -> Party | None:
    """A person the gazetteer does not know, on the side that a title or an apposition names."""
    match = _FULL_NAME.match(mention.words)
    if RELATIVE_OF.search(mention.words):
        return UNNAMED
    if (plain := _with_role(mention)) or not match:
        return plain
    body, rest = leading_name(match["name"])
    words = rest.split() if len(rest.split()) > 1 else match["name"].split()
    words = untitled(" ".join(words)).split()
    last = max((i for i, w in enumerate(words[:-2]) if fold(w).rstrip(".") in phrases.TITLES), default=-1)
    words = words[last + 1 :]
    name = " ".join(words)
    title = mention.words[: len(mention.words) - len(name)].strip()
    is_other = words[0] == "The" or phrases.DAY.fullmatch(name) or fold(title).rsplit(" ", 1)[-1] in _BEFORE_PLACES
    is_sort = bool(SORT.fullmatch(mention.aside)) and is_thing_called(mention.aside, name)
    if is_other or is_thing_called(title, name) or is_sort:
        return None
    is_told = len(words) > 1 or has_title(title) or _is_told_of(mention)
    if not 1 <= len(words) <= _MOST_WORDS or not is_told or is_body_name(name):
        return None
    return _person_of(mention, name, title or body)


def _is_told_of(mention: Mention) -> bool:
    """Whether an apposition says what somebody is of whom one name is given: "Roe, a taxi driver"."""
    is_somebody = IS_SOMEBODY.match(mention.aside)
    return bool(is_somebody or (mention.aside and inner(mention, body_of(mention.aside))))


def behind_an_office(mention: Mention) -> Party | None:
    """For example "director of strategic communications Ana Roe": a name right behind what its bearer is head of."""
    match = OFFICE_OF.fullmatch(mention.words)
    if not match or is_body_name(match["name"]) or is_common(match["name"].split()[-1]):
        return None
    if state_in(match["name"]) or named(mention.part(f"{match['what']} {match['name']}")):
        return None
    return known_person(mention.part(match["name"])) or _person_of(mention, match["name"], match["title"])


def _with_role(mention: Mention) -> Party | None:
    """For example "its chief, Ana Roe", "Ana Roe of the CGT": a name that stands apart from what it is."""
    if is_name(mention.aside) and not is_name(mention.words):
        return known_person(mention.part(mention.aside)) or _person_of(mention, mention.aside, mention.words)
    of = OF_A_BODY.fullmatch(mention.words)
    if of and is_body_name(of["name"]):
        return None  # "a Russian Ministry of Defence statement"
    is_role = of and fold(of["name"].split()[-1]) in phrases.TITLES  # "White House Director of ..."
    return _person_of(mention, untitled(of["name"]), of["body"]) if of and not is_role else None


def _person_of(mention: Mention, name: str, title: str) -> Party:
    if OF_BODY.search(title) and (body := speaking_body(mention)):
        return speaking_for(name, body)
    for words in (title, mention.aside):
        if FORMER.match(words) or HIMSELF.match(words):
            return Party(name=name, kind=PartyKind.PERSON, sides=(name,))
        if (school := SCHOOL.search(words)) and words != title:
            return speaking_for(name, body_called(school.group()))
        spoken_of = spokesperson(mention.part(words)) if phrases.SPOKES.match(words) else client(mention, words)
        sent = _SENT_FOR.search(words)
        lead = leading_name(re.sub("^(?:the|an?) ", "", words))[0] if sent and state_in(words[sent.end() :]) else ""
        sender = inner(mention, lead) if lead and not state_in(lead) else None
        body = sender or spoken_of or placed(mention.part(words)) or inner(mention, body_of(words)) or owner_of(words)
        body = body or inner(mention, leading_name(words)[0])
        state = state_in(POSTED.sub("", words)) or (
            near_state(mention.around, mention.start) if OF_STATE.match(words) else None
        )
        if body is None and state:
            body = Party(name=state.government, kind=PartyKind.GOVERNMENT, sides=(state.side,))
        if body and body.sides and (sender or spoken_of or body.kind != PartyKind.PERSON):
            return speaking_for(name, body)
    is_bare = has_title(title) and not OF_SOMETHING.search(title)
    return speaking_for(name, office_before(mention) if is_bare else None)

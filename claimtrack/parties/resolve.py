"""From a mention of a speaker to a party: one reader for each way of naming one.

`resolve` tries the readers in order; each gives a party or passes. Rules of naming follow
claimtrack/parties/data/README.md: the most specific body that the text supports, a country or
its capital for its government, nobody ever for a person the text does not name.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz import fuzz, process

from claimtrack.models import UNNAMED, Party, PartyKind, Span
from claimtrack.parties import phrases
from claimtrack.parties.context import BODIES, PERSONS, PLURALS, Context, antecedent, choose, following, near_state
from claimtrack.parties.gazetteer import Head, Named, State, gazetteer
from claimtrack.parties.names import fold


class Mention(NamedTuple):
    """A mention of a speaker: its words and where they stand."""

    words: str
    start: int
    around: Context
    aside: str = ""
    """The apposition or relative clause that followed: "a spokesman for the army"."""

    @property
    def folded(self) -> str:
        """The words in the form that names are looked up by."""
        return fold(self.words)

    def part(self, words: str) -> "Mention":
        """Another mention inside or beside this one."""
        return self._replace(words=words.strip(" ,"), aside="")


Reader = Callable[[Mention], Party | None]
_CUT = re.compile(r"\s*(?:,|\(|\s[–—-]\s|\bwho\b|\bwhich\b|\bwhose\b|\bciting\b|\bspeaking\b|\bin (?:a|an|his|her|its) \w+)\s*")
_FUZZY = 90
_SHORTEST_FUZZY = 6


def resolve(span: Span, around: Context) -> Party:
    """The party that the mention at `span` of the context's text stands for; `UNNAMED` if none can be told."""
    return read(Mention(" ".join(span.of(around.text).split()), span.start, around))


def read(mention: Mention) -> Party:
    """The party of a mention given by its words."""
    for reader in READERS:
        if party := reader(mention):
            return party
    trimmed = _trimmed(mention)
    return read(trimmed) if trimmed.words != mention.words and trimmed.words else _as_named(mention)


def _trimmed(mention: Mention) -> Mention:
    """Without quotation marks, apposition and relative clause; those are kept as the aside."""
    words = mention.words.strip(" \"“”'‘’.,:;–—-")
    cut = _CUT.search(words, 1)
    if cut and cut.start() > 1:
        return mention._replace(words=words[: cut.start()], aside=words[cut.end() :])
    return mention._replace(words=words)


def _pronoun(mention: Mention) -> Party | None:
    word, around, start = mention.folded, mention.around, mention.start
    if word in phrases.HE or word in phrases.SHE:
        gender = "m" if word in phrases.HE else "f"
        return antecedent(around, start, PERSONS, gender) or following(around, start, PERSONS) or UNNAMED
    if word in phrases.IT:
        return antecedent(around, start, BODIES) or following(around, start, BODIES) or UNNAMED
    if word in phrases.THEY:
        return antecedent(around, start, PLURALS) or antecedent(around, start, BODIES) or UNNAMED
    if word in phrases.RELATIVE:
        return antecedent(around, start, frozenset(PartyKind)) or UNNAMED
    return UNNAMED if word in phrases.OTHERS or not word else None


def _joint(mention: Mention) -> Party | None:
    """"Baku and Yerevan", "American and British forces": every part must be a known name."""
    parts = [p for p in re.split(r",? and |, ", mention.words) if p]
    if len(parts) < 2 or len(parts) > 8:
        return None
    adjectives = [_state_of(fold(p)) for p in parts[:-1]]
    found = [_named(mention.part(p)) or _body(mention.part(p), alone=False) for p in parts]
    if all(adjectives) and found[-1] and not all(found[:-1]):
        head = fold(parts[-1]).split(" ", 1)[-1]
        found = [_body(mention.part(f"{p} {head}"), alone=False) for p in parts[:-1]] + found[-1:]
    parties = [party for party in found if party]
    if len(parties) < len(parts):
        return None
    return Party(
        name=" + ".join(dict.fromkeys(p.name for p in parties)),
        kind=parties[0].kind,
        sides=tuple(dict.fromkeys(side for p in parties for side in p.sides)),
    )


def _named(mention: Mention) -> Party | None:
    """A name of the gazetteer; a bare adjective only as a people ("the French")."""
    if not any(c.isupper() or c.isdigit() for c in mention.words):
        return None
    known = gazetteer().names.get(mention.folded, ())
    fitting = tuple(n for n in known if n.how != "adjective" or mention.words.lower().startswith("the "))
    return choose(fitting, mention.around, mention.start).party if fitting else None


def _spokesperson(mention: Mention) -> Party | None:
    match = phrases.SPOKES.match(mention.words)
    if not match:
        return None
    before = re.sub(r"^(?:an?|the)\s+|['’]s$|['’]$", "", match["before"].strip(), flags=re.IGNORECASE).strip()
    body = _inner(mention, match["after"]) or _inner(mention, before)
    if match["name"]:
        return _person(mention.part(match["name"])._replace(aside=mention.aside)) and _speaking_for(mention, match["name"], body)
    return body or antecedent(mention.around, mention.start, BODIES)


def _speaking_for(mention: Mention, name: str, body: Party | None) -> Party:
    known = _known_person(mention.part(name))
    if known:
        return known
    return Party(name=name, kind=PartyKind.PERSON, sides=body.sides if body else (), via=(body.name, *body.via) if body else ())


def _inner(mention: Mention, words: str | None) -> Party | None:
    """A body named inside a longer mention, or None."""
    if not words:
        return None
    part = mention.part(words)
    for reader in (_named, _possessive, _described, _joint):
        if party := reader(part):
            return party
    if party := _body(part):
        return party
    trimmed = _trimmed(part)
    return _inner(mention, trimmed.words) if trimmed.words != part.words else None


def _unnamed(mention: Mention) -> Party | None:
    """Officials, sources and diplomats; never their government itself."""
    match = phrases.UNNAMED.match(mention.words)
    if not match or (match["rest"] and match["rest"][0].isupper()):
        return None
    rest = match["rest"] or ""
    if match["head"].lower() in {"people", "members", "person"} and not (match["before"] or phrases.TOLD.match(rest)):
        return None
    inside = phrases.INSIDE.match(rest)
    body = _inner(mention, inside["body"] if inside else None) or _qualifier(mention, match["before"])
    if body is None:
        return None if match["head"].lower() == "authorities" else UNNAMED
    if match["head"].lower() == "authorities":
        return _government(mention, match["before"])
    return Party(name=f"Unnamed ({_side_name(body)})", kind=PartyKind.UNNAMED, sides=body.sides)


def _side_name(body: Party) -> str:
    """The state for a government, else the body's own name."""
    is_government = body.kind in {PartyKind.GOVERNMENT, PartyKind.STATE} or body.name.startswith("Government of")
    return body.side if is_government else body.name


def _government(mention: Mention, before: str) -> Party | None:
    state = _state_in(before)
    return gazetteer().party(state.government, PartyKind.GOVERNMENT, state) if state else None


def _qualifier(mention: Mention, before: str) -> Party | None:
    """The body or state that the words before "officials" name: "senior Israeli security"."""
    words = re.sub(r"['’]s?$", "", before.strip())
    if not words:
        return None
    for reader in (_named, _placed):
        if party := reader(mention.part(words)):
            return party
    state = _state_in(words)
    if state:
        return Party(name=state.government, kind=PartyKind.GOVERNMENT, sides=(state.side,))
    capitals = re.search(r"[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*", words)
    return _named(mention.part(capitals.group())) if capitals else None


def _state_in(words: str) -> State | None:
    """The state named by an adjective, a name or a possessive among some words."""
    tokens = fold(words).split()
    for size in (4, 3, 2, 1):
        for i in range(len(tokens) - size + 1):
            if state := _state_of(" ".join(tokens[i : i + size])):
                return state
    return None


def _state_of(folded: str) -> State | None:
    bare = re.sub(r"'s?$", "", folded)
    for named in gazetteer().names.get(folded, ()) or gazetteer().names.get(bare, ()):
        if named.state and named.how in {"adjective", "name", "capital"} and named.party.name == named.state.government:
            return named.state
    return None


def _crowd(mention: Mention) -> Party | None:
    if re.search(r"[A-Z]\w+ [A-Z]\w+$", mention.words) or not phrases.CROWD.search(mention.words):
        return None
    return Party(name="Unnamed crowd", kind=PartyKind.CROWD)


def _person(mention: Mention) -> Party | None:
    """A named person: known by full name or surname, or a title before an unknown name."""
    if known := _known_person(mention):
        return known
    match = re.match(r"^(?P<title>.*?)(?P<name>(?:[A-Z][\w.'’-]*|de|van|von|al|bin|der|el)(?: (?:[A-Z][\w.'’-]*|de|van|von|al|bin|der|el)){1,4})$", mention.words)
    if not match:
        return None
    words = match["name"].split()
    while len(words) > 1 and (fold(words[0]).rstrip(".") in phrases.TITLES or _state_of(fold(words[0]))):
        words = words[1:]
    has_title = len(words) < len(match["name"].split()) or bool(match["title"].strip())
    if len(words) < 2 and not has_title or not 1 <= len(words) <= 4 or gazetteer().heads.get(fold(words[-1])):
        return None
    title = mention.words[: mention.words.rfind(" ".join(words))]
    return _person_with(mention, " ".join(words), title)


def _person_with(mention: Mention, name: str, title: str) -> Party | None:
    """An unknown person, on the side that the title or the apposition names."""
    for words in (title, mention.aside):
        body = _inner(mention, re.sub(r"^(?:a|an|the)\s+", "", words.strip(" ,"))) if words.strip(" ,") else None
        state = _state_in(words) if body is None else None
        if body or state:
            sides = body.sides if body else (state.side,) if state else ()
            via = (body.name, *body.via) if body else (state.government,) if state else ()
            return Party(name=name, kind=PartyKind.PERSON, sides=sides, via=via)
    earlier = [h.party for h in mention.around.speakers if h.party.kind == PartyKind.PERSON]
    for party in reversed(earlier):
        if party.name.split()[-1] == name.split()[-1]:
            return party
    return Party(name=name, kind=PartyKind.PERSON) if len(name.split()) > 1 else None


def _known_person(mention: Mention) -> Party | None:
    """A person of the gazetteer, or one who has spoken before, by the last words of the mention."""
    words = [w for w in mention.words.split() if fold(w).rstrip(".") not in phrases.TITLES]
    while words and not words[0][:1].isupper():
        words = words[1:]
    for first in range(len(words)):
        known = tuple(n for n in gazetteer().names.get(fold(" ".join(words[first:])), ()) if n.how == "person")
        if known:
            return choose(known, mention.around, mention.start).party
    if len(words) != 1 and not (words and fold(mention.words.split()[0]).rstrip(".") in phrases.TITLES):
        return None
    for heard in reversed(mention.around.speakers):
        if heard.party.kind == PartyKind.PERSON and fold(heard.party.name.split()[-1]) == fold(words[-1]):
            return heard.party
    by_surname = gazetteer().surnames.get(fold(words[-1]), ())
    return choose(by_surname, mention.around, mention.start).party if by_surname else None


def _body(mention: Mention, alone: bool = True) -> Party | None:
    """A head every state has, with its state: "Russian Defence Ministry", "the army" (from context)."""
    words = re.sub(r"'s(?= |$)|'(?= |$)", "", mention.folded)
    of = re.match(r"^(?P<head>.+?) (?:of|in|for|to) (?:the )?(?P<place>.+)$", words)
    if of and (head := gazetteer().heads.get(of["head"].strip())):
        return _made(head, of["place"], _state_of(of["place"]), mention)
    tokens = words.split()
    for first in range(len(tokens)):
        if head := gazetteer().heads.get(" ".join(tokens[first:])):
            before = " ".join(tokens[:first])
            state = _state_in(before)
            if state or (alone and first == 0):
                return _made(head, "", state or near_state(mention.around, mention.start), mention)
            if before and any(c.isupper() for c in mention.words.split()[0]):
                return None
    return None


def _placed(mention: Mention) -> Party | None:
    """A body whose state the mention itself names."""
    return _body(mention, alone=False)


def _made(head: Head, place: str, state: State | None, mention: Mention) -> Party | None:
    if state is None and not place:
        return None
    local = place and state is None
    of = f"of {_original(place, mention)}" if local else state.of if state else ""
    home = near_state(mention.around, mention.start) if local else state
    return gazetteer().party(head.party.format(of=of), head.kind, home)


def _original(folded: str, mention: Mention) -> str:
    """A place in the spelling of the mention."""
    return mention.words[-len(folded) :] if fold(mention.words[-len(folded) :]) == folded else folded.title()


def _possessive(mention: Mention) -> Party | None:
    """"its warplanes", "their foreign minister": the owner, or the owner's body."""
    match = re.match(r"^(?P<owner>its|their|his|her|our)\s+(?P<rest>.+)$", mention.words, re.IGNORECASE)
    if not match:
        return None
    owner = _pronoun(mention.part("it" if match["owner"].lower() == "its" else match["owner"]))
    if owner is None or not owner.sides:
        return None
    head = gazetteer().heads.get(fold(match["rest"]))
    state = gazetteer().states.get(owner.sides[0])
    if fold(match["rest"]).split()[-1] in phrases.BELONGINGS or not head:
        return owner
    return gazetteer().party(head.party.format(of=state.of if state else f"of {owner.name}"), head.kind, state)


def _described(mention: Mention) -> Party | None:
    """"the ministry", "the Iran-backed group": the last party of a kind that fits the last word."""
    if not re.match(r"^(?:the|this|that)\s", mention.words, re.IGNORECASE):
        return None
    last = mention.folded.split()[-1:]
    for nouns, kinds in phrases.CLASSES.items():
        if last and (last[0] in nouns.split("|") or mention.folded in nouns.split("|")):
            if party := antecedent(mention.around, mention.start, kinds):
                return party
    return None


def _misspelt(mention: Mention) -> Party | None:
    """The nearest name, if it is near enough (rapidfuzz ratio on folded names)."""
    word = mention.folded
    if len(word) < _SHORTEST_FUZZY or not mention.words[:1].isupper() and not mention.words.startswith("the "):
        return None
    if not any(c.isupper() for c in mention.words):
        return None
    best = process.extractOne(word, gazetteer().names.keys(), scorer=fuzz.ratio, score_cutoff=_FUZZY)
    if not best:
        return None
    fitting: tuple[Named, ...] = tuple(n for n in gazetteer().names[best[0]] if n.how != "adjective")
    return choose(fitting, mention.around, mention.start).party if fitting else None


def _as_named(mention: Mention) -> Party:
    """A name nobody knows is its own party; a description nobody can place is unnamed."""
    bare = re.sub(r"^(?:the|a|an)\s+", "", mention.words.strip(" \"“”.,:;"), flags=re.IGNORECASE)
    state = _state_in(bare) if bare else None
    if bare[:1].isupper() and state is None:
        return Party(name=bare, kind=PartyKind.ORGANISATION, sides=(bare,))
    if state:
        return Party(name=f"Unnamed ({state.side})", kind=PartyKind.UNNAMED, sides=(state.side,))
    return UNNAMED


READERS: tuple[Reader, ...] = (
    _pronoun,
    _named,
    _joint,
    _spokesperson,
    _known_person,
    _possessive,
    _unnamed,
    _placed,
    _described,
    _body,
    _person,
    _crowd,
    _misspelt,
)

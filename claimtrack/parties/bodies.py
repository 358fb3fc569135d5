"""Bodies that every state has, by head and state: "Russian Defence Ministry", "the army" of this story."""

import re

from claimtrack.language.wordnet import is_common
from claimtrack.models import Party, PartyKind
from claimtrack.parties.gazetteer import Head, State, gazetteer
from claimtrack.parties.mention import INSIDE, Mention, state_in, state_of
from claimtrack.parties.names import fold
from claimtrack.parties.whose import acting, at_scene, near_state, subject_state

_MODIFIERS = frozenset(
    """a an one junior chief top senior regional local national federal acting former deputy then outgoing new current
        own country nation island islands kingdom republic emirate archipelago""".split()
)
"""Words that may stand before "the army" or "president" and name no other body."""
_LOCAL = ("District Court", "Prefecture", "Mayor", "Governor {", "Regional Government {", "City Police", "Fire Service")
"""Offices of a place, not of the state whose capital it may be."""
_OF_CITY = ("Mayor", "City ")
_REGIONAL = ("Governor {", "Regional Government {")
"""What a region has and a city has not."""
_MISSION = re.compile(
    r"(?P<sender>.+?) (?P<head>embassy|high commission|consulate|ambassador|high commissioner) "
    r"(?:in|to) (?:the )?(?P<host>.+)"
)
_HEAD_OF = re.compile(r"(?:head|chief|commander|director) of (?P<what>.+)")
_POSSESSIVE = re.compile(r"'s(?= |$)|'(?= |$)")
_MINISTRY = re.compile(
    r"(?:[Tt]he )?(?P<state>[A-Z]\w+(?: [A-Z]\w+)?)(?:['’]s?)? "
    r"(?P<name>Ministry (?:of|for) [A-Z]\w+(?:(?:,| and|, and) [A-Z]\w+| [A-Z]\w+)*)"
)
_AMERICA = "United States"
_AMERICAN = frozenset(
    [
        "justice department",
        "state department",
        "treasury department",
        "department of justice",
        "homeland security department",
    ]
)
"""Where a text speaks of America, its own names for ministries."""
_CHANCELLORS = frozenset(["Germany", "Austria"])
"""Where a chancellor is the head of government."""
_HERE = frozenset(
    "country enclave territory strip state region province island islands republic kingdom nation".split()
)
"""Places that are named elsewhere: "health authorities in the enclave"."""
_NEAR = 88
"""rapidfuzz ratio from which a head is misspelt ("Defence Minstry")."""
_SHORTEST = 5


def placed(mention: Mention) -> Party | None:
    """A body whose state the mention itself names."""
    return _body(mention, alone=False)


def body(mention: Mention) -> Party | None:
    """A body whose state the mention names, or else the text around it."""
    return _body(mention, alone=True)


def ministry(mention: Mention) -> Party | None:
    """A ministry that no list has: "Iraq's Ministry of Immigration and Displacement"."""
    match = _MINISTRY.fullmatch(mention.words)
    state = state_of(fold(match["state"])) if match else None
    if not match or not state or gazetteer().heads.get(fold(match["name"])):
        return None
    if gazetteer().names.get(fold(match["name"].rpartition(" and ")[2])):
        return None  # "Syria's Ministry of Defence and Russia"
    return gazetteer().party(f"{match['name']} {state.of}", PartyKind.MINISTRY, state)


def _body(mention: Mention, alone: bool) -> Party | None:
    words = _POSSESSIVE.sub("", mention.folded)
    before = _POSSESSIVE.sub("", fold(mention.words.partition(",")[0]))  # "mayor of Lyon, France"
    if found := _mission(words) or _of_place(before, mention):
        return found
    words = _turned(re.sub(r" (?:in|at|near) .*$", "", words))
    tokens = words.split()
    for first in range(len(tokens)):
        head = gazetteer().heads.get(" ".join(tokens[first:]))
        if head is None:
            continue
        if INSIDE & set(tokens[:first]):
            return None  # "an official of the Russian defence ministry" is not the ministry
        before = " ".join(tokens[:first])
        state = state_in(before, mention) or _led_by(before, head)
        if place := _place_before(head, mention, len(tokens) - first):
            return _made(head, place, state, mention)
        if state or (alone and all(word in _MODIFIERS for word in tokens[:first])):
            return _made(head, "", state or _home(head, mention), mention)
        return None
    return _misspelt_head(tokens, mention)


def _led_by(words: str, head: Head) -> State | None:
    """For example "the Biden administration", "the Assad regime": the state that a leader of this name led."""
    known = gazetteer().surnames.get(words.rsplit(" ", 1)[-1], ()) if head.kind == PartyKind.GOVERNMENT else ()
    hats = (term.party for n in known for term in gazetteer().terms.get(n.party.name, ()))
    sides = {hat.sides[0] for hat in hats if hat.via[0].startswith(("President of", "Prime Minister of", "Chancellor"))}
    return gazetteer().states.get(sides.pop()) if len(sides) == 1 else None


def _turned(words: str) -> str:
    """For example "head of Ukrainian diplomacy" as "Ukrainian head of diplomacy", where that is an office."""
    match = _HEAD_OF.fullmatch(words)
    tokens = match["what"].split() if match else []
    for size in range(1, len(tokens)):
        whose, what = " ".join(tokens[:size]), " ".join(tokens[size:])
        for office in (f"head of {what}", f"{what} chief"):
            if office in gazetteer().heads and state_of(whose):
                return f"{whose} {office}"
    return words


def _home(head: Head, mention: Mention) -> State | None:
    """The state that the text around is about; the whole one for what only whole states have."""
    if head.party.startswith("Chancellor"):
        return next((s.state for s in mention.around.found if s.state and s.state.name in _CHANCELLORS), None)
    own = subject_state(mention.around, mention.start) if mention.folded.startswith("country's ") else None
    if mention.folded in _AMERICAN and any(s.state and s.state.side == _AMERICA for s in mention.around.found):
        return gazetteer().states[_AMERICA]
    near = own or at_scene(mention) or acting(mention) or near_state(mention.around, mention.start)
    is_of_whole = near is not None and head.kind in {PartyKind.MINISTRY, PartyKind.MILITARY}
    return gazetteer().states.get(near.side, near) if near and is_of_whole else near


def _misspelt_head(tokens: list[str], mention: Mention) -> Party | None:
    """For example "Russian Defence Minstry": a state, and nearly a head."""
    state = state_of(tokens[0]) if len(tokens) > 1 else None
    words = " ".join(tokens[1:])
    if state is None or len(words) <= _SHORTEST or all(map(is_common, tokens[1:])):
        return None  # "Chile's port operator" is no misspelt "power operator"
    from rapidfuzz import fuzz, process  # heavy, and only a name that is not known needs it

    best = process.extractOne(words, gazetteer().heads.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return _made(gazetteer().heads[best[0]], "", state, mention) if best else None


def _of_place(words: str, mention: Mention) -> Party | None:
    """For example "mayor of Kyiv", "ministry of health of Spain", "health ministry in Ramallah"."""
    for of in re.finditer(r" (?:of|in|for|to) (?:the )?", words):
        head = gazetteer().heads.get(words[: of.start()].strip())
        if head:
            place = words[of.end() :]
            if place in _HERE:
                return _made(head, "", _home(head, mention), mention)
            state = state_of(place) or state_of(place.split(" ")[0])  # "Kyrgyzstan's Batken region"
            return _made(head, _as_written(place, mention), state, mention)
    return None


def _mission(words: str) -> Party | None:
    """For example "China's embassy in Washington", "the Russian ambassador to Britain": who is sent, and where."""
    match = _MISSION.fullmatch(words)
    head = gazetteer().heads.get(match["head"]) if match else None
    sender, host = (state_in(match["sender"]), _host(match["host"])) if match else (None, None)
    if not (head and sender and host):
        return None
    at = "to" if head.party.startswith("Ambassador") else "in"
    return gazetteer().party(f"{head.party.format(of=sender.of)} {at}{host.of[2:]}", head.kind, sender)


def _host(place: str) -> State | None:
    return state_of(place) or gazetteer().cities.get(place)


def _place_before(head: Head, mention: Mention, size: int) -> str:
    """The place whose office this is, as written: "Barcelona" of "Barcelona's city police"."""
    if not head.party.startswith(_LOCAL):
        return ""
    words = [w for w in mention.bare.split()[:-size] if w == "New" or w.lower() not in _MODIFIERS]
    place = re.sub(r"['’]s?$", "", " ".join(words))
    is_adjective = any(n.how in {"adjective", "people"} for n in gazetteer().names.get(fold(place), ()))
    return "" if is_adjective or not place[:1].isupper() else place


def _made(head: Head, place: str, state: State | None, mention: Mention) -> Party | None:
    place = place or (_near_place(mention) if head.party.startswith(_OF_CITY) else "")
    if not place and (state is None or head.party.startswith("District Court")):
        return None
    if state and state.name != state.side and head.kind == PartyKind.GOVERNMENT:
        return Party(name=state.government, kind=PartyKind.GOVERNMENT, sides=(state.side,))
    is_local = bool(place) and (state is None or head.party.startswith(_LOCAL))
    of = f"of {_written_out(head, place)}" if is_local else state.of if state else ""
    home = state or gazetteer().cities.get(fold(place)) or near_state(mention.around, mention.start)
    return gazetteer().party(head.party.format(of=of), head.kind, home)


def _near_place(mention: Mention) -> str:
    """The city that "the mayor" is of: that of the dateline, else the last one named before."""
    if is_place(mention.around.dateline):
        return mention.around.dateline.title()
    before = [s for s in mention.around.found if s.span.end <= mention.start]
    cities = (s for s in reversed(before) if s.city_of or any(n.how == "capital" for n in s.named))
    place = next((s.span.of(mention.around.text) for s in cities), "")
    return place.title() if place.isupper() else place


def is_place(words: str) -> bool:
    """Whether some words are a city's name."""
    return fold(words) in gazetteer().cities or any(n.how == "capital" for n in gazetteer().names.get(fold(words), ()))


def is_city(words: str) -> bool:
    """Whether some words are the name of a city that stands for no government."""
    return fold(words) in gazetteer().cities


def is_listed(words: str) -> bool:
    """Whether some words are a name, or the surname of somebody, that the lists have."""
    folded, known = fold(words), gazetteer()
    return bool(known.names.get(folded) or known.surnames.get(folded) or folded in known.cities)


def _written_out(head: Head, place: str) -> str:
    """A region by its full name: the governor of Belgorod governs Belgorod Region, its mayor the city."""
    bare = re.sub(r" (?:region|oblast|province)$", "", fold(place))
    return gazetteer().regions.get(bare, place) if head.party.startswith(_REGIONAL) else place


def _as_written(folded: str, mention: Mention) -> str:
    """A place in the spelling of the mention."""
    tokens = folded.split()
    if len(tokens) > 1 and tokens[-1] in {"region", "oblast", "province"} and state_of(tokens[0]):
        folded = " ".join(tokens[1:])  # "Russia's Belgorod region"
    tail = mention.words[-len(folded) :]
    return tail if fold(tail) == folded else folded.title()


def spoken_for(party: Party) -> Party:
    """Whoever speaks for a person speaks for the office, or the body that the person is in."""
    if party.kind != PartyKind.PERSON or not party.via:
        return party
    office = Party(name=party.via[0], kind=PartyKind.OFFICE, sides=party.sides, via=party.via[1:])
    is_alone = len(party.via) == 1 or office_around(office) != office
    return office if is_alone else office.model_copy(update={"name": party.via[1], "via": party.via[2:]})


def office_around(party: Party) -> Party:
    """A head of state or government speaks through his office: the president's spokesman is the presidency."""
    own = gazetteer().own(party)
    state = gazetteer().states.get(own.sides[0]) if own.sides else None
    offices = (
        {f"President {state.of}": "Presidency", f"Prime Minister {state.of}": "Prime Minister's Office"}
        if state
        else {}
    )
    return (
        gazetteer().party(f"{offices[own.name]} {state.of}", PartyKind.OFFICE, state)
        if state and own.name in offices
        else own
    )

"""The gazetteer: states, bodies, people and heads of bodies, read once from the data folder."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claimtrack.language.wordnet import is_common
from claimtrack.models import Party, PartyKind
from claimtrack.parties.names import fold


class State(NamedTuple):
    """A country or other territory with a voice of its own."""

    name: str
    side: str
    article: str
    government: str

    @property
    def of(self) -> str:
        """For example "of Russia", "of the United States"."""
        return f"of {self.article} {self.name}" if self.article else f"of {self.name}"


class Named(NamedTuple):
    """What a name can stand for."""

    party: Party
    how: str
    """name, capital, adjective, people, metonym or person."""
    state: State | None = None
    written: str = ""
    """The name as the gazetteer writes it."""

    def fits(self, words: str) -> bool:
        """Whether these words can be this name: initials are not a word that only begins with a capital."""
        is_initials = " " not in self.written and len(self.written) < 7 and sum(c.isupper() for c in self.written) > 1
        if not is_initials or sum(c.isupper() for c in words) > 1:
            return True
        return len(words) > _SHORTEST_TITLE and words.istitle() and not is_common(words)  # "Wada", "Unesco"


class Term(NamedTuple):
    """A person in one office, from and to a month or year; either may be empty."""

    party: Party
    since: str
    until: str


class Head(NamedTuple):
    """A kind of body that every state may have: "defence ministry"."""

    party: str
    """Template with {of}."""
    kind: PartyKind


class Gazetteer(NamedTuple):
    """Everything that is known about names, keyed by folded name."""

    names: Mapping[str, tuple[Named, ...]]
    states: Mapping[str, State]
    cities: Mapping[str, State]
    """Cities that stand for nobody, and tell only where a text is about."""
    heads: Mapping[str, Head]
    surnames: Mapping[str, tuple[Named, ...]]
    leaders: Mapping[str, tuple[Named, ...]]
    """Surnames that one leader alone has among all people listed."""
    genders: Mapping[str, str]
    terms: Mapping[str, tuple[Term, ...]]
    """The offices of a person, the one to be taken without a date first."""
    blocs: Mapping[str, frozenset[str]]
    """Regional organisations and the sides that belong to them."""
    regions: Mapping[str, str]
    """Folded names of regions that are named after their capitals, and how they are written out."""
    turned: Mapping[str, tuple[str, Party]]
    """Parties that became the government of a state, from which month on, and this."""
    forms: Mapping[str, int]
    """How many names a party has: in doubt the better known one is meant."""
    former: frozenset[str]
    """People of whom every office listed has ended, and none was the highest of a state."""
    openings: Mapping[str, int]
    """First words of names, and how many words the longest name has that begins so."""
    lengths: Mapping[int, tuple[str, ...]]
    """Folded names by their length in characters."""

    def party(self, name: str, kind: PartyKind, state: State | None) -> Party:
        """A rule-made party, or the body with a name of its own that stands for it.

        Of several names, joined by a bar, it is the first that is known, else the last.
        """
        names = name.split("|")
        for known in (known for one in names for known in self.names.get(fold(one), ())):
            if known.how == "name":
                return known.party
        sides, via = ((state.side,), (state.government,)) if state else ((), ())
        if opposed := _OPPOSED.search(names[-1]):
            sides, via = (opposed.group(),), ()
        return Party(name=names[-1], kind=kind, sides=sides, via=via)

    def own(self, party: Party) -> Party:
        """The party with its own kind, where a place or a country's name stood for it."""
        if party.kind not in {PartyKind.METONYM, PartyKind.STATE}:
            return party
        return next((k.party for k in self.names.get(fold(party.name), ()) if k.how == "name"), party)


_OPPOSED = re.compile(r"\bOpposition of .+")
"""Who opposes a government is on a side of his own, and not on that of his state."""
_MIDDLE = re.compile(r" [A-Z]\. ")
_SHORTEST_TITLE = 3
"""Initials of so many letters are not written as a word with a capital ("Who")."""
HIGHEST = ("President of", "Prime Minister of", "Chancellor of", "King of", "Queen of", "Supreme Leader of")
"""Offices whose holders are known by their surname for long."""
_LEADING = (
    *HIGHEST,
    "Minister of Foreign Affairs",
    "Minister of Defence",
    "Secretary",
    "Secretary-General",
    "Director",
)
"""Offices whose holders a text names by surname alone."""


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the package."""
    names: dict[str, list[Named]] = defaultdict(list)
    states = {row["state"]: _state(row) for row in _rows("states.tsv")}
    for row in _rows("states.tsv"):
        _add_state(names, states[row["state"]], row)
    bodies = {row["party"]: row for name in ("bodies_other.tsv", "bodies_state.tsv") for row in _rows(name)}
    for row in bodies.values():
        _add_body(names, row, bodies, states)
    surnames: dict[str, list[Named]] = defaultdict(list)
    genders = {}
    terms: dict[str, list[Term]] = defaultdict(list)
    in_office = {r["person"] for r in _rows("people.tsv") if not r["to"] or r["office"].startswith(HIGHEST)}
    for row in _rows("people.tsv"):
        genders[row["person"]] = row["gender"]
        person = _add_person(names, surnames, row)
        terms[row["person"]].append(Term(person, row["from"], row["to"]))
    heads = {
        fold(alternative): Head(row["party"], PartyKind(row["kind"]))
        for row in _rows("heads.tsv")
        for alternative in row["head"].split("|")
    }
    cities = {fold(city): states[row["state"]] for row in _rows("cities.tsv") for city in row["cities"].split("|")}
    return Gazetteer(
        names={name: tuple(found) for name, found in names.items()},
        states=states,
        cities=cities,
        heads=heads,
        surnames={name: tuple(found) for name, found in surnames.items()},
        leaders={name: tuple(found) for name, found in surnames.items() if _is_leader(found)},
        genders=genders,
        terms={person: tuple(held) for person, held in terms.items()},
        blocs={row["bloc"]: frozenset(row["states"].split("|")) for row in _rows("blocs.tsv")},
        regions={fold(n): row["form"].format(n) for row in _rows("regions.tsv") for n in row["names"].split("|")},
        turned={
            row["party"]: (row["from"], next(n.party for n in names[fold(row["became"])] if n.how == "name"))
            for row in _rows("turned.tsv")
        },
        forms=Counter(n.party.name for found in names.values() for n in found if n.how not in {"adjective", "people"}),
        former=frozenset(genders) - in_office,
        openings=_openings((*names, *cities)),
        lengths=_lengths(names),
    )


def _openings(names: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in filter(None, names):
        words = name.split()
        found[words[0]] = max(found.get(words[0], 0), len(words))
    return found


def _lengths(names: Iterable[str]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = defaultdict(list)
    for name in names:
        found[len(name)].append(name)
    return {length: tuple(of) for length, of in found.items()}


def _is_leader(found: list[Named]) -> bool:
    return len(found) == 1 and found[0].party.via[0].startswith(_LEADING)


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (files("claimtrack.parties") / "data" / name).read_text("utf-8")
    yield from csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def _state(row: dict[str, str]) -> State:
    bare = State(row["state"], row["side"], row["article"], row["government"])
    return bare if bare.government else bare._replace(government=f"Government {bare.of}")


def _add_state(names: dict[str, list[Named]], state: State, row: dict[str, str]) -> None:
    """A state speaks as its government; how it was named decides the kind."""
    forms = {
        "name": (PartyKind.STATE, [state.name, *row["aliases"].split("|")]),
        "adjective": (PartyKind.GOVERNMENT, row["adjectives"].split("|")),
        "people": (PartyKind.GOVERNMENT, row["people"].split("|")),
        "capital": (PartyKind.METONYM, row["capitals"].split("|")),
    }
    for how, (kind, forms_of) in forms.items():
        party = Party(name=state.government, kind=kind, sides=(state.side,))
        for form in filter(None, forms_of):
            names[fold(form)].append(Named(party, how, state, form))
    own = Party(name=state.government, kind=PartyKind.GOVERNMENT, sides=(state.side,))
    names[fold(state.government)].append(Named(own, "name", state))


def _add_body(
    names: dict[str, list[Named]],
    row: dict[str, str],
    bodies: Mapping[str, dict[str, str]],
    states: Mapping[str, State],
) -> None:
    via, state = _ancestors(row["parent"], bodies, states)
    top = bodies.get(via[-1], row) if via else row
    side = state.side if state else top.get("side") or top["party"]
    party = Party(name=row["party"], kind=PartyKind(row["kind"]), sides=(row.get("side") or side,), via=via)
    for form in (row["party"], *row["aliases"].split("|")):
        if form:
            names[fold(form)].append(Named(party, "name", state, form))
    for form in filter(None, row["metonyms"].split("|")):
        metonym = party.model_copy(update={"kind": PartyKind.METONYM})
        names[fold(form)].append(Named(metonym, "metonym", state, form))


def _ancestors(
    parent: str, bodies: Mapping[str, dict[str, str]], states: Mapping[str, State]
) -> tuple[tuple[str, ...], State | None]:
    """The bodies above, nearest first, and the state at the top if there is one."""
    above: list[str] = []
    while parent and parent not in states and parent not in above:
        above.append(parent)
        parent = bodies[parent]["parent"] if parent in bodies else ""
    return tuple(above), states.get(parent)


def _add_person(names: dict[str, list[Named]], surnames: dict[str, list[Named]], row: dict[str, str]) -> Party:
    """A person is found under the first office listed; returns the person in this one."""
    via = tuple(filter(None, (row["office"], row["body"])))
    named = Named(Party(name=row["person"], kind=PartyKind.PERSON, sides=(row["side"],), via=via), "person")
    for form in (row["person"], _MIDDLE.sub(" ", row["person"]), *filter(None, row["aliases"].split("|"))):
        known = names[fold(form)]
        if not any(other.party.name == named.party.name for other in known):
            known.append(named)
    surname = fold(row["person"].split()[-1])
    if not any(other.party.name == named.party.name for other in surnames[surname]):
        surnames[surname].append(named)
    return named.party

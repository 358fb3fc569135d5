"""Who speaks in a pile of statements: the tree of parties, and parties found by name."""

from collections import defaultdict
from collections.abc import Iterable

from claimtrack.errors import NothingFound, UsageError
from claimtrack.models import Party, PartyKind, Record, Statement
from claimtrack.parties.context import Names
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.names import fold
from claimtrack.parties.near import near_names

_NOBODY = frozenset({PartyKind.UNNAMED, PartyKind.CROWD})


class Branch(Record):
    """A party and where it stands in the tree."""

    path: tuple[str, ...]
    """From the side down to the party; no name stands in it twice."""
    kind: PartyKind
    statements: int
    articles: int

    @property
    def name(self) -> str:
        """The party's own name."""
        return self.path[-1]


def roster(statements: Iterable[Statement]) -> tuple[Branch, ...]:
    """Every party that speaks, by its path; named another way it is counted once."""
    found: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        found[path(statement.party)].append(statement)
    return tuple(
        Branch(
            path=where,
            kind=gazetteer().own(said[0].party).kind,
            statements=len(said),
            articles=len({s.capture_id for s in said}),
        )
        for where, said in sorted(found.items(), key=lambda pair: [fold(name) for name in pair[0]])
    )


def path(party: Party) -> tuple[str, ...]:
    """From the side down through the bodies to the party."""
    return tuple(dict.fromkeys((party.side, *(v for v in reversed(party.via) if v != party.name), party.name)))


def find(name: str, seen: Iterable[Party], names: Names = ()) -> Party:
    """The party that goes by a name: among those that speak, those added, those in the lists.

    Raises `NothingFound` naming the nearest ones, `UsageError` if several go by it.
    """
    known = {party.name: gazetteer().own(party) for party in seen if party.kind not in _NOBODY}
    by_name = {fold(written): party for written, party in names}
    wanted = fold(name)
    for party in (*known.values(), *by_name.values()):
        if fold(party.name) == wanted:
            return party
    if wanted in by_name:
        return by_name[wanted]
    listed = {n.party.name: gazetteer().own(n.party) for n in gazetteer().names.get(wanted, ()) if n.how != "adjective"}
    if len(listed) > 1:
        raise UsageError(f"“{name}” can be several parties", f"Give one in full: {', '.join(sorted(listed))}.")
    if listed:
        return next(iter(listed.values()))
    raise NothingFound(f"there is no party “{name}”", _did_you_mean(name, [*known, *(written for written, _ in names)]))


def _did_you_mean(name: str, speaking: Iterable[str]) -> str:
    near = near_names(name, speaking)
    if not near:
        return "`claimtrack parties` lists those that speak; `claimtrack parties add` adds one."
    return f"Did you mean {' or '.join(f'“{each}”' for each in near)}?"

"""What reviewers decided about parties, applied on read: added names, aliases, merges and splits.

A decision is never written into a statement, so that taking it back leaves no trace. A merge says
that two names are one party: the order in which merges were made changes nothing, and a name that
several merges join stands for the one into which the others were merged.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pydantic import ValidationError

from claimtrack.models import Judgement, Party, Verdict
from claimtrack.parties.context import Names
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.names import fold

_UNNAMED_OF = "Unnamed ("


class Naming(NamedTuple):
    """Decisions about parties that stand."""

    names: Names = ()
    """Names that reviewers added, as written, and the party each stands for."""
    merged: Mapping[str, Party] = {}
    """Folded names, added or merged, and the party that each is."""
    apart: Mapping[tuple[str, str], Party] = {}
    """Who a name (folded) stands for in one capture, where that is not who it stands for elsewhere."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was decided."""
        return not (self.names or self.merged or self.apart)

    def names_in(self, text: str) -> Names:
        """The added names that a text holds, in whatever case."""
        folded = text.casefold() if self.names else ""
        return tuple(pair for pair in self.names if pair[0].casefold() in folded)

    def applied(self, party: Party, capture_id: str = "") -> Party:
        """The party that a party, as read in a capture, stands for; applying twice changes nothing more."""
        if self.is_empty:
            return party
        own = self.apart.get((fold(party.name), capture_id), party)
        parts = [self.merged.get(fold(name)) for name in own.name.split(" + ")]
        if any(parts):
            own = _together(own, parts)
        elif own.name.startswith(_UNNAMED_OF):
            body = self.merged.get(fold(own.name[len(_UNNAMED_OF) : -1]))
            own = own.model_copy(update={"name": f"{_UNNAMED_OF}{body.name})"}) if body else own
        via = (self.merged[fold(name)].name if fold(name) in self.merged else name for name in own.via)
        return own.model_copy(
            update={
                "sides": self.sides(own.sides),
                "via": tuple(name for name in dict.fromkeys(via) if name != own.name),
            }
        )

    def sides(self, sides: Iterable[str]) -> tuple[str, ...]:
        """Sides after all merges, each once."""
        return tuple(dict.fromkeys(top for side in sides for top in self._tops(side, frozenset())))

    def _tops(self, side: str, seen: frozenset[str]) -> tuple[str, ...]:
        """The sides that a side is part of after all merges, without going in a circle."""
        party = self.merged.get(fold(side))
        if party is None:
            return (side,)
        above = [top for top in party.sides if fold(top) not in seen | {fold(side), fold(party.name)}]
        return tuple(t for top in above for t in self._tops(top, seen | {fold(side)})) or (party.name,)


def _together(own: Party, parts: Iterable[Party | None]) -> Party:
    """A party in place of another, or one of several that speak as one."""
    names = own.name.split(" + ")
    if len(names) == 1:
        return next(part for part in parts if part)
    known = list(zip(names, parts, strict=True))
    replaced = {name for name, part in known if part}
    sides = [side for _, part in known if part for side in part.sides]
    kept = (
        own.sides
        if len(own.sides) != len(names)
        else [s for s, n in zip(own.sides, names, strict=True) if n not in replaced]
    )
    return own.model_copy(
        update={
            "name": " + ".join(dict.fromkeys(part.name if part else name for name, part in known)),
            "sides": tuple(dict.fromkeys((*kept, *sides))),
        }
    )


def naming(standing: Iterable[Judgement]) -> Naming:
    """The decisions about parties among those that stand; one whose party can't be read is passed over."""
    names: dict[str, Party] = {}
    merges: dict[tuple[str, str], Party] = {}
    apart: dict[tuple[str, str], Party] = {}
    for judgement in standing:
        party = party_of(judgement.value)
        if party is None:
            continue
        if judgement.verdict == Verdict.PARTY_ADDED:
            names[judgement.target] = party
        elif judgement.verdict == Verdict.PARTY_ALIAS:
            names[judgement.other] = party
        elif judgement.verdict == Verdict.PARTY_MERGED:
            merges[fold(judgement.target), fold(judgement.other)] = party
        elif judgement.verdict == Verdict.PARTY_SPLIT:
            apart[fold(judgement.target), judgement.other] = party
    merged = _merged(merges)
    called = {fold(name): merged.get(fold(party.name), party) for name, party in names.items()}
    return Naming(tuple(sorted(names.items(), key=lambda pair: pair[0])), called | merged, apart)


def party_of(value: str) -> Party | None:
    """The party that a judgement holds; None if it holds none."""
    try:
        return Party.model_validate_json(value)
    except ValidationError:
        return None


def _merged(merges: Mapping[tuple[str, str], Party]) -> dict[str, Party]:
    """For every merged name the party that its group stands for."""
    group: dict[str, set[str]] = {}
    for one, other in merges:
        together = group.get(one, {one}) | group.get(other, {other})
        group.update(dict.fromkeys(together, together))
    found = {}
    for members in {frozenset(members) for members in group.values()}:
        root, party = _root(members, merges)
        found.update({name: party for name in members if name != root})
    return found


def _root(members: frozenset[str], merges: Mapping[tuple[str, str], Party]) -> tuple[str, Party]:
    """The party into which others were merged and which went into none; known and short names go first."""
    moved = {one for one, _ in merges}
    into = {other: party for (_, other), party in sorted(merges.items(), key=_as_written) if other in members}
    last = sorted(into.keys() - moved or into, key=lambda name: (name not in gazetteer().names, len(name), name))
    return last[0], into[last[0]]


def _as_written(pair: tuple[tuple[str, str], Party]) -> str:
    return pair[1].model_dump_json()


__all__ = ["Naming", "naming", "party_of"]

"""The use cases about parties: who speaks, and decisions about which names are one party.

Every decision is a judgement with the party as it was known then, so that it says by itself what
it means, and after each one everything is linked anew.
"""

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimtrack import parties, pipeline, review
from claimtrack.errors import NothingFound, UsageError
from claimtrack.models import Capture, Judgement, Party, PartyKind, Statement, Verdict
from claimtrack.models.base import content_id
from claimtrack.parties.names import fold
from claimtrack.store import Store


class Decision(NamedTuple):
    """Who decides, when and why."""

    reviewer: str
    at: datetime.datetime
    why: str = ""


class Room(NamedTuple):
    """Who is there when a decision is made."""

    captures: Sequence[Capture]
    statements: Sequence[Statement]
    naming: parties.Naming
    judgements: Sequence[Judgement]

    def find(self, name: str) -> Party:
        """The party that goes by a name; raises naming near ones."""
        merged = self.naming.merged.get(fold(name))
        return merged or parties.find(name, [s.party for s in self.statements], self.naming.names)

    def names(self, name: str) -> frozenset[str]:
        """The name, and that of the party that goes by it, folded."""
        try:
            found = parties.find(name, [s.party for s in self.statements], self.naming.names)
        except (NothingFound, UsageError):
            return frozenset([fold(name)])
        return frozenset([fold(name), fold(found.name)])


def room(store: Store) -> Room:
    """Read who speaks, under the names that stand."""
    captures, judgements = store.captures(), store.judgements()
    statements = pipeline.as_decided(captures, store.statements(), judgements)
    return Room(pipeline.counted(captures, judgements), statements, pipeline.naming(judgements), judgements)


def roster(store: Store) -> tuple[parties.Branch, ...]:
    """Everybody who speaks, as a tree."""
    return parties.roster(room(store).statements)


def add(
    store: Store, name: str, kind: PartyKind, under: str, also: Iterable[str], decision: Decision
) -> tuple[Judgement, ...]:
    """Add a party, and its other names, in one decision."""
    here = room(store)
    name = _a_name(name)
    _must_be_new(here, name)
    above = here.find(under) if under else None
    via = (above.name, *above.via) if above else ()
    party = Party(name=name, kind=kind, sides=(above.sides or (above.name,)) if above else (name,), via=via)
    group = content_id("group", "party", name, decision.at.isoformat())
    made = [_judged(decision, Verdict.PARTY_ADDED, name, "", party, group)]
    made += [_judged(decision, Verdict.PARTY_ALIAS, name, _a_name(other), party, group) for other in also]
    return _decided(store, made)


def alias(store: Store, of: str, name: str, decision: Decision) -> tuple[Judgement, ...]:
    """Give a party a further name."""
    party = room(store).find(of)
    if fold(party.name) == fold(name):
        raise UsageError(f"“{name}” is the party's name already")
    return _decided(store, [_judged(decision, Verdict.PARTY_ALIAS, party.name, _a_name(name), party)])


def merge(store: Store, name: str, into: str, decision: Decision) -> tuple[Judgement, ...]:
    """Make one party another."""
    here = room(store)
    one, other = here.find(name), here.find(into)
    if fold(one.name) == fold(other.name):
        raise UsageError(f"“{name}” and “{into}” are one party already: {one.name}")
    return _decided(store, [_judged(decision, Verdict.PARTY_MERGED, one.name, other.name, other)])


def split(store: Store, name: str, other: str, decision: Decision) -> tuple[Judgement, ...]:
    """Take apart what merges and aliases made one: two names, or a name and all that was joined to it."""
    here = room(store)
    wanted = [here.names(one) for one in (name, other) if one]
    joined = [j for j in _joining(here.judgements) if all(one & {fold(j.target), fold(j.other)} for one in wanted)]
    if not joined:
        what = f"“{name}” and “{other}” were" if other else f"“{name}” was"
        raise NothingFound(
            f"{what} never merged", "`claimtrack history` shows what was; --article splits a name that several share."
        )
    group = content_id("group", "split", name, decision.at.isoformat()) if len(joined) > 1 else ""
    return _decided(store, [_judged(decision, Verdict.PARTY_SPLIT, j.target, j.other, None, group) for j in joined])


def apart(store: Store, name: str, article: str, whom: str, decision: Decision) -> tuple[Judgement, ...]:
    """Say that a name is somebody else in one article: a party, or one that only this name tells from others."""
    here = room(store)
    capture = review.find_article(article, here.captures)
    spoken = [s.party for s in here.statements if s.capture_id == capture.id]
    party = next((p for p in spoken if fold(p.name) == fold(name)), None)
    if party is None:
        raise NothingFound(f"nobody called “{name}” speaks in {capture.name}", f"Those are: {_names(spoken)}.")
    try:
        other = here.find(whom)
    except NothingFound:
        sides = (_a_name(whom),) if party.sides == (party.name,) else party.sides
        other = party.model_copy(update={"name": _a_name(whom), "sides": sides})
    return _decided(store, [_judged(decision, Verdict.PARTY_SPLIT, party.name, capture.id, other)])


def _joining(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The merges and aliases that stand."""
    stand = (placed.judgement for placed in review.standing(judgements).values())
    return [j for j in stand if j.verdict in {Verdict.PARTY_MERGED, Verdict.PARTY_ALIAS}]


def _judged(
    decision: Decision, verdict: Verdict, target: str, other: str, party: Party | None, group: str = ""
) -> Judgement:
    value = party.model_dump_json() if party else ""
    reviewer, at, why = decision
    return review.judged(target, verdict, reviewer, at, why, other=other, value=value, group=group)


def _decided(store: Store, made: Sequence[Judgement]) -> tuple[Judgement, ...]:
    pipeline.decide(store, *made)
    return tuple(made)


def _a_name(words: str) -> str:
    name = " ".join(words.split())
    if not any(map(str.isalnum, name)):
        raise UsageError("a party needs a name with letters")
    return name


def _must_be_new(here: Room, name: str) -> None:
    try:
        known = here.find(name)
    except NothingFound:
        return
    if known.sides != (known.name,) or name in dict(here.naming.names):
        who = known.name if known.side == known.name else f"{known.name}, {known.side}"
        raise UsageError(f"“{name}” is known: {who}", "`claimtrack parties alias` gives it a further name.")


def _names(spoken: Iterable[Party]) -> str:
    return ", ".join(dict.fromkeys(party.name for party in spoken))

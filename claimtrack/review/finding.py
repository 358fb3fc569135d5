"""What a reviewer means by the beginning of an id, by words of an event's name, or by the name of a file."""

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from claimtrack.display import one_line
from claimtrack.errors import NothingFound, UsageError
from claimtrack.models import Axis, Capture, Claim, Statement

SHORTEST_PREFIX = 4
"""Characters of an id that can stand for all of it."""
_MOST_NAMED = 6


def find(target: str, axis: Axis, found: Iterable[Claim], statements: Mapping[str, Statement]) -> str:
    """The statement that a decision is recorded about; raises if no one thing is meant."""
    meant = statements_of(target, found, statements)
    if axis == Axis.SAID and len(meant) > 1:
        ids = ", ".join(s.removeprefix("statement-")[:8] for s in meant)
        raise UsageError(f"claim {target} rests on several statements", f"Name one of them: {ids}")
    return meant[0]


def statements_of(target: str, found: Iterable[Claim], statements: Mapping[str, Statement]) -> tuple[str, ...]:
    """The statements of the claim, or the one statement, that the beginning of an id names."""
    wanted = target.strip().lower()
    bare = wanted.removeprefix("claim-").removeprefix("statement-")
    if len(bare) < SHORTEST_PREFIX:
        raise UsageError(f"“{target}” is too short to name a claim", "Give at least 4 characters of its id.")
    hits = {
        c.id: c for c in found if c.id.removeprefix("claim-").startswith(bare) and not wanted.startswith("statement-")
    }
    named = {s for s in statements if s.removeprefix("statement-").startswith(bare) and not wanted.startswith("claim-")}
    if len(hits) + len(named) > 1:
        raise UsageError(f"“{target}” names several claims or statements", "Give more characters of the id.")
    if named:
        return tuple(named)
    if not hits:
        raise NothingFound(f"there is no claim or statement {target}", "`claimtrack claims` lists them with their ids.")
    return next(iter(hits.values())).statement_ids


def find_event(wanted: str, names: Mapping[str, str]) -> str:
    """The id of the event that an id, its beginning, or words of its name mean; `names` are by id."""
    bare = wanted.strip().lower().removeprefix("event-")
    hits = [e for e in names if len(bare) >= SHORTEST_PREFIX and e.removeprefix("event-").startswith(bare)]
    hits = hits or [e for e, name in names.items() if all(w in name.casefold() for w in wanted.casefold().split())]
    if not hits:
        raise NothingFound(f"there is no event “{one_line(wanted)}”", "`claimtrack events` lists them with their ids.")
    if len(hits) > 1:
        some = "; ".join(f"{e.removeprefix('event-')[:8]} {one_line(names[e])}" for e in hits[:_MOST_NAMED])
        raise UsageError(f"“{one_line(wanted)}” means {len(hits)} events", f"Give an id: {some}")
    return hits[0]


def find_article(wanted: str, captures: Iterable[Capture]) -> Capture:
    """The article that a file's name, an address, or the beginning of its id or of its SHA-256 means."""
    there = tuple(captures)
    bare = wanted.strip().lower().removeprefix("capture-")
    named = [c for c in there if wanted and wanted in {c.name, PurePath(c.name).name, c.url}]
    begun = [c for c in there if c.digest.startswith(bare) or c.id.removeprefix("capture-").startswith(bare)]
    hits = named or (begun if len(bare) >= SHORTEST_PREFIX else [])
    if not hits:
        hint = "Give a file name, an address, or at least 4 characters of its id; `claimtrack articles` lists them."
        raise NothingFound(f"“{one_line(wanted)}” names no article", hint)
    if len(hits) > 1:
        some = "; ".join(f"{c.digest[:8]} {one_line(c.headline)}" for c in hits[:_MOST_NAMED])
        raise UsageError(f"“{one_line(wanted)}” names {len(hits)} articles", f"Give an id: {some}")
    return hits[0]

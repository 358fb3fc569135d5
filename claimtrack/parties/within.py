"""Bodies named inside a longer mention, and mentions that join several."""

import re

from claimtrack.models import Party
from claimtrack.parties.bodies import body, placed
from claimtrack.parties.mention import Mention, is_state, named, state_of, trimmed
from claimtrack.parties.names import fold
from claimtrack.parties.vague import described, possessive, pronoun

_MOST_PARTS = 8
_OWNED = re.compile(r"^(?P<owner>[A-Z].*?)['’]s?\s+[a-z][\w -]*$")


def joint(mention: Mention) -> Party | None:
    """For example "Baku and Yerevan", "American and British forces": every part must be a known name."""
    parts = [part for part in re.split(r",? and |, ", mention.words) if part]
    if " and " not in mention.words and not all(is_state(part) for part in parts):
        return None
    if not 2 <= len(parts) <= _MOST_PARTS:
        return None
    found = [named(mention.part(part)) or placed(mention.part(part)) for part in parts]
    if found[-1] and not all(found[:-1]) and all(state_of(fold(part)) for part in parts[:-1]):
        head = fold(parts[-1]).split(" ", 1)[-1]
        found = [placed(mention.part(f"{part} {head}")) for part in parts[:-1]] + found[-1:]
    parties = [party for party in found if party]
    if len(parties) < len(parts):
        return None
    return Party(
        name=" + ".join(dict.fromkeys(party.name for party in parties)),
        kind=parties[0].kind,
        sides=tuple(dict.fromkeys(side for party in parties for side in party.sides)),
    )


def inner(mention: Mention, words: str | None) -> Party | None:
    """The body that some words of a mention name, or None."""
    words = (words or "").strip(" ,")
    if not words:
        return None
    part = mention.part(words)
    if words.lower() in {"its", "their"}:
        return pronoun(part)
    for reader in (named, placed, possessive, described, joint, body):
        if party := reader(part):
            return party
    shorter = trimmed(part)
    return inner(mention, shorter.words) if shorter.words != part.words else None


def owned(mention: Mention) -> Party | None:
    """For example "the European Union's monitors": people and things of a body speak for it."""
    match = _OWNED.match(mention.bare)
    return named(mention.part(match["owner"])) if match else None

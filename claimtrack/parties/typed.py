"""The party that a reviewer names: typed without a text around it, so nothing is guessed."""

from collections.abc import Iterable

from claimtrack.errors import UsageError
from claimtrack.models import UNNAMED, Party, PartyKind
from claimtrack.parties.context import choose, context
from claimtrack.parties.gazetteer import Named, gazetteer
from claimtrack.parties.mention import Mention
from claimtrack.parties.names import fold
from claimtrack.parties.near import near_names
from claimtrack.parties.resolve import misspelt, read


def party_named(name: str, known: Iterable[Party] = (), *, may_be_new: bool = False) -> Party:
    """The party of this name: one of the `known`, or one that the gazetteer or a rule of naming tells.

    A name of nobody raises `UsageError` with the nearest names, or becomes a party of its own if it may.
    """
    words = " ".join(name.split())
    folded = fold(words)
    own = {fold(party.name): party for party in known}
    if folded == fold(UNNAMED.name):
        return UNNAMED
    if party := own.get(folded) or _listed(words, folded) or _described(words):
        return party
    if not any(map(str.isalnum, words)):
        raise UsageError("a party needs a name", "For example “Government of Russia”, “the Pentagon” or “Unnamed”.")
    if may_be_new:
        return _new(words)
    near = near_names(words, [party.name for party in own.values()])
    hint = f"Did you mean {' or '.join(f'“{each}”' for each in near)}?" if near else "Write the name in full."
    raise UsageError(f"nobody is known by the name “{words}”", hint)


def _listed(words: str, folded: str) -> Party | None:
    """Of the gazetteer; a name however its letters are written, but not an adjective ("Russian")."""
    named = _names(gazetteer().names.get(folded, ()))
    return choose(named, context(words), 0).party if named else None


def _names(named: tuple[Named, ...]) -> tuple[Named, ...]:
    return tuple(n for n in named if n.how != "adjective")


def _described(words: str) -> Party | None:
    """By a rule of naming ("the Russian defence ministry"), if that leads to somebody beyond the words."""
    around = context(words)
    mention = Mention(words, 0, around)
    party = read(mention)
    is_own = not party.sides or party.name in party.sides
    is_new = party.kind == PartyKind.PERSON and fold(party.name) == fold(words)
    return None if is_own or is_new or party.kind == PartyKind.UNNAMED or party == misspelt(mention) else party


def _new(words: str) -> Party:
    party = read(Mention(words, 0, context(words)))
    kind = party.kind if party.name == words else PartyKind.ORGANISATION
    return Party(name=words, kind=kind, sides=(words,))

"""Who is meant by an office, a state's leader or a surname: somebody whom the text named before."""

import re
from functools import lru_cache
from itertools import islice

from claimtrack.models import Party, PartyKind
from claimtrack.parties.antecedents import heard_before
from claimtrack.parties.context import Context
from claimtrack.parties.gazetteer import HIGHEST
from claimtrack.parties.names import fold

_MOST_SPEAKERS = 500
"""Speakers, the last ones first, among whom a surname is looked for."""


def holder(around: Context, start: int, office: str) -> Party | None:
    """The person named before in an office, or in any that begins like it ("President of ")."""
    people = [h.party for h in heard_before(around, start) if h.party.kind == PartyKind.PERSON]
    held = (p for p in reversed(people) if p.via and p.via[0].startswith(office))
    return next((p for p in held if not _is_called_former(around.text, p.name, office.partition(" of ")[0])), None)


@lru_cache(maxsize=256)
def _is_called_former(text: str, name: str, office: str) -> bool:
    """Whether a text somewhere tells that somebody holds an office no more: "former President Ana Roe"."""
    surname, word = re.escape(name.rpartition(" ")[2]), r"(?:[\w.]{1,20} ){0,2}"
    held = rf"\b(?:former|ex|then|late)[ -]{word}{re.escape(office)} {word}{surname}\b"
    return re.search(held, text, re.IGNORECASE) is not None


def leader(around: Context, start: int, sides: tuple[str, ...]) -> Party | None:
    """The last one named before who leads a state."""
    people = [
        h.party for h in heard_before(around, start) if h.party.kind == PartyKind.PERSON and h.party.sides == sides
    ]
    return next((p for p in reversed(people) if p.via and p.via[0].startswith(HIGHEST)), None)


def of_surname(around: Context, surname: str) -> Party | None:
    """The last speaker of that surname, which goes first in some names ("Park Sun-won")."""
    wanted = fold(surname)
    heard = islice(reversed(around.speakers), _MOST_SPEAKERS)
    alone = (h.party for h in heard if h.party.kind == PartyKind.PERSON and " + " not in h.party.name)
    people = [party for party in alone if wanted in fold(party.name).split()]
    return next((p for p in people if fold(p.name).split()[-1] == wanted), people[0] if people else None)

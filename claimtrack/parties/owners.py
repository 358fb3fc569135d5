"""Who is named by what another party has: "the European Union's monitors", "Mr Roe's office"."""

import re

from claimtrack.models import Party
from claimtrack.parties.antecedents import following
from claimtrack.parties.descriptions import described, kinds_of
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.mention import Mention, named
from claimtrack.parties.names import fold
from claimtrack.parties.phrases import HIS_OFFICE
from claimtrack.parties.speakers import known_person
from claimtrack.parties.vague import of_owner

_OWNED = re.compile(r"^(?P<owner>(?:[A-Z]|[Tt]he [a-z]).*?)['’]s?\s+(?P<rest>[a-z][\w -]*)$")

_OWN_BODIES = frozenset("fund bank university newspaper club".split())
"""What belongs to somebody and speaks for itself: "Seoul's pension fund"."""


def owned(mention: Mention) -> Party | None:
    """For example "the European Union's monitors": people and things of a body speak for it."""
    match = _OWNED.match(mention.bare) or _OWNED.match(mention.words)
    if not match:
        return None
    part = mention.part(match["owner"])
    owner = named(part) or described(part) or _named_later(part)
    rest = fold(match["rest"])
    if rest.rsplit(" ", 1)[-1] in _OWN_BODIES:
        return None
    return of_owner(mention, owner, rest) if owner and owner.sides and rest in gazetteer().heads else owner


def office_of(mention: Mention) -> Party | None:
    """For example "Mr Roe's office": that of a person of whom the text or the gazetteer knows."""
    match = _OWNED.match(mention.words)
    if not match or fold(match["rest"]) not in HIS_OFFICE:
        return None
    owner = known_person(mention.part(match["owner"]))
    return of_owner(mention, owner, fold(match["rest"])) if owner and owner.via else owner


def _named_later(mention: Mention) -> Party | None:
    """For example "the party's co-leader said that the AfD ...": the sentence names it afterwards."""
    kinds = kinds_of(mention.folded)
    return following(mention.around, mention.start, kinds) if kinds else None

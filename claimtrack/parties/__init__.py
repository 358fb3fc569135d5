"""Who speaks: from mentions in a text to parties in a tree."""

from claimtrack.parties.bodies import is_city, is_listed, is_place
from claimtrack.parties.context import Context, Names, context
from claimtrack.parties.mention import is_country, is_speaker, is_state, is_thing
from claimtrack.parties.naming import Naming, naming, party_of
from claimtrack.parties.resolve import resolve
from claimtrack.parties.roster import Branch, find, roster
from claimtrack.parties.terms import same, stated_day
from claimtrack.parties.typed import party_named

__all__ = [
    "Branch",
    "Context",
    "Names",
    "Naming",
    "context",
    "find",
    "is_city",
    "is_country",
    "is_listed",
    "is_place",
    "is_speaker",
    "is_state",
    "is_thing",
    "naming",
    "party_named",
    "party_of",
    "resolve",
    "roster",
    "same",
    "stated_day",
]

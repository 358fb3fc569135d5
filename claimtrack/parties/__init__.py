"""Who speaks: from mentions in a text to parties in a tree."""

from claimtrack.parties.context import Context, context
from claimtrack.parties.mention import is_state
from claimtrack.parties.resolve import resolve
from claimtrack.parties.typed import party_named

__all__ = ["Context", "context", "is_state", "party_named", "resolve"]

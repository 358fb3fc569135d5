"""Who speaks: from mentions in a text to parties in a tree."""

from claimtrack.parties.context import Context, context
from claimtrack.parties.resolve import resolve

__all__ = ["Context", "context", "resolve"]

"""The other edge: a database of facts, judgements and what is derived from them."""

from claimtrack.store.listing import Row
from claimtrack.store.repository import Store

__all__ = ["Row", "Store"]

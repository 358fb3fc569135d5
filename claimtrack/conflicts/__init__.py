"""How two parties' accounts relate, with the words that met as the reason. One file a signal."""

from claimtrack.conflicts.compare import Comparison, compare, type_of
from claimtrack.conflicts.link import relations
from claimtrack.conflicts.relate import relate

__all__ = ["Comparison", "compare", "relate", "relations", "type_of"]

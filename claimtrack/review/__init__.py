"""Review as plain values: what stands, what is next, what a key does. No terminal, no database."""

from claimtrack.review.standing import redo, said, so, standing, undo
from claimtrack.review.verdicts import AXES, judged

__all__ = ["AXES", "judged", "redo", "said", "so", "standing", "undo"]

"""Review as plain values: what stands, what is next, what a key does. No terminal, no database."""

from claimtrack.review.queue import Card, Queue, cards, tally
from claimtrack.review.standing import redo, said, so, standing, undo
from claimtrack.review.verdicts import AXES, MARKABLE, NEEDS_EVIDENCE, judged

__all__ = [
    "AXES",
    "MARKABLE",
    "NEEDS_EVIDENCE",
    "Card",
    "Queue",
    "cards",
    "judged",
    "redo",
    "said",
    "so",
    "standing",
    "tally",
    "undo",
]

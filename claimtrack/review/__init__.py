"""Review as plain values: what stands, what is next, what a key does. No terminal, no database."""

from claimtrack.review.cards import Card, card
from claimtrack.review.corrections import content_ranges, corrected, correction, with_relations
from claimtrack.review.deciding import (
    decision,
    flagging,
    linking,
    on_all,
    on_relation,
    others,
    parting,
    question_between,
    related_to,
)
from claimtrack.review.describing import ABOUT_ARTICLES, DESCRIBED, UNKNOWN, as_described, day, describing, withdrawn
from claimtrack.review.entries import Entry, Listed, State, entries
from claimtrack.review.finding import find, find_article, find_event, statements_of
from claimtrack.review.query import Query, query
from claimtrack.review.queue import Queue, next_answer
from claimtrack.review.remarking import remarks
from claimtrack.review.standing import flags, live, note, redo, related, said, so, standing, undo
from claimtrack.review.telling import decided, described
from claimtrack.review.verdicts import AXES, MARKABLE, NEEDS_EVIDENCE, judged

__all__ = [
    "ABOUT_ARTICLES",
    "AXES",
    "DESCRIBED",
    "MARKABLE",
    "NEEDS_EVIDENCE",
    "UNKNOWN",
    "Card",
    "Entry",
    "Listed",
    "Query",
    "Queue",
    "State",
    "as_described",
    "card",
    "content_ranges",
    "corrected",
    "correction",
    "day",
    "decided",
    "decision",
    "described",
    "describing",
    "entries",
    "find",
    "find_article",
    "find_event",
    "flagging",
    "flags",
    "judged",
    "linking",
    "live",
    "next_answer",
    "note",
    "on_all",
    "on_relation",
    "others",
    "parting",
    "query",
    "question_between",
    "redo",
    "related",
    "related_to",
    "remarks",
    "said",
    "so",
    "standing",
    "statements_of",
    "undo",
    "with_relations",
    "withdrawn",
]

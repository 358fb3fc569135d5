"""The use cases: one short function each, pure steps and the store."""

from claimtrack.pipeline.changing import Added, add, decide, link, listed, redo, undo
from claimtrack.pipeline.derived import Desk, as_decided, changes_links, counted, lines, linked_from, naming, reported
from claimtrack.pipeline.looking import (
    Met,
    article,
    card,
    cards,
    desk,
    event_desk,
    events,
    exported,
    history,
    lines_of,
    next_open,
)

__all__ = [
    "Added",
    "Desk",
    "Met",
    "add",
    "article",
    "as_decided",
    "card",
    "cards",
    "changes_links",
    "counted",
    "decide",
    "desk",
    "event_desk",
    "events",
    "exported",
    "history",
    "lines",
    "lines_of",
    "link",
    "linked_from",
    "listed",
    "naming",
    "next_open",
    "redo",
    "reported",
    "undo",
]

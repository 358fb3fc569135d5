"""A pile of articles, one a line, to events and relations: `link`."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, NamedTuple

from pydantic import ValidationError

from claimtrack import attribution, conflicts, pipeline
from claimtrack.exchange.asked import Article, no_constant, what_is_wrong
from claimtrack.exchange.written import captured, reasons_of, side_of
from claimtrack.models import Capture, Span, Statement

_HEAD = 200
"""Characters at the beginning of a text in which its title stands, if it brings it."""


def link(lines: Iterable[str]) -> Iterator[str]:
    """A pile of articles, one a line, to a line for each event and each relation between two statements."""
    read: dict[str, _Read] = {}
    for line in filter(str.strip, lines):
        asked = _article(line)
        if isinstance(asked, Article):
            one = _read(asked)
            read[one.capture.id] = one
        else:
            yield json.dumps(asked)
    yield from map(json.dumps, _linked(read))


def _article(line: str) -> Article | dict[str, Any]:
    """The article of a line, or what is wrong with it, under its id if it has one."""
    try:
        given = json.loads(line, parse_constant=no_constant)
    except ValueError as error:
        return {"error": f"not JSON: {error}"}
    try:
        return Article.model_validate(given)
    except ValidationError as error:
        named = {"doc_id": given["doc_id"]} if isinstance(given, dict) and "doc_id" in given else {}
        return named | {"error": "; ".join(map(what_is_wrong, error.errors()))}


class _Read(NamedTuple):
    """An article as it is read: under its title, if the text does not bring it."""

    capture: Capture
    before: int
    """Characters that stand before the text as it was given."""


def _read(asked: Article) -> _Read:
    title = " ".join((asked.title or "").split())
    is_new = bool(title) and title not in " ".join(asked.text[: 2 * len(title) + _HEAD].split())
    before = f"{title}\n\n" if is_new else ""
    bare = captured(before + asked.text, asked.date)
    digest = hashlib.sha256(f"{asked.doc_id}\0{bare.digest}".encode()).hexdigest()  # two may have one text
    known = {"digest": digest, "name": str(asked.doc_id), "outlet": asked.outlet or bare.outlet}
    named = {"title": Span(start=0, end=len(title))} if is_new else {}
    return _Read(bare.model_copy(update=known | named), len(before))


def _linked(read: dict[str, _Read]) -> Iterator[dict[str, Any]]:
    captures = {one.capture.id: one.capture for one in read.values()}
    found = {
        s.id: s for one in read.values() for s in attribution.parse(one.capture).statements if s.start >= one.before
    }
    linked = pipeline.linked_from(captures.values(), found.values())
    for event in linked.events:
        told = [found[s] for s in event.statement_ids]
        yield {
            "event": event.id,
            "name": event.name,
            "date": event.happened.first.isoformat() if event.happened else None,
            "statements": [_end(s, read) | _speaker(s) for s in told],
            "origins": len(event.origins),
        }
    by_id = {claim.id: [found[s] for s in claim.statement_ids] for claim in linked.claims}
    for relation in linked.relations:
        a, b = by_id[relation.a], by_id[relation.b]
        line = {
            "relation": relation.kind.value,
            "type": conflicts.type_of(relation.reasons[0].code),
            "reasons": reasons_of(relation.reasons, captures[a[0].capture_id], captures[b[0].capture_id]),
            "event": relation.event_id,
        }
        for one, other in product(a, b):
            yield line | {"a": _end(one, read), "b": _end(other, read)}


def _end(statement: Statement, read: dict[str, _Read]) -> dict[str, Any]:
    capture, before = read[statement.capture_id]
    return {"doc_id": capture.name, "content": [[s.start - before, s.end - before] for s in statement.content]}


def _speaker(statement: Statement) -> dict[str, Any]:
    return {"party": statement.party.name, "side": side_of(statement.party), "stance": statement.stance.value}

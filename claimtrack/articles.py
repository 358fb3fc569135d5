"""The use cases about articles: which there are, what is said about them where they say nothing, which count."""

import datetime
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from claimtrack import pipeline, review
from claimtrack.errors import UsageError
from claimtrack.models import Axis, Capture, Judgement, Statement, Verdict, content_id
from claimtrack.report import Line
from claimtrack.report.articles import Article
from claimtrack.store import Store


class Shown(NamedTuple):
    """One article, with everything that is known of it."""

    article: Article
    capture: Capture
    statements: tuple[Statement, ...]
    lines: Mapping[str, Line]
    """Its statements as lines of the report, by their ids; none if it was withdrawn."""


def listed(store: Store) -> tuple[Article, ...]:
    """Every article in the order in which they were added, those that were withdrawn too."""
    counts = Counter(statement.capture_id for statement in store.statements())
    judgements = store.judgements()
    away = review.withdrawn(judgements)
    found = review.as_described(store.captures(), judgements)
    return tuple(Article.of(capture, counts[capture.id], is_withdrawn=capture.id in away) for capture in found)


def shown(store: Store, wanted: str) -> Shown:
    """The article that a file name, an address or the beginning of an id means."""
    capture, is_withdrawn = _found(store, wanted)
    _, statements = pipeline.article(store, capture.id)
    count = len(store.statements_in(capture.id))
    lines = pipeline.lines_of(store, (s.id for s in statements))
    return Shown(Article.of(capture, count, is_withdrawn=is_withdrawn), capture, statements, lines)


def describe(
    store: Store, wanted: str, said: Mapping[Axis, str], reviewer: str, at: datetime.datetime, why: str = ""
) -> tuple[Judgement, ...]:
    """Say who published an article, when and where; what it reads already is not said again."""
    capture, _ = _found(store, wanted)
    made = [review.describing(capture, axis, value, reviewer, at, why) for axis, value in said.items()]
    new = [j for j in made if j.value != _written(capture, j.axis)]
    if not new:
        raise UsageError(f"{capture.headline} is described so already", "`claimtrack articles` lists what is known.")
    group = content_id("group", *(j.id for j in new)) if len(new) > 1 else ""
    judgements = tuple(judgement.model_copy(update={"group": group}) for judgement in new)
    pipeline.decide(store, *judgements)
    return judgements


def withdraw(
    store: Store, wanted: str, reviewer: str, at: datetime.datetime, why: str = "", *, restores: bool = False
) -> tuple[Judgement, ...]:
    """Leave an article and its statements out of everything derived, or take it in again; nothing is deleted."""
    capture, is_withdrawn = _found(store, wanted)
    if is_withdrawn != restores:
        raise UsageError(f"{capture.headline} is {'withdrawn' if is_withdrawn else 'not withdrawn'} already")
    judgement = review.judged(capture.id, Verdict.RESTORED if restores else Verdict.WITHDRAWN, reviewer, at, why)
    pipeline.decide(store, judgement)
    return (judgement,)


def _found(store: Store, wanted: str) -> tuple[Capture, bool]:
    """The article that is meant, as it is described, and whether it was withdrawn."""
    judgements = store.judgements()
    capture = review.find_article(wanted, review.as_described(store.captures(), judgements))
    return capture, capture.id in review.withdrawn(judgements)


def _written(capture: Capture, axis: Axis) -> str:
    value = getattr(capture, review.DESCRIBED[axis])
    return str(value) if value else ""

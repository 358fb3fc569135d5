"""Decisions from outside the desk: about claims and statements that are named by their ids."""

import datetime
from collections.abc import Iterable, Mapping

from claimtrack import parties, pipeline, review
from claimtrack.errors import UsageError
from claimtrack.models import Axis, Judgement, RelationKind, Verdict, content_id
from claimtrack.store import Store


def mark(
    store: Store, target: str, verdict: Verdict, reviewer: str, at: datetime.datetime, why: str = "", evidence: str = ""
) -> Judgement:
    """Record one decision about a claim or a statement, named by its id or the beginning of it."""
    axis = review.AXES.get(verdict, Axis.SO)
    statement_id = review.find(target, axis, store.linked().claims, {s.id: s for s in store.statements()})
    judgement = review.judged(statement_id, verdict, reviewer, at, why, evidence)
    store.judge(judgement)
    return judgement


def merge_events(
    store: Store, one: str, other: str, reviewer: str, at: datetime.datetime, why: str = ""
) -> tuple[Judgement, ...]:
    """Decide that two events, named by ids or words of their names, are one."""
    events = {event.id: event for event in store.linked().events}
    here, there = (
        review.find_event(each, {event.id: event.name for event in events.values()}) for each in (one, other)
    )
    if here == there:
        raise UsageError(f"“{one}” and “{other}” are one event already")
    statement, anchor = events[there].statement_ids[0], events[here].statement_ids[0]
    judgement = review.judged(statement, Verdict.EVENT_MERGED, reviewer, at, why, other=anchor)
    pipeline.decide(store, judgement)
    return (judgement,)


def split_event(
    store: Store, event: str, out: Iterable[str], reviewer: str, at: datetime.datetime, why: str = ""
) -> tuple[Judgement, ...]:
    """Decide that some statements or claims of an event, named by the beginnings of their ids, are another event."""
    linked, statements = store.linked(), {s.id: s for s in store.statements()}
    wanted = review.find_event(event, {each.id: each.name for each in linked.events})
    (chosen,) = (each for each in linked.events if each.id == wanted)
    moved = {s for target in out for s in review.statements_of(target, linked.claims, statements)}
    if strange := moved - set(chosen.statement_ids):
        raise UsageError(f"{min(strange)} is no statement of “{chosen.name}”", "`claimtrack claims` lists them.")
    stays = next((s for s in chosen.statement_ids if s not in moved), None)
    if stays is None:
        raise UsageError(f"nothing would be left of “{chosen.name}”", "Name some of its statements only.")
    group = content_id("group", "split", stays, at.isoformat())
    judgements = tuple(
        review.judged(statement, Verdict.EVENT_SPLIT, reviewer, at, why, other=stays, group=group)
        for statement in chosen.statement_ids
        if statement in moved
    )
    pipeline.decide(store, *judgements)
    return judgements


def relate(
    store: Store, a: str, b: str, kind: RelationKind | None, reviewer: str, at: datetime.datetime, question: str = ""
) -> Judgement:
    """Record how two claims stand to each other: a relation that was found confirmed, another one made, or none."""
    at_desk = pipeline.desk(store)
    ids = tuple(review.find(each, Axis.RELATION, at_desk.linked.claims, at_desk.statements) for each in (a, b))
    claims_of = {s: claim for claim in at_desk.linked.claims for s in claim.statement_ids}
    one, other = (claims_of[i] for i in ids)
    if one == other or one.event_id != other.event_id:
        what = "one claim" if one == other else "claims of two events"
        raise UsageError(f"{a} and {b} are {what}", "Relations hold between two claims of one event.")
    if kind is None:
        judgement = review.judged(ids[0], Verdict.UNRELATED, reviewer, at, question, other=ids[1])
    elif any({r.a, r.b} == {one.id, other.id} and r.kind == kind for r in at_desk.linked.relations):
        judgement = review.judged(ids[0], Verdict.RELATED, reviewer, at, question, other=ids[1])
    else:
        found = pipeline.lines(at_desk)
        asked = question or review.question_between(*(found[i].quote for i in ids))
        judgement = review.linking(ids[0], ids[1], kind, reviewer, at, asked)
    pipeline.decide(store, judgement)
    return judgement


def correct(
    store: Store, target: str, put_right: Mapping[Axis, str], reviewer: str, at: datetime.datetime, *, may_be_new: bool
) -> tuple[Judgement, ...]:
    """Put right what was read of one statement: a party by its name, a stance, a content by ranges or words."""
    statements = {s.id: s for s in store.statements()}
    statement = statements[review.find(target, Axis.SAID, store.linked().claims, statements)]
    (capture,) = store.captures([statement.capture_id])
    values = dict(put_right)
    if Axis.PARTY in values:
        known = {s.party.name: s.party for s in statements.values()}
        party = parties.party_named(values[Axis.PARTY], known.values(), may_be_new=may_be_new)
        values[Axis.PARTY] = party.model_dump_json()
    if Axis.CONTENT in values:
        values[Axis.CONTENT] = review.content_ranges(values[Axis.CONTENT], capture.text, statement.start)
    length = len(capture.text)
    made = [review.correction(statement, a, value, reviewer, at, length=length) for a, value in values.items()]
    group = content_id("group", *(j.id for j in made)) if len(made) > 1 else ""
    judgements = tuple(judgement.model_copy(update={"group": group}) for judgement in made)
    pipeline.decide(store, *judgements)
    return judgements

"""Decisions from outside the desk: about claims and statements that are named by their ids."""

import datetime
from collections.abc import Iterable, Mapping

from claimtrack import parties, pipeline, review
from claimtrack.errors import NothingFound, UsageError
from claimtrack.models import Axis, Claim, Judgement, RelationKind, Statement, Verdict, content_id
from claimtrack.store import Store

_SHORTEST_PREFIX = 4


def mark(
    store: Store, target: str, verdict: Verdict, reviewer: str, at: datetime.datetime, why: str = "", evidence: str = ""
) -> Judgement:
    """Record one decision about a claim or a statement, named by its id or the beginning of it."""
    axis = review.AXES.get(verdict, Axis.SO)
    statement_id = find(target, axis, store.linked().claims, {s.id: s for s in store.statements()})
    judgement = review.judged(statement_id, verdict, reviewer, at, why, evidence)
    store.judge(judgement)
    return judgement


def relate(
    store: Store, a: str, b: str, kind: RelationKind | None, reviewer: str, at: datetime.datetime, question: str = ""
) -> Judgement:
    """Record how two claims stand to each other: a relation that was found confirmed, another one made, or none."""
    at_desk = pipeline.desk(store)
    ids = tuple(find(each, Axis.RELATION, at_desk.linked.claims, at_desk.statements) for each in (a, b))
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
    statement = statements[find(target, Axis.SAID, store.linked().claims, statements)]
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


def find(target: str, axis: Axis, found: Iterable[Claim], statements: Mapping[str, Statement]) -> str:
    """The statement that a decision is recorded about; raises if no one thing is meant."""
    wanted = target.strip().lower()
    bare = wanted.removeprefix("claim-").removeprefix("statement-")
    if len(bare) < _SHORTEST_PREFIX:
        raise UsageError(f"“{target}” is too short to name a claim", "Give at least 4 characters of its id.")
    hits = {
        c.id: c for c in found if c.id.removeprefix("claim-").startswith(bare) and not wanted.startswith("statement-")
    }
    named = {s for s in statements if s.removeprefix("statement-").startswith(bare) and not wanted.startswith("claim-")}
    if len(hits) + len(named) > 1:
        raise UsageError(f"“{target}” names several claims or statements", "Give more characters of the id.")
    if named:
        return next(iter(named))
    if not hits:
        raise NothingFound(f"there is no claim or statement {target}", "`claimtrack claims` lists them with their ids.")
    claim = next(iter(hits.values()))
    if axis == Axis.SAID and len(claim.statement_ids) > 1:
        ids = ", ".join(s.removeprefix("statement-")[:8] for s in claim.statement_ids)
        raise UsageError(f"claim {target} rests on several statements", f"Name one of them: {ids}")
    return claim.statement_ids[0]

"""Facts, judgements and what is derived from them, put together as a report."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claimtrack.models import (
    CONFLICTS,
    Capture,
    Claim,
    Event,
    Judgement,
    Linked,
    Relation,
    RelationKind,
    RelationStatus,
    Span,
    Spans,
    Statement,
    Verdict,
)
from claimtrack.report.model import Account, Answer, EventReport, Line, Meeting, Report


class Facts(NamedTuple):
    """Everything a report is made of."""

    captures: Mapping[str, Capture]
    statements: Mapping[str, Statement]
    linked: Linked
    said: Mapping[str, Judgement]
    """The standing decision on "did they say it?", by statement."""
    so: Mapping[str, Judgement]
    """The standing decision on "is it so?", by claim."""
    silent: Mapping[str, tuple[str, ...]]
    """Sides that an event's articles name and that say nothing on it, by event."""
    origins: Mapping[str, int]
    """Independent reports of an event, by event."""
    related: Mapping[frozenset[str], Judgement]
    """The standing decision on how two claims relate, by the claims."""


def build(facts: Facts) -> Report:
    """The report; events with a disagreement come first, then the earlier ones."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    relations: dict[str, list[Relation]] = defaultdict(list)
    for claim in facts.linked.claims:
        claims[claim.event_id].append(claim)
    for relation in facts.linked.relations:
        relations[relation.event_id].append(relation)
    events = [_event(event, claims[event.id], relations[event.id], facts) for event in facts.linked.events]
    events.sort(key=lambda e: (not e.disagreements, e.first_day or "9999", e.event_id))
    return Report(articles=len(facts.captures), statements=len(facts.statements), events=tuple(events))


def _event(event: Event, claims: Sequence[Claim], relations: Sequence[Relation], facts: Facts) -> EventReport:
    first = {claim.id: line(claim, claim.statement_ids[0], facts) for claim in claims}
    by_question: dict[tuple[RelationKind, str], list[Relation]] = defaultdict(list)
    for relation in relations:
        by_question[relation.kind, relation.question].append(relation)
    found = [_meeting(group, first, facts) for group in by_question.values()]
    meetings = [m for m in found if m.status != RelationStatus.REJECTED]
    return EventReport(
        event_id=event.id,
        name=event.name,
        first_day=event.first_day.isoformat() if event.first_day else "",
        last_day=event.last_day.isoformat() if event.last_day else "",
        articles=len({facts.statements[s].capture_id for s in event.statement_ids}),
        origins=facts.origins.get(event.id, 0),
        accounts=_by_side(line(claim, s, facts) for claim in claims for s in claim.statement_ids),
        disagreements=tuple(m for m in meetings if m.kind in CONFLICTS),
        agreements=tuple(m for m in meetings if m.kind == RelationKind.CORROBORATES),
        updates=tuple(m for m in meetings if m.kind == RelationKind.UPDATES),
        rejected=tuple(m for m in found if m.status == RelationStatus.REJECTED),
        silent=facts.silent.get(event.id, ()),
    )


def _by_side(lines: Iterable[Line]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    found: dict[str, list[Line]] = defaultdict(list)
    for each in lines:
        found[each.side].append(each)
    return tuple((side, tuple(found[side])) for side in sorted(found, key=_side_order))


def _side_order(side: str) -> tuple[bool, str]:
    """By name, the unknown side last: no side goes first by merit."""
    return side == "none", side


def line(claim: Claim, statement_id: str, facts: Facts) -> Line:
    """One statement of a claim, with all that leads back to its article."""
    statement = facts.statements[statement_id]
    capture = facts.captures[statement.capture_id]
    so, said = facts.so.get(claim.id), facts.said.get(statement_id)
    return Line(
        claim_id=claim.id,
        statement_id=statement_id,
        capture_id=capture.id,
        side=statement.party.side,
        party=statement.party.name,
        voice=words(capture, statement.source),
        cue=words(capture, statement.cue),
        stance=statement.stance,
        kind=statement.kind,
        quote=words(capture, statement.content),
        outlet=capture.outlet or "outlet unknown",
        date=capture.date.isoformat() if capture.date else "date unknown",
        headline=" ".join(capture.headline.split()),
        spans=statement.content,
        digest=capture.digest,
        said=said.verdict if said else Verdict.UNREVIEWED,
        so=so.verdict if so else Verdict.UNREVIEWED,
        evidence=so.evidence if so else "",
    )


def _meeting(relations: Sequence[Relation], first: Mapping[str, Line], facts: Facts) -> Meeting:
    """All relations under one question, as the answers of each side."""
    answers: dict[str, Answer] = {}
    for relation in relations:
        for claim, reason in ((relation.a, relation.reasons[0].a), (relation.b, relation.reasons[0].b)):
            answers.setdefault(claim, _answer(first[claim], reason, facts))
    is_inside = len({answer.line.side for answer in answers.values()}) == 1
    by_side: dict[str, list[Answer]] = defaultdict(list)
    for answer in sorted(answers.values(), key=lambda a: (a.line.date, a.line.capture_id, a.at.start)):
        by_side[answer.line.party if is_inside else answer.line.side].append(answer)
    return Meeting(
        kind=relations[0].kind,
        types=tuple(dict.fromkeys(reason.code for relation in relations for reason in relation.reasons)),
        question=relations[0].question,
        accounts=tuple(Account(side=s, answers=tuple(by_side[s])) for s in sorted(by_side, key=_side_order)),
        relation_ids=tuple(relation.id for relation in relations),
        pairs=tuple((relation.a, relation.b) for relation in relations),
        status=_status(relations, facts),
    )


def _status(relations: Iterable[Relation], facts: Facts) -> RelationStatus:
    """Confirmed if a reviewer confirmed any of the relations, rejected if all were rejected."""
    found = [facts.related.get(frozenset((relation.a, relation.b))) for relation in relations]
    verdicts = {decision.verdict if decision else None for decision in found}
    if Verdict.RELATED in verdicts:
        return RelationStatus.CONFIRMED
    return RelationStatus.REJECTED if verdicts == {Verdict.UNRELATED} else RelationStatus.SUGGESTED


def _answer(found: Line, at: Span, facts: Facts) -> Answer:
    met = " ".join(at.of(facts.captures[found.capture_id].text).split())
    return Answer(line=found, words=met, at=at)


def words(capture: Capture, spans: Spans) -> str:
    """The words of some spans as they stand, pieces joined with an ellipsis."""
    return " … ".join(" ".join(span.of(capture.text).split()) for span in spans)

"""Facts, judgements and what is derived from them, put together as a report."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimtrack.models import CONFLICTS, Claim, Event, Relation, RelationKind, RelationStatus, Verdict
from claimtrack.report.changes import changes, is_own_change
from claimtrack.report.lines import Facts, answer_at, independent, line, when
from claimtrack.report.model import Account, Answer, EventReport, Line, Meeting, Report, side_order
from claimtrack.report.replies import beside


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


_ASIDES = frozenset({RelationKind.DOES_NOT_ADDRESS, RelationKind.RESPONDS_TO, RelationKind.QUALIFIES})


def _event(event: Event, claims: Sequence[Claim], relations: Sequence[Relation], facts: Facts) -> EventReport:
    said = {c.id: [(line(c, s, facts), facts.statements[s].party.kind) for s in c.statement_ids] for c in claims}
    by_question: dict[tuple[RelationKind, str], list[Relation]] = defaultdict(list)
    for relation in (r for r in relations if not is_own_change(r, said, facts.captures)):
        by_question[relation.kind, relation.question].append(relation)
    first = {claim: pairs[0][0] for claim, pairs in said.items()}
    found = [_meeting(group, first, facts) for group in by_question.values()]
    meetings = [m for m in found if m.status != RelationStatus.REJECTED]
    kept = [r for r in relations if _status([r], facts) != RelationStatus.REJECTED]
    lines = {claim: [each for each, _ in pairs] for claim, pairs in said.items()}
    return EventReport(
        event_id=event.id,
        name=event.name,
        first_day=event.first_day.isoformat() if event.first_day else "",
        last_day=event.last_day.isoformat() if event.last_day else "",
        when=when(event.happened, facts.captures) if event.happened else None,
        places=event.places,
        articles=len({facts.statements[s].capture_id for s in event.statement_ids}),
        origins=len(event.origins),
        chain=tuple(independent(origin, facts.captures) for origin in event.origins),
        accounts=_by_side(each for found in lines.values() for each in found),
        disagreements=tuple(
            m.model_copy(update={"beside": beside(m, kept, lines, facts)}) for m in meetings if m.kind in CONFLICTS
        ),
        agreements=tuple(m for m in meetings if m.kind == RelationKind.CORROBORATES),
        updates=tuple(m for m in meetings if m.kind == RelationKind.UPDATES),
        asides=tuple(m for m in meetings if m.kind in _ASIDES),
        changes=changes(kept, said, facts.captures),
        rejected=tuple(m for m in found if m.status == RelationStatus.REJECTED),
        silent=event.silent,
    )


def _by_side(lines: Iterable[Line]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    found: dict[str, list[Line]] = defaultdict(list)
    for each in lines:
        found[each.side].append(each)
    return tuple((side, tuple(found[side])) for side in sorted(found, key=side_order))


def _meeting(relations: Sequence[Relation], first: Mapping[str, Line], facts: Facts) -> Meeting:
    """All relations under one question, as the answers of each side."""
    answers: dict[str, Answer] = {}
    for relation in relations:
        for claim, reason in ((relation.a, relation.reasons[0].a), (relation.b, relation.reasons[0].b)):
            answers.setdefault(claim, answer_at(first[claim], reason, facts.captures))
    is_inside = len({answer.line.side for answer in answers.values()}) == 1
    by_side: dict[str, list[Answer]] = defaultdict(list)
    for answer in sorted(answers.values(), key=lambda a: (a.line.date, a.line.capture_id, a.at.start)):
        by_side[answer.line.party if is_inside else answer.line.side].append(answer)
    return Meeting(
        kind=relations[0].kind,
        types=tuple(dict.fromkeys(reason.code for relation in relations for reason in relation.reasons)),
        question=relations[0].question,
        accounts=tuple(Account(side=s, answers=tuple(by_side[s])) for s in sorted(by_side, key=side_order)),
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

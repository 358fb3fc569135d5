"""The lists of the review desk as values: an entry is a row, and leads to what is reviewed."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from claimtrack.display import counted
from claimtrack.models import Axis, Judgement, ReasonCode, Record, RelationKind, RelationStatus, Verdict
from claimtrack.report.lines import by_claim
from claimtrack.report.model import EventReport, Line, Meeting, Report
from claimtrack.report.sources import NO_OUTLET
from claimtrack.review.query import Mark
from claimtrack.review.standing import Standing, related, so, standing

_E = TypeVar("_E", bound=StrEnum)


class Listed(StrEnum):
    """The lists there are."""

    CONFLICTS = "conflicts"
    CLAIMS = "claims"


class Member(Record):
    """A statement that an entry shows, and the claim that it belongs to."""

    claim_id: str
    statement_id: str


class Entry(Record):
    """One row of a list, with everything it is found by."""

    listed: Listed
    key: str
    """The same disagreement or claim has the same key after a rebuild."""
    event_id: str
    kind: str
    """Of the meeting, or the stance of the claim's first statement."""
    title: str
    detail: str
    """What follows the title, for example "denial · 2 sides · 3 origins"."""
    event: str
    first_day: str
    last_day: str
    pairs: tuple[tuple[str, str], ...] = ()
    """The claims that a relation was found between."""
    members: tuple[Member, ...]
    party: str
    side: str
    outlet: str
    type: str
    stance: str
    text: str


class State(Record):
    """What was decided about an entry: by one reviewer, or by all together; in the order of the words."""

    so: tuple[Verdict, ...] = (Verdict.UNREVIEWED,)
    """The verdicts of its claims, each once."""
    said: tuple[Verdict, ...] = (Verdict.UNREVIEWED,)
    marks: tuple[Mark, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether any of its claims has no verdict, and the relation was not rejected."""
        return Verdict.UNREVIEWED in self.so and Mark.REJECTED not in self.marks


NOTHING_DECIDED = State()
_SEVERITY = {RelationKind.CONTRADICTS: 0, RelationKind.CONTRARY_TO: 1, RelationKind.UPDATES: 2}


def entries(report: Report) -> tuple[Entry, ...]:
    """Every disagreement, what matters most first, then every claim by event.

    What matters: that it is not decided yet, how plainly the accounts part (a rejection in so many words is
    most often right), whether sides part or one side with itself, how many independent reports there are, and
    how new it is.
    """
    met = [(event, m) for event in report.events for m in (*event.disagreements, *event.updates, *event.rejected)]
    met.sort(key=lambda pair: _weight(*pair))
    lines = {event.event_id: by_claim(event) for event in report.events}
    found = [_conflict(event, meeting, lines[event.event_id]) for event, meeting in met]
    return (*found, *(entry for event in report.events for entry in _claims(event, lines[event.event_id])))


def conflict_key(event_id: str, meeting: Meeting) -> str:
    """The same disagreement has the same key after a rebuild."""
    return f"{event_id} {meeting.kind} {meeting.question}"


def _weight(event: EventReport, meeting: Meeting) -> tuple[bool, int, bool, bool, int, int]:
    lines = [answer.line for answer in meeting.answers]
    is_done = meeting.status == RelationStatus.REJECTED or all(line.so != Verdict.UNREVIEWED for line in lines)
    is_inside = len({line.side for line in lines}) == 1
    day = datetime.date.fromisoformat(event.last_day).toordinal() if event.last_day else 0
    is_implied = ReasonCode.DENIAL not in meeting.types
    return is_done, _SEVERITY.get(meeting.kind, len(_SEVERITY)), is_implied, is_inside, -event.origins, -day


def _conflict(event: EventReport, meeting: Meeting, lines: Mapping[str, Sequence[Line]]) -> Entry:
    codes = ", ".join(code.value for code in meeting.types)
    sides = counted(len(meeting.accounts), "account")
    claims = dict.fromkeys(answer.line.claim_id for answer in meeting.answers)
    return _entry(
        event,
        [line for claim_id in claims for line in lines[claim_id]],
        listed=Listed.CONFLICTS,
        key=conflict_key(event.event_id, meeting),
        kind=meeting.kind.value,
        title=meeting.question,
        detail=f"{codes} · {sides} · {counted(event.origins, 'origin')}",
        type=f"{codes} {meeting.kind}",
        pairs=meeting.pairs,
    )


def _claims(event: EventReport, claims: Mapping[str, Sequence[Line]]) -> Iterable[Entry]:
    for claim_id, lines in claims.items():
        line = lines[0]
        yield _entry(
            event,
            lines,
            listed=Listed.CLAIMS,
            key=claim_id,
            kind=line.stance.value,
            title=line.quote,
            detail=f"{line.speaker} {line.does} · {line.published}, {line.date}",
            type=line.kind.value,
        )


def _entry(event: EventReport, lines: Sequence[Line], **own: object) -> Entry:
    """An entry with what its lines say."""
    return Entry.model_validate(
        {
            "event_id": event.event_id,
            "event": event.name,
            "first_day": event.first_day,
            "last_day": event.last_day,
            "members": tuple(Member(claim_id=line.claim_id, statement_id=line.statement_id) for line in lines),
            "party": _once(f"{line.party} {line.voice}" for line in lines),
            "side": _once(line.side for line in lines),
            "outlet": _once(line.outlet or NO_OUTLET for line in lines),
            "stance": _once(f"{line.stance} {line.kind}" for line in lines),
            "text": _once(line.quote for line in lines),
        }
        | own
    )


def _once(words: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(words))


def states(
    members: Sequence[Member], pairs: Iterable[tuple[str, str]], judgements: Sequence[Judgement]
) -> Mapping[str, State]:
    """What was decided about an entry by each reviewer, and under "" what stands; empty if nothing was."""
    found = {}
    reviewers = dict.fromkeys(j.reviewer for j in judgements)
    for reviewer in reviewers:
        state = _state(members, pairs, [j for j in judgements if j.reviewer == reviewer])
        if state != NOTHING_DECIDED:
            found[reviewer] = state
    if not found:
        return {}
    whole = _state(members, pairs, judgements)
    marks = {*whole.marks, Mark.DISSENT} if _differ(members, judgements) else set(whole.marks)
    return {"": whole.model_copy(update={"marks": _ordered(Mark, marks)}), **found}


def _state(members: Sequence[Member], pairs: Iterable[tuple[str, str]], judgements: Sequence[Judgement]) -> State:
    stands = standing(judgements)
    ids = [member.statement_id for member in members]
    verdicts = _verdicts(members, stands)
    decided = related(judgements, {member.statement_id: member.claim_id for member in members})
    on_pairs = [decision.verdict if (decision := decided.get(frozenset(pair))) else None for pair in pairs]
    flags = [placed.judgement.verdict for i in ids if (placed := stands.get((i, Axis.FLAG)))]
    marks = {
        Mark.EVIDENCE: any(decision and decision.evidence for decision in verdicts.values()),
        Mark.NOTE: any((i, Axis.NOTE) in stands for i in ids),
        Mark.FLAG: Verdict.FLAGGED in flags,
        Mark.CONFIRMED: Verdict.RELATED in on_pairs,
        Mark.REJECTED: set(on_pairs) == {Verdict.UNRELATED},
    }
    said = [stands.get((i, Axis.SAID)) for i in ids]
    return State(
        so=_ordered(Verdict, {decision.verdict if decision else Verdict.UNREVIEWED for decision in verdicts.values()}),
        said=_ordered(Verdict, {placed.judgement.verdict if placed else Verdict.UNREVIEWED for placed in said}),
        marks=_ordered(Mark, {mark for mark, holds in marks.items() if holds}),
    )


def _ordered(kind: type[_E], found: Collection[_E]) -> tuple[_E, ...]:
    return tuple(member for member in kind if member in found)


def _verdicts(members: Sequence[Member], stands: Standing) -> dict[str, Judgement | None]:
    """The standing verdict on each claim."""
    found: dict[str, list[str]] = defaultdict(list)
    for member in members:
        found[member.claim_id].append(member.statement_id)
    return {claim_id: so(stands, ids) for claim_id, ids in found.items()}


def _differ(members: Sequence[Member], judgements: Sequence[Judgement]) -> bool:
    """Whether two reviewers hold different verdicts on one claim."""
    held: dict[str, set[Verdict]] = defaultdict(set)
    for reviewer in {j.reviewer for j in judgements}:
        own = _verdicts(members, standing([j for j in judgements if j.reviewer == reviewer]))
        for claim_id, decision in own.items():
            if decision:
                held[claim_id].add(decision.verdict)
    return any(len(verdicts) > 1 for verdicts in held.values())

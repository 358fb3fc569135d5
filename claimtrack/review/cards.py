"""What is reviewed: a card shows one disagreement, or one claim, with every answer to it."""

from claimtrack.models import Record, RelationKind
from claimtrack.report.lines import by_claim
from claimtrack.report.model import Account, Answer, EventReport, Line, Meeting
from claimtrack.review.entries import Listed, conflict_key


class Card(Record):
    """One disagreement or claim to review, with the event it belongs to."""

    listed: Listed
    event_id: str
    event: str
    days: str
    counted: str
    """For example "5 articles, 2 origins"."""
    silent: tuple[str, ...]
    agreed: tuple[str, ...]
    """What the sides agree on about the event, in words."""
    meeting: Meeting
    """The disagreement; for a claim, its statements as repeating each other."""
    claims: dict[str, tuple[Line, ...]]
    """Every statement of each claim that is shown, by the claim."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer, account by account."""
        return self.meeting.answers


def card(event: EventReport, listed: Listed, key: str) -> Card | None:
    """The card of an entry, as its event stands now; None if a rebuild has done away with it."""
    lines = by_claim(event)
    meeting = _of_claim(lines.get(key, [])) if listed == Listed.CLAIMS else _met(event, key)
    if meeting is None:
        return None
    shown = dict.fromkeys(answer.line.claim_id for answer in meeting.answers)
    return Card(
        listed=listed,
        event_id=event.event_id,
        event=event.name,
        days=event.days,
        counted=event.counted,
        silent=event.silent,
        agreed=tuple(_agreed(each) for each in event.agreements),
        meeting=meeting,
        claims={claim_id: tuple(lines[claim_id]) for claim_id in shown},
    )


def _met(event: EventReport, key: str) -> Meeting | None:
    meetings = (*event.disagreements, *event.updates, *event.rejected)
    return next((m for m in meetings if conflict_key(event.event_id, m) == key), None)


def _of_claim(lines: list[Line]) -> Meeting | None:
    if not lines:
        return None
    by_side: dict[str, list[Answer]] = {}
    for line in lines:
        at = line.spans[0] if line.spans else line.whole
        by_side.setdefault(line.side, []).append(Answer(line=line, words="", at=at))
    return Meeting(
        kind=RelationKind.REPEATS,
        types=(),
        question=lines[0].quote,
        accounts=tuple(Account(side=side, answers=tuple(answers)) for side, answers in by_side.items()),
        relation_ids=(),
    )


def _agreed(meeting: Meeting) -> str:
    return " / ".join(f"“{each}”" for each in dict.fromkeys(answer.words for answer in meeting.answers))

"""The review queue as a value: what is shown, what is chosen, what comes next."""

from typing import Self

from claimtrack.models import Record, Verdict
from claimtrack.report.model import Answer, Meeting, Report


class Card(Record):
    """One disagreement to review, with the event it belongs to."""

    event: str
    days: str
    counted: str
    """For example "5 articles, 2 origins"."""
    silent: tuple[str, ...]
    agreed: tuple[str, ...]
    """What the sides agree on about the event, in words."""
    meeting: Meeting

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Every answer, account by account."""
        return tuple(answer for account in self.meeting.accounts for answer in account.answers)

    @property
    def is_open(self) -> bool:
        """Whether any of its claims has no decision."""
        return any(answer.line.so == Verdict.UNREVIEWED for answer in self.answers)

    @property
    def searched(self) -> str:
        """Everything that a search looks through, in lower case."""
        lines = (a.line for a in self.answers)
        said = " ".join(f"{x.side} {x.party} {x.voice} {x.quote} {x.outlet} {x.stance} {x.so}" for x in lines)
        types = " ".join(code.value for code in self.meeting.types)
        return f"{self.event} {self.meeting.question} {types} {said}".casefold()


class Queue(Record):
    """The cards in order, the words they are filtered by, and where the reviewer is."""

    cards: tuple[Card, ...] = ()
    words: str = ""
    at: int = 0
    chosen: int = 0

    @property
    def shown(self) -> tuple[Card, ...]:
        """The cards that hold all of the words."""
        wanted = self.words.casefold().split()
        return tuple(card for card in self.cards if all(word in card.searched for word in wanted))

    @property
    def card(self) -> Card | None:
        """The card under review; None if nothing is shown."""
        return self.shown[self.at] if self.at < len(self.shown) else None

    @property
    def answer(self) -> Answer | None:
        """The answer that a decision is about."""
        return self.card.answers[self.chosen] if self.card else None

    def moved(self, by: int) -> Self:
        """On to another card, not beyond the ends."""
        at = min(max(self.at + by, 0), max(0, len(self.shown) - 1))
        return self.model_copy(update={"at": at, "chosen": 0}) if at != self.at else self

    def gone_to(self, at: int) -> Self:
        """At the card with this number."""
        return self.moved(at - self.at)

    def chose(self, by: int) -> Self:
        """On to another answer of the card, round the ends."""
        count = len(self.card.answers) if self.card else 1
        return self.model_copy(update={"chosen": (self.chosen + by) % count})

    def filtered(self, words: str) -> Self:
        """Only the cards that hold these words, from the first."""
        return self.model_copy(update={"words": words, "at": 0, "chosen": 0})

    def decided(self, fresh: tuple[Card, ...]) -> Self:
        """After a decision: the next answer without one, on this card or a later one; else stay."""
        now = self.refreshed(fresh)
        for step, card in enumerate(now.shown[now.at :]):
            first = now.chosen + 1 if step == 0 else 0
            for place, answer in enumerate(card.answers[first:], first):
                if answer.line.so == Verdict.UNREVIEWED:
                    return now.model_copy(update={"at": now.at + step, "chosen": place})
        return now

    def refreshed(self, fresh: tuple[Card, ...]) -> Self:
        """The same place among cards that were read anew."""
        now = self.model_copy(update={"cards": fresh})
        count = len(now.shown)
        at = min(self.at, max(0, count - 1))
        answers = len(now.shown[at].answers) if count else 1
        return now.model_copy(update={"at": at, "chosen": min(self.chosen, answers - 1)})

    def seen(self, statement_id: str) -> Self:
        """At the answer that a decision was about, if a card shows it; the one under review first."""
        order = sorted(range(len(self.shown)), key=lambda at: (at != self.at, at))
        for at in order:
            for chosen, answer in enumerate(self.shown[at].answers):
                if answer.line.statement_id == statement_id:
                    return self.model_copy(update={"at": at, "chosen": chosen})
        return self


def cards(report: Report) -> tuple[Card, ...]:
    """Every disagreement of a report as a card, in its order."""
    return tuple(
        Card(
            event=event.name,
            days=event.days,
            counted=event.counted,
            silent=event.silent,
            agreed=tuple(_agreed(meeting) for meeting in event.agreements),
            meeting=meeting,
        )
        for event in report.events
        for meeting in event.disagreements
    )


def _agreed(meeting: Meeting) -> str:
    words = dict.fromkeys(answer.words for account in meeting.accounts for answer in account.answers)
    return " / ".join(f"“{each}”" for each in words)


def tally(queue: Queue) -> dict[Verdict, int]:
    """How many claims on the cards have each verdict."""
    found = {answer.line.claim_id: answer.line.so for card in queue.cards for answer in card.answers}
    counts: dict[Verdict, int] = {}
    for verdict in found.values():
        counts[verdict] = counts.get(verdict, 0) + 1
    return counts

"""The review queue as a value: which list, what is shown of it, what is chosen and marked, what comes next."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from claimtrack.models import Verdict
from claimtrack.review.cards import Card
from claimtrack.review.entries import Listed
from claimtrack.review.query import Query


class Queue(NamedTuple):
    """Where a reviewer is: a list, filtered, and a place in it. Entries are known by their numbers."""

    listed: Listed = Listed.CONFLICTS
    query: Query = Query()
    numbers: Sequence[int] = ()
    """Of the entries shown, in order."""
    at: int = 0
    """The place among the numbers."""
    chosen: int = 0
    """The answer of the card that a decision is about."""
    marked: frozenset[int] = frozenset()
    """Numbers of entries that a decision is to be made about together."""
    anchor: int = 0
    """Where the last mark was set; a range goes from there."""

    @property
    def number(self) -> int | None:
        """The number of the entry under review; None if nothing is shown."""
        return self.numbers[self.at] if self.at < len(self.numbers) else None

    def moved(self, by: int) -> Self:
        """On to another entry, not beyond the ends."""
        return self.gone_to(self.at + by)

    def gone_to(self, at: int) -> Self:
        """At this place, or the end that is nearest to it."""
        at = min(max(at, 0), max(0, len(self.numbers) - 1))
        return self._replace(at=at, chosen=0) if at != self.at else self

    def chose(self, by: int, card: Card | None) -> Self:
        """On to another answer of the card, round the ends."""
        return self._replace(chosen=(self.chosen + by) % len(card.answers)) if card else self

    def filled(self, numbers: Sequence[int], number: int | None = None) -> Self:
        """With other numbers: at the entry with this number if it is among them, else at the same place."""
        is_there = number is not None and number in numbers
        at = numbers.index(number) if number is not None and is_there else min(self.at, max(0, len(numbers) - 1))
        return self._replace(numbers=numbers, at=at, chosen=self.chosen if is_there else 0)

    def toggled(self) -> Self:
        """The entry marked, or no longer marked."""
        number = self.number
        return self._replace(marked=self.marked ^ {number}, anchor=self.at) if number is not None else self

    def ranged(self) -> Self:
        """All entries from the last mark to here marked."""
        first, last = sorted((min(self.anchor, len(self.numbers)), self.at))
        return self._replace(marked=self.marked | frozenset(self.numbers[first : last + 1]))

    def all_marked(self) -> Self:
        """Every entry shown marked, or none if all were."""
        everything = frozenset(self.numbers)
        return self._replace(marked=frozenset() if self.marked == everything else everything)


def next_answer(card: Card, chosen: int) -> int | None:
    """The next answer of a card without a decision; None if there is none after the chosen one."""
    later = range(chosen + 1, len(card.answers))
    return next((at for at in later if card.answers[at].line.so == Verdict.UNREVIEWED), None)

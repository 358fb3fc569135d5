"""What the desk reads, in workers: the numbers of its list, and the card under review."""

import time
from collections.abc import Sequence

from textual import work
from textual.worker import get_current_worker

from claimtrack import pipeline
from claimtrack.errors import ClaimtrackError, sentences
from claimtrack.models import Verdict
from claimtrack.report.model import Answer
from claimtrack.review import Card, Queue
from claimtrack.tui.under_review import UnderReview

_FIRST = 200
"""Entries read before all of a long list are."""
_PAUSE = 0.1
"""Seconds in which the next letter of a filter comes, before all of a list is read."""


class Reading(UnderReview):
    """Reads without ever holding up a key."""

    def __init__(self) -> None:
        super().__init__()
        self.tally: dict[Verdict, int] = {}
        self.is_loading = True
        self.is_stale = False
        """Whether something was decided since the card was read."""
        self.aim = ""
        """Key of the entry to be at when the list is read anew: numbers change when links are derived, keys do not."""
        self.wanted = ""
        """The statement whose answer is to be chosen once it is read."""

    def show_rows(self) -> None:
        """Show the list as it stands."""
        raise NotImplementedError

    async def show_card(self) -> None:
        """Show the card as it stands."""
        raise NotImplementedError

    @work(thread=True, group="fill", exclusive=True)
    def fill(self, *, is_first: bool = False) -> None:
        """Read the numbers of the list: the first of them at once if none are shown, then all."""
        app, queue, worker = self.app, self.queue, get_current_worker()
        try:
            if is_first:
                pipeline.listed(app.store)
            tally = app.store.tally(app.viewer)
            if not queue.numbers:
                first = app.store.found(queue.listed, queue.query, app.viewer, _FIRST)
                app.call_from_thread(self._filled, queue, first, self._here(first), tally)
                if len(first) != _FIRST:
                    return  # that was all
                time.sleep(_PAUSE)
            if worker.is_cancelled:
                return  # another filter was typed meanwhile
            numbers = app.store.found(queue.listed, queue.query, app.viewer)
            app.call_from_thread(self._filled, queue, numbers, self._here(numbers), tally)
        except ClaimtrackError as error:
            app.call_from_thread(app.notify, sentences(error), severity="error", markup=False)

    def _here(self, numbers: "Sequence[int]") -> int | None:
        """Where to be in a list that was read anew: where one was, or where an undone decision was made."""
        here = self.app.store.number_of(self.aim) if self.aim else None
        shows = [n for n in self.app.store.numbers_of(self.wanted) if n in numbers] if self.wanted else []
        return shows[0] if shows and here not in shows else here

    def _filled(self, asked: Queue, numbers: "Sequence[int]", here: int | None, tally: dict[Verdict, int]) -> None:
        if (asked.listed, asked.query) != (self.queue.listed, self.queue.query):
            return  # another filter was typed meanwhile
        self.tally, self.is_loading = tally, False
        self.queue = self.queue.filled(numbers, here)
        self.show_rows()
        self.aim = self.row.key if self.row else self.aim
        if self.is_stale or self.card is None or self.row is None or self.row.key != self.key:
            self.load()

    @work(thread=True, group="card", exclusive=True)
    def load(self) -> None:
        """Read what the entry under review leads to."""
        app, number = self.app, self.queue.number
        try:
            row = app.store.rows([number], app.viewer).get(number) if number is not None else None
            found = pipeline.card(app.store, row, app.viewer) if row else None
        except ClaimtrackError as error:
            app.call_from_thread(app.notify, sentences(error), severity="error", markup=False)
            return
        app.call_from_thread(self.call_later, self._loaded, number, row.key if row else "", found)

    async def _loaded(self, number: int | None, key: str, found: "tuple[Card, pipeline.Desk] | None") -> None:
        if number != self.queue.number:
            return  # already somewhere else
        self.key, self.is_stale = key, False
        self.card, self.at_desk = found or (None, None)
        answers = self.card.answers if self.card else ()
        at = next((at for at, answer in enumerate(answers) if self._is_wanted(answer)), self.queue.chosen)
        self.queue = self.queue._replace(chosen=min(at, max(0, len(answers) - 1)))
        self.wanted = ""
        await self.show_card()

    def _is_wanted(self, answer: Answer) -> bool:
        """Whether an answer is what an undone decision was about."""
        claims = self.card.claims if self.card else {}
        return any(line.statement_id == self.wanted for line in claims.get(answer.line.claim_id, ()))

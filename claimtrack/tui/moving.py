"""Moving about the desk: from entry to entry, from list to list, marking, filtering."""

from textual import on, work
from textual.widgets import Input

from claimtrack import pipeline
from claimtrack.review import Listed, Queue, next_answer
from claimtrack.tui.filtering import Filtering
from claimtrack.tui.messages import Wanted
from claimtrack.tui.rows import HEIGHT, Rows


class Moving(Filtering):
    """Actions that change where one is."""

    def go(self, queue: Queue) -> None:
        """Be somewhere else."""
        moved = queue.number != self.queue.number
        self.queue = queue
        self.show_rows()
        self.aim = self.row.key if self.row else ""
        if moved:
            self.load()

    def action_move(self, by: int) -> None:
        """Another entry."""
        self.go(self.queue.moved(by))

    def action_page(self, by: int) -> None:
        """A screenful on or back."""
        self.go(self.queue.moved(by * max(1, self.query_one("#queue", Rows).size.height // HEIGHT)))

    def action_end(self, side: int) -> None:
        """The first or the last."""
        self.go(self.queue.gone_to(0 if side < 0 else len(self.queue.numbers) - 1))

    @work(thread=True, group="card", exclusive=True)
    def action_open(self, by: int) -> None:
        """The nearest entry without a decision."""
        self._go_on(self.queue, None, by)

    @work(thread=True, group="card", exclusive=True)
    def move_on(self) -> None:
        """On to the next answer without a decision, of this card or of a later one, then read the list anew."""
        app, queue, row = self.app, self.queue, self.row
        found = pipeline.card(app.store, row, app.viewer) if row else None
        self._go_on(queue, next_answer(found[0], queue.chosen) if found else None, 1)
        app.call_from_thread(self.fill)

    def _go_on(self, asked: Queue, chosen: int | None, by: int) -> None:
        """To another answer, or to the next entry; nowhere if the reviewer went somewhere meanwhile."""
        number = pipeline.next_open(self.app.store, asked, by, self.app.viewer) if chosen is None else None
        self.app.call_from_thread(self._gone_on, asked, chosen, number)

    def _gone_on(self, asked: Queue, chosen: int | None, number: int | None) -> None:
        if (asked.number, asked.chosen) != (self.queue.number, self.queue.chosen):
            return
        if chosen is not None:
            self.queue = self.queue._replace(chosen=chosen)
        elif number is not None and number in self.queue.numbers:
            self.go(self.queue.gone_to(self.queue.numbers.index(number)))
        else:
            self.app.tell("No more without a decision.")

    async def action_choose(self, by: int) -> None:
        """Another answer of this card; from the list, to the card."""
        if self.brings_card():
            return
        self.queue = self.queue.chose(by, self.card)
        await self.show_card()

    def action_skip(self) -> None:
        """On, undecided."""
        self.action_move(1)

    def action_list(self) -> None:
        """The other list."""
        other = Listed.CLAIMS if self.queue.listed == Listed.CONFLICTS else Listed.CONFLICTS
        self.card, self.aim = None, ""
        self.queue = Queue(listed=other, query=self.queue.query)
        self.fill()

    def action_mark(self) -> None:
        """Mark, and go on."""
        self.go(self.queue.toggled().moved(1))

    def action_mark_range(self) -> None:
        """Mark from the last mark to here."""
        self.go(self.queue.ranged())

    def action_mark_all(self) -> None:
        """Mark everything that is shown."""
        self.go(self.queue.all_marked())

    @on(Rows.Clicked)
    def open_clicked(self, message: Rows.Clicked) -> None:
        """A click in the list."""
        self.go(self.queue.gone_to(message.at))

    def action_dissent(self) -> None:
        """Where reviewers decided differently."""
        self.list_claims(Wanted("has:dissent"))

    @on(Wanted)
    def list_claims(self, message: Wanted) -> None:
        """The claims that a filter wants."""
        self.queue = Queue(listed=Listed.CLAIMS)
        self.card, self.aim = None, ""
        self.filter_by(message.typed)

    def action_back(self) -> None:
        """Close the filter, take off the marks, show everything: one step each time."""
        if self.query_one("#filter", Input).display:
            self.close_filter()
        if self.queue.marked:
            self.go(self.queue._replace(marked=frozenset()))
        elif self.queue.query.typed:
            self.filter_by("")

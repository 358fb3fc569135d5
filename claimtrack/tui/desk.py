"""The main screen: the list, the accounts side by side, the reason, the passage."""

import time
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Input, Static

from claimtrack import pipeline
from claimtrack.display import one_line
from claimtrack.errors import ClaimtrackError, UsageError
from claimtrack.models import Verdict
from claimtrack.report.model import Answer
from claimtrack.review import Card, Listed, Queue, next_answer, query
from claimtrack.tui import text
from claimtrack.tui.commands import bindings
from claimtrack.tui.deciding import Deciding
from claimtrack.tui.looking import Looking
from claimtrack.tui.messages import Changed, Saved
from claimtrack.tui.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

_FIRST = 200
"""Entries read before all of a long list are."""
_LOOK_AHEAD = 2000
"""Rows looked at for the next one without a decision."""


class DeskScreen(Deciding, Looking):
    """Where disagreements and claims are decided."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    def __init__(self) -> None:
        super().__init__()
        self.tally: dict[Verdict, int] = {}
        self.decisions = 0
        self.is_loading = True
        self.aim = ""
        """Key of the entry to be at when the list is read anew: numbers change when links are derived, keys do not."""
        self.is_stale = False
        """Whether something was decided since the card was read."""
        self.wanted = ""
        """The statement whose answer is to be chosen once it is read."""

    def compose(self) -> ComposeResult:
        """Status, filter, list, accounts, reason, passage, keys."""
        yield Static(id="status")
        yield Input(
            placeholder="party:russia status:open -has:evidence words   Enter: keep  Esc: all",
            id="filter",
            compact=True,
        )
        with Horizontal(id="body"):
            yield Rows(lambda numbers: self.app.store.rows(numbers, self.app.viewer), id="queue")
            with Vertical(id="desk"):
                yield Static(id="heading")
                yield Horizontal(id="accounts")
                yield Static(id="why")
                with VerticalScroll(id="passage-box", can_focus=False):
                    yield Static(id="passage")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Read the first list."""
        self.query_one("#filter", Input).display = False
        self.query_one("#heading", Static).update(Content("Opening …"))
        self.fill(is_first=True)

    # ---- reading

    @work(thread=True, group="fill", exclusive=True)
    def fill(self, *, is_first: bool = False) -> None:
        """Read the numbers of the list: the first of them at once if none are shown, then all."""
        app, queue = self.app, self.queue
        try:
            if is_first:
                pipeline.listed(app.store)
            tally = app.store.tally(app.viewer)
            if not queue.numbers:
                first = app.store.found(queue.listed, queue.query, app.viewer, _FIRST)
                app.call_from_thread(self._filled, queue, first, self._here(first), tally)
            numbers = app.store.found(queue.listed, queue.query, app.viewer)
            app.call_from_thread(self._filled, queue, numbers, self._here(numbers), tally)
        except ClaimtrackError as error:
            app.call_from_thread(app.notify, f"{error}. {error.hint}", severity="error", markup=False)

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
            app.call_from_thread(app.notify, f"{error}. {error.hint}", severity="error", markup=False)
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

    # ---- showing

    def show_rows(self) -> None:
        """The list and the status line as they stand."""
        self.query_one("#queue", Rows).show(self.queue.numbers, self.queue.at, self.queue.marked)
        self.show_status()

    async def show_card(self) -> None:
        """The accounts, the reason and the passage of the card."""
        accounts = self.query_one("#accounts", Horizontal)
        await accounts.remove_children()
        card, chosen = self.card, self.answer
        if card is None or chosen is None or self.at_desk is None:
            self._show_nothing()
            return
        self.query_one("#heading", Static).update(text.heading(card))
        for account in card.meeting.accounts:
            column = VerticalScroll(classes="account", can_focus=False)
            await accounts.mount(column)
            for answer in account.answers:
                is_chosen = answer is chosen
                widget = Static(text.answer(answer, is_chosen), classes="answer -chosen" if is_chosen else "answer")
                await column.mount(widget)
                if is_chosen:
                    column.call_after_refresh(widget.scroll_visible, animate=False)
        self.query_one("#why", Static).update(text.why(card))
        self.query_one("#why").display = card.listed == Listed.CONFLICTS
        self.query_one("#passage-box").border_title = Content(one_line(chosen.line.headline))
        capture = self.at_desk.captures[chosen.line.capture_id]
        self.query_one("#passage", Static).update(text.passage(capture, chosen))

    def _show_nothing(self) -> None:
        typed = self.queue.query.typed
        hint = "Opening …" if self.is_loading else "No disagreements yet. Add articles with `claimtrack add`."
        if typed:
            hint = f"Nothing holds “{one_line(typed)}”. Esc shows all."
        elif not self.is_loading and self.queue.listed == Listed.CLAIMS:
            hint = "No claims yet. Add articles with `claimtrack add`."
        elif not self.is_loading and any(self.tally.values()):
            hint = "No disagreements. [ shows all claims."
        self.query_one("#heading", Static).update(Content(hint))
        for name in ("#why", "#passage"):
            self.query_one(name, Static).update(Content(""))
        self.query_one("#passage-box").border_title = Content("")

    def show_status(self) -> None:
        """Where one is, what is done, what was done in this session."""
        seconds = time.monotonic() - self.app.started
        self.query_one("#status", Static).update(
            text.status_line(
                self.queue,
                self.tally,
                self.app.store.path.name,
                self.app.reviewer + (" (blind)" if self.app.options.is_blind else ""),
                self.decisions,
                int(seconds // 60),
                self.size.width,
            )
        )

    # ---- moving

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
        self.go(self.queue.moved(by * max(1, self.query_one("#queue", Rows).size.height // 3)))

    def action_end(self, side: int) -> None:
        """The first or the last."""
        self.go(self.queue.gone_to(0 if side < 0 else len(self.queue.numbers) - 1))

    def action_open(self, by: int) -> None:
        """The nearest entry without a decision."""
        at = self.open_from(self.queue.at + by, by)
        if at is None:
            self.app.tell("No more without a decision.")
        else:
            self.go(self.queue.gone_to(at))

    def open_from(self, at: int, by: int) -> int | None:
        """The place of the nearest open entry from a place on."""
        rows = self.query_one("#queue", Rows)
        last = len(self.queue.numbers) if by > 0 else -1
        for place in range(at, last, by)[:_LOOK_AHEAD]:
            if (row := rows.row(place)) and row.state.is_open:
                return place
        return None

    async def action_choose(self, by: int) -> None:
        """Another answer of this card."""
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

    # ---- filtering

    def action_filter(self) -> None:
        """Type a filter; the list narrows with every key."""
        line = self.query_one("#filter", Input)
        line.display = True
        line.value = self.queue.query.typed
        line.focus()

    @on(Input.Changed, "#filter")
    def narrow(self, message: Input.Changed) -> None:
        """Filter by what is typed so far."""
        if message.input.display:
            self.filter_by(message.value)

    @on(Input.Submitted, "#filter")
    def close_filter(self) -> None:
        """Back to the list."""
        self.query_one("#filter", Input).display = False
        self.set_focus(None)

    def filter_by(self, typed: str) -> None:
        """Show only what a filter wants; an unknown field is told, and changes nothing."""
        try:
            wanted = query(typed)
        except UsageError as error:
            self.app.tell(f"{error}. {error.hint}")
            return
        self.queue = self.queue._replace(query=wanted, marked=frozenset(), numbers=())
        self.fill()

    def action_dissent(self) -> None:
        """Where reviewers decided differently."""
        self.queue = Queue(listed=Listed.CLAIMS)
        self.card, self.aim = None, ""
        self.filter_by("has:dissent")

    def action_back(self) -> None:
        """Close the filter, take off the marks, show everything: one step each time."""
        if self.query_one("#filter", Input).display:
            self.close_filter()
        if self.queue.marked:
            self.go(self.queue._replace(marked=frozenset()))
        elif self.queue.query.typed:
            self.filter_by("")

    # ---- what others and workers tell

    @on(Saved)
    async def take_saved(self, message: Saved) -> None:
        """Show what is on disk now, and move on."""
        self.decisions += sum(not judgement.undoes for judgement in message.judgements)
        self.app.tell(text.told(message.judgements))
        self.query_one("#queue", Rows).forget()
        if len(message.judgements) > 1:
            self.queue = self.queue._replace(marked=frozenset())
        self.wanted = message.judgements[0].target if message.judgements[0].undoes else ""
        self.is_stale = True
        if message.moves_on and self.app.moves_on:
            self._move_on()
        self.fill()

    def _move_on(self) -> None:
        """On to the next answer without a decision, of this card or of a later one."""
        found = pipeline.card(self.app.store, self.row, self.app.viewer) if self.row else None
        if found and (chosen := next_answer(found[0], self.queue.chosen)) is not None:
            self.queue = self.queue._replace(chosen=chosen)
        elif (at := self.open_from(self.queue.at + 1, 1)) is not None:
            self.go(self.queue.gone_to(at))

    @on(Changed)
    def take_changed(self) -> None:
        """Someone else decided or added: show it, without moving."""
        self.query_one("#queue", Rows).forget()
        self.is_stale = True
        self.fill()

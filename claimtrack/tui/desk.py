"""The main screen: the list, the accounts side by side, the reason, the passage."""

import time
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Input, Static

from claimtrack.display import one_line
from claimtrack.models import Judgement
from claimtrack.report.model import Answer
from claimtrack.review import Card, Listed, flags, live, note, standing
from claimtrack.review.standing import Standing
from claimtrack.tui import text
from claimtrack.tui.commands import bindings
from claimtrack.tui.deciding import Deciding
from claimtrack.tui.messages import Changed, Saved
from claimtrack.tui.reason import Reason
from claimtrack.tui.rows import Rows
from claimtrack.tui.zooming import Zooming


class DeskScreen(Deciding, Zooming):
    """Where disagreements and claims are decided."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    def __init__(self) -> None:
        super().__init__()
        self.made: tuple[Judgement, ...] = ()

    def compose(self) -> ComposeResult:
        """Status, filter, list, accounts, reason, passage, keys."""
        yield Static(id="status")
        yield Input(
            placeholder="party:russia status:open -has:evidence words   Enter: keep  Esc: all",
            id="filter",
            compact=True,
        )
        yield Static(id="complaint")
        with Horizontal(id="body"):
            yield Rows(lambda numbers: self.app.store.rows(numbers, self.app.viewer), id="queue")
            with Vertical(id="desk"):
                yield Static(id="heading")
                yield Horizontal(id="accounts")
                yield Reason("why")
                with VerticalScroll(id="passage-box", can_focus=False):
                    yield Static(id="passage")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Read the first list."""
        self.query_one("#filter", Input).display = False
        self.query_one("#complaint", Static).display = False
        self.query_one("#heading", Static).update(Content("Opening …"))
        self.fill(is_first=True)

    def show_rows(self) -> None:
        """The list and the status line as they stand."""
        self.query_one("#queue", Rows).show(self.queue.numbers, self.queue.at, self.queue.marked)
        self.show_status()

    async def show_card(self) -> None:
        """The accounts, the reason and the passage of the card; laid out and drawn once, not part by part."""
        with self.app.batch_update():
            await self._show_card()

    async def _show_card(self) -> None:
        accounts = self.query_one("#accounts", Horizontal)
        await accounts.remove_children()
        chosen = self.answer  # first: it reads the card anew if keys were faster
        card, at_desk = self.card, self.at_desk
        if card is None or chosen is None or at_desk is None:
            self._show_nothing()
            return
        self.query_one("#heading", Static).update(text.heading(card))
        stands = standing(at_desk.judgements)
        columns = [
            VerticalScroll(
                *(_answer(card, answer, stands, is_chosen=answer is chosen) for answer in account.answers),
                classes="account",
                can_focus=False,
            )
            for account in card.meeting.accounts
        ]
        await accounts.mount_all(columns)
        for widget in accounts.query(".-chosen"):
            widget.call_after_refresh(widget.scroll_visible, animate=False, top=True)
        reason = self.query_one("#why", Reason)
        reason.show(card)
        reason.display = card.listed == Listed.CONFLICTS
        self.query_one("#passage-box").border_title = Content(one_line(chosen.line.headline))
        capture = at_desk.captures[chosen.line.capture_id]
        self.query_one("#passage", Static).update(text.passage(capture, chosen))

    def _show_nothing(self) -> None:
        if not self.shows_card:
            self.show_both()  # an empty list says nothing; the card's place says why
        typed = self.queue.query.typed
        hint = "Opening …" if self.is_loading else "No disagreements yet. Add articles with `claimtrack add`."
        if typed:
            hint = f"Nothing holds “{one_line(typed)}”. Esc shows all."
        elif not self.is_loading and self.queue.listed == Listed.CLAIMS:
            hint = "No claims yet. Add articles with `claimtrack add`."
        elif not self.is_loading and any(self.tally.values()):
            hint = "No disagreements. [ shows all claims."
        self.query_one("#heading", Static).update(Content(hint))
        self.query_one("#why", Reason).show(None)
        self.query_one("#passage", Static).update(Content(""))
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
                len(live(self.made)),
                int(seconds // 60),
                self.size.width,
            ),
            layout=False,
        )

    @on(Saved)
    async def take_saved(self, message: Saved) -> None:
        """Show what is on disk now, and move on."""
        self.made += message.judgements
        self.app.tell(text.told(message.judgements))
        self.query_one("#queue", Rows).forget()
        if len(message.judgements) > 1:
            self.queue = self.queue._replace(marked=frozenset())
        self.wanted = message.judgements[0].target if message.judgements[0].undoes else ""
        self.is_stale = True
        if message.moves_on and self.app.moves_on:
            self.move_on()
        else:
            self.fill()

    @on(Changed)
    def take_changed(self) -> None:
        """Someone else decided or added: show it, without moving."""
        self.query_one("#queue", Rows).forget()
        self.is_stale = True
        self.fill()


def _answer(card: Card, answer: Answer, stands: Standing, *, is_chosen: bool) -> Static:
    """One answer as a widget, with what reviewers left beside it."""
    ids = [line.statement_id for line in card.claims[answer.line.claim_id]]
    shown = text.answer(answer, is_chosen, is_flagged=bool(flags(stands, ids)), note=note(stands, ids))
    return Static(shown, classes="answer -chosen" if is_chosen else "answer")

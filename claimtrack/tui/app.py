"""The review desk: the queue of disagreements, the accounts side by side, a key for each decision."""

import datetime
from collections.abc import Callable
from typing import ClassVar

from textual import on, work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from claimtrack import pipeline
from claimtrack.display import one_line
from claimtrack.errors import ClaimtrackError
from claimtrack.models import Axis, Judgement, Verdict
from claimtrack.review import AXES, NEEDS_EVIDENCE, Queue, cards, judged, redo, tally, undo
from claimtrack.store import Store
from claimtrack.tui import text
from claimtrack.tui.dialogs import Ask, Help

Clock = Callable[[], datetime.datetime]


class Saved(Message):
    """A decision is on disk."""

    def __init__(self, judgement: Judgement, desk: pipeline.Desk, *, moves_on: bool) -> None:
        super().__init__()
        self.judgement = judgement
        self.desk = desk
        self.moves_on = moves_on


class ReviewApp(App[None]):
    """One window: every decision is on disk before it moves on."""

    CSS_PATH = "review.tcss"
    TITLE = "claimtrack"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 as the base class has it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "decide('verified')", "verify", tooltip="Verified: it is so (asks for evidence)"),
        Binding("d", "decide('disputed')", "dispute", tooltip="Disputed: there is reason to doubt it"),
        Binding("s", "skip", "skip", tooltip="On to the next disagreement, undecided"),
        Binding("c", "note", "note", tooltip="Write a note about this claim"),
        Binding("u", "undo", "undo", tooltip="Take back your last decision"),
        Binding("slash", "search", "search", key_display="/", tooltip="Only disagreements that hold these words"),
        Binding("question_mark", "help", "keys", key_display="?", tooltip="All keys"),
        Binding("q", "quit", "quit", tooltip="Leave; everything is saved"),
        Binding("ctrl+c", "quit", "quit", show=False, priority=True, tooltip="Leave; everything is saved"),
        Binding("tab", "choose(1)", "next answer", show=False, priority=True, tooltip="Choose the next answer"),
        Binding("shift+tab", "choose(-1)", "last answer", show=False, priority=True, tooltip="Choose the one before"),
        Binding("right,l", "choose(1)", "next answer", show=False, tooltip="Choose the next answer"),
        Binding("left,h", "choose(-1)", "last answer", show=False, tooltip="Choose the one before"),
        Binding("j,down", "move(1)", "next", show=False, tooltip="Next disagreement"),
        Binding("k,up", "move(-1)", "previous", show=False, tooltip="Disagreement before"),
        Binding("f", "decide('false')", "false", show=False, tooltip="False: it is not so (asks for evidence)"),
        Binding("i", "decide('inconclusive')", "inconclusive", show=False, tooltip="Inconclusive: can't be told"),
        Binding("y", "decide('confirmed')", "said it", show=False, tooltip="They did say it"),
        Binding("n", "decide('misattributed')", "not theirs", show=False, tooltip="They did not say it"),
        Binding("m", "decide('misquoted')", "misquoted", show=False, tooltip="They said it otherwise"),
        Binding("ctrl+r", "redo", "redo", show=False, tooltip="Take back your last undo"),
        Binding("escape", "clear", "all", show=False, tooltip="Show all disagreements again"),
    ]

    def __init__(self, store: Store, reviewer: str, now: Clock) -> None:
        super().__init__()
        self.store = store
        self.reviewer = reviewer
        self.now = now
        self.desk = pipeline.desk(store)
        self.cards = Queue(cards=cards(pipeline.reported(self.desk)))
        self.decisions = 0
        self.drafts: dict[str, str] = {}
        """Words typed and not saved, by what they are about; nothing a reviewer wrote is lost."""

    def compose(self) -> ComposeResult:
        """Status, queue, the two accounts, the reason, the passage, keys."""
        yield Static(id="status")
        with Horizontal(id="body"):
            yield OptionList(id="queue", markup=False)
            with Vertical(id="desk"):
                yield Static(id="heading")
                yield Horizontal(id="accounts")
                yield Static(id="why")
                with VerticalScroll(id="passage-box", can_focus=False):
                    yield Static(id="passage")
        yield Footer()

    async def on_mount(self) -> None:
        """Show the first disagreement."""
        self.query_one("#queue", OptionList).can_focus = False
        self._list_cards()
        await self._show()

    # ---- showing

    def _list_cards(self) -> None:
        queue = self.query_one("#queue", OptionList)
        queue.clear_options()
        queue.add_options([Option(text.row(card)) for card in self.cards.shown])

    async def _show(self) -> None:
        """Show the card that the queue stands at."""
        self._show_status()
        card, chosen = self.cards.card, self.cards.answer
        accounts = self.query_one("#accounts", Horizontal)
        await accounts.remove_children()
        if card is None or chosen is None:
            self._show_nothing()
            return
        queue = self.query_one("#queue", OptionList)
        queue.highlighted = self.cards.at
        self.query_one("#heading", Static).update(text.heading(card))
        for account in card.meeting.accounts:
            column = VerticalScroll(classes="account", can_focus=False)
            await accounts.mount(column)
            for answer in account.answers:
                is_chosen = answer is chosen or answer == chosen
                widget = Static(text.answer(answer, is_chosen), classes="answer -chosen" if is_chosen else "answer")
                await column.mount(widget)
                if is_chosen:
                    column.call_after_refresh(widget.scroll_visible, animate=False)
        self.query_one("#why", Static).update(text.why(card))
        self.query_one("#passage-box").border_title = Content(one_line(chosen.line.headline))
        self.query_one("#passage", Static).update(text.passage(self.desk.captures[chosen.line.capture_id], chosen))

    def _show_nothing(self) -> None:
        words = self.cards.words
        hint = (
            f"No disagreement holds “{one_line(words)}”. Esc shows all."
            if words
            else "No disagreements yet. Add articles with `claimtrack add`."
        )
        self.query_one("#heading", Static).update(Content(hint))
        for name in ("#why", "#passage"):
            self.query_one(name, Static).update(Content(""))
        self.query_one("#passage-box").border_title = Content("")

    def _show_status(self) -> None:
        counts = tally(self.cards)
        place = f"{self.cards.at + 1} of {len(self.cards.shown)}" if self.cards.shown else "0 of 0"
        done = " · ".join(f"{count} {verdict.value.replace('_', ' ')}" for verdict, count in sorted(counts.items()))
        search = f" · search “{one_line(self.cards.words)}”" if self.cards.words else ""
        session = f" · this session {self.decisions}" if self.decisions else ""
        where = f"claimtrack  {one_line(self.store.path.name)}  {place}"
        line = f"{where} · by {one_line(self.reviewer)} · {done}{search}{session}"
        self.query_one("#status", Static).update(Content(line))

    # ---- moving

    async def action_move(self, by: int) -> None:
        """Another disagreement; what others added or decided meanwhile is there."""
        self.cards = self.cards.moved(by)
        if self.store.size() != self.desk.size:
            self.desk = pipeline.desk(self.store)
            self.cards = self.cards.refreshed(cards(pipeline.reported(self.desk)))
            self._list_cards()
        await self._show()

    async def action_choose(self, by: int) -> None:
        """Another answer of this disagreement."""
        if len(self.screen_stack) > 1:
            return  # tab goes before a dialog's own keys
        self.cards = self.cards.chose(by)
        await self._show()

    async def action_skip(self) -> None:
        """On, undecided."""
        await self.action_move(1)

    @on(OptionList.OptionSelected)
    async def open_card(self, message: OptionList.OptionSelected) -> None:
        """A click in the queue."""
        self.cards = self.cards.gone_to(message.option_index)
        await self._show()

    def action_help(self) -> None:
        """All keys."""
        self.push_screen(Help((_key(b), b.tooltip) for b in self.BINDINGS if isinstance(b, Binding)))

    @work
    async def action_search(self) -> None:
        """Ask for words, and show only what holds them."""
        words = await self.push_screen_wait(
            Ask("Search party, words, outlet, type:", self.cards.words, may_be_empty=True)
        )
        if words is not None:
            await self._search(words)

    async def action_clear(self) -> None:
        """All disagreements again."""
        if self.cards.words:
            await self._search("")

    async def _search(self, words: str) -> None:
        self.cards = self.cards.filtered(words)
        self._list_cards()
        await self._show()

    # ---- deciding

    @work
    async def action_decide(self, verdict: str) -> None:
        """Decide on the chosen answer; ask for evidence where the verdict needs it."""
        answer, decided = self.cards.answer, Verdict(verdict)
        if answer is None:
            self._tell("Nothing is shown to decide on.")
            return
        evidence = ""
        if decided in NEEDS_EVIDENCE:
            key = f"{decided.value} {answer.line.claim_id}"
            side = one_line(answer.line.side)
            asked = f"{decided.value.capitalize()}: what shows it, apart from what {side} says? A link or a note:"
            given = await self.push_screen_wait(Ask(asked, self.drafts.get(key, "")))
            if given is None:
                return
            self.drafts[key] = evidence = given
        target = answer.line.statement_id if AXES[decided] == Axis.SAID else self._named_after(answer.line.claim_id)
        self._save(
            judged(target, decided, self.reviewer, self.now(), evidence=evidence), moves_on=AXES[decided] == Axis.SO
        )

    @work
    async def action_note(self) -> None:
        """Write a note about the chosen answer."""
        answer = self.cards.answer
        if answer is None:
            return
        key = f"note {answer.line.claim_id}"
        words = await self.push_screen_wait(Ask("Note:", self.drafts.get(key, "")))
        if words:
            self.drafts[key] = words
            target = self._named_after(answer.line.claim_id)
            self._save(judged(target, Verdict.NOTED, self.reviewer, self.now(), why=words), moves_on=False)

    def action_undo(self) -> None:
        """Take back the reviewer's last decision."""
        self._take_back(undo(self.desk.judgements, self.reviewer, self.now()), "Nothing to undo.")

    def action_redo(self) -> None:
        """Take back the reviewer's last undo."""
        self._take_back(redo(self.desk.judgements, self.reviewer, self.now()), "Nothing to redo.")

    def _take_back(self, taken: tuple[Judgement, ...], otherwise: str) -> None:
        if taken:
            self._save(*taken, moves_on=False)
        else:
            self._tell(otherwise)

    def _named_after(self, claim_id: str) -> str:
        """The statement that a verdict on a claim is recorded about."""
        return next(claim.statement_ids[0] for claim in self.desk.linked.claims if claim.id == claim_id)

    @work(thread=True, group="save")
    def _save(self, *judgements: Judgement, moves_on: bool) -> None:
        """Write a decision; the screen moves on only once it is on disk."""
        try:
            self.store.judge(*judgements)
            fresh = pipeline.desk(self.store)
        except ClaimtrackError as error:
            self.call_from_thread(
                self.notify, f"Not saved: {error}. {error.hint}", severity="error", timeout=15, markup=False
            )
            return
        self.post_message(Saved(judgements[0], fresh, moves_on=moves_on))

    @on(Saved)
    async def take_saved(self, message: Saved) -> None:
        """Show what is on disk now, and move on."""
        judgement = message.judgement
        self.desk = message.desk
        self.decisions += 0 if judgement.undoes else 1
        self.drafts = {
            key: words for key, words in self.drafts.items() if words not in {judgement.why, judgement.evidence}
        }
        found = cards(pipeline.reported(message.desk))
        stay = self.cards.refreshed(found).seen(judgement.target)
        self.cards = self.cards.decided(found) if message.moves_on else stay
        self._list_cards()
        self._tell(_told(judgement))
        await self._show()

    def _tell(self, words: str) -> None:
        """A passing notice; never more than one, since it covers what it lies on."""
        self.clear_notifications()
        self.notify(words, timeout=3, markup=False)


def _key(binding: Binding) -> str:
    return binding.key_display or binding.key.replace(",", " ")


def _told(judgement: Judgement) -> str:
    """What was just saved, in a few words."""
    if judgement.undoes:
        return f"Taken back; {judgement.verdict.value.replace('_', ' ')} again. Ctrl+R redoes it."
    return f"Saved: {judgement.verdict.value.replace('_', ' ')}. u takes it back."

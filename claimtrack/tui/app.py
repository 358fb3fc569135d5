"""The review desk: one app, its screens, and the one place where decisions are saved.

What needs the database is read only once the first frame is drawn, so that the desk appears at once.
"""

import asyncio
import datetime
import signal
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from claimtrack.errors import ClaimtrackError, NothingFound, UsageError, sentences
from claimtrack.tui import themes
from claimtrack.tui.ascii import Ascii
from claimtrack.tui.commands import COMMANDS, shown
from claimtrack.tui.keys import OneByOne
from claimtrack.tui.memory import Memory, Remembered
from claimtrack.tui.messages import Changed, Saved, Wanted
from claimtrack.tui.options import Options

if TYPE_CHECKING:
    from claimtrack.models import Judgement
    from claimtrack.store import Store

Clock = Callable[[], datetime.datetime]
_SECONDS_BETWEEN_LOOKS = 2.0


class ReviewApp(OneByOne):
    """The desk. Screens decide, widgets post messages, workers save."""

    CSS_PATH = "review.tcss"
    TITLE = "claimtrack"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 as the base class has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "quit", "quit", show=False, priority=True, tooltip="Leave; everything is saved"),
    ]

    def __init__(self, opens: "Callable[[], Store]", reviewer: str, now: Clock, options: Options) -> None:
        super().__init__()
        self._opens = opens
        self.store: Store
        self.problem: ClaimtrackError | None = None
        """Why the database could not be opened, if it could not."""
        self.reviewer = reviewer
        self.now = now
        self.options = options
        self.memory = Memory(options.memory)
        self.remembered = self.memory.read()
        self.started = time.monotonic()
        self.drafts = dict(self.remembered.drafts)
        """Words typed and not saved, by what they are about; nothing a reviewer wrote is lost."""
        self._saving = threading.Lock()
        """One decision after the other, or two quick undos would take back one decision twice."""
        self._seen: tuple[int, int] = (0, 0)

    @property
    def viewer(self) -> str:
        """Whose decisions are shown: everyone's, or in a blind review only one's own."""
        return self.reviewer if self.options.is_blind else ""

    @property
    def moves_on(self) -> bool:
        """Whether a decision is followed by the next one."""
        chosen = self.remembered.auto_advance
        return self.options.auto_advance if chosen is None else chosen

    def compose(self) -> ComposeResult:
        """What stands there until the database is open."""
        yield Static("Opening …", id="opening")

    def on_mount(self) -> None:
        """Set looks and keys."""
        for theme in themes.THEMES:
            self.register_theme(theme)
        wanted = self.options.theme or self.remembered.theme
        self.theme = wanted if wanted in self.available_themes and not wanted.startswith("ansi") else themes.NAMES[0]
        if self.options.is_ascii:
            self._filters.append(Ascii())
        for number in (signal.SIGTERM, signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGTERM)):
            with suppress(NotImplementedError, RuntimeError, ValueError):  # not on every system, nor in a thread
                asyncio.get_running_loop().add_signal_handler(number, self.exit)
        self.set_keymap(self.options.keys)

    def on_ready(self) -> None:
        """The first frame is drawn."""
        self.open()

    @work(thread=True, group="open")
    def open(self) -> None:
        """Open the database, and what shows it."""
        from claimtrack.tui.desk import DeskScreen

        try:
            self.store = self._opens()
            self._seen = self.store.size()
        except ClaimtrackError as error:
            self.problem = error
            self.call_from_thread(self.exit)
            return
        self.call_from_thread(self.push_screen, DeskScreen())
        self.call_from_thread(self.set_interval, _SECONDS_BETWEEN_LOOKS, self.look)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every command with its key, run on the screen it belongs to."""
        keys = {bound.binding.id: bound for bound in screen.active_bindings.values()}
        for command in COMMANDS:
            if bound := keys.get(command.id):
                title = f"{command.palette} ({shown(bound.binding.key)})"
                yield SystemCommand(
                    title, command.help, lambda b=bound: self.call_later(self._run, b.node, b.binding.action)
                )

    def get_key_display(self, binding: Binding) -> str:
        """A key in the footer, as the other pages write it."""
        return super().get_key_display(binding).replace("⏎", "enter")

    async def _run(self, node: object, action: str) -> None:
        await self.run_action(action, default_namespace=node)  # type: ignore[arg-type]

    def draft(self, key: str, words: str) -> None:
        """Keep what is being typed, so that neither a failed save nor a killed process loses it."""
        self.drafts[key] = words
        self.remember(self.remembered._replace(drafts=self.drafts))

    def remember(self, remembered: Remembered) -> None:
        """Keep a choice for the next run."""
        self.remembered = remembered
        self.memory.write(remembered)

    # ---- the store

    @work(thread=True, group="look", exclusive=True)
    def look(self) -> None:
        """See whether someone else has added or decided anything."""
        try:
            size = self.store.size()
        except ClaimtrackError:
            return  # busy: the next look will do
        if size != self._seen:
            self._seen = size
            self.call_from_thread(self._tell_screens, Changed())

    def save(self, *judgements: "Judgement", moves_on: bool = False) -> None:
        """Put decisions on disk; the screens are told once they are there."""
        self.run_worker(lambda: self._save(judgements, moves_on=moves_on), thread=True, group="save")

    def _save(self, judgements: "tuple[Judgement, ...]", *, moves_on: bool) -> None:
        from claimtrack import pipeline

        if any(map(pipeline.changes_links, judgements)):
            self.call_from_thread(self.tell, "Saving, then linking everything anew …")
        try:
            with self._saving:
                pipeline.decide(self.store, *judgements)
        except ClaimtrackError as error:
            self.call_from_thread(self.warn, error)
            return
        self._seen = self.store.size()
        self.call_from_thread(self._saved, judgements, moves_on=moves_on)

    def undo(self) -> None:
        """Take back the reviewer's last decision."""
        from claimtrack import pipeline

        self.decide_by(lambda: pipeline.undo(self.store, self.reviewer, self.now()))

    def redo(self) -> None:
        """Take back the reviewer's last undo."""
        from claimtrack import pipeline

        self.decide_by(lambda: pipeline.redo(self.store, self.reviewer, self.now()))

    def decide_by(self, way: "Callable[[], tuple[Judgement, ...]]") -> None:
        """Let a use case decide, link anew and save, and tell the screens."""
        self.run_worker(lambda: self._decide_by(way), thread=True, group="save")

    def _decide_by(self, way: "Callable[[], tuple[Judgement, ...]]") -> None:
        self.call_from_thread(self.tell, "Saving …")
        try:
            with self._saving:
                made = way()
        except (NothingFound, UsageError) as error:
            self.call_from_thread(self.tell, sentences(error))
        except ClaimtrackError as error:
            self.call_from_thread(self.warn, error)
        else:
            self._seen = self.store.size()
            self.call_from_thread(self._saved, made, moves_on=False)

    def show_claims(self, typed: str) -> None:
        """The desk, with the claims that a filter wants."""
        for screen in self.screen_stack:
            screen.post_message(Wanted(typed))

    def warn(self, error: ClaimtrackError) -> None:
        """A decision could not be saved; what was typed is kept."""
        self.notify(f"Not saved: {sentences(error)}", severity="error", timeout=15, markup=False)

    def _saved(self, judgements: "tuple[Judgement, ...]", *, moves_on: bool) -> None:
        words = {each for j in judgements for each in (j.why, j.evidence)}
        self.drafts = {key: draft for key, draft in self.drafts.items() if draft.strip() not in words}
        self.remember(self.remembered._replace(drafts=self.drafts))
        self._tell_screens(Saved(judgements, moves_on=moves_on))

    def _tell_screens(self, message: Saved | Changed) -> None:
        """Every open screen shows what is on disk."""
        for screen in self.screen_stack:
            screen.post_message(message.again())

    def tell(self, words: str, seconds: float = 3) -> None:
        """A passing notice; never more than one, since it covers what it lies on."""
        self.clear_notifications()
        self.notify(words, timeout=seconds, markup=False)

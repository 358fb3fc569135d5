"""The review desk: one app, its screens, and the one place where decisions are saved."""

import datetime
import time
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from claimtrack import pipeline
from claimtrack.errors import ClaimtrackError, NothingFound
from claimtrack.models import Judgement
from claimtrack.store import Store
from claimtrack.tui import themes
from claimtrack.tui.ascii import Ascii
from claimtrack.tui.commands import COMMANDS, keymap, shown
from claimtrack.tui.desk import DeskScreen
from claimtrack.tui.memory import Memory, Remembered
from claimtrack.tui.messages import Changed, Saved
from claimtrack.tui.options import Options

Clock = Callable[[], datetime.datetime]
_SECONDS_BETWEEN_LOOKS = 2.0


class ReviewApp(App[None]):
    """The desk. Screens decide, widgets post messages, workers save."""

    CSS_PATH = "review.tcss"
    TITLE = "claimtrack"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 as the base class has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "quit", "quit", show=False, priority=True, tooltip="Leave; everything is saved"),
    ]

    def __init__(self, store: Store, reviewer: str, now: Clock, options: Options = Options()) -> None:  # noqa: B008 frozen
        super().__init__()
        self.store = store
        self.reviewer = reviewer
        self.now = now
        self.options = options
        self.memory = Memory(options.memory)
        self.remembered = self.memory.read()
        self.started = time.monotonic()
        self.drafts: dict[str, str] = {}
        """Words typed and not saved, by what they are about; nothing a reviewer wrote is lost."""
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

    def on_mount(self) -> None:
        """Set looks and keys, and open the desk."""
        for theme in themes.THEMES:
            self.register_theme(theme)
        wanted = self.remembered.theme or self.options.theme
        self.theme = wanted if wanted in self.available_themes and not wanted.startswith("ansi") else themes.NAMES[0]
        if self.options.is_ascii:
            self._filters.append(Ascii())
        self.set_keymap(keymap(self.options.keymap, self.options.keys))
        self._seen = self.store.size()
        self.push_screen(DeskScreen())
        self.set_interval(_SECONDS_BETWEEN_LOOKS, self.look)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every command with its key, run on the screen it belongs to."""
        keys = {bound.binding.id: bound for bound in screen.active_bindings.values()}
        for command in COMMANDS:
            if bound := keys.get(command.id):
                title = f"{command.palette} ({shown(bound.binding.key)})"
                yield SystemCommand(
                    title, command.help, lambda b=bound: self.call_later(self._run, b.node, b.binding.action)
                )

    async def _run(self, node: object, action: str) -> None:
        await self.run_action(action, default_namespace=node)  # type: ignore[arg-type]

    def remember(self, **choices: object) -> None:
        """Keep a choice for the next run."""
        self.remembered = Remembered.model_validate(self.remembered.model_dump() | choices)
        self.memory.write(self.remembered)

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

    def save(self, *judgements: Judgement, moves_on: bool = False) -> None:
        """Put decisions on disk; the screens are told once they are there."""
        self.run_worker(lambda: self._save(judgements, moves_on=moves_on), thread=True, group="save")

    def _save(self, judgements: tuple[Judgement, ...], *, moves_on: bool) -> None:
        try:
            pipeline.decide(self.store, *judgements)
        except ClaimtrackError as error:
            self.call_from_thread(self.warn, error)
            return
        self._seen = self.store.size()
        self.call_from_thread(self._saved, judgements, moves_on=moves_on)

    def take_back(self, way: Callable[[Store, str, datetime.datetime], tuple[Judgement, ...]]) -> None:
        """Undo or redo, and tell the screens."""
        self.run_worker(lambda: self._take_back(way), thread=True, group="save")

    def _take_back(self, way: Callable[[Store, str, datetime.datetime], tuple[Judgement, ...]]) -> None:
        try:
            taken = way(self.store, self.reviewer, self.now())
        except NothingFound:
            self.call_from_thread(self.tell, f"Nothing to {way.__name__}.")
        except ClaimtrackError as error:
            self.call_from_thread(self.warn, error)
        else:
            self._seen = self.store.size()
            self.call_from_thread(self._saved, taken, moves_on=False)

    def warn(self, error: ClaimtrackError) -> None:
        """A decision could not be saved; what was typed is kept."""
        self.notify(f"Not saved: {error}. {error.hint}", severity="error", timeout=15, markup=False)

    def _saved(self, judgements: tuple[Judgement, ...], *, moves_on: bool) -> None:
        words = {each for j in judgements for each in (j.why, j.evidence)}
        self.drafts = {key: draft for key, draft in self.drafts.items() if draft.strip() not in words}
        self._tell_screens(Saved(judgements, moves_on=moves_on))

    def _tell_screens(self, message: Saved | Changed) -> None:
        """Every open screen shows what is on disk."""
        for screen in self.screen_stack:
            screen.post_message(message.again())

    def tell(self, words: str) -> None:
        """A passing notice; never more than one, since it covers what it lies on."""
        self.clear_notifications()
        self.notify(words, timeout=3, markup=False)

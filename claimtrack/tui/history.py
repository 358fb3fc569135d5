"""Every judgement, newest first; a decision can be made anew where it stands."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from claimtrack import pipeline
from claimtrack.models import Judgement, Verdict
from claimtrack.review import AXES, MARKABLE, NEEDS_EVIDENCE, judged
from claimtrack.tui.dialogs import Ask, Choose
from claimtrack.tui.messages import Changed, Saved
from claimtrack.tui.pane import Pane

_MOST = 1000


class HistoryScreen(Pane):
    """The log of decisions."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "next", show=False, tooltip="The one before it in time"),
        Binding("k,up", "move(-1)", "previous", show=False, tooltip="The one after it in time"),
        Binding("enter", "again", "decide anew", tooltip="Another verdict on the same thing"),
        Binding("u", "undo", "undo", tooltip="Take back your last decision"),
        Binding("ctrl+r", "redo", "redo", tooltip="Take back your last undo"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.judgements: tuple[Judgement, ...] = ()

    def compose(self) -> ComposeResult:
        """Title, list, keys."""
        yield Static(id="status")
        log = OptionList(id="log", markup=False)
        log.can_focus = False
        yield log
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the log."""
        self.read()

    @work(thread=True, group="read", exclusive=True)
    def read(self) -> None:
        """The newest judgements, and what they are about."""
        found = self.app.store.judgements(reviewer=self.app.viewer or None)
        told = pipeline.history(self.app.store, found[-_MOST:])
        self.app.call_from_thread(self.show, found, told)

    def show(self, found: tuple[Judgement, ...], told: tuple[str, ...]) -> None:
        """One entry a judgement."""
        self.judgements = found[::-1][:_MOST]
        log = self.query_one("#log", OptionList)
        at = log.highlighted or 0
        log.clear_options()
        log.add_options([Option(Content(line)) for line in told[::-1]])
        log.highlighted = min(at, len(self.judgements) - 1) if self.judgements else None
        whose = "your" if self.app.viewer else "all"
        newest = f", the newest {_MOST}" if len(found) > _MOST else ""
        self.query_one("#status", Static).update(Content(f"History · {whose} decisions: {len(found)}{newest}"))

    def action_move(self, by: int) -> None:
        """Another entry."""
        log = self.query_one("#log", OptionList)
        if self.judgements:
            log.highlighted = min(max((log.highlighted or 0) + by, 0), len(self.judgements) - 1)

    @work
    async def action_again(self) -> None:
        """Decide anew on what the entry is about."""
        at = self.query_one("#log", OptionList).highlighted
        if at is None:
            return
        old = self.judgements[at]
        verdicts = [v for v in MARKABLE if AXES[v] == old.axis and v != Verdict.NOTED]
        if not verdicts:
            self.app.tell("u takes decisions of this kind back.")
            return
        choices = [(v.value, v.value.replace("_", " ")) for v in verdicts]
        chosen = await self.app.push_screen_wait(Choose("Which verdict now?", choices))
        if chosen is None:
            return
        evidence = old.evidence
        if chosen in NEEDS_EVIDENCE:
            given = await self.app.push_screen_wait(Ask("What shows it? A link or a note:", old.evidence))
            if given is None:
                return
            evidence = given
        made = judged(old.target, Verdict(chosen), self.app.reviewer, self.app.now(), evidence=evidence)
        self.app.save(made)

    def action_undo(self) -> None:
        """Take back the reviewer's last decision."""
        self.app.undo()

    def action_redo(self) -> None:
        """Take back the reviewer's last undo."""
        self.app.redo()

    @on(OptionList.OptionSelected)
    def take_clicked(self) -> None:
        """A click decides anew."""
        self.action_again()

    @on(Saved)
    @on(Changed)
    def take_changed(self) -> None:
        """The log has grown."""
        self.read()

"""What each party said on an event, day by day; where it changed its account, both stand beside each other."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from claimtrack import pipeline
from claimtrack.display import counted
from claimtrack.report.positions import timeline
from claimtrack.report.tables import timeline_table
from claimtrack.tui.pane import Pane


class TimelineScreen(Pane):
    """Positions over time, party by party."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "app.pop_screen", "back", show=False),
        Binding("j,down", "scroll(3)", "down", show=False),
        Binding("k,up", "scroll(-3)", "up", show=False),
        Binding("pagedown,space", "scroll(20)", "page down", tooltip="A page on"),
        Binding("pageup", "scroll(-20)", "page up", tooltip="A page back"),
    ]

    def __init__(self, at_desk: pipeline.Desk, event_id: str) -> None:
        super().__init__()
        (event,) = (e for e in pipeline.reported(at_desk).events if e.event_id == event_id)
        self.timeline = timeline(event)

    def compose(self) -> ComposeResult:
        """Head, positions, keys."""
        found = self.timeline
        changes = sum(len(position.changes) for voice in found.voices for position in voice.positions)
        told = f" · {counted(changes, 'change')} of account" if changes else ""
        yield Static(Content(f"Timeline · {len(found.voices)} speak{told}"), id="status")
        with VerticalScroll(id="timeline", can_focus=False):
            yield Static(timeline_table(found))
        yield Footer(show_command_palette=False)

    def action_scroll(self, by: int) -> None:
        """Up or down."""
        self.query_one("#timeline", VerticalScroll).scroll_relative(y=by, animate=False)

"""The line in which a filter is typed: the list narrows with every key; a mistake is told once typing stops."""

from functools import partial

from textual import on
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from claimtrack.errors import UsageError, sentences
from claimtrack.review import query
from claimtrack.tui.reading import Reading

_TYPING_STOPS = 1.0
"""Seconds without a key after which what is typed counts as meant: "fals" is on the way to "false"."""


class Filtering(Reading):
    """Actions on the filter of the list."""

    def __init__(self) -> None:
        super().__init__()
        self._pause: Timer | None = None

    def action_filter(self) -> None:
        """Type a filter; the list narrows with every key."""
        line = self.query_one("#filter", Input)
        line.display = True
        line.value = self.queue.query.typed
        self.set_focus(line)  # at once: the next letters belong to it

    @on(Input.Changed, "#filter")
    def narrow(self, message: Input.Changed) -> None:
        """Filter by what is typed so far, if it can be read."""
        self._complain("")
        if not message.input.display:
            return
        try:
            self.filter_by(message.value)
        except UsageError as error:
            self._pause = self.set_timer(_TYPING_STOPS, partial(self._complain, sentences(error)))

    @on(Input.Submitted, "#filter")
    def keep_filter(self, message: Input.Submitted) -> None:
        """Back to the list; what can't be read stays in the line to be put right."""
        try:
            query(message.value)
        except UsageError as error:
            self._complain(sentences(error))
        else:
            self.close_filter()

    def close_filter(self) -> None:
        """Back to the list."""
        self._complain("")
        self.query_one("#filter", Input).display = False
        self.set_focus(None)

    def filter_by(self, typed: str) -> None:
        """Show only what a filter wants; raises `UsageError` for one that can't be read, and changes nothing."""
        self.queue = self.queue._replace(query=query(typed), marked=frozenset(), numbers=())
        self.fill()

    def _complain(self, told: str) -> None:
        """Tell below the filter what is wrong with it; nothing if it is right or is being typed."""
        if self._pause:
            self._pause.stop()
            self._pause = None
        complaint = self.query_one("#complaint", Static)
        complaint.update(Content(told))
        complaint.display = bool(told)

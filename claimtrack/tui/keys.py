"""Keys are taken one by one: what follows c is a note, however fast it is typed and however slow the machine.

Textual hands keys on as they come. Those that were typed before a line to write on has appeared would then run as
commands of the screen below it, and decide something.
"""

import asyncio
from collections import deque
from contextlib import suppress

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key
from textual.screen import ModalScreen
from textual.worker import WorkerState

_LONGEST = 1.0
"""Seconds that a key is waited for; then the next one is taken all the same."""
_LOOK = 0.005
_DIALOGS = "default"
"""The group of the workers that ask something."""


class OneByOne(App[None]):
    """An app that takes a key when what the one before it began is there."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[Key] = deque()
        self._taking: asyncio.Task[None] | None = None

    @property
    def is_taking_keys(self) -> bool:
        """Whether a key is under way or waits."""
        return self._taking is not None and not self._taking.done()

    async def on_event(self, event: Event) -> None:
        """Keys wait for their turn; all else goes its way."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if not self.is_taking_keys:
            self._taking = asyncio.create_task(self._take())

    async def _take(self) -> None:
        while self._typed and self.is_running:
            node = self.focused or self.screen
            await super().on_event(self._typed.popleft())
            with suppress(TimeoutError):
                async with asyncio.timeout(_LONGEST):
                    await _handled(node)
                    while self._is_about_to_ask():  # noqa: ASYNC110 no event tells when a screen has its focus
                        await asyncio.sleep(_LOOK)

    def _is_about_to_ask(self) -> bool:
        """Whether a dialog is on its way to the screen."""
        if isinstance(self.screen, ModalScreen):
            return not self.screen.is_mounted or (self.screen.focused is None and bool(self.screen.focus_chain))
        running = (WorkerState.PENDING, WorkerState.RUNNING)
        return any(worker.group == _DIALOGS and worker.state in running for worker in self.workers)


async def _handled(node: DOMNode | None) -> None:
    """Wait until a node, and all above it, have seen what was sent to it before."""
    while node is not None:
        seen = asyncio.Event()
        if node.call_later(seen.set):
            await seen.wait()
        node = node.parent

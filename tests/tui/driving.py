"""Driving the desk by its keys, and reading its frames as text."""

import asyncio
import datetime
from itertools import count

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input

from claimtrack.store import Store
from claimtrack.tui.app import ReviewApp
from claimtrack.tui.desk import DeskScreen
from claimtrack.tui.options import Options
from tests.conftest import NOW

_ON_THEIR_OWN = {"open", "save", "fill", "card", "export", "look", "read"}
"""Groups of workers that end without the reviewer; one that waits for a dialog would be waited for in vain."""


def app_for(store: Store, reviewer: str = "ana", **options: object) -> ReviewApp:
    """The desk of a reviewer, whose clock goes on a minute at each look."""
    minutes = count()
    chosen = Options()._replace(**options)  # type: ignore[arg-type]
    return ReviewApp(lambda: store, reviewer, lambda: NOW + datetime.timedelta(minutes=next(minutes)), chosen)


def desk(app: ReviewApp) -> DeskScreen:
    """The main screen, whatever lies on it."""
    (found,) = (screen for screen in app.screen_stack if isinstance(screen, DeskScreen))
    return found


def frame(app: ReviewApp) -> str:
    """What the terminal shows, as text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips) + "\n"


async def settle(pilot: Pilot[None]) -> None:
    """Wait until whatever was begun is done and shown."""
    await pilot.pause()
    while isinstance(pilot.app, ReviewApp) and pilot.app.is_taking_keys:
        await asyncio.sleep(0.005)
        await pilot.pause()
    while any(w.group in _ON_THEIR_OWN and not w.is_finished for w in pilot.app.workers):
        await asyncio.sleep(0.005)
        await pilot.pause()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, waiting after each until it is done; what is typed into a line is waited for once."""
    is_typing = False
    for key in keys:
        if len(key) == 1 and isinstance(pilot.app.focused, Input):
            pilot.app.post_message(Key(_character_to_key(key), key))
            is_typing = True
            continue
        if is_typing:
            await settle(pilot)
        await pilot.press(key)
        await settle(pilot)
        is_typing = False
    if is_typing:
        await settle(pilot)

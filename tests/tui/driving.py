"""Driving the desk by its keys, and reading its frames as text."""

import datetime
from itertools import count

from textual.pilot import Pilot

from claimtrack.store import Store
from claimtrack.tui.app import ReviewApp
from claimtrack.tui.desk import DeskScreen
from claimtrack.tui.options import Options
from tests.conftest import NOW

_ON_THEIR_OWN = {"save", "fill", "card", "export", "look", "read"}
"""Groups of workers that end without the reviewer; one that waits for a dialog would be waited for in vain."""


def app_for(store: Store, reviewer: str = "ana", **options: object) -> ReviewApp:
    """The desk of a reviewer, whose clock goes on a minute at each look."""
    minutes = count()
    chosen = Options()._replace(**options)  # type: ignore[arg-type]
    return ReviewApp(store, reviewer, lambda: NOW + datetime.timedelta(minutes=next(minutes)), chosen)


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
    for _ in range(200):
        await pilot.pause()
        going = [w for w in pilot.app.workers if w.group in _ON_THEIR_OWN and not w.is_finished]
        if not going:
            await pilot.pause()
            return
        await pilot.app.workers.wait_for_complete(going)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, waiting after each until it is done."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)

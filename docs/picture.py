"""Draw docs/review.svg, the picture in the README, from the running program: `python docs/picture.py`."""

import asyncio
import datetime
import re
import tempfile
from pathlib import Path

from claimtrack import pipeline
from claimtrack.seeds import folder
from claimtrack.store import Store
from claimtrack.tui.app import ReviewApp

SIZE = (120, 36)
NOW = datetime.datetime(2023, 6, 7, 9, 30, tzinfo=datetime.UTC)
KEYS = ("y",)
_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""Textual's pictures ask a server for a font; ours ask nobody for anything."""


async def draw(database: Path) -> str:
    """The review desk over the demo's dispatches, after a few keys, as SVG."""
    with Store(database, may_make=True) as store:
        with folder() as dispatches:
            pipeline.add(store, [str(dispatches)], NOW)
        app = ReviewApp(store, "ana", lambda: NOW)
        async with app.run_test(size=SIZE) as pilot:
            for key in KEYS:
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            app.clear_notifications()
            await pilot.pause(0.5)
            return _FONTS.sub("", app.export_screenshot(title="claimtrack review"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        picture = asyncio.run(draw(Path(scratch) / "demo.db"))
    (Path(__file__).parent / "review.svg").write_text(picture, encoding="utf-8")

"""Draw the pictures of the pages (docs/*.svg) from the running program: `python docs/picture.py`."""

import asyncio
import datetime
import re
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from claimtrack import pipeline
from claimtrack.seeds import folder
from claimtrack.store import Store
from claimtrack.tui.app import ReviewApp
from claimtrack.tui.options import Options

NOW = datetime.datetime(2023, 6, 7, 9, 30, tzinfo=datetime.UTC)
PICTURES = {
    "review": ((120, 36), "claimtrack review", ("1",)),
    "grid": ((100, 30), "claimtrack review: grid", ("g",)),
    "parties": ((100, 30), "claimtrack review: parties", ("p",)),
}
"""File, columns and lines, title, keys."""
_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""Textual's pictures ask a server for a font; ours ask nobody for anything."""


async def draw(store: Store, size: tuple[int, int], title: str, keys: tuple[str, ...]) -> str:
    """The desk over the demo's dispatches, after a few keys, as SVG."""
    app = ReviewApp(lambda: store, "ana", lambda: NOW, Options())
    async with app.run_test(size=size) as pilot:
        await _settled(pilot)
        for key in keys:
            await pilot.press(key)
            await _settled(pilot)
        app.clear_notifications()
        await pilot.pause(0.5)
        return _FONTS.sub("", app.export_screenshot(title=title))


async def _settled(pilot: Pilot[None]) -> None:
    await pilot.pause(0.2)
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.pause(0.05)
    await pilot.pause(0.2)


def main() -> None:
    """Draw every picture from a database of the demo's dispatches."""
    with tempfile.TemporaryDirectory() as scratch, Store(Path(scratch) / "demo.db", may_make=True) as store:
        with folder() as dispatches:
            pipeline.add(store, [str(dispatches)], NOW)
        for name, (size, title, keys) in PICTURES.items():
            picture = asyncio.run(draw(store, size, title, keys))
            (Path(__file__).parent / f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    main()

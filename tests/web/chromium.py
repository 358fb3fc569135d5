"""Debian's Chromium without a window, driven by its DevTools protocol."""

import asyncio
import base64
import itertools
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

PROGRAM = shutil.which("chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --window-size=1200,800 "
    "--remote-debugging-port=0"
).split()
PATIENCE = 60


class Page:
    """One tab: what it asked for, what it said, and its keys."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []

    async def listen(self) -> None:
        """Sort what Chromium sends into answers and events, until it ends."""
        async for message in self._socket:
            told = json.loads(message.data)
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told)
            else:
                self.events.append(told)

    async def do(self, method: str, **parameters: object) -> dict[str, Any]:
        """One command of the protocol, and its result."""
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        told = await asyncio.wait_for(self._answers[number], PATIENCE)
        assert "error" not in told, told
        result: dict[str, Any] = told["result"]
        return result

    async def value(self, expression: str) -> Any:
        """What a JavaScript expression is in the page."""
        return (await self.do("Runtime.evaluate", expression=expression, returnByValue=True))["result"].get("value")

    async def until(self, expression: str) -> None:
        """Wait until an expression is true in the page."""
        async with asyncio.timeout(PATIENCE):
            while not await self.value(expression):
                await asyncio.sleep(0.05)

    async def press(self, key: str) -> None:
        """One key that makes a character, down and up."""
        await self.do("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        await self.do("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def picture(self, path: Path) -> None:
        """What the page looks like, as PNG."""
        path.write_bytes(base64.b64decode((await self.do("Page.captureScreenshot"))["data"]))

    def asked_for(self) -> list[str]:
        """Every address that the page asked for, websockets included."""
        told = {
            "Network.requestWillBeSent": lambda of: of["request"]["url"],
            "Network.webSocketCreated": lambda of: of["url"],
        }
        return [told[event["method"]](event["params"]) for event in self.events if event["method"] in told]

    def errors(self) -> list[str]:
        """What the browser refused, and what went wrong in scripts."""
        entries = [e["params"]["entry"] for e in self.events if e["method"] == "Log.entryAdded"]
        thrown = [e["params"] for e in self.events if e["method"] == "Runtime.exceptionThrown"]
        return [entry["text"] for entry in entries if entry["level"] == "error"] + [json.dumps(one) for one in thrown]


@asynccontextmanager
async def page() -> AsyncIterator[Page]:
    """A tab in a Chromium of its own, with an empty profile; nothing of it is left."""
    assert PROGRAM is not None
    with tempfile.TemporaryDirectory(prefix="claimtrack-chromium-", ignore_cleanup_errors=True) as profile:
        command = [PROGRAM, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            async with aiohttp.ClientSession() as session, session.ws_connect(await _tab(session, profile), max_msg_size=0) as socket:
                tab = Page(socket)
                listening = asyncio.create_task(tab.listen())
                for domain in ("Page", "Network", "Runtime", "Log", "Accessibility"):
                    await tab.do(f"{domain}.enable")
                yield tab
                await socket.close()
                await listening
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


async def _tab(session: aiohttp.ClientSession, profile: str) -> str:
    """The address of the first tab's DevTools, once Chromium listens."""
    port = Path(profile) / "DevToolsActivePort"
    async with asyncio.timeout(PATIENCE):
        while not (port.exists() and port.read_text().count("\n")):
            await asyncio.sleep(0.05)
        async with session.get(f"http://127.0.0.1:{port.read_text().split()[0]}/json") as answer:
            tabs = await answer.json()
    return next(str(tab["webSocketDebuggerUrl"]) for tab in tabs if tab["type"] == "page")

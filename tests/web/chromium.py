"""Debian's Chromium without a window, driven by its DevTools protocol."""

import asyncio
import itertools
import json
import shutil
import subprocess
import tempfile
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import aiohttp

from tests.web.serving import eventually

PROGRAM = shutil.which("chromium")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --window-size=1200,800 "
    "--remote-debugging-port=0"
).split()
PATIENCE = 30


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

    async def _told(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._numbers)
        self._answers[number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        return await asyncio.wait_for(self._answers[number], PATIENCE)

    async def do(self, method: str, **parameters: object) -> dict[str, Any]:
        """One command of the protocol, and its result."""
        told = await self._told(method, **parameters)
        assert "error" not in told, told
        result: dict[str, Any] = told["result"]
        return result

    async def value(self, expression: str) -> Any:
        """What a JavaScript expression is in the page."""
        return (await self.do("Runtime.evaluate", expression=expression, returnByValue=True))["result"].get("value")

    async def until(self, expression: str) -> None:
        """Wait until an expression is true in the page."""
        waiting = (
            f"new Promise(done => {{ const look = () => ({expression}) ? done(true) : setTimeout(look, 50); look(); }})"
        )
        end = asyncio.get_running_loop().time() + PATIENCE
        told: dict[str, Any] = {}
        while "result" not in told:  # a page that is left takes its promises with it
            assert asyncio.get_running_loop().time() < end, expression
            told = await self._told("Runtime.evaluate", expression=waiting, awaitPromise=True)

    async def press(self, key: str) -> None:
        """One key that makes a character, down and up."""
        await self.do("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        await self.do("Input.dispatchKeyEvent", type="keyUp", key=key)

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
    with _chromium() as address:
        async with (
            aiohttp.ClientSession() as session,
            session.ws_connect(address, max_msg_size=0) as socket,
            asyncio.TaskGroup() as tasks,
        ):
            tab = Page(socket)
            tasks.create_task(tab.listen())
            for domain in ("Page", "Network", "Runtime", "Log", "Accessibility"):
                await tab.do(f"{domain}.enable")
            yield tab
            await socket.close()


@contextmanager
def _chromium() -> Iterator[str]:
    """Chromium, ended with all its helpers; the address of its first tab's DevTools."""
    assert PROGRAM is not None
    with tempfile.TemporaryDirectory(prefix="claimtrack-chromium-", ignore_cleanup_errors=True) as profile:
        process = subprocess.Popen(
            [PROGRAM, *FLAGS, f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            port = Path(profile) / "DevToolsActivePort"
            eventually(lambda: port.exists() and "\n" in port.read_text())
            with urllib.request.urlopen(f"http://127.0.0.1:{port.read_text().split()[0]}/json") as answer:
                tabs = json.load(answer)
            yield next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page")
        finally:
            process.kill()  # its helpers go with it
            process.wait()

"""One browser window's desk: a process of its own, which ends with its window."""

import asyncio
import json
import os
import shlex
import signal
from asyncio.subprocess import PIPE, Process
from contextlib import suppress

from textual_serve.app_service import AppService

PATIENCE = 3.0
"""Seconds a desk has to save and go."""
_DRIVER = "claimtrack.web.driver:DeskDriver"
_WIDEST, _HIGHEST = 400, 150
"""A window over a whole 4K screen; a desk of 1000 by 500 cells takes minutes to draw."""
_LAST_BYTES = 4096


class DeskProcess(AppService):
    """A desk as textual-serve runs it, but without a shell, and without its crash on the server's screen."""

    errors = ""
    """The last line the process wrote about an error, once it has ended."""

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return super()._build_environment(*_sane(width, height)) | {"TEXTUAL_DRIVER": _DRIVER}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the command as it stands, in a session of its own, so that Ctrl+C reaches the server alone."""
        self._process = process = await asyncio.create_subprocess_exec(
            *shlex.split(self.command),
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = process.stdin
        # textual-serve prints standard error as it comes: a traceback with local variables, that is, article text.
        self._complaints = asyncio.create_task(_tail(process.stderr))
        process.stderr = asyncio.StreamReader()
        process.stderr.feed_eof()
        return process

    async def set_terminal_size(self, width: int, height: int) -> None:
        """Tell the desk how large the window is, within reason."""
        await super().set_terminal_size(*_sane(int(width), int(height)))

    async def on_meta(self, data: bytes) -> None:
        """Pass on what the desk asks of the browser; of addresses to open only those of the web."""
        asked = json.loads(data)
        if asked["type"] == "open_url" and not str(asked["url"]).lower().startswith(("http://", "https://")):
            return
        await super().on_meta(data)

    async def run(self) -> None:
        """Carry the desk's output to the window; when either ends, so does the other."""
        try:
            await super().run()
        finally:
            await self.remote_close()
        output = self._process.stdout if self._process else None
        while output is not None and await output.read(_LAST_BYTES):
            pass  # a process that nobody reads can't end

    async def stop(self) -> None:
        """Ask the desk to quit; after PATIENCE end it and what it started. Its decisions are on disk either way."""
        if (process := self._process) is None or self._task is None:
            return
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        try:
            async with asyncio.timeout(PATIENCE):
                await self.send_meta({"type": "quit"})
                await process.wait()
        except TimeoutError:
            _end(process)
        await self._task
        await process.wait()
        said = await self._complaints
        self.errors = said if process.returncode else ""


def _end(process: Process) -> None:
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)  # it leads the session that it was started in
        else:
            process.kill()


def _sane(width: int, height: int) -> tuple[int, int]:
    """A size that a window can have; a larger one would only fill memory."""
    return min(max(width, 1), _WIDEST), min(max(height, 1), _HIGHEST)


async def _tail(stream: asyncio.StreamReader | None) -> str:
    """Read to the end, and keep the last line."""
    last = b""
    while stream is not None and (more := await stream.read(_LAST_BYTES)):
        last = (last + more)[-_LAST_BYTES:]
    lines = last.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else ""

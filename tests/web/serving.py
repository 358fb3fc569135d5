"""A really running `claimtrack serve`, and what it leaves behind."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

PATIENCE = 30
"""Seconds after which something that should happen has not; nothing here waits for it to pass."""


class Serving:
    """The server as a process, with the two lines people see of it."""

    def __init__(self, database: Path, *arguments: str, reviewer: str = "ana") -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "claimtrack", "serve", "--port=0", f"--db={database}", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=database.parent,
            env={"PATH": os.environ["PATH"], "CLAIMTRACK_REVIEWER": reviewer, "PYTHONUNBUFFERED": "1"},
        )
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self.address = self.process.stdout.readline().strip()
        self.cookies: dict[str, str] = {}
        self.log: list[str] = []
        self._listener = threading.Thread(target=lambda: self.log.extend(self.process.stderr or ()))
        self._listener.start()

    @property
    def base(self) -> str:
        """The address without its token."""
        return self.address.split("/?")[0]

    @property
    def token(self) -> str:
        """The word that lets the first browser in."""
        return self.address.split("token=")[1]

    def enter(self) -> str:
        """Open the printed address; the whole cookie that it gave."""
        with urllib.request.urlopen(self.address) as answer:
            self.cookies = dict([answer.headers["Set-Cookie"].split(";")[0].split("=", 1)])
            return str(answer.headers["Set-Cookie"])

    def desks(self) -> list[int]:
        """The processes that draw desks."""
        return children(self.process.pid)

    def stop(self, by: int = signal.SIGTERM) -> int:
        """End it; its exit code."""
        self.process.send_signal(by)
        code = self.process.wait(PATIENCE)
        self._listener.join(PATIENCE)
        return code

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        left = self.desks() if self.process.poll() is None else []
        if self.process.poll() is None:
            self.stop(signal.SIGKILL)
        for process in filter(is_running, left):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        for stream in (self.process.stdout, self.process.stderr):
            if stream:
                stream.close()


def children(process: int) -> list[int]:
    """The processes that a process has started and that still run."""
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except FileNotFoundError:
        return []


def is_running(process: int) -> bool:
    """False once it has ended, even if nobody has asked for its exit code."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def eventually(condition: object) -> None:
    """Wait until a condition, given as a function, holds."""
    assert callable(condition)
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


@pytest.fixture
def database(databases: dict[str, Path], tmp_path: Path) -> Iterator[Path]:
    """A database that holds the two drone stories, its name as hostile as a file's name may be."""
    path = tmp_path / "a b'; touch pwned; \"$(touch pwned)`touch pwned`.db"
    yield Path(shutil.copy2(databases["drone"], path))
    assert not list(tmp_path.rglob("pwned"))

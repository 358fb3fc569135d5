"""The desk in a real terminal: signals, a crash and a tiny window leave a sane terminal, and nothing is lost."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from claimtrack.models import Verdict
from claimtrack.store import Store

_LONGEST = 60.0
_LEFT = b"\x1b[?1049l"
"""What gives the terminal its own screen back."""
_DECIDE = b"d"


class Terminal:
    """A desk in a pseudo-terminal."""

    def __init__(self, pid: int, handle: int) -> None:
        self.pid, self.handle, self.seen, self.all = pid, handle, b"", b""

    def until(self, words: bytes) -> None:
        """Read until some words have come since the last wait."""
        ends = time.monotonic() + _LONGEST
        while words not in self.seen:
            assert time.monotonic() < ends, self.seen[-2000:]
            if select.select([self.handle], [], [], 0.2)[0]:
                data = os.read(self.handle, 65536)
                self.seen += data
                self.all += data
        self.seen = self.seen.partition(words)[2]

    def type(self, keys: bytes) -> None:
        os.write(self.handle, keys)

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def end(self) -> tuple[bytes, int]:
        """Everything that came until the end, and the exit status."""
        with suppress(OSError):
            while data := os.read(self.handle, 65536):
                self.seen += data
        status = os.waitpid(self.pid, 0)[1]
        self.pid = 0
        return self.seen, status


@contextmanager
def desk_in_terminal(database: Path, code: str = "", **environ: str) -> Iterator[Terminal]:
    """The desk on a database; `code` runs before it."""
    pid, handle = pty.fork()
    if not pid:
        os.environ |= {"TERM": "xterm-256color", "XDG_STATE_HOME": str(database.parent), "CLAIMTRACK_REVIEWER": "ana"}
        os.environ |= environ
        start = f"{code}\nfrom claimtrack.cli import main\nmain()"
        os.execv(sys.executable, [sys.executable, "-c", start, "review", "--db", str(database)])
    fcntl.ioctl(handle, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    terminal = Terminal(pid, handle)
    try:
        yield terminal
    finally:
        if terminal.pid:
            os.kill(terminal.pid, signal.SIGKILL)
            os.waitpid(terminal.pid, 0)
        os.close(handle)


def _verdicts(store: Store) -> list[Verdict]:
    return [judgement.verdict for judgement in store.judgements()]


def _remembered(store: Store) -> str:
    path = store.path.parent / "claimtrack" / "desk.json"
    return path.read_text() if path.exists() else ""


def _until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + _LONGEST
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_gives_the_terminal_back_and_loses_nothing(desk_store: Store, number: signal.Signals) -> None:
    with desk_in_terminal(desk_store.path) as terminal:
        terminal.until(b"Why:")
        terminal.type(_DECIDE)
        terminal.until(b"Saved")
        terminal.type(b"c")
        terminal.until(b"Note:")
        terminal.type(b"half a note")
        _until(lambda: "half a note" in _remembered(desk_store))
        os.kill(terminal.pid, number)
        seen, _ = terminal.end()
    assert _LEFT in seen
    assert b"Traceback" not in seen
    assert _verdicts(desk_store) == [Verdict.DISPUTED]
    assert "half a note" in _remembered(desk_store)


def test_a_crash_gives_the_terminal_back_and_loses_nothing(desk_store: Store) -> None:
    crash = (
        "from claimtrack.tui.desk import DeskScreen\n"
        "def crash(self): raise RuntimeError('on purpose')\n"
        "DeskScreen.action_skip = crash\n"
    )
    with desk_in_terminal(desk_store.path, crash) as terminal:
        terminal.until(b"Why:")
        terminal.type(_DECIDE)
        terminal.until(b"Saved")
        terminal.type(b"s")
        seen, _ = terminal.end()
    assert _LEFT in seen
    assert b"on purpose" in seen.partition(_LEFT)[2]
    assert _verdicts(desk_store) == [Verdict.DISPUTED]


def test_a_killed_desk_loses_no_decision(desk_store: Store) -> None:
    with desk_in_terminal(desk_store.path) as terminal:
        terminal.until(b"Why:")
        terminal.type(_DECIDE)
        terminal.until(b"Saved")
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.end()
    assert _verdicts(desk_store) == [Verdict.DISPUTED]


def test_a_tiny_window_is_borne(desk_store: Store) -> None:
    with desk_in_terminal(desk_store.path) as terminal:
        terminal.until(b"Why:")
        terminal.resize(20, 5)
        time.sleep(0.5)
        terminal.resize(80, 24)
        terminal.type(_DECIDE)
        terminal.until(b"Saved")
        terminal.type(b"q")
        seen, status = terminal.end()
    assert (_LEFT in seen, status) == (True, 0)
    assert _verdicts(desk_store) == [Verdict.DISPUTED]


@pytest.mark.parametrize(("written", "is_asked_for"), [("mouse = true", True), ("mouse = false", False)])
def test_the_mouse_is_left_to_the_terminal_where_the_settings_say_so(
    desk_store: Store, tmp_path: Path, written: str, is_asked_for: bool
) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f"[review]\n{written}\n")
    with desk_in_terminal(desk_store.path, CLAIMTRACK_CONFIG=str(config)) as terminal:
        terminal.until(b"Why:")
        terminal.type(b"q")
        terminal.end()
    assert (b"\x1b[?1000h" in terminal.all) == is_asked_for


def _editor(tmp_path: Path, written: str) -> str:
    script = tmp_path / "editor"
    script.write_text(f"#!/bin/sh\n{written}\n")
    script.chmod(0o700)
    return str(script)


@pytest.mark.parametrize(
    ("editor", "kept"),
    [
        ("no-such-editor", ""),
        ("unbalanced 'quote", ""),
        ("printf 'half a note' > \"$1\"; exit 1", "half a note"),
    ],
)
def test_an_editor_that_fails_gives_the_desk_back_and_loses_no_words(
    desk_store: Store, tmp_path: Path, editor: str, kept: str
) -> None:
    command = _editor(tmp_path, editor) if "exit" in editor else editor
    with desk_in_terminal(desk_store.path, VISUAL="", EDITOR=command) as terminal:
        terminal.until(b"Why:")
        terminal.type(b"\x05")
        terminal.until(b"No note is saved")
        terminal.type(_DECIDE)
        terminal.until(b"Saved")
        terminal.type(b"q")
        _, status = terminal.end()
    assert status == 0
    assert _verdicts(desk_store) == [Verdict.DISPUTED]
    assert kept in _remembered(desk_store)


@pytest.mark.parametrize(("keys", "made"), [(b"cdig, fix\r", [("noted", "dig, fix")]), (b"/status:dif", [])])
def test_words_typed_before_their_line_is_there_are_never_taken_for_commands(
    desk_store: Store, keys: bytes, made: list[tuple[str, str]]
) -> None:
    with desk_in_terminal(desk_store.path) as terminal:
        terminal.until(b"Why:")
        terminal.type(keys)
        terminal.until(b"Saved" if made else b"knows no")  # letters are drawn one by one, what is said of them is not
        terminal.type(b"\x03")
        terminal.end()
    assert [(j.verdict.value, j.why) for j in desk_store.judgements()] == made

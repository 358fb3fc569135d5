"""How the desk bears many claims: first paint, scrolling, filtering and memory, beside an empty Textual app
and beside Textual's DataTable, in one run.

    python -m tests.benchmarks.desk [--rows 10000 100000 1000000] [--folder FOLDER]

Every case is a process of its own, without a terminal; times are from the start of the process (first
paint) or from the key (the others), in milliseconds, memory is the most that the process held, in MB (Linux).
The databases are made once and kept in the folder.
"""

import argparse
import asyncio
import datetime
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

    from claimtrack.review import Entry
    from claimtrack.tui.desk import DeskScreen
    from claimtrack.tui.rows import Rows

_SIZE = (140, 45)
_SCROLLS = 20
_FILTERS = ("party:russia ab", "party:russia -outlet:harbour", "-type:denial", "ab or -party:russia", "before:2012")
"""An ordinary one, then those that ask most of the index: common words, next to nothing left, days without entries."""


_COLUMNS = {
    "paint": "first paint ms",
    "rows": "rows shown ms",
    "card": "card shown ms",
    "scroll": "a page ms",
    "filter": "filter ms",
    "worst": "worst filter ms",
    "memory": "memory MB",
}


def entries(rows: int, real: "Sequence[Entry]") -> "Iterator[Entry]":
    """Made-up claims, a twentieth of them in disagreements, after the real ones of each list."""
    from claimtrack.review.entries import Listed

    made_up = list(_made_up(rows))
    for listed in Listed:
        yield from (entry for found in (real, made_up) for entry in found if entry.listed == listed)


def _made_up(rows: int) -> "Iterator[Entry]":
    from claimtrack.review.entries import Entry, Listed, Member

    chance = random.Random(7)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(3, 9))) for _ in range(20_000)]
    sides = ("Russia", "United States", "Ukraine", "Turkey", "side unknown")
    for at in range(rows):
        said = " ".join(chance.choices(words, k=14))
        side = chance.choice(sides)
        yield Entry(
            listed=Listed.CONFLICTS if at < rows // 20 else Listed.CLAIMS,
            key=f"key {at}",
            event_id=f"event-{at // 20}",
            kind="contradicts" if at < rows // 20 else "asserts",
            title=said,
            detail="denial · 2 accounts · 1 origin",
            event=f"Event {at // 20}",
            first_day="2023-03-14",
            last_day=f"20{chance.randint(10, 26)}-03-14",
            members=(Member(claim_id=f"claim-{at}", statement_id=f"statement-{at}"),),
            party=side,
            side=side,
            outlet=chance.choice(("Harbour Wire", "Eastern Bulletin")),
            type="denial",
            stance="asserts",
            text=said,
        )


def database(folder: Path, rows: int) -> Path:
    """A database with the dispatches of the demo and so many entries more, made if it is not there."""
    from claimtrack import pipeline, review
    from claimtrack.seeds import folder as dispatches
    from claimtrack.store import Store
    from claimtrack.store.engine import HEAD
    from claimtrack.store.listing import replace_entries

    path = folder / f"desk-{HEAD}-{rows}.db"
    if not path.exists():
        with Store(path, may_make=True) as store, dispatches() as read:
            pipeline.add(store, [str(read)], datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
            real = review.entries(pipeline.reported(pipeline.desk(store)))
            with store._writing() as session:
                replace_entries(session, entries(rows, real))
    return path


async def empty(*, with_libraries: bool = False) -> dict[str, float]:
    """An app that shows nothing; if wanted, with the libraries that records and database are made with."""
    from textual.app import App

    if with_libraries:
        import pydantic
        import sqlmodel

        assert pydantic.BaseModel in sqlmodel.SQLModel.__mro__  # loaded, not only named

    app: App[None] = App()
    painted = _watched(app)
    async with app.run_test(size=_SIZE):
        return {"paint": painted[0]}


async def ours(path: Path) -> dict[str, float]:
    """The desk on a list of claims."""
    from claimtrack.cli.review import desk_of
    from claimtrack.config import settings

    app = desk_of(settings(str(path), "bench"))
    painted = _watched(app)
    async with app.run_test(size=_SIZE) as pilot:
        from claimtrack.tui.desk import DeskScreen
        from claimtrack.tui.rows import Rows

        found = {"paint": painted[0]}
        await _until(lambda: isinstance(app.screen, DeskScreen) and bool(app.screen.queue.numbers))
        found["rows"] = _since_start()
        assert isinstance(app.screen, DeskScreen)
        screen, rows = app.screen, app.screen.query_one("#queue", Rows)
        await _until(lambda: screen.card is not None)
        found["card"] = _since_start()
        screen.action_list()
        await _until(lambda: bool(screen.queue.numbers))
        found["scroll"] = await _timed(pilot, "pagedown")
        found["filter"], *others = [await _filtered(screen, rows, typed) for typed in _FILTERS]
        found["worst"] = max(others)
        return found


async def _filtered(screen: "DeskScreen", rows: "Rows", typed: str) -> float:
    """From a filter to the first rows that it leaves."""
    began = time.perf_counter()
    screen.filter_by(typed)
    asked = screen.queue
    await _until(lambda: screen.queue is not asked)
    rows.row(0)
    return (time.perf_counter() - began) * 1e3


async def table(path: Path, rows: int) -> dict[str, float]:
    """Textual's own table with the same rows."""
    from textual.app import App, ComposeResult
    from textual.widgets import DataTable

    from claimtrack.store import Store

    class TableApp(App[None]):
        def compose(self) -> ComposeResult:
            yield DataTable[str]()

    app = TableApp()
    async with app.run_test(size=_SIZE) as pilot:
        shown: DataTable[str] = app.query_one(DataTable)
        shown.add_columns("title", "detail")
        with Store(path) as store:
            numbers = range(1, rows + 1)
            for at in range(0, rows, 500):
                shown.add_rows((row.title, row.detail) for row in store.rows(numbers[at : at + 500]).values())
        await pilot.pause()
        found = {"rows": _since_start()}
        found["scroll"] = await _timed(pilot, "pagedown")
        return found


def _watched(app: "App[None]") -> list[float]:
    """When the first frame was drawn: Textual says so when it is."""
    painted: list[float] = []

    class Watched(type(app)):  # type: ignore[misc]
        def on_ready(self) -> None:
            painted.append(_since_start())

    app.__class__ = Watched
    return painted


async def _timed(pilot: object, key: str) -> float:
    """The longest of several presses, less what a key without an action takes."""
    times = {"f12": [], key: []}  # type: dict[str, list[float]]
    for pressed, found in times.items():
        for _ in range(_SCROLLS):
            began = time.perf_counter()
            await pilot.press(pressed)  # type: ignore[attr-defined]
            found.append((time.perf_counter() - began) * 1e3)
    idle, busy = sorted(times["f12"]), sorted(times[key])
    return max(0.0, busy[len(busy) // 2] - idle[len(idle) // 2])


async def _until(holds: Callable[[], bool]) -> None:
    while not holds():  # noqa: ASYNC110 what is waited for tells nobody
        await asyncio.sleep(0.002)


def _since_start() -> float:
    return (time.time() - _STARTED) * 1e3


def child(case: str, path: Path, rows: int) -> None:
    """Run one case and print its figures."""
    cases: dict[str, Callable[[], Any]] = {
        "empty": empty,
        "libraries": lambda: empty(with_libraries=True),
        "ours": lambda: ours(path),
        "table": lambda: table(path, rows),
    }
    found = asyncio.run(cases[case]())
    most = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    print(json.dumps(found | {"memory": int(most.split()[1]) / 1024}))


def measured(cases: Sequence[str], path: Path, rows: int, times: int = 7) -> list[dict[str, float]]:
    """The middle of several runs of each case, run in turn, since the machine is not equally fast all the time."""
    runs: dict[str, list[dict[str, float]]] = {case: [] for case in cases}
    for case in list(cases) * times:
        call = [sys.executable, "-m", __spec__.name, "--child", case, str(path), str(rows), str(time.time())]
        done = subprocess.run(call, check=True, capture_output=True, text=True)
        runs[case].append(json.loads(done.stdout.splitlines()[-1]))
    return [{key: statistics.median(run[key] for run in found) for key in found[0]} for found in runs.values()]


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "claimtrack-benchmark")
    parser.add_argument("--most-in-table", type=int, default=100_000, help="more rows DataTable is not asked for")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    print("| | claims | " + " | ".join(_COLUMNS.values()) + " |")
    print("|" + "---|" * (2 + len(_COLUMNS)))
    for rows in asked.rows:
        path = database(asked.folder, rows)
        base, libraries, found = measured(("empty", "libraries", "ours"), path, rows)
        _print("empty app", "", base)
        _print("the same with pydantic and sqlmodel", "", libraries)
        _print("claimtrack", f"{rows:,}", found)
        paint, memory = found["paint"] / base["paint"], found["memory"] / base["memory"]
        more = found["memory"] / libraries["memory"]
        print(f"| of the empty app | | {paint:.2f} | | | | | | {memory:.2f}; with the libraries {more:.2f} |")
        if rows <= asked.most_in_table:
            _print("DataTable", f"{rows:,}", measured(("table",), path, rows, times=1)[0])


def _print(name: str, rows: str, found: dict[str, float]) -> None:
    cells = (f"{found[key]:.0f}" if key in found else "" for key in _COLUMNS)
    print(f"| {name} | {rows} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        _STARTED = float(sys.argv[5])
        child(sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main()

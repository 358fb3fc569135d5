"""Fixtures that several tests share."""

import datetime
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimtrack import pipeline
from claimtrack.store import Store
from tests.stories import drone

NOW = datetime.datetime(2026, 2, 6, 12, 0, tzinfo=datetime.UTC)
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Databases that are made once and copied: an empty one, and one that holds the two drone stories, linked."""
    folder = tmp_path_factory.mktemp("databases")
    made = {name: folder / f"{name}.db" for name in ("empty", "drone")}
    Store(made["empty"], may_make=True).close()
    captures, statements = drone()
    with Store(made["drone"], may_make=True) as store:
        for capture in captures:
            own = tuple(s for s in statements if s.capture_id == capture.id)
            store.add(capture.model_copy(update={"captured_at": NOW}), capture.text.encode(), own)
        pipeline.link(store)
    return made


@pytest.fixture
def store(databases: dict[str, Path], tmp_path: Path) -> Iterator[Store]:
    """An empty database."""
    with Store(Path(shutil.copy2(databases["empty"], tmp_path / "test.db"))) as opened:
        yield opened


@pytest.fixture
def desk_store(databases: dict[str, Path], tmp_path: Path) -> Iterator[Store]:
    """A database that holds the two drone stories, linked."""
    with Store(Path(shutil.copy2(databases["drone"], tmp_path / "test.db"))) as opened:
        yield opened


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with a golden file; CLAIMTRACK_GOLDEN=write writes it instead."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("CLAIMTRACK_GOLDEN") == "write":
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare

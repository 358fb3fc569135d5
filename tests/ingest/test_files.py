import io
import sys
from pathlib import Path

import pytest

from claimtrack.ingest import inputs
from claimtrack.models import Problem


def test_a_folder_gives_its_articles_in_order_and_no_others(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "notes.docx", ".hidden.txt", "sub/c.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    found = list(inputs([str(tmp_path)]))
    assert [Path(name).name for name, _ in found] == ["a.html", "b.txt", "c.md"]
    assert [data for _, data in found] == [b"a.html", b"b.txt", b"sub/c.md"]


def test_a_missing_file_does_not_stop_the_others(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("words")
    (_, missing), (_, data) = inputs([str(tmp_path / "none.txt"), str(good)])
    assert isinstance(missing, Problem)
    assert missing.what == "there is no such file"
    assert data == b"words"


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    ((_, problem),) = inputs([str(tmp_path)])
    assert isinstance(problem, Problem)
    assert problem.what == "the folder holds no articles"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    assert list(inputs(["-"])) == [("standard input", b"words")]

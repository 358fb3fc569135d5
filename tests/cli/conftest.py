"""The command line within this process: as quick as a call, and all that it says is heard."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from claimtrack import cli


class Done(NamedTuple):
    """How a run ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run claimtrack on a database of the test's own, in an environment that holds nothing else."""
    environ = {"CLAIMTRACK_DB": str(tmp_path / "cli.db"), "CLAIMTRACK_REVIEWER": "ana", "PATH": ""}
    environ |= {"HOME": str(tmp_path / "home")}

    def command(*arguments: str, stdin: str = "", columns: str = "") -> Done:
        capsys.readouterr()
        with monkeypatch.context() as patch:
            for name in set(os.environ) - set(environ):
                patch.delenv(name)
            for name, value in (environ | ({"COLUMNS": columns} if columns else {})).items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", [str(Path(cli.__file__).parent.with_name("__main__.py")), *arguments])
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
            code = _ended(cli.main)
        return Done(code, *capsys.readouterr())

    return command


def _ended(main: Callable[[], None]) -> int:
    """The exit code of a program; what else it raises is raised."""
    try:
        main()
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0

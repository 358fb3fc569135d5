"""What `claimtrack serve` refuses before it serves; tests/web has what it does then."""

import socket
import sys
from pathlib import Path

import pytest

from claimtrack.cli.serve import serve
from claimtrack.errors import NothingFound, StoreError, UsageError
from claimtrack.store import Store


@pytest.mark.parametrize("host", ["10.1.2.3", "desk.example", "fe80::1"])
def test_other_machines_are_let_in_only_on_purpose(host: str) -> None:
    with pytest.raises(UsageError) as refused:
        serve(host=host)
    assert str(refused.value) == f"other machines may reach {host}"
    assert "Nothing is encrypted" in refused.value.hint
    assert "--expose-to-network" in refused.value.hint


@pytest.mark.parametrize("host", ["0.0.0.0", "::", ""])
def test_an_address_that_no_browser_can_name_is_none(host: str) -> None:
    with pytest.raises(UsageError, match="no browser can open"):
        serve(host=host, expose_to_network=True)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    with pytest.raises(UsageError) as refused:
        serve()
    assert refused.value.hint == "pip install 'textual-serve>=1.1.3,<2'"


def test_a_database_that_is_not_there_is_said_before_a_browser_opens(tmp_path: Path) -> None:
    with pytest.raises((NothingFound, StoreError)):
        serve(db=str(tmp_path / "none.db"))


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    Store(tmp_path / "x.db", may_make=True).close()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UsageError) as refused:
            serve(db=str(tmp_path / "x.db"), port=port)
    assert str(refused.value) == f"can't listen on 127.0.0.1 port {port}: Address already in use"
    assert refused.value.hint == "Try another --port."


@pytest.mark.parametrize("flags", [[], ["--blind"], ["--ascii"], ["--blind", "--ascii"]])
def test_the_desks_are_as_blind_and_as_plain_as_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: list[str]
) -> None:
    database = tmp_path / "x.db"
    Store(database, may_make=True).close()
    asked: list[list[str]] = []
    monkeypatch.setattr(
        "claimtrack.web.server.DeskServer.__init__", lambda _, command, *__, **___: asked.append(command)
    )
    monkeypatch.setattr("claimtrack.web.server.DeskServer.run", _runs_not)
    serve(db=str(database), reviewer="ana", port=0, blind="--blind" in flags, in_ascii="--ascii" in flags)
    assert asked == [[sys.executable, "-P", "-m", "claimtrack", "review", f"--db={database}", "--reviewer=ana", *flags]]


async def _runs_not(_: object, listening: socket.socket, __: object) -> None:
    listening.close()

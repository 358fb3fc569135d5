"""The server as it runs: who gets in, what comes out, and what is left when it ends."""

import glob
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from textual_serve.server import Server

from claimtrack.models import Verdict
from claimtrack.store import Store
from claimtrack.web.server import readable
from tests.web.serving import PATIENCE, Serving, eventually, is_running

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
HOSTILE = 'ana"; touch pwned; $(touch pwned)'


@pytest.fixture
def serving(database: Path) -> Iterator[Serving]:
    """A server for one window, and the cookie to get in."""
    with Serving(database, "--clients=1", reviewer=HOSTILE) as server:
        server.enter()
        yield server


def visit(server: Serving, *, cookies: bool = True) -> aiohttp.ClientSession:
    """A client that looks as a browser does."""
    return aiohttp.ClientSession(
        server.base, cookies=server.cookies if cookies else None, cookie_jar=aiohttp.CookieJar(unsafe=True)
    )


def window(client: aiohttp.ClientSession, server: Serving, size: str = "?width=100&height=40", **headers: str) -> Any:
    """The websocket of a desk."""
    return client.ws_connect(f"/ws{size}", headers={"Origin": server.base} | headers)


async def drawn(socket: aiohttp.ClientWebSocketResponse, words: bytes) -> None:
    """Wait until the desk has drawn some words."""
    seen = b""
    while words not in seen:
        message = await socket.receive(PATIENCE)
        assert message.type == aiohttp.WSMsgType.BINARY, (message, seen)
        seen += message.data


async def status(client: aiohttp.ClientSession, path: str, **headers: str) -> int:
    async with client.get(path, headers=headers, allow_redirects=False) as answer:
        return answer.status


async def test_who_gets_in(database: Path) -> None:
    with Serving(database) as server:
        async with visit(server, cookies=False) as stranger:
            assert [
                await status(stranger, path) for path in ("/", "/?token=", "/?token=guess", "/file/desk.js", "/ws")
            ] == [401, 401, 401, 401, 403]
            assert await status(stranger, f"/?token={server.token}", Origin="http://evil.example") == 403
            assert await status(stranger, f"/?token={server.token}", Host="evil.example") == 421
            async with stranger.head(f"/?token={server.token}") as looked:
                assert looked.status == 401
            cookie = server.enter()
            assert {"HttpOnly", "SameSite=Strict"} <= set(cookie.split("; "))
            assert await status(stranger, f"/?token={server.token}") == 401
        async with visit(server) as guest:
            assert [await status(guest, path) for path in ("/", "/file/desk.js", "/favicon.ico")] == [200, 200, 204]
            assert await status(guest, "/", Origin="http://evil.example") == 403
            assert await status(guest, "/", Host="evil.example") == 421
        assert server.stop() == 0
        log = "".join(server.log)
        assert "refused a request (401)" in log
        assert server.token not in log
        assert cookie.split(";")[0].split("=", 1)[1] not in log
        assert "Traceback" not in log


async def test_every_answer_is_hardened_and_no_folder_is_shown(serving: Serving) -> None:
    async with visit(serving) as guest:
        for path, expected in {
            "/": 200, "/favicon.ico": 204, "/file/textual.js": 200, "/file/mono.ttf": 200,
            "/file/": 404, "/static/": 404, "/file/..%2fserver.py": 404, "/file/desk.html": 404, "/download/x": 404,
        }.items():  # fmt: skip
            async with guest.get(path) as answer:
                assert (path, answer.status) == (path, expected)
                policy = answer.headers["Content-Security-Policy"]
                assert policy.startswith("default-src 'none'; script-src 'self';")
                assert "frame-ancestors 'none'" in policy
                assert answer.headers["X-Frame-Options"] == "DENY"
                assert answer.headers["Referrer-Policy"] == "no-referrer"
                assert answer.headers["Cache-Control"] == "no-store"
        async with guest.get("/") as answer:
            assert "http" not in (await answer.text())


async def test_a_desk_is_for_guests_on_our_own_page(serving: Serving) -> None:
    async with visit(serving, cookies=False) as stranger, visit(serving) as guest:
        for client, headers, expected in (
            (stranger, {}, 401),
            (guest, {"Origin": "http://evil.example"}, 403),
            (guest, {"Origin": "null"}, 403),
            (guest, {"Host": "evil.example"}, 421),
        ):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await window(client, serving, **headers)
            assert refused.value.status == expected
    assert serving.desks() == []


async def test_a_key_decides_for_the_reviewer_in_the_database(serving: Serving, database: Path) -> None:
    async with visit(serving) as guest, window(guest, serving) as socket:
        await drawn(socket, b"Russia")
        await socket.send_json(["stdin", "d"])
        await drawn(socket, b"Saved")
    with Store(database) as store:
        (judgement,) = store.judgements()
    assert (judgement.verdict, judgement.reviewer) == (Verdict.DISPUTED, HOSTILE)


async def test_no_more_windows_than_allowed_and_each_takes_its_desk_with_it(serving: Serving) -> None:
    async with visit(serving) as guest:
        async with window(guest, serving) as socket:
            await drawn(socket, b"Russia")
            (desk,) = serving.desks()
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await window(guest, serving)
            assert refused.value.status == 503
        async with window(guest, serving) as socket:  # a reload: the old desk may still be going
            await drawn(socket, b"Russia")
            assert not is_running(desk)
            await socket.send_json(["stdin", "q"])
            while (await socket.receive(PATIENCE)).type == aiohttp.WSMsgType.BINARY:
                pass
        eventually(lambda: not serving.desks())


async def test_what_no_page_of_ours_sends_closes_the_window_alone(serving: Serving) -> None:
    async with visit(serving) as guest:
        for nonsense in ("{", '["stdin", 5]', '["resize", {"width": "x", "height": 1}]'):
            async with window(guest, serving) as socket:
                await socket.send_str(nonsense)
                while (message := await socket.receive(PATIENCE)).type == aiohttp.WSMsgType.BINARY:
                    pass
                assert message.type in {aiohttp.WSMsgType.CLOSE, aiohttp.WSMsgType.CLOSED}
        async with window(guest, serving, "?width=999999999&height=tall") as socket:
            await drawn(socket, b"Russia")
            await socket.send_json(["resize", {"width": 10**12, "height": 10**12}])
            await drawn(socket, b"Russia")
    assert serving.stop() == 0
    assert "Traceback" not in "".join(serving.log)


@pytest.fixture
def ruined(serving: Serving, database: Path) -> Serving:
    """A server whose database was overwritten after it started."""
    for file in database.parent.glob(f"{glob.escape(database.name)}*"):
        file.write_bytes(b"no database" * 1000)
    return serving


async def test_a_desk_that_can_not_start_says_one_line(ruined: Serving) -> None:
    async with visit(ruined) as guest, window(guest, ruined) as socket:
        while (await socket.receive(PATIENCE)).type == aiohttp.WSMsgType.BINARY:
            pass  # the first frame, which is drawn before the database is opened
        assert socket.closed
    assert ruined.stop() == 0
    assert [line for line in ruined.log if "a desk ended with an error" in line]
    assert "Traceback" not in "".join(ruined.log)


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
async def test_desks_end_with_the_server(serving: Serving, by: signal.Signals) -> None:
    async with visit(serving) as guest, window(guest, serving) as socket:
        await drawn(socket, b"Russia")
        (desk,) = serving.desks()
        assert serving.stop(by) == (0 if by != signal.SIGKILL else -signal.SIGKILL)
        eventually(lambda: not is_running(desk))


def test_the_script_for_screen_readers_is_the_one_that_ships() -> None:
    shipped = Path(Server("x").statics_path, "js/textual.js").read_bytes()
    made = readable(shipped)
    assert made.count(b"Terminal({screenReaderMode:!0,minimumContrastRatio:4.5,") == 1
    assert len(made) == len(shipped) + len(b"screenReaderMode:!0,minimumContrastRatio:4.5,")
    with pytest.raises(LookupError):
        readable(b"another script")

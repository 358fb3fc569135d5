"""The server: textual-serve's, with a guard before every answer and no page but our own."""

import asyncio
import functools
import logging
import re
import shlex
import signal
import socket
from collections.abc import Callable, Sequence
from importlib.resources import files

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server, to_int

from claimtrack.display import one_line
from claimtrack.web.child import PATIENCE, DeskProcess
from claimtrack.web.guard import Guard

Say = Callable[[str], None]
_LONGEST_MESSAGE = 1 << 20
_FILES = {
    "desk.js": ("claimtrack.web", "static/desk.js", "text/javascript"),
    "desk.css": ("claimtrack.web", "static/desk.css", "text/css"),
    "textual.js": ("textual_serve", "static/js/textual.js", "text/javascript"),
    "xterm.css": ("textual_serve", "static/css/xterm.css", "text/css"),
    "mono.ttf": ("textual_serve", "static/fonts/RobotoMono-VariableFont_wght.ttf", "font/ttf"),
}
"""Every file there is to get, by the name it is got by; there is no folder to look into."""
_TERMINAL = re.compile(r"(new \w+\.Terminal\(\{)")
_READABLE = r"\1screenReaderMode:!0,minimumContrastRatio:4.5,"


class DeskServer(Server):
    """Serves one command, which draws a review desk, to browsers that the guard admits.

    `clients` is how many desks may be open at once, each a process; `say` prints a line for who runs the server.
    """

    def __init__(
        self, command: Sequence[str], guard: Guard, say: Say, *, clients: int, screen_reader: bool = False
    ) -> None:
        super().__init__(shlex.join(command), title="claimtrack")
        self._guard = guard
        self._say = say
        self._seats = asyncio.Semaphore(clients)
        self._sockets: set[web.WebSocketResponse] = set()
        self._screen_reader = screen_reader
        self._headers = _headers(guard.hosts)

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._only_admitted])
        app.add_routes(
            [
                web.get("/", self._page),
                web.get("/favicon.ico", self._no_icon),
                web.get("/file/{name}", self._file),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
            ]
        )
        app.on_response_prepare.append(self._harden)
        app.on_shutdown.append(self._close_windows)
        return app

    @web.middleware
    async def _only_admitted(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Ask the guard; and let no error out that says more than that there was one."""
        refusal = self._guard.misplaced(request.headers, socket=request.path == "/ws")
        if refusal is None and (token := request.query.get("token")) and (request.method, request.path) == ("GET", "/"):
            if session := self._guard.exchange(token):
                return _enter(self._guard.cookie, session)
        elif refusal is None and request.path == "/favicon.ico":
            return await handler(request)
        refusal = refusal or self._guard.unknown(request.cookies.get(self._guard.cookie))
        if refusal:
            self._say(f"refused a request ({refusal.status})")
            return web.Response(status=refusal.status, text=refusal.message + "\n")
        try:
            return await handler(request)
        except web.HTTPException:
            raise
        except Exception as error:  # noqa: BLE001 whatever it is, its text may hold an article's
            self._say(f"a request failed ({type(error).__name__})")
            return web.Response(status=500, text="That did not work. The desk's decisions are on disk.\n")

    async def _harden(self, _: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(self._headers)

    async def _page(self, _: web.Request) -> web.Response:
        page = files("claimtrack.web").joinpath("static/desk.html").read_text("utf-8")
        return web.Response(text=page, content_type="text/html")

    async def _no_icon(self, _: web.Request) -> web.Response:
        return web.Response(status=204)

    async def _file(self, request: web.Request) -> web.Response:
        if (name := request.match_info["name"]) not in _FILES:
            raise web.HTTPNotFound
        return web.Response(body=_content(name, self._screen_reader), content_type=_FILES[name][2])

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Open a desk for a window, when there is a seat; a window that is just being closed leaves one."""
        try:
            async with asyncio.timeout(PATIENCE + 1):
                await self._seats.acquire()
        except TimeoutError:
            self._say("refused a window: as many as --clients allows are open")
            raise web.HTTPServiceUnavailable(text="All desks are taken. Close a window.\n") from None
        try:
            return await self._sit(request)
        finally:
            self._seats.release()

    async def _sit(self, request: web.Request) -> web.WebSocketResponse:
        window = web.WebSocketResponse(heartbeat=15, max_msg_size=_LONGEST_MESSAGE, timeout=1.0)
        await window.prepare(request)
        desk = DeskProcess(
            self.command,
            write_bytes=window.send_bytes,
            write_str=window.send_str,
            close=functools.partial(_close, window),
            download_manager=self.download_manager,
        )
        self._sockets.add(window)
        try:
            await desk.start(to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24))
            await self._process_messages(window, desk)
        except Exception as error:  # noqa: BLE001 textual-serve trusts the page; its error's text may be an article's
            self._say(f"closed a window that sent what no desk sends ({type(error).__name__})")
        finally:
            self._sockets.discard(window)
            await desk.stop()
            await _close(window)
            if desk.errors:
                self._say(f"a desk ended with an error: {one_line(desk.errors)}")
        return window

    async def _close_windows(self, _: web.Application) -> None:
        await asyncio.gather(*(_close(window) for window in self._sockets))

    async def run(self, listening: socket.socket, ready: Callable[[], None]) -> None:
        """Serve on an open socket until asked to stop; then every window and its desk is closed first."""
        runner = web.AppRunner(
            await self._make_app(), access_log=None, logger=_SILENT, shutdown_timeout=PATIENCE + 2, handle_signals=False
        )
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            stop = _on_signal()
            ready()
            await stop.wait()
        finally:
            await runner.cleanup()


_SILENT = logging.getLogger("claimtrack.web")
"""aiohttp logs requests with their tokens, and errors with their text: to nobody."""
_SILENT.addHandler(logging.NullHandler())
_SILENT.propagate = False


def _headers(hosts: frozenset[str]) -> dict[str, str]:
    """What every answer tells the browser: nothing from elsewhere, no frame around us, nothing kept."""
    sockets = " ".join(f"ws://{host}" for host in sorted(hosts) if not host.startswith("["))  # CSP knows no IPv6
    return {
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self'; "
            f"connect-src 'self' {sockets}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
        "Server": "claimtrack",
    }


def _enter(cookie: str, session: str) -> web.Response:
    """The cookie, and on to the desk.

    A redirect would lose the cookie where the address was opened from another site's page (SameSite); a refresh,
    which this page itself asks for, does not. Either way the token leaves the address bar.
    """
    response = web.Response(text="Opening the review desk.\n", headers={"Refresh": "0; url=/"})
    response.set_cookie(cookie, session, httponly=True, samesite="Strict", path="/")
    return response


@functools.cache
def _content(name: str, screen_reader: bool) -> bytes:
    package, path, _ = _FILES[name]
    content = files(package).joinpath(path).read_bytes()
    return readable(content) if screen_reader and name == "textual.js" else content


def readable(script: bytes) -> bytes:
    """textual-serve's script, with xterm.js told to keep the lines for screen readers, and a contrast of 4.5 to 1."""
    text, made = _TERMINAL.subn(_READABLE, script.decode("utf-8"))
    if made != 1:
        raise LookupError("this version of textual-serve makes its terminal otherwise")
    return text.encode("utf-8")


async def _close(window: web.WebSocketResponse) -> None:
    if not window.closed:
        await window.close()


def _on_signal() -> asyncio.Event:
    """An event that the usual signals set; where there are none (Windows), Ctrl+C ends the loop by itself."""
    stop = asyncio.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            try:
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), stop.set)
            except NotImplementedError:
                break
    return stop

"""claimtrack serve: the review desk in a browser."""

import importlib.util
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimtrack.cli.common import Blind, Database, InAscii, Reviewer, note, opened
from claimtrack.errors import UsageError

if TYPE_CHECKING:
    import socket

    from claimtrack.config import Settings

Host = Annotated[str, typer.Option("--host", help="The address of this machine to listen on.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")]
Clients = Annotated[int, typer.Option("--clients", min=1, help="How many windows may be open at once.")]
Exposed = Annotated[
    bool,
    typer.Option(
        "--expose-to-network",
        help="Allow a --host that other machines reach. Nothing is encrypted: who reads the traffic of your network "
        "can read the desk and decide in your name.",
    ),
]
Readable = Annotated[bool, typer.Option("--screen-reader", help="Let screen readers read the lines of the desk.")]


def register(app: typer.Typer) -> None:
    """Put the command on the app."""
    app.command()(serve)


def serve(
    db: Database = None,
    reviewer: Reviewer = None,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    clients: Clients = 4,
    expose_to_network: Exposed = False,
    screen_reader: Readable = False,
    blind: Blind = False,
    in_ascii: InAscii = False,
) -> None:
    """Open the review desk to a browser on this machine.

    The printed address lets in the first browser that opens it. Decisions are the reviewer's.
    """
    if importlib.util.find_spec("textual_serve") is None:
        raise UsageError("the desk in a browser needs textual-serve", "pip install 'textual-serve>=1.1.3,<2'")
    import asyncio
    import secrets

    from claimtrack.web.guard import Guard
    from claimtrack.web.server import DeskServer

    _check(host, exposed=expose_to_network)
    store, chosen = opened(db, reviewer)
    store.close()  # only to say here, not in the browser, that it can't be opened
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    token = secrets.token_urlsafe(32)
    guard = Guard(host, port, token, secrets.token_urlsafe(32))
    command = _command(chosen, is_blind=blind, is_ascii=in_ascii)
    server = DeskServer(command, guard, note, clients=clients, screen_reader=screen_reader)
    place = f"[{host}]" if ":" in host else host

    def ready() -> None:
        print(f"http://{place}:{port}/?token={token}", flush=True)
        note(f"Open this address; it works once. {chosen.reviewer} reviews {chosen.database}. Ctrl+C stops the server.")

    asyncio.run(server.run(listening, ready))


def _command(chosen: "Settings", *, is_blind: bool, is_ascii: bool) -> list[str]:
    """What draws a desk. -P: a folder that the server was started in brings no modules."""
    command = [sys.executable, "-P", "-m", "claimtrack", "review"]
    command += [f"--db={chosen.database.resolve()}", f"--reviewer={chosen.reviewer}"]
    return [*command, *(["--blind"] if is_blind else []), *(["--ascii"] if is_ascii else [])]


def _check(host: str, *, exposed: bool) -> None:
    """Other machines are let in only on purpose."""
    from claimtrack.web.guard import is_everywhere, is_loopback

    if is_everywhere(host):
        raise UsageError(f"no browser can open the address {host!r}", "Name one address of this machine.")
    if not (exposed or is_loopback(host)):
        raise UsageError(
            f"other machines may reach {host}",
            "Nothing is encrypted: who reads the traffic of your network can read the desk and decide in your name. "
            "If that is meant, add --expose-to-network; safer is an ssh tunnel to 127.0.0.1.",
        )


def _listen(host: str, port: int) -> "socket.socket":
    import socket

    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        reason = str(error.strerror).split(" (")[0]  # Python adds the address
        raise UsageError(f"can't listen on {host} port {port}: {reason}", "Try another --port.") from error

"""Who may talk to the server: the rules, as plain values, without a network."""

import ipaddress
import secrets
from collections.abc import Mapping
from typing import NamedTuple

_DEFAULT_PORT = 80


class Refusal(NamedTuple):
    """Why a request is not answered: an HTTP status, and a sentence for the person in front of the browser."""

    status: int
    message: str


class Guard:
    """Admits whoever opened the printed address first, on a page of this server, and nobody else.

    `host` and `port` are where the server listens, `token` is the word in the printed address, good for one use, and
    `session` is what the browser gets for it. Both words come from outside, so that chance stays there.
    """

    def __init__(self, host: str, port: int, token: str, session: str) -> None:
        self.hosts = called(host, port)
        self.cookie = f"claimtrack-{port}"
        """The cookie's name; browsers send one port's cookies to another, where another server may run."""
        self._token: str | None = token
        self._session = session

    def misplaced(self, headers: Mapping[str, str], *, socket: bool) -> Refusal | None:
        """A request for another host (DNS rebinding), or sent by a page of another site.

        Browsers name the page behind every websocket, so one without an Origin is no browser's.
        """
        if headers.get("Host", "").lower() not in self.hosts:
            return Refusal(421, "This server does not go by that name. Open the address that it printed.")
        origin = headers.get("Origin")
        if origin is None and not socket:
            return None
        if origin is None or origin.lower().removeprefix("http://") not in self.hosts or "://" not in origin:
            return Refusal(403, "Pages of other sites may not use the review desk.")
        return None

    def unknown(self, cookie: str | None) -> Refusal | None:
        """A request by somebody who has not opened the printed address."""
        if cookie is not None and _same(cookie, self._session):
            return None
        return Refusal(
            401,
            "Open the whole address that `claimtrack serve` printed. It works once; "
            "if it has been opened elsewhere, stop the server and start it again.",
        )

    def exchange(self, token: str) -> str | None:
        """The session for the token of the printed address; None for a wrong one, and for the right one again."""
        if self._token is None or not _same(token, self._token):
            return None
        self._token = None
        return self._session


def is_loopback(host: str) -> bool:
    """True for a name or address that only this machine can reach."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_everywhere(host: str) -> bool:
    """True for the addresses that mean every network this machine is in; no browser can call a server by them."""
    try:
        return not host or ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def called(host: str, port: int) -> frozenset[str]:
    """What a browser may put into `Host`: the address given, and on this machine its other names."""
    names = {"127.0.0.1", "localhost", "::1", host.lower()} if is_loopback(host) else {host.lower()}
    brackets = {f"[{name}]" if ":" in name else name for name in names}
    return frozenset({f"{name}:{port}" for name in brackets} | (brackets if port == _DEFAULT_PORT else set()))


def _same(one: str, other: str) -> bool:
    """Equality that takes as long for a near miss as for a far one."""
    return secrets.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))

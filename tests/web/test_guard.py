"""The rules of admission, without a network."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.web.guard import Guard, Refusal, called, is_everywhere, is_loopback


def guard() -> Guard:
    return Guard("127.0.0.1", 8000, "the-token", "the-session")


@pytest.mark.parametrize(
    ("host", "origin", "page", "socket"),
    [
        ("127.0.0.1:8000", None, None, 403),
        ("127.0.0.1:8000", "http://127.0.0.1:8000", None, None),
        ("LOCALHOST:8000", "http://localhost:8000", None, None),
        ("[::1]:8000", "http://[::1]:8000", None, None),
        ("127.0.0.1:8000", "http://evil.example", 403, 403),
        ("127.0.0.1:8000", "http://127.0.0.1:9000", 403, 403),
        ("127.0.0.1:8000", "https://127.0.0.1:8000", 403, 403),
        ("127.0.0.1:8000", "127.0.0.1:8000", 403, 403),
        ("127.0.0.1:8000", "null", 403, 403),
        ("127.0.0.1:8000", "", 403, 403),
        ("evil.example", None, 421, 421),
        ("evil.example:8000", "http://evil.example:8000", 421, 421),
        ("127.0.0.1", None, 421, 421),
        ("", None, 421, 421),
    ],
)
def test_only_this_server_by_its_own_pages(host: str, origin: str | None, page: int | None, socket: int | None) -> None:
    headers = {"Host": host} | ({} if origin is None else {"Origin": origin})

    def status(refusal: Refusal | None) -> int | None:
        return refusal and refusal.status

    assert status(guard().misplaced(headers, socket=False)) == page
    assert status(guard().misplaced(headers, socket=True)) == socket


def test_a_token_is_good_once_and_only_the_right_one() -> None:
    one = guard()
    assert one.exchange("the-tokem") is None
    assert one.exchange("") is None
    assert one.exchange("the-token") == "the-session"
    assert one.exchange("the-token") is None


@given(st.text())
def test_no_other_cookie_is_known(cookie: str) -> None:
    refusal = guard().unknown(cookie)
    assert (refusal is None) == (cookie == "the-session")
    assert guard().unknown("the-session") is None


def test_names_by_which_a_server_is_called() -> None:
    assert called("localhost", 80) == {
        f"{name}{port}" for name in ("127.0.0.1", "localhost", "[::1]") for port in ("", ":80")
    }
    assert called("Desk.Example", 8000) == {"desk.example:8000"}
    assert called("fe80::1", 8000) == {"[fe80::1]:8000"}


def test_which_addresses_others_reach() -> None:
    assert [host for host in ("127.0.0.1", "127.9.9.9", "::1", "localhost") if not is_loopback(host)] == []
    assert [
        host for host in ("0.0.0.0", "::", "10.0.0.1", "desk.example", "localhost.example", "") if is_loopback(host)
    ] == []
    assert [host for host in ("", "0.0.0.0", "::") if not is_everywhere(host)] == []
    assert [host for host in ("10.0.0.1", "desk.example", "127.0.0.1") if is_everywhere(host)] == []

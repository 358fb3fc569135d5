"""The desk in a real browser: Chromium, headless."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

import pytest

from claimtrack.models import Verdict
from claimtrack.store import Store
from tests.web import chromium
from tests.web.serving import Serving, eventually

pytestmark = pytest.mark.skipif(chromium.PROGRAM is None, reason="needs Chromium (Debian's package chromium)")
OPEN = "document.body?.classList.contains('-first-byte') && document.activeElement.tagName === 'TEXTAREA'"
DRAWN = "document.querySelector('.xterm-accessibility')?.innerText.includes('Why:')"


async def test_a_claim_is_marked_by_a_key_and_nothing_leaves_the_machine(database: Path) -> None:
    with Serving(database, "--screen-reader") as server:  # its lines tell when the desk is drawn
        async with chromium.page() as page:
            await page.do("Page.navigate", url=server.address)
            await page.until(OPEN)
            await page.until(DRAWN)
            assert await page.value("location.href") == f"{server.base}/"
            with Store(database) as store:
                await page.press("d")
                eventually(store.judgements)
                (judgement,) = store.judgements()
            assert (judgement.verdict, judgement.reviewer) == (Verdict.DISPUTED, "ana")
            assert page.errors() == []
            await page.press("q")
            await page.until("document.activeElement.id === 'again'")
            assert {urlsplit(address).netloc for address in page.asked_for()} == {urlsplit(server.base).netloc}
            assert any(address.startswith("ws://") for address in page.asked_for())
        eventually(lambda: not server.desks())


class Elsewhere(BaseHTTPRequestHandler):
    """A page of another site."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>Elsewhere</title>")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of another site: for a browser localhost is not 127.0.0.1."""
    with HTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        running = Thread(target=server.serve_forever)
        running.start()
        yield f"http://localhost:{server.server_port}/"
        server.shutdown()
        running.join()


async def test_another_site_can_link_to_the_desk_but_not_drive_it(database: Path, elsewhere: str) -> None:
    with Serving(database) as server:
        async with chromium.page() as page:
            await page.do("Page.navigate", url=elsewhere)
            await page.until("document.title === 'Elsewhere'")
            await page.value(f"void (location.href = '{server.address}')")
            await page.until(OPEN)
            assert len(server.desks()) == 1
            await page.do("Page.navigate", url=elsewhere)
            await page.until("document.title === 'Elsewhere'")
            await page.value(
                f"window.told = []; const socket = new WebSocket('{server.base.replace('http', 'ws')}/ws');"
                "for (const event of ['open', 'close']) socket.addEventListener(event, () => told.push(event));"
                f"fetch('{server.base}/').then(() => told.push('read'), () => told.push('not read')); 0"
            )
            await page.until("told.length === 2")
            assert sorted(await page.value("told")) == ["close", "not read"]
    assert "refused a request (403)" in "".join(server.log)


async def test_a_screen_reader_finds_the_lines(database: Path) -> None:
    with Serving(database, "--screen-reader") as server:
        async with chromium.page() as page:
            await page.do("Page.navigate", url=server.address)
            await page.until(OPEN)
            await page.until(DRAWN)
            nodes = (await page.do("Accessibility.getFullAXTree"))["nodes"]
    lines = [node for node in nodes if node.get("role", {}).get("value") == "listitem"]
    texts = [str(node.get("name", {}).get("value")) for node in nodes]
    assert len(lines) > 20
    assert any("Russia" in text for text in texts)

"""The desk in a real browser: Chromium, headless."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from claimtrack.models import Verdict
from claimtrack.store import Store
from tests.web import chromium
from tests.web.serving import Serving, eventually

pytestmark = pytest.mark.skipif(chromium.PROGRAM is None, reason="needs Chromium (Debian's package chromium)")
OPEN = "document.body?.classList.contains('-first-byte') && document.activeElement.tagName === 'TEXTAREA'"


async def test_a_claim_is_marked_by_a_key_and_nothing_leaves_the_machine(database: Path) -> None:
    with Serving(database) as server:
        async with chromium.page() as page:
            await page.do("Page.navigate", url=server.address)
            await page.until(OPEN)
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


async def test_a_screen_reader_finds_the_lines(database: Path) -> None:
    with Serving(database, "--screen-reader") as server:
        async with chromium.page() as page:
            await page.do("Page.navigate", url=server.address)
            await page.until(OPEN)
            await page.until("document.querySelector('.xterm-accessibility')?.innerText.includes('Russia')")
            nodes = (await page.do("Accessibility.getFullAXTree"))["nodes"]
    lines = [node for node in nodes if node.get("role", {}).get("value") == "listitem"]
    texts = [str(node.get("name", {}).get("value")) for node in nodes]
    assert len(lines) > 20
    assert any("Russia" in text for text in texts)

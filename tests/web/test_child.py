"""What a desk may ask of the browser."""

import json

from textual_serve.download_manager import DownloadManager

from claimtrack.web.child import DeskProcess


async def test_only_addresses_of_the_web_are_opened() -> None:
    sent: list[str] = []

    async def told(text: str) -> None:
        sent.append(text)

    async def ignored(*_: object) -> None:
        raise AssertionError

    desk = DeskProcess(
        "claimtrack", write_bytes=ignored, write_str=told, close=ignored, download_manager=DownloadManager()
    )
    for url in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        " http://x",
        "HTTPS://news.example/a",
        "http://news.example",
    ):
        await desk.on_meta(json.dumps({"type": "open_url", "url": url, "new_tab": True}).encode())
    assert [json.loads(text)[1]["url"] for text in sent] == ["HTTPS://news.example/a", "http://news.example"]

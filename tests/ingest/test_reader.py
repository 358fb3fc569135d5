import datetime
import hashlib

import pytest

from claimtrack.ingest import Given, read
from claimtrack.ingest.reader import MOST_BYTES
from claimtrack.models import Capture, Problem, Severity

PAGE = b"""<!DOCTYPE html><html><head><meta charset="windows-1252"><title>Drone falls - Meridian</title>
<meta property="og:site_name" content="Meridian Wire">
<meta property="article:published_time" content="2023-03-15T10:00:00Z"></head>
<body><nav>Home News</nav><article><h1>Drone falls into sea</h1>
<p>Moscow has denied that its warplanes hit the drone \x96 it said the drone crashed after a sharp turn on Tuesday.</p>
<p>The Pentagon said that a Russian jet struck the propeller of the aircraft over the sea &lt;b&gt;on Tuesday.</p>
</article><script>alert(1)</script></body></html>"""

BAD = [
    (b"", "the file is empty"),
    (b" \n\t ", "the file is empty"),
    (b"%PDF-1.7 rest", "this is a PDF, not text"),
    (b"PK\x03\x04rest", "this is a ZIP archive or office document, not text"),
    (b"abc\x00def", "the text holds a NUL character at position 3"),
    (b"caf\xe9 au lait", "the text is not UTF-8: byte 3 can't be read"),
    (b"x" * (MOST_BYTES + 1), "the file is larger than 10 MiB"),
    (b"!!! ... ???", "the file holds no words"),
    (b"<!doctype html><html><body></body></html>", "no article text was found in this page"),
]


@pytest.mark.parametrize(("data", "what"), BAD)
def test_what_can_not_be_read_is_told_with_what_to_do(data: bytes, what: str) -> None:
    problem = read("notes.txt", data)
    assert isinstance(problem, Problem)
    assert (problem.where, problem.what, problem.severity) == ("notes.txt", what, Severity.ERROR)
    assert problem.hint


def test_a_page_gives_its_article_and_facts() -> None:
    capture = read("a.html", PAGE)
    assert isinstance(capture, Capture)
    assert capture.headline == "Drone falls into sea"
    assert (capture.outlet, capture.date) == ("Meridian Wire", datetime.date(2023, 3, 15))
    assert capture.digest == hashlib.sha256(PAGE).hexdigest()
    assert "drone – it said" in capture.text
    assert "alert" not in capture.text
    assert "Home News" not in capture.text


def test_text_is_kept_as_it_is_but_for_line_ends() -> None:
    data = "\ufeffOne “line” [sic]\x1b[31m\r\nTwo\u202e lines".encode()
    capture = read("a.txt", data)
    assert isinstance(capture, Capture)
    assert capture.text == "One “line” [sic]\x1b[31m\nTwo\u202e lines"


def test_utf_16_with_its_mark_is_read() -> None:
    capture = read("a.txt", "Moscow said so.".encode("utf-16"))
    assert isinstance(capture, Capture)
    assert capture.text == "Moscow said so."


def test_what_the_user_says_goes_before_what_the_file_says() -> None:
    given = Given(outlet="Desk", date=datetime.date(2020, 1, 2), url="https://example.org")
    capture = read("a.txt", b"Date: 2021-01-01\nOutlet: Other\n\nMoscow said so.", None, given)
    assert isinstance(capture, Capture)
    assert (capture.outlet, capture.date, capture.url) == given


def test_the_same_bytes_are_the_same_capture() -> None:
    one, other = (read(name, b"Moscow said so.") for name in ("a.txt", "b.txt"))
    assert isinstance(one, Capture)
    assert isinstance(other, Capture)
    assert one.id == other.id

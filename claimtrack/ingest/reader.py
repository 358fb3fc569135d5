"""From bytes to a capture, or to the problem that kept them from being one."""

import codecs
import datetime
import hashlib
import re
from typing import NamedTuple

from claimtrack.display import shortened
from claimtrack.ingest.layout import Layout, layout, misdated
from claimtrack.models import Capture, Problem, Severity

MOST_BYTES = 10 * 1024 * 1024
"""An article is not larger; a file that is holds something else."""

_LONGEST = 60
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"SQLite format 3": "an SQLite database",
    b"\x7fELF": "a program",
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)


class Given(NamedTuple):
    """What the user said about an input; it goes before what the input says of itself."""

    outlet: str | None = None
    date: datetime.date | None = None
    url: str | None = None


NOTHING_GIVEN = Given()


def read(name: str, data: bytes, at: datetime.datetime | None = None, given: Given = Given()) -> Capture | Problem:  # noqa: B008 an empty tuple
    """Read one article. `name` is for people, `at` the time of capture."""
    text = decoded(name, data)
    if isinstance(text, Problem):
        return text
    is_html = bool(_HTML.match(data[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe")))
    found = _from_html(text) if is_html else (text, layout(text))
    if not any(c.isalnum() for c in found[0]):
        what = "no article text was found in this page" if is_html else "the file holds no words"
        return problem(name, what, "Save the article's text and add that.")
    whole, parts = found
    return Capture(
        digest=hashlib.sha256(data).hexdigest(),
        name=name,
        text=whole,
        media_type="text/html" if is_html else "text/plain",
        title=parts.title,
        headings=parts.headings,
        dateline=parts.dateline,
        date=given.date or parts.date,
        outlet=given.outlet or parts.outlet,
        url=given.url or parts.url,
        captured_at=at,
    )


def doubts(capture: Capture, given: Given = NOTHING_GIVEN) -> tuple[Problem, ...]:
    """What a capture says of itself and could not be read; what the user said instead is no doubt."""
    wrong = misdated(capture.text) if given.date is None else None
    if wrong is None:
        return ()
    line = " ".join(wrong.of(capture.text).split())
    what = f"“{shortened(line, _LONGEST)}” in {capture.lines_of([wrong.start])} is no day"
    hint = "Write it as YYYY-MM-DD, or say it with --date; `claimtrack articles describe` puts it right later."
    return (Problem(what=what, where=capture.name, hint=hint, span=wrong),)


def decoded(name: str, data: bytes) -> str | Problem:
    """The text of a file: UTF-8, UTF-16 with its mark, or the encoding that an HTML page declares."""
    if len(data) > MOST_BYTES:
        return problem(
            name, f"the file is larger than {MOST_BYTES // 2**20} MiB", "Split it into one file per article."
        )
    if not data.strip():
        return problem(name, "the file is empty", "Check that it was saved completely.")
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            return problem(name, f"this is {what}, not text", "Save the article as plain text or HTML and add that.")
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), None) or _declared(data) or "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        hint = "Convert it first, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE > FILE.txt"
        return problem(name, f"the text is not {encoding.upper()}: byte {error.start} can't be read", hint)
    if "\0" in text:
        return problem(
            name,
            f"the text holds a NUL character at position {text.index(chr(0))}",
            "It is probably not a text file; remove the NUL characters if it is.",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def problem(name: str, what: str, hint: str) -> Problem:
    """A problem that cost the whole input."""
    return Problem(what=what, where=name, hint=hint, severity=Severity.ERROR)


def _declared(data: bytes) -> str | None:
    """The encoding in a page's <meta charset>, if Python knows it."""
    match = _CHARSET.search(data[:4096]) if _HTML.match(data[:4096]) else None
    try:
        return codecs.lookup(match[1].decode("ascii")).name if match else None
    except LookupError:
        return None


def _from_html(page: str) -> tuple[str, Layout]:
    """The article in a page, its title as the first line, paragraphs apart by blank lines."""
    import trafilatura  # heavy, and only pages need it

    document = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, deduplicate=False)
    if document is None:
        return "", Layout()
    facts: dict[str, str | None] = document if isinstance(document, dict) else document.as_dict()
    title, body = (facts["title"] or "").strip(), (facts["text"] or "").strip()
    lines = [line.strip() for line in body.split("\n") if line.strip()]
    if lines and lines[0] == title:
        lines = lines[1:]
    text = "\n\n".join([title, *lines] if title else lines)
    found = layout(text)
    return text, found._replace(
        date=_iso(facts["date"]) or found.date,
        outlet=facts["sitename"] or found.outlet or facts["hostname"],
        url=facts["url"] or found.url,
    )


def _iso(day: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat((day or "")[:10])
    except ValueError:
        return None

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.ingest.layout import Layout, layout, misdated
from claimtrack.language.dates import dates
from claimtrack.models import Span

ODD = """ date 2026-01-20 Border post shelled as envoys meet Both sides said on Tuesday that the other had fired first, hours before talks were due.

Geneva:

Both sides said on Tuesday that the other had fired first, hours before talks were due.

Armenia denies firing first

Armenia denies firing first, the ministry said.
"""  # noqa: E501 the headline and its deck run together


def _words(text: str, found: Layout) -> tuple[str | None, list[str], str | None]:
    title = found.title.of(text) if found.title else None
    return title, [h.of(text) for h in found.headings], found.dateline.of(text) if found.dateline else None


def test_a_date_before_the_headline_a_deck_a_dateline_and_a_crosshead() -> None:
    found = layout(ODD)
    assert found.date == datetime.date(2026, 1, 20)
    assert _words(ODD, found) == (
        "Border post shelled as envoys meet",
        [
            "Both sides said on Tuesday that the other had fired first, hours before talks were due.",
            "Armenia denies firing first",
        ],
        "Geneva:",
    )


def test_header_lines() -> None:
    text = "Title: Dam bursts\nDate: 6 June 2023\nOutlet: River Post\nURL: https://example.org/a\n\nKYIV - It burst.\n"
    found = layout(text)
    assert _words(text, found) == ("Dam bursts", [], "KYIV -")
    assert (found.date, found.outlet, found.url) == (datetime.date(2023, 6, 6), "River Post", "https://example.org/a")


@pytest.mark.parametrize(
    ("line", "dateline", "agency"),
    [
        ("MOSCOW, June 23. A ship came.", "MOSCOW, June 23.", None),
        ("MOSCOW/LONDON (Meridian) - A ship came.", "MOSCOW/LONDON (Meridian) -", "Meridian"),
        ("KYIV, March 14 (Wire) — A ship came.", "KYIV, March 14 (Wire) —", "Wire"),
        ("LISBON (Wire) 5 April 2025 - A ship came.", "LISBON (Wire) 5 April 2025 -", "Wire"),
        ("LARISSA, Greece, March 4, 2026 (Wire) - A ship came.", "LARISSA, Greece, March 4, 2026 (Wire) -", "Wire"),
        ("LARISSA, Greece (Wire) — A ship came.", "LARISSA, Greece (Wire) —", "Wire"),
        ("WASHINGTON — A ship came.", "WASHINGTON —", None),
        ("Abu Dhabi:", "Abu Dhabi:", None),
        ("The ship: a story.", None, None),
        ("KYIV. Russian ships came.", "KYIV.", None),
        ("ISLAMABAD: Pakistan said a ship came.", "ISLAMABAD:", None),
        ("BELO HORIZONTE: A dam burst.", "BELO HORIZONTE:", None),
        ("BELO HORIZONTE: A dam burst.\n\nREED: It did not.", None, None),
        ("New Delhi: India dismissed it.", "New Delhi:", None),
        ("NATO: A dam burst.", None, None),
        ("NATO. That was all he said.", None, None),
        ("Moscow said a ship came.", None, None),
    ],
)
def test_datelines(line: str, dateline: str | None, agency: str | None) -> None:
    text = f"A headline\n\n{line}\n\nMore of it.\n"
    found = layout(text)
    assert (found.dateline.of(text) if found.dateline else None, found.outlet) == (dateline, agency)


def test_a_sentence_at_the_top_is_no_title() -> None:
    assert layout("The ministry said so on Monday.\n\nMore followed.").title is None


def test_a_lone_line_is_no_heading_and_no_title() -> None:
    assert layout("Only this line") == Layout()


@given(st.text(max_size=300))
def test_every_part_is_a_span_of_the_text(text: str) -> None:
    found = layout(text)
    for span in filter(None, (found.title, found.dateline, *found.headings)):
        assert isinstance(span, Span)
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2026-02-06", ["2026-02-06"]),
        ("on 6 February 2026 and Feb. 7, 2026", ["2026-02-06", "2026-02-07"]),
        ("2026-02-31 is no day, may 2026 is none", []),
    ],
)
def test_dates(text: str, days: list[str]) -> None:
    assert [found.day.isoformat() for found in dates(text)] == days


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Title: A\nDate: 2023-99-14\nOutlet: B\n\nIt fell.", "Date: 2023-99-14"),
        ("Published: 14/03/2023\n\nIt fell.", "Published: 14/03/2023"),
        ("Date: 2023-03-14\nTitle: A\n\nIt fell.", None),
        ("Title: A\n\nIt fell on a\nDate: never told.", None),
        ("It fell.", None),
    ],
)
def test_a_header_that_promises_a_date_and_has_none_is_found(text: str, line: str | None) -> None:
    found = misdated(text)
    assert (found.of(text) if found else None) == line

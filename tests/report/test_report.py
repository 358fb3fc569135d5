import datetime
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from claimtrack import marking, pipeline
from claimtrack.models import Verdict
from claimtrack.report import Report, markdown
from claimtrack.report.terminal import terminal
from claimtrack.store import Store
from tests.conftest import NOW
from tests.stories import SEQUEL
from tests.told import told

Golden = Callable[[str, str], None]


def _report(store: Store) -> Report:
    return pipeline.reported(pipeline.desk(store))


def _printed(report: Report, width: int = 100) -> str:
    out = io.StringIO()
    Console(file=out, width=width, highlight=False).print(terminal(report))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def test_markdown(desk_store: Store, golden: Golden) -> None:
    golden("report.md", markdown(_report(desk_store)))


def test_json(desk_store: Store, golden: Golden) -> None:
    golden("report.json", _report(desk_store).model_dump_json(indent=1) + "\n")


def test_terminal(desk_store: Store, golden: Golden) -> None:
    golden("report.txt", _printed(_report(desk_store)))


def test_the_same_database_prints_the_same_bytes(desk_store: Store) -> None:
    again = Store(desk_store.path)
    assert markdown(_report(desk_store)) == markdown(_report(again))
    pipeline.link(again)
    assert markdown(_report(desk_store)) == markdown(_report(again))
    again.close()


def test_every_line_leads_back_to_words_in_a_captured_text(desk_store: Store) -> None:
    desk = pipeline.desk(desk_store)
    for event in _report(desk_store).events:
        for _, lines in event.accounts:
            for line in lines:
                capture = desk.captures[line.capture_id]
                words = " … ".join(" ".join(span.of(capture.text).split()) for span in line.spans)
                assert words == line.quote
                assert line.digest == capture.digest


def test_a_decision_shows_in_the_report_and_outlives_a_rebuild(desk_store: Store) -> None:
    claim = desk_store.linked().claims[0]
    marking.mark(desk_store, claim.id, Verdict.VERIFIED, "ana", NOW, evidence="https://example.org/video")
    pipeline.link(desk_store)
    lines = [x for e in _report(desk_store).events for _, found in e.accounts for x in found]
    (verified,) = (line for line in lines if line.so == Verdict.VERIFIED)
    assert (verified.claim_id, verified.said, verified.evidence) == (
        claim.id,
        Verdict.UNREVIEWED,
        "https://example.org/video",
    )


def test_hostile_words_stay_words(store: Store) -> None:
    """A headline and a quotation that try to be markup, links, escapes and table cells."""
    hostile = Path(__file__).parents[1] / "hostile.txt"
    pipeline.add(store, [str(hostile)], NOW)
    report = _report(store)
    for text in (markdown(report), _printed(report, 300)):
        assert "\x1b" not in text
        assert "\u202e" not in text
    assert "<script>" not in markdown(report)


def test_copies_refusals_and_changed_accounts(store: Store, golden: Golden) -> None:
    for outlet, day, text in SEQUEL:
        capture, statements = told(text, outlet, datetime.date(2023, 3, day))
        store.add(capture, capture.text.encode(), statements)
    pipeline.link(store)
    report = _report(store)
    golden("sequel.md", markdown(report))
    golden("sequel.txt", _printed(report, 80))


NAMELESS = """Bridge <b>shelled</b> | at night, and the second headline goes on for very many words

{s1:Kyiv} {q1:said} {c1:that a Russian jet had struck the bridge over the Black Sea on Monday}.
"""


def test_an_article_without_outlet_goes_by_its_headline(store: Store) -> None:
    capture, statements = told(NAMELESS)
    bare, more = told("{s1:Moscow} {q1:denied} {c1:that its jet had struck the bridge over the Black Sea on Monday}.")
    store.add(capture.model_copy(update={"url": "https://example.org/a?b=1|2"}), b"1", statements)
    store.add(bare.model_copy(update={"name": "folder/050.txt", "url": "https://example.org/a?b=1_2"}), b"2", more)
    pipeline.link(store)
    report = _report(store)
    page, text, data = markdown(report), _printed(report, 200), json.loads(report.model_dump_json())
    assert "“Bridge <b>shelled</b> | at night, and the second headline …”, date unknown" in text
    assert "“050.txt”, date unknown" in text
    assert "outlet unknown" not in page + text
    rows = [row for row in page.splitlines() if row.endswith((f"{capture.digest} |", f"{bare.digest} |"))]
    assert [re.split(r"(?<!\\) ?\| ?", row)[3:7] for row in rows] == [
        ["050.txt", "unknown", "date unknown", "<https://example.org/a?b=1_2>"],
        [
            r"Bridge \<b\>shelled\</b\> \| at night, and the second headline goes on for very many words",
            "unknown",
            "date unknown",
            r"https://example.org/a?b=1\|2",
        ],
    ]
    (event,) = data["events"]
    lines = [line for _, found in event["accounts"] for line in found]
    assert [(line["outlet"], line["date"], line["url"]) for line in lines] == [
        (None, None, "https://example.org/a?b=1_2"),
        (None, None, "https://example.org/a?b=1|2"),
    ]
    assert [(source["outlet"], source["date"]) for chain in event["chain"] for source in [chain["first"]]] == [
        (None, None)
    ]

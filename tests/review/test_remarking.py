"""What reviewers said, under the lines of the report."""

import datetime
import io

import pytest
from rich.console import Console

from claimtrack import marking, pipeline
from claimtrack.models import Axis, Verdict
from claimtrack.report import Line, markdown
from claimtrack.report.remarks import Remark
from claimtrack.report.terminal import terminal
from claimtrack.store import Store
from tests.conftest import NOW

MINUTE = datetime.timedelta(minutes=1)
DISPUTED = Remark(
    about=Axis.SO,
    verdict=Verdict.DISPUTED,
    reviewer="ana",
    date="2026-02-06",
    why="the film *shows* it",
    evidence="x|y",
)
VERIFIED = Remark(about=Axis.SO, verdict=Verdict.VERIFIED, reviewer="ben", date="2026-02-06", evidence="a log")
MISQUOTED = Remark(about=Axis.SAID, verdict=Verdict.MISQUOTED, reviewer="ana", date="2026-02-06")
NOTES = tuple(
    Remark(about=Axis.NOTE, verdict=Verdict.NOTED, reviewer=who, date="2026-02-06", why=f"call {whom}")
    for who, whom in (("ana", "Kyiv"), ("ben", "Moscow"))
)


@pytest.fixture
def decided(desk_store: Store) -> Store:
    """One claim about which everything was said, by two reviewers who differ."""
    claim = next(c.id for c in desk_store.linked().claims)
    made = (
        ("ben", Verdict.VERIFIED, "", "a log"),
        ("ana", Verdict.DISPUTED, "the film *shows* it", "x|y"),
        ("ana", Verdict.MISQUOTED, "", ""),
        ("ana", Verdict.NOTED, "call Kyiv", ""),
        ("ben", Verdict.NOTED, "call Moscow", ""),
    )
    for minute, (reviewer, verdict, why, evidence) in enumerate(made):
        marking.mark(desk_store, claim, verdict, reviewer, NOW + minute * MINUTE, why, evidence)
    return desk_store


def _line(store: Store) -> Line:
    first = store.linked().claims[0].statement_ids[0]
    return pipeline.lines(pipeline.desk(store))[first]


def test_a_line_has_every_verdict_with_its_reason_then_who_differs_then_the_notes(decided: Store) -> None:
    assert _line(decided).remarks == (MISQUOTED, DISPUTED, VERIFIED.model_copy(update={"stands": False}), *NOTES)


def test_what_is_taken_back_is_not_said(decided: Store) -> None:
    for minute in range(3):
        pipeline.undo(decided, "ana", NOW + (10 + minute) * MINUTE)
    assert _line(decided).remarks == (VERIFIED, NOTES[1])


def test_every_report_tells_it(decided: Store) -> None:
    report = pipeline.reported(pipeline.desk(decided))
    out = io.StringIO()
    Console(file=out, width=120, highlight=False).print(terminal(report))
    page, text = markdown(report), out.getvalue()
    for told in (
        "said misquoted: ana, 2026-02-06",
        "so disputed: ana, 2026-02-06 · the film *shows* it · evidence: x|y",
        "otherwise so verified: ben, 2026-02-06 · evidence: a log",
        "note: ana, 2026-02-06 · call Kyiv",
        "note: ben, 2026-02-06 · call Moscow",
    ):
        assert f"{told}\n" in "\n".join(line.strip() for line in text.splitlines()) + "\n"
        assert "  - " + told.replace("*", r"\*").replace("|", r"\|") + "\n" in page


def test_who_judges_blind_reads_no_remarks_of_others(decided: Store) -> None:
    row = decided.rows(range(1, 20))
    first = next(r for r in row.values() if r.key == decided.linked().claims[0].id)
    found = pipeline.card(decided, first, "ben")
    assert found
    assert found[0].answers[0].line.remarks == (VERIFIED, NOTES[1])

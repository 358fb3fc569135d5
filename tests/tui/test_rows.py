"""The rows of a list: what was decided is told by marks and words, never by colour."""

import pytest

from claimtrack.models import Verdict
from claimtrack.review import Listed, State
from claimtrack.review.query import Mark
from claimtrack.store import Row
from claimtrack.tui.rows import lines

O, V, D, F, I = (Verdict(v) for v in ("unreviewed", "verified", "disputed", "false", "inconclusive"))  # noqa: E741


@pytest.mark.parametrize(
    ("so", "marks", "first", "detail"),
    [
        ((O,), (), "▸ · ≠ Who shot?", "      denial"),
        ((V,), (), "▸ ✓ ≠ Who shot?", "      verified · denial"),
        ((D,), (), "▸ ✗ ≠ Who shot?", "      disputed · denial"),
        ((F,), (Mark.FLAG,), "▸ ✗ ≠ Who shot?", "  ⚑   false · denial"),
        ((I,), (), "▸ ? ≠ Who shot?", "      inconclusive · denial"),
        ((V, F), (), "▸ ✓✗≠ Who shot?", "      verified, false · denial"),
        ((O, F), (), "▸ ·✗≠ Who shot?", "      unreviewed, false · denial"),
        ((O, V, F), (), "▸ ·…≠ Who shot?", "      unreviewed, verified, false · denial"),
        ((O, F), (Mark.REJECTED,), "▸ – ≠ Who shot?", "      rejected, unreviewed, false · denial"),
        ((O,), (Mark.REJECTED,), "▸ – ≠ Who shot?", "      rejected · denial"),
    ],
)
def test_each_verdict_has_its_mark(so: tuple[Verdict, ...], marks: tuple[Mark, ...], first: str, detail: str) -> None:
    row = Row(
        seq=1,
        listed=Listed.CONFLICTS,
        key="k",
        event_id="e",
        kind="contradicts",
        title="Who shot?",
        detail="denial",
        event="",
        state=State(so=so, marks=marks),
    )
    shown = lines(row, 60, is_at=True, is_marked=False)
    assert shown == ((first, False), (detail, True), ("", False))

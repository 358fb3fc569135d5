"""What was decided is seen on the card, however little room it has."""

from pathlib import Path

import pytest

from claimtrack import pipeline
from claimtrack.display import shortened
from claimtrack.models import Verdict
from claimtrack.store import Store
from tests.conftest import NOW
from tests.tui.driving import app_for, desk, frame, press, settle

FOUR = """Title: Dam bursts
Date: 2023-06-06
Outlet: Harbour Wire

KYIV - Ukraine said that 14 people were killed in the collapse of the Kakhovka dam on Tuesday.

Russia said that 45 people were killed in the collapse of the Kakhovka dam.

The United Nations said that 52 people were killed in the collapse of the Kakhovka dam.

Turkey said that 30 people were killed in the collapse of the Kakhovka dam.
"""


@pytest.fixture
def four_sides(store: Store, tmp_path: Path) -> Store:
    """A database with one disagreement of four sides."""
    article = tmp_path / "four.txt"
    article.write_text(FOUR, "utf-8")
    pipeline.add(store, [str(article)], NOW)
    return store


def _column(shown: str, place: int) -> str:
    """One of the columns of a card, as one line."""
    parts = [line.split("│")[place] for line in shown.splitlines() if line.count("│") == 3]
    return " ".join(" ".join(parts).split())


async def test_verdict_flag_and_note_of_the_fourth_side_are_seen_in_a_small_window(four_sides: Store) -> None:
    app = app_for(four_sides, auto_advance=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "shift+tab", "i", "f", "c", *"look at the film", "enter")
        told = "▸ United Nations asserts said · unreviewed so ? inconclusive ⚑ flagged Note of ana: look at the film"
        assert _column(frame(app), 3).startswith(told)
        assert "flagged" not in _column(frame(app), 0)
        await press(pilot, "f")
        assert "flagged" not in frame(app)


async def test_a_flag_is_that_of_the_chosen_answer(four_sides: Store) -> None:
    app = app_for(four_sides, auto_advance=False)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "f", "tab", "f")
        assert frame(app).count("⚑ flagged") == 2
    assert [j.verdict for j in four_sides.judgements()] == [Verdict.FLAGGED] * 2


async def test_a_long_note_begins_above_the_quotation_and_is_whole_below_it(desk_store: Store) -> None:
    note = "the film shows the jet closing in, but not that it hit it"
    app = app_for(desk_store)
    async with app.run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        await press(pilot, "c", *note, "enter")
        shown = frame(app)
        assert f"Note of ana: {shortened(note, 48)}" in shown
        assert f"Note of ana: {note}" in shown


async def test_a_card_that_keys_have_left_behind_is_read_before_it_is_shown(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "left_square_bracket")
        screen = desk(app)
        screen.queue = screen.queue.moved(1)
        await screen.show_card()
        await settle(pilot)
        assert screen.card is not None
        assert screen.row is not None
        assert screen.row.key in screen.card.claims
        assert "▸ Russia asserts" in frame(app)

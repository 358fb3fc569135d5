"""The review desk driven by its keys, and its frames as text."""

import datetime
from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from claimtrack import pipeline
from claimtrack.errors import StoreError
from claimtrack.models import Axis, Judgement, Verdict
from claimtrack.store import Store
from claimtrack.tui.app import ReviewApp
from claimtrack.tui.dialogs import Ask, Help
from tests.conftest import NOW

Press = Callable[..., Awaitable[None]]
Golden = Callable[[str, str], None]


def _app(store: Store) -> ReviewApp:
    minutes = count()
    return ReviewApp(store, "ana", lambda: NOW + datetime.timedelta(minutes=next(minutes)))


def frame(app: ReviewApp) -> str:
    """What the terminal shows, as text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips) + "\n"


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait until whatever they began is done."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    saving = [worker for worker in pilot.app.workers if worker.group == "save"]
    if saving:  # a worker that waits for a dialog would be waited for in vain
        await pilot.app.workers.wait_for_complete(saving)
    await pilot.pause()


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
async def test_frames(desk_store: Store, golden: Golden, width: int, height: int) -> None:
    app = _app(desk_store)
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.pause()
        golden(f"review-{width}x{height}.txt", frame(app))


async def test_a_small_window_is_borne(desk_store: Store) -> None:
    app = _app(desk_store)
    async with app.run_test(size=(20, 5)) as pilot:
        await pilot.resize_terminal(3, 2)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Is it so that" in frame(app)


async def test_dispute_is_on_disk_and_the_desk_moves_on(desk_store: Store) -> None:
    app = _app(desk_store)
    async with app.run_test() as pilot:
        first = app.cards.answer
        await press(pilot, "d")
        assert first is not None
        assert app.cards.answer != first
    (judgement,) = Store(desk_store.path).judgements()
    assert (judgement.verdict, judgement.axis, judgement.reviewer) == (Verdict.DISPUTED, Axis.SO, "ana")


async def test_verify_asks_for_evidence(desk_store: Store) -> None:
    app = _app(desk_store)
    async with app.run_test() as pilot:
        await press(pilot, "v")
        assert isinstance(app.screen, Ask)
        await press(pilot, "enter")
        assert isinstance(app.screen, Ask), "an empty line is no evidence"
        await press(pilot, *"link", "enter")
    (judgement,) = desk_store.judgements()
    assert (judgement.verdict, judgement.evidence) == (Verdict.VERIFIED, "link")


async def test_turning_back_decides_nothing(desk_store: Store) -> None:
    app = _app(desk_store)
    async with app.run_test() as pilot:
        await press(pilot, "v", *"half", "escape")
        assert not isinstance(app.screen, Ask)
    assert desk_store.judgements() == ()


@pytest.mark.parametrize(
    ("key", "verdict", "axis"),
    [
        ("i", Verdict.INCONCLUSIVE, Axis.SO),
        ("y", Verdict.CONFIRMED, Axis.SAID),
        ("n", Verdict.MISATTRIBUTED, Axis.SAID),
        ("m", Verdict.MISQUOTED, Axis.SAID),
    ],
)
async def test_every_decision_has_a_key(desk_store: Store, key: str, verdict: Verdict, axis: Axis) -> None:
    app = _app(desk_store)
    async with app.run_test() as pilot:
        await press(pilot, key)
    (judgement,) = desk_store.judgements()
    assert (judgement.verdict, judgement.axis) == (verdict, axis)


def _so(app: ReviewApp) -> Verdict:
    assert app.cards.answer is not None
    return app.cards.answer.line.so


async def test_undo_and_redo(desk_store: Store) -> None:
    app = _app(desk_store)
    async with app.run_test() as pilot:
        await press(pilot, "d")
        await press(pilot, "u")
        assert _so(app) == Verdict.UNREVIEWED
        await press(pilot, "ctrl+r")
        assert _so(app) == Verdict.DISPUTED
        await press(pilot, "u")
        await press(pilot, "u")
        assert len(desk_store.judgements()) == 4


async def test_a_note_is_kept_and_decides_nothing(desk_store: Store) -> None:
    app = _app(desk_store)
    async with app.run_test() as pilot:
        await press(pilot, "c", *"[sic] ask", "enter")
        assert app.cards.at == 0
    (judgement,) = desk_store.judgements()
    assert (judgement.verdict, judgement.why) == (Verdict.NOTED, "[sic] ask")


async def test_moving_choosing_skipping(desk_store: Store) -> None:
    app = _app(desk_store)
    async with app.run_test() as pilot:
        await press(pilot, "s", "j")
        assert app.cards.at == 2
        await press(pilot, "k", "tab", "right")
        assert (app.cards.at, app.cards.chosen) == (1, 0)


async def test_search_and_back(desk_store: Store) -> None:
    app = _app(desk_store)
    async with app.run_test() as pilot:
        await press(pilot, "slash", *"kremlin", "enter")
        assert len(app.cards.shown) == 1
        await press(pilot, "slash", *"zzz", "enter")
        assert "No disagreement holds" in frame(app)
        await press(pilot, "escape")
        assert len(app.cards.shown) == 3


async def test_help_names_every_key(desk_store: Store) -> None:
    app = _app(desk_store)
    assert all(binding.tooltip for binding in app.BINDINGS)  # type: ignore[union-attr]
    async with app.run_test(size=(100, 40)) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(app.screen, Help)
        shown = frame(app)
        assert all(binding.tooltip in shown for binding in app.BINDINGS)  # type: ignore[union-attr]
        await press(pilot, "escape")
        assert not isinstance(app.screen, Help)


async def test_quit(desk_store: Store) -> None:
    app = _app(desk_store)
    async with app.run_test() as pilot:
        await press(pilot, "q")
    assert app.return_code == 0


async def test_a_failed_save_is_shown_and_keeps_the_words(desk_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    app = _app(desk_store)

    def fail(_: Judgement) -> None:
        raise StoreError("the disk is full", "Make room.")

    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        monkeypatch.setattr(desk_store, "judge", fail)
        before = app.cards.answer
        await press(pilot, "v", *"proof", "enter")
        await pilot.pause(0.3)
        assert app.cards.answer == before
        assert "Not saved: the disk is full. Make room." in " ".join(frame(app).split())
        await press(pilot, "v")
        assert app.screen.query_one(Input).value == "proof"
    assert desk_store.judgements() == ()


async def test_an_empty_database_says_what_to_do(store: Store) -> None:
    app = _app(store)
    async with app.run_test() as pilot:
        await press(pilot, "v", "d", "c", "u", "j")
        assert "claimtrack add" in frame(app)


async def test_hostile_words_are_shown_as_they_are_and_do_nothing(store: Store) -> None:
    pipeline.add(store, [str(Path(__file__).parents[1] / "hostile.txt")], NOW)
    app = _app(store)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "j", "k", "tab")
        shown = frame(app)
        await pilot.click(Static, offset=(5, 0))
        assert app.is_running
    assert "[sic] [/] [@click=app.quit]strike[/]" in shown
    assert "[red]Bad|Wire[/red]" in shown
    assert not {c for c in shown if ord(c) < 32 and c != "\n"}
    assert "\u202e" not in shown
    assert "\\x1b]2;PWNED\\x07" in shown or "\\x1b" in shown


async def test_what_others_decide_is_there_on_the_next_move(desk_store: Store) -> None:
    app = _app(desk_store)
    async with app.run_test() as pilot:
        assert app.cards.answer is not None
        target = app.cards.answer.line.statement_id
        desk_store.judge(
            Judgement(target=target, axis=Axis.SAID, verdict=Verdict.MISQUOTED, reviewer="ben", at=app.now())
        )
        await press(pilot, "j", "k")
        assert "misquoted" in frame(app)


async def test_only_one_notice_at_a_time(desk_store: Store) -> None:
    app = _app(desk_store)
    async with app.run_test() as pilot:
        for _ in range(3):
            await press(pilot, "u")
        assert len(app._notifications) == 1


async def test_nothing_is_decided_where_nothing_is_shown(desk_store: Store) -> None:
    app = _app(desk_store)
    async with app.run_test() as pilot:
        await press(pilot, "slash", *"xyzzy", "enter", "d")
        assert [notice.message for notice in app._notifications] == ["Nothing is shown to decide on."]
    assert desk_store.judgements() == ()

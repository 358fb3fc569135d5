"""The review desk driven by its keys, and its frames as text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input, Static

from claimtrack import pipeline
from claimtrack.errors import StoreError
from claimtrack.models import Axis, Judgement, Verdict
from claimtrack.review import live
from claimtrack.store import Store
from claimtrack.tui.app import ReviewApp
from claimtrack.tui.commands import COMMANDS, shown
from claimtrack.tui.desk import DeskScreen
from claimtrack.tui.dialogs import Ask, Help
from tests.conftest import NOW
from tests.tui.driving import app_for, desk, frame, press, settle

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("theme", ["claimtrack-dark", "claimtrack-contrast"])
@pytest.mark.parametrize(("width", "height"), [(60, 20), (80, 24), (200, 60)])
async def test_frames(desk_store: Store, golden: Golden, width: int, height: int, theme: str) -> None:
    """Every theme shows the same characters: nothing is told by colour alone."""
    app = app_for(desk_store, theme=theme)
    async with app.run_test(size=(width, height)) as pilot:
        await settle(pilot)
        golden(f"review-{width}x{height}.txt", frame(app))


@pytest.mark.parametrize(("name", "keys"), [("grid", "g"), ("timeline", "t"), ("article", "o"), ("claims", "]")])
async def test_frames_of_the_other_screens(desk_store: Store, golden: Golden, name: str, keys: str) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "right_square_bracket" if keys == "]" else keys)
        golden(f"review-{name}.txt", frame(app))


async def test_only_letters_of_ascii_where_they_are_asked_for(desk_store: Store) -> None:
    app = app_for(desk_store, is_ascii=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert frame(app).isascii()
        for key in ("question_mark", "g", "t", "o", "p", "h", "y", "C", "c", "ctrl+p"):
            await press(pilot, key)
            assert [line for line in frame(app).splitlines() if not line.isascii()] == [], key
            await press(pilot, "escape")


async def test_a_small_window_is_borne(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=(20, 5)) as pilot:
        await settle(pilot)
        await pilot.resize_terminal(3, 2)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Is it so that" in frame(app)


async def test_dispute_is_on_disk_and_the_desk_moves_on(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        first = desk(app).answer
        await press(pilot, "d")
        assert first is not None
        assert desk(app).answer != first
    (judgement,) = Store(desk_store.path).judgements()
    assert (judgement.verdict, judgement.axis, judgement.reviewer) == (Verdict.DISPUTED, Axis.SO, "ana")


async def test_verify_asks_for_evidence(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "v")
        assert isinstance(app.screen, Ask)
        await press(pilot, "enter")
        assert isinstance(app.screen, Ask), "an empty line is no evidence"
        await press(pilot, *"link", "enter")
    (judgement,) = desk_store.judgements()
    assert (judgement.verdict, judgement.evidence) == (Verdict.VERIFIED, "link")


async def test_turning_back_decides_nothing(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "v", *"half", "escape")
        assert not isinstance(app.screen, Ask)
    assert desk_store.judgements() == ()


@pytest.mark.parametrize(
    ("key", "verdict", "axis"),
    [
        ("i", Verdict.INCONCLUSIVE, Axis.SO),
        ("w", Verdict.IN_REVIEW, Axis.SO),
        ("R", Verdict.RETRACTED, Axis.SO),
        ("1", Verdict.CONFIRMED, Axis.SAID),
        ("2", Verdict.MISATTRIBUTED, Axis.SAID),
        ("3", Verdict.MISQUOTED, Axis.SAID),
        ("f", Verdict.FLAGGED, Axis.FLAG),
    ],
)
async def test_every_decision_has_a_key(desk_store: Store, key: str, verdict: Verdict, axis: Axis) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, key)
    (judgement,) = desk_store.judgements()
    assert (judgement.verdict, judgement.axis) == (verdict, axis)


def _so(app: ReviewApp) -> Verdict:
    answer = desk(app).answer
    assert answer is not None
    return answer.line.so


async def test_undo_and_redo(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "d")
        await press(pilot, "u")
        assert _so(app) == Verdict.UNREVIEWED
        await press(pilot, "ctrl+r")
        assert _so(app) == Verdict.DISPUTED
        await press(pilot, "u")
        await press(pilot, "u")
        assert len(desk_store.judgements()) == 4


async def test_quick_undos_take_back_one_decision_each(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "d", "j", "d", "j", "d")
        made = len(desk_store.judgements())
        for _ in range(made):
            app.undo()
        await settle(pilot)
    assert made > 1
    assert live(desk_store.judgements()) == ()
    assert len(desk_store.judgements()) == 2 * made


async def test_a_note_is_kept_and_decides_nothing(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "c", *"[sic] ask", "enter")
        assert desk(app).queue.at == 0
    (judgement,) = desk_store.judgements()
    assert (judgement.verdict, judgement.why) == (Verdict.NOTED, "[sic] ask")


async def test_moving_choosing_skipping(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "s", "j")
        assert desk(app).queue.at == 2
        await press(pilot, "k", "tab", "right")
        assert (desk(app).queue.at, desk(app).queue.chosen) == (1, 0)


async def test_search_and_back(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"kremlin", "enter")
        assert len(desk(app).queue.numbers) == 1
        await press(pilot, "slash", *"zzz", "enter")
        assert "Nothing holds" in frame(app)
        await press(pilot, "escape")
        assert len(desk(app).queue.numbers) == 3


def test_every_command_has_key_footer_help_and_palette_entry() -> None:
    for command in COMMANDS:
        assert all((command.id, command.keys, command.action, command.footer, command.help, command.palette)), command
        assert hasattr(DeskScreen, f"action_{command.action.partition('(')[0]}"), command
    for values in zip(*((c.id, c.help, c.palette) for c in COMMANDS), strict=True):
        assert len(set(values)) == len(COMMANDS)
    keys = [key for command in COMMANDS for key in command.keys.split(",")]
    assert len(keys) == len(set(keys)), "a key does one thing"


async def test_help_names_every_key(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=(100, 70)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, Help)
        told = " ".join(frame(app).split())
        keys = {command: " ".join(map(shown, command.keys.split(","))) for command in COMMANDS}
        assert [command for command in COMMANDS if f" {keys[command]} {command.help}" not in told] == []
        await press(pilot, "escape")
        assert not isinstance(app.screen, Help)


async def test_the_palette_finds_and_runs_every_command(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        found = {command.title: command for command in app.get_system_commands(app.screen)}
        assert len(found) == len(COMMANDS)
        found["Dispute (d)"].callback()
        await settle(pilot)
    assert [j.verdict for j in desk_store.judgements()] == [Verdict.DISPUTED]


async def test_quit(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "q")
    assert app.return_code == 0


async def test_a_failed_save_is_shown_and_keeps_the_words(desk_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_for(desk_store)

    def fail(_: Judgement) -> None:
        raise StoreError("the disk is full", "Make room.")

    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await settle(pilot)
        monkeypatch.setattr(desk_store, "judge", fail)
        before = desk(app).answer
        await press(pilot, "v", *"proof", "enter")
        await pilot.pause(0.3)
        assert desk(app).answer == before
        assert "Not saved: the disk is full. Make room." in " ".join(frame(app).split())
        await press(pilot, "v")
        assert app.screen.query_one(Input).value == "proof"
    assert desk_store.judgements() == ()


async def test_an_empty_database_says_what_to_do(store: Store) -> None:
    app = app_for(store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "v", "d", "c", "u", "j")
        assert "claimtrack add" in frame(app)


async def test_hostile_words_are_shown_as_they_are_and_do_nothing(store: Store) -> None:
    pipeline.add(store, [str(Path(__file__).parents[1] / "hostile.txt")], NOW)
    app = app_for(store)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
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
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        answer = desk(app).answer
        assert answer is not None
        target = answer.line.statement_id
        desk_store.judge(
            Judgement(target=target, axis=Axis.SAID, verdict=Verdict.MISQUOTED, reviewer="ben", at=app.now())
        )
        await press(pilot, "j", "k")
        assert "misquoted" in frame(app)


async def test_only_one_notice_at_a_time(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        for _ in range(3):
            await press(pilot, "u")
        assert len(app._notifications) == 1


async def test_nothing_is_decided_where_nothing_is_shown(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"xyzzy", "enter", "d")
        assert [notice.message for notice in app._notifications] == ["Nothing is shown to decide on."]
    assert desk_store.judgements() == ()


async def test_hostile_words_are_harmless_on_every_screen(store: Store) -> None:
    pipeline.add(store, [str(Path(__file__).parents[1] / "hostile.txt")], NOW)
    app = app_for(store)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "c", *"x", "enter")
        for keys in (["left_square_bracket"], ["g"], ["t"], ["o"], ["p"], ["h"], ["y", *"json", "enter"], ["C"], ["l"]):
            await press(pilot, *keys)
            shown = frame(app)
            assert app.is_running
            assert not {c for c in shown if (ord(c) < 32 and c != "\n") or c == "\u202e"}, keys
            if keys != ["left_square_bracket"]:
                await press(pilot, "escape")

"""Every decision beyond a single verdict: several at once, relations, corrections, notes, evidence, and reviewers."""

import json
import os
import stat
from pathlib import Path

import pytest
from textual.widgets import Input

from claimtrack import pipeline
from claimtrack.errors import StoreError, UsageError
from claimtrack.models import Axis, Judgement, RelationKind, RelationStatus, Stance, Verdict
from claimtrack.review import Listed, Query, judged, live
from claimtrack.store import Store
from claimtrack.tui import filtering
from claimtrack.tui.app import ReviewApp
from claimtrack.tui.article import ArticleScreen
from claimtrack.tui.commands import keymap
from claimtrack.tui.dialogs import Ask, Choose, Sure, Words
from claimtrack.tui.grid import GridScreen
from claimtrack.tui.history import HistoryScreen
from claimtrack.tui.parties import PartiesScreen
from tests.conftest import NOW
from tests.tui.driving import app_for, desk, frame, press, settle


def notices(app: ReviewApp) -> list[str]:
    return [notice.message for notice in app._notifications]


async def test_marked_entries_are_decided_together_and_undone_as_one(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "left_square_bracket", "space", "j", "V", "d")
        assert isinstance(app.screen, Sure)
        await press(pilot, "n")
        assert desk_store.judgements() == ()
        await press(pilot, "d", "y")
        made = desk_store.judgements()
        assert [j.verdict for j in made] == [Verdict.DISPUTED] * 3
        assert len({j.group for j in made}) == 1
        assert desk(app).queue.marked == frozenset()
        await press(pilot, "u")
        assert desk_store.tally() == {Verdict.UNREVIEWED: 6}
        await press(pilot, "ctrl+r")
        assert desk_store.tally() == {Verdict.DISPUTED: 3, Verdict.UNREVIEWED: 3}


async def test_marks_are_taken_off_before_the_filter(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"type:place", "enter", "asterisk")
        assert len(desk(app).queue.marked) == 1
        await press(pilot, "escape")
        assert (len(desk(app).queue.marked), len(desk(app).queue.numbers)) == (0, 1)
        await press(pilot, "escape")
        assert len(desk(app).queue.numbers) == 3


async def test_a_relation_is_confirmed_rejected_and_taken_back(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "plus")
        card = desk(app).card
        assert card is not None
        assert card.meeting.status == RelationStatus.CONFIRMED
        assert "✓ confirmed" in frame(app)
        await press(pilot, "minus")
        assert len(desk_store.found(Listed.CONFLICTS, Query())) == 3
        assert len(pipeline.reported(pipeline.desk(desk_store)).events[0].disagreements) == 2
        await press(pilot, "u", "u")
        assert len(pipeline.reported(pipeline.desk(desk_store)).events[0].disagreements) == 3


async def test_claims_are_linked_and_unlinked_by_hand(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "left_square_bracket", "l")
        assert isinstance(app.screen, Choose)
        await press(pilot, *"sharp", "enter", *"contradicts", "enter", *"Which?", "enter")
        (made,) = desk_store.judgements()
        assert (made.verdict, made.value, made.why) == (Verdict.RELATED, RelationKind.CONTRADICTS, "Which?")
        found = [r for r in desk_store.linked().relations if r.question == "Which?"]
        assert len(found) == 1
        await press(pilot, "u")
        assert [r for r in desk_store.linked().relations if r.question == "Which?"] == []


async def test_unlink_rejects_one_pair(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "L")
        if isinstance(app.screen, Choose):
            await press(pilot, "enter")
        (made,) = desk_store.judgements()
        assert (made.verdict, made.axis) == (Verdict.UNRELATED, Axis.RELATION)


async def test_party_stance_and_words_are_put_right(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "left_square_bracket")
        answer = desk(app).answer
        assert answer is not None
        own = answer.line.statement_id
        for what, value in (("stance", "concedes"), ("speaks", None), ("words", "0-9")):
            await press(pilot, "C", *what, "enter")
            if value is None:
                assert isinstance(app.screen, Ask)
                app.screen.query_one("#words").value = "NATO"  # type: ignore[attr-defined]
                await press(pilot, "enter")
            elif what == "words":
                app.screen.query_one("#words").value = value  # type: ignore[attr-defined]
                await press(pilot, "enter")
            else:
                await press(pilot, *value, "enter")
    statement = pipeline.desk(desk_store).statements[own]
    assert (statement.stance, statement.party.name) == (Stance.CONCEDES, "North Atlantic Treaty Organization")
    assert [(span.start, span.end) for span in statement.content] == [(0, 9)]
    assert statement.id == own
    (as_read,) = desk_store.statements([own])
    assert as_read.corrects == ""
    assert as_read.stance != Stance.CONCEDES


async def test_a_correction_that_can_not_be_is_told_and_saves_nothing(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "C", *"words", "enter")
        app.screen.query_one("#words").value = "5-999999"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert "names no characters of the article" in notices(app)[0]
    assert desk_store.judgements() == ()


async def test_evidence_is_added_to_a_verdict_that_stands(desk_store: Store) -> None:
    app = app_for(desk_store, auto_advance=False)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "E")
        assert notices(app) == ["Decide first: evidence belongs to a verdict."]
        await press(pilot, "d", "E", *"video", "enter")
    last = desk_store.judgements()[-1]
    assert (last.verdict, last.evidence) == (Verdict.DISPUTED, "video")


async def test_a_note_is_written_in_the_editor(
    desk_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\nprintf 'two\\nlines' > \"$1\"\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(script))
    monkeypatch.setattr(ReviewApp, "suspend", lambda _: open(os.devnull))  # noqa: SIM115, PTH123 a test has no terminal
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+e")
    assert [j.why for j in desk_store.judgements()] == ["two\nlines"]


async def test_without_an_editor_the_way_out_is_told(desk_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+e")
        assert "no editor is named in VISUAL or EDITOR" in notices(app)[0]


async def test_a_flag_goes_up_and_down(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "f", "f")
    assert [j.verdict for j in desk_store.judgements()] == [Verdict.FLAGGED, Verdict.UNFLAGGED]


async def test_one_may_stay_after_a_decision_and_that_is_kept(desk_store: Store, tmp_path: Path) -> None:
    memory = tmp_path / "state" / "desk.json"
    app = app_for(desk_store, memory=memory)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "a", "T")
        before = desk(app).answer
        await press(pilot, "d")
        after = desk(app).answer
        assert before is not None
        assert after is not None
        assert after.line.claim_id == before.line.claim_id
    again = app_for(desk_store, memory=memory)
    async with again.run_test() as pilot:
        await settle(pilot)
        assert (again.moves_on, again.theme) == (False, "claimtrack-light")
    memory.write_text("spoilt")
    async with app_for(desk_store, memory=memory).run_test() as pilot:
        await settle(pilot)


async def test_other_screens_tell_all_of_their_own_keys_and_no_others(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=(80, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "p", "question_mark")
        shown = frame(app)
        assert "j down  The next party" in shown
        assert "Back to where you came from" in shown
        assert "Focus" not in shown


async def test_in_a_narrow_window_the_list_is_a_key_away_and_nothing_unseen_is_decided(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert (_is_shown(app, "#queue"), _is_shown(app, "#desk")) == (False, True)
        for key in ("d", "f", "1", "minus", "tab"):
            await press(pilot, "z", key)
            assert (_is_shown(app, "#queue"), _is_shown(app, "#desk")) == (False, True), key
            assert desk_store.judgements() == ()
        await press(pilot, "z", "space", "d", "y")
        assert {judgement.verdict for judgement in desk_store.judgements()} == {Verdict.DISPUTED}
        await press(pilot, "enter")
        assert (_is_shown(app, "#queue"), _is_shown(app, "#desk")) == (False, True)
        assert "article" not in type(app.screen).__name__.lower()


async def test_a_note_is_written_from_the_list_too_and_its_letters_are_no_commands(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "z", "j", "c", *"dig, fix", "enter")
        assert desk(app).queue.at == 1
        assert "Note of ana: dig, fix" in frame(app)
    assert [(j.verdict, j.why) for j in desk_store.judgements()] == [(Verdict.NOTED, "dig, fix")]


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((80, 24), [(False, True), (True, False), (False, True)]),
        ((80, 40), [(True, True), (False, True), (True, False), (True, True)]),
        ((120, 24), [(True, True), (False, True), (True, False), (True, True)]),
    ],
)
async def test_list_card_or_both(desk_store: Store, size: tuple[int, int], shown: list[tuple[bool, bool]]) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        found = []
        for _ in shown:
            found.append((_is_shown(app, "#queue"), _is_shown(app, "#desk")))
            await press(pilot, "z")
    assert found == shown


async def test_a_list_that_holds_nothing_says_why(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "z", "slash", *"zzzz", "enter")
        assert "Nothing holds “zzzz”" in frame(app)


def _is_shown(app: ReviewApp, name: str) -> bool:
    widget = desk(app).query_one(name)
    return widget.display and widget.region.area > 0


async def test_keys_can_be_changed(desk_store: Store) -> None:
    app = app_for(desk_store, keys=keymap("plain", {"dispute": "f9"}))
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "d", "j")
        assert (desk_store.judgements(), desk(app).queue.at) == ((), 0)
        await press(pilot, "f9")
    assert [j.verdict for j in desk_store.judgements()] == [Verdict.DISPUTED]


def test_a_command_that_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError, match="no command dipsute") as caught:
        keymap("vi", {"dipsute": "d"})
    assert "dispute" in caught.value.hint


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ({"undo": "d"}, ("d is the key of both dispute and undo", "Give dispute another key too")),
        ({"verify": "f9", "skip": "f8, f9"}, ("f9 is the key of both verify and skip", "Give skip another key too")),
        ({"note": "/"}, ("/ is the key of both note and filter", "Give filter another key too")),
    ],
)
def test_a_key_of_two_commands_is_refused_naming_both(own: dict[str, str], told: tuple[str, str]) -> None:
    with pytest.raises(UsageError) as caught:
        keymap("vi", own)
    assert told[0] in str(caught.value)
    assert told[1] in caught.value.hint


async def test_two_commands_can_swap_their_keys(desk_store: Store) -> None:
    app = app_for(desk_store, keys=keymap("vi", {"undo": "d", "dispute": "u"}))
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "u", "d")
    assert [(j.verdict, bool(j.undoes)) for j in desk_store.judgements()] == [
        (Verdict.DISPUTED, False),
        (Verdict.UNREVIEWED, True),
    ]


async def test_a_party_that_nobody_knows_is_asked_about(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "C", *"speaks", "enter")
        app.screen.query_one("#words").value = "Harbour Club"  # type: ignore[attr-defined]
        await press(pilot, "enter")
        assert isinstance(app.screen, Sure)
        await press(pilot, "y")
    (made,) = desk_store.judgements()
    assert '"name":"Harbour Club"' in made.value


async def test_an_unknown_field_names_the_valid_ones_and_changes_nothing(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"colour:red", "enter")
        assert "“colour:” is no field" in frame(app)
        assert "Fields: party, side, outlet" in " ".join(frame(app).split())
        await press(pilot, "escape")
        assert len(desk(app).queue.numbers) == 3


async def test_a_filter_is_complained_of_once_typing_stops_and_stays_to_be_put_right(
    desk_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filtering, "_TYPING_STOPS", 60.0)
    app = app_for(desk_store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "slash", *"status:fals")
        assert "knows no" not in frame(app)
        await press(pilot, "enter")
        assert "status: knows no “fals”; did you mean false? One of: open, in_review" in frame(app)
        assert app.screen.query_one("#filter", Input).value == "status:fals"
        await press(pilot, *"e")
        assert "knows no" not in frame(app)
        await press(pilot, "enter")
        assert (desk(app).queue.query.typed, app.focused, notices(app)) == ("status:false", None, [])
        monkeypatch.setattr(filtering, "_TYPING_STOPS", 0.01)
        await press(pilot, "slash", *"stauts:open")
        await pilot.pause(0.1)
        assert frame(app).count("“stauts:” is no field") == 1
        await press(pilot, "escape")
        assert "is no field" not in frame(app)


async def test_blind_hides_what_others_decided(desk_store: Store) -> None:
    claims = desk_store.linked().claims
    for claim in claims:
        desk_store.judge(judged(claim.statement_ids[0], Verdict.DISPUTED, "ben", NOW))
    app = app_for(desk_store, is_blind=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "disputed" not in frame(app)
        await press(pilot, "d")
        assert desk_store.tally("ana") == {Verdict.DISPUTED: 1, Verdict.UNREVIEWED: 5}
        await press(pilot, "h")
        assert "ben" not in frame(app)
    seeing = app_for(desk_store)
    async with seeing.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert "✗ disputed" in frame(seeing)


async def test_reviewers_who_differ_are_a_queue_of_their_own(desk_store: Store) -> None:
    target = desk_store.linked().claims[0].statement_ids[0]
    desk_store.judge(judged(target, Verdict.DISPUTED, "ben", NOW))
    desk_store.judge(judged(target, Verdict.INCONCLUSIVE, "cleo", NOW))
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "D")
        assert (desk(app).queue.listed, len(desk(app).queue.numbers)) == (Listed.CLAIMS, 1)


async def test_the_verdict_of_another_reviewer_arrives(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        answer = desk(app).answer
        assert answer is not None
        with Store(desk_store.path) as other:
            other.judge(judged(answer.line.statement_id, Verdict.MISQUOTED, "ben", NOW))
        app.look()
        await settle(pilot)
        assert "misquoted" in frame(app)


async def test_history_decides_anew(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "d", "h")
        assert isinstance(app.screen, HistoryScreen)
        assert "disputed" in frame(app)
        await press(pilot, "enter", *"inconclusive", "enter")
        assert [j.verdict for j in desk_store.judgements()] == [Verdict.DISPUTED, Verdict.INCONCLUSIVE]
        await press(pilot, "u", "escape")
        assert desk_store.tally()[Verdict.DISPUTED] == 1


async def test_copies_come_in_every_form(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        for form in ("quote", "citation", "permalink", "json"):
            await press(pilot, "y", *form, "enter")
            assert isinstance(app.screen, Words)
            copied = app.clipboard
            await press(pilot, "escape")
            assert {"quote": "“", "citation": "characters ", "permalink": "#", "json": "{"}[form] in copied
        assert json.loads(copied)["selectors"][0]["exact"]


async def test_export_writes_what_is_shown_and_never_over_a_file(desk_store: Store, tmp_path: Path) -> None:
    app = app_for(desk_store)
    path = tmp_path / "out.jsonl"
    async with app.run_test() as pilot:
        await settle(pilot)
        for _ in range(2):
            await press(pilot, "left_square_bracket", "e")
            app.screen.query_one("#words").value = str(path)  # type: ignore[attr-defined]
            await press(pilot, "enter")
        assert "is there already" in notices(app)[-1]
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len(lines) == 6
    assert all(line["selectors"] for line in lines)


async def test_from_a_cell_of_the_grid_to_the_article_and_from_statement_to_statement(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        await press(pilot, "g")
        assert isinstance(app.screen, GridScreen)
        await press(pilot, "j", "right", "enter")
        assert isinstance(app.screen, ArticleScreen)
        before = frame(app)
        await press(pilot, "n")
        assert frame(app) != before
        await press(pilot, "question_mark", "escape", "escape", "escape")
        assert len(app.screen_stack) == 2


async def test_parties_are_merged_split_and_looked_up(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        await press(pilot, "p")
        screen = app.screen
        assert isinstance(screen, PartiesScreen)
        names = [branch.name for branch in screen.branches]
        while screen.chosen != "Ministry of Defence of Russia":
            await press(pilot, "j")
        await press(pilot, "m", *"Government of Russia", "enter")
        assert [j.verdict for j in desk_store.judgements()] == [Verdict.PARTY_MERGED]
        assert "Ministry of Defence of Russia" not in [branch.name for branch in screen.branches]
        await press(pilot, "u")
        assert [branch.name for branch in screen.branches] == names
        await press(pilot, "s")
        assert "was never merged" in notices(app)[-1]
        await press(pilot, "a", *"Old Guard", "enter")
        assert "also Old Guard" in frame(app)
        while screen.chosen != "Presidency of Russia":
            await press(pilot, "j")
        await press(pilot, "enter")
        assert desk(app).queue.query.typed == 'party:"Presidency of Russia"'
        assert len(desk(app).queue.numbers) == 1


async def test_the_tree_of_parties_is_filtered_by_parts_of_names(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "p", "slash", *"minist russia")
        shown = frame(app)
        assert "Parties · 1 name on 1 side · filter: minist russia" in shown
        assert "Ministry of Defence of Russia" in shown
        assert "United States" not in shown
        assert "Russia  4 statements" in shown, "a side is counted whole"
        await press(pilot, "enter", "j")
        assert isinstance(app.screen, PartiesScreen)
        assert app.screen.chosen == "Ministry of Defence of Russia"
        await press(pilot, "slash", *"zzz")
        assert "nothing holds “zzz”: Esc shows all" in frame(app)
        await press(pilot, "escape")
        assert "United States" in frame(app)
        await press(pilot, "escape")
        assert not isinstance(app.screen, PartiesScreen)


KEYS = [("d",), ("i",), ("w",), ("R",), ("1",), ("2",), ("3",), ("f",), ("plus",), ("minus",), ("c", "x", "enter")]
KEYS += [("v", "x", "enter"), ("x", "x", "enter")]


@pytest.mark.parametrize("keys", KEYS)
async def test_every_decision_is_saved_and_undone(desk_store: Store, keys: tuple[str, ...]) -> None:
    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        before = frame(app)
        await press(pilot, *keys)
        assert desk_store.judgements() != ()
        await press(pilot, "u")
        assert live(desk_store.judgements()) == ()
        app.clear_notifications()
        await settle(pilot)
        shown = slice(1, 4 if keys[0] in {"plus", "minus"} else None)  # a relation is about two answers
        assert frame(app).splitlines()[shown] == before.splitlines()[shown]


@pytest.mark.parametrize("keys", KEYS)
async def test_a_decision_that_can_not_be_saved_is_told_and_changes_nothing(
    desk_store: Store, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Judgement) -> None:
        raise StoreError("the disk is full", "Make room.")

    app = app_for(desk_store)
    async with app.run_test() as pilot:
        await settle(pilot)
        monkeypatch.setattr(desk_store, "judge", fail)
        before = desk(app).answer
        await press(pilot, *keys)
        assert notices(app) == ["Not saved: the disk is full. Make room."]
        assert desk(app).answer == before
    assert desk_store.judgements() == ()


async def test_what_is_taken_back_does_not_count_for_the_session(desk_store: Store) -> None:
    app = app_for(desk_store)
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "d", "d")
        assert "this session 2 in" in frame(app)
        await press(pilot, "u")
        assert "this session 1 in" in frame(app)
        await press(pilot, "u")
        assert "this session" not in frame(app)
        await press(pilot, "ctrl+r")
        assert "this session 1 in" in frame(app)

"""The plain prompts: every decision of the desk, its undo and its failure, by what is typed and what is on disk."""

import datetime
import itertools
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimtrack import pipeline
from claimtrack.cli.plain import PlainDesk
from claimtrack.cli.prompts import Prompts
from claimtrack.errors import StoreError
from claimtrack.models import Axis, Judgement, RelationKind, Span, Stance, Verdict
from claimtrack.review import judged
from claimtrack.review.menu import MENU
from claimtrack.review.standing import live
from claimtrack.store import Store
from tests.conftest import NOW

Typed = Callable[..., str]


class Typist:
    """Types line after line, and hears what is said."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.heard: list[str] = []

    def ask(self, prompt: str) -> str:
        self.heard.append(prompt)
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)


@pytest.fixture
def typed(desk_store: Store) -> Typed:
    """Run a session on two stories; gives all that was said."""
    minutes = itertools.count()

    def session(*lines: str, reviewer: str = "ana", is_blind: bool = False, moves_on: bool = True) -> str:
        def now() -> datetime.datetime:
            return NOW + datetime.timedelta(minutes=next(minutes))

        typist = Typist(*lines)
        prompts = Prompts(typist.ask, typist.heard.append)
        PlainDesk(desk_store, reviewer, now, prompts, is_blind=is_blind, moves_on=moves_on).run()
        return "\n".join(typist.heard)

    return session


def _last(store: Store) -> Judgement:
    return store.judgements()[-1]


def test_every_command_of_the_menu_does_something(typed: Typed, desk_store: Store) -> None:
    for command in MENU:
        heard = typed(command.word)
        assert "Traceback" not in heard
        assert "is nothing to do here" not in heard
    axes = {j.axis for j in desk_store.judgements()}
    assert axes == {Axis.SO, Axis.SAID, Axis.FLAG, Axis.RELATION}


def test_it_says_where_one_is_and_reads_the_accounts(typed: Typed) -> None:
    heard = typed().splitlines()
    assert "Disagreement 1 of 3:" in heard
    assert "Is it so that “its warplanes hit the drone”?" in heard
    assert "Contradicts: denial, negation. This is suggested." in heard
    first = next(line for line in heard if line.startswith("Answer 1, chosen: "))
    assert first.startswith(
        "Answer 1, chosen: Government of Russia denies “that its warplanes [hit the drone]”. As told: Moscow · "
        "has denied. Harbour Wire, 2023-03-14. Said: no decision. So: no decision. Claim "
    )
    assert heard[-1] == "Done: 0 of 3, 1 min. Everything is saved."


@pytest.mark.parametrize(
    ("lines", "axis", "verdict", "why", "evidence"),
    [
        (["in review"], Axis.SO, Verdict.IN_REVIEW, "", ""),
        (["verified", "a film"], Axis.SO, Verdict.VERIFIED, "", "a film"),
        (["dis the film"], Axis.SO, Verdict.DISPUTED, "the film", ""),
        (["false it flew", "a film"], Axis.SO, Verdict.FALSE, "it flew", "a film"),
        (["inconclusive"], Axis.SO, Verdict.INCONCLUSIVE, "", ""),
        (["retracted"], Axis.SO, Verdict.RETRACTED, "", ""),
        (["confirmed"], Axis.SAID, Verdict.CONFIRMED, "", ""),
        (["misattributed"], Axis.SAID, Verdict.MISATTRIBUTED, "", ""),
        (["misquoted"], Axis.SAID, Verdict.MISQUOTED, "", ""),
        (["note", "a remark"], Axis.NOTE, Verdict.NOTED, "a remark", ""),
        (["note a remark"], Axis.NOTE, Verdict.NOTED, "a remark", ""),
        (["flag look"], Axis.FLAG, Verdict.FLAGGED, "look", ""),
        (["unflag"], Axis.FLAG, Verdict.UNFLAGGED, "", ""),
        (["related"], Axis.RELATION, Verdict.RELATED, "", ""),
        (["unrelated"], Axis.RELATION, Verdict.UNRELATED, "", ""),
        (["stance asserts"], Axis.STANCE, Verdict.CORRECTED, "", ""),
    ],
)
def test_a_decision_is_on_disk_and_one_undo_takes_it_back(
    typed: Typed, desk_store: Store, lines: list[str], axis: Axis, verdict: Verdict, why: str, evidence: str
) -> None:
    assert "Saved: " in typed(*lines)
    made = desk_store.judgements()
    assert {(j.axis, j.verdict, j.why, j.evidence, j.reviewer) for j in made} == {(axis, verdict, why, evidence, "ana")}
    assert "took back" in typed("undo")
    assert live(desk_store.judgements()) == ()
    typed("redo")
    assert live(desk_store.judgements()) == made


@pytest.mark.parametrize(
    "lines", [["verified", ""], ["note", ""], ["party", ""], ["link", ""], ["link", "1", ""], [""]]
)
def test_nothing_typed_decides_nothing(typed: Typed, desk_store: Store, lines: list[str]) -> None:
    typed(*lines)
    assert desk_store.judgements() == ()


def test_a_verdict_without_its_evidence_says_that_nothing_was_saved(typed: Typed) -> None:
    assert "Nothing saved: “verified” needs evidence." in typed("v", "")


def test_a_question_mark_lists_the_commands(typed: Typed) -> None:
    assert "quit: leave; everything is saved" in typed("?")


def test_a_failed_save_is_said_and_the_words_are_kept(
    typed: Typed, desk_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge = desk_store.judge
    failing = iter([True, False])

    def fails_once(*judgements: Judgement) -> None:
        if next(failing):
            raise StoreError("the disk is full", "Make room.")
        judge(*judgements)

    monkeypatch.setattr(desk_store, "judge", fails_once)
    heard = typed("verified because", "a long link", "verified", "", "")
    assert "Not saved: the disk is full. Make room. What you typed is kept" in heard
    assert "Kept from before: a long link. Enter takes it" in heard
    assert [(j.why, j.evidence) for j in desk_store.judgements()] == [("because", "a long link")]


def test_a_database_that_can_not_be_read_is_told_once_a_command(
    typed: Typed, desk_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    readable = [desk_store.size()]

    def size() -> tuple[int, int]:
        if not readable:
            raise StoreError("the disk is gone", "Bring it back.")
        return readable.pop()

    monkeypatch.setattr(desk_store, "size", size)
    monkeypatch.setattr(pipeline, "listed", lambda _: None)
    heard = typed("show", "help")
    assert heard.count("the disk is gone. Bring it back.") == 2


def test_evidence_goes_to_the_verdict_that_stands(typed: Typed, desk_store: Store) -> None:
    assert "evidence belongs to a verdict. Decide first." in typed("evidence a film")
    typed("disputed", "evidence a film", moves_on=False)
    assert (_last(desk_store).verdict, _last(desk_store).evidence) == (Verdict.DISPUTED, "a film")


def test_decisions_move_on_to_what_is_open_unless_told_not_to(typed: Typed) -> None:
    assert "Entry 1 of 3, answer 2 of 4" in typed("disputed")
    assert "Entry 2 of 3, answer 1 of" in typed("choose 4", "disputed")
    assert "answer 2 of" not in typed("go 3", "disputed", moves_on=False)


def test_claims_are_linked_and_parted(typed: Typed, desk_store: Store) -> None:
    before = desk_store.linked().relations
    heard = typed("switch", "link", "1", "updates", "What came later?")
    made = _last(desk_store)
    assert "Saved: related as updates." in heard
    assert (made.verdict, made.value, made.why) == (Verdict.RELATED, RelationKind.UPDATES, "What came later?")
    assert RelationKind.UPDATES in {r.kind for r in desk_store.linked().relations}
    assert "unrelated" in typed("filter later", "unlink", "1")
    typed("undo", "undo")
    assert desk_store.linked().relations == before


def test_what_was_read_wrongly_is_put_right(typed: Typed, desk_store: Store) -> None:
    assert "Take “Pentgon” as a new party?" in typed("party Pentgon", "no")
    assert desk_store.judgements() == ()
    typed("party the Pentagon", moves_on=False)
    typed("choose 1", "stance", "2", moves_on=False)
    target = desk_store.judgements()[0].target
    statement = pipeline.desk(desk_store).statements[target]
    assert (statement.party.side, desk_store.judgements()[-1].value) == ("United States", Stance.DENIES)


def test_content_is_corrected_by_its_words(typed: Typed, desk_store: Store) -> None:
    assert "does not stand in the article" in typed("content", "no such words")
    typed("content", "warplanes hit the drone")
    statement = pipeline.desk(desk_store).statements[_last(desk_store).target]
    text = desk_store.captures([statement.capture_id])[0].text
    assert [span.of(text) for span in statement.content] == ["warplanes hit the drone"]
    assert isinstance(statement.content[0], Span)


def test_one_verdict_for_a_whole_filter_is_one_entry_to_undo(typed: Typed, desk_store: Store) -> None:
    heard = typed("switch", "filter party:russia", "all disputed", "yes", "undo", "redo", "all verified", "", "all")
    count = len(live(desk_store.judgements()))
    assert count > 2
    assert f"Disputed for all {count} of this filter, {count} claims? One undo takes it back." in heard
    assert f"Saved: disputed for {count} claims. {count} of {count}," in heard
    assert len({j.group for j in live(desk_store.judgements())}) == 1
    typed("undo")
    assert live(desk_store.judgements()) == ()
    typed("all disputed", "no")
    assert live(desk_store.judgements()) == ()


def test_an_unknown_field_names_the_valid_ones(typed: Typed) -> None:
    heard = typed("filter partie:russia", "filter fields", "filter no such words at all", "disputed")
    assert "“partie:” is no field; did you mean party? Fields: party, side," in heard
    assert "after:2023-03-01" in heard
    assert "No disagreements. Nothing holds “no such words at all”" in heard
    assert "nothing is shown to decide on" in heard


def test_what_is_decided_leaves_a_filter_of_what_is_open(typed: Typed) -> None:
    heard = typed("switch", "filter status:open warplanes", "disputed")
    assert "Saved: disputed. 1 of 1," in heard
    assert heard.endswith("0 min. Everything is saved.") or "No claims here" in heard


def test_the_article_stands_around_the_words_in_brackets(typed: Typed) -> None:
    heard = typed("article")
    assert "Moscow has denied [that its warplanes hit the drone], saying" in heard


def test_blind_hides_what_others_decided(typed: Typed) -> None:
    typed("disputed", "note seen by ben", "flag", reviewer="ben", moves_on=False)
    seen, blind = typed(), typed("history", is_blind=True)
    assert "So: disputed" in seen
    assert "Note of ben: seen by ben" in seen
    assert "disputed" not in blind
    assert "ben" not in blind
    assert "No decisions yet." in blind


def test_what_another_reviewer_decides_arrives(desk_store: Store) -> None:
    target = desk_store.linked().claims[0].statement_ids[0]

    class Slow(Typist):
        def ask(self, prompt: str) -> str:
            if len(self.lines) == 1:
                desk_store.judge(judged(target, Verdict.DISPUTED, "ben", NOW))
            return super().ask(prompt)

    typist = Slow("next", "show")
    PlainDesk(
        desk_store, "ana", lambda: NOW, Prompts(typist.ask, typist.heard.append), is_blind=False, moves_on=True
    ).run()
    assert "Others added or decided something meanwhile." in typist.heard


def test_history_leads_to_a_claim(typed: Typed) -> None:
    heard = typed("disputed the film", "history", "1")
    assert "disputed · " in heard
    assert "Claim 1 of " in heard.split("To the claim of which decision?")[1] or "So: disputed" in heard


def test_a_note_is_written_in_an_editor(
    typed: Typed, desk_store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    assert "no editor is named" in typed("editor")
    script = tmp_path / "an editor.py"
    script.write_text("import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('first\\nsecond\\n')")
    monkeypatch.setenv("VISUAL", f"{sys.executable} '{script}'")
    typed("editor")
    assert _last(desk_store).why == "first\nsecond"
    monkeypatch.setenv("VISUAL", f"{sys.executable} -c pass")
    assert "No words, no note." in typed("editor")
    monkeypatch.setenv("VISUAL", "/no/such/editor")
    assert "could not be run" in typed("editor")
    script.write_text("import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('half'); sys.exit(1)")
    monkeypatch.setenv("VISUAL", f"{sys.executable} '{script}'")
    assert "ended with status 1" in typed("editor", "note", "")
    assert _last(desk_store).why == "half"


def test_hostile_words_are_shown_and_never_obeyed(typed: Typed, desk_store: Store) -> None:
    heard = typed("note \x1b[2J\u202eevil", "show", "filter \x1b]2;x\x07", moves_on=False)
    assert "\x1b" not in heard
    assert "\u202e" not in heard
    assert _last(desk_store).why == "\x1b[2J\u202eevil"


@pytest.mark.parametrize(("flag", "environ"), [(["--plain"], {}), ([], {"ACCESSIBLE": "1"})])
def test_it_works_through_a_pipe(desk_store: Store, tmp_path: Path, flag: list[str], environ: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "claimtrack", "review", *flag, "--db", str(desk_store.path), "--reviewer", "cyd"],
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), **environ},
        input=b"disputed \xff\nquit\n",
        capture_output=True,
        check=False,
    )
    assert (done.returncode, b"Saved: disputed." in done.stdout) == (0, True)
    assert (b"since ACCESSIBLE is set" in done.stderr) == bool(environ)
    assert _last(desk_store).reviewer == "cyd"
    assert b"\x1b" not in done.stdout

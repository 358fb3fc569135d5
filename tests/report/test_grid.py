import datetime
import io

from rich.console import Console, RenderableType

from claimtrack import pipeline
from claimtrack.models import RelationKind, Verdict
from claimtrack.pipeline import Desk
from claimtrack.report import EventReport, grid, timeline
from claimtrack.report.tables import grid_table, timeline_table
from claimtrack.review import judged
from claimtrack.store import Store
from tests.conftest import NOW
from tests.report.test_report import Golden
from tests.told import told


def _printed(document: RenderableType) -> str:
    out = io.StringIO()
    Console(file=out, width=80, highlight=False).print(document)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _event(*articles: tuple[str, str]) -> EventReport:
    """The report of the one event of articles, each with its day of March 2023."""
    read = [told(text, "Post", datetime.date(2023, 3, int(day))) for day, text in articles]
    captures, statements = [capture for capture, _ in read], [s for _, found in read for s in found]
    linked = pipeline.linked_from(captures, statements)
    (event,) = pipeline.reported(
        Desk({c.id: c for c in captures}, {s.id: s for s in statements}, linked, judgements=())
    ).events
    return event


def test_the_grid_and_the_timeline_as_they_print(desk_store: Store, golden: Golden) -> None:
    (event,) = pipeline.events(pipeline.desk(desk_store))
    golden("grid.txt", _printed(grid_table(grid(event), with_evidence=True)))
    golden("timeline.txt", _printed(timeline_table(timeline(event))))


def test_every_cell_leads_back_to_statements_and_every_claim_is_in_a_row(desk_store: Store) -> None:
    (event,) = pipeline.events(pipeline.desk(desk_store))
    shown = grid(event)
    for row in shown.rows:
        assert tuple(cell.side for cell in row.cells) == shown.sides
        for cell in row.cells:
            assert bool(cell.statement_ids) == (cell.stances != ("silent",))
    behind = {s for row in shown.rows for cell in row.cells for s in cell.statement_ids}
    assert behind == {line.statement_id for _, lines in event.accounts for line in lines}


def test_who_says_nothing_on_a_question_is_silent_and_no_more() -> None:
    event = _event(
        ("14", "{s1:Kyiv} {q1:said} {c1:that a missile had struck the school in Lviv}. NATO met on the missile."),
        ("15", "{s1:Moscow} {q1:denied} {c1:that its missile had struck the school in Lviv}."),
    )
    shown = grid(event)
    assert (shown.sides, shown.silent) == (("NATO", "Russia", "Ukraine"), ("NATO",))
    (row,) = shown.rows
    assert [cell.stances for cell in row.cells] == [("silent",), ("denies",), ("asserts",)]


def test_a_party_that_changes_its_account_contradicts_nobody() -> None:
    """Moscow denies on the 14th what it holds with Kyiv on the 16th."""
    event = _event(
        ("14", "{s1:Kyiv} {q1:said} {c1:that a Russian jet had struck the drone over the Black Sea}."),
        ("14", "{s1:Moscow} {q1:denied} {c1:that its jet had struck the drone over the Black Sea}."),
        ("16", "{s1:Moscow} {q1:admitted} {c1:that its jet had struck the drone over the Black Sea}."),
    )
    (change,) = event.changes
    assert (change.side, change.party) == ("Russia", "Government of Russia")
    assert [(a.line.date, a.line.stance.value) for a in (change.before, change.after)] == [
        ("2023-03-14", "denies"),
        ("2023-03-16", "concedes"),
    ]
    assert all({a.side for a in meeting.accounts} == {"Russia", "Ukraine"} for meeting in event.disagreements)
    (moscow,) = (voice for voice in timeline(event).voices if voice.side == "Russia")
    assert change in {found for position in moscow.positions for found in position.changes}


def test_a_lower_figure_of_one_party_is_a_change_and_a_higher_one_an_update() -> None:
    first = ("14", "{s1:The governor of Odesa} {q1:said} {c1:14 people were killed in the strike on the port}.")
    lower = ("16", "{s1:The governor of Odesa} {q1:said} {c1:11 people were killed in the strike on the port}.")
    higher = ("16", "{s1:The governor of Odesa} {q1:said} {c1:22 people were killed in the strike on the port}.")
    fell, rose = _event(first, lower), _event(first, higher)
    assert ([m.kind for m in fell.disagreements], len(fell.changes)) == ([], 1)
    assert ([m.kind for m in rose.updates], len(rose.changes)) == ([RelationKind.UPDATES], 0)
    (row,) = grid(fell).met
    assert [answer.words for cell in row.cells for answer in cell.answers] == ["14", "11"]


def test_an_article_tells_of_a_change_with_its_cues() -> None:
    text = (
        "{s1:The mayor of Odesa} {q1:said at first} {c1:that the town was calm}. "
        "{s2:He} {q2:said later} {c2:that the port had burned after shelling}."
    )
    event = _event(("14", text))
    (change,) = event.changes
    assert (change.before.line.quote, change.after.line.quote) == (
        "that the town was calm",
        "that the port had burned after shelling",
    )
    assert change.told.endswith("account on 2023-03-14")


def test_figures_stand_in_their_cells() -> None:
    event = _event(
        ("14", "{s1:Kyiv} {q1:said} {c1:14 people were killed in the strike on the port}."),
        ("14", "{s1:Moscow} {q1:said} {c1:2 people were killed in the strike on the port}."),
    )
    shown = _printed(grid_table(grid(event)))
    assert "“14”" in shown
    assert "“2”" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_unnamed_speakers_change_nothing() -> None:
    event = _event(
        ("14", "{s1:An official} {q1:said} {c1:14 people were killed in the strike on the port}."),
        ("16", "{s1:An official} {q1:said} {c1:11 people were killed in the strike on the port}."),
    )
    assert event.changes == ()


def test_two_parties_of_one_side_do_not_change_each_others_accounts() -> None:
    event = _event(
        ("14", "{s1:The governor of Odesa} {q1:said} {c1:14 people were killed in the strike on the port}."),
        ("16", "{s1:Ukraine's Defence Ministry} {q1:said} {c1:11 people were killed in the strike on the port}."),
    )
    assert (event.changes, len(event.disagreements)) == ((), 1)


def test_a_rejected_relation_changes_no_account(store: Store) -> None:
    """What a reviewer found to be no matter of one another is no change either."""
    for day, figure in ((14, 14), (16, 11)):
        text = f"{{s1:The governor of Odesa}} {{q1:said}} {{c1:{figure} people were killed in the strike on the port}}."
        capture, statements = told(text, "Post", datetime.date(2023, 3, day))
        store.add(capture, capture.text.encode(), statements)
    pipeline.link(store)
    (event,) = pipeline.events(pipeline.desk(store))
    (change,) = event.changes
    first, second = change.before.line.statement_id, change.after.line.statement_id
    store.judge(judged(first, Verdict.UNRELATED, "ana", NOW, other=second))
    (event,) = pipeline.reported(pipeline.desk(store)).events
    assert event.changes == ()


def test_who_holds_the_same_words_answers_the_same_question() -> None:
    event = _event(
        ("14", "{s1:Kyiv} {q1:said} {c1:that a Russian jet had struck the drone over the Black Sea}."),
        ("14", "{s1:Moscow} {q1:denied} {c1:that its jet had struck the drone over the Black Sea}."),
        ("15", "{s1:London} {q1:said} {c1:that a Russian jet had struck the drone over the Black Sea}."),
    )
    row = grid(event).rows[0]
    assert {cell.side: cell.stances for cell in row.cells} == {
        "Russia": ("denies",),
        "Ukraine": ("asserts",),
        "United Kingdom": ("asserts",),
    }


def test_who_declines_is_not_silent() -> None:
    accounts = (
        "{s1:Kyiv} {q1:said} {c1:that a Russian jet had struck the drone over the Black Sea}. "
        "{s2:Moscow} {q2:denied} {c2:that its jet had struck the drone}. "
    )
    event = _event(
        ("14", accounts + "{s3:The Pentagon} {q3:declined to comment}."),
        ("15", "{s1:London} {q1:refused to say} {c1:whether a jet had struck the drone}."),
        ("16", "{s1:Warsaw} {q1:declined to comment}. The drone over the Black Sea is lost."),
    )
    (row, *_) = grid(event).rows
    assert {cell.side: cell.stances for cell in row.cells} == {
        "Poland": ("silent",),
        "Russia": ("denies",),
        "Ukraine": ("asserts",),
        "United Kingdom": ("declines",),
        "United States": ("declines",),
    }
    assert "declined to comment" in _printed(grid_table(grid(event), with_evidence=True))

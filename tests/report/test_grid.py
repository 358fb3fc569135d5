import datetime
import io

from rich.console import Console, RenderableType

from claimtrack import pipeline
from claimtrack.models import RelationKind
from claimtrack.pipeline import Desk
from claimtrack.report import EventReport, grid, timeline
from claimtrack.report.tables import grid_table, timeline_table
from claimtrack.store import Store
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

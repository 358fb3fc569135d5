"""What is said about articles, from command to report, and back."""

import datetime

import pytest

from claimtrack import articles, attribution, pipeline, review
from claimtrack.errors import NothingFound, UsageError
from claimtrack.models import Axis, Verdict
from claimtrack.report.articles import Article
from claimtrack.store import Store
from tests.conftest import NOW
from tests.stories import drone
from tests.told import told

WIRE, BULLETIN = drone()[0]
OFFICES = """Visit announced

{s1:Marco Rubio} {q1:said} {c1:the visit would go ahead}. {s2:He} {q2:denied} {c2:that it had been put off}.
"""
DAY = datetime.date(2013, 5, 2)


def _describe(store: Store, wanted: str, minute: int = 0, **said: str) -> None:
    at = NOW + datetime.timedelta(minutes=minute)
    articles.describe(store, wanted, {Axis(name): value for name, value in said.items()}, "ana", at)


def test_what_is_said_about_an_article_stands_in_everything_derived_and_undo_takes_it_back(desk_store: Store) -> None:
    facts, before = desk_store.captures(), (desk_store.linked(), pipeline.reported(pipeline.desk(desk_store)))
    _describe(desk_store, WIRE.digest[:8], outlet="Port Wire", date="2023-03-20", url="https://example.org/a?b")
    described = WIRE.model_copy(
        update={
            "outlet": "Port Wire",
            "date": datetime.date(2023, 3, 20),
            "url": "https://example.org/a?b",
            "captured_at": NOW,
        }
    )
    desk = pipeline.desk(desk_store)
    assert desk.captures[WIRE.id] == described
    assert pipeline.article(desk_store, WIRE.id)[0] == described
    assert (desk.linked.events[0].first_day, desk.linked.events[0].last_day) == (BULLETIN.date, described.date)
    assert pipeline.event_desk(desk_store, desk.linked.events[0].id).captures == desk.captures
    assert desk_store.captures() == facts
    assert len(pipeline.undo(desk_store, "ana", NOW + datetime.timedelta(minutes=1))) == 3
    assert (desk_store.linked(), pipeline.reported(pipeline.desk(desk_store))) == before
    pipeline.redo(desk_store, "ana", NOW + datetime.timedelta(minutes=2))
    assert pipeline.desk(desk_store).captures[WIRE.id] == described


def test_the_newest_word_on_an_article_stands_and_unknown_takes_it_away(desk_store: Store) -> None:
    _describe(desk_store, WIRE.digest[:8], outlet="One")
    _describe(desk_store, WIRE.digest[:8], 1, outlet="Two", date="unknown")
    assert next((a.outlet, a.date) for a in articles.listed(desk_store)) == ("Two", None)
    pipeline.undo(desk_store, "ana", NOW + datetime.timedelta(minutes=2))
    assert next((a.outlet, a.date) for a in articles.listed(desk_store)) == ("One", WIRE.date)


def test_a_date_tells_who_held_an_office_as_if_it_had_been_given_at_once(store: Store) -> None:
    undated, statements = told(OFFICES)
    store.add(undated, undated.text.encode(), statements)
    pipeline.link(store)
    _describe(store, undated.digest[:8], date=DAY.isoformat())
    dated, at_once = told(OFFICES, date=DAY)
    assert tuple(pipeline.desk(store).statements.values()) == at_once
    assert at_once != statements
    (event,) = store.linked().events
    assert tuple(pipeline.event_desk(store, event.id).statements.values()) == at_once
    assert pipeline.article(store, undated.id) == (dated, at_once)
    assert store.statements() == statements


def test_a_withdrawn_article_counts_nowhere_until_it_is_restored(desk_store: Store) -> None:
    before = desk_store.linked()
    articles.withdraw(desk_store, BULLETIN.digest[:8], "ana", NOW, "a forgery")
    desk = pipeline.desk(desk_store)
    assert list(desk.captures) == [WIRE.id]
    assert {s.capture_id for s in desk.statements.values()} == {WIRE.id}
    assert [(a.id, a.statements, a.withdrawn) for a in articles.listed(desk_store)] == [
        (WIRE.id, 4, False),
        (BULLETIN.id, 2, True),
    ]
    with pytest.raises(UsageError, match="withdrawn already"):
        articles.withdraw(desk_store, BULLETIN.digest[:8], "ana", NOW)
    articles.withdraw(desk_store, BULLETIN.digest[:8], "ben", NOW + datetime.timedelta(minutes=1), restores=True)
    assert desk_store.linked() == before
    assert [j.verdict for j in desk_store.judgements()] == [Verdict.WITHDRAWN, Verdict.RESTORED]


def test_one_article_is_shown_with_its_statements_as_lines(desk_store: Store) -> None:
    found = articles.shown(desk_store, BULLETIN.id)
    assert found.article == Article(
        id=BULLETIN.id,
        digest=BULLETIN.digest,
        name="told",
        headline="No contact with drone, ministry says",
        outlet="Eastern Bulletin",
        date=datetime.date(2023, 3, 15),
        url=None,
        media_type="text/plain",
        captured_at=NOW,
        statements=2,
        withdrawn=False,
    )
    assert list(found.lines) == [s.id for s in found.statements]


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ({"outlet": " "}, "the outlet is empty"),
        ({"date": "2017-14-10"}, "2017-14-10 is not a date"),
        ({"outlet": "Harbour Wire"}, "is described so already"),
    ],
)
def test_what_says_nothing_new_is_refused(desk_store: Store, said: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        _describe(desk_store, WIRE.digest[:8], 0, **said)
    assert desk_store.judgements() == ()


def test_an_article_is_found_by_file_address_id_or_digest() -> None:
    one = WIRE.model_copy(update={"name": "folder/wire.txt", "url": "https://example.org/wire"})
    for wanted in ("wire.txt", "folder/wire.txt", one.url or "", one.id, one.id[8:14], one.digest[:6].upper()):
        assert review.find_article(wanted, [one, BULLETIN]) == one
    for wanted in ("", "abc", "other.txt"):
        with pytest.raises(NothingFound, match="names no article"):
            review.find_article(wanted, [one, BULLETIN])
    with pytest.raises(UsageError, match="names 2 articles"):
        review.find_article("told", [WIRE, BULLETIN])


def test_no_one_judges_an_article_that_is_not_there(desk_store: Store) -> None:
    nowhere = WIRE.model_copy(update={"digest": "0" * 64})
    with pytest.raises(NothingFound, match="no article"):
        desk_store.judge(review.describing(nowhere, Axis.OUTLET, "One", "ana", NOW))


def test_an_article_parsed_with_its_date_is_what_describing_makes_of_it() -> None:
    undated, _ = told(OFFICES)
    dated = undated.model_copy(update={"date": DAY})
    made = review.describing(undated, Axis.DATE, DAY.isoformat(), "ana", NOW)
    parsed = attribution.parse(undated).statements
    assert pipeline.as_decided([undated], parsed, [made]) == attribution.parse(dated).statements

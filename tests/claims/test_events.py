import datetime
import random
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import pipeline
from claimtrack.claims import claims, events, utterances
from claimtrack.claims.frames import frames, matches
from claimtrack.models import Capture, Claim, RelationKind, Statement, Verdict
from claimtrack.review import judged
from claimtrack.store import Store
from tests.conftest import NOW
from tests.stories import drone
from tests.told import told

MARCH = """Title: Thousands march in Barcelona
Date: 2023-09-11
Outlet: Mediterrani

{s1:The Catalan National Assembly} {q1:said} {c1:800,000 people marched in Barcelona}.
{s2:City police} {q2:said} {c2:115,000 people marched in Barcelona}.
"""


def _pile() -> tuple[list[Capture], list[Statement]]:
    captures, statements = drone()
    capture, more = told(MARCH)
    return [*captures, capture], [*statements, *more]


def test_two_stories_are_two_events_with_names_a_person_would_give() -> None:
    linked = pipeline.linked_from(*_pile())
    assert [event.name for event in linked.events] == [
        "Drone, Black Sea, March 2023",
        "People, Barcelona, September 2023",
    ]
    assert [len(event.statement_ids) for event in linked.events] == [6, 2]
    assert (linked.events[0].first_day, linked.events[0].last_day) == (
        datetime.date(2023, 3, 14),
        datetime.date(2023, 3, 15),
    )


@settings(max_examples=15, deadline=None)
@given(st.randoms())
def test_the_order_of_arrival_changes_nothing(chance: random.Random) -> None:
    captures, statements = _pile()
    expected = pipeline.linked_from(captures, statements)
    chance.shuffle(captures)
    chance.shuffle(statements)
    assert pipeline.linked_from(captures, statements) == expected


@settings(max_examples=15, deadline=None)
@given(st.randoms(), st.data())
def test_the_order_of_arrival_changes_nothing_that_was_decided(chance: random.Random, data: st.DataObject) -> None:
    captures, statements = _pile()
    ids = st.sampled_from(sorted(statement.id for statement in statements))
    verdicts = st.sampled_from((Verdict.EVENT_MERGED, Verdict.EVENT_SPLIT))
    drawn = data.draw(st.lists(st.tuples(verdicts, ids, ids), max_size=4))
    decisions = [
        judged(one, verdict, "ana", NOW + datetime.timedelta(minutes=minute), other=other)
        for minute, (verdict, one, other) in enumerate(drawn)
    ]
    expected = pipeline.linked_from(captures, statements, decisions)
    chance.shuffle(captures)
    chance.shuffle(statements)
    assert pipeline.linked_from(captures, statements, decisions) == expected
    assert sorted(s for event in expected.events for s in event.statement_ids) == sorted(s.id for s in statements)


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(3)))
def test_articles_that_come_later_join_the_events_as_if_they_had_come_first(order: list[int]) -> None:
    captures, statements = _pile()
    with TemporaryDirectory() as folder, Store(Path(folder) / "x.db", may_make=True) as store:
        for at in order:
            own = tuple(s for s in statements if s.capture_id == captures[at].id)
            store.add(captures[at], captures[at].text.encode(), own)
            pipeline.link(store)
        assert store.linked() == pipeline.linked_from(captures, statements)


def test_every_statement_is_in_one_event_and_one_claim() -> None:
    captures, statements = _pile()
    linked = pipeline.linked_from(captures, statements)
    ids = sorted(statement.id for statement in statements)
    assert sorted(s for event in linked.events for s in event.statement_ids) == ids
    assert sorted(s for claim in linked.claims for s in claim.statement_ids) == ids


def _claims(*marked: str) -> tuple[Claim, ...]:
    captures, statements = zip(*(told(text, f"Outlet {i}") for i, text in enumerate(marked)), strict=True)
    found = [u for c, own in zip(captures, statements, strict=True) for u in utterances(c, own)]
    return claims(events(found), found)


def test_one_side_saying_one_thing_twice_is_one_claim() -> None:
    one = "{s1:Moscow} {q1:has denied} {c1:that its warplanes hit the drone over the sea}."
    other = "{s1:The Kremlin} {q1:denied} {c1:that its warplanes hit the drone over the sea} once more."
    assert [len(claim.statement_ids) for claim in _claims(one, other)] == [2]


def test_another_figure_or_another_side_is_another_claim() -> None:
    ten = "{s1:Kyiv} {q1:said} {c1:ten people died in the strike on the station}."
    twelve = "{s1:Kyiv} {q1:said} {c1:twelve people died in the strike on the station}."
    theirs = "{s1:Moscow} {q1:said} {c1:ten people died in the strike on the station}."
    assert len(_claims(ten, twelve, theirs)) == 3


def test_frames_know_what_is_asserted_negated_and_to_come() -> None:
    capture, statements = told(
        "{s1:Moscow} {q1:said} {c1:its jets did not touch the drone that fell into the sea and will keep flying}."
    )
    (utterance,) = utterances(capture, statements)
    found = {f.predicate.lemma: (f.is_main, f.is_negated, f.is_to_come) for f in frames(utterance)}
    assert found["touch"] == (True, True, False)
    assert found["fall"] == (False, False, False)


def test_frames_match_by_meaning_and_need_an_argument() -> None:
    (wire, _), statements = drone()
    (us, moscow, *_) = utterances(wire, [s for s in statements if s.capture_id == wire.id])
    (best, *_) = matches(us, moscow)
    assert (best.a.predicate.text, best.b.predicate.text, best.predicate) == ("struck", "hit", 0.9)


def test_a_quotation_without_end_costs_no_more_than_a_long_clause() -> None:
    """Every word of a clause is compared with every other, so no clause may be endless."""
    words = "the jet struck the drone " * 2000
    capture, statements = told(
        f"{{s1:Moscow}} {{q1:said}} {{c1:{words}over the sea}}. {{s2:Kyiv}} {{q2:denied}} {{c2:it}}."
    )
    found = list(utterances(capture, statements))
    assert max(len(frame.clause) for frame in frames(found[0])) == 40
    assert len(events(found)) == 1


def test_that_account_is_the_nearest_one() -> None:
    captures, statements = told(
        "{s1:The union} {q1:said} {c1:wages at the Seoul plant had fallen}. "
        "{s2:The union} {q2:said} {c2:production at the plant had stopped}. "
        "{s3:Samsung} {q3:rejected} {c3:that account}."
    )
    linked = pipeline.linked_from([captures], statements)
    by_claim = {claim.id: claim.statement_ids for claim in linked.claims}
    (relation,) = linked.relations
    assert {*by_claim[relation.a], *by_claim[relation.b]} == {statements[1].id, statements[2].id}


def test_an_accusation_farther_above_is_denied_too_if_it_names_the_denier() -> None:
    filling = "The town lies on a river. It has a market, a mill and two schools, and its people grow wheat. " * 4
    captures, statements = told(
        "{s1:Kyiv} {q1:said} {c1:Russian forces had shelled the clinic in Kramatorsk}. "
        + filling
        + "{s2:Moscow} {q2:rejected} {c2:the charge}."
    )
    (relation,) = pipeline.linked_from([captures], statements).relations
    assert relation.kind == RelationKind.CONTRADICTS


def _count(*articles: tuple[str, str]) -> int:
    read = [told(text, date=datetime.date.fromisoformat(day)) for day, text in articles]
    return len(pipeline.linked_from([c for c, _ in read], [s for _, found in read for s in found]).events)


def test_an_article_months_later_is_about_the_event_if_it_names_its_time() -> None:
    raid = "{s1:Kabul} {q1:said} {c1:that gunmen had fired from the hospital in Kunduz before the raid}."
    later = "{s1:The Pentagon} {q1:said} {c1:that error and failing radios, no crime, led a crew to Kunduz}."
    then = ("2015-10-04", raid)
    assert _count(then, ("2016-04-29", later)) == 2
    assert _count(then, ("2016-04-29", f"{later} The raid was in October.")) == 1
    assert _count(then, ("2017-04-29", f"{later} The 2015 raid is not forgotten.")) == 1
    assert _count(then, ("2016-04-29", f"{later} The talks are in November.")) == 2


def test_a_rare_name_leads_back_to_a_story_of_another_year_and_a_city_does_not() -> None:
    def articles(name: str) -> list[tuple[str, datetime.date]]:
        first = f"""Blasts tear {name} pipeline
Both lines of the {name} pipeline lost gas after blasts at sea.

{{s1:Kyiv}} {{q1:said}} {{c1:the pipeline blasts were sabotage}}."""
        later = f"""{name}: a general speaks
A general in retirement rejects a report that he led the divers who blew a hole into a gas pipeline near {name}.

{{s1:The general}} {{q1:denied}} {{c1:that he had given any such order from his office}}."""
        return [(first, datetime.date(2022, 9, 28)), (later, datetime.date(2024, 8, 16))]

    def count(name: str) -> int:
        read = [told(text, "Post", day) for text, day in articles(name)]
        return len(events([u for capture, statements in read for u in utterances(capture, statements)]))

    assert (count("Baltstream"), count("Munich")) == (1, 2)


def test_articles_of_one_week_that_begin_alike_in_sense_are_one_story_though_few_words_are() -> None:
    vessels = """Three Ukrainian ships violate Russia's state border, FSB says
MOSCOW, November 25. {c1:Three Ukrainian ships crossed the border and were heading for Kerch}, {s1:the FSB} {q1:said}.

{s2:The FSB} {q2:said} {c2:weapons had been used to force them to stop}."""
    law = """Ukraine's parliament backs martial law
Parliament voted for martial law after Russia seized three ships and 23 sailors off Crimea.

{s1:Kyiv} {q1:insists} {c1:that the vessels were in neutral waters}."""
    nurses = """Nurses strike at hospital
Nurses walked out for a third day in a dispute over night shifts.

{s1:The union} {q1:said} {c1:the ministry had not kept its word}."""
    day = datetime.date(2018, 11, 26)
    read = [told(text, "Post", day) for text in (vessels, law, nurses)]
    found = [u for capture, statements in read for u in utterances(capture, statements)]
    assert [len(event.statement_ids) for event in events(found)] == [3, 1]

"""Long articles tell of many things: words that meet there by chance make no conflict."""

import datetime

import pytest

from claimtrack.claims.utterance import Utterance, utterances
from claimtrack.conflicts import relate
from claimtrack.models import CONFLICTS
from tests.told import told

_REST = "\n\n" + " ".join(
    f"On day {day} of the strike the ferries stayed in harbour, and nobody knew when they would sail."
    for day in range(30)
)
_DAY = datetime.date(2024, 3, 1)

BY_CHANCE = [
    # words of one matter, of other things
    ("{s1:Prosecutors} {q1:said} {c1:agents of a spy agency paid the hackers}.",
     "{s1:The firm} {q1:said} {c1:the hackers wanted the mail of journalists}."),
    # tolls of other people, of another event, of a whole war
    ("{s1:Police} {q1:said} {c1:six policemen were killed in an attack on a checkpoint in Marjah}.",
     "{s1:The governor} {q1:said} {c1:13 fighters were killed in an attack on a checkpoint in Marjah}."),
    ("{s1:The army} {q1:said} {c1:12 people were killed when a bomb hit the bus station}.",
     "{s1:Medics} {q1:said} {c1:another 30 people were killed when a bomb hit the market}."),
    ("{s1:Medics} {q1:said} {c1:14 people were killed in the raid on the town}.",
     "{s1:The charity} {q1:said} {c1:10,000 people were killed in the war over the town}."),
    # seas and states with a name of two words
    ("{s1:The coast guard} {q1:said} {c1:Chinese ships had entered Japan's waters}.",
     "{s1:The navy} {q1:said} {c1:a Japanese ship would sail through the South China Sea}."),
    ("{s1:Washington} {q1:said} {c1:the missile system was deployed against targets in North Korea}.",
     "{s1:Beijing} {q1:said} {c1:the missile system was deployed in South Korea}."),
    # bodies are no deeds
    ("{s1:The minister} {q1:rejected} {c1:calls for the government to protect the status of foreign workers}.",
     "{s1:The party} {q1:said} {c1:the government had a clear mandate ahead of talks on foreign workers}."),
]  # fmt: skip

OF_ONE_MATTER = [
    # anybody may be among the people
    ("{s1:Police} {q1:said} {c1:12 protesters were killed in the crackdown in the square}.",
     "{s1:Medics} {q1:said} {c1:45 people were killed in the crackdown in the square}."),
    ("{s1:A source} {q1:said} {c1:the dam was out of service after its power station was damaged}.",
     "{s1:The SDF} {q1:denied} {c1:that the dam was damaged}."),
    ("{s1:The refugee agency} {q1:said} {c1:39 people were injured in the attack on the boat}.",
     "{s1:The Red Cross} {q1:said} {c1:29 people were wounded in the attack on the boat}."),
    ("{s1:Beijing} {q1:said} {c1:the three ships sailed within China's territorial sea}.",
     "{s1:Tokyo} {q1:said} {c1:the Chinese ships spent two hours in Japanese territorial waters}."),
    ("{s1:The opposition} {q1:said} {c1:the minister lied to the committee about his meetings}.",
     "{s1:The minister} {q1:said} {c1:his answer to the committee about his meetings was honest}."),
]  # fmt: skip


def _long(marked: str) -> Utterance:
    (found,) = utterances(*told(marked + _REST, date=_DAY))
    return found


def _conflicts(a: Utterance, b: Utterance) -> list[str]:
    return [found.reasons[0].code.value for found in relate(a, b) if found.kind in CONFLICTS]


@pytest.mark.parametrize(("a", "b"), BY_CHANCE)
def test_words_that_meet_by_chance_are_no_conflict(a: str, b: str) -> None:
    assert _conflicts(_long(a), _long(b)) == []


@pytest.mark.parametrize(("a", "b"), OF_ONE_MATTER)
def test_accounts_of_one_matter_meet_in_long_articles_too(a: str, b: str) -> None:
    assert len(_conflicts(_long(a), _long(b))) == 1


def test_only_a_charge_is_what_a_denied_charge_points_at() -> None:
    text = (
        "{s1:Malaysia} {q1:said} {c1:North Koreans would need a visa from Monday}. "
        "{s2:Seoul} {q2:said} {c2:agents of the North had poisoned him}. "
        "{s3:Pyongyang} {q3:denied} {c3:the accusations}."
    )
    visa, poison, denial = utterances(*told(text + _REST))
    assert (_conflicts(visa, denial), _conflicts(poison, denial)) == ([], ["denial"])


def test_tolls_weeks_apart_are_of_two_events() -> None:
    one, other = (
        "{s1:Medics} {q1:said} {c1:35 people were wounded in the blast}.",
        "{s1:Police} {q1:said} {c1:eight people were wounded in the blast}.",
    )
    (first,), (next_day,), (later,) = (
        utterances(*told(text, date=_DAY + datetime.timedelta(days=days)))
        for text, days in ((one, 0), (other, 1), (other, 34))
    )
    assert (_conflicts(first, next_day), _conflicts(first, later)) == (["number"], [])

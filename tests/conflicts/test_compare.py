"""Pairs that somebody asks about, as `claimtrack compare` reads them."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimtrack import exchange

CASES = [json.loads(line) for line in Path("seeds/cases/pairs.jsonl").read_text("utf-8").splitlines()]
RELATIONS = {"contradicts", "corroborates", "qualifies", "compatible", "unrelated"}

KNOWN = [
    # ways in which it came about
    ("The harbour office said a sea mine sank the ferry.", "The owner said the ferry sank in a storm.",
     "contradicts", "cause", ("sea mine", "storm")),
    # doers without a state
    ("The farmers' league said hunters started the fire.", "The hunters' club said campers started the fire.",
     "contradicts", "agent", ("hunters started", "campers started")),
    # how long, though "before" follows
    ("The fire service said crews entered the tower within 20 minutes.",
     "Tenants said crews waited 50 minutes before entering.",
     "contradicts", "time", ("20 minutes", "50 minutes")),
    # whose waters it was in
    ("Rabat said the trawler entered Moroccan waters.", "Madrid said the boat was fishing in Spanish waters.",
     "contradicts", "place", ("entered Moroccan waters", "in Spanish waters")),
    # where those work who tell, and what it came of, are no places of it
    ("The island's government said 41 people died because of Hurricane Tessa.",
     "Doctors at Ardan Medical College estimated 1,300 deaths.",
     "contradicts", "numeric", ("41", "1,300")),
    # a drill, or meant for somebody
    ("The navy said the frigate held a gunnery exercise.",
     "Fishermen said the frigate had fired warning shots at them.",
     "contradicts", "antonym", ("gunnery exercise", "warning shots")),
    # whether anybody was inside
    ("The army said the school was empty.", "Teachers said families were inside.",
     "contradicts", "antonym", ("empty", "were inside")),
    # whether they said who they were
    ("The agents said they announced themselves at the door.", "The owner said the men came in without knocking.",
     "contradicts", "antonym", ("announced themselves", "without knocking")),
    # the weather, but not a warning of it
    ("The owner said a sudden storm had overturned the ferry.", "The harbour office said the lake was calm.",
     "contradicts", "antonym", ("storm", "lake was calm")),
    ("The weather service said it had sent a storm warning.", "The harbour office said the lake was calm that day.",
     "compatible", "none", None),
    # a permit, and the laws of war
    ("The ministry said it had suspended the mine's permit.", "The mine's owner said its permit remained valid.",
     "contradicts", "antonym", ("suspended the mine's permit", "remained valid")),
    ("Washington called the strike a violation of the laws of war.", "Khartoum said the strike was fully lawful.",
     "contradicts", "antonym", ("violation of the laws of war", "lawful")),
    # who supplied what
    ("The rebels said the drone had been supplied by Iran.", "Iran denied sending drones to the army.",
     "contradicts", "denial", None),
    # when, seen from what happened, is not another time
    ("The army said it had dropped leaflets over the town two days before the strike.",
     "Residents said they had seen no leaflets.",
     "contradicts", "negation", ("leaflets", "no leaflets")),
    # turnouts, in other words
    ("The commission said 61 percent of registered voters took part in the referendum.",
     "The opposition said turnout was no higher than 35 percent.",
     "contradicts", "numeric", None),
    # whose ground it was
    ("Bishkek said its patrol was on Kyrgyz territory.", "Dushanbe said the clash took place inside Tajikistan.",
     "contradicts", "place", ("on Kyrgyz territory", "took place inside Tajikistan")),
    # the law, in other words
    ("The ministry said the walkout complied with the law.", "The firm said the walkout was unlawful.",
     "contradicts", "antonym", ("complied with the law", "unlawful")),
    # each counts its own
    ("The Kyrgyz army said two of its guards were killed.", "The Tajik army said three Tajik soldiers had died.",
     "compatible", "none", None),
    # whether it made way
    ("The owner said the freighter was on course for Lagos.", "The coastguard said the freighter lay adrift all night.",
     "contradicts", "antonym", ("on course", "adrift")),
    # one side's first account, and its next
    ("Rail officials at first said a signal failure caused the crash.",
     "Rail officials said a week later that a bomb had caused the crash.",
     "contradicts", "cause", None),
    # times
    ("The ministry said the market closed at nine.", "Traders said the market closed at seven.",
     "contradicts", "time", ("at nine", "at seven")),
    # staged proof
    ("The army said its footage showed the raid.", "The rebels said the footage was staged.",
     "contradicts", "modality", ("footage", "staged")),
    # places of a figure
    ("The union said 90,000 people marched nationwide.", "The union said 4,000 people marched in Porto.",
     "compatible", "none", None),
    # a confirmed figure leaves room
    ("The mayor said 900 people were killed in the flood.", "The health agency said 300 deaths had been confirmed.",
     "qualifies", "modality", None),
    # both sides of an opposite
    ("The mine's owner said all 12 men had died.", "The rescue service said none of the 12 men had survived.",
     "corroborates", "none", None),
    # a denial that misses
    ("The league said the striker missed two tests.", "The club denied that the striker had left the country.",
     "compatible", "none", None),
    # antonyms, as the dictionary has them
    ("The harbour office said the lock was open.", "The skippers said the lock was closed.",
     "contradicts", "antonym", ("open", "closed")),
    ("The minister said the test had been a failure.", "The lab said the test had succeeded.",
     "contradicts", "antonym", ("a failure", "succeeded")),
    # two opposites at once are none
    ("The bank said imports of rice rose.", "The millers said exports of rice fell.",
     "compatible", "none", None),
    # whom there was none of
    ("The council said it had told nobody about the gas.", "The firm said the council had told the firm about the gas.",
     "contradicts", "negation", None),
    # what there was no such thing as
    ("The pilot said he had asked for a tow.", "The tower said there had been no such request.",
     "contradicts", "negation", ("asked", "request")),
    # a bound is no negation
    ("The mill said the leak was no larger than 40 barrels.", "Anglers said the leak was at least 900 barrels.",
     "contradicts", "numeric", ("no larger than 40", "at least 900")),
    # causes told outright
    ("The airline said fog caused the delay.", "The crews said the delay was due to a lack of staff.",
     "contradicts", "cause", ("fog", "lack of staff")),
    # before and after
    ("The clerk said the parcel came before the vote.", "The speaker said the parcel came after the vote.",
     "contradicts", "time", ("before the vote", "after the vote")),
    # a denial that agrees with a negation
    ("The mill denied dumping waste in the lake.", "The inspector said the mill had not dumped waste in the lake.",
     "corroborates", "none", None),
    # two who deny their own doings
    ("The mayor denied taking gifts from a builder.", "The umpire denied taking gifts from a club.",
     "compatible", "none", None),
    # one speaker
    ("The clinic said the boy had no fever on Monday.", "The clinic said the boy had a fever on Friday.",
     "compatible", "none", None),
    # two happenings of one sort
    ("Rescuers said 40 people died when the ferry sank.", "Rescuers said 40 people died when the bridge fell.",
     "unrelated", "none", None),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation", "kind", "words"), KNOWN)
def test_pairs(a: str, b: str, relation: str, kind: str, words: tuple[str, str] | None) -> None:
    answer = exchange.compare({"a": {"text": a}, "b": {"text": b}})
    assert (answer["relation"], answer["type"]) == (relation, kind)
    if words:
        (reason, *_) = answer["reasons"]
        assert (reason["a"], reason["b"]) == words


@pytest.mark.parametrize(("a", "b", "relation", "kind", "words"), KNOWN)
def test_a_pair_turned_round_is_the_same(
    a: str, b: str, relation: str, kind: str, words: tuple[str, str] | None
) -> None:
    answer = exchange.compare({"a": {"text": b}, "b": {"text": a}})
    assert (answer["relation"], answer["type"]) == (relation, kind)
    if words:
        (reason, *_) = answer["reasons"]
        assert (reason["b"], reason["a"]) == words


def test_headlines_tell_whether_two_sentences_are_of_one_event() -> None:
    a = {"text": "The owner said a freak wave overturned it.", "context": {"headline": "Ferry overturns off Tarrow"}}
    told = {"text": "Survivors said it turned over because it was overloaded."}
    near = exchange.compare({"a": a, "b": told | {"context": {"headline": "Tarrow ferry was full, survivors say"}}})
    far = exchange.compare({"a": a, "b": told | {"context": {"headline": "Lorry blocks the road to the mountains"}}})
    assert (near["relation"], near["type"]) == ("contradicts", "cause")
    assert far["relation"] == "unrelated"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (" ", "a.text is empty"),
        ("Das Ministerium erklärte gestern, der Damm sei gesprengt worden.", "a.text does not look like English"),
        ("Kyiv said " + "the dam was blown up and " * 10_000, "a.text is longer than"),
        ("Kyiv said \ud800 fell on the town.", ""),
        ("the dam was blown up", ""),
        ("1 2 3 4 " * 100, "a.text does not look like English"),
    ],
)
def test_bad_input_gives_an_answer_with_a_note(text: str, problem: str) -> None:
    answer = exchange.compare({"a": {"text": text}, "b": {"text": "Moscow said the dam was shelled."}})
    assert answer["relation"] in RELATIONS
    assert [note[: len(problem)] for note in answer.get("problems", [])] == ([problem] if problem else [])


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_every_labelled_case_is_sound_and_gives_an_answer_without_a_problem(case: dict[str, Any]) -> None:
    assert case["relation"] in RELATIONS
    assert case["same_event"] == (case["relation"] != "unrelated")
    answer = exchange.compare(case)
    assert "problems" not in answer
    assert all(r["a"] in case["a"]["text"] and r["b"] in case["b"]["text"] for r in answer["reasons"])


def test_the_labelled_cases_are_many_and_of_many_kinds() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) >= 60
    assert {"labour", "election", "health", "sport", "business", "disaster"} <= {case["kind"] for case in CASES}

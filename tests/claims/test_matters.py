"""Matters: what a content answers, negations counted."""

import pytest

from claimtrack.claims import utterances
from claimtrack.claims.apart import are_apart
from claimtrack.claims.clauses import clauses, negations
from claimtrack.claims.matters import mentions
from claimtrack.claims.scene import APART, scene
from claimtrack.claims.utterance import Utterance
from claimtrack.language.words import tokens
from tests.told import told


def _said(content: str) -> Utterance:
    (found,) = utterances(*told(f"{{s1:The union}} {{q1:said}} {{c1:{content}}}."))
    return found


@pytest.mark.parametrize(
    ("content", "matter", "answers"),
    [
        ("the walkout had disrupted production", "disruption", [True]),
        ("there had been no disruption to production", "disruption", [False]),
        ("output was running as planned", "disruption", [False]),
        ("the line had dropped out of normal operation", "disruption", [True]),
        ("the operator failed to warn the valley", "warning", [False]),
        ("the sirens never sounded", "warning", [False]),
        ("a patrol boat fired warning shots", "warning", []),  # "warning shots" are shots
        ("a patrol boat fired warning shots", "shots", [True, True]),
        ("the vote had been free and fair", "fair vote", [True]),
        ("no one had reported a fight prior to the air strike", "bombs", []),  # the strike only dates
        ("the anti-doping agency had met", "doping", []),
    ],
)
def test_answers(content: str, matter: str, answers: list[bool]) -> None:
    assert [m.is_so for m in mentions(_said(content)) if m.matter.name == matter] == answers


def test_a_mention_quotes_its_words() -> None:
    said = _said("the tap water was contaminated")
    assert {m.span.of(said.capture.text) for m in mentions(said)} == {"contaminated"}


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("it had not", 1),
        ("nobody had failed to", 2),
        ("not only", 0),
        ("there was no doubt", 0),
        ("free of", 1),
        ("", 0),
    ],
)
def test_negations(words: str, count: int) -> None:
    assert negations(tokens(words)) == count


def test_clauses_tell_what_is_said_outright() -> None:
    found = clauses(_said("the idea that the raid was dismissed as a mistake although nobody asked"))
    assert [(" ".join(w.text for w in c.words), c.is_main) for c in found] == [
        ("the idea", True),
        ("that the raid was dismissed as a mistake", True),
        ("although nobody asked", False),
    ]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("the ferry sank", "the bridge fell", True),
        ("the ferry sank", "the boat was overloaded", False),
        ("shops closed in Ardan", "shops closed in Selm", True),
        ("crowds met on 9 June", "crowds met on 16 June", True),
        ("crowds met on 9 June", "crowds met in June", False),
        ("Russian troops crossed the river", "Kyrgyz troops crossed the river", True),
        ("the jet was in Russian airspace", "the plane kept to Kyrgyz airspace", False),
        ("the pay was late", "the pay was withheld", False),
    ],
)
def test_what_tells_two_happenings_apart(a: str, b: str, expected: bool) -> None:
    assert are_apart(_said(a), _said(b)) == are_apart(_said(b), _said(a)) == expected


def test_common_words_are_those_that_many_statements_share() -> None:
    said = [_said(f"the ferry was {word}") for word in ("late", "full", "old", "slow", "small", "red", "new")]
    assert "ferry" in scene(said).common
    assert not {"late", "full"} & scene(said).common
    assert scene(said[:3]) == APART

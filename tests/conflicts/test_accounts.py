"""Labelled accounts: how labels follow from answers, and that the files say what their README says."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from claimtrack.conflicts.train.accounts import Label, label, pairs

FOLDER = Path("seeds/accounts")
LABELS = [
    ({"says": ["q1A"]}, {"says": ["q1B"]}, Label.OPPOSED),
    ({"says": ["q1A"]}, {"denies": ["q1A"]}, Label.OPPOSED),
    ({"says": ["q1A"]}, {"says": ["q1A", "q2B"]}, Label.ALIKE),
    ({"denies": ["q1A"]}, {"denies": ["q1A"]}, Label.ALIKE),
    ({"says": ["q1B"]}, {"denies": ["q1A"]}, Label.NOTHING),
    ({"open": ["q1A"]}, {"denies": ["q1B"]}, Label.LEFT_OPEN),
    ({"says": ["q1A"]}, {"says": ["q2A"]}, Label.NOTHING),
    ({}, {"says": ["q2A"]}, Label.NOTHING),
]


@pytest.mark.parametrize(("one", "other", "expected"), LABELS)
def test_labels_follow_from_answers(one: dict[str, Any], other: dict[str, Any], expected: Label) -> None:
    assert label(one, other) == label(other, one) == expected


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.jsonl")), ids=lambda path: path.stem)
def test_every_label_is_an_answer_to_a_question_of_its_event(path: Path) -> None:
    for event in map(json.loads, path.read_text("utf-8").splitlines()):
        answers = {question + letter for question, found in event["questions"].items() for letter in found}
        for statement in event["statements"]:
            assert statement["by"]
            assert statement["text"]
            given = {answer for key in ("says", "denies", "open") for answer in statement.get(key, ())}
            assert given <= answers


def test_what_is_held_out_is_in_no_other_file() -> None:
    told = {path.stem: set(_texts(path)) for path in FOLDER.glob("*.jsonl")}
    held_out = told.pop("held-out")
    assert held_out.isdisjoint(set().union(*told.values()))


def test_unrelated_pairs_are_as_many_as_asked_for() -> None:
    found = pairs([FOLDER / "held-out.jsonl"], 1.0, random.Random(1))
    related = sum(pair.label != Label.NOTHING for pair in found)
    assert related < len(found) <= 2 * related + 8 * 50


def _texts(path: Path) -> list[str]:
    events = map(json.loads, path.read_text("utf-8").splitlines())
    return [statement["text"] for event in events for statement in event["statements"]]

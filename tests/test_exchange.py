"""The machine interfaces: documented fields, one line out for each line in, nothing kept."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from claimtrack import exchange


def _ask(answer: exchange.Answer, *asked: object) -> list[dict[str, Any]]:
    lines = (line if isinstance(line, str) else json.dumps(line) for line in asked)
    return [json.loads(line) for line in exchange.answers(lines, answer)]


def test_parse() -> None:
    text = "Moscow has denied that its warplanes hit the drone."
    (answer,) = _ask(exchange.parse, {"doc_id": "a", "text": text})
    assert answer == {
        "doc_id": "a",
        "attributions": [
            {
                "source": [[0, 6]],
                "cue": [[7, 17]],
                "content": [[18, 50]],
                "quote_type": "indirect",
                "kind": "claim",
                "stance": "denies",
                "hedge": "none",
                "polarity": "false",
                "proposition": "Russia’s warplanes hit the drone.",
                "party": "Government of Russia",
                "side": "Russia",
            }
        ],
    }


def test_compare() -> None:
    asked = {
        "id": 7,
        "a": {"text": "Kyiv said Russian forces blew up the Kakhovka dam.", "date": "2023-06"},
        "b": {"text": "Moscow said Ukrainian forces shelled the Kakhovka dam.", "party": "Moscow"},
    }
    (answer,) = _ask(exchange.compare, asked)
    assert answer == {
        "id": 7,
        "same_event": True,
        "relation": "contradicts",
        "type": "agent",
        "reasons": [
            {
                "code": "agent",
                "a": "Russian forces blew up the Kakhovka dam",
                "b": "Ukrainian forces shelled the Kakhovka dam",
            }
        ],
    }


def test_resolve() -> None:
    text = "The Kremlin spoke. It denied the report."
    asked = [{"id": i, "text": text, "start": s, "end": e} for i, (s, e) in enumerate([(0, 11), (19, 21)])]
    assert _ask(exchange.resolve, *asked) == [
        {"id": 0, "party": "Presidency of Russia", "side": "Russia", "kind": "metonym"},
        {"id": 1, "party": "Presidency of Russia", "side": "Russia", "kind": "office"},
    ]


@pytest.mark.parametrize("answer", [exchange.parse, exchange.compare, exchange.resolve])
def test_a_line_that_can_not_be_used_is_answered_with_an_error(answer: exchange.Answer) -> None:
    told = _ask(answer, "not json", [1], {"doc_id": "a"}, {"id": 1, "text": 5, "a": 1, "b": 2})
    assert [bool(each["error"]) for each in told] == [True] * 4
    assert told[2]["doc_id"] == "a"
    assert told[3]["id"] == 1


def test_an_overlong_text_is_answered_with_an_error() -> None:
    (answer,) = _ask(exchange.parse, {"doc_id": "a", "text": "x" * (exchange.MOST_CHARACTERS + 1)})
    assert "longer than" in answer["error"]


def test_odd_characters_survive() -> None:
    text = "“Да” 👩‍🚀 \u2028 \ud800 [sic] Moscow denied that it fell."
    (answer,) = _ask(exchange.parse, json.dumps({"doc_id": "d\u2028", "text": text}))
    assert answer["doc_id"] == "d\u2028"
    assert all(end <= len(text) for a in answer["attributions"] for _, end in a["content"])


def test_answers_are_lazy() -> None:
    asked: list[str] = []

    def lines() -> Iterator[str]:
        for number in range(3):
            asked.append(str(number))
            yield json.dumps({"id": number, "text": "Moscow", "start": 0, "end": 6})

    answers = exchange.answers(lines(), exchange.resolve)
    next(answers)
    assert asked == ["0"]


def test_the_command_answers_each_line_before_it_reads_the_next() -> None:
    command = [sys.executable, "-m", "claimtrack", "resolve", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for name, party in (("Moscow", "Government of Russia"), ("Kyiv", "Government of Ukraine")):
            process.stdin.write(json.dumps({"id": name, "text": name, "start": 0, "end": len(name)}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["party"] == party
        process.stdin.close()
    assert process.returncode == 0


def test_link() -> None:
    pile = [
        {
            "doc_id": "a",
            "text": "Moscow has denied that its warplanes hit the drone.",
            "outlet": "Post",
            "date": "2023-03",
        },
        {"doc_id": 2, "text": "Washington said a Russian jet struck the drone.", "outlet": "Courier"},
    ]
    event, relation = (json.loads(line) for line in exchange.link(map(json.dumps, pile)))
    assert event.pop("event") == relation.pop("event")
    a = {"doc_id": "a", "content": [[18, 50]]}
    b = {"doc_id": "2", "content": [[16, 46]]}
    assert event == {
        "name": "Drone, March 2023",
        "date": "2023-03-15",
        "statements": [
            a | {"party": "Government of Russia", "side": "Russia", "stance": "denies"},
            b | {"party": "Government of the United States", "side": "United States", "stance": "asserts"},
        ],
        "origins": 2,
    }
    ends = sorted((relation.pop("a"), relation.pop("b")), key=lambda end: end["doc_id"])
    (reason,) = relation.pop("reasons")
    assert (ends, relation) == ([b, a], {"relation": "contradicts", "type": "denial"})
    assert {reason["a"], reason["b"]} == {"hit the drone", "struck the drone"}


def test_a_title_given_beside_the_text_moves_no_offsets() -> None:
    text = "Moscow has denied that its warplanes hit the drone."
    bare, titled = (
        json.loads(next(iter(exchange.link([json.dumps({"doc_id": "a", "text": text} | more)]))))
        for more in ({}, {"title": "A drone is lost over the Black Sea"})
    )
    assert [s["content"] for s in titled["statements"]] == [s["content"] for s in bare["statements"]] == [[[18, 50]]]


def test_link_goes_on_after_lines_that_can_not_be_used_and_says_which() -> None:
    lines = ["x", "[]", "{}", '{"doc_id": 7}', '{"doc_id": 1, "text": "All calm."}']
    told = [json.loads(line) for line in exchange.link(lines)]
    assert [list(line) for line in told] == [["error"], ["error"], ["error"], ["doc_id", "error"]]
    assert told[3] == {"doc_id": 7, "error": "text: Field required"}

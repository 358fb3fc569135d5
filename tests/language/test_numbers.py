import math

import pytest

from claimtrack.language.numbers import quantities, value

READ = [
    ("at least 14 dead", [(14, math.inf)]),
    ("no more than 5,000", [(0, 5000)]),
    ("two dozen of the thirty-two", [(24, 24), (32, 32)]),
    ("Between 18,000 and 20,000", [(18000, 20000)]),
    ("1.28 million people on 7 March", [(1_280_000, 1_280_000)]),
    ("nearly 3,000 died on 8 September 2023", [(2550, 3450)]),
    ("none of them", [(0, 0)]),
    ("at 12:06 and 11 a.m. in 2021", []),
    ("a Su-24 and an MQ-9", []),
    ("two hundred and five", [(205, 205)]),
    ("several dozen, a few hundred, a handful", [(24, 99), (200, 600), (2, 9)]),
    ("scores of rebels", [(40, math.inf)]),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_amounts_are_read_as_intervals(text: str, expected: list[tuple[float, float]]) -> None:
    assert [(round(q.low, 6), q.high if q.high == math.inf else round(q.high, 6)) for q in quantities(text)] == expected


def test_every_amount_says_where_it_stands() -> None:
    text = "about 40 crew and 67 percent"
    assert [text[q.start : q.end] for q in quantities(text)] == ["about 40", "67 percent"]
    assert [q.is_percent for q in quantities(text)] == [False, True]


def test_intervals_exclude_each_other_or_meet() -> None:
    fourteen, at_least_ten, twenty = (quantities(t)[0] for t in ("14", "at least 10", "20"))
    assert fourteen.excludes(twenty)
    assert not fourteen.excludes(at_least_ten)
    assert not at_least_ten.excludes(fourteen)


def test_values_of_words() -> None:
    assert value("one hundred and twenty-five thousand") == 125_000
    assert value("3.5 million") == 3_500_000

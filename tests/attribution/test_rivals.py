"""Figures of several speakers in one sentence."""

import pytest

from claimtrack.attribution.marks import quotations
from claimtrack.attribution.rivals import with_rivals
from tests.attribution.marked import attributions, spelled

SENTENCES = [
    (
        "Organisers put the turnout at 50,000, police at 12,000.",
        [("Organisers", "put", "the turnout at 50,000"), ("police", "put", "the turnout | 12,000")],
    ),
    (
        "It rained. {s1:Kyiv} {q1:speaks of} {c1:six wounded sailors}, Moscow of three.",
        [("Kyiv", "speaks of", "six wounded sailors"), ("Moscow", "speaks of", "wounded sailors | three")],
    ),
    (
        "{s1:The union} {q1:said} {c1:4,000 workers had walked out, while the company put the number at 600}.",
        [
            ("The union", "said", "4,000 workers had walked out"),
            ("the company", "put", "workers had walked out | the number at 600"),
        ],
    ),
    (
        "{q1:According to} {s1:organisers} {c1:50,000 people marched, according to police 12,000}.",
        [
            ("organisers", "According to", "50,000 people marched"),
            ("police", "according to", "people marched | 12,000"),
        ],
    ),
    (
        "{c1:Some 20,000 people marched}, {s1:the ministry} {q1:said}, {c1:against 35,000 if one believes the CGT}.",
        [
            ("the ministry", "said", "Some 20,000 people marched"),
            ("the CGT", "if one believes", "people marched | 35,000"),
        ],
    ),
]
OTHERS = [
    "{s1:He} {q1:said} {c1:he would put the house on the market at 900,000 and the car at once}.",
    "{s1:The firm} {q1:spoke of} {c1:two plants, one of them in Brno}.",
    "{s1:The firm} {q1:said} {c1:“the union put it at 400, police at 300”}.",
]


@pytest.mark.parametrize(("marked", "expected"), SENTENCES)
def test_each_speaker_has_his_own_figure(marked: str, expected: list[tuple[str, str, str]]) -> None:
    text, made = attributions(marked)
    assert spelled(text, with_rivals(text, made, quotations(text))) == expected


@pytest.mark.parametrize("marked", OTHERS)
def test_other_sentences_stay_as_they_are(marked: str) -> None:
    text, made = attributions(marked)
    assert with_rivals(text, made, quotations(text)) == made

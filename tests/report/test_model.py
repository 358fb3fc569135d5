from typing import Any

import pytest

from claimtrack.models import Kind, Span, Stance
from claimtrack.report.model import Answer, Line

MURDERS = "Moscow does not deserve any trust, given how common murders have become"


@pytest.mark.parametrize(
    ("quote", "words", "does"),
    [
        ("no jet had touched the drone", "no jet had touched", "says"),
        ("its jets had not touched the drone", "touched the drone", "denies"),
        (MURDERS, "deserve any trust", "denies"),
        ("that its jet struck the drone", "struck the drone", "denies"),
        ("it had not fired, because it had seen the raid", "seen the raid", "says"),
    ],
)
def test_the_verb_fits_the_words_it_stands_before(quote: str, words: str, does: str) -> None:
    told: dict[str, Any] = {"stance": Stance.DENIES, "kind": Kind.CLAIM, "quote": quote}
    line = Line.model_construct(**told)
    assert Answer(line=line, words=words, at=Span(start=0, end=1)).does == does

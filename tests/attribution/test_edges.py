import pytest

from claimtrack.attribution.edges import bounded
from claimtrack.ingest import read
from claimtrack.models import Capture
from tests.attribution.marked import attributions, spelled


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("Tu said so. It grew, {q1:according to} {s1:Tu. Jiang Roe, a director,} {c1:it fell}.", "Tu"),
        ("It grew, Tu said. {s1:Tu. Jiang Roe, a director,} {q1:said} {c1:it fell}.", "Jiang Roe, a director,"),
        ("{s1:Lt. Gen. Ana Roe} {q1:said} {c1:it fell}.", "Lt. Gen. Ana Roe"),
        ("Amb. Roe left, {q1:said} {s1:Amb. Ana Roe} {c1:today}.", "Amb. Ana Roe"),
    ],
)
def test_a_speaker_does_not_run_over_the_end_of_a_sentence(marked: str, source: str) -> None:
    text, (attribution,) = attributions(marked)
    capture = read("a.txt", text.encode())
    assert isinstance(capture, Capture)
    ((found, *_),) = spelled(text, [bounded(capture, text, attribution)])
    assert found == source

import pytest

from claimtrack.attribution.passive import with_accused
from tests.attribution.marked import attributions, spelled


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("{s1:Roe} {q1:accused of} {c1:paying the police}.", ("", "accused of", "Roe | paying the police")),
        ("{s1:Two men}, who {q1:are suspected of} {c1:arson}.", ("", "are suspected of", "Two men | arson")),
        ("{s1:Two men} {q1:are reported} {c1:to be ill}.", ("", "are reported", "Two men | to be ill")),
        ("{s1:The court} {q1:heard} {c1:how he fled}.", ("", "heard", "how he fled")),
        ("{c1:It may sue}, {s1:the envoy} {q1:was told}.", ("", "was told", "It may sue")),
        ("{s1:The court} {q1:held} {c1:that he fled}.", ("The court", "held", "that he fled")),
        (
            "{c1:The agent} {q1:is classified} {c1:as a weapon by the United Nations}.",
            ("the United Nations", "is classified", "The agent | as a weapon"),
        ),
        (
            "{c1:The group} {q1:is designated} {c1:as a gang by Turkey, the European Union and America}.",
            ("Turkey, the European Union and America", "is designated", "The group | as a gang"),
        ),
        (
            "{c1:The bomb} {q1:was reported} {c1:to have been planted by Hamas}.",
            ("", "was reported", "The bomb | to have been planted by Hamas"),
        ),
        ("{s1:A veteran} {q1:charged with} {c1:murder}.", ("", "charged with", "A veteran | murder")),
        ("In {c1:an attack} {q1:claimed} by IS.", ("IS", "claimed", "an attack")),
        (
            "{s1:Roe} was held on Monday and {q1:accused of} {c1:spying}.",
            ("", "accused of", "Roe | spying"),
        ),
        (
            "{c1:The fort} {q1:was described} {c1:as built by hand}.",
            ("", "was described", "The fort | as built by hand"),
        ),
        ("{s1:Roe} {q1:accused} {c1:Poe of arson}.", ("Roe", "accused", "Poe of arson")),
    ],
)
def test_who_is_accused_does_not_speak(marked: str, found: tuple[str, ...]) -> None:
    text, made = attributions(marked)
    assert spelled(text, with_accused(text, made)) == [found]

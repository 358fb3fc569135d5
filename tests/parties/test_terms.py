import pytest

from claimtrack.exchange import resolve, same

DATED = [
    ("{Mark Rutte} said so.", "2021-05-01", "Netherlands"),
    ("{Mark Rutte} said so.", "2025-05-01", "NATO"),
    ("In 2021 {Mark Rutte} said so.", "2025-05-01", "Netherlands"),
    ("{Mark Rutte} said in 2021 that it was so.", None, "Netherlands"),
    ("{Joe Biden} said so.", "2019-05-01", "Joe Biden"),
    ("Former president {Joe Biden} said so.", "2022-05-01", "United States"),
    ("{Former president Joe Biden} said so.", "2022-05-01", "Joe Biden"),
    ("{The Taliban} said so.", "2019-05-01", "Taliban"),
    ("{The Taliban} said so.", "2023-05-01", "Afghanistan"),
    ("Speaking for the United States European Command, {Alexus Grynkewich} said so.", "2025-11-01", "United States"),
]

PAIRS = [
    ("In 2019 {Theresa May} spoke.", "In 2019 {the British prime minister} spoke.", True),
    ("In 2022 {Theresa May} spoke.", "In 2022 {the British prime minister} spoke.", False),
    ("In 2018 {Theresa May} spoke.", "In 2021 {the British prime minister} spoke.", False),
    ("{Maria Zakharova} spoke.", "{The Russian foreign ministry} spoke.", True),
    ("{Sergei Lavrov} spoke.", "{The Russian foreign ministry} spoke.", False),
    ("{Some Russian officials} spoke.", "{Some Russian officials} spoke.", False),
    ("{Residents} spoke.", "{Residents} spoke.", False),
    ("{Paris and Berlin} spoke.", "{Germany and France} spoke.", True),
    ("{Moscow} spoke.", "{The Kremlin} spoke.", False),
]


def _mention(marked: str, date: str | None = None) -> dict[str, object]:
    text = marked.replace("{", "").replace("}", "")
    return {"text": text, "start": marked.index("{"), "end": marked.index("}") - 1, "date": date}


@pytest.mark.parametrize(("text", "date", "side"), DATED)
def test_somebody_speaks_from_the_office_of_the_day(text: str, date: str | None, side: str) -> None:
    assert resolve(_mention(text, date))["side"] == side


@pytest.mark.parametrize(("a", "b", "is_same"), PAIRS)
def test_one_party_under_two_names(a: str, b: str, is_same: bool) -> None:
    answer = same({"a": _mention(a), "b": _mention(b)})
    assert answer["same_party"] is is_same
    assert same({"a": _mention(b), "b": _mention(a)}) == answer

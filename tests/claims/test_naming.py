import datetime

from claimtrack.claims import utterances
from claimtrack.claims.naming import name
from tests.told import told

DAY = datetime.date(2024, 7, 8)


def _name(*marked: str) -> str:
    read = [told(text, "Post", DAY) for text in marked]
    return name([u for capture, statements in read for u in utterances(capture, statements)], DAY)


def test_a_deed_names_the_event_if_most_headlines_do() -> None:
    articles = (
        "Title: Union on strike at plant\n\n{s1:The union} {q1:said} {c1:its strike over pay in Giheung goes on}.",
        "Title: Plant is idle as strike spreads\n\n{s1:The company} {q1:said} {c1:pay in Giheung was fair}.",
    )
    assert _name(*articles) == "Strike, Giheung, July 2024"
    assert _name(*(text.split("\n\n")[1] for text in articles)) == "Pay, Giheung, July 2024"


def test_capitals_of_a_headline_in_capitals_tell_no_names() -> None:
    article = "Title: Officer Refuses to Give Death Toll\n\n{s1:The union} {q1:said} {c1:pay in Giheung was fair}."
    assert "Give Death Toll" not in _name(article)


def test_what_is_said_of_a_thing_does_not_name_the_event() -> None:
    articles = (
        "Title: Ottawa charge absurd, Delhi says\n\n{s1:Delhi} {q1:said} {c1:the allegations on Nijjar were absurd}.",
        "Title: Absurd, says Delhi\n\n{s1:Delhi} {q1:called} the allegations on Nijjar {c1:absurd}.",
    )
    assert _name(*articles).split(",")[0] == "Allegations"

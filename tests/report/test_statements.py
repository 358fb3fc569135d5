from io import StringIO

from rich.console import Console

from claimtrack.report.statements import statements
from tests.told import told

ARTICLE = (
    "{s1:Moscow} {q1:denied} {c1:that its jets hit the drone}. "
    "{c2:The drone} is lost [/], {s2:Washington} {q2:said}, {c2:and \x1b[31mlies in the sea}."
)


def _shown(width: int = 100) -> str:
    capture, found = told(ARTICLE)
    console = Console(file=StringIO(), width=width, force_terminal=False, markup=True)
    console.print(statements(capture, tuple(found)))
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())  # type: ignore[attr-defined]


def test_an_article_is_shown_whole_with_its_statements_in_numbered_brackets() -> None:
    article, _, listed = _shown().partition("\n\n")
    assert " ".join(article.split()) == (
        "Moscow denied [that its jets hit the drone]¹. [The drone]² is lost [/], Washington said, "
        "[and \\x1b[31mlies in the sea]²."
    )
    assert listed.splitlines() == [
        "1 Russia denies, as Government of Russia: Moscow · denied 0-41",
        "2 United States asserts, as Government of the United States: Washington · said 43-107",
    ]

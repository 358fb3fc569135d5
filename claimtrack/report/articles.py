"""Articles as a list, and one article with its statements, for a terminal."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Self

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from claimtrack.display import counted, one_line, quote_marks, shortened
from claimtrack.models import Capture, Record, Statement
from claimtrack.report.model import Line, stands
from claimtrack.report.sources import NO_OUTLET, UNDATED
from claimtrack.report.statements import statements, words
from claimtrack.report.terminal import side_name

_LONGEST = 100


class Article(Record):
    """What is known of one article."""

    id: str
    digest: str
    name: str
    headline: str
    outlet: str | None
    date: datetime.date | None
    url: str | None
    media_type: str
    captured_at: datetime.datetime | None
    statements: int
    withdrawn: bool

    @classmethod
    def of(cls, capture: Capture, count: int, *, is_withdrawn: bool) -> Self:
        """What is known of a capture that holds so many statements."""
        fields = capture.model_dump(include={"digest", "name", "outlet", "date", "url", "media_type", "captured_at"})
        headline = " ".join(capture.headline.split())
        return cls(id=capture.id, headline=headline, statements=count, withdrawn=is_withdrawn, **fields)

    @property
    def short_id(self) -> str:
        """The beginning of its SHA-256, as the reports print it; enough to name it on the command line."""
        return self.digest[:8]

    @property
    def published(self) -> str:
        """Who published it, and when."""
        return f"{self.outlet or NO_OUTLET}, {self.date or UNDATED}"


def article_listing(found: Sequence[Article]) -> Table:
    """One entry an article: id, headline, where it is from, who published it and when, how many statements."""
    table = Table.grid(padding=(0, 2, 1, 0))
    for article in found:
        away = " · withdrawn" if article.withdrawn else ""
        known = f"{one_line(article.published)} · {counted(article.statements, 'statement')}{away}"
        table.add_row(
            Text(article.short_id),
            Text.assemble((one_line(article.headline), "bold"), f"\n{_origin(article)}\n", (known, "dim")),
        )
    return table


def _origin(article: Article) -> str:
    return one_line(" · ".join(filter(None, (article.name, article.url))))


def article_page(
    article: Article, capture: Capture, found: Sequence[Statement], lines: Mapping[str, Line], *, with_text: bool
) -> RenderableType:
    """What is known of an article and where its statements stand; or the article with them in place."""
    facts = Table.grid(padding=(0, 2, 0, 0))
    for label, value in _facts(article):
        facts.add_row(label, Text(one_line(value)))
    head = Group(Text(one_line(article.headline), style="bold"), facts, Text())
    return Group(head, statements(capture, found) if with_text else _places(capture, found, lines))


def _facts(article: Article) -> list[tuple[str, str]]:
    at = f", read {article.captured_at:%Y-%m-%d %H:%M UTC}" if article.captured_at else ""
    return [
        ("from", f"{article.name} ({article.media_type}{at})"),
        ("outlet", article.outlet or "unknown"),
        ("date", str(article.date or "unknown")),
        ("address", article.url or "unknown"),
        ("SHA-256", article.digest),
        ("holds", counted(article.statements, "statement") + (", but is withdrawn" if article.withdrawn else "")),
    ]


def _places(capture: Capture, found: Sequence[Statement], lines: Mapping[str, Line]) -> Table:
    """Each statement with its claim's id, who says what, and its characters."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for statement in found:
        line = lines.get(statement.id)
        party = one_line(statement.party.name if statement.party.side == "none" else side_name(statement.party.side))
        quote = shortened(words(capture, statement.content), _LONGEST)
        opening, closing = quote_marks(quote) if quote else ("", "")
        does = line.does if line else stands(statement.stance, statement.kind)
        table.add_row(
            Text(line.short_id if line else ""),
            Text.assemble(
                (party, "bold"), f" {does} {opening}{quote}{closing} ", (f"{statement.start}-{statement.end}", "dim")
            ),
        )
    return table

"""An article with every statement in place: who says it stands before it, and n goes from one to the next."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from claimtrack import pipeline
from claimtrack.display import one_line
from claimtrack.models import Capture, Statement
from claimtrack.tui import text
from claimtrack.tui.pane import Pane


class ArticleScreen(Pane):
    """One captured article; its paragraphs, each statement between brackets with its party."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n,tab,j", "jump(1)", "next statement", tooltip="The next statement"),
        Binding("N,shift+tab,k", "jump(-1)", "statement before", tooltip="The statement before"),
    ]

    def __init__(self, capture_id: str, statement_id: str) -> None:
        super().__init__()
        self.capture_id = capture_id
        self.wanted = statement_id
        self.capture: Capture | None = None
        self.statements: tuple[Statement, ...] = ()
        self.at = 0

    def compose(self) -> ComposeResult:
        """Headline, text, keys."""
        yield Static(id="status")
        yield VerticalScroll(id="article")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the article."""
        self.read()

    @work(thread=True, group="read", exclusive=True)
    def read(self) -> None:
        """The article and its statements, as reviewers put them right."""
        capture, statements = pipeline.article(self.app.store, self.capture_id)
        self.app.call_from_thread(self.call_later, self.show, capture, statements)

    async def show(self, capture: Capture, statements: tuple[Statement, ...]) -> None:
        """Paragraph by paragraph, so that a statement can be scrolled to."""
        self.capture, self.statements = capture, tuple(sorted(statements, key=lambda s: (s.start, s.end)))
        ids = [statement.id for statement in self.statements]
        self.at = ids.index(self.wanted) if self.wanted in ids else 0
        await self._draw()

    async def _draw(self) -> None:
        if self.capture is None:
            return
        chosen = self.statements[self.at] if self.statements else None
        article = self.query_one("#article", VerticalScroll)
        await article.remove_children()
        paragraphs = [
            Static(shown, classes="paragraph") for shown in text.paragraphs(self.capture, self.statements, chosen)
        ]
        await article.mount_all(paragraphs)
        self._tell(chosen)
        place = text.paragraph_of(self.capture, chosen)
        if place is not None:
            article.call_after_refresh(paragraphs[place].scroll_visible, animate=False, top=True)

    def _tell(self, chosen: Statement | None) -> None:
        capture = self.capture
        if capture is None:
            return
        where = f"{one_line(capture.outlet or 'outlet unknown')}, {capture.date or 'date unknown'}"
        said = f"statement {self.at + 1} of {len(self.statements)}" if chosen else "no statements"
        who = f" · {one_line(chosen.party.name)} ({one_line(chosen.party.side)}) {chosen.stance}" if chosen else ""
        self.query_one("#status", Static).update(Content(f"{where} · {said}{who}"))

    async def action_jump(self, by: int) -> None:
        """Another statement, round the ends."""
        if self.statements:
            self.at = (self.at + by) % len(self.statements)
            await self._draw()

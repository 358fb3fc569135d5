"""What the desk's actions are about: the entry under review, its card, the chosen answer."""

from typing import TYPE_CHECKING

from textual.screen import Screen

from claimtrack import pipeline
from claimtrack.report.model import Answer
from claimtrack.review import Card, Queue
from claimtrack.store import Row
from claimtrack.tui.rows import Rows

if TYPE_CHECKING:
    from claimtrack.tui.app import ReviewApp


class UnderReview(Screen[None]):
    """The state that deciding and looking share."""

    AUTO_FOCUS = ""
    app: "ReviewApp"

    def __init__(self) -> None:
        super().__init__()
        self.queue = Queue()
        self.card: Card | None = None
        self.at_desk: pipeline.Desk | None = None
        self.key = ""
        """Of the entry whose card was read."""

    @property
    def answer(self) -> Answer | None:
        """The answer that a decision is about."""
        self.catch_up()
        return self.card.answers[self.queue.chosen] if self.card else None

    def catch_up(self) -> None:
        """Read the card at once if keys were faster than the desk: nothing is decided about what is not shown."""
        row = self.row
        if (row.key if row else "") != self.key:
            found = pipeline.card(self.app.store, row, self.app.viewer) if row else None
            self.card, self.at_desk = found or (None, None)
            self.key = row.key if row else ""

    def brings_card(self) -> bool:
        """Show the card if the list alone is on the screen; whether it had to be brought."""
        return False

    def sees_card(self) -> bool:
        """Whether the card is on the screen; if not, it is brought, and the key is to be pressed again there."""
        is_brought = self.brings_card()
        if is_brought:
            self.app.tell("Nothing is decided yet: this is what the key decides about.")
        return not is_brought

    @property
    def row(self) -> Row | None:
        """The row of the entry under review."""
        return self.query_one("#queue", Rows).row(self.queue.at)

"""Why a card's accounts conflict, in as many of its words as the place has room for."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from claimtrack.review import Card
from claimtrack.tui import text


class Reason(Widget):
    """Shows the longest telling of a card's reason that its lines hold, in a window of any size."""

    def __init__(self, widget_id: str) -> None:
        super().__init__(id=widget_id)
        self._tellings: tuple[Content, ...] = (Content(""),)

    def show(self, card: Card | None) -> None:
        """Show the reason of a card, or nothing."""
        self._tellings = tuple(text.why(card)) if card else (Content(""),)
        self.refresh(layout=True)

    def render(self) -> Content:
        """The telling that fits the place as it was laid out."""
        return self._fitting(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 as the base class has it
        """Lines of the telling that fits the width."""
        return self._fitting(width).get_height({}, max(1, width))

    def _fitting(self, width: int) -> Content:
        most = self.styles.max_height
        lines = int(most.value) - self.gutter.height if most else 1
        fits = (telling for telling in self._tellings if telling.get_height({}, max(1, width)) <= lines)
        return next(fits, self._tellings[-1])

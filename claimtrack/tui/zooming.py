"""What of the desk is on the screen: the list, the card under review, or both."""

from claimtrack.tui.looking import Looking
from claimtrack.tui.moving import Moving

_LIST, _CARD = "-list", "-card"


class Zooming(Looking, Moving):
    """In a narrow and low window there is room for one of both; nothing is decided about what is not shown."""

    @property
    def shows_card(self) -> bool:
        """Whether the card is on the screen."""
        return not self.has_class(_LIST)

    def action_zoom(self) -> None:
        """The next way to share the screen."""
        has_room = not (self.has_class("-narrow") and self.has_class("-short"))
        ways = ("", _CARD, _LIST) if has_room else ("", _LIST)
        now = next((way for way in ways if way and self.has_class(way)), "")
        self._show_only(ways[(ways.index(now) + 1) % len(ways)])

    def show_both(self) -> None:
        """List and card, or the card where there is no room for both."""
        self._show_only("")

    def _show_only(self, way: str) -> None:
        self.set_class(way == _LIST, _LIST)
        self.set_class(way == _CARD, _CARD)
        self.call_after_refresh(self.show_rows)
        self.refresh_bindings()

    def brings_card(self) -> bool:
        """From the list to the card, which a key is about."""
        is_away = not self.shows_card
        if is_away:
            self.show_both()
        return is_away

    def action_article(self) -> None:
        """From the list to the card, from the card to its article."""
        if self.shows_card:
            super().action_article()
        else:
            self.show_both()

    def action_back(self) -> None:
        """Once nothing is marked or filtered, from the list to the card."""
        if self.shows_card or self.queue.marked or self.queue.query.typed:
            super().action_back()
        else:
            self.show_both()

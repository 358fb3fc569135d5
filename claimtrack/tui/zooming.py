"""What of the desk is on the screen: the list, the card under review, or both."""

from claimtrack.tui.looking import Looking
from claimtrack.tui.moving import Moving

_LIST, _CARD = "-list", "-card"
_ABOUT_ONE = frozenset("relation link unlink flag note note_in_editor evidence correct choose".split())
"""Actions that decide about the answer that the card shows, or choose it."""


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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where the card is not shown, only marked entries can be decided on."""
        is_about_one = action in _ABOUT_ONE or (action == "decide" and not self.queue.marked)
        if is_about_one and not self.shows_card:
            return None
        return super().check_action(action, parameters)

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

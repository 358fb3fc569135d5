"""What the screens beside the desk share: no widget takes the keys, ? tells them, Esc goes back."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from claimtrack.tui.dialogs import Help

if TYPE_CHECKING:
    from claimtrack.tui.app import ReviewApp


class Pane(Screen[None]):
    """A screen that Esc closes."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "keys", key_display="?", tooltip="The keys of this screen"),
        Binding("escape,q", "app.pop_screen", "back", key_display="Esc", tooltip="Back to where you came from"),
    ]
    app: "ReviewApp"

    def action_help(self) -> None:
        """The keys of this screen."""
        found = {bound.binding.action: bound.binding for bound in self.active_bindings.values() if bound.node is self}
        told = [(binding.key, binding.tooltip or binding.description) for binding in found.values()]
        self.app.push_screen(Help([("Keys", told)]))

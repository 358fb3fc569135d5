"""What the screens beside the desk share: no widget takes the keys, ? tells them, Esc goes back."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from claimtrack.tui.commands import shown
from claimtrack.tui.dialogs import Help

if TYPE_CHECKING:
    from claimtrack.tui.app import ReviewApp


_TEXTUALS_OWN = frozenset(binding.action for binding in Screen.BINDINGS if isinstance(binding, Binding))


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
        keys: dict[str, list[str]] = {}
        told: dict[str, str] = {}
        for key, bound in self.active_bindings.items():
            if bound.node is self and bound.binding.action not in _TEXTUALS_OWN:
                keys.setdefault(bound.binding.action, []).append(shown(key))
                known = told.get(bound.binding.action, bound.binding.description)
                told[bound.binding.action] = bound.binding.tooltip or known
        described = [(" ".join(each), told[action]) for action, each in keys.items()]
        self.app.push_screen(Help([("Keys", described)]))

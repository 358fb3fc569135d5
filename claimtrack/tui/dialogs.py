"""Small dialogs: one line of words, and the keys."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static


class Ask(ModalScreen[str | None]):
    """Ask for one line of words; None if the reviewer turns back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(self, question: str, draft: str = "", *, may_be_empty: bool = False) -> None:
        super().__init__()
        self.question = question
        self.draft = draft
        self.may_be_empty = may_be_empty

    def compose(self) -> ComposeResult:
        """The question, and a line to write on."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question))
            yield Input(value=self.draft, id="words")
            yield Static(Content("Enter: done   Esc: back"), id="hint")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Give the words back, if there are any or none are needed."""
        if message.value.strip() or self.may_be_empty:
            self.dismiss(message.value.strip())
        else:
            self.query_one("#hint", Static).update(Content("Some words are needed.   Esc: back"))


class Help(ModalScreen[None]):
    """What every key does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q", "dismiss(None)", "Back")]

    def __init__(self, keys: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.keys = tuple(keys)

    def compose(self) -> ComposeResult:
        """One line a key."""
        lines = [Content.assemble((f"{key:>10}", "bold"), f"  {what}\n") for key, what in self.keys]
        with VerticalScroll(classes="dialog"):
            yield Static(Content("").join([Content.assemble(("Keys\n\n", "bold")), *lines]))

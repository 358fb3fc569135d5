"""Small dialogs: a line of words, a choice, a yes or no, the keys, words to select."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from claimtrack.display import one_line, safe

Keys = Sequence[tuple[str, Sequence[tuple[str, str]]]]


class Ask(ModalScreen[str | None]):
    """Ask for one line of words; None if the reviewer turns back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Back")]

    def __init__(
        self, question: str, draft: str = "", *, may_be_empty: bool = False, keep: Callable[[str], None] | None = None
    ) -> None:
        """Ask `question`, with `draft` on the line; `keep` is told every change."""
        super().__init__()
        self.question = question
        self.draft = draft
        self.may_be_empty = may_be_empty
        self.keep = keep

    def compose(self) -> ComposeResult:
        """The question, and a line to write on."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question))
            yield Input(value=self.draft, id="words")
            yield Static(Content("Enter: done   Esc: back"), id="hint")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Keep what is typed so far."""
        if self.keep and message.value != self.draft:
            self.keep(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Give the words back, if there are any or none are needed."""
        if message.value.strip() or self.may_be_empty:
            self.dismiss(message.value.strip())
        else:
            self.query_one("#hint", Static).update(Content("Some words are needed.   Esc: back"))


class Choose(ModalScreen[str | None]):
    """Choose one of several; typing narrows them. None if the reviewer turns back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("down", "move(1)", "next", show=False),
        Binding("up", "move(-1)", "previous", show=False),
    ]

    def __init__(self, question: str, choices: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.question = question
        self.choices = tuple(choices)
        self.offered = self.choices

    def compose(self) -> ComposeResult:
        """The question, a line that narrows, the choices."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question))
            yield Input(placeholder="type to narrow", id="words")
            yield OptionList(id="choices", markup=False)
            yield Static(Content("Up, down, Enter: choose   Esc: back"), id="hint")

    def on_mount(self) -> None:
        """All choices, the first one first."""
        self.query_one("#choices", OptionList).can_focus = False
        self._offer("")

    def action_move(self, by: int) -> None:
        """Another choice."""
        listed = self.query_one("#choices", OptionList)
        if self.offered:
            listed.highlighted = ((listed.highlighted or 0) + by) % len(self.offered)

    @on(Input.Changed)
    def narrow(self, message: Input.Changed) -> None:
        """Only the choices that hold what is typed."""
        self._offer(message.value)

    @on(Input.Submitted)
    def take(self) -> None:
        """The choice that is highlighted."""
        at = self.query_one("#choices", OptionList).highlighted
        if at is not None and self.offered:
            self.dismiss(self.offered[at][0])

    @on(OptionList.OptionSelected)
    def take_clicked(self, message: OptionList.OptionSelected) -> None:
        """The choice that was clicked."""
        self.dismiss(self.offered[message.option_index][0])

    def _offer(self, typed: str) -> None:
        wanted = typed.casefold().split()
        self.offered = tuple(c for c in self.choices if all(word in c[1].casefold() for word in wanted))
        listed = self.query_one("#choices", OptionList)
        listed.clear_options()
        listed.add_options([Option(Content(one_line(label))) for _, label in self.offered])
        listed.highlighted = 0 if self.offered else None


class Sure(ModalScreen[bool]):
    """Yes or no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "dismiss(True)", "Yes"),
        Binding("n,escape,q", "dismiss(False)", "No"),
    ]

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question

    def compose(self) -> ComposeResult:
        """The question."""
        with Vertical(classes="dialog"):
            yield Static(Content(self.question))
            yield Static(Content("y: yes   n: no"), id="hint")


class Help(ModalScreen[None]):
    """What every key of a pane does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q,f1", "dismiss(None)", "Back")]

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.keys = keys

    def compose(self) -> ComposeResult:
        """One line a key, under the name of what it is for."""
        parts = []
        width = max(len(each) for _, keys in self.keys for each, _ in keys)
        for title, keys in self.keys:
            parts.append(Content.assemble((f"{title}\n", "bold")))
            parts += [Content.assemble((f"{each:>{width}}", "bold"), f"  {what}\n") for each, what in keys]
        with VerticalScroll(classes="dialog", id="keys"):
            yield Static(Content("").join(parts))
            yield Static(Content("Up, down: scroll   Esc: back   ^p: search commands"), id="hint")


class Words(ModalScreen[None]):
    """Words to select by mouse or keys, where no clipboard can be reached."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "Back")]

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def compose(self) -> ComposeResult:
        """The words, to be read and selected but not changed."""
        with Vertical(classes="dialog"):
            yield TextArea(safe(self.words), read_only=True, id="words")
            yield Static(Content("Sent to the clipboard; if it did not arrive, select it here.   Esc: back"), id="hint")

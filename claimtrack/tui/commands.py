"""Every command of the desk: its keys, its word in the footer, its help, its entry in the palette, all in one place."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from textual.binding import Binding

from claimtrack.errors import UsageError


class Command(NamedTuple):
    """One thing a reviewer can do."""

    id: str
    """How the settings name it, to give it other keys."""
    keys: str
    """By default; several with commas between them."""
    action: str
    footer: str
    help: str
    palette: str
    is_shown: bool = False
    """In the footer, which has room for seven in 60 columns."""


_BRACKETS = "left_square_bracket,right_square_bracket"
DECIDE = (
    Command("verify", "v", "decide('verified')", "verify", "Verified: it is so (asks for evidence)", "Verify", True),
    Command("dispute", "d", "decide('disputed')", "dispute", "Disputed: there is reason to doubt it", "Dispute", True),
    Command("false", "x", "decide('false')", "false", "False: it is not so (asks for evidence)", "Mark as false"),
    Command("inconclusive", "i", "decide('inconclusive')", "inconcl.", "It can't be told", "Mark as inconclusive"),
    Command("in-review", "w", "decide('in_review')", "in review", "Work on it has begun", "Mark as in review"),
    Command("retracted", "R", "decide('retracted')", "retracted", "The party took it back", "Mark as retracted"),
    Command("skip", "s", "skip", "skip", "On to the next one, undecided", "Skip"),
    Command("confirmed", "1", "decide('confirmed')", "said it", "They did say it, in these words", "They said it"),
    Command("misattributed", "2", "decide('misattributed')", "not theirs", "They did not say it", "Not theirs"),
    Command("misquoted", "3", "decide('misquoted')", "misquoted", "They said it in other words", "Misquoted"),
    Command(
        "relation-yes", "plus", "relation('related')", "conflict", "Confirm: the accounts do meet", "Confirm relation"
    ),
    Command(
        "relation-no", "minus", "relation('unrelated')", "no conflict", "Reject: they do not meet", "Reject relation"
    ),
    Command("link", "l", "link", "link", "Relate this claim to another one", "Link to another claim"),
    Command("unlink", "L", "unlink", "unlink", "Part this claim from another one", "Unlink from another claim"),
    Command("flag", "f", "flag", "flag", "Flag it for a colleague, or take the flag down", "Flag or unflag"),
    Command("note", "c", "note", "note", "Write a note about this claim", "Write a note", True),
    Command("note-editor", "ctrl+e", "note_in_editor", "editor", "Write a note in your editor", "Note in the editor"),
    Command("evidence", "E", "evidence", "evidence", "Add a link or text to the verdict", "Add evidence"),
    Command("correct", "C", "correct", "correct", "Put right the party, stance or words", "Correct what was read"),
    Command("undo", "u", "undo", "undo", "Take back your last decision", "Undo", True),
    Command("redo", "ctrl+r", "redo", "redo", "Take back your last undo", "Redo"),
)
MOVE = (
    Command("next", "j,down", "move(1)", "next", "The next one", "Go to the next one"),
    Command("previous", "k,up", "move(-1)", "previous", "The one before", "Go to the one before"),
    Command("next-open", "n", "open(1)", "next open", "The next one without a decision", "Next undecided"),
    Command("previous-open", "N", "open(-1)", "last open", "The undecided one before", "Previous undecided"),
    Command("page-down", "pagedown", "page(1)", "page down", "A page on", "Page down"),
    Command("page-up", "pageup", "page(-1)", "page up", "A page back", "Page up"),
    Command("first", "home", "end(-1)", "first", "The first one", "Go to the first"),
    Command("last", "end,G", "end(1)", "last", "The last one", "Go to the last"),
    Command("answer", "tab,right", "choose(1)", "answer", "Choose the next answer", "Next answer"),
    Command("answer-back", "shift+tab,left", "choose(-1)", "answer", "Choose the answer before", "Previous answer"),
    Command(
        "list", "left_square_bracket,right_square_bracket", "list", "list", "Disagreements or all claims", "Other list"
    ),
    Command("mark", "space", "mark", "mark", "Mark this one for a decision about several", "Mark"),
    Command("mark-range", "V", "mark_range", "range", "Mark all from the last mark to here", "Mark a range"),
    Command("mark-all", "asterisk", "mark_all", "all", "Mark all that are shown, or none", "Mark all"),
)
LOOK = (
    Command("filter", "slash", "filter", "filter", "Show only what you name", "Filter", True),
    Command("dissent", "D", "dissent", "dissent", "Where reviewers decided differently", "Reviewers who differ"),
    Command("article", "enter,o", "article", "article", "The article at this passage", "Open the article"),
    Command("browse", "O", "browse", "browser", "The article's address in the browser", "Open in the browser"),
    Command("grid", "g", "grid", "grid", "Questions by parties", "Grid of answers"),
    Command("timeline", "t", "timeline", "timeline", "What each party said, day by day", "Timeline of positions"),
    Command("parties", "p", "parties", "parties", "The tree of parties and their names", "Parties"),
    Command("history", "h", "history", "history", "Every decision; decide anew there", "History"),
    Command("copy", "y", "copy", "copy", "Copy quote, citation, link or JSON", "Copy"),
    Command("export", "e", "export", "export", "Write what is marked or shown to a file", "Export"),
    Command("theme", "T", "theme", "theme", "Dark, light or high contrast", "Change the theme"),
    Command("advance", "a", "advance", "advance", "Move on after a decision, or stay", "Auto-advance on or off"),
    Command("back", "escape", "back", "back", "Marks off, then the filter", "Show everything again"),
    Command("zoom", "z", "zoom", "list", "The list, the card, or both", "Show list, card or both", True),
    Command("help", "question_mark,f1", "help", "keys", "All keys", "Keys", True),
    Command("quit", "q", "quit", "quit", "Leave; everything is saved", "Quit"),
)
COMMANDS = (*DECIDE, *MOVE, *LOOK)
KEYMAPS: Mapping[str, Mapping[str, str]] = {
    "vi": {},
    "plain": {
        "next": "down",
        "previous": "up",
        "last": "end",
        "page-down": "pagedown,ctrl+d",
        "page-up": "pageup,ctrl+u",
    },
}
"""What a keymap has other than the default, by command."""
_DISPLAY = {"slash": "/", "question_mark": "?", "plus": "+", "minus": "-", "asterisk": "*"}
_DISPLAY |= {"left_square_bracket": "[", "right_square_bracket": "]", "space": "space"}
_NAMES = {written: name for name, written in _DISPLAY.items()}


def bindings(commands: Iterable[Command] = COMMANDS) -> list[Binding]:
    """Textual's bindings of some commands; the id lets the settings give a command other keys."""
    return [
        Binding(
            command.keys,
            command.action,
            command.footer,
            show=command.is_shown,
            key_display=shown(command.keys.split(",")[0]),
            tooltip=command.help,
            id=command.id,
        )
        for command in commands
    ]


def keymap(name: str, own: Mapping[str, str]) -> dict[str, str]:
    """The keys of every command that does not have its default ones; `own` goes before the keymap's.

    Raises `UsageError` for a command that there is not, and for a key that would do two things: one would be lost.
    """
    ids = [command.id for command in COMMANDS]
    if strange := sorted(set(own) - set(ids)):
        raise UsageError(f"review.keys: there is no command {strange[0]}", f"Commands: {', '.join(ids)}.")
    changed = {**KEYMAPS[name], **own}
    taken: dict[str, str] = {}
    for command in COMMANDS:
        for key in _keys(changed.get(command.id, command.keys)):
            if key in taken:
                raise _claimed_twice(key, taken[key], command.id, own)
            taken[key] = command.id
    return changed


def _keys(written: str) -> Iterator[str]:
    """Keys by the names that Textual knows them by, each once."""
    return iter(dict.fromkeys(_NAMES.get(key, key) for key in map(str.strip, written.split(","))))


def _claimed_twice(key: str, first: str, second: str, own: Mapping[str, str]) -> UsageError:
    other = second if first in own else first
    return UsageError(
        f"review.keys: {shown(key)} is the key of both {first} and {second}",
        f"Give {other} another key too, or choose a key that is free.",
    )


def shown(key: str) -> str:
    """A key as people write it."""
    return _DISPLAY.get(key, key.replace("ctrl+", "^"))

"""What a reviewer can do at plain prompts, as data: numbered, each with its word and what it does."""

from typing import NamedTuple

from claimtrack.errors import UsageError
from claimtrack.models import Axis, Verdict
from claimtrack.review.verdicts import AXES


class Command(NamedTuple):
    """One thing to do; what is typed after its word goes with it."""

    word: str
    help: str
    heading: str = ""
    """Of the group that begins here."""


def _verdicts(axis: Axis, helps: dict[Verdict, str], heading: str) -> tuple[Command, ...]:
    named = [Command(v.value.replace("_", " "), helps[v]) for v, on in AXES.items() if on == axis]
    return named[0]._replace(heading=heading), *named[1:]


SO = _verdicts(
    Axis.SO,
    {
        Verdict.IN_REVIEW: "somebody is on it",
        Verdict.VERIFIED: "it is so; asks for evidence",
        Verdict.DISPUTED: "there is reason to doubt it",
        Verdict.FALSE: "it is not so; asks for evidence",
        Verdict.INCONCLUSIVE: "it can't be told",
        Verdict.RETRACTED: "the party took it back",
    },
    "Is it so? Words after the command are the reason:",
)
SAID = _verdicts(
    Axis.SAID,
    {
        Verdict.CONFIRMED: "the party said it",
        Verdict.MISATTRIBUTED: "somebody else said it, or nobody",
        Verdict.MISQUOTED: "in other words",
    },
    "Did they say it?",
)
MENU = (
    Command("show", "read this entry again", "Looking:"),
    Command("next", "on to the next entry, undecided"),
    Command("previous", "back to the entry before"),
    Command("open", "the next entry without a decision"),
    Command("go", "to an entry by its number"),
    Command("list", "the entries from here on, ten at a time"),
    Command("filter", "only what holds; nothing after it shows all; “fields” tells the language"),
    Command("switch", "the other list: disagreements, claims"),
    Command("choose", "another answer of this entry, by its number"),
    Command("article", "the text around the words, which stand in brackets"),
    *SO,
    *SAID,
    Command("note", "a remark", "Beside a verdict:"),
    Command("editor", "a remark, written in your editor"),
    Command("evidence", "evidence for the verdict that stands"),
    Command("flag", "a colleague should look at it"),
    Command("unflag", "take the flag down"),
    Command("related", "confirm that the accounts meet as suggested", "Relations:"),
    Command("unrelated", "reject that suggestion"),
    Command("link", "relate this claim to another of its event"),
    Command("unlink", "part this claim from another"),
    Command("party", "who speaks is another", "What was read wrongly:"),
    Command("stance", "the party stands to it otherwise"),
    Command("content", "other words are the party's"),
    Command("all", "one verdict for all entries of this filter, undone as one", "The whole:"),
    Command("undo", "take back your newest decision"),
    Command("redo", "take back your newest undo"),
    Command("history", "the newest decisions, and to their claims"),
    Command("help", "this list"),
    Command("quit", "leave; everything is saved"),
)
_BY_WORD = {command.word: command for command in MENU}


def menu() -> tuple[str, ...]:
    """The menu as lines."""
    lines: list[str] = []
    for number, command in enumerate(MENU, 1):
        if command.heading:
            lines += ["", command.heading]
        lines.append(f"{number}. {command.word}: {command.help}")
    return tuple(lines)


def command(typed: str) -> tuple[Command, str]:
    """What is meant by a number, a word or the beginning of one, and what was typed after it.

    Raises `UsageError` with the nearest word if nothing or several things can be meant.
    """
    words = typed.split()
    if words[:1] == ["?"]:
        return _BY_WORD["help"], ""
    for count in (2, 1):
        name = " ".join(words[:count]).lower().replace("_", " ").replace("-", " ")
        if found := _BY_WORD.get(name):
            return found, _rest(typed, len(" ".join(words[:count]).split()))
    name = words[0].lower() if words else ""
    if name.isascii() and name.isdigit() and 1 <= int(name[:4]) <= len(MENU):
        return MENU[int(name[:4]) - 1], _rest(typed, 1)
    beginning = [each for each in MENU if name and each.word.startswith(name)]
    if len(beginning) == 1:
        return beginning[0], _rest(typed, 1)
    raise UsageError(f"“{name}” is nothing to do here{_near(name, beginning)}", "Type help for the list.")


def _rest(typed: str, words: int) -> str:
    """What follows so many words, as it was typed."""
    parts = typed.strip().split(maxsplit=words)
    return parts[words] if len(parts) > words else ""


def _near(name: str, beginning: list[Command]) -> str:
    if beginning:
        return f"; it could be {' or '.join(each.word for each in beginning)}"
    from rapidfuzz import process  # only for a mistake

    found = process.extractOne(name, list(_BY_WORD), score_cutoff=70)
    return f"; did you mean {found[0]}?" if found else ""

"""Questions on plain lines: to one who reads them, hears them, or pipes the answers in."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from claimtrack.display import one_line, safe
from claimtrack.errors import UsageError

_T = TypeVar("_T")
Say = Callable[[str], None]
Ask = Callable[[str], str]
"""Shows a prompt and gives the line that is typed; raises `EOFError` when there are no more."""


class Prompts:
    """Asks for words, a choice or a yes; words that could not be saved are offered again."""

    def __init__(self, ask: Ask, say: Say) -> None:
        self._ask = ask
        self._say = say
        self._drafts: dict[str, str] = {}
        self._asked: list[str] = []

    def say(self, words: str) -> None:
        """A line, safe whatever it quotes."""
        self._say(safe(words))

    def line(self, prompt: str) -> str:
        """One line, without white space at its ends."""
        return self._ask(safe(prompt)).strip()

    def begin(self) -> None:
        """A new command: what is asked from now on belongs to it."""
        self._asked = []

    def words(self, question: str, key: str, given: str = "") -> str:
        """Words for what `key` names, kept until they are on disk; empty if there are to be none."""
        kept = self._drafts.get(key, "")
        if not given and kept:
            self.say(f"Kept from before: {one_line(kept)}. Enter takes it, a minus drops it.")
            answer = self.line(f"{question} ")
            given = "" if answer == "-" else answer or kept
        elif not given:
            given = self.line(f"{question} Enter alone for nothing. ")
        self.keep(key, given)
        return given

    def remark(self, question: str, key: str, given: str) -> str:
        """Words that were given with the command or could not be saved before; never asked for otherwise."""
        return self.words(question, key, given) if given or self.kept(key) else ""

    def keep(self, key: str, words: str) -> None:
        """Have words offered again the next time."""
        self._asked.append(key)
        if words:
            self._drafts[key] = words
        else:
            self._drafts.pop(key, None)

    def kept(self, key: str) -> str:
        """Words that wait to be saved."""
        return self._drafts.get(key, "")

    def saved(self) -> None:
        """What was asked for this command is on disk."""
        for key in self._asked:
            self._drafts.pop(key, None)

    def choice(self, question: str, choices: Sequence[tuple[_T, str]], given: str = "") -> _T | None:
        """One of some things, by its number or its name; None if it is to be none."""
        if not given:
            for number, (_, described) in enumerate(choices, 1):
                self.say(f"{number}. {described}")
            given = self.line(f"{question} A number, or Enter for none: ")
        if not given:
            return None
        wanted = given.lower().replace("_", " ")
        by_name = [value for value, described in choices if described.lower() == wanted]
        if by_name:
            return by_name[0]
        return choices[number_in(given, len(choices)) - 1][0]

    def sure(self, question: str) -> bool:
        """Whether yes is typed."""
        return self.line(f"{question} yes or no: ").lower() in {"y", "yes"}


def number_in(typed: str, most: int) -> int:
    """A number from 1 to `most`; raises naming them."""
    if typed.isascii() and typed.isdigit() and 1 <= int(typed[:9]) <= most:
        return int(typed)
    raise UsageError(f"“{typed}” is none of the numbers", f"From 1 to {most}.")

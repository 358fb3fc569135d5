"""What the desk's parts tell each other."""

from typing import Self

from textual.message import Message

from claimtrack.models import Judgement


class Saved(Message):
    """Decisions are on disk."""

    def __init__(self, judgements: tuple[Judgement, ...], *, moves_on: bool) -> None:
        super().__init__()
        self.judgements = judgements
        self.moves_on = moves_on

    def again(self) -> Self:
        """The same for another screen: a message has one receiver."""
        return type(self)(self.judgements, moves_on=self.moves_on)


class Changed(Message):
    """Someone else added articles or decided something."""

    def again(self) -> Self:
        """The same for another screen."""
        return type(self)()

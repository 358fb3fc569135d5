"""What teachers say of a batch: which labels and links they hold likely, and how they see every piece on the way.

Learning the first is distillation (Hinton et al. 2015), learning the last from hints (Romero et al. 2015; Jiao et
al. 2020), through linear maps that training throws away. A large teacher takes three times as long as its student,
so what it said is kept, and most batches are read again.
"""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn

from claimtrack.attribution.train.batches import Inputs, padded
from claimtrack.attribution.train.crf import Belief, belief
from claimtrack.attribution.train.examples import Window
from claimtrack.attribution.train.network import Network, Seen
from claimtrack.language.train.learning import halved

_LEAST_SPREAD, _RIDGE = 1e-3, 1e-3
_HALF = torch.bfloat16


class Lesson(NamedTuple):
    """A batch, and what the teachers say of it, if there are any."""

    batch: list[Window]
    inputs: Inputs
    held: Belief | None = None
    """Which labels they hold likely on average."""
    links: Sequence[Tensor] = ()
    """The link vectors of each."""
    states: Sequence[Tensor] = ()
    """What the first makes of every real piece, half-way and at its end: shape (pieces, width)."""


def lessons(batches: Iterator[list[Window]], teachers: Sequence[Network], device: torch.device) -> Iterator[Lesson]:
    """Each batch with what the teachers say of it."""
    for batch in batches:
        inputs = padded(batch, device)
        yield _taught(batch, inputs, teachers) if teachers else Lesson(batch, inputs)


def _taught(batch: list[Window], inputs: Inputs, teachers: Sequence[Network]) -> Lesson:
    with halved(inputs.ids.device), torch.no_grad():
        said = [teacher.read(*inputs[:4]) for teacher in teachers]
        tags = torch.stack([each.tags[:, 1:].float() for each in said]).mean(0)
        steps = torch.stack([teacher.transitions for teacher in teachers]).mean(0)
        links, states = [each.links.to(_HALF) for each in said], [part.to(_HALF) for part in hinting(said[0], inputs)]
    return Lesson(batch, inputs, belief(tags, inputs.is_real, steps), links, states)


def repeated(fresh: Iterator[Lesson], kept: int, share_fresh: float, chance: random.Random) -> Iterator[Lesson]:
    """New lessons until so many are kept, then mostly these again in any order, some of them replaced by new ones."""
    memory: list[Lesson] = []
    for lesson in fresh:
        if len(memory) < kept:
            memory.append(lesson)
        else:
            memory[chance.randrange(kept)] = lesson
        yield lesson
        while len(memory) == kept and chance.random() >= share_fresh:
            yield memory[chance.randrange(kept)]


def hinting(seen: Seen, inputs: Inputs) -> list[Tensor]:
    """What a network makes of every real piece, half-way and at its end."""
    half, whole = len(seen.states) // 2 - 1, len(seen.states) - 1
    return [seen.states[layer][:, 1:][inputs.is_real] for layer in (half, whole)]


class Hints(nn.Module):
    """Linear maps from what a student makes of pieces to what its teacher does, in units of the teacher's spread."""

    def __init__(self, student: Sequence[Tensor], teacher: Sequence[Tensor]) -> None:
        """Begin with the maps that fit best (ridge regression) on what both make of the same pieces."""
        super().__init__()
        self.middles = [theirs.float().mean(0) for theirs in teacher]
        self.spreads = [theirs.float().std(0).clamp(min=_LEAST_SPREAD) for theirs in teacher]
        self.maps = nn.ModuleList(
            _fitted(mine.double(), self._wanted(layer, theirs).double())
            for layer, (mine, theirs) in enumerate(zip(student, teacher, strict=True))
        )

    def loss(self, student: Sequence[Tensor], teacher: Sequence[Tensor]) -> Tensor:
        """The mean share of the teacher's variance that the maps leave unexplained."""
        pairs = zip(self.maps, student, teacher, strict=True)
        left = [
            (fit(mine.float()) - self._wanted(layer, theirs)).square().mean()
            for layer, (fit, mine, theirs) in enumerate(pairs)
        ]
        return torch.stack(left).mean()

    def _wanted(self, layer: int, theirs: Tensor) -> Tensor:
        return (theirs.float() - self.middles[layer]) / self.spreads[layer]


def _fitted(given: Tensor, wanted: Tensor) -> nn.Linear:
    middle = given.mean(0)
    apart = given - middle
    ridge = _RIDGE * len(apart) * apart.var() * torch.eye(given.shape[1], dtype=given.dtype, device=given.device)
    weight = torch.linalg.solve(apart.T @ apart + ridge, apart.T @ wanted)
    fit = nn.Linear(given.shape[1], wanted.shape[1], device=given.device)
    with torch.no_grad():
        fit.weight.copy_(weight.T.float())
        fit.bias.copy_((-middle @ weight).float())
    return fit

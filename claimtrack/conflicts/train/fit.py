"""The training loop of the judge, and what a teacher holds likely."""

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F

from claimtrack.conflicts.train.accounts import Label, Pair, pairs
from claimtrack.conflicts.train.network import Network, padded
from claimtrack.language.train.learning import Learner, halved

Beliefs = Mapping[tuple[str, str], Tensor]
_CPU = torch.device("cpu")
_HEADS = ("middle", "labels", "place")


class Recipe(NamedTuple):
    """Everything that decides what is learned, with the values of what ships."""

    steps: int
    rate: float
    batch: int
    seed: int
    others: float = 1.2
    """Unrelated pairs for each related one."""
    head_rate: float = 4.0
    """Of what is new to the encoder, in rates of the encoder."""
    warm_up: float = 0.05
    taught: float = 0.7
    """Weight of a teacher's belief beside the label."""
    smoothing: float = 0.06
    averaging: float = 0.99


def fit(network: Network, files: Sequence[Path], recipe: Recipe, checkpoint: Path, beliefs: Beliefs) -> Network:
    """Train in place, and give the averaged network. Progress goes to stderr."""
    chance = random.Random(recipe.seed)
    rates = dict.fromkeys(_HEADS, recipe.rate * recipe.head_rate)
    learner = Learner(network, recipe.rate, rates, recipe.steps, warm_up=recipe.warm_up, averaging=recipe.averaging)
    network.train()
    while learner.step < recipe.steps:
        batch_of = batches(pairs(files, recipe.others, chance), recipe.batch, chance)
        for batch in islice(batch_of, recipe.steps - learner.step):
            learner.learn(_loss(network, batch, recipe, beliefs, chance), 50)
            if learner.step == recipe.steps or learner.step % 500 == 0:
                learner.save(checkpoint)
    return learner.kept


def beliefs(teacher: Network, found: Sequence[Pair], batch: int = 64) -> Beliefs:
    """What a teacher holds likely of pairs: four shares for each."""
    teacher.eval()
    held: dict[tuple[str, str], Tensor] = {}
    for some in batches(found, batch, random.Random(0)):
        with torch.no_grad(), halved(_CPU):
            scores = teacher(*padded([(pair.one, pair.other) for pair in some])).float().softmax(1)
        held |= {(pair.one, pair.other): row for pair, row in zip(some, scores, strict=True)}
        print(f"believed {len(held)} of {len(found)}", file=sys.stderr)
    return held


def batches(found: Sequence[Pair], size: int, chance: random.Random) -> Iterator[list[Pair]]:
    """Shuffled batches of pairs of similar length."""
    mixed = chance.sample(found, len(found))
    mixed.sort(key=lambda pair: (len(pair.one) + len(pair.other)) // 60)
    cut = [mixed[i : i + size] for i in range(0, len(mixed), size)]
    chance.shuffle(cut)
    yield from cut


def _loss(network: Network, batch: list[Pair], recipe: Recipe, beliefs: Beliefs, chance: random.Random) -> Tensor:
    """Cross entropy with the labels, and with the teacher's belief where there is one; either way about."""
    turned = [(p.other, p.one) if chance.random() < 0.5 else (p.one, p.other) for p in batch]
    with halved(_CPU):
        scores = network(*padded(turned)).float()
    gold = F.one_hot(torch.tensor([pair.label for pair in batch]), len(Label)).float()
    rows = [_target(row, beliefs.get((pair.one, pair.other)), recipe) for row, pair in zip(gold, batch, strict=True)]
    return F.cross_entropy(scores, torch.stack(rows))


def _target(gold: Tensor, belief: Tensor | None, recipe: Recipe) -> Tensor:
    if belief is None:
        return torch.lerp(gold, torch.full_like(gold, 1 / len(Label)), recipe.smoothing)
    return torch.lerp(gold, belief, recipe.taught)

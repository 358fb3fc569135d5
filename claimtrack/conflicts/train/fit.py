"""The training loop of the judge, and what a teacher holds likely."""

import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from claimtrack.conflicts.train.accounts import Label, Pair, pairs
from claimtrack.conflicts.train.network import Network, padded

Beliefs = Mapping[tuple[str, str], Tensor]
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
    if network.biases is not None:
        network.words.requires_grad_(False)  # it holds what a small corpus lacks
    optimiser, schedule = _optimiser(network, recipe)
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(recipe.averaging)
    )
    begun, step = time.monotonic(), 0
    while step < recipe.steps:
        for batch in batches(pairs(files, recipe.others, chance), recipe.batch, chance):
            network.train()
            loss = _loss(network, batch, recipe, beliefs, chance)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad(set_to_none=True)
            average.update_parameters(network)
            step += 1
            if step % 50 == 0:
                pace = (time.monotonic() - begun) / step
                print(f"step {step}/{recipe.steps} loss {loss.item():.3f} {pace:.2f} s/step", file=sys.stderr)
            if step == recipe.steps or step % 500 == 0:
                torch.save(average.module.state_dict(), checkpoint)
            if step == recipe.steps:
                break
    return cast("Network", average.module)


def beliefs(teacher: Network, found: Sequence[Pair], batch: int = 64) -> Beliefs:
    """What a teacher holds likely of pairs: four shares for each."""
    teacher.eval()
    held: dict[tuple[str, str], Tensor] = {}
    for some in batches(found, batch, random.Random(0)):
        with torch.no_grad(), _halved():
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


def _halved() -> torch.autocast:
    """Half precision only where it is fast: a CPU without bf16 units is 20 times slower with it."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=torch.cpu._is_amx_tile_supported())  # noqa: SLF001


def _loss(network: Network, batch: list[Pair], recipe: Recipe, beliefs: Beliefs, chance: random.Random) -> Tensor:
    """Cross entropy with the labels, and with the teacher's belief where there is one; either way about."""
    turned = [(p.other, p.one) if chance.random() < 0.5 else (p.one, p.other) for p in batch]
    with _halved():
        scores = network(*padded(turned)).float()
    gold = F.one_hot(torch.tensor([pair.label for pair in batch]), len(Label)).float()
    rows = [_target(row, beliefs.get((pair.one, pair.other)), recipe) for row, pair in zip(gold, batch, strict=True)]
    return F.cross_entropy(scores, torch.stack(rows))


def _target(gold: Tensor, belief: Tensor | None, recipe: Recipe) -> Tensor:
    if belief is None:
        return torch.lerp(gold, torch.full_like(gold, 1 / len(Label)), recipe.smoothing)
    return torch.lerp(gold, belief, recipe.taught)


def _optimiser(network: Network, recipe: Recipe) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    free = [(name.split(".")[0] in _HEADS, part) for name, part in network.named_parameters() if part.requires_grad]
    groups = [
        {"params": [part for is_new, part in free if is_new], "lr": recipe.rate * recipe.head_rate},
        {"params": [part for is_new, part in free if not is_new], "lr": recipe.rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    warm = max(1, int(recipe.steps * recipe.warm_up))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (recipe.steps - step) / max(1, recipe.steps - warm)))
    )
    return optimiser, schedule

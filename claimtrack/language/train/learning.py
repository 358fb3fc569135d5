"""What every training does with a loss: one step, at a rate that warms up and falls, and a mean that is kept."""

import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Generic, TypeVar, cast

import torch
from torch import Tensor, nn

from claimtrack.language.train.encoder import Encoder

N = TypeVar("N", bound=Encoder)
_DECAY, _CLIP = 0.01, 1.0
"""Decay of the weights, and the longest gradient."""


def halved(device: torch.device) -> torch.autocast:
    """Half precision only where it is fast: a CPU without bf16 units is 20 times slower with it."""
    has_units = torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()  # noqa: SLF001 (no public name)
    is_fast = device.type == "cuda" or has_units
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=is_fast)


class Learner(Generic[N]):
    """A network in training, and the moving average of its weights."""

    def __init__(
        self,
        network: N,
        rate: float,
        rates: Mapping[str, float],
        steps: int,
        *,
        warm_up: float,
        averaging: float,
        beside: tuple[Iterable[nn.Parameter], float] | None = None,
    ) -> None:
        """`rates` are those of parts named first in a weight's name ("tags"), `rate` that of all others.

        `beside` are weights that learn along and are not kept, with their rate. The rate grows for the first share
        `warm_up` of the steps, then falls to nothing; `averaging` is the decay of the moving average.
        """
        if network.biases is not None:
            network.words.requires_grad_(False)  # a fifth of a large network, and it holds what a small corpus lacks
        self.network, self.steps, self.step = network, steps, 0
        groups = _groups(network, rate, rates)
        groups += [{"params": list(beside[0]), "lr": beside[1]}] if beside else []
        self._optimiser = torch.optim.AdamW(groups, weight_decay=_DECAY, fused=True)
        warm = max(1, int(steps * warm_up))
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimiser, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
        )
        self._average = torch.optim.swa_utils.AveragedModel(
            network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(averaging)
        )
        self._begun = time.monotonic()

    @property
    def kept(self) -> N:
        """The averaged network."""
        return cast("N", self._average.module)

    def save(self, checkpoint: Path) -> None:
        """Write the averaged weights."""
        torch.save(self.kept.state_dict(), checkpoint)

    def learn(self, loss: Tensor, every: int, where: str = "") -> None:
        """Take one step down a loss; every so many steps, say on stderr how it goes, after `where`."""
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), _CLIP)
        self._optimiser.step()
        self._schedule.step()
        self._optimiser.zero_grad(set_to_none=True)
        self._average.update_parameters(self.network)
        self.step += 1
        if self.step % every == 0:
            pace = (time.monotonic() - self._begun) / self.step
            print(f"{where}step {self.step}/{self.steps} loss {loss.item():.3f} {pace:.2f} s/step", file=sys.stderr)


def _groups(network: Encoder, rate: float, rates: Mapping[str, float]) -> list[dict[str, object]]:
    """The weights that learn, by their rate."""
    parameters: dict[float, list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            parameters.setdefault(rates.get(name.split(".")[0], rate), []).append(parameter)
    return [{"params": found, "lr": its_rate} for its_rate, found in parameters.items()]

"""The training loop: tag loss plus the two link losses, one pass over the corpus an epoch."""

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from claimtrack.attribution.links import CONTENT_CUE, CUE_SOURCE, LINK_WIDTH, buckets
from claimtrack.attribution.pieces import CLS, PAD, SEP
from claimtrack.attribution.tags import TagSpan, labels_of
from claimtrack.attribution.train.crf import IGNORED, crf_loss
from claimtrack.attribution.train.examples import Document, Window, examples, varied
from claimtrack.attribution.train.network import Network


class Recipe(NamedTuple):
    """Everything that decides what is learned, with the values that were used."""

    epochs: int = 4
    window: int = 254
    batch: int = 8
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    table_rate: float = 1e-2
    """Of the small tables: distances, none, transitions."""
    decay: float = 0.01
    warm_up: float = 0.06
    clip: float = 1.0
    link_weight: float = 0.2
    varied: float = 0.35
    """Share of documents varied in each epoch."""
    split_content: float = 0.15
    """Share of contents cut in two for the link loss, since predicted ones come in pieces."""
    averaging: float = 0.998
    """Decay of the moving average of the weights, which is what is kept."""
    seed: int = 7


def fit(network: Network, documents: list[Document], recipe: Recipe, checkpoint: Path) -> Network:
    """Train in place, and give the averaged network. Progress goes to stderr."""
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    device = next(network.parameters()).device
    per_epoch = len(list(_epoch(documents, recipe, random.Random(0))))
    total = per_epoch * recipe.epochs
    optimiser, schedule = _optimiser(network, recipe, total)
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(recipe.averaging)
    )
    step, begun = 0, time.monotonic()
    for epoch in range(recipe.epochs):
        network.train()
        for batch in _epoch(documents, recipe, chance):
            # Half precision only where it is fast: a CPU without bf16 units is 20 times slower with it.
            with torch.autocast(device.type, dtype=torch.bfloat16, enabled=device.type == "cuda"):
                loss = losses(network, batch, recipe, chance, device)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), recipe.clip)
            optimiser.step()
            schedule.step()
            optimiser.zero_grad(set_to_none=True)
            average.update_parameters(network)
            step += 1
            if step % 20 == 0:
                pace = (time.monotonic() - begun) / step
                print(
                    f"epoch {epoch + 1} step {step}/{total} loss {loss.item():.3f} {pace:.2f} s/step", file=sys.stderr
                )
        torch.save(average.module.state_dict(), checkpoint)
    return average.module


def _optimiser(
    network: Network, recipe: Recipe, total: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    rates = dict.fromkeys(("tags", "links", "case", "place"), recipe.head_rate)
    rates |= dict.fromkeys(("distance", "nothing", "transitions"), recipe.table_rate)
    parameters: dict[float, list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        parameters.setdefault(rates.get(name.split(".")[0], recipe.encoder_rate), []).append(parameter)
    groups = [{"params": found, "lr": rate} for rate, found in parameters.items()]
    optimiser = torch.optim.AdamW(groups, weight_decay=recipe.decay)
    warm = max(1, int(total * recipe.warm_up))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.0, (total - step) / max(1, total - warm)))
    )
    return optimiser, schedule


def _epoch(documents: list[Document], recipe: Recipe, chance: random.Random) -> Iterator[list[Window]]:
    """Shuffled batches of windows of similar length; window size and wording vary by document."""
    found: list[Window] = []
    for document in documents:
        told = varied(document, chance) if chance.random() < recipe.varied else document
        found += examples(told, chance.randint(recipe.window * 3 // 4, recipe.window))
    chance.shuffle(found)
    found.sort(key=lambda window: len(window.pieces.ids) // 24)
    batches = [found[i : i + recipe.batch] for i in range(0, len(found), recipe.batch)]
    chance.shuffle(batches)
    yield from batches


def losses(
    network: Network, batch: list[Window], recipe: Recipe, chance: random.Random, device: torch.device
) -> Tensor:
    """Cross entropy of the labels, plus the weighted mean of the link choices."""
    ids, case, place, mask, gold = (torch.from_numpy(part).to(device) for part in _padded(batch))
    tags, links = network(ids, case, place, mask)
    tag_loss = crf_loss(tags[:, 1:].float(), gold[:, 1:], network.transitions)
    chosen = [
        link_loss(network, choice, window, pairs, links[row, 1:].float())
        for row, window in enumerate(batch)
        for choice, pairs, window in (
            (CONTENT_CUE, *_split(window, recipe, chance)),
            (CUE_SOURCE, window.cue_source, window),
        )
        if pairs
    ]
    return tag_loss + recipe.link_weight * torch.cat(chosen).mean() if chosen else tag_loss


def _split(window: Window, recipe: Recipe, chance: random.Random) -> tuple[list[tuple[int, int]], Window]:
    """Cut some contents in two, each linked as the whole was."""
    found, pairs = list(window.spans), []
    for child, parent in window.content_cue:
        span = found[child]
        if span.last - span.first > 4 and chance.random() < recipe.split_content:
            middle = chance.randint(span.first + 2, span.last - 2)
            pairs += [(len(found), parent), (len(found) + 1, parent)]
            found += [span._replace(last=middle), span._replace(first=middle)]
        else:
            pairs.append((child, parent))
    return pairs, window._replace(spans=found)


def link_loss(network: Network, choice: int, window: Window, pairs: list[tuple[int, int]], vectors: Tensor) -> Tensor:
    """The loss of each child's choice among the window's parents and none; shape (children,)."""
    role = "cue" if choice == CONTENT_CUE else "source"
    parents = [i for i, span in enumerate(window.spans) if span.role == role]
    children = [window.spans[child] for child, _ in pairs]
    scores = network.nothing[choice].expand(len(children), 1)
    if parents:
        near = [window.spans[i] for i in parents]
        down, up = _means(vectors, children, 2 * choice), _means(vectors, near, 2 * choice + 1)
        places = torch.from_numpy(buckets(children, near))
        fits = down @ up.T / LINK_WIDTH**0.5 + network.distance[choice][places.to(vectors.device)]
        scores = torch.cat([scores, fits], dim=1)
    gold = torch.tensor([parents.index(parent) + 1 if parent >= 0 else 0 for _, parent in pairs])
    return F.cross_entropy(scores, gold.to(vectors.device), reduction="none")


def _means(vectors: Tensor, found: list[TagSpan], part: int) -> Tensor:
    columns = vectors[:, part * LINK_WIDTH : (part + 1) * LINK_WIDTH]
    return torch.stack([columns[span.first : span.last].mean(0) for span in found])


def _padded(batch: list[Window]) -> tuple[np.ndarray, ...]:
    """Ids, case, place, mask and gold labels of a batch, with [CLS] and [SEP], padded."""
    length = max(len(window.pieces.ids) for window in batch) + 2
    ids, case, place, mask = (np.zeros((len(batch), length), dtype=np.int64) for _ in range(4))
    ids[:] = PAD
    gold = np.full((len(batch), length), IGNORED, dtype=np.int64)
    for row, window in enumerate(batch):
        size = len(window.pieces.ids)
        ids[row, 0], ids[row, 1 : size + 1], ids[row, size + 1] = CLS, window.pieces.ids, SEP
        case[row, 1 : size + 1] = window.pieces.case
        place[row, 1 : size + 1] = window.pieces.place
        mask[row, : size + 2] = 1
        gold[row, 1 : size + 1] = labels_of(window.spans, size)
    return ids, case, place, mask, gold

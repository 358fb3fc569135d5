"""The training loop: tag loss plus the two link losses, one pass over the corpus an epoch."""

import random
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from claimtrack.attribution.links import CONTENT_CUE, CUE_SOURCE, LINK_WIDTH, buckets
from claimtrack.attribution.pieces import CLS, LAST_SPECIAL, MASK, PAD, SEP
from claimtrack.attribution.tags import TagSpan, labels_of
from claimtrack.attribution.train.crf import IGNORED, belief, belief_loss, crf_loss
from claimtrack.attribution.train.examples import Document, Window, examples, varied
from claimtrack.attribution.train.network import Network
from claimtrack.language.train.learning import Learner, halved

_SHARE_MASKED = 0.6


class Recipe(NamedTuple):
    """Everything that decides what is learned, with the values that were used."""

    epochs: int = 4
    steps: int | None = None
    """Batches after which to stop, if that is not the end of the epochs."""
    window: int = 160
    batch: int = 12
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    table_rate: float = 1e-2
    """Of the small tables: distances, none, transitions."""
    warm_up: float = 0.06
    link_weight: float = 0.2
    varied: float = 0.35
    """Share of documents varied in each epoch."""
    split_content: float = 0.15
    """Share of contents cut in two for the link loss, since predicted ones come in pieces."""
    averaging: float = 0.998
    """Decay of the moving average of the weights, which is what is kept."""
    seed: int = 7
    hidden: float = 0.07
    """Share of pieces that a student with teachers reads as [MASK], on average of 6 batches in 10."""
    gold_weight: float = 0.3
    """With teachers: weight of the gold labels, the rest being that of the teachers' belief."""
    frozen: int = 0
    """With teachers: lower layers that stay as they are, beside the embeddings."""


def fit(
    network: Network, documents: list[Document], recipe: Recipe, checkpoint: Path, teachers: Sequence[Network] = ()
) -> Network:
    """Train in place, and give the averaged network. Progress goes to stderr.

    With teachers the network also learns what they hold likely on average, of every document, also of
    those without labels (distillation, Hinton et al. 2015).
    """
    chance = random.Random(recipe.seed)
    device = next(network.parameters()).device
    if teachers:
        _freeze(network, recipe.frozen)
    per_epoch = len(list(_epoch(documents, recipe, random.Random(0))))
    total = recipe.steps or per_epoch * recipe.epochs
    rates = dict.fromkeys(("tags", "links", "case", "place"), recipe.head_rate)
    rates |= dict.fromkeys(("distance", "nothing", "transitions"), recipe.table_rate)
    learner = Learner(network, recipe.encoder_rate, rates, total, warm_up=recipe.warm_up, averaging=recipe.averaging)
    for epoch in range(-(-total // per_epoch)):
        network.train()
        for batch in islice(_epoch(documents, recipe, chance), total - learner.step):
            with halved(device):
                loss = losses(network, batch, recipe, chance, device, teachers)
            learner.learn(loss, 20, f"epoch {epoch + 1} ")
        learner.save(checkpoint)
    return learner.kept


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
    network: Network,
    batch: list[Window],
    recipe: Recipe,
    chance: random.Random,
    device: torch.device,
    teachers: Sequence[Network] = (),
) -> Tensor:
    """The CRF's loss of the labels, and the teachers', plus the weighted mean of the link choices."""
    ids, case, place, mask, gold = (torch.from_numpy(part).to(device) for part in _padded(batch))
    labels, is_real = gold[:, 1:], gold[:, 1:] != IGNORED
    tags, links = network(_masked(ids, recipe, chance) if teachers else ids, case, place, mask)
    scores = tags[:, 1:].float()
    told = [row for row, window in enumerate(batch) if window.is_labelled]
    loss = crf_loss(scores[told], labels[told], network.transitions) if told else scores.new_zeros(())
    taught = []
    if teachers:
        with torch.no_grad():
            taught = [teacher(ids, case, place, mask) for teacher in teachers]
            believed = torch.stack([tags[:, 1:].float() for tags, _ in taught]).mean(0)
            steps = torch.stack([teacher.transitions for teacher in teachers]).mean(0)
        held = belief(believed, is_real, steps)
        loss = torch.lerp(belief_loss(scores, held, is_real, network.transitions), loss, recipe.gold_weight)
    asked = [(network, links), *zip(teachers, (links for _, links in taught), strict=True)]
    chosen = [
        link_loss(asked, Choice(choice, window, pairs), row, recipe.gold_weight)
        for row in told
        for choice, pairs, window in (
            (CONTENT_CUE, *_split(batch[row], recipe, chance)),
            (CUE_SOURCE, batch[row].cue_source, batch[row]),
        )
        if pairs
    ]
    return loss + recipe.link_weight * torch.cat(chosen).mean() if chosen else loss


def _masked(ids: Tensor, recipe: Recipe, chance: random.Random) -> Tensor:
    """The pieces with some hidden, so that a student looks at what is around them."""
    share = 2 * recipe.hidden * chance.random() if chance.random() < _SHARE_MASKED else 0.0
    is_hidden = (torch.rand(ids.shape, device=ids.device) < share) & (ids > LAST_SPECIAL)
    return ids.masked_fill(is_hidden, MASK)


def _freeze(network: Network, layers: int) -> None:
    """Keep the embeddings and some lower layers as they are."""
    for part in (network.words, network.positions, network.case, network.place, network.norm, *network.layers[:layers]):
        part.requires_grad_(False)


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


class Choice(NamedTuple):
    """The parents of one kind that a window's spans have, to be chosen among the window's."""

    number: int
    """`CONTENT_CUE` or `CUE_SOURCE`."""
    window: Window
    pairs: list[tuple[int, int]]
    """(child, parent or -1), as indices into the window's spans."""


def link_loss(asked: Sequence[tuple[Network, Tensor]], choice: Choice, row: int, gold_weight: float) -> Tensor:
    """The loss of each child's choice among the window's parents and none; shape (children,).

    `asked` are networks with their link vectors of the batch, the learner first; if there are others, it
    learns what they hold likely on average, beside the gold parent.
    """
    learner, *others = [_link_scores(network, choice, links[row, 1:].float()) for network, links in asked]
    parents = _parents(choice)
    gold = torch.tensor([parents.index(parent) + 1 if parent >= 0 else 0 for _, parent in choice.pairs])
    loss = F.cross_entropy(learner, gold.to(learner.device), reduction="none")
    if others:
        held = torch.stack(others).mean(0).softmax(1)
        loss = torch.lerp(F.cross_entropy(learner, held, reduction="none"), loss, gold_weight)
    return loss


def _parents(choice: Choice) -> list[int]:
    role = "cue" if choice.number == CONTENT_CUE else "source"
    return [i for i, span in enumerate(choice.window.spans) if span.role == role]


def _link_scores(network: Network, choice: Choice, vectors: Tensor) -> Tensor:
    """How well none, and each parent, fits each child; shape (children, 1 + parents)."""
    number, found = choice.number, choice.window.spans
    children = [found[child] for child, _ in choice.pairs]
    scores = network.nothing[number].expand(len(children), 1)
    if near := [found[i] for i in _parents(choice)]:
        down, up = _means(vectors, children, 2 * number), _means(vectors, near, 2 * number + 1)
        places = torch.from_numpy(buckets(children, near))
        fits = down @ up.T / LINK_WIDTH**0.5 + network.distance[number][places.to(vectors.device)]
        scores = torch.cat([scores, fits], dim=1)
    return scores


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

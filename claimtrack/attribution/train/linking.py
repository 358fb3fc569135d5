"""The loss of links: which cue a content belongs to, and which source a cue has."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F

from claimtrack.attribution.links import CONTENT_CUE, CUE_SOURCE, LINK_WIDTH, buckets
from claimtrack.attribution.tags import TagSpan
from claimtrack.attribution.train.examples import Window
from claimtrack.attribution.train.network import Network


class Choice(NamedTuple):
    """The parents of one kind that a window's spans have, to be chosen among the window's."""

    number: int
    """`CONTENT_CUE` or `CUE_SOURCE`."""
    window: Window
    pairs: list[tuple[int, int]]
    """(child, parent or -1), as indices into the window's spans."""


def choices(window: Window, share_split: float, chance: random.Random) -> Iterator[Choice]:
    """The choices of a labelled window, some of its contents cut in two, each half linked as the whole was."""
    pairs, parted = _split(window, share_split, chance)
    for choice in (Choice(CONTENT_CUE, parted, pairs), Choice(CUE_SOURCE, window, window.cue_source)):
        if choice.pairs:
            yield choice


def _split(window: Window, share: float, chance: random.Random) -> tuple[list[tuple[int, int]], Window]:
    found, pairs = list(window.spans), []
    for child, parent in window.content_cue:
        span = found[child]
        if span.last - span.first > 4 and chance.random() < share:
            middle = chance.randint(span.first + 2, span.last - 2)
            pairs += [(len(found), parent), (len(found) + 1, parent)]
            found += [span._replace(last=middle), span._replace(first=middle)]
        else:
            pairs.append((child, parent))
    return pairs, window._replace(spans=found)


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

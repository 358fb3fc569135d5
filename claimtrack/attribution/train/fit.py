"""The training loop: tag loss, the two link losses and, of a student, what its teachers say."""

import random
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

from claimtrack.attribution.train.batches import epoch
from claimtrack.attribution.train.crf import belief_loss, crf_loss
from claimtrack.attribution.train.examples import Document, Window
from claimtrack.attribution.train.linking import choices, link_loss
from claimtrack.attribution.train.network import Network, Seen
from claimtrack.attribution.train.taught import Hints, Lesson, hinting, lessons, repeated
from claimtrack.language.train.learning import Learner, halved

_FIRST = 30
"""Batches on which the maps of the hints are begun."""


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
    hint_rate: float = 5e-4
    warm_up: float = 0.06
    link_weight: float = 0.2
    varied: float = 0.35
    """Share of documents varied in each epoch."""
    split_content: float = 0.15
    """Share of contents cut in two for the link loss, since predicted ones come in pieces."""
    averaging: float = 0.998
    """Decay of the moving average of the weights, which is what is kept."""
    seed: int = 7
    hidden: float = 0.14
    """Most pieces that a student with teachers reads as [MASK], in 6 batches of 10, as a share."""
    gold_weight: float = 0.3
    """With teachers: weight of the gold labels, the rest being that of the teachers' belief."""
    hint_weight: float = 0.5
    """With teachers: weight of what they make of each piece; falls to nothing ..."""
    hinted: float = 0.75
    """... when this share of the batches is done."""
    kept: int = 1300
    """With teachers: batches of which what they say is kept ..."""
    fresh: float = 0.12
    """... and share of the batches that are new from then on."""


def fit(
    network: Network, documents: Sequence[Document], recipe: Recipe, checkpoint: Path, teachers: Sequence[Network] = ()
) -> Network:
    """Train in place, and give the averaged network. Progress goes to stderr.

    With teachers the network also learns what they say of every document, also of those without labels; the
    first of them is the one whose view of each piece is learned.
    """
    chance = random.Random(recipe.seed)
    device = next(network.parameters()).device
    draw = partial(epoch, documents, recipe.window, recipe.batch, recipe.varied)
    per_epoch = len(list(draw(random.Random(0))))
    total = recipe.steps or per_epoch * recipe.epochs
    asked = lessons(_endless(draw, chance), teachers, device)
    hints = None
    if teachers:
        _freeze(network)
        hints = _hints(network, list(islice(asked, _FIRST)))
        asked = repeated(asked, recipe.kept, recipe.fresh, chance)
    learner = Learner(
        network,
        recipe.encoder_rate,
        _rates(recipe, bool(teachers)),
        total,
        warm_up=recipe.warm_up,
        averaging=recipe.averaging,
        beside=(hints.parameters(), recipe.hint_rate) if hints else None,
    )
    network.train()
    for lesson in islice(asked, total):
        hint = recipe.hint_weight * max(0.0, 1 - learner.step / (recipe.hinted * total))
        with halved(device):
            loss = losses(network, lesson, recipe, chance, teachers, hints, hint)
        learner.learn(loss, 20)
        if learner.step % per_epoch == 0 or learner.step == total:
            learner.save(checkpoint)
    return learner.kept


def _endless(draw: partial[Iterator[list[Window]]], chance: random.Random) -> Iterator[list[Window]]:
    while True:
        yield from draw(chance)


def _rates(recipe: Recipe, is_taught: bool) -> dict[str, float]:
    """The rates of the heads, half as high where they have been learned before."""
    share = 0.5 if is_taught else 1.0
    rates = dict.fromkeys(("tags", "links", "case", "place"), share * recipe.head_rate)
    return rates | dict.fromkeys(("distance", "nothing", "transitions"), share * recipe.table_rate)


def _hints(network: Network, first: Sequence[Lesson]) -> Hints:
    """The hints' maps, fitted to what a network and its teacher make of some batches."""
    network.eval()
    with halved(next(network.parameters()).device), torch.no_grad():
        mine = [hinting(network.read(*lesson.inputs[:4]), lesson.inputs) for lesson in first]
    theirs = [lesson.states for lesson in first]
    return Hints(*([torch.cat(layer).float() for layer in zip(*states, strict=True)] for states in (mine, theirs)))


def losses(
    network: Network,
    lesson: Lesson,
    recipe: Recipe,
    chance: random.Random,
    teachers: Sequence[Network] = (),
    hints: Hints | None = None,
    hint_weight: float = 0.0,
) -> Tensor:
    """The CRF's loss of the labels, and the teachers', plus the weighted mean of the link choices and the hints."""
    inputs = lesson.inputs
    seen = network.read(*(inputs.hidden(recipe.hidden, chance) if teachers else inputs)[:4])
    loss = _tag_loss(network, seen, lesson, recipe)
    asked = [(network, seen.links), *zip(teachers, lesson.links, strict=True)]
    chosen = [
        link_loss(asked, choice, row, recipe.gold_weight)
        for row, window in enumerate(lesson.batch)
        if window.is_labelled
        for choice in choices(window, recipe.split_content, chance)
    ]
    if chosen:
        loss = loss + recipe.link_weight * torch.cat(chosen).mean()
    return loss + hint_weight * hints.loss(hinting(seen, inputs), lesson.states) if hints and hint_weight else loss


def _tag_loss(network: Network, seen: Seen, lesson: Lesson, recipe: Recipe) -> Tensor:
    scores, inputs = seen.tags[:, 1:].float(), lesson.inputs
    told = [row for row, window in enumerate(lesson.batch) if window.is_labelled]
    gold = crf_loss(scores[told], inputs.labels[told], network.transitions) if told else scores.new_zeros(())
    if lesson.held is None:
        return gold
    taught = belief_loss(scores, lesson.held, inputs.is_real, network.transitions)
    return torch.lerp(taught, gold, recipe.gold_weight if told else 0.0)


def _freeze(network: Network) -> None:
    """Keep the embeddings as they are."""
    for part in (network.words, network.positions, network.case, network.place, network.norm):
        part.requires_grad_(False)

"""Batches of windows: as they are drawn from documents, and as tensors."""

import random
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from claimtrack.attribution.pieces import CLS, LAST_SPECIAL, MASK, PAD, SEP
from claimtrack.attribution.tags import labels_of
from claimtrack.attribution.train.crf import IGNORED
from claimtrack.attribution.train.examples import Document, Window, examples, varied

_SHARE_MASKED = 0.6


class Inputs(NamedTuple):
    """A batch as tensors of whole numbers, all (windows, pieces), with [CLS] and [SEP], padded."""

    ids: Tensor
    case: Tensor
    place: Tensor
    mask: Tensor
    gold: Tensor

    @property
    def labels(self) -> Tensor:
        """The gold labels without that of [CLS]."""
        return self.gold[:, 1:]

    @property
    def is_real(self) -> Tensor:
        """Which pieces are those of the text, [CLS] left out."""
        return self.labels != IGNORED

    def hidden(self, most: float, chance: random.Random) -> "Inputs":
        """The same with some pieces hidden, so that a student looks at what is around them; `most` is a share."""
        share = most * chance.random() if chance.random() < _SHARE_MASKED else 0.0
        is_hidden = (torch.rand(self.ids.shape, device=self.ids.device) < share) & (self.ids > LAST_SPECIAL)
        return self._replace(ids=self.ids.masked_fill(is_hidden, MASK))


def epoch(
    documents: Sequence[Document], window: int, size: int, share_varied: float, chance: random.Random
) -> Iterator[list[Window]]:
    """Shuffled batches of windows of similar length; window size and wording vary by document."""
    found: list[Window] = []
    for document in documents:
        told = varied(document, chance) if chance.random() < share_varied else document
        found += examples(told, chance.randint(window * 3 // 4, window))
    chance.shuffle(found)
    found.sort(key=lambda each: len(each.pieces.ids) // 24)
    batches = [found[i : i + size] for i in range(0, len(found), size)]
    chance.shuffle(batches)
    yield from batches


def padded(batch: Sequence[Window], device: torch.device) -> Inputs:
    """A batch as tensors."""
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
    return Inputs(*(torch.from_numpy(part).to(device) for part in (ids, case, place, mask, gold)))

"""The judge's network: an encoder that reads two sentences as one row of pieces (a cross-encoder).

What tells the sentences apart is added to their pieces. The first vector and the mean of all go through one layer to
four scores (after Devlin et al. 2019, who use the first alone).
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from claimtrack.conflicts.train.accounts import Label
from claimtrack.language.train.encoder import Encoder, Shape
from claimtrack.language.wordpieces import tokenizer

MOST_PIECES = 62
"""Word pieces that are read of either sentence."""
_CLS, _SEP = 101, 102


class Network(Encoder):
    """Pieces of two sentences in, the scores of the four labels out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__(shape)
        self.middle = nn.Linear(shape.width, shape.width)
        self.labels = nn.Linear(shape.width, len(Label))

    def forward(self, ids: Tensor, place: Tensor, mask: Tensor) -> Tensor:
        """All (pairs, pieces); mask is 1 for real pieces. Gives (pairs, 4)."""
        states = self.states(ids, self.place(place), mask)
        weight = mask.to(states.dtype)[:, :, None]
        mean = (states * weight).sum(1) / weight.sum(1)
        return self.labels(self.dropout(torch.tanh(self.middle(states[:, 0] + mean))))


def row(one: str, other: str) -> tuple[list[int], list[int]]:
    """Both sentences as the word pieces of one row, and for each piece of which sentence it is (0 or 1)."""
    first, second = (tokenizer().encode(text, add_special_tokens=False).ids[:MOST_PIECES] for text in (one, other))
    return [_CLS, *first, _SEP, *second, _SEP], [0] * (len(first) + 2) + [1] * (len(second) + 1)


def padded(sentences: Sequence[tuple[str, str]]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, places and mask of pairs of sentences, (pairs, pieces) each."""
    rows = [row(one, other) for one, other in sentences]
    length = max(len(ids) for ids, _ in rows)
    ids, place, mask = (torch.zeros(len(rows), length, dtype=torch.long) for _ in range(3))
    for number, (pieces, places) in enumerate(rows):
        ids[number, : len(pieces)] = torch.tensor(pieces)
        place[number, : len(pieces)] = torch.tensor(places)
        mask[number, : len(pieces)] = 1
    return ids, place, mask

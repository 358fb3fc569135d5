"""The network: an encoder that tags source, cue and content and links them.

Two embeddings are added to the encoder's input, for the case of the word and for the place of the piece. One linear
layer tags, under a linear-chain CRF (Lafferty et al. 2001) whose transitions are decoded with. Another projects every
piece into four small vectors, whose products say which cue a content belongs to and which source a
cue has (a biaffine scorer without the middle matrix, after Dozat & Manning 2017).
"""

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor, nn

from claimtrack.attribution.links import BUCKETS, LINK_WIDTH
from claimtrack.attribution.pieces import CASES
from claimtrack.attribution.tags import LABELS
from claimtrack.language.train.encoder import MINILM, Encoder, Shape


class Network(Encoder):
    """Pieces in, label scores and link vectors out."""

    def __init__(self, shape: Shape = MINILM) -> None:
        super().__init__(shape)
        self.case = nn.Embedding(len(CASES), shape.width)
        self.tags = nn.Linear(shape.width, len(LABELS))
        self.links = nn.Linear(shape.width, 4 * LINK_WIDTH)
        self.distance = nn.Parameter(torch.zeros(2, BUCKETS))
        self.nothing = nn.Parameter(torch.zeros(2))
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        nn.init.zeros_(self.case.weight)

    def forward(self, ids: Tensor, case: Tensor, place: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """All (windows, pieces); mask is 1 for real pieces. Gives (…, 7) and (…, 4 * LINK_WIDTH)."""
        return self.read(ids, case, place, mask)[:2]

    def read(self, ids: Tensor, case: Tensor, place: Tensor, mask: Tensor) -> "Seen":
        """The same, and what each layer makes of the pieces."""
        states = self.layer_states(ids, self.case(case) + self.place(place), mask)
        return Seen(self.tags(states[-1]), self.links(states[-1]), states)


class Seen(NamedTuple):
    """What a network makes of some windows."""

    tags: Tensor
    links: Tensor
    states: list[Tensor]
    """Of each layer: shape (windows, pieces, width)."""


def mean(networks: Sequence[Network]) -> Network:
    """The first network with every weight the mean of all (of two cycles of one training; Izmailov et al. 2018)."""
    weights = [network.state_dict() for network in networks]
    networks[0].load_state_dict({name: torch.stack([each[name] for each in weights]).mean(0) for name in weights[0]})
    return networks[0]

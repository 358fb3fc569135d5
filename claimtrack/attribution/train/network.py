"""The network: a small BERT encoder that tags source, cue and content and links them.

The encoder is all-MiniLM-L6-v2 (Wang et al. 2020; Apache-2.0). Two embeddings are added to its
input, for the case of the word and for the place of the piece. One linear layer tags, under a
linear-chain CRF (Lafferty et al. 2001) whose transitions are decoded with. Another projects every
piece into four small vectors, whose products say which cue a content belongs to and which source a
cue has (a biaffine scorer without the middle matrix, after Dozat & Manning 2017).
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from claimtrack.attribution.links import BUCKETS, LINK_WIDTH
from claimtrack.attribution.pieces import CASES
from claimtrack.attribution.tags import LABELS

LAYERS, WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 1536, 30522, 512
DROPOUT = 0.1


class Layer(nn.Module):
    """One transformer layer of BERT (post-norm)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.output = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States (windows, pieces, 384); mask is added to the attention scores."""
        count, length, _ = states.shape
        query, key, value = (
            part(states).view(count, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + mask
        mixed = self.dropout(scores.softmax(-1)) @ value
        mixed = mixed.transpose(1, 2).reshape(count, length, WIDTH)
        states = self.attention_norm(states + self.dropout(self.output(mixed)))
        inner = self.outer(F.gelu(self.inner(states)))
        return self.output_norm(states + self.dropout(inner))


class Network(nn.Module):
    """Pieces in, label scores and link vectors out."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.case = nn.Embedding(len(CASES), WIDTH)
        self.place = nn.Embedding(4, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.tags = nn.Linear(WIDTH, len(LABELS))
        self.links = nn.Linear(WIDTH, 4 * LINK_WIDTH)
        self.distance = nn.Parameter(torch.zeros(2, BUCKETS))
        self.nothing = nn.Parameter(torch.zeros(2))
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.place.weight)

    def forward(self, ids: Tensor, case: Tensor, place: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """All (windows, pieces); mask is 1 for real pieces. Gives (…, 7) and (…, 4 * LINK_WIDTH)."""
        position = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        states = self.words(ids) + self.positions(position) + self.case(case) + self.place(place)
        states = self.dropout(self.norm(states))
        shut = (1.0 - mask.to(states.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            states = layer(states, shut)
        return self.tags(states), self.links(states)


def from_encoder(path: Path) -> Network:
    """A network that starts from the published encoder's weights (model.safetensors)."""
    network = Network()
    network.load_state_dict(_renamed(load_file(path)), strict=False)
    return network


def _renamed(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """BERT's names to ours; the constant token type is folded into the positions."""
    ours = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "output": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "output_norm": "output.LayerNorm",
    }
    for number in range(LAYERS):
        for name, theirs in parts.items():
            for kind in ("weight", "bias"):
                ours[f"layers.{number}.{name}.{kind}"] = weights[f"encoder.layer.{number}.{theirs}.{kind}"]
    return ours

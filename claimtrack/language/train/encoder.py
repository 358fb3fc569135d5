"""The encoder that every network here begins from: BERT's layers, as MiniLM or as MPNet.

all-MiniLM-L6-v2 (Wang et al. 2020; Apache-2.0) is what ships; all-mpnet-base-v2 (Song et al. 2020; Apache-2.0) is
its teacher, eight times as large and with the same pieces of words.
"""

import math
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

VOCABULARY, POSITIONS, HEADS = 30522, 512, 12
DROPOUT = 0.1
_BIASES, _FARTHEST = 32, 128
_MPNET_SPECIAL = {0: 1, 101: 0, 102: 2, 103: 30526}
"""[PAD], [CLS], [SEP] and [MASK] of BERT in MPNet's vocabulary; every other piece stands four later there."""


class Shape(NamedTuple):
    """What tells one encoder's network from another's."""

    layers: int
    width: int
    epsilon: float
    has_biases: bool
    """Whether attention is biased by the distance of two pieces, as in MPNet."""


MINILM = Shape(6, 384, 1e-12, has_biases=False)
MPNET = Shape(12, 768, 1e-5, has_biases=True)


class Layer(nn.Module):
    """One transformer layer of BERT (post-norm)."""

    def __init__(self, width: int, epsilon: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.output = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=epsilon)
        self.inner = nn.Linear(width, 4 * width)
        self.outer = nn.Linear(4 * width, width)
        self.output_norm = nn.LayerNorm(width, eps=epsilon)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States (windows, pieces, width); mask is added to the attention scores."""
        count, length, width = states.shape
        query, key, value = (
            part(states).view(count, length, HEADS, width // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(-1, -2) / (width // HEADS) ** 0.5 + mask
        mixed = scores.softmax(-1) @ value
        mixed = mixed.transpose(1, 2).reshape(count, length, width)
        states = self.attention_norm(states + self.dropout(self.output(mixed)))
        inner = self.outer(F.gelu(self.inner(states)))
        return self.output_norm(states + self.dropout(inner))


class Encoder(nn.Module):
    """Pieces in, a vector for each out; what is made of them is added by those who begin from it."""

    def __init__(self, shape: Shape = MINILM) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, shape.width)
        self.positions = nn.Embedding(POSITIONS, shape.width)
        self.place = nn.Embedding(4, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.biases = nn.Embedding(_BIASES, HEADS) if shape.has_biases else None
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer(shape.width, shape.epsilon) for _ in range(shape.layers))
        nn.init.zeros_(self.place.weight)

    def states(self, ids: Tensor, beside: Tensor, mask: Tensor) -> Tensor:
        """Vectors (rows, pieces, width) of pieces (rows, pieces); mask is 1 for real ones, `beside` added to each."""
        return self.layer_states(ids, beside, mask)[-1]

    def layer_states(self, ids: Tensor, beside: Tensor, mask: Tensor) -> list[Tensor]:
        """The vectors that each layer makes of those below it."""
        position = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
        states = self.dropout(self.norm(self.words(ids) + self.positions(position) + beside))
        shut = (1.0 - mask.to(states.dtype))[:, None, None, :] * -10000.0
        if self.biases is not None:
            shut = shut + self.biases(_distances(ids.shape[1], ids.device)).permute(2, 0, 1)[None]
        found = []
        for layer in self.layers:
            states = layer(states, shut)
            found.append(states)
        return found


N = TypeVar("N", bound=Encoder)


def _distances(length: int, device: torch.device) -> Tensor:
    """Which bias each pair of pieces has: by sign, exact to 8 pieces, then by the logarithm (Raffel et al. 2020)."""
    at = torch.arange(length, device=device)
    back = at[:, None] - at[None, :]
    half, exact = _BIASES // 2, _BIASES // 4
    far = back.abs()
    steps = torch.log(far.clamp(min=1).float() / exact) / math.log(_FARTHEST / exact) * (half - exact)
    return (back < 0) * half + torch.where(far < exact, far, (exact + steps.long()).clamp(max=half - 1))


def begun(kind: Callable[[Shape], N], path: Path) -> N:
    """A network from its checkpoint (.pt), or one that begins from a published encoder's weights (.safetensors)."""
    is_whole = path.suffix == ".pt"
    weights = torch.load(path, map_location="cpu") if is_whole else _published(load_file(path))
    network = kind(MPNET if "biases.weight" in weights else MINILM)
    network.load_state_dict(weights, strict=is_whole)
    return network


def _published(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights of MiniLM or MPNet as they were published, under our names."""
    is_mpnet = "encoder.relative_attention_bias.weight" in weights
    ours = _mpnet_beginning(weights) if is_mpnet else _bert_beginning(weights)
    names = _MPNET_NAMES if is_mpnet else _BERT_NAMES
    for number in range((MPNET if is_mpnet else MINILM).layers):
        for name, theirs in names.items():
            for part in ("weight", "bias"):
                ours[f"layers.{number}.{name}.{part}"] = weights[f"encoder.layer.{number}.{theirs}.{part}"]
    return ours


_BERT_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "attention_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "output_norm": "output.LayerNorm",
}
_MPNET_NAMES = _BERT_NAMES | {
    "query": "attention.attn.q",
    "key": "attention.attn.k",
    "value": "attention.attn.v",
    "output": "attention.attn.o",
    "attention_norm": "attention.LayerNorm",
}


def _bert_beginning(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """BERT's embeddings; the constant token type is folded into the positions."""
    return {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }


def _mpnet_beginning(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """MPNet's embeddings in the order of BERT's vocabulary; its positions begin after two that pad."""
    rows = torch.tensor([_MPNET_SPECIAL.get(piece, piece + 4) for piece in range(VOCABULARY)])
    return {
        "words.weight": weights["embeddings.word_embeddings.weight"][rows],
        "positions.weight": weights["embeddings.position_embeddings.weight"][2:],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
        "biases.weight": weights["encoder.relative_attention_bias.weight"],
    }

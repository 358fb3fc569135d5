"""The network: a BERT encoder that tags source, cue and content and links them.

The encoder of what ships is all-MiniLM-L6-v2 (Wang et al. 2020; Apache-2.0), that of its teacher
all-mpnet-base-v2 (Song et al. 2020; Apache-2.0), eight times as large and with the same pieces of words.
Two embeddings are added to its
input, for the case of the word and for the place of the piece. One linear layer tags, under a
linear-chain CRF (Lafferty et al. 2001) whose transitions are decoded with. Another projects every
piece into four small vectors, whose products say which cue a content belongs to and which source a
cue has (a biaffine scorer without the middle matrix, after Dozat & Manning 2017).
"""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from claimtrack.attribution.links import BUCKETS, LINK_WIDTH
from claimtrack.attribution.pieces import CASES
from claimtrack.attribution.tags import LABELS

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


class Network(nn.Module):
    """Pieces in, label scores and link vectors out."""

    def __init__(self, shape: Shape = MINILM) -> None:
        super().__init__()
        width = shape.width
        self.words = nn.Embedding(VOCABULARY, width)
        self.positions = nn.Embedding(POSITIONS, width)
        self.case = nn.Embedding(len(CASES), width)
        self.place = nn.Embedding(4, width)
        self.norm = nn.LayerNorm(width, eps=shape.epsilon)
        self.biases = nn.Embedding(_BIASES, HEADS) if shape.has_biases else None
        self.dropout = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer(width, shape.epsilon) for _ in range(shape.layers))
        self.tags = nn.Linear(width, len(LABELS))
        self.links = nn.Linear(width, 4 * LINK_WIDTH)
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
        if self.biases is not None:
            shut = shut + self.biases(_distances(ids.shape[1], ids.device)).permute(2, 0, 1)[None]
        for layer in self.layers:
            states = layer(states, shut)
        return self.tags(states), self.links(states)


def _distances(length: int, device: torch.device) -> Tensor:
    """Which bias each pair of pieces has: by sign, exact to 8 pieces, then by the logarithm (Raffel et al. 2020)."""
    at = torch.arange(length, device=device)
    back = at[:, None] - at[None, :]
    half, exact = _BIASES // 2, _BIASES // 4
    far = back.abs()
    steps = torch.log(far.clamp(min=1).float() / exact) / math.log(_FARTHEST / exact) * (half - exact)
    return (back < 0) * half + torch.where(far < exact, far, (exact + steps.long()).clamp(max=half - 1))


def from_encoder(path: Path) -> Network:
    """A network that starts from a published encoder's weights (model.safetensors), MiniLM's or MPNet's."""
    weights = load_file(path)
    is_mpnet = "encoder.relative_attention_bias.weight" in weights
    network = Network(MPNET if is_mpnet else MINILM)
    ours = _mpnet_beginning(weights) if is_mpnet else _bert_beginning(weights)
    names = _MPNET_NAMES if is_mpnet else _BERT_NAMES
    for number in range(len(network.layers)):
        for name, theirs in names.items():
            for kind in ("weight", "bias"):
                ours[f"layers.{number}.{name}.{kind}"] = weights[f"encoder.layer.{number}.{theirs}.{kind}"]
    network.load_state_dict(ours, strict=False)
    return network


def restored(path: Path) -> Network:
    """The network of a checkpoint, of either shape."""
    weights = torch.load(path, map_location="cpu")
    network = Network(_shape(weights))
    network.load_state_dict(weights)
    return network


def deepened(network: Network, behind: Sequence[int]) -> Network:
    """The network with a new layer behind each of the numbered ones, which at first hands on what it is given.

    So what the network knows is kept, and the new layers learn from there (after Chen et al. 2022, bert2BERT).
    """
    order = [
        (number, is_new) for number in range(len(network.layers)) for is_new in (False, *([True] * (number in behind)))
    ]
    ours = {name: part for name, part in network.state_dict().items() if not name.startswith("layers.")}
    for place, (number, is_new) in enumerate(order):
        layer = _idle(network.layers[number]) if is_new else network.layers[number].state_dict()
        ours |= {f"layers.{place}.{name}": part for name, part in layer.items()}
    deeper = Network(_shape(ours))
    deeper.load_state_dict(ours)
    return deeper


def _idle(layer: Layer) -> dict[str, Tensor]:
    """A copy of a layer that adds nothing: its outputs are none, its norms undo themselves as nearly as they can."""
    weights = {name: part.clone() for name, part in layer.state_dict().items()}
    scale, shift = weights["output_norm.weight"], weights["output_norm.bias"]
    middle = shift.mean()
    spread = ((scale**2 + shift**2).mean() - middle**2).sqrt()
    for name in ("output", "outer"):
        weights |= {f"{name}.{kind}": torch.zeros_like(weights[f"{name}.{kind}"]) for kind in ("weight", "bias")}
    for name in ("attention_norm", "output_norm"):
        weights[f"{name}.weight"] = torch.full_like(scale, spread.item())
        weights[f"{name}.bias"] = torch.full_like(shift, middle.item())
    return weights


def _shape(weights: dict[str, Tensor]) -> Shape:
    """The shape of the network that some weights are of."""
    family = MPNET if "biases.weight" in weights else MINILM
    return family._replace(layers=len({name.split(".")[1] for name in weights if name.startswith("layers.")}))


def mean(networks: Sequence[Network]) -> Network:
    """The first network with every weight the mean of all (of two cycles of one training; Izmailov et al. 2018)."""
    weights = [network.state_dict() for network in networks]
    networks[0].load_state_dict({name: torch.stack([each[name] for each in weights]).mean(0) for name in weights[0]})
    return networks[0]


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

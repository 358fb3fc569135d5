"""Export the encoder of meaning: ``python -m claimtrack.language.train.meaning model.safetensors``.

Writes claimtrack/language/model/encoder.onnx: the published weights of all-MiniLM-L6-v2, untrained by
us, with mean pooling and length 1, as int8 ONNX. Prints the SHA-256 of what it read and wrote.
"""

import hashlib
import sys
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from claimtrack.language.train.encoder import Encoder, begun
from claimtrack.language.train.export import write_int8

TARGET = Path(__file__).parents[1] / "model" / "encoder.onnx"


class Meaning(nn.Module):
    """Pieces in, one vector of length 1 out for each text."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Both (texts, pieces); mask is 1 for real pieces. Gives (texts, 384)."""
        states = self.encoder.states(ids, torch.zeros(()), mask)
        weight = mask.to(states.dtype)[:, :, None]
        return F.normalize((states * weight).sum(1) / weight.sum(1), dim=-1)


def main() -> None:
    """Read the weights, write the network."""
    weights = Path(sys.argv[1])
    free = {0: "texts", 1: "pieces"}
    write_int8(Meaning(begun(Encoder, weights)), TARGET, {"ids": free, "mask": free}, {"vector": {0: "texts"}})
    for path in (weights, TARGET):
        print(path.name, hashlib.sha256(path.read_bytes()).hexdigest())


if __name__ == "__main__":
    main()

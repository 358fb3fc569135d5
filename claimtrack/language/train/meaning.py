"""Export the encoder of meaning: ``python -m claimtrack.language.train.meaning model.safetensors``.

Writes claimtrack/language/model/encoder.onnx: the published weights of all-MiniLM-L6-v2, untrained by
us, with mean pooling and length 1, as int8 ONNX. Prints the SHA-256 of what it read and wrote.
"""

import hashlib
import sys
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from claimtrack.language.train.encoder import Encoder, published

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
    TARGET.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "encoder.onnx"
        shape, parts = published(weights)
        encoder = Encoder(shape)
        encoder.load_state_dict(parts, strict=False)
        _to_onnx(Meaning(encoder).eval(), whole)
        quantize_dynamic(whole, TARGET, per_channel=True, weight_type=QuantType.QInt8)
    for path in (weights, TARGET):
        print(path.name, hashlib.sha256(path.read_bytes()).hexdigest())


def _to_onnx(meaning: Meaning, path: Path) -> None:
    example = tuple(torch.ones(2, 9, dtype=torch.long) for _ in range(2))
    free = {"ids": {0: "texts", 1: "pieces"}, "mask": {0: "texts", 1: "pieces"}, "vector": {0: "texts"}}
    torch.onnx.export(
        meaning,
        example,
        str(path),
        input_names=["ids", "mask"],
        output_names=["vector"],
        dynamic_axes=free,
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    main()

"""From a network to the file that ships: int8 ONNX."""

import hashlib
import tempfile
from collections.abc import Mapping
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

Free = Mapping[str, Mapping[int, str]]
"""The names of inputs or outputs, with what their free dimensions are called."""


def write_int8(network: nn.Module, path: Path, inputs: Free, outputs: Free) -> str:
    """Write a network of whole numbers by rows and pieces; gives the SHA-256 of the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / path.name
        torch.onnx.export(
            network.eval().cpu().float(),
            tuple(torch.ones(2, 9, dtype=torch.long) for _ in inputs),
            str(whole),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={name: dict(free) for name, free in (*inputs.items(), *outputs.items())},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, path, per_channel=True, weight_type=QuantType.QInt8)
    return hashlib.sha256(path.read_bytes()).hexdigest()

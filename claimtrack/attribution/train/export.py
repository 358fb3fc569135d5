"""From a trained network to the files that ship (int8 ONNX, link biases, hash), and back."""

import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper

from claimtrack.attribution.train.network import Network
from claimtrack.language.train.export import write_int8

INPUTS, OUTPUTS = ("ids", "case", "place", "mask"), ("tags", "links")
_FREE = {0: "windows", 1: "pieces"}


def export(network: Network, folder: Path) -> str:
    """Write tagger.onnx and tagger.json to a folder; gives the SHA-256 of the model."""
    path = folder / "tagger.onnx"
    digest = write_int8(network, path, dict.fromkeys(INPUTS, _FREE), dict.fromkeys(OUTPUTS, _FREE))
    facts = {
        "sha256": digest,
        "distance": network.distance.detach().double().numpy().round(4).tolist(),
        "transitions": network.transitions.detach().double().numpy().round(4).tolist(),
        "nothing": network.nothing.detach().double().numpy().round(4).tolist(),
    }
    (folder / "tagger.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    onnxruntime.InferenceSession(path).run(None, {name: np.ones((1, 4), dtype=np.int64) for name in INPUTS})
    return digest


def imported(folder: Path) -> Network:
    """The network that a folder's tagger.onnx and tagger.json hold, to train it on; rounded to int8 as it was."""
    graph = onnx.load(folder / "tagger.onnx").graph
    stored = {part.name: numpy_helper.to_array(part) for part in graph.initializer}
    found = {name: stored[name] for name in Network().state_dict() if name in stored}
    found |= {
        name.removesuffix("_quantized"): _whole(name, stored) for name in stored if name.endswith(".weight_quantized")
    }
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            layer = node.name.strip("/").removesuffix("/MatMul_quant").replace("/", ".")
            found[f"{layer}.weight"] = _whole(node.input[1], stored).T
    facts = json.loads((folder / "tagger.json").read_text("utf-8"))
    found |= {name: np.array(facts[name]) for name in ("distance", "transitions", "nothing")}
    network = Network()
    network.load_state_dict({name: torch.tensor(part, dtype=torch.float32) for name, part in found.items()})
    return network


def _whole(quantised: str, stored: dict[str, np.ndarray]) -> np.ndarray:
    """A tensor of whole numbers as the numbers it stands for."""
    name = quantised.removesuffix("_quantized")
    return (stored[quantised].astype(np.float32) - stored[f"{name}_zero_point"]) * stored[f"{name}_scale"]

"""What a sentence means, as a vector: a second channel beside words for what is alike without sharing any.

all-MiniLM-L6-v2 (Reimers & Gurevych 2019; Wang et al. 2020; Apache-2.0) as it was published, mean
pooled, as int8 ONNX. It says how near two texts are, never why: typed signals decide label and reason.
"""

import os
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claimtrack.language.wordpieces import tokenizer

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Vector = NDArray[np.float32]
_MOST_PIECES = 128
_MOST_CHARACTERS = 1000


def closeness(one: str, other: str) -> float:
    """Cosine of two texts' meanings, between -1 and 1; 0.3 is of one field, 0.6 much the same."""
    return float(vector(one) @ vector(other))


@lru_cache(maxsize=20_000)
def vector(text: str) -> Vector:
    """The meaning of a text, of length 1; what goes beyond 128 word pieces is not read."""
    ids = np.array([tokenizer().encode(_sound(text[:_MOST_CHARACTERS])).ids[:_MOST_PIECES]], dtype=np.int64)
    (found,) = _session().run(None, {"ids": ids, "mask": np.ones_like(ids)})
    made: Vector = found[0]
    return made


def _sound(text: str) -> str:
    """The text without lone surrogates, which no tokenizer takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


@cache
def _session() -> "InferenceSession":
    """The network that ships with the package, loaded on first use."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read when it is imported: else it asks the network and writes files
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    network = (files("claimtrack.language") / "model" / "encoder.onnx").read_bytes()
    return onnxruntime.InferenceSession(network, options, ["CPUExecutionProvider"])

"""``python -m claimtrack.conflicts.train --accounts DIR --encoder FILE --out DIR``."""

import argparse
import random
import sys
from pathlib import Path

import torch

from claimtrack.conflicts.train.accounts import pairs
from claimtrack.conflicts.train.fit import Recipe, beliefs, fit
from claimtrack.conflicts.train.network import Network
from claimtrack.language.train.encoder import begun
from claimtrack.language.train.export import write_int8

HELD_OUT = "held-out.jsonl"


def main() -> None:
    """Train, export, and say where the file is."""
    arguments = _arguments()
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(arguments.seed)  # before there is a network, whose new layers begin at random
    network = begun(Network, arguments.encoder)
    if arguments.steps:
        files = sorted(path for path in arguments.accounts.glob("*.jsonl") if path.name != HELD_OUT)
        recipe = Recipe(arguments.steps, arguments.rate, arguments.batch, arguments.seed)
        held = {}
        if arguments.teacher:
            asked = pairs(files, recipe.others, random.Random(recipe.seed))
            held = dict(beliefs(begun(Network, arguments.teacher), asked[: arguments.asked]))
        network = fit(network, files, recipe, arguments.out / "checkpoint.pt", held)
    free = {name: {0: "pairs", 1: "pieces"} for name in ("ids", "place", "mask")}
    digest = write_int8(network, arguments.out / "judge.onnx", free, {"scores": {0: "pairs"}})
    print(f"wrote judge.onnx (SHA-256 {digest})", file=sys.stderr)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m claimtrack.conflicts.train", description=__doc__)
    parser.add_argument("--accounts", type=Path, default=Path("seeds/accounts"), help="folder of labelled accounts")
    parser.add_argument(
        "--encoder",
        type=Path,
        required=True,
        help="model.safetensors to begin from, or a checkpoint (.pt) to go on from",
    )
    parser.add_argument("--teacher", type=Path, help="learn also what this checkpoint holds likely")
    parser.add_argument("--asked", type=int, help="ask the teacher of so many pairs only")
    parser.add_argument("--steps", type=int, default=0, help="batches to train; 0 only exports")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, help="folder for judge.onnx and checkpoint.pt")
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""``python -m claimtrack.attribution.train --corpus DIR --encoder FILE --out DIR``."""

import argparse
import sys
from pathlib import Path

import torch

from claimtrack.attribution.train.examples import load
from claimtrack.attribution.train.export import export, imported
from claimtrack.attribution.train.fit import Recipe, fit
from claimtrack.attribution.train.network import Network, mean
from claimtrack.language.train.encoder import begun


def main() -> None:
    """Train, export, and say where the files are."""
    arguments = _arguments()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    recipe = Recipe(
        epochs=arguments.epochs,
        seed=arguments.seed,
        encoder_rate=arguments.rate,
        steps=arguments.steps,
        averaging=arguments.averaging,
        kept=arguments.kept,
    )
    torch.manual_seed(recipe.seed)  # before there is a network, whose new layers begin at random
    if arguments.checkpoint:
        network = mean([_read(path) for path in arguments.checkpoint])
    else:
        documents = load(arguments.corpus / "train.jsonl")[: arguments.limit]
        documents += load(arguments.unlabelled) if arguments.unlabelled else []
        checkpoint = arguments.out / "checkpoint.pt"
        arguments.out.mkdir(parents=True, exist_ok=True)
        learner = _read(arguments.start or arguments.encoder)
        teachers = [_read(teacher).to(device).eval() for teacher in arguments.teachers]
        network = fit(learner.to(device), documents, recipe, checkpoint, teachers)
    digest = export(network, arguments.out)
    print(f"wrote {arguments.out / 'tagger.onnx'} (SHA-256 {digest})", file=sys.stderr)


def _read(path: Path) -> Network:
    """A checkpoint, a published encoder, or the network in a folder that was exported."""
    return imported(path) if path.is_dir() else begun(Network, path)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m claimtrack.attribution.train", description=__doc__)
    parser.add_argument("--corpus", type=Path, help="folder with train.jsonl (PolNeAR as JSON Lines)")
    parser.add_argument(
        "--encoder", type=Path, help="model.safetensors of all-MiniLM-L6-v2, or of all-mpnet-base-v2 for a teacher"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder for tagger.onnx and tagger.json")
    parser.add_argument(
        "--checkpoint", type=Path, nargs="+", help="export this, or the mean of these, without training"
    )
    parser.add_argument(
        "--start", type=Path, help="go on training from this checkpoint or exported folder, not from the encoder"
    )
    parser.add_argument(
        "--teachers",
        type=Path,
        nargs="+",
        default=[],
        help="learn also what these checkpoints or exported folders hold, and how the first sees every piece",
    )
    parser.add_argument("--unlabelled", type=Path, help="JSON Lines of texts that only the teachers read")
    parser.add_argument("--steps", type=int, help="stop after so many batches, not at the end of the epochs")
    parser.add_argument("--epochs", type=int, default=Recipe._field_defaults["epochs"])
    parser.add_argument("--rate", type=float, default=Recipe._field_defaults["encoder_rate"])
    parser.add_argument("--averaging", type=float, default=Recipe._field_defaults["averaging"])
    parser.add_argument("--seed", type=int, default=Recipe._field_defaults["seed"])
    parser.add_argument(
        "--kept",
        type=int,
        default=Recipe._field_defaults["kept"],
        help="batches of which what the teachers say is kept; a thousand take 6 GB of memory",
    )
    parser.add_argument("--limit", type=int, help="use only the first documents (to try things out)")
    return parser.parse_args()


if __name__ == "__main__":
    main()

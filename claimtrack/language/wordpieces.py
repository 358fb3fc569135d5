"""The WordPiece vocabulary that both networks read by: the tagger of attributions and the encoder of meaning."""

from functools import cache
from importlib.resources import as_file, files

from tokenizers import Tokenizer


@cache
def tokenizer() -> Tokenizer:
    """The tokenizer that ships with the networks; it is uncased."""
    with as_file(files("claimtrack.language") / "model" / "tokenizer.json") as path:
        return Tokenizer.from_file(str(path))

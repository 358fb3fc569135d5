"""Names folded to a form in which spellings of one name are equal."""

import re
import unicodedata
from functools import lru_cache

_SPELLINGS = (
    (re.compile(r"\bdefense\b"), "defence"),
    (re.compile(r"\bcenter"), "centre"),
    (re.compile(r"\blabor\b"), "labour"),
    (re.compile(r"\borganiz"), "organis"),
)
_DOTTED = re.compile(r"\b((?:[a-z]\.){2,}[a-z]?)", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": " ", "”": " ", '"': " ", "\u00a0": " "})


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """Lower case, no accents, no leading article, British spelling, "U.S." as "us"."""
    plain = name.translate(_QUOTES)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if "." in plain:
        plain = _DOTTED.sub(lambda match: match.group().replace(".", ""), plain)
    plain = plain.casefold()
    plain = " ".join(plain.replace(",", " ").replace("(", " ").replace(")", " ").split())
    plain = _ARTICLE.sub("", plain)
    for american, british in _SPELLINGS:
        plain = american.sub(british, plain)
    return plain

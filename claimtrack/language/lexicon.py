"""Lexicons: lists of words and phrases in TOML files beside the code that reads them.

A phrase is matched as whole words, whatever its case; `*` ends a stem, `_` is up to three words.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

Lexicon = dict[str, re.Pattern[str]]


@cache
def phrases(package: str, table: str) -> Lexicon:
    """One table of a package's lexicon.toml, each list as a pattern that finds any of its phrases."""
    return {name: pattern(found) for name, found in _tables(package)[table].items()}


@cache
def entries(package: str, table: str) -> tuple[dict[str, Any], ...]:
    """The entries of an array of tables (`[[matters]]`) of a package's lexicon, as they stand."""
    return tuple(_tables(package)[table])


@cache
def words(package: str, name: str) -> frozenset[str]:
    """One list of a package's `[words]` table, as a set of base forms."""
    return frozenset(_tables(package)["words"][name])


@cache
def _tables(package: str) -> dict[str, Any]:
    return tomllib.loads((files(package) / "lexicon.toml").read_text("utf-8"))


def pattern(found: list[str]) -> re.Pattern[str]:
    """A pattern that finds any of some phrases; the longer go first."""
    bodies = (
        re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ _\ ", r" (?:[\w'’-]+ ){0,3}")
        for phrase in sorted(found, key=len, reverse=True)
    )
    return re.compile(r"(?<!\w)(?:" + "|".join(bodies) + r")(?!\w)", re.IGNORECASE)

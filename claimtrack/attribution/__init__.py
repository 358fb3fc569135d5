"""Captures in, statements out: who is said to have said what, in which words.

`parse` is the whole of it: quotations are paired (`marks`), the model tags and links
(`pieces`, `tagger`), attributions are put together (`assemble`), and each is read for stance
(`stance`) and party (`claimtrack.parties`).
"""

from claimtrack.attribution.parser import parse

__all__ = ["parse"]

"""Captures in, statements out: who is said to have said what, in which words.

`parse` is the whole of it: quotations are paired (`marks`), the model tags and links
(`pieces`, `tagger`), attributions are put together (`assemble`), and each is read for stance
(`stance`) and party (`claimtrack.parties`). `named_anew` reads the parties again, with names that
reviewers added.
"""

from claimtrack.attribution.parser import named_anew, parse

__all__ = ["named_anew", "parse"]

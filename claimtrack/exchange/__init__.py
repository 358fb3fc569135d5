"""The machine interfaces: JSON Lines in, JSON Lines out, one line for each line, nothing kept.

A line that can't be used gives a line with "error", so that output lines always pair with input
lines. docs/machine.md describes the fields.
"""

from claimtrack.exchange.asked import MOST_CHARACTERS
from claimtrack.exchange.one_line import Answer, answers, compare, parse, resolve, same
from claimtrack.exchange.pile import link
from claimtrack.exchange.written import captured

__all__ = ["MOST_CHARACTERS", "Answer", "answers", "captured", "compare", "link", "parse", "resolve", "same"]

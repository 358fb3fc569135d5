"""claimtrack keeps straight who said what, in which words, and who says otherwise."""

__version__ = "0.1.0"

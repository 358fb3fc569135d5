"""Clauses of a content, and whether one says that something is not so."""

import re

_OPENING = re.compile(r"^[\s\"“”'‘’«»]*(?:that\b)?\s*", re.IGNORECASE)
_END = re.compile(
    r"[;:(]|\s[-–—]\s|,? (?:because|although|though|while|whereas|but|if|unless|until|after|before|when|since|so that|"
    r"in order to|which|who|whose|whom|where|than)\b|(?<=\w) that\b",
    re.IGNORECASE,
)
_SHORTEST = 12
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nowhere|cannot)\b(?!-)|n['’]t\b", re.IGNORECASE)
_NOT_NEGATING = re.compile(r"\b(?:not (?:only|just|least)|no (?:later|fewer|less|more) than|no doubt)\b", re.IGNORECASE)


def first_clause(content: str) -> str:
    """The content without opening marks and "that", up to its first subordinate or contrasting clause."""
    body = _OPENING.sub("", content, count=1)
    cut = _END.search(body, _SHORTEST)
    return body[: cut.start()] if cut else body


def is_negated(clause: str) -> bool:
    """Whether a clause says that something is not so."""
    return bool(_NEGATION.search(_NOT_NEGATING.sub("", clause)))

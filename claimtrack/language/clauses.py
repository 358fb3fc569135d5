"""Clauses of a content, and whether one says that something is not so."""

import re

_OPENING = re.compile(r"^[\s\"“”'‘’«»]*(?:that\b)?\s*", re.IGNORECASE)
_VIEW = re.compile(
    r"(?:its|the|their|his|her|our|my|an?) (?:\w+ ){0,2}(?:assessment|view|conclusion|understanding|belief|position"
    r"|finding|impression|answer|opinion|verdict)\b[^.;:]{0,90}?\b(?:is|was|remain(?:s|ed)) that\b ?",
    re.IGNORECASE,
)
"""Before what somebody holds: "its assessment, based on images, was that ..."."""
_CONDITION = re.compile(
    r"(?:if|when|while|although|though|unless|because|since|as|after|before)\b[^,.]*,\s*", re.IGNORECASE
)
"""A dependent clause that comes first."""
_FINITE = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|may|might|should|must|\w{3,}ed|remains?|wants?|believes?|knows?"
    r"|gave|took|made|went|came|said)"
)
_NEXT = re.compile(
    rf"\b{_FINITE}\b[^,]{{0,300}}?(?P<end>,? and )"
    r"|\b\w{3,}\b[^,]{0,120}?(?P<next>,? and )(?=(?:we|they|he|she|it|I|you) )",
    re.IGNORECASE,
)
"""A clause with its verb, and the "and" after it."""
_END = re.compile(
    r"[.!?](?=[\"”’]?\s)|"
    r"[;:(]|\s[-–—]\s|,? (?:and|but) that (?=\S+ \S)|"
    r",? (?:because|although|though|while|whereas|but|if|unless|after|before|when|since|so that|"
    r"in order to|which|who|whose|whom|where|than|despite|why)\b|[,;] however (?=\w)|, with no\b"
    r"|(?<=\w) (?:means (?=\w)|that\b)",
    re.IGNORECASE,
)
_SUBJECT = r"(?:(?:it|they|he|she|we|i|there|this|that|the|a|an|its|their|his|her|our|some|[A-Z]\w+) )"
_MORE = re.compile(
    r"(?P<joint>[.!?][\"”’]* (?:[.…]+ ?)?[\"“]?)(?:\S+ ){3}"
    rf"|(?P<and>,? (?:and|but|however) (?:that (?=\S+ \S)|(?={_SUBJECT}?(?:\S+ ){{0,5}}?{_FINITE}\b)))"
)
"""What goes on after a clause: another sentence, or another clause with a verb of its own."""
_ASIDE = re.compile(r" \([^()]{1,60}\)")
_SHORTEST = 8
_NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nowhere|cannot|nary)\b(?!-)|^nor\b|n['’]t\b", re.IGNORECASE
)
_NOT_NEGATING = re.compile(
    r"\b(?:not? (?:later|earlier|fewer|less|more|larger|bigger|higher|lower|smaller|greater)$|no \w+ than|"
    r"no (?:doubt|mistaking|denying|matter|wonder|secret (?:that|of))|"
    r"not (?:only|just|least|merely|simply)|not to \w+|"
    r"(?:not|n['’]t)\b[^.;]{0,40}\buntil|^never before\b|"
    r"never (?:been )?(?:so|more|better|worse|as)\b|not (?:be )?(?:an? |the )?mere|"
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!has )(?<!have )(?<!had )(?<!did )not yet \w+|"
    r"for no (?:\w+ )?reason|(?<!little )\bor no \w+|(?:of|by|about|on|for|at|over|with)(?: [A-Z]\w+)? not \w+ing|"
    r"(?:ensur\w+|guarante\w+|ma[dk]\w+ sure)(?: that)?(?: there \w+(?: \w+)?)? no)\b|"
    r", not (?:[^,.;]+(?=,)|\w+(?=[.;]|$))|\bno \w+, no \w+|\b(?:spar|leav)\w+ no \w+|"
    r"^\W*(?:the |those |all |any )?[a-z]{3,} (?:who|that|which) (?:\w+ )?(?:not|never|\w+n['’]t)\b|"
    r"[\"“‘']no[\"”’']|\bno to\b",
    re.IGNORECASE,
)


def first_clause(content: str) -> str:
    """The content without opening marks and "that", up to its first subordinate or contrasting clause."""
    body = _OPENING.sub("", content, count=1)
    if held := _VIEW.match(body):
        body = body[held.end() :]
    if first := _CONDITION.match(body):
        body = body[first.end() :] or body
    cut = _END.search(body, _SHORTEST)
    clause = body[: cut.start()] if cut else body
    following = _NEXT.search(clause)
    return clause[: max(following.start("end"), following.start("next"))] if following else clause


def is_negated(clause: str) -> bool:
    """Whether a clause says that something is not so."""
    return bool(_NEGATION.search(_NOT_NEGATING.sub("", clause)))


def is_partly_negated(content: str) -> bool:
    """Whether only the first of several things that a content says is negated: "it has no base, but it has links"."""
    content = _ASIDE.sub("", content)
    clause = first_clause(content)
    rest = content[content.find(clause) + len(clause) :]
    more = _MORE.match(rest)
    if not (more and is_negated(clause)):
        return False
    return not is_negated(first_clause(rest[max(more.end("joint"), more.end("and")) :]))

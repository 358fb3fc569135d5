"""Contents that end too early: a clause that depends on what was said is said with it."""

import re
from collections.abc import Sequence

from claimtrack.attribution.assemble import Attribution
from claimtrack.attribution.marks import Quotation, touching
from claimtrack.models import Span

_SAYING = re.compile(
    r"\b(?:said|says?|saying|told|tells|telling|added|adds|adding|announced|reported|stated|noted)\b", re.IGNORECASE
)
"""Verbs after which a sentence goes on in the speaker's account. After others ("criticised") it may be the outlet's."""
_SAYS_LESS = r"(?:(?:did|would|could) not|stopped short|declined|gave|offered|refused)"
_DEPENDENT = re.compile(
    r" (?:after|because|before|while|since|until|although|though|as|if|unless|whereas)(?= )"
    rf"(?<!though(?= (?:he|she|it|they) {_SAYS_LESS}))[^\n]*?(?=[.!?;](?:\s|$)|\n|$)"
)


def with_dependent_clauses(text: str, made: Sequence[Attribution], found: tuple[Quotation, ...]) -> list[Attribution]:
    """Attributions in order; a content after its plain verb of saying takes the clause that depends on it.

    "The navy said it fired / after a boat came near, and then left": only where the rest of the
    sentence is free of quotation marks and of other attributions.
    """
    starts = sorted(span.start for attribution in made for part in attribution for span in part)
    return [_extended(text, attribution, starts, found) for attribution in made]


def _extended(text: str, attribution: Attribution, starts: Sequence[int], found: tuple[Quotation, ...]) -> Attribution:
    cue, content = attribution.cue, attribution.content
    if not cue or not content or cue[0].start > content[0].start:
        return attribution
    *before, last = content
    rest = _DEPENDENT.match(text, last.end)
    is_plain = any(_SAYING.search(span.of(text)) for span in cue)
    if not rest or not is_plain or touching(found, last.start, rest.end()):
        return attribution
    if any(last.end <= start < rest.end() for start in starts):
        return attribution
    return attribution._replace(content=(*before, Span(start=last.start, end=rest.end())))

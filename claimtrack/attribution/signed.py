"""Lines that are a quotation and who said it: "“It will not do.” — Ana Roe, Lima"."""

import re
from collections.abc import Sequence

from claimtrack.attribution.assemble import Attribution, group_span

_SIGNED = re.compile(
    r"^[ \t]*(?P<content>[“\"”][^“”\"\n]{8,2000}[”\"])\s?(?P<cue>[―—–]|--?)\s?"
    r"(?P<source>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|de|von|van|bin|al|la)){0,4}(?<![a-z]\.))(?:, [^\n]{1,60})?[.\s]*$",
    re.MULTILINE,
)


def with_signed(text: str, made: Sequence[Attribution]) -> list[Attribution]:
    """Attributions in order, those of signed lines in place of whatever was found in them."""
    signed = [
        Attribution(*((group_span(match, name),) for name in ("source", "cue", "content")))
        for match in _SIGNED.finditer(text)
    ]
    lines = [(one.content[0].start, one.source[0].end) for one in signed]
    kept = [one for one in made if not any(start <= one.start < end for start, end in lines)]
    return sorted([*kept, *signed], key=lambda one: one.start)

"""Nouns that attribute as "according to" does: "in the view of the union, ...", "..., by the count of the police"."""

import re
from collections.abc import Iterator, Sequence

from claimtrack.attribution.assemble import Attribution, group_span
from claimtrack.attribution.marks import Quotation, touching

_CUE = (
    r"(?:[Ii]n|[Oo]n|[Bb]y|[Tt]o) the (?:view|opinion|words|eyes|estimation|estimates?|reckoning|count|tally|telling"
    r"|account|version|reading|judge?ment|assessment|figures|mind|recollection|testimony) of|[Aa]s per"
)
_SOURCE = r"(?:the |an? |its |his |her |their |one |several |many |some )?[^.,;:!?\n\"“”]{2,80}?"
_WORDS = r"(?:[^.;!?\n]|\.(?=\d))"
_FIRST = re.compile(
    rf"(?:^|(?<=[.!?\n]\s))(?P<cue>{_CUE}) (?P<source>{_SOURCE}), (?P<content>{_WORDS}{{8,300}})", re.MULTILINE
)
_LAST = re.compile(
    rf"(?:^|(?<=[.!?\n]\s)|(?<=; ))(?P<content>{_WORDS}{{8,300}}?), (?P<cue>{_CUE}) (?P<source>{_SOURCE})"
    r"(?=[,.;\n]|$)",
    re.MULTILINE,
)


def views(text: str, found: Sequence[Quotation]) -> Iterator[Attribution]:
    """Attributions by such a noun, whose content is the rest of the sentence."""
    for match in (*_FIRST.finditer(text), *_LAST.finditer(text)):
        if not touching(found, *match.span("cue")):
            source, cue, content = (group_span(match, name) for name in ("source", "cue", "content"))
            yield Attribution((source,), (cue,), (content,))

"""Headlines that name their speaker before a colon or behind a dash: "AMISOM: 57 killed", "Raid foiled - police"."""

import re
from collections.abc import Sequence

from claimtrack.attribution.assemble import Attribution, group_span
from claimtrack.models import Span
from claimtrack.parties import is_speaker

_FIRST = re.compile(r"(?P<source>(?:[A-Z][\w.&’'-]*)(?: [\w.&’'-]+){0,3}?)(?P<cue>:) (?P<content>[^\n:]{12,})")
_LAST = re.compile(r"(?P<content>[^\n]{12,}?)(?: (?=[-–—])|(?=:))(?P<cue>[-–—:]) (?P<source>[^\n:–—]{2,40})")


def with_headline(text: str, title: Span | None, made: Sequence[Attribution]) -> list[Attribution]:
    """Attributions in order, with that of a headline in which none was found."""
    if title is None or any(title.start <= one.start < title.end for one in made):
        return list(made)
    found = next((one for pattern in (_FIRST, _LAST) if (one := _read(text, title, pattern))), None)
    return [found, *made] if found else list(made)


def _read(text: str, title: Span, pattern: re.Pattern[str]) -> Attribution | None:
    end = title.start + len(title.of(text).rstrip())
    match = pattern.fullmatch(text, title.start, end)
    if not match or not is_speaker(match["source"]):
        return None
    return Attribution(*((group_span(match, name),) for name in ("source", "cue", "content")))

"""Title, dateline and sentence bound what is said: nothing runs over them, and headlines list speakers with commas."""

import re

from claimtrack.attribution.assemble import Attribution
from claimtrack.models import Capture, Span, Spans
from claimtrack.parties import is_state

_PARTNER = re.compile(r"(?:^|(?<=[\n,;:–-] ))(?P<name>[A-Z][\w.]*(?: [A-Z][\w.]*)?), $")
_STOP = re.compile(
    r"\b(?!(?:Mr|Mrs|Ms|Dr|Lt|St|Jr|Sr|Co|No|Gen|Sen|Rep|Gov|Col|Sgt|Maj|Adm|Inc|Ltd|Capt|Prof|Brig|Cmdr|Corp|Supt|Insp"
    r"|Sens|Reps|Pres|Hon|Rev|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\b)(?P<name>[A-Z]?[a-z]+)(?P<stop>\. )(?=[A-Z])"
)
"""Where a sentence ends in what was taken for one speaker: "according to Tu. Ana Roe, who ..."."""


def bounded(capture: Capture, text: str, attribution: Attribution) -> Attribution:
    """The attribution within the title (not its key, "Title:") or after the dateline; empty parts may be left."""
    attribution = attribution._replace(source=_in_one_sentence(text, attribution))
    title = capture.title
    if title and attribution.start < title.end:
        whole = attribution._replace(source=_with_partner(text, attribution.source))
        source, cue, content = (_clipped(part, title.start, title.end) for part in whole)
        return Attribution(source, cue, _up_to_the_next(text, content))
    line = capture.dateline
    if line is None or attribution.start >= line.end:
        return attribution
    begin = line.end + len(text[line.end :]) - len(text[line.end :].lstrip(" -–—:\n"))
    before = (tuple(span for span in part if span.end <= line.start) for part in attribution)
    after = (_clipped(part, begin, len(text)) for part in attribution)
    return Attribution(*(one + other for one, other in zip(before, after, strict=True)))


def _in_one_sentence(text: str, attribution: Attribution) -> Spans:
    """The speaker's words in the sentence of the cue."""
    if len(attribution.source) != 1 or not attribution.cue:
        return attribution.source
    (source,), cue = attribution.source, attribution.cue[0]
    stop = _STOP.search(text, source.start, source.end)
    if stop is None or not re.search(rf"\b{stop['name']}(?= [a-z]|['’]s|,)", text):
        return attribution.source  # no name, but "Amb." or "Calif."
    is_first = cue.start < source.start
    return (source.model_copy(update={"end": stop.start("stop")} if is_first else {"start": stop.end()}),)


def _up_to_the_next(text: str, content: Spans) -> Spans:
    """In a headline a semicolon parts two statements: "Villagers say soldiers killed 11; army speaks of clash"."""
    end = next((at for span in content if (at := text.find("; ", span.start, span.end)) >= 0), None)
    return content if end is None else _clipped(content, 0, end)


def _clipped(spans: Spans, low: int, high: int) -> Spans:
    inside = (Span(start=max(s.start, low), end=min(s.end, high)) for s in spans if s.start < high and s.end > low)
    return tuple(span for span in inside if span.start < span.end)


def _with_partner(text: str, source: Spans) -> Spans:
    """For example "US, Russia agree": both, where both are states; not "missile hit jet near Tehran, Iran says"."""
    if len(source) != 1 or not is_state(source[0].of(text)):
        return source
    partner = _PARTNER.search(text, max(0, source[0].start - 40), source[0].start)
    if not partner or not is_state(partner["name"]):
        return source
    return (Span(start=partner.start("name"), end=source[0].end),)

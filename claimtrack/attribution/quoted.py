"""Who is quoted speaks, not who quotes him: "the agency quoted Ana Roe as saying"."""

import re
from collections.abc import Collection, Sequence

from claimtrack.attribution.assemble import Attribution, group_span
from claimtrack.models import Span, Spans

_QUOTES = re.compile(r"(?:(?:has|had|also|later|earlier) )*(?:quot|cit)(?:ed|es|ing)", re.IGNORECASE)
_QUOTED_HIM = re.compile(r"(?P<quoted>(?:(?:has|had|also) )*quot(?:ed|es|ing)) (?P<who>.{2,80}) (?P<as>as saying)")
_AS_SAYING = re.compile(
    r" (?P<who>[^.;:!?\n\"“”]{2,90}?) (?P<cue>as (?:saying|telling [\w' ]{2,30}?(?= that\b)|having said))\b\s*"
)


def with_quoted(text: str, made: Sequence[Attribution]) -> list[Attribution]:
    """Attributions in order, those of an outlet that quotes somebody given to him."""
    cues = {span.start for one in made for span in one.cue}
    read = (_of_quoted(text, one, cues) for one in made)
    return [one for one in read if one]


def _of_quoted(text: str, one: Attribution, cues: Collection[int]) -> Attribution | None:
    """The attribution of who is quoted; None if he has one already, by a cue of his own."""
    if len(one.cue) == 1 and (whole := _QUOTED_HIM.fullmatch(text, one.cue[0].start, one.cue[0].end)):
        return one._replace(
            source=(group_span(whole, "who"),), cue=(group_span(whole, "quoted"), group_span(whole, "as"))
        )
    if len(one.cue) != 1 or not _QUOTES.fullmatch(one.cue[0].of(text)):
        return one
    match = _AS_SAYING.match(text, one.cue[0].end)
    if match is None:
        return one
    if any(match.start("cue") <= start < match.end("cue") for start in cues):
        return None
    content = _without(one.content, Span(start=match.start(), end=match.end()))
    cue = (one.cue[0], group_span(match, "cue"))
    return Attribution((group_span(match, "who"),), cue, content) if content else one


def _without(content: Spans, taken: Span) -> Spans:
    """The content's spans without those that begin among the words taken; one that goes on begins behind them."""
    behind = (s.model_copy(update={"start": max(s.start, taken.end)}) if s.start >= taken.start else s for s in content)
    return tuple(span for span in behind if span.start < span.end)

"""Rival figures of one sentence: "Organisers put the turnout at 50,000, police at 12,000".

The second speaker has no verb of his own, or stands where the network takes him for part of the first one's content,
so such sentences are found by their shape: a figure, and another's behind it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from claimtrack.attribution.assemble import Attribution
from claimtrack.attribution.marks import Quotation, touching
from claimtrack.models import Span, Spans

NUMBER = (
    r"(?:\d[\d,.]*(?! ?(?:a\.?m|p\.?m|o['’]clock))\b|(?:none|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|(?:thir|four|fif|six|seven|eigh|nine)teen|dozens|hundreds"
    r"|thousands|half a million|a (?:dozen|hundred|thousand|million))\b)"
)
ABOUT = (
    r"(?:(?:about|around|some|nearly|almost|just|well|over|under|more|fewer|less|than|at|least|most|only|up|to) ){0,3}"
)
_FIGURE = rf"{ABOUT}{NUMBER}(?: (?:million|billion|thousand|hundred|dozen))?(?: per ?cent|%)?"
_WHO = (
    r"(?:(?:the|its|an?) )?(?!(?:and|but|while|whereas|with|of|at|in|on|who|which|that|more|some)\b)"
    r"(?:(?:[A-Z]\.){2,}|[A-Za-z][\w'’-]*)(?: (?:(?:[A-Z]\.)+|[\w'’-]+)){0,5}?"
)
_FIRST = (
    r"(?:^|(?<=[.!?] )|(?<=[,;:] )|(?<=\n))(?:(?:and|but|while) )?"
    rf"(?P<first>{_WHO}) (?P<cue>(?:(?:has|have|had|later) )?"
)
_JOIN = r"(?:,? (?:and|but|while|whereas)|[,;]) "
_END = r"(?=[.;\n]|, |$)"
_AT = re.compile(
    rf"{_FIRST}(?:puts?|estimate[sd]?)) (?P<of>(?:the|its|their|an?) [^.,;:!?\n]{{2,60}}?) (?P<said>at {_FIGURE})"
    rf"(?P<unit>){_JOIN}(?P<other>{_WHO})(?P<verb>(?: puts?| put it)?) at (?P<figure>{_FIGURE}){_END}",
    re.MULTILINE,
)
_OF = re.compile(
    rf"{_FIRST}(?:sp(?:eak|oke)s?|spoken|talk(?:s|ed)|told) of) (?P<of>)(?P<said>{_FIGURE})"
    rf"(?P<unit>[^.,;:!?\n]{{0,40}}?){_JOIN}(?P<other>{_WHO})(?P<verb>(?: sp(?:eak|oke)s?)?) of "
    rf"(?P<figure>{_FIGURE}[^.,;:!?\n]{{0,30}}?){_END}",
    re.MULTILINE,
)
_OWN_VERB = re.compile(
    rf"(?:,? (?:and|but|while|whereas)|;) (?P<other>{_WHO}) (?P<verb>(?:puts?|estimate[sd]?)) "
    rf"(?P<figure>(?:the|its|their) [^.,;:!?\n]{{2,60}}? at {_FIGURE}|(?:it|them) at {_FIGURE}){_END}"
)
_ACCORDING = re.compile(
    rf"{_JOIN}(?P<verb>according to|in the count of|by the count of) (?P<other>{_WHO}),? (?P<figure>{_FIGURE}){_END}"
)
_AGAINST = re.compile(
    rf",? (?:against|compared (?:with|to)|versus) (?P<figure>{_FIGURE}[^.,;:!?\n]{{0,30}}?),? "
    rf"(?P<verb>according to|if one believes|as counted by|counted by|by the count of|as claimed by) "
    rf"(?P<other>{_WHO}){_END}"
)
_POINTS = re.compile(rf"{_FIGURE}|(?:it|them|the (?:number|figure|total|count)) at\b")
"""A figure that does not say of what."""
_THING = re.compile(rf"{_FIGURE}(?P<unit> [^.,;:!?\n]{{2,60}})")


def with_rivals(text: str, made: Sequence[Attribution], found: Sequence[Quotation]) -> list[Attribution]:
    """Attributions in order, with those of rival figures; what others were taken to say ends where a rival begins."""
    pairs = [m for m in (*_AT.finditer(text), *_OF.finditer(text)) if not touching(found, *m.span())]
    kept = _outside(made, [Span(start=match.start("first"), end=match.end()) for match in pairs])
    kept += (one for match in pairs for one in _both(match))
    for pattern in (_OWN_VERB, _ACCORDING, _AGAINST):
        for match in pattern.finditer(text):
            around = [one for one in kept if any(s.start < match.end() and match.start() < s.end for s in one.content)]
            if around and not touching(found, *match.span()):
                kept = [_until(one, match.start(), match.end()) for one in kept if not _is_within(one, match)]
                who, verb, figure = (_trimmed(match, name) for name in ("other", "verb", "figure"))
                counted = _counted(text, around[0], match.start()) if _POINTS.match(match["figure"]) else ()
                kept.append(Attribution((who,), (verb,), (*counted, figure)))
    return sorted((one for one in kept if one.content or one.source), key=lambda one: one.start)


def _outside(made: Sequence[Attribution], spans: Sequence[Span]) -> list[Attribution]:
    """The attributions that begin in none of some spans."""
    found = sorted(spans, key=lambda span: span.start)
    starts = [span.start for span in found]
    places = ((one, bisect_right(starts, one.start) - 1) for one in made)
    return [one for one, place in places if place < 0 or one.start >= found[place].end]


def _both(match: re.Match[str]) -> Iterator[Attribution]:
    """The two attributions of one verb; what is counted belongs to both."""
    counted = tuple(_trimmed(match, name) for name in ("of", "unit") if match[name].strip())
    said = Span(start=match.start("of") if match["of"] else match.start("said"), end=match.end("unit"))
    yield Attribution((_trimmed(match, "first"),), (_trimmed(match, "cue"),), (said,))
    cue = _trimmed(match, "verb" if match["verb"].strip() else "cue")
    yield Attribution((_trimmed(match, "other"),), (cue,), (*counted, _trimmed(match, "figure")))


def _counted(text: str, other: Attribution, end: int) -> Spans:
    """What the figure of another counts, in the piece before a place: "people marched" of "50,000 people marched"."""
    for span in other.content:
        if match := _THING.search(text, span.start, min(span.end, end)):
            return (_trimmed(match, "unit"),)
    return ()


def _is_within(one: Attribution, match: re.Match[str]) -> bool:
    return match.start() <= one.start and one.start < match.end()


def _until(one: Attribution, start: int, end: int) -> Attribution:
    """The attribution without what of its content stands in a range, or behind it in the same piece."""
    cut: Spans = tuple(
        Span(start=span.start, end=start) if span.start < start < span.end else span
        for span in one.content
        if not start <= span.start < end
    )
    return one._replace(content=cut)


def _trimmed(match: re.Match[str], name: str) -> Span:
    """A group without the blanks around it."""
    words = match[name]
    start = match.start(name) + len(words) - len(words.lstrip())
    return Span(start=start, end=start + len(words.strip()))

"""Set phrases: "the charity put the toll at 22", "the firm did not reply to questions", "neither A nor B answered".

Such sentences are frequent where accounts of a disaster or a march differ, and rare in the corpus that
the network learned from, so those that it passes over are found by their words.
"""

import re
from collections.abc import Iterator, Sequence

from claimtrack.attribution.assemble import Attribution, group_span
from claimtrack.attribution.marks import Quotation, touching
from claimtrack.attribution.rivals import ABOUT, NUMBER
from claimtrack.attribution.views import views
from claimtrack.language.numbers import quantities
from claimtrack.models import Span

_COUNT = (
    r"(?:(?:death |overall |official |provisional |preliminary |final |revised |new )*"
    r"(?:toll|count|tally|estimate|figure|total|number|turnout|crowd|attendance|cost|damage|loss|losses|casualties"
    r"|dead|injured|wounded|missing))"
)
_SOON = r"(?:(?:has|have|had|now|later|earlier|since|also|initially|first) ){0,3}"
_LIST = r"(?:: [^.;!?\n]{1,80})?"
_ON = r"(?:[^.;:!?\n]|\.(?=\d))"
_TO = r"(?: but | and | while |[;!?\n]|[.,](?!\d)|$)"
_FIGURES = (
    re.compile(
        rf"(?P<cue>{_SOON}(?:puts?|estimate[sd]?)) (?P<content>(?:the|its|their) {_COUNT}\b[^.;:!?,\n\"“]{{0,60}}? at "
        rf"{_ON}{{1,60}}?{_LIST})(?={_TO})"
    ),
    re.compile(
        rf"(?P<cue>{_SOON}puts?) (?P<content>(?:the|its|their) [\w-]+(?: [\w-]+){{0,5}}? at {ABOUT}{NUMBER}"
        rf"{_ON}{{0,60}}?)(?={_TO})"
    ),
    re.compile(
        rf"(?P<cue>{_SOON}(?:raised|revised|lowered|cut|updated)) (?P<content>(?:the|its|their) "
        rf"(?:death |official |provisional )*(?:toll|tally|count|estimate)(?: of the dead)? (?:up |down )?"
        rf"(?:from {ABOUT}{NUMBER} )?to {ABOUT}{NUMBER}{_ON}{{0,60}}?)(?={_TO})"
    ),
    re.compile(rf"(?P<cue>{_SOON}(?:counted|counts?|tallied|logged)) (?P<content>{NUMBER}{_ON}{{3,90}}?)(?=,?{_TO})"),
    re.compile(
        rf"(?P<cue>{_SOON}(?:gives?|gave|given)) (?P<content>(?:an?|the|its|their) {_COUNT} of {_ON}{{1,60}}?{_LIST})"
        rf"(?={_TO})"
    ),
)
_SILENCES = (
    re.compile(
        r"(?P<cue>(?:did|does|do|has|have|had) not (?:immediately |yet )?(?:respond(?:ed)?|repl(?:y|ied)) to)"
        r" (?P<content>(?:the |any |several |repeated |further )?(?:questions?|quer(?:y|ies)|inquir(?:y|ies)"
        r"|allegations?|accusations?|claims?|charges?)\b[^.;:!?,\n]{0,80})"
    ),
)
_ASIDE = re.compile(
    r"(?P<cue>(?:did|does|do|has|have|had|would|will) not (?:wish|want|care) to (?:comment|respond|reply)"
    r"|(?:(?:has|have|had) )?kept (?:silent|mum|(?:its|his|her|their) (?:own )?counsel)"
    r"|(?:has|have|had) no (?:immediate )?comment"
    r"|would not be drawn(?! on\b)"
    r"|(?:did|has|have) not (?:immediately )?return(?:ed)? (?:(?:a|any|repeated|phone) )*(?:calls?|messages?))\b"
)
"""Silences that name no question."""
_TELL = (
    r"commit (?:it|him|her|them)sel(?:f|ves) (?:to|on|as to)|be (?:drawn on|pinned down on|led into saying)"
    r"|choose between|guess(?: at)?|speculate(?: on)?|say|tell|estimate|vouch for|confirm|swear to|be drawn into"
)
_OF = (
    re.compile(
        rf"(?P<cue>{_SOON}(?:claim(?:s|ed) responsibility for"
        r"|owne?[ds]? up to|puts? (?:it|this|that) down to|would have none of"
        r"|(?:had|has|have) nothing to (?:say|offer|add) (?:on|about)|(?:gave|gives?) short shrift to"
        r"|(?:skirt|sidestepp|duck|dodg)(?:s|ed) (?:an? |the |all |any )?questions? (?:on|about)"
        r"|(?:did|has|have|had|does|do|would|could) not (?:yet )?(?:exclude|rule)d?(?: out)?|never accept(?:s|ed)?"
        rf"|(?:would|could|did|does|do) not (?:yet )?(?:{_TELL})|(?:had|has|have) not (?:yet )?(?:been able to )?"
        r"(?:establish|determine|settle)(?:ed|d)?|left (?:it )?(?:open|undecided|unsaid)|preferred not to say))"
        rf" (?P<content>{_ON}{{2,160}}?)(?={_TO})"
    ),
    re.compile(rf"(?P<cue>{_SOON}(?:speaks?|spoke) of) (?P<content>{_ON}{{2,100}}?)(?=,?{_TO})"),
)
"""Verbs that a corpus of one country's news hardly knows, with what follows them."""
_RELATIVE = re.compile(
    r"(?<=[a-z\d,] )(?:that|which|who) (?P<source>it|he|she|they|the [a-z]+(?: [a-z]+)?"
    r"|[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})"
    r" (?P<cue>(?:has |had )?(?:said|says?|claim(?:ed|s)?|alleged?s?|believe[sd]?))"
    r" (?P<content>(?:was|were|is|are|had|has|have|would|could|can|will|show(?:s|ed)?|prove[sd]?|appear(?:s|ed)"
    rf"|contain(?:s|ed))\b{_ON}{{3,160}}?)(?= and (?!\w+ing\b)| but | while |[;!?\n]|[.,](?!\d)|$)"
)
"""What a thing is said to do in a clause about it: "a video that it said showed a jet"."""
_NEITHER = re.compile(
    r"(?P<neither>\b[Nn]either) (?P<one>[^.,;:!?\n\"“”]{2,60}?) nor (?P<other>[^.,;:!?\n\"“”]{2,60}?)"
    r" (?P<cue>(?:(?:has|have|had|would|did) )?(?:yet |immediately )?(?:comment|respond|repl)(?:ed|ied|y)?)\b"
)
"""Two who keep silent are two who decline."""
_BEFORE = re.compile(
    r"(?:^|[.;:!?,\n][\"”'’]?\s+)(?:(?:and|but|while|whereas|though|although)\s+)?"
    r"(?P<source>(?:(?:the|its|a|an)\s)?[\w(][^.;:!?,\n\"“”]{0,80}?)\s+$",
    re.IGNORECASE,
)
_LONGEST = 120


def with_formulas(text: str, made: Sequence[Attribution], found: Sequence[Quotation]) -> list[Attribution]:
    """Attributions in order, with those of set phrases that none of them touches.

    One that nobody is said to make gives way: "questions about" is no cue in "did not respond to questions about".
    """
    silences = [match.span() for pattern in _SILENCES for match in pattern.finditer(text)]
    made = [one for one in made if one.source or not any(start <= one.start < end for start, end in silences)]
    kept = [attribution for attribution in made if attribution.content]
    taken = [span for attribution in kept for part in attribution[1:] for span in part]
    added: list[Attribution] = []
    for one in (*_set_phrases(text, found), *views(text, found)):
        if not _touches(one, taken):
            added.append(one)
            taken += one.content
    cues = [span for one in added for span in one.cue]
    kept += (one for one in made if not one.content and not _touches(one, cues))
    return sorted([*kept, *added], key=lambda attribution: attribution.start)


def _touches(one: Attribution, taken: Sequence[Span]) -> bool:
    return any(a.start < b.end and b.start < a.end for part in one for a in part for b in taken)


def _set_phrases(text: str, found: Sequence[Quotation]) -> Iterator[Attribution]:
    """The attributions that the patterns see outside quotation marks."""
    figures = (match for pattern in _FIGURES for match in pattern.finditer(text) if quantities(match["content"]))
    others = (match for pattern in (*_SILENCES, *_OF, _ASIDE) for match in pattern.finditer(text))
    for match in (*figures, *others):
        source = _source(text, match.start())
        if source and not touching(found, *match.span()):
            content = (group_span(match, "content"),) if "content" in match.re.groupindex else ()
            yield Attribution((source,), (group_span(match, "cue"),), content)
    for match in _RELATIVE.finditer(text):
        if not touching(found, *match.span()):
            yield Attribution(*((group_span(match, name),) for name in ("source", "cue", "content")))
    for match in _NEITHER.finditer(text):
        if not touching(found, *match.span()):
            one, other, *cue = (group_span(match, name) for name in ("one", "other", "neither", "cue"))
            yield from (Attribution((source,), tuple(cue), ()) for source in (one, other))


def _source(text: str, end: int) -> Span | None:
    """Who does what begins at an offset: the words since the clause began."""
    low = max(0, end - _LONGEST)
    match = _BEFORE.search(text[low:end])
    return Span(start=low + match.start("source"), end=low + match.end("source")) if match else None

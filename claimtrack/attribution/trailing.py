"""Speakers that trail what they said: "The signals were working, the minister said on Wednesday."

Where the network saw who speaks and the verb, and not what was said, it is the clause in front. Where it took
a speaker for the end of what an outlet reports ("..., the minister said, according to local media"), there are two.
"""

import re
from collections.abc import Iterator, Sequence

from claimtrack.attribution.assemble import Attribution, group_span
from claimtrack.attribution.marks import Quotation, touching
from claimtrack.models import Span
from claimtrack.parties import is_speaker, is_state

_SAYS = re.compile(r"(?:has |had )?(?:said|says|added|adds|reported|announced|noted|told [\w' ]{1,30})\b")
_BEFORE = re.compile(r"(?:^|[.!?][\"”'’]?\s+|\n\s*)(?P<said>[^.!?\n]{12,}?), ?$")
_AFTER = re.compile(
    r"(?: (?:on|in|to|at|late|early|this|last|earlier|yesterday|today|again)\b[^.,;:!?\n]{0,40})?[.;\n]"
)
_SPEAKER = re.compile(
    r"(?P<source>(?!it\b|they\b|he\b|she\b)[^,;:\"“”]{2,60}?) (?P<cue>(?:has |had )?(?:said|says|told [\w' ]{1,30}?))"
    r"(?: (?:on|in|at|late|early|this|last|earlier|yesterday|today)\b[^,;:]{0,40})?"
)
_LOST = re.compile(
    r", (?P<source>it|he|she|they|the [\w-]+(?: [\w-]+){0,2}) "
    r"(?P<cue>(?:has |had )?(?:said|says|added|adds|noted|stated))"
    r"(?:(?=[.;]| (?:on|in|at|late)\b)|, (?P<rest>and [^.!?\n\"“”]{8,}))"
)
_TELLS = (
    r"sa(?:id|ys)|add(?:ed|s)|not(?:ed|es)|h(?:eld|olds)|ha(?:d|s) it|wrote|thought|put it|went on|(?:shot|hit) back"
    r"|(?:could|would|did|does) not (?:yet )?(?:say|tell|know|speculate|estimate)|preferred not to say"
    r"|summed up|let (?:slip|drop|it be known)|(?:count|estimat|reckon|judg|conclud|testifi|recount|recall|relat|remark"
    r"|observ|sigh|fum|crow|gloat|rejoic|exult|jeer|scoff|grant|conced|admitt|confirm|insist|maintain|argu|counter|repli"
    r"|answer|retort|announc|declar|stat|claim|alleg|warn|complain|lament|explain|talli|assert|quipp|stress|believ"
    r"|object|protest|report)(?:ed|s)"
)
_ENDS_IN = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<said>[A-Z“\"][^.!?\n]{12,}?), (?P<source>it|he|she|they|(?:the|an?|one|its|his|her|their) "
    rf"[^.,;:!?\n\"“”]{{2,60}}?|[A-Z][^.,;:!?\n\"“”]{{1,50}}?) (?P<cue>(?:(?:has|have|had|later|now) )?(?:{_TELLS}))"
    r"(?=[.;\n])",
    re.MULTILINE,
)
_JOINS = re.compile(r",? |\n\s*")
_GAP = 12
"""Characters before a speaker in which what he said ends."""
_LEADS_ON = re.compile(r",[\"”]$")
_FULL_NAME = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2}")
_ROLE_BEFORE = re.compile(
    r", (?P<role>(?:[A-Z][\w.]*(?: [A-Z][\w.]*)?['’]s?|[A-Z]\w+|the|its) (?:[\w-]+ ){0,3}(?:[Aa]mbassador|[Ee]nvoy"
    r"|[Mm]inister|[Pp]resident|[Ss]pokes\w+|[Ss]ecretary|[Dd]irector|[Cc]hief|[Hh]ead|[Cc]ommander|[Gg]overnor|[Mm]ayor"
    r"|[Rr]epresentative|[Ll]eader|[Aa]dviser)(?: (?:of|to|for|in) [^,;.\"“”]{3,50})?), ?$"
)
"""What somebody is whose name follows: "..., Russia's ambassador to Egypt, Ana Roe said"."""
_LONGEST = 500


def with_trailing(text: str, made: Sequence[Attribution], found: Sequence[Quotation]) -> list[Attribution]:
    """Attributions in order; a trailing speaker of nothing takes the clause before, unless another speaks in it."""
    made = _with_lost_speakers(text, _with_own_clauses(text, [_with_role(text, one) for one in made]))
    taken = [span for attribution in made for part in attribution for span in part]
    whole = [*(_completed(text, one, taken, found) for one in made), *_unseen(text, taken, found)]
    return sorted((part for one in whole for part in _with_speaker(text, one)), key=lambda part: part.start)


def _with_role(text: str, one: Attribution) -> Attribution:
    """The attribution with what its speaker is, which the network took for the end of what was said."""
    if not (one.content and one.source) or one.content[-1].end > one.source[0].start:
        return one
    *before, last = one.content
    role, name = _ROLE_BEFORE.search(text, last.start, one.source[0].start), one.source[0].of(text)
    if not role or not _FULL_NAME.fullmatch(name) or is_speaker(name) or is_state(name):
        return one
    return one._replace(
        source=(Span(start=role.start("role"), end=one.source[0].end), *one.source[1:]),
        content=(*before, Span(start=last.start, end=role.start())),
    )


def _with_speaker(text: str, outer: Attribution) -> tuple[Attribution, ...]:
    """An attribution, or it and that of the speaker who stands at the end of its content."""
    *before, last = outer.content or (None,)
    match = _SPEAKER.fullmatch(text, last.start, last.end) if last and before and outer.cue else None
    if match is None or last is None or outer.cue[0].start < last.end or text[before[-1].end : last.start] != ", ":
        return (outer,)
    said = tuple(span for span in before if span)
    return Attribution((group_span(match, "source"),), (group_span(match, "cue"),), said), outer._replace(content=said)


def _unseen(text: str, taken: Sequence[Span], found: Sequence[Quotation]) -> Iterator[Attribution]:
    """Sentences that end in "it added" or "the institute held", of which the network saw nothing."""
    for match in _ENDS_IN.finditer(text):
        is_free = not any(span.start < match.end() and match.start("said") < span.end for span in taken)
        if is_free and not touching(found, match.start("said"), match.end()):
            yield Attribution(*((group_span(match, name),) for name in ("source", "cue", "said")))


def _with_own_clauses(text: str, made: Sequence[Attribution]) -> list[Attribution]:
    """Attributions in which who trails a clause has said it, though the next sentence's speaker was taken for its own.

    For example "Weapons had been used, it added. Three men were hurt, according to the service." A quotation that
    ends in a comma is always that of whoever stands behind it: "... Roe said. "I saw it," Poe said".
    """
    kept = list(made)
    ends: dict[int, list[tuple[int, Span]]] = {}
    for place, one in enumerate(made):
        for span in one.content:
            ends.setdefault(span.end, []).append((place, span))
    for place, one in enumerate(made):
        low = max(0, one.start - _GAP)
        just_before = ends.get(low + len(text[low : one.start].rstrip(", \n")), []) if one.source and one.cue else []
        for other_place, own in just_before:
            if other_place != place and own in kept[other_place].content:
                kept[place], kept[other_place] = _with_own(text, kept[place], kept[other_place], own)
    return kept


def _with_own(text: str, one: Attribution, other: Attribution, own: Span) -> tuple[Attribution, Attribution]:
    """Two attributions, of which the first gets a piece of the second's, if it is its own."""
    rest = tuple(span for span in other.content if span != own)
    leads_on = _LEADS_ON.search(own.of(text)) and other.start < own.start
    is_own = rest and _JOINS.fullmatch(text, own.end, one.start)
    if is_own and (leads_on or (not one.content and rest[-1].start > one.start)):
        return one._replace(content=(own, *one.content)), other._replace(content=rest)
    return one, other


def _with_lost_speakers(text: str, made: Sequence[Attribution]) -> list[Attribution]:
    """Attributions, those of several pieces parted where another speaker, whom the network missed, trails a piece."""
    taken = [span for one in made for part in one for span in part]
    kept: list[Attribution] = []
    for one in made:
        lost = [part for span in one.content if (part := _lost_speaker(text, span, taken))]
        rest = tuple(span for span in one.content if all(span not in part.content for part in lost))
        kept += [one._replace(content=rest), *lost] if rest else [one]
    return kept


def _lost_speaker(text: str, said: Span, taken: Sequence[Span]) -> Attribution | None:
    """What somebody says who trails a piece and whom nothing else has for a speaker."""
    match = _LOST.match(text, said.end)
    if match is None or any(span.start < match.end() and match.start("source") < span.end for span in taken):
        return None
    rest = (group_span(match, "rest"),) if match["rest"] else ()
    return Attribution((group_span(match, "source"),), (group_span(match, "cue"),), (said, *rest))


def _completed(text: str, one: Attribution, taken: Sequence[Span], found: Sequence[Quotation]) -> Attribution:
    said = None if one.content else _clause_before(text, one)
    if said is None or touching(found, said.start, said.end):
        return one
    is_free = not any(span.start < said.end and said.start < span.end for span in taken)
    return one._replace(content=(said,)) if is_free else one


def _clause_before(text: str, one: Attribution) -> Span | None:
    """The sentence up to the comma before ", somebody said.", if the attribution ends it so."""
    if len(one.source) != 1 or len(one.cue) != 1 or one.source[0].end >= one.cue[0].start:
        return None
    low, source, cue = max(0, one.start - _LONGEST), one.source[0], one.cue[0]
    clause = _BEFORE.search(text[low : source.start])
    if not clause or not _SAYS.match(text, cue.start) or not _AFTER.match(text, cue.end):
        return None
    return Span(start=low + clause.start("said"), end=low + clause.end("said"))

"""Contents that run on into what is no longer theirs: the speaker's next statement, or the main clause.

"called the seizure illegal and demanded a release" tells two things of one speaker; in "the raid, which
he called barbaric, would not go unanswered" the last words belong to what was said about the raid.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimtrack.attribution.assemble import Attribution, group_span
from claimtrack.attribution.marks import Quotation, touching
from claimtrack.models import Span, Spans

_LABELLING = re.compile(
    r"\b(?:call|describ|condemn|denounc|critici[sz]|prais|reject|dismiss|deni|deny|blam|welcom|accus|brand|term|label"
    r"|deplor|hail)\w*$",
    re.IGNORECASE,
)
"""Verbs that take a thing, not a clause, so that a verb after "and" is again the speaker's."""
_SPOKE = (
    r"(?:demand(?:ed|s)|urge[ds]|call(?:ed|s) (?:for|on)|warn(?:ed|s)|said|says|vow(?:ed|s)|pledge[ds]|threaten(?:ed|s)"
    r"|reject(?:ed|s)|accuse[ds]|insist(?:ed|s)|promise[ds]|stress(?:ed|es)|denied|denies)"
)
_AND_SPOKE = re.compile(rf",? (?:and|but) (?:also )?(?P<cue>{_SPOKE}) (?=\S)")
_AND_ADDED = re.compile(
    r",? (?:and|but) (?:(?:also )?(?P<cue>add(?:ed|s)|repeat(?:ed|s)|reiterate[ds]) (?=that\b)"
    r"|(?:later|then|subsequently|eventually) (?P<later>retracted|withdrew|corrected|revised|denied|admitted"
    r"|acknowledged|conceded|said) (?=\S))"
)
_TURN = re.compile(
    r"\s{0,4}^[ \t]{0,9}(?:[\"“]|'')?(?P<name>[A-Z][A-Z.'’ -]{1,30}|Q|A)(?P<colon>:) +(?=\S)", re.MULTILINE
)
"""A new speaker's line in a transcript."""
_BEGIN = -1
_WHICH = re.compile(r", (?:which|who|whom) ?$")
_MEANWHILE = re.compile(r"(?:while|whereas)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|it|they)", re.IGNORECASE)
_BUT = re.compile(r"(?:(?<=,[\"”])|,) (?:but|while|whereas|although|though) (?=\S)")
_GOES_ON = re.compile(r", (?=(?:would|will|was|were|is|are|had|has|have|did|could|should|must|may|might)\b)")


def divided(text: str, made: Sequence[Attribution], found: Sequence[Quotation]) -> list[Attribution]:
    """Attributions in order, with contents that hold two statements as two, and main clauses given back."""
    spoken = [part for attribution in made for part in _by_speaker(text, attribution)]
    spoken = [_until_the_next(text, attribution, spoken, found) for attribution in spoken]
    spoken = _of_two_halves(text, spoken, found)
    parted = [
        part for attribution in spoken for part in _parted(text, _without_others(text, attribution, found), found)
    ]
    return sorted(_given_back(text, parted, found), key=lambda attribution: attribution.start)


def _by_speaker(text: str, whole: Attribution) -> Iterator[Attribution]:
    """An attribution, or one of each speaker where its content runs on into a transcript ("REED: Not so.")."""
    own = whole.cue[0].start if whole.cue else whole.start
    found = (match for span in whole.content for match in _TURN.finditer(text, span.start, span.end))
    turns = [match for match in found if not match.start() <= own < match.end()]
    until = dict(pairwise(sorted([_BEGIN, own, *(match.start() for match in turns), len(text)])))
    kept = (span for low in dict.fromkeys((_BEGIN, own)) for span in _between(whole.content, low, until[low]))
    yield whole._replace(content=tuple(kept)) if turns else whole
    for match in turns:
        name, colon = (group_span(match, part) for part in ("name", "colon"))
        yield Attribution((name,), (colon,), _between(whole.content, match.end(), until[match.start()]))


def _between(spans: Spans, low: int, high: int) -> Spans:
    """The spans as far as they lie in `[low, high)`."""
    edges = ((max(span.start, low), min(span.end, high)) for span in spans)
    return tuple(Span(start=start, end=end) for start, end in edges if start < end)


def _parted(text: str, whole: Attribution, found: Sequence[Quotation]) -> Iterator[Attribution]:
    """An attribution, or two of one source where a second verb of speech follows in the content."""
    if not (whole.source and whole.cue and whole.content) or whole.content[-1].start < whole.cue[-1].end:
        yield whole
        return
    last = whole.content[-1]
    labels = any(_LABELLING.search(cue.of(text)) for cue in whole.cue) and not last.of(text).startswith("that ")
    for match in (_AND_SPOKE if labels else _AND_ADDED).finditer(text, last.start, last.end):
        if not touching(found, match.start() + 1, match.end() - 1):
            yield whole._replace(content=(*whole.content[:-1], Span(start=last.start, end=match.start())))
            verb = match.lastgroup or "cue"
            cue, rest = group_span(match, verb), Span(start=match.end(), end=last.end)
            yield from _parted(text, Attribution(whole.source, (cue,), (rest,)), found)
            return
    yield whole


def _until_the_next(
    text: str, whole: Attribution, made: Sequence[Attribution], found: Sequence[Quotation]
) -> Attribution:
    """An attribution whose content ends at the semicolon behind which another speaker begins."""
    ends = [
        other.start - len("; ")
        for other in made
        if other.source
        and text.startswith("; ", other.start - len("; "))
        and not touching(found, other.start, other.start + 1)
    ]
    last = whole.content[-1] if whole.content else None
    cut = min((end for end in ends if last and last.start < end < last.end), default=None)
    if last is None or cut is None or any(span.start > cut for span in whole.cue):
        return whole
    return whole._replace(content=(*whole.content[:-1], Span(start=last.start, end=cut)))


def _of_two_halves(text: str, made: Sequence[Attribution], found: Sequence[Quotation]) -> list[Attribution]:
    """For "Kyiv said it fell, but it was shot down, according to Oslo": to each speaker his half."""
    kept = list(made)
    by_end: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(made):
        if one.content:
            by_end[one.content[-1].end].append(place)
    for at, trailing in enumerate(made):
        end = trailing.content[-1].end if trailing.content else _BEGIN
        for before in sorted(place for near in (end - 1, end, end + 1) for place in by_end.get(near, ())):
            leading = made[before]
            if joint := _joint(text, leading, trailing, found):
                kept[before] = leading._replace(content=(Span(start=leading.content[0].start, end=joint.start()),))
                kept[at] = trailing._replace(content=(Span(start=joint.end(), end=trailing.content[0].end),))
    return kept


def _joint(text: str, leading: Attribution, trailing: Attribution, found: Sequence[Quotation]) -> re.Match[str] | None:
    """The "but" between two halves of a sentence that begins with one speaker and ends with another."""
    if not (len(leading.content) == len(trailing.content) == 1 and leading.source and trailing.cue and trailing.source):
        return None
    if _PRONOUN.fullmatch(trailing.source[0].of(text)):
        return None  # whoever spoke first
    (said,), (whole,) = leading.content, trailing.content
    is_inside = whole.start <= leading.start < said.start and abs(said.end - whole.end) <= 1 < trailing.cue[0].start
    if not is_inside or trailing.cue[0].start < whole.end:
        return None
    joints = _BUT.finditer(text, said.start, said.end)
    return next((m for m in joints if not touching(found, m.start() + 1, m.end())), None)


def _without_others(text: str, whole: Attribution, found: Sequence[Quotation]) -> Attribution:
    """An attribution without what stands behind its cue after ";", "while" or "whereas", which is another's.

    Only if a content before the cue is left: "..., the union said, while the firm hired others".
    """
    end = whole.cue[-1].end if whole.cue else 0
    own = tuple(span for span in whole.content if span.start < end or not _is_anothers(text, end, span, found))
    return whole._replace(content=own) if own and own[0].start < end else whole


def _is_anothers(text: str, cue: int, span: Span, found: Sequence[Quotation]) -> bool:
    is_other = ";" in text[cue : span.start] or _MEANWHILE.match(text, span.start)
    return bool(is_other) and not touching(found, span.start, span.start + 1)


def _given_back(text: str, made: Sequence[Attribution], found: Sequence[Quotation]) -> list[Attribution]:
    """Attributions whose relative clause ends where the main clause goes on, which is the outer one's."""
    kept: list[Attribution] = []
    for one in made:
        at = _main_clause(text, one, found)
        if at is None:
            kept.append(one)
            continue
        *before, last = one.content
        kept = [_with_rest(outer, one, Span(start=at + len(", "), end=last.end)) for outer in kept]
        kept.append(one._replace(content=(*before, Span(start=last.start, end=at))))
    return kept


def _main_clause(text: str, one: Attribution, found: Sequence[Quotation]) -> int | None:
    """Where the clause of ", which he called barbaric, would ..." ends, if the content runs past it."""
    if not one.cue or not one.content or one.content[-1].start < one.cue[0].start:
        return None
    begins = min(one.start, one.content[0].start)
    led = _WHICH.search(text, max(0, begins - 8), begins) or text[begins:].startswith(("which ", "who ", "whom "))
    match = _GOES_ON.search(text, one.content[-1].start, one.content[-1].end) if led else None
    return match.start() if match and not touching(found, match.start() + 1, match.end()) else None


def _with_rest(outer: Attribution, inner: Attribution, rest: Span) -> Attribution:
    """The outer attribution with the rest of its clause, if its content ends where the relative clause begins."""
    if outer.content and 0 <= inner.start - outer.content[-1].end <= len(", which "):
        return outer._replace(content=(*outer.content, rest))
    return outer

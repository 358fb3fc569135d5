"""From what the model found to attributions in characters; no direct quotation is lost.

The model finds what is attributed; quotation marks are evidence that it can't overrule. A
content that begins or ends inside a quotation is widened to its marks, and a quotation that
no content touches becomes one, joined to the attribution beside it or left without a cue.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from claimtrack.attribution.marks import Quotation, touching
from claimtrack.attribution.pieces import Pieces
from claimtrack.attribution.tagger import Draft
from claimtrack.attribution.tags import TagSpan
from claimtrack.models import QuoteType, Span, Spans

_SHORTEST = 4
"""Words of a quotation that must be a statement; a shorter one may be a title or a scare quote."""
_SMALL = frozenset("a an the of in on to for and or at by from with as but vs".split())
"""Words that are small in a title."""
_BESIDE = 3
"""Parts on either side of a quotation that are looked at."""
_NEAR = 30
"""Characters between a quotation and the cue or content that it is taken to belong to."""

_LEADS = re.compile(r"^[^\n.;!?]{0,60}:\s*$")
"""From the cue of "He said in a statement:" to the paragraph below it."""


class Attribution(NamedTuple):
    """Who (source) is said by which words (cue) to have said what (content)."""

    source: Spans
    cue: Spans
    content: Spans

    @property
    def start(self) -> int:
        """Where its first part begins."""
        return min(span.start for part in self for span in part)


def group_span(match: re.Match[str], name: str) -> Span:
    """Where a named group of a pattern stands."""
    return Span(start=match.start(name), end=match.end(name))


def assemble(text: str, whole: Pieces, drafts: Iterable[Draft], found: tuple[Quotation, ...]) -> list[Attribution]:
    """The attributions of a text, in order, with every direct quotation in one of them."""
    made = [in_characters(text, whole, draft, found) for draft in drafts]
    made = _with_lost_quotations(text, [one for one in made if one.content or one.cue], found)
    made = _attached(text, sorted(made, key=lambda a: a.start), found)
    return sorted((_tidy(a) for a in made if a.content or (a.source and a.cue)), key=lambda a: a.start)


def quote_type(text: str, content: Spans, found: tuple[Quotation, ...]) -> QuoteType:
    """How much of a content's words stands between double quotation marks or their like."""
    total = sum(_letters(span.of(text)) for span in content)
    quoted = sum(
        _letters(text[max(span.start, q.start) : min(span.end, q.end)])
        for span in content
        for q in touching(found, span.start, span.end)
    )
    if not quoted:
        return QuoteType.INDIRECT
    return QuoteType.DIRECT if quoted == total else QuoteType.MIXED


def _letters(words: str) -> int:
    return sum(c.isalnum() for c in words)


def in_characters(text: str, whole: Pieces, draft: Draft, found: tuple[Quotation, ...]) -> Attribution:
    """One draft of the model in characters, its contents widened to their quotation marks."""

    def ranges(part: list[TagSpan]) -> list[Span]:
        return [Span(start=int(whole.starts[s.first]), end=int(whole.ends[s.last - 1])) for s in part]

    home = ranges(draft.cue) or ranges(draft.source)
    lines = (line for span in ranges(draft.content) for line in _lines(text, span, home, found))
    content = [_to_marks(line, home, found) for line in lines]
    return Attribution(tuple(ranges(draft.source)), tuple(ranges(draft.cue)), _joined(text, content))


def _lines(text: str, span: Span, home: list[Span], found: tuple[Quotation, ...]) -> list[Span]:
    """The lines of a content; an unquoted one stays only if it is in the paragraph of its cue.

    Without a cue the longest line stays.
    """
    lines = [
        Span(start=span.start + match.start(), end=span.start + match.end())
        for match in re.finditer(r"\S[^\n]*", span.of(text))
    ]
    if not home:
        return sorted(lines, key=lambda line: line.start - line.end)[:1]
    return [line for line in lines if _near(text, line, home[0]) or _goes_on(text, line, found)]


def _near(text: str, line: Span, home: Span) -> bool:
    """Whether a line and a cue stand in one paragraph, or a colon leads from one to the other."""
    between = text[min(line.end, home.end) : max(line.start, home.start)]
    return "\n" not in between or between.strip() in {"", ":"}


def _goes_on(text: str, line: Span, found: tuple[Quotation, ...]) -> bool:
    """Whether a line goes on quoting: it begins in a quotation, and is no heading of a word or two."""
    is_said = len(line.of(text).split()) >= _SHORTEST or line.of(text).rstrip("\"”'’»").endswith((".", "!", "?", ","))
    return is_said and bool(touching(found, line.start, line.start + 1))


def _to_marks(span: Span, home: list[Span], found: tuple[Quotation, ...]) -> Span:
    """Widen a span whose edge lies inside a closed quotation to the quotation's marks.

    Not if its own cue stands in the same quotation, as in a transcript or a quoted report.
    """
    start, end = span.start, span.end
    for quotation in touching(found, start, end):
        if quotation.is_closed and not any(quotation.start <= part.start < quotation.end for part in home):
            start = min(start, quotation.start)
            end = max(end, quotation.end)
    return Span(start=start, end=end)


def _joined(text: str, content: list[Span]) -> Spans:
    """Spans in order, those joined that overlap or have only white space between them."""
    made: list[Span] = []
    for span in sorted(content, key=lambda s: s.start):
        if made and not text[made[-1].end : span.start].strip():
            made[-1] = Span(start=made[-1].start, end=max(span.end, made[-1].end))
        else:
            made.append(span)
    return tuple(made)


def _attached(text: str, made: list[Attribution], found: tuple[Quotation, ...]) -> list[Attribution]:
    """Contents that no cue took, joined to the attribution whose content they continue."""
    kept: list[Attribution] = []
    for attribution in made:
        last = kept[-1] if kept else None
        if not attribution.cue and last and _takes(text, last, attribution.content[0], found):
            kept[-1] = last._replace(content=_joined(text, [*last.content, *attribution.content]))
        else:
            kept.append(attribution)
    return kept


def _takes(text: str, before: Attribution, after: Span, found: tuple[Quotation, ...]) -> bool:
    """Whether a content continues the one before it, or is what a colon before its paragraph leads to."""
    if before.content:
        return _continues(text, before, after, found)
    between = text[before.cue[-1].start : after.start] if before.cue and before.cue[-1].end <= after.start else ""
    return bool(_LEADS.search(between))


def _continues(text: str, before: Attribution, after: Span, found: tuple[Quotation, ...]) -> bool:
    """Whether a content stands close behind, or is the next paragraph of a quotation that was left open."""
    end = before.content[-1].end
    between = text[end : after.start] if end <= after.start else ""
    if len(between) <= _NEAR and "\n" not in between:
        return True
    is_open = any(not q.is_closed and q.end >= end for q in touching(found, end - 1, end))
    return is_open and not between.strip() and bool(touching(found, after.start, after.start + 1))


def _with_lost_quotations(text: str, made: list[Attribution], found: tuple[Quotation, ...]) -> list[Attribution]:
    """Every quotation that no part touches, joined to the attribution beside it or on its own."""
    kept = list(made)
    parts = sorted((span.start, span.end, index) for index, a in enumerate(made) for part in a for span in part)
    ends = list(accumulate((end for _, end, _ in parts), max))
    for quotation in found:
        before = bisect_left(parts, (quotation.end, 0, 0))
        if (before and ends[before - 1] > quotation.start) or not _is_said(text, quotation):
            continue
        span = Span(start=quotation.start, end=quotation.end)
        home = _home(text, parts[max(0, before - _BESIDE) : before + _BESIDE], quotation)
        if home is None:
            kept.append(Attribution((), (), (span,)))
        else:
            kept[home] = kept[home]._replace(content=_joined(text, [*kept[home].content, span]))
    return kept


def _is_said(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is long enough for a statement, and no title ("A Day in the Life of Lviv")."""
    start, end = quotation.inner
    words = text[start:end].split()
    is_title = all(word in _SMALL for word in words if word[0].islower())
    return len(words) >= _SHORTEST and not is_title


def _home(text: str, beside: list[tuple[int, int, int]], quotation: Quotation) -> int | None:
    """The attribution in the same paragraph that has a part right beside the quotation."""
    best: tuple[int, int] | None = None
    for start, end, index in beside:
        between = text[min(end, quotation.end) : max(start, quotation.start)]
        if "\n" not in between and len(between) <= _NEAR and (best is None or len(between) < best[0]):
            best = len(between), index
    return best[1] if best else None


def _tidy(attribution: Attribution) -> Attribution:
    """Parts in order, empty ones gone."""
    return Attribution(
        *(tuple(sorted((s for s in part if s.end > s.start), key=lambda s: s.start)) for part in attribution)
    )

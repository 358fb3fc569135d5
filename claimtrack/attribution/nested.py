"""Statements within statements: "X said that Y had told it that ..." tells what Y said, too.

The network gives every word one role, so of an attribution inside a content it sees only the outer one.
A content that holds a verb of saying outside its quotation marks is therefore read once more, by itself.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from claimtrack.attribution.assemble import Attribution, group_span, in_characters
from claimtrack.attribution.marks import Quotation, touching
from claimtrack.attribution.pieces import Pieces
from claimtrack.attribution.pointing import points_back
from claimtrack.attribution.tagger import tag
from claimtrack.models import Span

_SAYING = re.compile(
    r"\b(?:said|says?|saying|told|tells|telling|claim(?:s|ed|ing)?|alleg(?:es?|ed|ing)|insist(?:s|ed)|den(?:y|ies|ied)"
    r"|assert(?:s|ed)|maintain(?:s|ed)|argue[sd]|announced?|according to|reported|reports|stat(?:es|ed)|admit(?:s|ted)"
    r"|acknowledge[sd]|warn(?:s|ed)|accus(?:es?|ed)|dismiss(?:es|ed)|reject(?:s|ed)|disput(?:es|ed))\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)
"""Who has been warned has said nothing."""
_THAT = re.compile(r"that\b ?", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:which|who|whom) ?$|(?:which|who|whom)\b")
_BESIDE = re.compile(r"(?:;|—|–|, (?:while|whereas|but|although|though|and)) ?$")
"""What stands before a speaker who is set beside the one before, not quoted by them."""

_THAT_IT_SAID_SHOWED = re.compile(
    r"(?:(?P<thing>[^,;:]*[^,;: ]) )?(?:that|which) (?P<source>it|they|he|she) (?P<cue>said|says?|claim(?:s|ed)?) "
    r"(?P<rest>(?:show\w*|was|were|is|are|had|has|have|prove[sd]?|reveal\w*|contain\w*|depict\w*|captur\w*|came"
    r"|indicat\w*|document\w*|record\w*|belong\w*) .*)",
    re.DOTALL,
)


def with_inner(text: str, whole: Pieces, made: Iterable[Attribution], found: Sequence[Quotation]) -> list[Attribution]:
    """Attributions with those inside their contents; what another speaker says beside them is taken out."""
    outer = list(made)
    taken = [span for attribution in outer for span in (*attribution.source, *attribution.cue)]
    kept: list[Attribution] = []
    for attribution in outer:
        if shown := _shown(text, attribution, found):
            kept.append(shown)
            continue
        inner = [
            one
            for span in attribution.content
            for one in _inner(text, whole, span, found)
            if (_is_told_apart(text, one) or _is_relayed(attribution, span, one)) and not _touch(one, taken)
        ]
        kept += [_without_beside(text, attribution, inner), *inner]
    return sorted(kept, key=lambda attribution: attribution.start)


def _inner(text: str, whole: Pieces, span: Span, found: Sequence[Quotation]) -> Iterator[Attribution]:
    """The attributions that are read in a content of someone's, if it holds a verb of saying."""
    if not any(not touching(found, *match.span()) for match in _SAYING.finditer(text, span.start, span.end)):
        return
    opening = _THAT.match(text, span.start, span.end)
    window = whole.cut(slice(*whole.starts.searchsorted((opening.end() if opening else span.start, span.end))))
    for draft in tag(window):
        one = in_characters(text, window, draft, tuple(found))
        says = any(_SAYING.search(cue.of(text)) and not _PASSIVE.search(cue.of(text)) for cue in one.cue)
        if all(one) and says:
            yield one


def _is_told_apart(text: str, one: Attribution) -> bool:
    """Whether the words say that the statement is a second speaker's: "that", "; Moscow said", ", which it said"."""
    return bool(
        _THAT.match(text, one.content[0].start)
        or _BESIDE.search(text, max(0, one.start - 12), one.start)
        or points_back(text, one.content)
        or _RELATIVE.match(text, one.start)
        or _RELATIVE.search(text, max(0, one.start - 12), one.start)
    )


def _is_relayed(outer: Attribution, content: Span, one: Attribution) -> bool:
    """Whether all that is told is that another spoke: "Ana Roe said it was so, the agency reported"."""
    return one.start == content.start and any(source.start >= content.end for source in outer.source)


def _shown(text: str, outer: Attribution, found: Sequence[Quotation]) -> Attribution | None:
    """What "released 42 photographs that it said showed a crater" says; the release is a deed, no statement."""
    if len(outer.content) != 1 or not outer.cue or any(_SAYING.search(cue.of(text)) for cue in outer.cue):
        return None
    (whole,), act = outer.content, outer.cue[-1]
    match = _THAT_IT_SAID_SHOWED.fullmatch(text, whole.start, whole.end)
    if not match or touching(found, match.start("source"), match.end("cue")):
        return None
    thing = Span(start=whole.start, end=match.end("thing")) if match["thing"] else _without_verb(text, act)
    source, cue, rest = (group_span(match, name) for name in ("source", "cue", "rest"))
    return Attribution((source,), (cue,), (thing, rest))


def _without_verb(text: str, act: Span) -> Span:
    """The thing in "showed footage"."""
    return Span(start=text.rfind(" ", act.start, act.end) + 1 or act.start, end=act.end)


def _touch(attribution: Attribution, taken: Sequence[Span]) -> bool:
    own = (*attribution.source, *attribution.cue)
    return any(a.start < b.end and b.start < a.end for a in own for b in taken)


def _without_beside(text: str, outer: Attribution, inner: Sequence[Attribution]) -> Attribution:
    """The outer attribution up to the first speaker who is set beside its own."""
    for one in inner:
        before = _BESIDE.search(text, outer.content[0].start, one.start)
        if before or points_back(text, one.content):
            end = before.start() if before else one.start
            content = (_trimmed(text, Span(start=s.start, end=min(s.end, end))) for s in outer.content if s.start < end)
            return outer._replace(content=tuple(s for s in content if s.start < s.end))
    return outer


def _trimmed(text: str, span: Span) -> Span:
    """A span without the comma and blank that its last words were followed by."""
    return Span(start=span.start, end=span.start + len(span.of(text).rstrip(" ,;–—-")))

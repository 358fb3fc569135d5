"""Place and status: whose air or water it was in; open to all, or closed by someone."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claimtrack.claims.clauses import Clause, clauses
from claimtrack.claims.frames import matches
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance, country
from claimtrack.conflicts.finding import Finding, finding, holds, one_account
from claimtrack.language.lexicon import words
from claimtrack.language.words import Token, tokens
from claimtrack.models import Reason, ReasonCode, RelationKind, Span

_AREA = r"(?:air ?space|waters?|sea|territory|soil|border|frontier|zones?|land|skies|side of the border)"
_OPEN = re.compile(
    r"\b(?:international|neutral|open|free) (?:air ?space|waters|seas?|airways?)\b|\bhigh seas\b", re.IGNORECASE
)
_ENTERED = (
    r"(?:violat\w+|breach\w*|cross\w*|enter\w*|intru\w+|penetrat\w+|stray\w*|incursions?|inside|within|into|in|on|over|through|"
    r"remain\w* in)"
)
_CLOSED = re.compile(
    rf"\b{_ENTERED}\b(?:\s+[\w'’-]{{1,30}}){{0,8}}?\s+"
    rf"(?:(?:no-fly|exclusion|protected|forbidden|closed|restricted|prohibited|danger|security|buffer) "
    r"(?:zones?|areas?|airspace)"
    rf"|(?:territorial |state |national |sovereign )?{_AREA})\b"
    r"(?:\s+(?:of|with)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)?)?",
    re.IGNORECASE,
)
_OWNED = re.compile(
    rf"\b{_AREA}\b(?:\s+[\w'’-]{{1,30}}){{0,5}}?\s+(?:is|are|was|were|belongs? to|remains?)\s+(?:part of\s+)?"
    r"(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)?"
)
"""Whose an area is said to be: "the waters around the island are Danish"."""
_STAYED = re.compile(
    r"\b(?:stayed|remained|kept|was|were|flew|flying|sailed|sailing|operat\w+|took place|happened|occurred)\b"
    r"(?:\s+(?:entirely|always|only|well))?\s+(?:in|over|inside|within)\s+(?:the\s+)?[A-Z]\w+(?:\s+[A-Z]\w+)?"
)
"""Where something kept to, named by the state alone: "stayed over Syria"."""
_INTRUDED = re.compile(
    r"violat|breach|intru|penetrat|stray|incursion|territorial|national|sovereign|no-fly|exclusion|protected|forbidden|prohibited",
    re.IGNORECASE,
)
"""Words that say a place was closed, though they name no owner."""
_SEA = re.compile(r"\b(?:(?:South|East) China|[A-Z]\w+) Sea\b|\bSea of [A-Z]")
"""A sea that is named after a state and is not its own."""
_SPEAKER = "its own"
"""The owner of a place that an unknown side calls its own."""
_SPOTS, _REGIONS = words("claimtrack.conflicts", "spots"), words("claimtrack.conflicts", "regions")
_BEING = frozenset(["was", "were", "been", "stayed", "remained"])
_POSSESSIVE = re.compile(r"\b(?:its|their|our)\b", re.IGNORECASE)


class _Located(NamedTuple):
    span: Span
    is_open: bool
    owner: str


def place(a: Utterance, b: Utterance, _: Scene) -> Finding | None:
    """Open air or water against someone's own, or the air and water of two different states."""
    if not (holds(a) and holds(b)) or one_account(a, b):
        return None
    for x in _located(a):
        for y in _located(b):
            if x.is_open != y.is_open:
                return _contrary((ReasonCode.PLACE, ReasonCode.STATUS), x, y)
            if x.owner and y.owner and x.owner != y.owner and _SPEAKER not in {x.owner, y.owner}:
                return _contrary((ReasonCode.PLACE,), x, y)
    met = _elsewhere(a, b)
    return finding(RelationKind.CONTRARY_TO, ReasonCode.PLACE, *met, 0.5) if met else None


def _elsewhere(a: Utterance, b: Utterance) -> tuple[Span, Span] | None:
    """The words that put one doing, or one person, in two spots, or in two regions: "in a cell", "in hospital"."""
    deeds = [(m.a.clause, m.b.clause) for m in matches(a, b) if m.is_sure and m.a.is_negated == m.b.is_negated]
    stays = [(x.words, y.words) for x in clauses(a) for y in clauses(b) if _is_stay(x) and _is_stay(y)]
    for here, there in deeds + stays:
        for kind in (_SPOTS, _REGIONS):
            one, other = (_at(words, kind) for words in (here, there))
            if one and other and not any(p.lemma == q.lemma for _, p in one for _, q in other):
                return a.where(*one[0]), b.where(*other[0])
    return None


def _at(clause: Sequence[Token], kind: frozenset[str]) -> list[tuple[Token, Token]]:
    """The places of a kind in a clause, each from its preposition on: "at the front"."""
    return [
        (word, place)
        for index, word in enumerate(clause)
        if word.text.lower() in {"in", "at", "inside"}
        for place in clause[index + 1 : index + 3]
        if place.lemma in kind and not place.text[:1].isupper()  # "in South Korea"
    ]


def _is_stay(clause: Clause) -> bool:
    """Whether a clause says of somebody where he was: "he was at home"."""
    said = [word.text.lower() for word in clause.words[:6]]
    return clause.is_main and any(p in _BEING and q in {"in", "at", "inside"} for p, q in pairwise(said))


def _contrary(codes: tuple[ReasonCode, ...], x: _Located, y: _Located) -> Finding:
    reasons = tuple(Reason(code=code, a=x.span, b=y.span) for code in codes)
    return Finding(RelationKind.CONTRARY_TO, reasons, 0.7)


def _located(utterance: Utterance) -> list[_Located]:
    """The places of a content that belong to all, or to a state."""
    return [
        place for piece in utterance.read for place in (*_open_to_all(utterance, piece), *_closed(utterance, piece))
    ]


def _open_to_all(utterance: Utterance, piece: Span) -> Iterator[_Located]:
    for match in _OPEN.finditer(utterance.capture.text, piece.start, piece.end):
        yield _Located(Span(start=match.start(), end=match.end()), True, "")


def _closed(utterance: Utterance, piece: Span) -> Iterator[_Located]:
    """Places with an owner, or that someone is said to have violated."""
    text = utterance.capture.text
    found = [m for pattern in (_CLOSED, _OWNED, _STAYED) for m in pattern.finditer(text, piece.start, piece.end)]
    for match in found:
        owner = _owner(utterance, match)
        if not (_OPEN.search(match.group()) or _SEA.search(match.group())) and (
            owner or _INTRUDED.search(match.group())
        ):
            yield _Located(Span(start=match.start(), end=match.end()), False, owner)


def _owner(utterance: Utterance, match: re.Match[str]) -> str:
    """The state whose air or water it is: named in the words, or the speaker's own ("its waters")."""
    said = tokens(match.group())
    pairs = [country(f"{word.text} {after.text}") for word, after in pairwise(said)]
    named = [name for name in (*pairs, *(country(word.text) for word in said)) if name]
    if named:
        return named[-1]
    party = utterance.statement.party
    return (party.sides[0] if party.sides else _SPEAKER).lower() if _POSSESSIVE.search(match.group()) else ""

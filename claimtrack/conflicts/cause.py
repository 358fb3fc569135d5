"""Cause: one happening, two explanations. Both may be wrong, so they are contrary."""

import re
from typing import NamedTuple

from claimtrack.claims.clauses import clauses, negations
from claimtrack.claims.frames import matches, near
from claimtrack.claims.scene import APART, Scene
from claimtrack.claims.utterance import PRONOUNS, Utterance, country, term
from claimtrack.conflicts.because import becauses, reason_of, same_happening, tells_of
from claimtrack.conflicts.finding import Finding, finding, holds, one_account, same_side
from claimtrack.language.lexicon import phrases, words
from claimtrack.language.meaning import closeness
from claimtrack.language.wordnet import nearness
from claimtrack.language.words import Token
from claimtrack.models import ReasonCode, RelationKind, Span

_BEFORE_CAUSE = re.compile(
    r"(?:,\s*)?\b(?:(?<=died )of|(?<=dying )of|because of|because|due to|owing to|as a result of|result of|thanks to|"
    r"(?:caused|triggered|started|set off) by|following|after|while|when|by)\s+",
    re.IGNORECASE,
)
"""Words between a happening and what is given as its cause."""
_AFTER_CAUSE = re.compile(
    r"(?:,\s*)?\b(?:resulting in|leading to|ending in|which (?:led to|resulted in|ended in))\s+"
    r"(?:[\w'’-]{1,30}\s+){0,4}?$",
    re.IGNORECASE,
)
"""Words between a cause and what is given as its outcome, right before the outcome."""
_LEADING_CAUSE = re.compile(
    r"[\"“”'’\s]*(?:as a (?:direct )?(?:result|consequence) of|because of|due to|owing to|following|after)\s+"
    r"(?P<cause>[^,;.]{3,80}?)(?:,|\s+(?=(?:the|an?|its|their|it|they)\s))",
    re.IGNORECASE,
)
"""A cause at the head of a sentence."""
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\b[^,.;]{0,30}$")
"""Before "by": what somebody or something did to it, not by how much it fell."""
_CLAUSE_EDGE = re.compile(r"[;,]\s|\.\s|\bwhen\s")
_WAYS = phrases("claimtrack.conflicts", "mechanism")
_TOGETHER = (
    {"missile", "downing", "drone"},
    {"blaze", "ammunition", "arson"},
    {"blaze", "gas"},
    {"gunfire", "violence"},
    {"missile", "bomb"},
)
"""Ways that one account may name together."""
OUTCOMES = words("claimtrack.conflicts", "outcomes")
_CAUSING = words("claimtrack.conflicts", "causing")
_NAMED = words("claimtrack.conflicts", "happenings")
"""Nouns that name the happening itself: "the blackout", "the crash"."""
_SAME_OUTCOME = 0.9
_LEAST = 0.6
_PARAPHRASE = 0.5
"""Closeness of two reasons that may be one in other words."""
_TO_OBJECT = 4
"""Words from a causing verb to the happening that it brought about."""
_BACK, _ON = 12, 8
"""Words around an outcome among which the thing is named that it happened to."""


class _Explained(NamedTuple):
    """A happening, and the words given for its cause."""

    outcome: Token
    thing: tuple[Token, ...]
    cause: Span
    cause_terms: frozenset[str]


def cause(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """Different causes for what both say happened."""
    if not (holds(a) and holds(b)) or one_account(a, b):
        return None
    for x in _explained(a):
        for y in _explained(b):
            if _same_outcome(x, y, a, b, scene) and not _overlap(x.cause_terms, y.cause_terms):
                return finding(RelationKind.CONTRARY_TO, ReasonCode.CAUSE, x.cause, y.cause, 0.7)
    met = other_ways(a, b) if scene.is_one or _share_outcome(a, b) else None
    reasons = None if same_side(a, b) else _other_reasons(a, b)
    if met := met or _told_outright(a, b) or reasons or (_against_a_way(a, b) if scene.is_one else None):
        return finding(RelationKind.CONTRARY_TO, ReasonCode.CAUSE, *met, 0.6)
    return None


def _told_outright(a: Utterance, b: Utterance) -> tuple[Span, Span] | None:
    """Two causes of one thing, each told outright."""
    for x in becauses(a):
        for y in becauses(b):
            if x.terms and y.terms and same_happening(x, y) and not _overlap(x.terms, y.terms):
                return x.cause, y.cause
    return None


def _other_reasons(a: Utterance, b: Utterance) -> tuple[Span, Span] | None:
    """Two reasons for one doing: "resigned for health reasons", "resigned over the scandal"."""
    for match in matches(a, b):
        here, there = (reason_of(u, frame) for u, frame in ((a, match.a), (b, match.b)))
        is_told = match.is_sure and not (match.a.is_negated or match.b.is_negated)
        if is_told and here and there and here[1] and there[1] and not _overlap(here[1], there[1]):
            said = (span.of(u.capture.text) for u, (span, _) in ((a, here), (b, there)))
            if closeness(*said) < _PARAPHRASE:
                return here[0], there[0]
    return None


def _against_a_way(a: Utterance, b: Utterance) -> tuple[Span, Span] | None:
    """A cause told outright, and the way in which the other tells that the same thing came about."""
    for one, other, is_turned in ((a, b, False), (b, a, True)):
        way = next(iter(ways(other).values()), None)
        met = next((x for x in becauses(one) if x.terms and tells_of(other, x.what)), None)
        if way and met and not ways(one) and not any(term(w) in met.terms for w in other.content):
            return (way, met.cause) if is_turned else (met.cause, way)
    return None


def other_ways(a: Utterance, b: Utterance) -> tuple[Span, Span] | None:
    """The words by which either says that it came about, if they name different ways ("a torpedo", "a sea mine")."""
    here, there = ways(a), ways(b)
    if not (here and there) or any(_go_together(x, y) for x in here for y in there):
        return None
    return next(iter(here.values())), next(iter(there.values()))


def ways(utterance: Utterance) -> dict[str, Span]:
    """The ways in which a content says that things came about, with the words that say so; what is negated is none."""
    text = utterance.capture.text
    return {
        name: Span(start=match.start(), end=match.end())
        for clause in clauses(utterance)
        for name, pattern in _WAYS.items()
        if (match := pattern.search(text, clause.start, clause.end)) and not negations(clause.before(match.start()))
    }


def _go_together(x: str, y: str) -> bool:
    return x == y or any({x, y} <= group for group in _TOGETHER)


def _share_outcome(a: Utterance, b: Utterance) -> bool:
    """Whether both tell of one end of one thing."""
    here, there = (
        [_Explained(w, tuple(u.content), u.whole, frozenset()) for w in u.content if w.lemma in OUTCOMES]
        for u in (a, b)
    )
    return any(_same_outcome(x, y, a, b) for x in here for y in there)


def _explained(utterance: Utterance) -> list[_Explained]:
    """Outcomes of a content with their causes: "crashed while ...", "ditched ... after ...", "a missile sank it"."""
    found = []
    said = utterance.words
    for index, word in enumerate(said):
        if word.lemma in OUTCOMES or any(
            nearness(word.lemma, o) >= 0.9 for o in ("crash", "sink", "explode", "collapse")
        ):
            span = _after(utterance, index) or _before(utterance, index) or _subject(utterance, index)
            if span:
                inside = frozenset(
                    term(w) for w in utterance.content if span.start <= w.start < span.end and w is not word
                )
                thing = tuple(
                    w for w in said[max(0, index - _BACK) : index + _ON] if not span.start <= w.start < span.end
                )
                if inside - {word.lemma}:
                    found.append(_Explained(word, thing, span, inside - {word.lemma}))
    return found


def _after(utterance: Utterance, index: int) -> Span | None:
    """From the first causal word after the outcome to the end of the piece of content."""
    text = utterance.capture.text
    word = utterance.words[index]
    piece = next(s for s in utterance.read if s.start <= word.start < s.end)
    found = _BEFORE_CAUSE.finditer(text, word.end, piece.end)
    match = next((m for m in found if m.group().strip() != "by" or _PASSIVE.search(text, piece.start, m.start())), None)
    if not match or match.end() >= piece.end:
        return None
    return _stripped(text, match.end(), piece.end)


def _before(utterance: Utterance, index: int) -> Span | None:
    """The cause that stands before its outcome: "was hit, resulting in a crash", "as a result of a turn it fell"."""
    text = utterance.capture.text
    word = utterance.words[index]
    piece = next(s for s in utterance.read if s.start <= word.start < s.end)
    before = text[piece.start : word.start]
    if match := _AFTER_CAUSE.search(before):
        begins = [m.end() for m in _CLAUSE_EDGE.finditer(before, 0, match.start())]
        return _stripped(text, piece.start + max(begins, default=0), piece.start + match.start())
    if match := _LEADING_CAUSE.match(before):
        return _stripped(text, piece.start + match.start("cause"), piece.start + match.end("cause"))
    return None


def _subject(utterance: Utterance, index: int) -> Span | None:
    """The subject of a verb that brings things about: "two missiles sank the cruiser"."""
    word = utterance.words[index]
    after = utterance.words[index + 1 : index + 3]
    is_transitive = bool(after) and after[0].text.lower() in {"the", "a", "an", "it", "its", "their", "them", "one"}
    by = index if word.lemma in _CAUSING and is_transitive else _brought_about_by(utterance, index)
    if not by:
        return None
    start = utterance.words[by].start
    piece = next(s for s in utterance.read if s.start <= start < s.end)
    return _stripped(utterance.capture.text, piece.start, start)


def _brought_about_by(utterance: Utterance, index: int) -> int:
    """The place of the verb whose object a happening is, or 0: "set off the blackout", "caused a huge blast"."""
    if utterance.words[index].lemma not in _NAMED:
        return 0
    before = range(max(1, index - _TO_OBJECT), index)
    return next((i for i in before if utterance.words[i].lemma in _CAUSING), 0)


def _stripped(text: str, start: int, end: int) -> Span | None:
    found = text[start:end]
    lead = len(found) - len(found.lstrip(" ,\"“'‘"))
    inner = found.strip(" ,.;:\"“”'‘’")
    return Span(start=start + lead, end=start + lead + len(inner)) if inner else None


def _same_outcome(x: _Explained, y: _Explained, a: Utterance, b: Utterance, scene: Scene = APART) -> bool:
    """The same happening to the same thing; a pronoun is what its paragraph names."""
    if near(x.outcome, y.outcome) < _LEAST:
        return False
    is_named = {x.outcome.lemma, y.outcome.lemma} <= _NAMED
    if near(x.outcome, y.outcome) >= _SAME_OUTCOME and (is_named or scene.is_one):
        return True
    return any(_same_thing(one, other, a, b) for one in x.thing for other in y.thing)


def _same_thing(one: Token, other: Token, a: Utterance, b: Utterance) -> bool:
    if one.text.lower() in PRONOUNS:
        return term(other) in a.paragraph and not other.is_stop and not country(other.text)
    if other.text.lower() in PRONOUNS:
        return term(one) in b.paragraph and not one.is_stop and not country(one.text)
    return not one.is_stop and one.lemma not in OUTCOMES and near(one, other) >= _LEAST and not country(one.text)


def _overlap(here: frozenset[str], there: frozenset[str]) -> bool:
    """Whether two explanations share their main words."""
    shared = {x for x in here for y in there if x == y or (x.isalpha() and y.isalpha() and nearness(x, y) >= 0.9)}
    return len(shared) >= 0.4 * min(len(here), len(there))

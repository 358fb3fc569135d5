"""What a content says on matters that parties give rival answers to: was there firing, was it deliberate, was it safe.

A matter is a list of words that say it was so and, for some, a list of their opposites
(lexicon.toml). Every mention has a sign: a negation in its clause turns it, as in natural logic
(MacCartney & Manning 2008). So "no disruption", "running as planned" and, denied, "a standstill"
give the same answer, in words that no dictionary calls synonyms.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from claimtrack.claims.clauses import Clause, clauses, is_bidden, is_turned
from claimtrack.claims.utterance import Utterance
from claimtrack.language import lexicon
from claimtrack.models import Span

_NEAR, _OF_NOUN = 4, 5
_DATING = frozenset("prior during following amid despite throughout".split())
_NAMING = frozenset("label labels term terms word words definition expression phrase reserved defined".split())
"""Words after which it is said what a word means, not what happened ("the label of war crime is reserved for")."""
_IS_NOT_FOR = re.compile(r"\bnot (?:up to|for|the (?:job|task|business) of)\b.* to\b")
"""Whose task it is not: "it was not for the president to prove fraud"."""
_BEING = frozenset("was were is are be been being as".split())
_HARM = frozenset("kill shoot die hit strike target arrest detain injure wound bomb".split())
_DID_NOT = frozenset(["did not", "had not", "does not"])
"""After a noun: "the sirens did not sound"."""


class Matter(NamedTuple):
    """Something that is so or is not."""

    name: str
    yes: re.Pattern[str]
    no: re.Pattern[str] | None
    never: re.Pattern[str] | None
    """Longer phrases in which the words mean something else: "warning shots"."""
    is_alone: bool
    """Whether in one event there is hardly more than one thing that it can be said of."""
    is_rival: bool
    """Whether only one can have it: a victory, control of a town."""
    is_predicated: bool
    """Whether it only counts as what something is said to be."""
    is_single: bool
    """Whether of several people both answers may be so: some are dead, some alive."""


class Mention(NamedTuple):
    """Words of a content that answer a matter."""

    matter: Matter
    span: Span
    clause: Clause
    is_so: bool
    """The answer, negations counted."""
    is_negated: bool
    """Whether a negation made it so."""


@lru_cache(maxsize=8192)
def mentions(utterance: Utterance) -> tuple[Mention, ...]:
    """Every answer to a matter that a content gives outright; of words inside longer ones only the longer."""
    text = utterance.capture.text
    found = [
        (matter, match, is_so)
        for piece in utterance.read
        for matter in _matters()
        for pattern, is_so in ((matter.yes, True), (matter.no, False))
        for match in (pattern.finditer(text, piece.start, piece.end) if pattern else ())
    ]
    spans = {(matter.name, *match.span()) for matter, match, _ in found}
    return tuple(
        _mention(clause, matter, match, is_so=is_so)
        for matter, match, is_so in found
        for clause in clauses(utterance)
        if clause.start <= match.start() < clause.end and _is_told(clause, match.start())
        if not is_bidden(clause.before(match.start()))
        if not _is_inside(matter, match, spans) and (not matter.is_predicated or _is_predicated(utterance, match))
    )


def _is_predicated(utterance: Utterance, match: re.Match[str]) -> bool:
    """Whether the words are what something is said to be, or whom a deed was done to."""
    before = [word for word in utterance.words if word.start < match.start()]
    after = [word for word in utterance.words if word.start >= match.end()][:3]
    since = [w.text for w in before[-_NEAR:]]
    is_there = any(one.lower() == "there" and other in _BEING for one, other in pairwise(since))  # "there are fighters"
    is_said = not is_there and any(
        w in _BEING and not any(v.endswith("ing") for v in since[i:]) for i, w in enumerate(since)
    )
    is_suffered = bool(_BEING & {w.text.lower() for w in after[:2]}) and any(w.lemma in _HARM for w in after)
    return is_said or is_suffered or any(w.lemma in _HARM for w in before[-2:])


def _is_inside(matter: Matter, match: re.Match[str], spans: set[tuple[str, int, int]]) -> bool:
    """Whether the words are part of a compound, or of longer ones that answer the same matter ("free and fair")."""
    start, end = match.span()
    text = match.string
    in_compound = text[start - 1 : start] == "-" or text[end : end + 1] == "-" or text[end : end + 2] in {"'t", "’t"}
    if matter.never and any(m.start() <= start and end <= m.end() for m in matter.never.finditer(text)):
        return True
    longer = (s <= start and end <= e and (s, e) != (start, end) for name, s, e in spans if name == matter.name)
    return in_compound or any(longer)


def _is_told(clause: Clause, place: int) -> bool:
    """Whether the words are said, not only what something else is dated by, or a word's meaning."""
    before = [word.text.lower() for word in clause.before(place)]
    near = before[-_NEAR:]
    return (
        not _DATING & set(near)
        and not _NAMING & set(before)
        and not _IS_NOT_FOR.search(" ".join(before))
        and before[:1] not in (["after"], ["before"], ["since"], ["though"], ["although"])
    )


def _mention(clause: Clause, matter: Matter, match: re.Match[str], *, is_so: bool) -> Mention:
    behind = [word for word in clause.words if word.start >= match.end()]
    after = [word.text.lower() for word in behind][:2]
    is_missing = _is_noun(match) and (after[:1] == ["never"] or " ".join(after) in _DID_NOT or after[:1] == ["didn't"])
    before = clause.before(match.start())
    is_negated = is_turned(before[-_OF_NOUN:] if _is_thing(match) else before, behind) != is_missing
    span = Span(start=match.start(), end=match.end())
    return Mention(matter, span, clause, is_so != is_negated, is_negated)


def _is_thing(match: re.Match[str]) -> bool:
    """Whether the words name things by one noun in the plural, which only a negation right before it denies."""
    return " " not in match.group() and match.group().lower().endswith("s")


def _is_noun(match: re.Match[str]) -> bool:
    """Whether a negated verb right after the words would be theirs: they do not look like a verb themselves."""
    return not match.group().lower().endswith(("ed", "ing")) and " " not in match.group()


@cache
def _matters() -> tuple[Matter, ...]:
    return tuple(
        Matter(
            entry["name"],
            lexicon.pattern(entry["yes"]),
            lexicon.pattern(entry["no"]) if "no" in entry else None,
            lexicon.pattern(entry["never"]) if "never" in entry else None,
            entry.get("alone", False),
            entry.get("rival", False),
            entry.get("predicated", False),
            entry.get("single", False),
        )
        for entry in lexicon.entries("claimtrack.claims", "matters")
    )

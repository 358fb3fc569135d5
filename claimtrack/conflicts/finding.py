"""What a signal gives back, and what all signals may ask about two utterances."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from claimtrack.claims.utterance import PRONOUNS, Utterance
from claimtrack.language.clauses import first_clause, is_negated
from claimtrack.language.times import AT_FIRST
from claimtrack.models import Hedge, PartyKind, Polarity, Reason, ReasonCode, RelationKind, Span, Stance

_REQUESTED = re.compile(
    r"[\"“‘']?(?:[\w'’-]+ ){0,5}?(?:request|motion|bid|appeal|petition|application|offer|plea|proposal|demand|"
    r"invitation|permission|visa)s?\b",
    re.IGNORECASE,
)
"""What is denied or rejected here is asked for, not told."""

_NAMED = re.compile(r"(?:an?|the|any|no|some|its|his|her|their) [^.;]{1,60} of", re.IGNORECASE)


class Finding(NamedTuple):
    """A relation that a signal sees between two utterances, and why."""

    kind: RelationKind
    reasons: tuple[Reason, ...]
    strength: float
    """Between 0 and 1; only for choosing among findings."""

    @property
    def turned(self) -> "Finding":
        """The same, seen from the other utterance."""
        return self._replace(reasons=tuple(reason.turned for reason in self.reasons))


def either_way(see: Callable[[Utterance, Utterance], Finding | None], a: Utterance, b: Utterance) -> Finding | None:
    """What is seen from one utterance to the other, or the other way about; `a` of its reasons is always `a`'s."""
    if found := see(a, b):
        return found
    found = see(b, a)
    return found.turned if found else None


def finding(kind: RelationKind, code: ReasonCode, a: Span, b: Span, strength: float) -> Finding:
    """A finding with one reason."""
    return Finding(kind, (Reason(code=code, a=a, b=b),), strength)


def holds(utterance: Utterance) -> bool:
    """Whether the party says that its content is so."""
    return utterance.statement.polarity == Polarity.TRUE


@lru_cache(maxsize=8192)
def refuses(utterance: Utterance) -> bool:
    """Whether the party performs a rejection ("denied that ..."), beyond wording its own account in the negative."""
    is_denial = utterance.statement.stance == Stance.DENIES and not says_not(utterance)
    return is_denial and not _REQUESTED.match(utterance.text)


@lru_cache(maxsize=8192)
def says_not(utterance: Utterance) -> bool:
    """Whether the content itself is negated ("there was no warning")."""
    return is_negated(first_clause(utterance.text))


def is_mentioned(utterance: Utterance) -> bool:
    """Whether nobody says it and only a noun names it: "any mention of", "a view of"."""
    statement, text = utterance.statement, utterance.capture.text
    return not statement.source and any(_NAMED.fullmatch(cue.of(text)) for cue in statement.cue)


def is_open(utterance: Utterance) -> bool:
    """Whether the party leaves the matter open."""
    statement = utterance.statement
    is_possible = statement.hedge == Hedge.POSSIBLY and not says_not(utterance)  # "could not" is no "perhaps"
    return statement.stance in {Stance.DECLINES, Stance.QUESTIONS} or is_possible


def same_side(a: Utterance, b: Utterance) -> bool:
    """Whether both speak for one side of the tree; where no side is known, whether both are named in the same words."""
    here, there = set(a.statement.party.sides), set(b.statement.party.sides)
    if here or there:
        return bool(here & there)
    return bool(_voice(a)) and _voice(a) == _voice(b)


def one_account(a: Utterance, b: Utterance) -> bool:
    """Whether both belong to what one side says, so that neither is set against the other.

    One party's account of another day may be a new one, and so is what it says after what it "first said".
    """
    return same_side(a, b) and not _may_have_changed(a, b)


def _may_have_changed(a: Utterance, b: Utterance) -> bool:
    if _is_first(a) != _is_first(b):
        return True
    is_somebody = a.statement.party.kind not in {PartyKind.UNNAMED, PartyKind.CROWD}
    is_one = is_somebody and a.statement.party.name == b.statement.party.name
    return is_one and bool(a.day and b.day) and a.day != b.day


def _is_first(utterance: Utterance) -> bool:
    """Whether it is told as the account that was given first."""
    source, cue = utterance.statement.source, utterance.statement.cue
    if not cue:
        return False
    begin = source[-1].end if source and source[-1].end <= cue[0].start else cue[0].start
    return bool(AT_FIRST.search(utterance.capture.text, begin, cue[-1].end))


def _voice(utterance: Utterance) -> str:
    """The words that name a speaker, if they name one."""
    words = " ".join(span.of(utterance.capture.text) for span in utterance.statement.source).lower()
    return "" if words in PRONOUNS else words

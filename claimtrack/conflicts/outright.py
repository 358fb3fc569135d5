"""Whether a clause tells of a thing outright, or only names it: "the claims of spying", "rules on air strikes"."""

import re
from collections.abc import Sequence

from claimtrack.claims.clauses import Clause, negations
from claimtrack.claims.frames import Frame
from claimtrack.claims.utterance import Utterance
from claimtrack.language.lexicon import words
from claimtrack.language.wordnet import wordnet
from claimtrack.language.words import Token
from claimtrack.models import Span, Stance

_CLAIMS = frozenset("allegation accusation claim tweet suggestion rumour rumor theory speculation".split())
_OPENING = frozenset(["that", "of", "about"])
_STANDS_BY = re.compile(
    r"\b(?:repeat|reiterat|renew|maintain|st(?:and|ood)|back|support|defend|echo|mak|made|level|publish|spread"
    r"|confirm|prov|corroborat|evidence (?:for|of)|truth in)",
    re.IGNORECASE,
)
"""Of a claim, what is done by those who hold it true."""
_SPOKEN_OF, _PERFORMING, _BEARING = (
    words("claimtrack.conflicts", name) for name in ("spoken_of", "performing", "bearing")
)


def is_only_spoken_of(clause: Clause, thing: Span) -> bool:
    """Whether a word for something said stands before the thing, or right behind it: "the wiretapping claims"."""
    behind = [word for word in clause.words if word.start >= thing.end][:1]
    is_said = any({word.lemma, word.text.lower()} & _SPOKEN_OF for word in (*clause.before(thing.start), *behind))
    return is_said or _bears_its_name(behind)


def is_only_named(frame: Frame, utterance: Utterance) -> bool:
    """Whether a deed is only spoken of, by somebody who does not hold it: "Roe's claim that it was tapped"."""
    cues = (span.of(utterance.capture.text) for span in utterance.statement.cue)
    if utterance.statement.stance != Stance.ASSERTS or any(map(_STANDS_BY.search, cues)):
        return False
    return names_only(frame, utterance)


def names_only(frame: Frame, utterance: Utterance) -> bool:
    """Whether a deed hangs on a word for something said, before or behind it: "speculation about the tapping claim"."""
    at = frame.clause.index(frame.predicate)
    behind = frame.clause[at + 1 : at + 2]
    opened = _opening(frame.clause, utterance)
    claims = {word.lemma for word in (*frame.clause[: at + 1], *behind, *opened)} & _CLAIMS
    return bool(claims) or (frame.predicate.text.endswith("ing") and _bears_its_name(behind))


def hangs_on_a_claim(clause: Clause, utterance: Utterance) -> bool:
    """Whether a clause only tells what was said, and nobody stands by it: "no basis for accusations that ..."."""
    before = [word for word in utterance.words if word.end <= clause.start]
    is_held = _STANDS_BY.search(" ".join(word.text for word in before)) and not negations(before)
    return not is_held and any(word.lemma in _CLAIMS for word in _opening(clause.words, utterance))


def _opening(clause: Sequence[Token], utterance: Utterance) -> list[Token]:
    """The word before a clause that begins with "that", "of" or "about"."""
    if clause[0].text.lower() not in _OPENING:
        return []
    return [word for word in utterance.words if word.end <= clause[0].start][-1:]


def _bears_its_name(behind: Sequence[Token]) -> bool:
    """Whether the word behind a thing is for what only has its name from it: "a wiretap warrant"."""
    return any(word.lemma in _BEARING for word in behind)


def is_behind_a_deed(before: Sequence[Token]) -> bool:
    """Whether the words before a thing tell of another deed: "it had loosened its rules on air strikes"."""
    return any(_is_deed(word) and word.lemma not in _PERFORMING for word in before)


def _is_deed(word: Token) -> bool:
    """Whether a word has a verb's form: "loosened", "loosening"."""
    is_inflected = word.text.islower() and word.text != word.lemma and not word.text.endswith("s")
    return is_inflected and not word.is_stop and word.lemma in wordnet().verbs

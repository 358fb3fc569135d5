"""Who is said to have done it, where no state is named: "pickets threw the stone", "the fault lay with the builder"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from claimtrack.claims.clauses import clauses, negations
from claimtrack.claims.frames import Frame, frames, near
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance, country
from claimtrack.conflicts.cause import OUTCOMES
from claimtrack.language.inflection import UNCHANGING
from claimtrack.language.lexicon import words
from claimtrack.language.meaning import closeness
from claimtrack.language.words import STOPWORDS, Token, tokens
from claimtrack.models import Span

_SAME_DEED, _SAME_THING, _SAME_DOER = 0.8, 0.8, 0.8
_BRINGING = frozenset(["start", "begin", "throw", "take", "pull", "set"])
_A_KIND, _MUCH_ALIKE = 0.6, 0.5
DEEDS = words("claimtrack.conflicts", "deeds")
_ANYBODY = words("claimtrack.conflicts", "people") | {"group", "force", "attacker", "assailant", "side", "unit"}
_OBJECT = frozenset("the a an its their his her it them this that".split())
_PARTICLES = frozenset(["down", "up", "out", "off", "away"])
BEING = frozenset("was were been being is are".split())
_RELATIVE = frozenset(["that", "who", "which"])
_PREPOSITIONS = frozenset("of in on at by for with from to near during after before".split())
_BLAME = (
    re.compile(
        r"(?P<who>(?:[\w'’-]+ ){1,5})(?:was|were|is|are) (?:\w+ )?(?:responsible|to blame|at fault|behind)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:fault|blame|responsibility) (?:lay|lies|rested|rests) with (?P<who>(?:[\w'’-]+ ?){1,4})", re.IGNORECASE
    ),
)
_FIRST = re.compile(r"\b(?:first|beg[au]n|started it|start(?:ed)? the)\b", re.IGNORECASE)


def other_doers(a: Utterance, b: Utterance, scene: Scene) -> tuple[Span, Span] | None:
    """The words by which either names its doer of one deed, if they name different ones."""
    for x in _doings(a):
        for y in _doings(b):
            if not (x.is_negated or y.is_negated or x.is_to_come or y.is_to_come) and _one_deed(x, y, a, b, scene):
                here, there = _doer(x, a), _doer(y, b)
                is_told = here and there and (scene.is_one or not (_is_anybody(here) or _is_anybody(there)))
                is_other = _differ(here, there) if is_told else False
                if is_other and not (_is_joined(here, y, b) or _is_joined(there, x, a)):
                    return _span(here, x), _span(there, y)
    return None


@lru_cache(maxsize=8192)
def _doings(utterance: Utterance) -> tuple[Frame, ...]:
    """The frames, and those of verbs that say little but that somebody brought something about."""
    begun = tuple(
        Frame(
            word,
            tuple(w for w in clause.words if not w.is_stop and w is not word),
            clause.words,
            clause.is_main,
            False,
            False,
        )
        for clause in clauses(utterance)
        for word in clause.words
        if word.lemma in _BRINGING
        and (word.text.lower() != word.lemma or word.lemma in UNCHANGING)
        and not negations(clause.before(word.start))
    )
    return frames(utterance) + begun


def _one_deed(x: Frame, y: Frame, a: Utterance, b: Utterance, scene: Scene) -> bool:
    """The same doing to the same thing; of one event, also two hostile doings that either side calls the first."""
    if any(frame.predicate.lemma in OUTCOMES and not _is_transitive(frame) for frame in (x, y)):
        return False
    if scene.is_one and all(_FIRST.search(u.text) for u in (a, b)) and x.is_main and y.is_main:
        return True
    deeds = DEEDS | _BRINGING
    if not scene.is_one and not {x.predicate.lemma, y.predicate.lemma} <= deeds:
        return False
    things = ((p, q) for p in _done_to(x) for q in _done_to(y))
    return any(near(p, q) >= _SAME_THING for p, q in things) and _is_one_doing(x, y, a, b, scene)


def _is_one_doing(x: Frame, y: Frame, a: Utterance, b: Utterance, scene: Scene) -> bool:
    """The same deed; of one event, also two that are both hostile, or near, or told in sentences much alike."""
    nearness = near(x.predicate, y.predicate)
    if nearness >= _SAME_DEED or not scene.is_one:
        return nearness >= _SAME_DEED
    are_hostile = {x.predicate.lemma, y.predicate.lemma} <= DEEDS
    return are_hostile or nearness >= _A_KIND or closeness(a.text, b.text) >= _MUCH_ALIKE


def _is_transitive(frame: Frame) -> bool:
    """Whether something is done to what follows: "broke the truce", not "the ship sank"."""
    after = [w.text.lower() for w in frame.clause if w.start > frame.predicate.start]
    return next((word for word in after if word not in _PARTICLES), "") in _OBJECT


def _doer(frame: Frame, utterance: Utterance) -> tuple[Token, ...]:
    """The noun phrase before an active predicate, or after "by" in a passive one, up to its first preposition.

    What was used to do it did not do it.
    """
    at = frame.clause.index(frame.predicate)
    before, after = frame.clause[:at], frame.clause[at + 1 :]
    if any(w.lemma == "use" for w in before) and before[-1].text.lower() == "to":
        return ()
    if before and before[0].text.lower() in _RELATIVE and not any(not w.is_stop for w in before):
        said = [clause.words for clause in clauses(utterance) if clause.end <= frame.clause[0].start]
        last = takewhile(lambda w: not w.is_stop, reversed(said[-1] if said else ()))
        before = tuple(reversed([*last]))  # "it was the army | that broke it"
    if is_passive(before):
        by = next((i for i, w in enumerate(after) if w.text.lower() == "by"), None)
        before = after[by + 1 :] if by is not None else ()
    phrase: list[Token] = []
    for word in before:
        if phrase and word.text.lower() in _PREPOSITIONS:
            break
        if not word.is_stop:
            phrase.append(word)
    return tuple(phrase)


def is_passive(before: Sequence[Token]) -> bool:
    """Whether the words before a predicate end in a form of "be", so that it tells what was done to them."""
    return any(word.text.lower() in BEING for word in before[-2:])


def _done_to(frame: Frame) -> list[Token]:
    """The words of what it was done to: the object, or the subject of a passive."""
    at = frame.clause.index(frame.predicate)
    before, after = frame.clause[:at], frame.clause[at + 1 :]
    phrase = before if is_passive(before) else takewhile(lambda w: w.text.lower() not in _PREPOSITIONS, after)
    return [w for w in phrase if not w.is_stop]


def _is_anybody(doer: Sequence[Token]) -> bool:
    """Whether a doer is told by no word that tells him from others: "the groups", "fighters"."""
    return all(word.lemma in _ANYBODY for word in doer)


def _differ(here: Sequence[Token], there: Sequence[Token]) -> bool:
    """Whether no word of one doer is one of the other's."""
    if country(here[-1].text) or country(there[-1].text):
        return False  # states are compared with their forces and capitals
    return not any(near(x, y) >= _SAME_DOER for x in here for y in there)


def _is_joined(doer: Sequence[Token], frame: Frame, utterance: Utterance) -> bool:
    """Whether the other names this doer as well, before its deed: "soldiers and foreign fighters killed"."""
    before = [word for word in utterance.content if word.start < frame.predicate.start]
    return any(near(doer[-1], word) >= _SAME_DOER for word in before)


def _span(doer: Sequence[Token], frame: Frame) -> Span:
    start, end = min(doer[0].start, frame.predicate.start), max(doer[-1].end, frame.predicate.end)
    return Span(start=start, end=end)


def other_blame(a: Utterance, b: Utterance) -> tuple[Span, Span] | None:
    """The words by which either lays the blame, if on different heads."""
    here, there = _blamed(a), _blamed(b)
    if here and there and not here[1] & there[1]:
        return here[0], there[0]
    return None


def _blamed(utterance: Utterance) -> tuple[Span, frozenset[str]] | None:
    for piece in utterance.read:
        for pattern in _BLAME:
            if match := pattern.search(utterance.capture.text, piece.start, piece.end):
                who = frozenset(w.lemma for w in tokens(match["who"]) if w.text.lower() not in STOPWORDS)
                return (Span(start=match.start(), end=match.end()), who) if who else None
    return None

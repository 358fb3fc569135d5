"""Agent: one deed, two doers. Each side names another; both may be wrong."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from claimtrack.claims.frames import Frame, frames, near, phrase
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance, country
from claimtrack.conflicts.doers import BEING, is_passive, other_blame, other_doers
from claimtrack.conflicts.finding import Finding, finding, holds, one_account
from claimtrack.language.lexicon import words
from claimtrack.language.rarity import rarity
from claimtrack.language.words import Token, tokens
from claimtrack.models import PartyKind, ReasonCode, RelationKind, Span
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.names import fold

DEEDS = words("claimtrack.conflicts", "deeds")
_ANYBODY = words("claimtrack.conflicts", "people") | {"troops", "force", "army", "side", "military", "unit"}
_FORCES = r"(?:\s+(?:side|forces?|troops|army|military|government|missiles?|rockets?|shells?)\b)?"
_BLAMED = (
    re.compile(
        r"\b(?:(?:sabotage|attack|strike|shelling|provocation|fire|done|caused)(?:s|ed|ing)?\b[^.;]{0,30}?\bby"
        r"|(?:acts?|work|fault|responsibility|crime|provocation)\b[^.;]{0,30}?\b(?:by|of))"
        rf"\s+(?:an?\s+|the\s+)?(?:(?:falling|stray|errant)\s+)?(?P<who>[A-Z][\w-]+){_FORCES}"
    ),
    re.compile(rf"\bit was (?:the )?(?P<who>[A-Z][\w-]+){_FORCES} (?:that|who)\b"),
    re.compile(
        rf"\b(?P<who>[A-Z][\w-]+)(?: [\w-]+)?{_FORCES} (?:was|were) (?:(?!not\b|never\b)\w+ )?"
        r"(?:responsible|to blame|behind|at fault)\b"
    ),
)
_BEGINNING = re.compile(
    r"\b(?:first|beg[au]n|start(?:ed|s)?|launch\w*|unleash\w*|broke\w*|violat\w*|breach\w*|provok\w*)\b", re.IGNORECASE
)
_STRIKES = frozenset("hit strike bomb bombard shell fire attack shoot destroy blow target".split())
_COLLISIONS, _BLOWS = frozenset(["ram", "collide", "sideswipe", "clip", "bump"]), frozenset(["hit", "strike", "crash"])
_LEAST_RARE, _A_KIND = 0.5, 0.6
_WHERE = frozenset("in at near over on inside outside around across against into to between".split())
"""Before a name, words by which it tells where something was done, or to whom, not by whom."""
_WHERE_BACK = 4
_BLAME = re.compile(r"\bblam(?:es?|ed|ing)\b", re.IGNORECASE)
_LONGEST_NAME = 3
_MOST_BLAMED = 8
"""Words of what is blamed, if nothing is said of it: "an Israeli air strike"."""


class Deed(NamedTuple):
    """A hostile deed, and the state that is named as its doer."""

    doer: str
    """A side, in lower case."""
    span: Span
    frame: Frame | None
    """None for a bare blame ("sabotage by ...")."""

    def is_of(self, utterance: Utterance) -> bool:
        """Whether the side that speaks here is the doer."""
        return self.doer in {side.lower() for side in utterance.statement.party.sides}


def agent(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """Different doers named for a deed done to the same thing."""
    if not (holds(a) and holds(b)) or one_account(a, b):
        return None
    for x in deeds(a):
        for y in deeds(b):
            if x.doer != y.doer and (scene.is_one or _same_deed(x, y, a, b)):
                strength = 0.65 if x.is_of(b) or y.is_of(a) else 0.5
                return finding(RelationKind.CONTRARY_TO, ReasonCode.AGENT, x.span, y.span, strength)
            are_mutual = x.is_of(b) and y.is_of(a)
            if are_mutual and ((_is_of_beginning(x, a) and _is_of_beginning(y, b)) or _is_one_collision(x, y)):
                return finding(RelationKind.CONTRARY_TO, ReasonCode.AGENT, x.span, y.span, 0.6)
    met = other_doers(a, b, scene) or (other_blame(a, b) if scene.is_one else None)
    return finding(RelationKind.CONTRARY_TO, ReasonCode.AGENT, *met, 0.55) if met else None


def _is_of_beginning(deed: Deed, utterance: Utterance) -> bool:
    """Whether a deed is told as the first, or as a breach: each side says that of the other, and one is wrong."""
    clause = deed.frame.clause if deed.frame else ()
    start, end = (clause[0].start, clause[-1].end) if clause else (deed.span.start, deed.span.end)
    return bool(_BEGINNING.search(utterance.capture.text, start, end))


def _is_one_collision(x: Deed, y: Deed) -> bool:
    """Whether each says that the other's ship ran into its own, which only one of them did."""
    done = {deed.frame.predicate.lemma for deed in (x, y) if deed.frame}
    return bool(done & _COLLISIONS) and done <= _COLLISIONS | _BLOWS


def deeds(utterance: Utterance) -> list[Deed]:
    """Hostile deeds of a content with the state that is named as their doer."""
    framed = [
        Deed(_side([w for w in frame.clause if w.start >= doer.start][:_LONGEST_NAME]), _span(frame, doer), frame)
        for frame in frames(utterance)
        if frame.predicate.lemma in DEEDS and not frame.is_negated and (doer := _doer(frame))
    ]
    blamed = [
        Deed(who, Span(start=match.start(), end=match.end()), None)
        for piece in utterance.read
        for pattern in _BLAMED
        for match in pattern.finditer(utterance.capture.text, piece.start, piece.end)
        if (who := country(match["who"]))
    ]
    return framed + blamed + _blamed_thing(utterance)


def _blamed_thing(utterance: Utterance) -> list[Deed]:
    """What a cue blames, if its words say who or whose it was: "blamed the rebels", "an Israeli air strike"."""
    words = utterance.words[:_MOST_BLAMED]
    cues = (span.of(utterance.capture.text) for span in utterance.statement.cue)
    if not any(map(_BLAME.search, cues)) or len(utterance.words) > len(words):
        return []
    who = next(filter(None, (_side(words[i : i + _LONGEST_NAME]) for i in range(len(words)))), "")
    return [Deed(who, utterance.whole, None)] if who else []


def _doer(frame: Frame) -> Token | None:
    """The word that names a state before an active predicate, or after "by" in a passive one."""
    before = [w for w in frame.clause if w.start < frame.predicate.start]
    after = [w for w in frame.clause if w.start > frame.predicate.start]
    is_means = len(before) > 1 and before[-1].text.lower() == "to" and before[-2].lemma == "use"
    if is_means and not (len(before) > 2 and before[-3].text.lower() in BEING):
        return None  # "the agent used to kill him", but "Russian drones were used to strike it"
    if not is_means and is_passive(before):
        by = next((i for i, w in enumerate(after) if w.text.lower() == "by"), len(after))
        before = after[by + 1 : by + 4]
    named = (i for i, w in enumerate(before) if _side(before[i : i + _LONGEST_NAME]))
    return next(
        (before[i] for i in named if not _WHERE & {w.text.lower() for w in before[max(0, i - _WHERE_BACK) : i]}), None
    )


def side_called(name: str) -> str:
    """The state or armed group of that name, in lower case; empty if there is none."""
    return _side(tokens(name)[:_LONGEST_NAME])


def _side(words: Sequence[Token]) -> str:
    """The state or armed group that some words name from the first on ("North Korean", "Islamic Jihad")."""
    for size in range(len(words), 0, -1):
        name = " ".join(w.text for w in words[:size])
        if size < _LONGEST_NAME and (state := country(name)):
            return state
        if name[:1].isupper() and (group := _group(name)):
            return group
    return ""


@lru_cache(maxsize=50_000)
def _group(name: str) -> str:
    known = (n.party for n in gazetteer().names.get(fold(name), ()) if n.party.kind == PartyKind.ARMED_GROUP)
    return next((party.side.lower() for party in known), "")


def _span(frame: Frame, doer: Token) -> Span:
    """The deed with its doer: "Russian forces blew up the dam", "blown up by Russian forces"."""
    deed = phrase(frame)
    if doer.start < deed.start:
        return Span(start=doer.start, end=deed.end)
    named = next((w for w in frame.clause if w.start > doer.end and not w.is_stop), doer)
    return Span(start=deed.start, end=max(deed.end, named.end))


def _same_deed(x: Deed, y: Deed, a: Utterance, b: Utterance) -> bool:
    """Whether both deeds were done to one thing; a bare blame ("sabotage by ...") takes its paragraph's."""
    if x.frame and y.frame:
        is_mutual = x.is_of(b) and y.is_of(a)
        done = {x.frame.predicate.lemma, y.frame.predicate.lemma}
        is_one_sort = done <= _STRIKES or near(x.frame.predicate, y.frame.predicate) >= _A_KIND
        is_one_sort = is_one_sort and x.frame.is_to_come == y.frame.is_to_come
        if not (is_mutual or is_one_sort):
            return False
        things = [(p, q) for p in x.frame.arguments for q in y.frame.arguments]
        return any(near(p, q) >= 0.9 and _is_telling(p) for p, q in things)
    framed, other = (x.frame, b) if x.frame else (y.frame, a)
    if framed is None:
        return False
    return any(_is_telling(w) and w.lemma in other.article for w in framed.arguments)


def _is_telling(word: Token) -> bool:
    """Whether a word tells what was done to: no state, and none of the many who do or suffer things."""
    return rarity(word.lemma) >= _LEAST_RARE and not country(word.text) and word.lemma not in _ANYBODY

"""Denial: one party rejects what another holds. A denial covers exactly its proposition."""

import re
from functools import lru_cache
from itertools import dropwhile, pairwise, product, takewhile

from claimtrack.claims.clauses import negations
from claimtrack.claims.frames import LIGHT, Frame, frames, matches, near, phrase
from claimtrack.claims.scene import Scene
from claimtrack.claims.utterance import Utterance, country, sides_named
from claimtrack.conflicts.agent import DEEDS, deeds
from claimtrack.conflicts.blame import blamed
from claimtrack.conflicts.finding import Finding, either_way, finding, holds, one_account, refuses
from claimtrack.conflicts.outright import is_behind_a_deed, is_only_named
from claimtrack.language.clauses import first_clause
from claimtrack.language.lexicon import phrases, words
from claimtrack.language.meaning import closeness
from claimtrack.language.rarity import rarity
from claimtrack.language.rejecting import REJECTION
from claimtrack.language.words import Token
from claimtrack.models import ReasonCode, RelationKind, Span, Stance

_GENERIC = words("claimtrack.conflicts", "generic")
_SAYS = phrases("claimtrack.conflicts", "denial")
_NOTHING_TO_DO, _CLEARED, _UNTRUE = _SAYS["nothing_to_do"], _SAYS["cleared"], _SAYS["untrue"]
_CHARGES, _WRONGS = _SAYS["charges"], _SAYS["wrongs"]
_A_KIND, _A_KIND_OF = 2, 0.6
_CORE, _SAME, _WELL, _LEAST_RARE = 4, 0.8, 0.9, 0.25
_CLOSE = _FITS = 0.7
_HARM = frozenset(["harm", "hurt", "injure", "target"])
_HURTS = frozenset(["kill", "wound", "injure", "hurt", "shoot", "beat", "massacre", "execute", "murder"])
_UNCONNECTED = re.compile(r"nothing to do with (?P<rest>.*)", re.DOTALL)
_CAUSES = re.compile(
    r"\b(?:blam|accus|caus|because|due to|owing to|result|led to|behind|responsib|linked|connect|trigger|fault|over )",
    re.IGNORECASE,
)
_OF_BLAME = re.compile(r"\b(?:accus|alleg|charge|blame|responsib|involve|complicit|culpab|guilt)", re.IGNORECASE)
_CHARGE = re.compile(
    r"(?:any|the|these|those|such|all|its|his|her|their)?\s*(?:accusation|allegation|charge|responsib|involve|wrongdoing)",
    re.IGNORECASE,
)
"""A denial of a charge, which only what charges somebody can be."""
_SHORTEST_NAME, _FEWEST = 3, 2
"""Letters of a surname; telling words of what a denial can point at: a bare name says nothing."""
_MEANS = frozenset("as through via".split())
"""Behind what is denied, words for what it is called, and through whom: "the allegations through a spokesman"."""
_THIS_ONE = re.compile(r"(?:the|this|that|these|those|such) \w+$", re.IGNORECASE)
_TALES = re.compile(
    r"\b(?:peddl|spread|invent|push)\w* (?:\w+ ){0,2}[\"“]?(?:false|fake|lies|falsehood|disinformation)"
)
_JUST = 300
"""Characters between "that account" and the account ..."""
_ABOVE = 900
"""... and between it and an account that names the denier's side."""
_USED_IN = re.compile(r"\bused (?:in|for|during) (?:\S+ ){0,3}$")
_OWN = re.compile(r"\b(?:its|their|his|her|our|my)\b", re.IGNORECASE)
_BESIDE = 60
_BARE = 300
"""Characters of a text that is no article."""


def denial(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """A rejection on one side of what the other side holds."""
    if one_account(a, b):
        return None
    if _rejects(a) and holds(b):
        return _met(a, b, scene)
    if _rejects(b) and holds(a):
        met = _met(b, a, scene)
        return met.turned if met else None
    return either_way(_never_does, a, b) or either_way(lambda one, two: _none_such(one, two, scene), a, b)


def pointing(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """A rejection that names nothing of its own ("the accusation") of what it points at, whatever its words."""

    def met(denier: Utterance, other: Utterance) -> Finding | None:
        is_met = _rejects(denier) and holds(other) and (_points(denier, other, scene) or _clears(denier, other))
        return finding(RelationKind.CONTRADICTS, ReasonCode.DENIAL, denier.whole, other.whole, 0.5) if is_met else None

    return None if one_account(a, b) else either_way(met, a, b)


def _none_such(denier: Utterance, other: Utterance, scene: Scene) -> Finding | None:
    """There was no such thing as the other tells of."""
    if denier.statement.stance != Stance.DENIES or not holds(other) or not (such := _such(denier, other, scene)):
        return None
    return finding(RelationKind.CONTRADICTS, ReasonCode.NEGATION, *such, 0.5)


def _never_does(denier: Utterance, other: Utterance) -> Finding | None:
    """Who is accused of a deed says that it does no such thing."""
    if denier.statement.stance != Stance.DENIES or not holds(other):
        return None
    accused = [deed for deed in deeds(other) if deed.is_of(denier)]
    denied = [f for f in frames(denier) if f.is_main and f.predicate.lemma in DEEDS and negations(_before(f)) % 2]
    if not (accused and denied):
        return None
    return finding(RelationKind.CONTRADICTS, ReasonCode.DENIAL, phrase(denied[0]), accused[0].span, 0.5)


def _before(frame: Frame) -> list[Token]:
    """The words before a predicate: "fired no weapons" denies only the weapons."""
    return [word for word in frame.clause if word.start < frame.predicate.start]


@lru_cache(maxsize=8192)
def _rejects(utterance: Utterance) -> bool:
    """A rejection in so many words, or "had nothing to do with"."""
    is_denial = utterance.statement.stance == Stance.DENIES
    return (
        refuses(utterance)
        or (is_denial and bool(_NOTHING_TO_DO.search(utterance.text)))
        or bool(_CLEARED.search(utterance.text))
        or bool(_UNTRUE.search(first_clause(utterance.text)))
    )


def _met(denier: Utterance, other: Utterance, scene: Scene) -> Finding | None:
    """The denied words and those that hold it; `a` of the reason is the denier's.

    Only what the denial's main clause says is denied, not what it takes for granted.
    """
    shared = [m for m in matches(denier, other) if m.is_sure and m.a.is_main and m.a.is_negated == m.b.is_negated]
    shared = [m for m in shared if not is_only_named(m.b, other)]
    shared = [m for m in shared if scene.is_one or (m.arguments[0] >= _FITS and _is_core(m.a))]
    if shared and (scene.is_one or not _disowns(denier, other)):
        best = shared[0]
        spans = phrase(best.a), phrase(best.b)
        return finding(RelationKind.CONTRADICTS, ReasonCode.DENIAL, *spans, 0.6 + 0.4 * best.score)
    if harmed := _harmed(denier, other):
        return finding(RelationKind.CONTRADICTS, ReasonCode.DENIAL, *harmed, 0.6)
    accused = [deed for deed in deeds(other) if deed.is_of(denier)]
    denied = next((w for w in denier.content if w.lemma in DEEDS and not _is_beside(w, denier)), None)
    if accused and denied:
        spans = Span(start=denied.start, end=denied.end), accused[0].span
        return finding(RelationKind.CONTRADICTS, ReasonCode.DENIAL, *spans, 0.6)
    if such := _such(denier, other, scene):
        return finding(RelationKind.CONTRADICTS, ReasonCode.DENIAL, *such, 0.6)
    if _points(denier, other, scene):
        return finding(RelationKind.CONTRADICTS, ReasonCode.DENIAL, denier.whole, other.whole, 0.5)
    is_known = bool(accused) or scene.is_one or _is_cleared_by_name(denier, other)
    named = _named(denier, other, is_known=is_known)
    return finding(RelationKind.CONTRADICTS, ReasonCode.DENIAL, *named, 0.5) if named else None


def _clears(denier: Utterance, other: Utterance) -> bool:
    return _is_cleared_by_name(denier, other) and _covered(denier, other) is not None


def _is_cleared_by_name(denier: Utterance, other: Utterance) -> bool:
    """Whether somebody says that he is not involved in what the other tells of him by name."""
    surname = denier.statement.party.name.split(" (")[0].split(" ")[-1]
    is_named = len(surname) >= _SHORTEST_NAME and re.search(rf"\b{re.escape(surname)}\b", other.text)
    return bool(is_named) and bool(_NOTHING_TO_DO.search(denier.text))


def _is_beside(deed: Token, denier: Utterance) -> bool:
    """Whether a deed is only where a denied thing was used: "denied that gas was used in the killing"."""
    before = denier.capture.text[max(denier.whole.start, deed.start - _BESIDE) : deed.start]
    return bool(_USED_IN.search(before)) and not _OWN.search(before)


def _named(denier: Utterance, other: Utterance, *, is_known: bool) -> tuple[Span, Span] | None:
    """The denied words and the other's, if the denial is known to answer it, or follows right after it."""
    if is_known:
        return _covered(denier, other) or _same_deed(denier, other)
    deed = _same_deed(denier, other) if refuses(denier) and _just_said(other, denier) else None
    return deed or _much_the_same(denier, other)


def _is_core(frame: Frame) -> bool:
    """Whether it is what is denied, not a noun behind it: "accusations of meddling in the election"."""
    is_noun = not frame.predicate.text.lower().endswith(("ed", "ing"))
    return not (is_noun and is_behind_a_deed(_before(frame)))


def _harmed(denier: Utterance, other: Utterance) -> tuple[Span, Span] | None:
    """The words by which one denies that any of those came to harm whom the other says were killed or hurt."""
    for x, y in product(frames(denier), frames(other)):
        is_harm = x.predicate.lemma in _HARM and y.predicate.lemma in _HURTS and x.is_main and not y.is_negated
        if is_harm and any(near(p, q) >= _WELL for p, q in product(x.arguments, y.arguments)):
            return phrase(x), phrase(y)
    return None


def _such(denier: Utterance, other: Utterance, scene: Scene) -> tuple[Span, Span] | None:
    """What "such" points at in the other's words: "no such request", "any such talks"."""
    said, least = denier.words, _A_KIND_OF if scene.is_one else _SAME
    named = [after for word, after in pairwise(said) if word.text.lower() == "such" and not after.is_stop]
    for noun in named:
        if met := next((w for w in other.content if near(w, noun) >= least), None):
            return Span(start=noun.start, end=noun.end), Span(start=met.start, end=met.end)
    return None


def _points(denier: Utterance, other: Utterance, scene: Scene) -> bool:
    """Whether the denial names nothing of its own, and what it points at is the other's."""
    if not scene.is_one and (len(other.content) < _FEWEST or not _can_be_meant(denier, other)):
        return False
    if _is_bare(denier) and (scene.is_one or _just_said(other, denier)) and _CHARGES.search(other.cue):
        return True
    if not (_is_generic(denier) or _NOTHING_TO_DO.search(denier.text)):
        is_answer = _accuses(other, denier) or bool(_CHARGES.search(other.cue))
        return bool(_CLEARED.search(denier.text)) and (scene.is_one or (is_answer and _just_said(other, denier)))
    if _disowns(denier, other):
        return scene.is_one
    is_accused = _is_accused_above(other, denier) or _is_blamed(denier, other)
    is_charge = _is_generic(denier) or bool(_CAUSES.search(f"{other.cue} {other.text}")) or bool(deeds(other))
    return scene.is_one or is_accused or (is_charge and _just_said(other, denier))


def _can_be_meant(denier: Utterance, other: Utterance) -> bool:
    """Whether the other charges somebody, if a charge is denied."""
    said = f"{other.cue} {other.text}"
    is_charge = _CHARGES.search(said) or _CAUSES.search(said) or _OF_BLAME.search(said)
    return not _CHARGE.match(denier.text) or bool(is_charge or _WRONGS.search(other.text) or deeds(other))


def _is_blamed(denier: Utterance, other: Utterance) -> bool:
    """Whether the other lays it at the door of the denier's side, which then needs no more to point at."""
    if _THIS_ONE.match(denier.text) and other.capture.id != denier.capture.id:
        return False  # it points at what its own article tells
    is_of_blame = _OF_BLAME.search(denier.text) or _TALES.search(denier.text)
    return bool(is_of_blame) and any(side.lower() in blamed(other) for side in denier.statement.party.sides)


def _disowns(denier: Utterance, other: Utterance) -> bool:
    """Whether it says of a thing only that it has "nothing to do with" another, of which the other blames nobody."""
    match = _UNCONNECTED.search(denier.text)
    rest = match["rest"] if match else ""
    is_named = any(word.text in rest and not word.is_stop and word.lemma not in _GENERIC for word in denier.words)
    is_cause = bool(_CAUSES.search(f"{other.cue} {other.text}")) or any(d.is_of(denier) for d in deeds(other))
    return is_named and not is_cause


def _much_the_same(denier: Utterance, other: Utterance) -> tuple[Span, Span] | None:
    """What a denial names in several words, all of them the other's, in much the same sentence."""
    is_plain = refuses(denier) and sum(map(_names_it, denier.content)) > 1
    covered = _covered(denier, other) if is_plain else None
    return covered if covered and closeness(denier.text, other.text) >= _CLOSE else None


def _covered(denier: Utterance, other: Utterance) -> tuple[Span, Span] | None:
    """What a denial names, if the other speaks of all of it: "the poisoning diagnosis", "poisoned"."""
    named = [*dropwhile(lambda w: w.lemma in _GENERIC, denier.content)][:_CORE]
    core = [w for w in takewhile(lambda w: w.lemma not in _GENERIC, named) if _names_it(w)]
    met = [(w, next((said for said in other.content if near(w, said) >= _SAME), None)) for w in core]
    word, said = max(met, key=lambda pair: rarity(pair[0].lemma), default=(None, None))
    if word is None or said is None or not all(said for _, said in met) or rarity(word.lemma) < _LEAST_RARE:
        return None
    return Span(start=word.start, end=word.end), Span(start=said.start, end=said.end)


def _same_deed(denier: Utterance, other: Utterance) -> tuple[Span, Span] | None:
    """One deed, whatever it was done to: of one event there is hardly another."""
    for x, y in product(frames(denier), frames(other)):
        is_told = x.is_main and y.is_main and x.is_negated == y.is_negated and rarity(x.predicate.lemma) >= _LEAST_RARE
        if is_told and near(x.predicate, y.predicate) >= _WELL:
            return phrase(x), phrase(y)
    return None


def _names_it(word: Token) -> bool:
    return not country(word.text) and word.lemma not in LIGHT


def _is_generic(denier: Utterance) -> bool:
    """Whether what is denied is only pointed at ("the accusation", "the charge as a political invention")."""
    if _TALES.search(denier.text):
        return True
    performed = REJECTION.match(denier.text)
    begin = denier.whole.start + (performed.end() if performed else 0)
    said = takewhile(lambda word: word.text.lower() not in _MEANS, (w for w in denier.words if w.start >= begin))
    return all(word.is_stop or word.lemma in _GENERIC for word in said)


def _is_bare(denier: Utterance) -> bool:
    """Whether a denial names no more than a kind of wrong ("any obstruction"), which the charge before it told of."""
    words = denier.words
    return bool(words) and words[0].text.lower() == "any" and len(denier.content) <= _A_KIND


def _accuses(other: Utterance, denier: Utterance) -> bool:
    """Whether the other's content names the denier's side."""
    return bool(sides_named(other) & set(denier.statement.party.sides))


def _just_said(other: Utterance, denier: Utterance, reach: int = _JUST) -> bool:
    """Whether the other's statement is what "that account" points back to: shortly before, in the same article."""
    gap = denier.statement.start - other.statement.end
    return other.capture.id == denier.capture.id and 0 <= gap <= reach


def _is_accused_above(other: Utterance, denier: Utterance) -> bool:
    """Whether the denial can point at what accuses its side: farther above, or it is a bare sentence by itself."""
    if not _accuses(other, denier):
        return False
    is_charge = _CHARGES.search(other.cue) or any(deed.is_of(denier) for deed in deeds(other))
    is_near = len(denier.capture.text) <= _BARE or _just_said(other, denier)
    return is_near or (bool(is_charge) and _just_said(other, denier, _ABOVE))

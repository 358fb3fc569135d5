"""Matter: the two give opposite answers to one matter, whatever their words: "disrupted" and "ran as planned"."""

from claimtrack.claims.clauses import Clause, negations
from claimtrack.claims.frames import near
from claimtrack.claims.matters import Mention, mentions
from claimtrack.claims.scene import APART, Scene
from claimtrack.claims.utterance import PRONOUNS, Utterance, country
from claimtrack.conflicts.alike import are_dispatches
from claimtrack.conflicts.finding import Finding, finding, one_account, refuses
from claimtrack.conflicts.outright import hangs_on_a_claim, is_behind_a_deed, is_only_spoken_of
from claimtrack.language.lexicon import words
from claimtrack.language.meaning import closeness
from claimtrack.language.numbers import SMALL
from claimtrack.language.rarity import rarity
from claimtrack.language.wordnet import are_opposed
from claimtrack.language.words import Token
from claimtrack.models import Kind, Polarity, ReasonCode, RelationKind, Span

_LEAST_RARE = 0.35
_SAME, _A_KIND = 0.8, 0.6
_ALIKE_OF_ONE = 0.5
"""Closeness of two contents of one event that name different things: of the vaccine, and of the water."""
_OWN = frozenset("it its they their we our he his she her".split())
_ARTICLES = frozenset("the a an its their his her".split())
_LEAD, _TRAIL = 4, 2
_BEING = frozenset("is are was were be been".split())
_FAIRLY_CLOSE, _CLOSE = 0.3, 0.45
_ANYBODY = words("claimtrack.conflicts", "people")
_SEVERAL = frozenset("people those many several some dozens hundreds thousands others victims survivors dead".split())
_WHOLLY = frozenset("all every everyone everybody none nobody no".split())


def matter(a: Utterance, b: Utterance, scene: Scene) -> Finding | None:
    """Opposite answers to one matter, said of one thing."""
    if one_account(a, b) or Kind.INTENTION in {a.statement.kind, b.statement.kind}:
        return None
    met = [(x, y) for x in _answers(a) for y in _answers(b) if x.matter == y.matter]
    met = [(x, y) for x, y in met if not (scene.is_one and _of_two_things(x, y, a, b))]
    for x, y in met:
        if _answer(x, a) != _answer(y, b) and not _of_several(x, y) and same_thing(x, y, a, b, scene):
            return _opposed(x, y, a, b)
        if _answer(x, a) and _answer(y, b) and _are_rivals(x, y, a, b, scene):
            return finding(RelationKind.CONTRARY_TO, ReasonCode.ANTONYM, _quoted(x), _quoted(y), 0.6)
    return None


def _of_several(x: Mention, y: Mention) -> bool:
    """Whether both may be so, of several people: "50 were killed", "some are still alive"; not of all of them."""
    if x.matter.is_predicated and any(map(_is_counted, (x, y))):
        return True
    return x.matter.is_single and any(map(_counts_some, (x, y)))


def _is_counted(mention: Mention) -> bool:
    """Whether some of several are told: "killed nine suspected fighters", not "all 12 dead were fighters"."""
    before = mention.clause.before(mention.span.start)[-_LEAD:]
    return not _BEING & {w.text.lower() for w in before} and any(
        w.text[0].isdigit() or w.text.lower() in SMALL for w in before
    )


def _counts_some(mention: Mention) -> bool:
    """Whether a clause speaks of several people, and not of all or none."""
    said = {word.text.lower() for word in mention.clause.words}
    is_many = any(w.lemma in _ANYBODY and w.text.lower() != w.lemma for w in mention.clause.words)
    is_many = is_many or bool(_SEVERAL & said) or any(text[0].isdigit() for text in said)
    return is_many and not _WHOLLY & said


def _are_rivals(x: Mention, y: Mention, a: Utterance, b: Utterance, scene: Scene) -> bool:
    """Whether each gives to another what only one can have: "it won" and "it won", or two names."""
    if not (x.matter.is_rival and (scene.is_one or same_thing(x, y, a, b, scene))):
        return False
    if all(map(_names, (x, y))):
        return _name_others(x, y)
    is_own = all(any(w.text.lower() in _OWN for w in m.clause.words) for m in (x, y))
    speakers = {" ".join(span.of(u.capture.text) for span in u.statement.source).lower() for u in (a, b)}
    return is_own and len(speakers) > 1


def _names(mention: Mention) -> frozenset[str]:
    """The names in a clause."""
    return frozenset(w.lemma for w in mention.clause.words if w.text[:1].isupper() and not w.is_stop)


def _name_others(x: Mention, y: Mention) -> bool:
    """Whether both clauses name somebody, and nobody in common."""
    return bool(_names(x) and _names(y)) and not _names(x) & _names(y)


def same_answer(a: Utterance, b: Utterance, scene: Scene) -> tuple[Span, Span] | None:
    """The words in which both give one answer to one matter, of one thing: "all died", "none survived"."""
    for x in _answers(a):
        for y in _answers(b):
            is_one = x.matter == y.matter and not x.matter.is_rival
            if is_one and _answer(x, a) == _answer(y, b) and same_thing(x, y, a, b, scene):
                return _quoted(x), _quoted(y)
    return None


def _answers(utterance: Utterance) -> list[Mention]:
    """What a content says outright; of a rejection, only its main clause."""
    if utterance.statement.polarity == Polarity.UNKNOWN:
        return []
    found = mentions(utterance)
    if refuses(utterance):
        return [m for m in found if m.clause.is_main and not is_behind_a_deed(m.clause.before(m.span.start))]
    told = (m for m in found if not (m.clause.is_unreal or is_only_spoken_of(m.clause, m.span)))
    return [m for m in told if not hangs_on_a_claim(m.clause, utterance)]


def _answer(mention: Mention, utterance: Utterance) -> bool:
    """Whether the party holds the matter to be so."""
    return mention.is_so != refuses(utterance)


def _opposed(x: Mention, y: Mention, a: Utterance, b: Utterance) -> Finding:
    if refuses(a) or refuses(b):
        kind, code, strength = RelationKind.CONTRADICTS, ReasonCode.DENIAL, 0.75
    elif x.is_negated or y.is_negated:
        kind, code, strength = RelationKind.CONTRADICTS, ReasonCode.NEGATION, 0.7
    else:
        kind, code, strength = RelationKind.CONTRARY_TO, ReasonCode.ANTONYM, 0.65
    return finding(kind, code, _quoted(x), _quoted(y), strength)


def same_thing(x: Mention, y: Mention, a: Utterance, b: Utterance, scene: Scene) -> bool:
    """Whether both are said of one thing: by one doer, and of things that are the same or not told apart."""
    if other_doer(x.clause, x.span, y.clause, y.span) or (x.matter.is_rival and _name_others(x, y)):
        return False
    here, there = _things(x, scene), _things(y, scene)
    is_unnamed = not (here and there)
    if scene.is_one or x.matter.is_alone or (is_unnamed and are_dispatches(a, b)):
        return True
    if is_unnamed and not any(map(_has_pronoun, (x.clause, y.clause))):
        return False
    if any(near(p, q) >= _SAME for p in here for q in there):
        return True
    stands_for = _has_pronoun(x.clause) != _has_pronoun(y.clause)
    return closeness(a.text, b.text) >= (_FAIRLY_CLOSE if stands_for else _CLOSE)


def _of_two_things(x: Mention, y: Mention, a: Utterance, b: Utterance) -> bool:
    """Whether two answers name things that have nothing to do with each other: the vaccine, and the water."""
    if (
        x.matter.is_alone
        or x.matter.is_predicated
        or x.matter.is_rival
        or _has_pronoun(x.clause)
        or _has_pronoun(y.clause)
    ):
        return False
    here, there = _things(x, APART), _things(y, APART)
    if any(are_opposed(p.lemma, q.lemma) for p in here for q in there):
        return True
    is_kin = not (here and there) or any(near(p, q) >= _A_KIND for p in here for q in there)
    return not is_kin and closeness(a.text, b.text) < _ALIKE_OF_ONE


def _things(mention: Mention, scene: Scene) -> list[Token]:
    """The telling words of a clause beside the mention."""
    return [
        word
        for word in mention.clause.words
        if not (mention.span.start <= word.start < mention.span.end or word.is_stop or country(word.text))
        and word.lemma not in _ANYBODY | scene.common
        and rarity(word.lemma) >= _LEAST_RARE
    ]


def _quoted(mention: Mention) -> Span:
    """The words to show: from the negation, if it stands close before, to the end of the phrase."""
    before = mention.clause.before(mention.span.start)[-_LEAD:]
    negator = next((w for i, w in enumerate(before) if negations(before[i : i + 1])), None)
    end = mention.span.end
    behind = [w for w in mention.clause.words if w.start >= end]
    behind = behind[1:] if behind and behind[0].text.lower() in _ARTICLES else behind
    for word in behind[:_TRAIL]:
        if word.is_stop:
            break
        end = word.end
    return Span(start=negator.start if negator else mention.span.start, end=end)


def _has_pronoun(clause: Clause) -> bool:
    return any(word.text.lower() in PRONOUNS for word in clause.words)


def other_doer(here: Clause, x: Span, there: Clause, y: Span) -> bool:
    """Whether the words before the two spans name different states."""
    states = [{country(w.text) for w in clause.before(span.start)} - {""} for clause, span in ((here, x), (there, y))]
    return all(states) and not states[0] & states[1]

"""Forms of English verbs: the past of a base form or participle, and the third person."""

from functools import cache
from importlib.resources import files

from claimtrack.language.wordnet import wordnet
from claimtrack.language.words import lemma

_VOWELS = "aeiou"
UNCHANGING = frozenset(
    """hit cut hurt put set shut let cast split spread burst cost beat shed broadcast forecast upset thrust quit
        undercut offset""".split()
)
"""Verbs whose past is written as their base form."""
_DOUBLING = frozenset(
    """control patrol commit admit permit omit submit emit refer prefer transfer infer confer defer occur incur concur
        compel expel repel rebel propel regret equip deter acquit""".split()
)
"""Longer verbs whose last consonant is written twice before an ending."""
_AFTER_I = {"are": "is", "am": "is", "were": "was"}
_MODAL = frozenset("will would shall should can could may might must".split())
_DOUBLED = 3
"""A base form of at most so many letters more than one vowel doubles its last consonant ("jam", "stop")."""


def past(base: str) -> str:
    """The past tense of a base form: "strike" gives "struck", "jam" "jammed"."""
    if base in UNCHANGING:
        return base
    if base in _pasts():
        return _pasts()[base]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


def past_of(participle: str) -> str:
    """The past tense beside a past participle: "fallen" gives "fell", "struck" and "fired" stay."""
    return _by_participle().get(participle, participle)


def base_of(gerund: str) -> str:
    """The base form of a word in -ing: "being" gives "be"."""
    return {"being": "be", "having": "have"}.get(gerund) or lemma(gerund)


def third_person(base: str) -> str:
    """The form after "it": "carry" gives "carries"."""
    if base in {"have", "do", "go"}:
        return {"have": "has", "do": "does", "go": "goes"}[base]
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def agreeing(verb: str) -> str:
    """The form after a name of what stood after "we" or "I": "hold" gives "holds", "are" "is", "held" stays."""
    if verb in _AFTER_I:
        return _AFTER_I[verb]
    is_base = verb in wordnet().verbs and lemma(verb) == verb and verb not in UNCHANGING | _MODAL
    return third_person(verb) if is_base or verb in {"have", "do"} else verb


def _doubles(base: str) -> bool:
    """Whether the last consonant is written twice: one syllable that ends consonant, vowel, consonant."""
    if base in _DOUBLING:
        return True
    is_short = sum(letter in _VOWELS for letter in base) == 1 and len(base) >= _DOUBLED
    return is_short and base[-1] not in _VOWELS + "wxy" and base[-2] in _VOWELS


@cache
def _rows() -> list[list[str]]:
    rows = (files("claimtrack.language") / "data" / "irregular.tsv").read_text("utf-8").splitlines()
    return [row.split("\t") for row in rows]


@cache
def _pasts() -> dict[str, str]:
    """Base forms with their irregular pasts; of "prove" only the participle is irregular."""
    return {base: first for base, first, *rest in _rows() if rest or not first.endswith(("en", "wn"))}


@cache
def _by_participle() -> dict[str, str]:
    """Irregular participles that are no pasts, with their pasts."""
    forms = ((base, form) for base, *others in _rows() for form in (base, *others))
    return {form: past(base) for base, form in forms if form != past(base)}

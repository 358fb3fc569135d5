"""Reported clauses said anew: in the tense they were said in, without what hedges their verb, or without negation."""

import re
from collections.abc import Callable, Sequence

from claimtrack.language.inflection import UNCHANGING, past, past_of, third_person
from claimtrack.language.words import STOPWORDS, lemma

_SUBJECT = r"(?P<before>^|^.{0,160}?[\w’')\"] )"
_HEAD = re.compile(
    r"^(?:.*?\b(?:that|which|who) )?(?P<head>.+?)(?: (?:of|in|from|at|on|to|for|with|by|near|across|around|over) .*)?$"
)
_MANY = frozenset("they we these those people men women children police".split())
_UNCOUNTED = frozenset(
    """evidence information proof damage fighting violence access progress contact communication help aid truth justice
        peace""".split()
)
_WORDS = re.compile(
    r",? ?[\"“‘]?\b(?:reportedly|allegedly|apparently|purportedly|supposedly|probably|possibly|perhaps|presumably"
    r"|(?<!more )(?<!less )(?<!as )likely"
    r"|according to (?:early|preliminary|first) (?:information|data|reports))\b[\"”’]?,?",
    re.IGNORECASE,
)
_AND_NOT = re.compile(
    r",? and (?:(?:I|we|they|he|she|it) )?"
    r"(?=(?:did|does|do|had|has|have|was|were|is|are|will|shall|would|can|could) ?n[o'’]t\b|never\b)"
    r"|, (?=no (?!matter|doubt|longer)\w)"
)
_HAD = re.compile(rf"{_SUBJECT}had (?P<not>not |never )?(?P<verb>been|[a-z]+)\b")
_AND_DONE = re.compile(
    r"(?P<first>\bhad (?:\w+ly )?(?!been\b)[a-z]+\b[^,;]{0,80}? and )"
    r"(?!(?:been|is|are|was|were|has|have|had|will|would|could|can)\b)(?P<verb>[a-z]+)\b"
)
_WOULD = re.compile(rf"{_SUBJECT}would\b(?! (?:not )?(?:have|like|rather|prefer|love)\b)")
_WOULD_BE = re.compile(r"\b(?:would|(?:could|might|may) have)\b")
_HAD_IT = re.compile(r"\b(?:had|were|did)\b")
_MAY_HAVE = re.compile(rf"{_SUBJECT}(?:may|might|could) have (?P<verb>[a-z]+)\b")
_MAY_BE = re.compile(rf"{_SUBJECT}(?:(?:may|might) be\b|could be\b(?! [a-z]+(?:ed|ught|iven|aken|oken|itten|own)\b))")
"""What "could be delivered" is what is possible, not what is perhaps so."""


def unreported(clause: str) -> str:
    """A clause after "said that" in the tense it was said in: "had struck" gives "struck", "would" "will"."""
    if _is_unreal(clause):
        return clause
    return _HAD.sub(_had, _WOULD.sub(r"\g<before>will", _AND_DONE.sub(_and_did, clause, count=1), count=1), count=1)


def unhedged(clause: str) -> str:
    """A clause without what only hedges it: "may have struck", "could be", "reportedly"."""
    if _is_unreal(clause):
        return clause
    said = _WORDS.sub("", clause).strip(" ,")
    said = _MAY_HAVE.sub(lambda m: f"{m['before']}{_may_have_done(m['verb'], m['before'])}", said, count=1)
    return _MAY_BE.sub(lambda m: f"{m['before']}{'are' if is_plural(m['before']) else 'is'}", said, count=1)


def _is_unreal(clause: str) -> bool:
    """Whether a clause says what would be so, or might have been, if something had."""
    would = _WOULD_BE.search(clause)
    begin = clause.find(" if ", would.end()) if would else -1
    return begin >= 0 and bool(_HAD_IT.search(clause, begin))


def positive(clause: str) -> str:
    """A clause without its negation: "no jet had touched it" gives "a jet had touched it".

    Of several that "and" joins, each: "did not fire and did not ram it" gives "fired or rammed it". Of
    others only the first: who denies "it did not fire because it had no orders" does not deny the orders, which
    are left out.
    """
    first, *others = _AND_NOT.split(_reasonless(clause))
    return " or ".join((_turned(first), *map(_turned, others)))


def _reasonless(clause: str) -> str:
    """A clause without the reason behind its negation."""
    before, because, _ = clause.partition(" because ")
    return before.rstrip(",") if because and any(pattern.search(before) for pattern, _ in _POSITIVE) else clause


def _turned(clause: str) -> str:
    """A clause without its first negation."""
    found = [
        (match.start("aux") if "aux" in pattern.groupindex else match.start(), order)
        for order, (pattern, _) in enumerate(_POSITIVE)
        if (match := pattern.search(clause))
    ]
    if not found:
        return clause
    pattern, instead = _POSITIVE[min(order for _, order in found)]
    return pattern.sub(instead, clause, count=1)


def is_plural(subject: str) -> bool:
    """Whether the words of a subject name many: the last word before a preposition tells."""
    words = match["head"].split() if (match := _HEAD.match(subject.strip())) else []
    return bool(words) and _is_many(words[-1])


def _is_many(word: str) -> bool:
    lower = word.lower()
    is_s = lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and lemma(lower) != lower
    return is_s or lower in _MANY or lower.endswith("men")


def _had(match: re.Match[str]) -> str:
    verb, before, negation = match["verb"], match["before"], match["not"] or ""
    if verb == "been":
        return f"{before}{done(verb, before)} {negation}".rstrip(" ")
    if not _is_participle(verb):
        return match.group()  # "had no reason", "had a fire"
    return f"{before}{negation}{past_of(verb)}"


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in UNCHANGING or lemma(word) != word or past_of(word) != word


def _may_have_done(word: str, subject: str) -> str:
    """The past beside what somebody may have done; of what it may have, "have some impact", the verb itself."""
    return done(word, subject) if _is_participle(word) else f"{'have' if is_plural(subject) else 'has'} {word}"


def _and_did(match: re.Match[str]) -> str:
    """The second of two participles behind one "had": "had heard it and taken cover"."""
    verb = match["verb"]
    return match["first"] + (verb if lemma(verb) == verb else past_of(verb))


def done(participle: str, subject: str) -> str:
    """The past beside a participle, for a subject."""
    if participle == "been":
        return "were" if is_plural(subject) else "was"
    return past_of(participle)


def _did(match: re.Match[str]) -> str:
    verb = match["verb"]
    return match["before"] + {"did": past(verb), "does": third_person(verb), "do": verb}[match["aux"].lower()]


def _some(match: re.Match[str]) -> str:
    """A thing in place of none: "no ransom" gives "a ransom", "no shots" "shots"."""
    noun = match["noun"]
    if any(_is_many(word) or word.lower() in _UNCOUNTED for word in noun.split() if word not in STOPWORDS):
        return noun
    return f"{'an' if noun[0].lower() in 'aeiou' else 'a'} {noun}"


_POSITIVE: Sequence[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]] = (
    (
        re.compile(
            rf"{_SUBJECT}(?P<aux>did|does|do)(?: not|n['’]t) (?:at first |at all |yet |even |\w+ly )?"
            r"(?P<verb>[a-z]+)",
            re.IGNORECASE,
        ),
        _did,
    ),
    (re.compile(r"\bcan(?:not|['’]t)\b", re.IGNORECASE), "can"),
    (re.compile(r"\bwon['’]t\b", re.IGNORECASE), "will"),
    (re.compile(r"(?<=\w)n['’]t\b"), ""),
    (re.compile(r"\b(?:nobody|no one)\b", re.IGNORECASE), "somebody"),
    (re.compile(r"\bnothing\b", re.IGNORECASE), "something"),
    (re.compile(r"\bnone of\b", re.IGNORECASE), "some of"),
    (re.compile(r"\bnot a single\b", re.IGNORECASE), "a"),
    (re.compile(r"\bneither (?P<one>[^,.;]{1,60}?) nor\b", re.IGNORECASE), r"\g<one> or"),
    (re.compile(r"\bneither (?P<one>[^.;]{1,200}?), nor (?:\w+) (?:it|they|he|she)\b", re.IGNORECASE), r"\g<one> or"),
    (re.compile(r"\bno longer\b", re.IGNORECASE), "still"),
    (re.compile(r"\bno (?P<noun>(?:\w+ )?\w+)", re.IGNORECASE), _some),
    (re.compile(r"\b(?:not|never) (?:yet )?", re.IGNORECASE), ""),
)
"""Negations and what is left without them."""

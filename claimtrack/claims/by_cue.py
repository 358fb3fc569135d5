"""Cues whose contents are no clauses, and the clause in them: "accused X of doing Y", "is seen as Y"."""

import re
from collections.abc import Callable, Sequence

from claimtrack.claims.things import is_thing
from claimtrack.language.inflection import base_of, past, third_person
from claimtrack.language.rewording import done, is_plural
from claimtrack.language.wordnet import wordnet
from claimtrack.language.words import STOPWORDS
from claimtrack.parties import is_country

REPORT = (
    r"(?:claim|charge|accusation|allegation|assertion|suggestion|idea|theory|notion|talk|report|statement|argument|finding"
    r"|rumou?r|view|insistence|speculation|fear|doubt|account|contention)s?"
)
_TOLD = re.compile(rf"\b{REPORT}\b", re.IGNORECASE)
_HARM = re.compile(
    r"\b(?:attack|bomb|blast|strike|raid|shooting|assault|ambush|explosion|killing|kidnap|hack)", re.IGNORECASE
)
HAS_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|could|may|might|continues?|continued|like|likely|able|reason|ways?"
    r"|efforts?|plans?|ability|right|need|needs|attempt\w*|want\w*|decisions?|bids?|moves?|proposals?|failure|refusal"
    r"|desire|willingness|chances?|opportunity|pledges?|promises?|threats?|agreements?|pressure|offers?|deals?)\b"
)
"""Words after which "to" is of another verb: "that it is likely to rise", "efforts to"."""
_IS_SAID = (
    r"(?:(?:is|are|was|were|been) (?:(?!not\b|never\b)\w+ )?"
    r"(?:said|reported|believed|thought|understood|known|considered|alleged|feared)|appear(?:s|ed)?|seem(?:s|ed)?)$"
)
_IS_SEEN_AS = (
    r"(?:is|are|was|were|been|being) (?:(?!not\b|never\b)\w+ )?(?:seen|regarded|viewed|described|known|considered"
    r"|hailed|rated|classified|designated|label\w+|called|deemed|termed|branded)$"
)
_IS_EXPECTED = r"(?:is|are|was|were) (?:(?!not\b|never\b)\w+ )?expected$"


def _subject(who: str) -> str:
    """Who did it, as the subject of a sentence: "him" gives "he"."""
    return {"him": "he", "them": "they", "her": "she", "us": "we", "me": "I"}.get(who, who)


def _concern(pieces: Sequence[str]) -> str:
    """Of "(over) X": X is a cause for concern."""
    whole = re.sub(r"^(?:over|about|at|that) ", "", " ".join(pieces))
    is_thing = not HAS_FINITE.search(whole)
    return f"{whole} {'are' if is_plural(whole) else 'is'} a cause for concern" if is_thing else ""


def _said_to(pieces: Sequence[str]) -> str:
    """Of "X", "to have done Y": X did Y."""
    match = re.match(r"to (?:have )?(?P<verb>[a-z]+)", pieces[1]) if len(pieces) > 1 else None
    if not match:
        return ""
    who, verb, rest = pieces[0], match["verb"], pieces[1][match.end() :]
    if match.group().startswith("to have"):
        return f"{who} {done(verb, who)}{rest}"
    many, one = ("are", "is") if verb == "be" else (verb, third_person(verb))
    return f"{who} {many if is_plural(who) else one}{rest}"


def _seen_as(pieces: Sequence[str]) -> str:
    """Of "X", "as Y": X is Y."""
    if len(pieces) <= 1:
        return ""
    who, what = pieces[0], re.sub(r"^(?:as|to be) ", "", " ".join(pieces[1:]))
    return f"{who} {'are' if is_plural(who) else 'is'} {what}"


def _expected(pieces: Sequence[str]) -> str:
    """Of "X", "to do Y": X will do Y."""
    is_whole = len(pieces) > 1 and pieces[1].startswith("to ")
    return f"{pieces[0]} will {' '.join(pieces[1:]).removeprefix('to ')}" if is_whole else ""


def _accused(pieces: Sequence[str]) -> str:
    """Of "X of doing Y": X did Y."""
    whole = " ".join(pieces)
    match = re.match(
        r"(?!of )(?P<who>.{2,80}?),? (?:of |with )?(?P<how>(?<=of )[a-z]+(?:less|ous|al|ive) )?(?:having )?[\"“]?"
        r"(?P<not>not )?(?P<deed>[a-z]+ing)\b",
        whole,
    )
    if not match:
        return ""
    base, how = base_of(match["deed"]), f"{match['how'].rstrip()}ly " if match["how"] else ""
    return f"{_subject(match['who'])} {how}{f'did not {base}' if match['not'] else past(base)}{whole[match.end() :]}"


def _blamed(pieces: Sequence[str]) -> str:
    """Of "X for Y": X caused Y."""
    who, _, what = (pieces[0], "", " ".join(pieces[1:])) if len(pieces) > 1 else pieces[0].partition(" for ")
    what = what.removeprefix("for ")
    who = _subject(who)
    deed = re.match(r"[\"“]?(?P<deed>[a-z]+ing)\b(?! (?:of|in|at|on|near|by|across|from|and)\b)(?= \w)", what)
    if who and deed and base_of(deed["deed"]) in wordnet().verbs and base_of(deed["deed"]) != deed["deed"]:
        return f"{who} {past(base_of(deed['deed']))}{what[deed.end() :]}"
    return f"{who} caused {what}" if who and what else ""


def _to_blame(pieces: Sequence[str]) -> str:
    """Of "X" alone, or "X for Y": X is to blame, or caused Y."""
    whole = " ".join(pieces)
    return _blamed(pieces) or (
        f"{whole} {'are' if is_plural(whole) else 'is'} to blame" if " " not in whole[60:] else ""
    )


def _put(pieces: Sequence[str]) -> str:
    """Of "the toll at Y": the toll is Y."""
    what, at, figure = " ".join(pieces).partition(" at ")
    return (
        f"{what} is {figure}"
        if at and re.search(r"\d|\b(?:one|two|three|ten|dozens|hundreds|thousands)\b", figure)
        else ""
    )


def _claimed(pieces: Sequence[str]) -> str:
    """Of "(responsibility for) X", which somebody claimed: it did X."""
    whole = re.sub(r"^(?:responsibility )?for ", "", " ".join(pieces))
    return f"it carried out {whole}" if _HARM.search(whole) and is_thing(whole, may_be_clause=True) else ""


def _any(pieces: Sequence[str]) -> str:
    """Of "any X", which somebody denied: there was X, or it was involved in X."""
    whole = " ".join(pieces)
    if part := re.match(r"(?:any |all )?(?:involvement|role|part|hand) in (?=\w)", whole):
        return f"it was involved in {whole[part.end() :]}"
    match = re.fullmatch(r"any (?P<thing>[\w'’-]+(?: (?!(?:that|who|which)\b)[\w'’-]+)*)", whole)
    return f"there was {match['thing']}" if match and not HAS_FINITE.search(whole) else ""


def _pinned(pieces: Sequence[str]) -> str:
    """Of "Y on X": X caused Y."""
    what, _, who = (pieces[0], "", " ".join(pieces[1:])) if len(pieces) > 1 else pieces[0].rpartition(" on ")
    return f"{who.removeprefix('on ')} caused {what}" if who and what else ""


def _called_for(pieces: Sequence[str]) -> str:
    """Of "(for) X": there should be X."""
    whole = " ".join(pieces)
    return (
        ""
        if " to " in whole or whole.startswith(("the ", "for the "))
        else f"there should be {whole.removeprefix('for ')}"
    )


def _warned_against(pieces: Sequence[str]) -> str:
    """Of "against any X": there should be no X; of "against X doing Y": X should not do Y."""
    whole = " ".join(pieces)
    doing = re.match(r"against (?P<who>[A-Z]\w*(?: and)?(?: [A-Z]\w*)*) (?P<deed>[a-z]+ing)\b(?! of\b)", whole)
    if doing and all(map(is_country, doing["who"].split(" and "))):
        return f"{doing['who']} should not {base_of(doing['deed'])}{whole[doing.end() :]}"
    match = re.match(r"against (?:any |an? )?", whole)
    return f"there should be no {whole[match.end() :]}" if match else ""


def _called(pieces: Sequence[str]) -> str:
    """Of "X a Y" or "X as Y": X is Y."""
    whole = " ".join(pieces)
    what, _, name = whole.partition(" as ")
    if not name:
        match = re.match(
            r"(?P<what>it|them|this|that|(?:the|its|their|all) .{2,80}?"
            r"|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*) (?P<name>[\"“]|an? )",
            whole,
        )
        what, name = (match["what"], whole[match.start("name") :]) if match else (whole, "")
    if not name or _TOLD.search(what) or what.split()[-1] in STOPWORDS - {"it", "them", "this", "that"}:
        return ""
    return f"{'they' if what == 'them' else what} {'are' if what == 'them' or is_plural(what) else 'is'} {name}"


def _asked(pieces: Sequence[str]) -> str:
    """Of "X to do Y": X should do Y."""
    whole = " ".join(pieces)
    match = re.match(
        r"(?:on |for )?(?P<who>(?!(?:that|whether|who|to|not)\b)[^,.;\"“]{2,60}?) (?P<not>not )?to"
        r" (?P<how>\w+ly )?(?P<verb>[a-z-]+)",
        whole,
    )
    if not match or HAS_FINITE.search(match["who"]) or not _is_verb(match["verb"]):
        return ""
    return f"{_subject(match['who'])} should {match['not'] or ''}{match['how'] or ''}{whole[match.start('verb') :]}"


def _demanded(pieces: Sequence[str]) -> str:
    """Of "that X do Y": X should do Y."""
    whole = re.sub(r"^that ", "", " ".join(pieces))
    match = _SUBJUNCTIVE.match(whole)
    if not match or not _is_verb(match["verb"].lower()) or HAS_FINITE.search(match["who"]):
        return ""
    return f"{match['who'].rstrip()} should {match['not'] or ''}{whole[match.start('verb') :]}"


def _judged(pieces: Sequence[str]) -> str:
    """Of "X as Y": X is Y."""
    what, _, name = " ".join(pieces).partition(" as ")
    if not name or _NO_NAME.match(name) or _NO_THING.search(what):
        return ""
    return f"{what} {'are' if is_plural(what) else 'is'} {name}"


def _is_verb(word: str) -> bool:
    return word in wordnet().verbs or word in {"be", "have", "do"} or "-" in word


_SUBJUNCTIVE = re.compile(
    r"(?P<who>(?:(?:[A-Z][\w’'-]*|of|and|the|all|both|its|their|any) )+(?:[a-z]+ )??"
    r"|(?:the|its|their|all|any) (?:[a-z-]+ ){1,3}?)(?P<not>not )?(?P<verb>[a-z]+) "
    r"(?=(?:the|an?|its|their|his|her|all|any|it|them|to|from|in|on|out|for|back|with|up)\b)"
)
_NO_NAME = re.compile(
    r"(?:well|it|he|she|they|we|I|you|part|soon|long|much|many|far|if|though|of|the \w+ (?:was|is))\b"
)
_NO_THING = re.compile(r"[,;]|\b(?:himself|herself|itself|themselves|him|her|me|us|for)\b|^(?:that|to|how|of)\b")
BY_CUE: Sequence[tuple[re.Pattern[str], Callable[[Sequence[str]], str]]] = tuple(
    (re.compile(rf"\b(?:{words})", re.IGNORECASE), clause)
    for words, clause in (
        (_IS_SAID, _said_to),
        (_IS_SEEN_AS, _seen_as),
        (_IS_EXPECTED, _expected),
        (r"(?:voic|express|rais)\w* (?:\w+ )?(?:concern|alarm)s? (?:over|about|at)$", _concern),
        (r"accus|suspect", _accused),
        (r"blam", _to_blame),
        (r"\bputs?\b|\bputting\b", _put),
        (r"\bclaim(?:s|ed|ing)?(?: responsibility)?(?: for)?$", _claimed),
        (r"\bden(?:y|ies|ied|ying)\b|\breject", _any),
        (r"pin(?:s|ned|ning)?\b", _pinned),
        (r"call\w* (?:again )?for\b", _called_for),
        (r"warn", _warned_against),
        (r"\bcall|brand|label|describ|term|characteri|\bsees?\b|\bsaw\b|view|regard", _called),
        (r"hail|welcom|denounc|condemn|prais|applaud|tout|critici[sz]|lament", _judged),
        (r"demand|insist|propos|request|recommend", _demanded),
        (r"ask|urg|tell|told|order|demand|want|call\w* (?:on|upon)|request|appeal", _asked),
    )
)
"""Cues whose contents are no clauses, and the clause in them."""

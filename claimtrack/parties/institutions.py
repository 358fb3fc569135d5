"""Institutions of the place that no list knows: "the hospital" of a text that names one, "the nurses' union".

Whoever reads of a dispute in one town has to tell the union from the hospital, though neither is known elsewhere.
"""

import re
from functools import lru_cache

from claimtrack.models import Party
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.mention import Mention, state_of
from claimtrack.parties.names import fold
from claimtrack.parties.phrases import TELLS_NOTHING
from claimtrack.parties.roles import body_called

_NOUNS = (
    "academy|airport|association|authority|bank|board|brigade|bureau|centre|center|charity|choir|church|clinic|club|college|committee|"
    "co-?operative|constabulary|council|court|department|diocese|federation|festival|foundation|group|harbour|hospital|hotel|institute|"
    "laborator(?:y)|lab|league|library|mine|monastery|mosque|museum|network|newspaper|nursery|observatory|orchestra|"
    "parish|plant|port|prison|refinery|school|shelter|society|syndicate|team|theatre|theater|trust|union|university|"
    "utility|zoo"
)
_CAPITALS = r"(?:[A-Z][\w’'-]*|de|da|do|del|la|le|of|and|al|bin|St\.)"
_PLAIN = re.compile(rf"the (?P<noun>{_NOUNS})(?: itself)?", re.IGNORECASE)
_SORTED = re.compile(rf"the (?P<name>(?:[a-z][\w-]*['’]? ){{1,3}}(?:{_NOUNS}))", re.IGNORECASE)
_JOINED = re.compile(
    r"(?:[Tt]he|[Aa]n?) (?P<name>(?:union|association|federation|coalition|network|league) of [a-z][\w' -]*)"
)
_OWN_NAME = re.compile(rf"(?:[Tt]he )?(?P<name>[A-Z][\w’'-]*(?: {_CAPITALS}){{0,4}} (?i:{_NOUNS}))")
_AT_PLACE = re.compile(
    r"(?:[Tt]he |[Aa] )?(?P<name>(?:[A-Za-z][\w-]* ){0,2}(?:diocese|church|mosque|monastery|hospital|clinic|school"
    r"|university|museum|theatre|theater|hotel|charity|prison|factory|refinery|shelter)"
    r" (?:in|of|at) (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*)"
)
_BANK_OF = re.compile(r"(?:[Tt]he )?(?P<name>(?:[A-Z]\w+ )*Bank of [A-Z]\w+(?: [A-Z]\w+)*)")


def institution(mention: Mention) -> Party | None:
    """The institution that a definite description names, by its own words or by the name that the text gives it."""
    plain = _PLAIN.fullmatch(mention.words)
    if plain:
        name = _named_in(mention.around.text, plain["noun"].lower())
        return body_called(name) if name else None
    sort = _SORTED.fullmatch(mention.words)
    if sort and sort["name"].islower() and (name := _telling(sort["name"])):
        return body_called(name[0].upper() + name[1:])
    if joined := _JOINED.fullmatch(mention.words):
        return body_called(joined["name"][0].upper() + joined["name"][1:])
    if placed := _AT_PLACE.fullmatch(mention.words) or _BANK_OF.fullmatch(mention.words):
        return body_called(placed["name"][0].upper() + placed["name"][1:])
    own = _OWN_NAME.fullmatch(mention.words)
    if own and (again := _again(mention, own["name"])):
        return again
    is_anothers = own and fold(re.split(r"['’]s ", own["name"])[0]) in gazetteer().names  # "ICAO's council"
    return body_called(own["name"]) if own and own["name"][0].isupper() and not is_anothers else None


def _again(mention: Mention, name: str) -> Party | None:
    """For example "the US university": the one that the text names."""
    *before, noun = name.split()
    is_sort = noun.islower() and bool(before) and state_of(fold(" ".join(before)))
    own = _named_in(mention.around.text, noun) if is_sort else ""
    return body_called(own) if own else None


def _telling(name: str) -> str:
    """A sort of institution without words that do not tell which: "national miners' union"; empty if none is left."""
    words = [word for word in name.split() if word not in TELLS_NOTHING]
    return " ".join(words) if len(words) > 1 else ""


@lru_cache(maxsize=256)
def _named_in(text: str, noun: str) -> str:
    """The first name in a text that an institution of this sort has; empty if there is none."""
    noun = f"(?:{noun}|{noun.capitalize()})"
    before = rf"(?P<name>[A-Z][\w’'-]*(?: {_CAPITALS}){{0,4}}(?<! and)(?<! of) {noun})\b"
    after = rf"(?P<name>{noun} (?:of|in|for) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){{0,3}})\b"
    of_many = rf"(?<=[Tt]he )(?P<name>[a-z]+s['’] {noun})\b"
    for pattern in (before, after, of_many):
        for match in re.finditer(pattern, text):
            name = re.sub(r"^(?:The|A|An|At|In|On|From) ", "", match["name"])
            if len(name.split()) > 1 and fold(name).split()[0] not in TELLS_NOTHING:
                return name[0].upper() + name[1:]
    return ""

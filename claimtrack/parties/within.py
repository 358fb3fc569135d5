"""Bodies named inside a longer mention, and mentions that join several."""

import re

from claimtrack.models import Party, PartyKind
from claimtrack.parties.antecedents import BODIES, antecedent, joined
from claimtrack.parties.bodies import body, placed
from claimtrack.parties.descriptions import described
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.holders import of_surname
from claimtrack.parties.institutions import institution
from claimtrack.parties.mention import Mention, is_state, leading_name, named, trimmed
from claimtrack.parties.names import fold
from claimtrack.parties.roles import body_called, is_body_name
from claimtrack.parties.vague import possessive, pronoun

_MOST_PARTS = 8
_BODIES_OF = re.compile(
    r"^(?:[Tt]he )?(?P<head>[a-z][a-z -]+s) of (?P<states>(?:the )?[A-Z][\w ]+(?:, [\w ]+)*,? and .+)$"
)
_COUNSEL = re.compile(
    r"^(?:.*\b)?(?:lawyers?|attorneys?|solicitors?|legal team) (?:for|of|representing) (?P<client>.+)$", re.IGNORECASE
)
_OWNER = re.compile(r"^(?:the )?(?P<owner>[A-Z][\w.&-]*(?: (?:of )?[A-Z][\w.&-]*)*)['’]s? ")
_LED = re.compile(
    r"^[Tt]he (?:management|leadership|board|owners?|bosses|headquarters) of (?P<body>(?:the )?[A-Z].*)$"
    r"|^(?:[Tt]he )?(?P<seated>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*?)(?:['’]s?)? (?:headquarters|head office|secretariat)"
    r"(?: in [A-Z].*)?$"
)
_DOCUMENT = re.compile(
    r"^(?P<before>.*?)\b(?:report|statement|investigation|inquiry|probe|document|audit|review|assessment|study|survey|announcement|"
    r"press release|(?P<letter>memo|letter)|communique|findings|data|statistics)\b"
    r"(?: (?:by|from|of|(?:released|issued|published)(?: \w+)? by) (?P<by>.+?)| (?:on|about|into|regarding) .+)?$"
)
_OF_MAKER = re.compile(
    r"^(?:(?:an?|the|this|that|one|another)\b ?)?(?:(?:new|latest|recent|annual|joint|leaked|draft|\d[\w-]*)\b ?)*",
    re.IGNORECASE,
)
"""Before the name of whoever made a document: "a new United Nations report"."""

_SENT = re.compile(
    r"^(?:[Aa]n? |[Tt]he )?[a-z][\w -]*? (?:set up|appointed|commissioned|established|convened|sent|formed|hired"
    r"|created|mandated|named|chosen) by (?P<by>.+)$"
)


def joint(mention: Mention) -> Party | None:
    """For example "Baku and Yerevan", "American and British forces": every part must be a known name."""
    if several := _BODIES_OF.match(mention.words):
        return _of_several(mention, several["head"], several["states"])
    parts = _parts(mention.words)
    if " and " not in mention.words and not all(is_state(part) for part in parts):
        return None
    if not 2 <= len(parts) <= _MOST_PARTS:
        return None
    head = leading_name(parts[-1])[1]
    if head and head[0].islower() and all(_is_adjective(part) for part in parts[:-1]):
        parts = [*(f"{part} {head}" for part in parts[:-1]), parts[-1]]
    found = [named(mention.part(part)) or placed(mention.part(part)) for part in parts]
    parties = [party for party in found if party]
    if len(parties) < len(parts):
        return None
    return joined(parties).model_copy(update={"kind": parties[0].kind})


def _parts(words: str) -> list[str]:
    return [part for part in re.split(r",? and |, ", words) if part]


def _is_adjective(words: str) -> bool:
    return any(n.how == "adjective" for n in gazetteer().names.get(fold(words), ()))


def _of_several(mention: Mention, head: str, states: str) -> Party | None:
    """For example "the foreign ministers of Turkey and Greece"."""
    one = head if head in gazetteer().heads else re.sub(r"ie$", "y", head[:-1])
    found = [placed(mention.part(f"{one} of {state}")) for state in _parts(states)]
    parties = [party for party in found if party]
    return joined(parties) if len(parties) == len(found) else None


def inner(mention: Mention, words: str | None) -> Party | None:
    """The body that some words of a mention name, or None."""
    words = (words or "").strip(" ,")
    if not words:
        return None
    part = mention.part(words)
    if words.lower() in {"its", "their"}:
        return pronoun(part)
    for reader in (named, placed, possessive, described, joint, body, institution):
        if party := reader(part):
            return party
    if owner := _OWNER.match(words):
        return named(mention.part(words[owner.end() :])) or inner(mention, owner["owner"])
    shorter = trimmed(part)
    return inner(mention, shorter.words) if shorter.words != part.words else None


def led(mention: Mention) -> Party | None:
    """For example "the management of TotalEnergies", "the UN headquarters": it speaks for what it runs."""
    match = _LED.match(mention.words)
    if match and match["seated"]:
        return inner(mention, match["seated"])
    return inner(mention, match["body"]) or _client(match["body"]) if match else None


def sent(mention: Mention) -> Party | None:
    """For example "a commission set up by Italy's transport ministry": it speaks for who set it up."""
    match = _SENT.match(mention.words)
    return inner(mention, match["by"]) if match else None


def counsel(mention: Mention) -> Party | None:
    """For example "lawyers for the company": they speak for their client."""
    match = _COUNSEL.match(mention.words)
    client = match["client"] if match else ""
    return inner(mention, client) or (_client(client) if client[:1].isupper() else None)


def _client(name: str) -> Party:
    return Party(name=name, kind=PartyKind.PERSON, sides=(name,))


def document(mention: Mention) -> Party | None:
    """For example "the Pentagon's investigation", "the report": who made it speaks in it."""
    match = _DOCUMENT.match(mention.words)
    if not match:
        return None
    before = re.sub(r"['’]s?$", "", match["before"].strip())
    owner = _OWNER.match(match["before"])
    maker = inner(mention, match["by"]) or inner(mention, _OF_MAKER.sub("", before))
    if maker is None and owner:
        maker = _owning(mention, owner["owner"], is_letter=bool(match["letter"]))
    is_definite = before.lower() in {"the", "this", "that", "its", "their"}
    if maker or not is_definite:
        return maker
    return _said_in(mention) or antecedent(mention.around, mention.start, BODIES)


def _owning(mention: Mention, owner: str, *, is_letter: bool) -> Party | None:
    """Whose document it is; "Roe's letter" may be one to him."""
    maker = inner(mention, owner) or of_surname(mention.around, owner)
    is_body = owner.isupper() or is_body_name(owner) or not is_letter
    return maker or (body_called(owner) if is_body else None)


def _said_in(mention: Mention) -> Party | None:
    """For "the statement" again: whoever spoke last in one that was told of in full."""
    noun = re.compile(rf"\b{re.escape(mention.folded.split()[-1])}\b")
    spoken = (h for h in reversed(mention.around.speakers) if noun.search(h.span.of(mention.around.text).lower()))
    return next((h.party for h in spoken if h.party.sides), None)

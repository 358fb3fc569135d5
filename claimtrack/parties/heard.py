"""What those who spoke before tell of whoever speaks now without a name, or without a body."""

import re

from claimtrack.models import Party, PartyKind
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.mention import Mention, state_in
from claimtrack.parties.vague import pronoun

_REPRESENTATIVE = re.compile(r".* representative(?: (?:to|at) .*)?")
_LAWYER = re.compile(r"(?P<whose>his|her|its|their) (?:\w+ )?(?:lawyer|attorney|solicitor|barrister)$", re.IGNORECASE)
_NEAR = 250
"""Characters behind somebody's statement in which an unnamed spokesperson is his."""
_OWN_BODIES = frozenset({PartyKind.ORGANISATION, PartyKind.COMPANY, PartyKind.ARMED_GROUP})


def spokesperson_before(mention: Mention) -> Party | None:
    """For example "The spokesman" again: the named one who spoke last."""
    text = mention.around.text
    spoken = (h for h in reversed(mention.around.speakers) if h.party.sides)
    return next((h.party for h in spoken if "pokes" in " ".join((h.span.of(text), *h.party.via[:1]))), None)


def known_before(mention: Mention) -> Party | None:
    """For "A spokeswoman" right after somebody in the lists has spoken: for him."""
    heard = mention.around.speakers[-1:]
    is_near = heard and mention.start - heard[0].span.end < _NEAR
    return heard[0].party if is_near and heard[0].party.name in gazetteer().terms else None


def representative_before(mention: Mention) -> Party | None:
    """For "the Russian permanent representative" again: the one whom the text introduced so by name."""
    state = state_in(mention.words.partition(" to ")[0])
    if not _REPRESENTATIVE.fullmatch(mention.words) or state is None:
        return None
    text = mention.around.text
    people = (h for h in reversed(mention.around.speakers) if h.party.kind == PartyKind.PERSON)
    return next(
        (h.party for h in people if "representative" in h.span.of(text).lower() and state.side in h.party.sides), None
    )


def client(mention: Mention, words: str) -> Party | None:
    """For example "his lawyer, Ana Roe": whoever is spoken for."""
    match = _LAWYER.match(words)
    found = pronoun(mention.part(match["whose"])) if match else None
    is_client = found and found.sides and not (found.via and found.via[0].startswith("Spokesperson"))
    return found if is_client else None  # a spokesman who spoke last is not the one who has a lawyer


def speaking_body(mention: Mention) -> Party | None:
    """For example "Vice president Lee" in a paragraph where a union spoke: the body that spoke last."""
    paragraph = mention.around.text.rfind("\n", 0, mention.start) + 1
    spoken = [h.party for h in mention.around.speakers if h.span.start >= paragraph]
    return spoken[-1] if spoken and spoken[-1].kind in _OWN_BODIES else None


def office_before(mention: Mention) -> Party | None:
    """For example "The top American commander" of the lead, whom the next paragraph calls "Gen. Campbell"."""
    for heard in reversed(mention.around.speakers):
        if heard.is_person and heard.party.kind != PartyKind.PERSON and heard.party.sides:
            return heard.party
    return None

"""Officials, sources and diplomats without a name."""

import re

from claimtrack.models import UNNAMED, Party, PartyKind
from claimtrack.parties import phrases
from claimtrack.parties.bodies import placed
from claimtrack.parties.descriptions import described
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.mention import Mention, named, state_in, state_of
from claimtrack.parties.names import fold
from claimtrack.parties.roles import is_name, speaking_for
from claimtrack.parties.within import inner

_LOCAL = frozenset("prosecutors investigators authorities researchers scientists".split())
"""Who is of a city, and not of what the city stands for."""
_REPORTERS = re.compile(
    r"(?:[Aa]n? |[Tt]he )?(?P<outlet>[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)(?:['’]s?)? (?:correspondent|reporter|journalist"
    r"|photographer|cameraman|cameramen)s?(?: (?:in|at|on|near) .*)?$"
)

_REPORTER = re.compile(
    r"(?P<outlet>(?:[Tt]he )?[A-Z][\w.-]*(?: [A-Z][\w.-]*)*)['’]s (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)"
    r"(?: (?:in|at|on|near) .*)?"
)
"""A reporter by name: "the BBC's Ana Roe in Paris"."""


def unnamed(mention: Mention) -> Party | None:
    """Officials, sources and diplomats; never their government itself."""
    match = phrases.UNNAMED.match(mention.words)
    rest = (match["rest"] or "") if match else ""
    title = gazetteer().heads.get(mention.folded)
    if not match or rest[:1].isupper() or is_name(mention.aside) or (title and title.kind == PartyKind.OFFICE):
        return None
    head = match["head"].lower()
    if match["before"].lower() == "the " and not rest and not head.endswith(("s", "people")):
        return None  # somebody named before
    if head in {"people", "members", "person"} and not (match["before"] or phrases.TOLD.match(rest)):
        return None
    inside = phrases.INSIDE.match(rest)
    local = _of_city(match["before"]) if head in _LOCAL else None
    body = local or _qualifier(mention, match["before"]) or inner(mention, inside["body"] if inside else None)
    if body is None:
        return None if head == "authorities" or head.startswith("observer") else UNNAMED
    if head == "authorities":
        return None
    return Party(name=f"Unnamed ({_of_whom(body)})", kind=PartyKind.UNNAMED, sides=body.sides)


def _of_city(before: str) -> Party | None:
    """For "Frankfurt prosecutors" the state, though Frankfurt may stand for a bank."""
    city = fold(re.sub(r"['’]s?$", "", before.strip()))
    state = gazetteer().cities.get(city) or state_of(city)
    return Party(name=state.government, kind=PartyKind.GOVERNMENT, sides=(state.side,)) if state else None


def reporters(mention: Mention) -> Party | None:
    """For example "AFP correspondents in Damascus", "the BBC's Ana Roe": they report for their outlet."""
    if named_one := _REPORTER.fullmatch(mention.words):
        outlet = named(mention.part(named_one["outlet"]))
        return speaking_for(named_one["name"], outlet) if outlet and outlet.kind == PartyKind.MEDIA else None
    match = _REPORTERS.match(mention.words)
    outlet = named(mention.part(match["outlet"])) if match else None
    return outlet if outlet and outlet.kind == PartyKind.MEDIA else None


def _of_whom(body: Party) -> str:
    """The state for a government, else the body's own name."""
    is_government = body.kind in {PartyKind.GOVERNMENT, PartyKind.STATE} or body.name.startswith("Government of")
    return body.side if is_government else body.name


def _qualifier(mention: Mention, before: str) -> Party | None:
    """The body or state that the words before "officials" name: "senior Israeli security"."""
    words = re.sub(r"['’]s?$", "", before.strip())
    if not words:
        return None
    the_words = re.sub(r"^an? ", "the ", words, flags=re.IGNORECASE)
    for part in (mention.part(words), mention.part(the_words)):
        for reader in (named, placed, described):
            if (party := reader(part)) and (reader != described or part.folded in phrases.KINDS_OF_NOUN):
                return party
    if state := state_in(words):
        return Party(name=state.government, kind=PartyKind.GOVERNMENT, sides=(state.side,))
    capitals = re.search(r"[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*", re.sub(r"^(?:An?|The) ", "", words))
    return named(mention.part(capitals.group())) if capitals else None

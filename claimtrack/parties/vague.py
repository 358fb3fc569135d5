"""Mentions that point at somebody: pronouns, "its warplanes", "the latter", and crowds."""

import re
from functools import lru_cache

from claimtrack.models import UNNAMED, Party, PartyKind
from claimtrack.parties import phrases
from claimtrack.parties.antecedents import BODIES, PERSONS, antecedent, following, just_before, plural
from claimtrack.parties.bodies import office_around, spoken_for
from claimtrack.parties.descriptions import kinds_of
from claimtrack.parties.gazetteer import State, gazetteer
from claimtrack.parties.institutions import institution
from claimtrack.parties.mention import Mention
from claimtrack.parties.names import fold

_OWNER = re.compile(r"^(?P<owner>its|their|his|her|our)\s+(?P<rest>.+)$", re.IGNORECASE)
_PAIR = ("former", "latter")
_OF_TWO = re.compile(r"^the (?P<which>former|latter)(?:['’]s (?P<rest>.+))?$", re.IGNORECASE)
_AT_PLACE = re.compile(r" (?:at|in|from|of|near|outside) (?:the )?(?:[A-Z]\w+ ?)+$")
_SOMEBODY = re.compile(
    r"\b(?:lawyer|attorney|solicitor|spokes\w+|aide|advis[eo]r|deputy|colleague|rival|successor|predecessor|doctor"
    r"|wife|husband|brother|sister|son|daughter|mother|father|friend|partner|widow),?"
    r" [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*,?$"
)
"""A role with the name of whoever has it: "his lawyer Ana Roe", "his wife, Ana,"."""
_TWO_NAMES = re.compile(r"[A-Z]\w+ [A-Z]\w+$")


def pronoun(mention: Mention) -> Party | None:
    """The party that a pronoun points back to, or on to in the same sentence."""
    found = _pronoun(mention)
    return gazetteer().own(found) if found else None


def _pronoun(mention: Mention) -> Party | None:
    word, around, start = mention.folded, mention.around, mention.start
    if mention.bare == "US":
        return None
    if word in phrases.HE or word in phrases.SHE:
        gender = "m" if word in phrases.HE else "f"
        return antecedent(around, start, PERSONS, gender) or following(around, start, PERSONS) or UNNAMED
    if word in phrases.IT:
        return antecedent(around, start, BODIES) or following(around, start, BODIES) or UNNAMED
    if word in phrases.THEY or word in phrases.BOTH:
        return plural(around, start) or antecedent(around, start, BODIES) or UNNAMED
    if word in phrases.RELATIVE:
        return just_before(around, start) or UNNAMED
    return UNNAMED if word in phrases.OTHERS or not word else None


def possessive(mention: Mention) -> Party | None:
    """For example "its warplanes", "their foreign minister": the owner, or the owner's body."""
    match = _OWNER.match(mention.words)
    if not match or _SOMEBODY.search(match["rest"]):
        return None
    owner = pronoun(mention.part("it" if match["owner"].lower() == "its" else match["owner"]))
    if owner is None or not owner.sides:
        return institution(mention.part(f"the {match['rest']}"))
    return of_owner(mention, owner, fold(match["rest"].partition(",")[0]))


def of_owner(mention: Mention, owner: Party, rest: str) -> Party | None:
    """What a party has: its office, a body of its state, a part of it; else what acts for it."""
    if rest.rsplit(maxsplit=1)[-1] in phrases.RELATIVES:
        return None
    if rest in phrases.HIS_OFFICE and owner.kind in PERSONS:
        return office_around(spoken_for(owner))
    head = gazetteer().heads.get(rest)
    state = gazetteer().states.get(owner.sides[0]) or governed_by(owner.sides[0])
    if rest.rsplit(maxsplit=1)[-1] in phrases.BELONGINGS or not head:
        return _part_of(owner.name, rest) or _called(mention, rest) or _union(owner, rest) or owner
    if state is None:
        return Party(name=head.party.format(of=f"of {owner.name}").split("|")[-1], kind=head.kind, sides=owner.sides)
    return gazetteer().party(head.party.format(of=state.of), head.kind, state)


@lru_cache(maxsize=1024)
def _part_of(owner: str, rest: str) -> Party | None:
    """For example "its armed wing", "its secretary general": the part of the owner that goes by such a name."""
    forms = (form for form in gazetteer().names if form.endswith(f" {rest}"))
    known = (n for form in sorted(forms, key=len) for n in gazetteer().names[form])  # the plainest name first
    return next((n.party for n in known if n.party.via[:1] == (owner,)), None)


def governed_by(side: str) -> State | None:
    """The one place that a side governs which is no state by its name: Gaza by Hamas."""
    places = [state for state in gazetteer().states.values() if state.side == side]
    return places[0] if len(places) == 1 else None


def _union(owner: Party, rest: str) -> Party | None:
    """For example "its largest union": those who work for a party speak for themselves."""
    if not rest.endswith("union"):
        return None
    union = gazetteer().party(f"Union of {owner.name}", PartyKind.ORGANISATION, None)
    return union if union.sides else union.model_copy(update={"sides": (union.name,)})


def _called(mention: Mention, rest: str) -> Party | None:
    """For example "its largest union": the last body whose name holds the noun."""
    kinds, noun = kinds_of(rest), rest.rsplit(maxsplit=1)[-1]
    found = antecedent(mention.around, mention.start, kinds, noun=noun) if kinds else None
    return found if found and noun in fold(found.name).split() else None


def of_two(mention: Mention) -> Party | None:
    """For example "the latter", "the former's foreign ministry": one of the last two named before."""
    match = _OF_TWO.match(mention.words)
    if not match:
        return None
    names = [s.named[0] for s in mention.around.found if s.span.end <= mention.start and s.named]
    last = list(dict.fromkeys(n.party.name for n in names if n.how != "adjective"))[-2:]
    if len(last) < len(_PAIR):
        return UNNAMED
    owner = next(n for n in names if n.party.name == last[_PAIR.index(match["which"].lower())])
    head = gazetteer().heads.get(fold(match["rest"] or ""))
    if head and owner.state:
        return gazetteer().party(head.party.format(of=owner.state.of), head.kind, owner.state)
    return gazetteer().own(owner.party)


def crowd(mention: Mention) -> Party | None:
    """Residents, witnesses, relatives: many, and on nobody's side."""
    if (_TWO_NAMES.search(mention.words) and not _AT_PLACE.search(mention.words)) or not phrases.CROWD.search(
        mention.words
    ):
        return None
    return Party(name="Unnamed crowd", kind=PartyKind.CROWD)

"""Names that no list has, and descriptions that nobody can place."""

import re

from claimtrack.language.wordnet import is_common
from claimtrack.models import UNNAMED, Party, PartyKind
from claimtrack.parties import phrases
from claimtrack.parties.descriptions import kinds_of
from claimtrack.parties.mention import INSIDE, Mention, named, state_in
from claimtrack.parties.names import fold

_IN_NAMES = frozenset("of the and for in on at to de la le du da von van der al el bin with against without".split())
_MEDIA = re.compile(r"\b(?:news|broadcaster|channel|outlet|daily|paper)")
_TOPIC = re.compile(r" (?:on|about|over|regarding) .*$")
"""What somebody is occupied with does not tell whose he is: "the group on the settlement in eastern Ukraine"."""
_FROM_BODY = re.compile(r"[\w -]+s (?:from|with|at) (?P<body>(?:the )?[A-Z].+)")
"""Several people of a body, whatever they are called: "mediators from the OSCE"."""
_DESCRIPTOR = re.compile(r"^(?:[A-Z]?[a-z][\w'’-]* )+(?P<name>[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*)*)$")


def as_named(mention: Mention) -> Party:
    """A name nobody knows is its own party; a description nobody can place is unnamed."""
    bare = mention.bare.strip(' "“”.,:;')
    inside = _FROM_BODY.fullmatch(bare)
    if inside and (body := named(mention.part(inside["body"]))) and body.kind == PartyKind.ORGANISATION:
        return Party(name=f"Unnamed ({body.name})", kind=PartyKind.UNNAMED, sides=body.sides)
    state = state_in(_TOPIC.sub("", bare)) if bare else None
    described_name = _DESCRIPTOR.match(bare)
    if described_name and not _describes(bare[: described_name.start("name")].strip(), described_name["name"]):
        described_name = None
    if (described_name or bare[:1].isupper()) and state is None:
        name = described_name["name"] if described_name else bare
        if phrases.DAY.fullmatch(name) or _is_long_description(name):
            return UNNAMED
        is_alone = mention.words[:1] == bare[:1] and len(bare.split()) == 1
        is_word = is_alone and not (is_common(bare) or is_common(bare.removesuffix("s")))
        first = bare.split()[0]
        is_odd = kinds_of(fold(bare)) is not None and first.isalpha() and not is_common(first)  # "the Amaq agency"
        is_name = any(c.isupper() for c in phrases.DAY.sub("", bare)[1:]) or is_word or is_odd
        before = bare[: -len(name)].strip()
        return Party(name=name, kind=_kind_of(before or bare.partition(" ")[2]), sides=(name,)) if is_name else UNNAMED
    if state:
        return Party(name=f"Unnamed ({state.side})", kind=PartyKind.UNNAMED, sides=(state.side,))
    return UNNAMED


def _is_long_description(words: str) -> bool:
    """Whether words in capitals and without are no name: "Democratic senator investigating alleged meddling"."""
    plain = sum(word.islower() and word not in _IN_NAMES for word in words.split())
    return plain > 1 and not kinds_of(fold(words))  # "SITE monitoring service"


def _describes(words: str, name: str) -> bool:
    """Whether words before a name tell what it is: "the clothing chain", not "Supreme", not "residents of"."""
    if kinds_of(fold(name)) and " " not in name and words[:1].isupper():
        return False  # "the Lakeside Police | Department"
    return kinds_of(fold(words)) is not None or (words.islower() and not INSIDE & set(words.split()))


def _kind_of(description: str) -> PartyKind:
    """What the words before an unknown name make of it: "research firm", "news agency"."""
    kinds = kinds_of(fold(description)) if description else None
    if kinds and PartyKind.MEDIA in kinds and _MEDIA.search(description.lower()):
        return PartyKind.MEDIA
    return PartyKind.ORGANISATION if not kinds or PartyKind.ORGANISATION in kinds else min(kinds)

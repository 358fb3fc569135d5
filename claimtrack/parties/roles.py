"""What the words of a title say: of what body somebody is, for whom he speaks, and whether a name is a person's."""

import re

from claimtrack.models import Party, PartyKind
from claimtrack.parties import phrases
from claimtrack.parties.descriptions import kinds_of
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.mention import leading_name, state_in
from claimtrack.parties.names import fold

_PARTICLES = "de|van|von|al|bin|der|el|da|di|ibn|ben|le|la|du|dos"
NAME = rf"[A-Z][\w.'’-]*(?: (?:(?:(?:a[dlnrstz]|el|ash|bin|ibn)-)?[A-Z][\w.'’-]*|{_PARTICLES})){{0,4}}"
FORMER = re.compile(r"(?:(?:an?|the|its|his|her|their) )?(?:former|ex-|retired|one-?time)", re.IGNORECASE)
"""Who was something once speaks for nobody but himself."""
_OWNED_ROLE = re.compile(
    r"(?P<owner>[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3})(?:['’]s? (?:[a-z-]+ )*|(?<=[a-z]{3}) )"
    r"(?:(?:co|vice)-)?(?:president|leader|chairman|chairwoman|chair|chief"
    r"|director|manager|coach|captain|owner|founder|executive|head|spokes\w+|secretary|editor|principal)"
)
_SHORT_OWNER = re.compile(
    r"(?P<owner>[A-Z]{2,5}) (?i:chief executive|ceo|president|chair(?:man|woman)|spokes\w+|director|chief)"
)
"""A role in a body of which only the initials are known: "RBS chief executive"."""
_LONG_NAME = r"[A-Z][\w&-]*(?:(?: (?:of|for|and|the|on|de|in))* [A-Z][\w&-]*)"
_ROLE_OF = re.compile(
    r"(?:.*\b)?(?:president|leader|chair(?:man|woman)?|chief(?: executive)?|director|manager|owner|founder|CEO"
    r"|executive|head|secretary|editor|officer|economist|analyst)"
    rf" (?:of|at|for|with) (?:the )?(?P<owner>{_LONG_NAME}{{1,7}})"
)
SPOKEN_FOR = re.compile(rf"(?:the )?(?P<name>{_LONG_NAME}{{0,7}})")
"""The name of a body in full: "the Association of Parks and Fairs"."""
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
OF_BODY = re.compile(
    r"^(?:(?:the|its) )?(?:senior )?(?:vice[- ]president|chairman|chairwoman|chair|chief executive|managing director|"
    r"executive director|director|general secretary|secretary general)$",
    re.IGNORECASE,
)
"""Titles in bodies of every kind, that alone do not tell in which."""
OF_STATE = re.compile(
    r"(?:an? |the )?(?:(?!shadow\b)[\w-]+ ){0,2}(?:minister|prosecutor|judge|prefect|police chief|army chief)s?\b",
    re.IGNORECASE,
)
"""Who serves the state that the text is about, if the words do not tell which."""
HIMSELF = re.compile(
    r"(?:an?|one|the) (?:[\w-]+ ){0,2}(?:worker|cook|cleaner|driver|guard|miner|nurse|teacher|student|pupil|farmer"
    r"|resident|survivor|witness|employee|passenger|tourist|fan|shopkeeper|fisherman|mother|father|widow|neighbou?r|waiter"
    r"|labourer|electrician|mechanic|carpenter|shopper|patient|volunteer)\b",
    re.IGNORECASE,
)
"""Who works, lives or was somewhere does not speak for it: "a cook at the mine"."""
POSTED = re.compile(r"(?<=[a-z]) (?:in [A-Z].*|on [A-Z][\w ]*?)(?= at | with |$)")
"""Where somebody works who speaks for a body: "the agency's spokeswoman in Yemen"."""
SORT = re.compile(r"an? (?!.*\b(?:of|for|at|from|with|in|who|which)\b)(?:[\w-]+ ){0,2}[\w-]+")
"""An apposition that says what something is: "a charity"."""
SCHOOL = re.compile(
    r"(?:[A-Z][\w-]* )*(?:University|College|Institute|Academy)(?: of (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*)*)?"
)
"""A body of learning, which speaks for no state though it be named after one."""
RELATIVE_OF = re.compile(rf"\b(?:{'|'.join(phrases.RELATIVES)}) of\b", re.IGNORECASE)
"""Before a name: somebody else speaks ("the wife of Roe")."""
IS_SOMEBODY = re.compile(
    rf"(?:an?|the(?= [A-Z])) (?:[\w-]+ ){{0,4}}?(?:{phrases.PERSON_NOUN.pattern}|driver|farmer|teacher)"
)
"""What an apposition says of a person: "Mohammad, a taxi driver"."""
OF_SOMETHING = re.compile(r"['’]s? | (?:of|at|for) ")
"""In a title, what says in what body: "the hospital's director"."""
OFFICE_OF = re.compile(
    r"(?P<title>(?:.*\b)?(?:[Mm]inister|[Dd]irector|[Ss]ecretary|[Cc]hief|[Hh]ead|[Cc]ommander|CEO|[Pp]resident"
    r"|[Ee]xpert|[Rr]apporteur|[Cc]hair(?:man|woman)?|[Gg]overnor|[Cc]ommissioner|[Rr]epresentative|[Ee]nvoy|[Aa]dvis[eo]r|[Cc]oordinator)"
    r"(?: [Gg]eneral)? (?:of|for|to|on) (?P<what>(?:[^,]*\b)?[A-Z][\w'’-]*(?<!New)(?<!South)(?<!North)))"
    r" (?P<name>[A-Z][\w'’-]+ [A-Z][\w'’-]+)"
)
"""An office in something, and a name of two words behind it."""
_HELPER = r"(?:advis[eo]r|aide|assistant|consultant|deputy)"
OF_A_BODY = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,2}) of (?P<body>(?:the )?[A-Z].*)")
"""Somebody with the body he is of: "Ana Roe of the CGT"."""


def untitled(name: str) -> str:
    """A name without the titles before it."""
    words = name.split()
    while len(words) > 1 and fold(words[0]).rstrip(".") in phrases.TITLES:
        words = words[1:]
    return " ".join(words)


def speaking_for(name: str, body: Party | None, is_spokesperson: bool = False) -> Party:
    """A person on the side of the body that he speaks for; of none, on his own."""
    if body is None:
        return Party(name=name, kind=PartyKind.PERSON, sides=(name,))
    office = (f"Spokesperson of {body.name}",) if is_spokesperson else ()
    return Party(name=name, kind=PartyKind.PERSON, sides=body.sides or (name,), via=(*office, body.name, *body.via))


def is_name(words: str) -> bool:
    """Whether some words can be a person's name, given name and surname."""
    return bool(re.fullmatch(NAME, words)) and len(words.split()) > 1


def is_thing_called(title: str, name: str) -> bool:
    """Whether the words before a name, or its capitals, make it a body's: "the union IG BCE"."""
    kinds = kinds_of(fold(title)) if title else None
    return name.isupper() or bool(kinds and PartyKind.PERSON not in kinds)


def has_title(title: str) -> bool:
    """Whether the words before a name hold one of rank or office."""
    return any(fold(word).rstrip(".") in phrases.TITLES for word in title.split())


def is_body_name(name: str) -> bool:
    """Whether a capitalised name ends like a body's, not a person's."""
    last = fold(name.rsplit(maxsplit=1)[-1]).rstrip(".")
    return last in gazetteer().heads or last in phrases.KINDS_OF_NOUN or last in phrases.BODY_ENDS


def owner_of(words: str) -> Party | None:
    """For example "Verdana's president", "head of Verdana Lines": the body that somebody leads who is in no list."""
    match = _OWNED_ROLE.fullmatch(words) or _SHORT_OWNER.fullmatch(words) or _ROLE_OF.fullmatch(words)
    if not match or state_in(match["owner"]) or fold(match["owner"].split()[0]) in _DAYS:
        return None
    return body_called(match["owner"])


def body_called(name: str) -> Party:
    """A body of which nothing is known but its name."""
    return Party(name=name, kind=PartyKind.ORGANISATION, sides=(name,))


def body_of(words: str) -> str:
    """The body in a title: "MSF general director", "head of the agency", "the union's president"."""
    words = words.strip(" ,")
    if gazetteer().heads.get(fold(words)):
        return words
    for pattern in (
        rf"^.*?\b(?:of|for|at|from|with|{_HELPER} to)\s+(?:the [A-Z][\w-]*-based )?(?P<body>.+)$",
        r"^(?P<body>.+?)['’]s?\s.+$",
        r"^(?P<body>its|their)\s.+$",
    ):
        if match := re.match(pattern, words):
            return match["body"]
    name, _ = leading_name(f"{re.sub('^an? ', '', words)} x")
    is_of_sort = len(words.split()) > 1 and fold(words).split()[0] in phrases.KINDS_OF_NOUN
    return name or (f"the {words.split()[0]}" if is_of_sort else words)

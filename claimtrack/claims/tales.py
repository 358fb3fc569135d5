"""What is denied by a word for what was made up: "it is nonsense that it fired", "the feast is a myth".

There the cue denies nothing ("said", "called"), so the proposition is what the content says this of.
"""

import re

from claimtrack.language.rewording import is_plural

_PLAIN = re.compile(
    r"(?:\w+ )?(?:sa(?:id|ys?)|add\w*|call\w*|brand\w*|label\w*|term\w*|describ\w*|insist\w*|declar\w*|stat\w+|repli\w+"
    r"|retort\w*|answer\w*|argu\w+|claim\w*|tells?|told|wr(?:o|i)te\w*|rate\w*|sp(?:eak|oke)\w*(?: of)?|object\w*)"
    r"(?: \w+){0,2}",
    re.IGNORECASE,
)
_BE = r"(?:is|are|was|were|would be|belongs?|remains?)"
_OF = (
    re.compile(
        rf"(?:it {_BE} (?:\w+ ){{0,3}})?(?:any(?:one|body)|whoever|those|people|to)(?: who)? (?:says?"
        rf"|claims?|suggests?|implies|imply|alleges?|pretends?),? (?:that )?(?P<told>.{{4,}}?) {_BE} [^,;]{{2,80}}",
        re.IGNORECASE,
    ),
    re.compile(rf"it {_BE} [^,;.]{{2,40}}? that (?P<told>.{{4,}})", re.IGNORECASE),
    re.compile(rf"(?:an?|the|any|its|such) (?:\w+ )?\w+ that (?P<told>.{{4,}}) {_BE} [^,;]{{2,60}}", re.IGNORECASE),
)
_THING = re.compile(rf"(?P<thing>[^,;]{{2,80}}?) {_BE} .*", re.IGNORECASE | re.DOTALL)
_SAID = re.compile(
    r"(?:claim|charge|accusation|allegation|assertion|suggestion|idea|theory|notion|talk|report|statement|finding|rumou?r"
    r"|account|stor(?:y|ie)|tale|figure|version|coverage|narrative)s?\b|(?:it|this|that|they|these)$",
    re.IGNORECASE,
)


def told_in(cue: str, content: str) -> str:
    """What somebody is said to be wrong to say ("to say that it fired is slander"); empty if nothing is."""
    matches = (pattern.fullmatch(content.strip(" .")) for pattern in _OF) if _PLAIN.fullmatch(cue) else ()
    return next((match["told"] for match in matches if match), "")


def made_up(cue: str, said: str) -> str:
    """Of a clause that calls something made up, that it is real; the clause as it is if its cue is what denies."""
    thing = _THING.fullmatch(said)
    if thing is None or not _PLAIN.fullmatch(cue) or thing["thing"].split()[0].lower().endswith("ing"):
        return said
    is_told = bool(_SAID.search(thing["thing"]))
    return f"{thing['thing']} {'are' if is_plural(thing['thing']) else 'is'} {'true' if is_told else 'real'}"

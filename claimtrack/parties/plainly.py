"""The words of a mention without what tells nothing of who it is, and with the state that they leave out."""

import calendar
import re

from claimtrack.parties.context import Context, home_state
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.mention import state_of
from claimtrack.parties.names import fold

_HALF = re.compile(r"[Tt]he (?P<which>North|South)(?=['’]s |$)")
_MONTH = "|".join(calendar.month_name[1:])
_WHEN = re.compile(rf" (?:(?:earlier|late|early) )?(?:(?:on|last|this) \w+day|in (?:{_MONTH}))(?: \d{{4}})?$")
"""When it was said, which the network took for part of who said it: "news agency X in November"."""
_ON_TOPIC = re.compile(r"^(?P<who>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}) on [A-Z][\w ]+$")
"""Before the colon of a headline: "Roe on North Korea: ..."."""
_STATES_OWN = re.compile(r"(?P<of>[A-Z][\w.]*)['’]s (?P<who>[A-Z][\w'’-]+)")
"""Somebody by surname, and whose he is: "Turkey's Erdogan"."""
_OTHERS = re.compile(
    r"(?P<who>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}),? and (?:(?:several|many|some|two|three) )?others?(?: [a-z ]+)?"
)
"""Unnamed people beside somebody who is named: "Roe and other experts"."""


def plainly(words: str, around: Context) -> str:
    """The words of a mention without when it was said and without others, and with the state that they leave out."""
    if gazetteer().names.get(fold(words)):
        return words  # "The Mail on Sunday"
    words = _WHEN.sub("", words)
    topic, others = _ON_TOPIC.fullmatch(words), _OTHERS.fullmatch(words)
    if topic and _is_person(topic["who"]):
        words = topic["who"]
    elif others and (_is_person(others["who"]) or not state_of(fold(others["who"]))):
        words = others["who"]
    if (
        (owned := _STATES_OWN.fullmatch(words))
        and _is_person(owned["who"])
        and gazetteer().names.get(fold(owned["of"]))
    ):
        words = owned["who"]
    return _korean(_home(words, around), around)


def _is_person(name: str) -> bool:
    """Whether the lists have somebody of that name or surname."""
    folded = fold(name)
    known = (n.how == "person" for n in gazetteer().names.get(folded, ()))
    return any(known) or folded in gazetteer().surnames


def _home(words: str, around: Context) -> str:
    """For "the defence ministry here" under a dateline: that of the state where the report was written."""
    state = home_state(around.dateline) if words.endswith(" here") else None
    return f"{words.removesuffix(' here')} of {state.name}" if state else words


def _korean(words: str, around: Context) -> str:
    """For "the North" or "the South's army" in a text about Korea: the state's whole name."""
    half = _HALF.match(words)
    is_of_korea = half and any(s.state and s.state.name.endswith(" Korea") for s in around.found)
    return f"{half['which']} Korea{words[half.end() :]}" if half and is_of_korea else words

"""Whose a bare body is: the state that "the army", "police" or "the authorities" of a text belong to."""

import re
from collections import Counter

from claimtrack.parties.context import Context, Sighting, home_state, sentence_at, surnames
from claimtrack.parties.gazetteer import State, gazetteer
from claimtrack.parties.mention import Mention

_OWN = {
    "police": "police",
    "authorities": "authorities|officials?|police|prosecutors?|investigators?|government|ministry",
}
"""What every state has, and the words that tell of whose there is talk."""
_LOCAL_FORCES = frozenset("police prosecution prosecutor prosecutors".split())
_LEAD = 600
_IN = re.compile(
    r"\b(?:in|at|near|outside) (?:(?:the|central|northern|southern|eastern|western|city|town|of) )*$|\bstreets of $",
    re.IGNORECASE,
)


def acting(mention: Mention) -> State | None:
    """For "police", "the authorities" without a dateline: the state whose own the text names most often, if any."""
    noun = mention.folded.rsplit(" ", 1)[-1]
    if noun not in _OWN or home_state(mention.around.dateline):
        return None
    text, found = mention.around.text, [s for s in mention.around.found if s.state]
    own = re.compile(rf"(?:{_OWN[noun]})$")
    behind = re.compile(rf"(?:['’]s?)? (?:\w+ )?(?:{_OWN[noun]})\b")
    told = Counter(_side(s) for s in found if own.search(s.span.of(text)) or behind.match(text, s.span.end))
    named = Counter(map(_side, found))
    return gazetteer().states.get(max(told, key=lambda side: (told[side], named[side]))) if told else None


def at_scene(mention: Mention) -> State | None:
    """For "police", "the prosecution": the state of the cities in which the paragraph, or else the lead, has it."""
    if mention.folded.rsplit(" ", 1)[-1] not in _LOCAL_FORCES or home_state(mention.around.dateline):
        return None
    text = mention.around.text
    paragraph = text.rfind("\n", 0, mention.start) + 1
    before = [s for s in mention.around.found if s.state and s.span.end <= mention.start]
    near = [s for s in before if s.span.start >= paragraph] or [s for s in before if s.span.start < _LEAD]
    cities = (s for s in near if s.city_of or any(n.how == "capital" for n in s.named))
    states = {s.state for s in cities if _IN.search(text, max(0, s.span.start - 30), s.span.start)}
    return states.pop() if len(states) == 1 else None


def _side(sighting: Sighting) -> str:
    return sighting.state.side if sighting.state else ""


def _talked_of(around: Context, paragraph: int, home: State) -> State | None:
    """The state that spoke last in a paragraph, where the dateline's is not talked of at all."""
    last = around.speakers[-1] if around.speakers else None
    if last is None or last.span.start < paragraph or not last.party.sides:
        return None
    place = around.text.find(around.dateline)
    end = place + len(around.dateline)
    is_home = any(s.state and s.state.side == home.side and not place <= s.span.start < end for s in around.found)
    is_home = is_home or any(home.side in heard.party.sides for heard in around.speakers)
    return None if is_home else gazetteer().states.get(last.party.sides[0])


def near_state(around: Context, start: int) -> State | None:
    """The state that "the army" or "the foreign ministry" is about, if the mention does not say.

    The dateline's, unless nothing else in the text is about it and another state has just spoken
    in the paragraph (bureaus report on their neighbours); else the last one named before in the
    paragraph; else the first of the headline, which is about its own country more often than not; else the nearest.
    """
    paragraph = around.text.rfind("\n", 0, start) + 1
    if home := home_state(around.dateline):
        return _talked_of(around, paragraph, home) or home
    before = [s for s in around.found if s.span.end <= start]
    here = [s for s in before if s.span.start >= paragraph]
    headline = [s for s in around.found if around.title and s.span.end <= around.title.end]
    after = [s for s in around.found if s.span.start > start]
    for sighting in (*reversed(here), *headline, *reversed(before), *after, *surnames(around.text)):
        if sighting.state:
            return sighting.state
    return None


def subject_state(around: Context, start: int) -> State | None:
    """The state that "the country" stands for: the first one that its sentence names, as what the sentence is about."""
    begin, _ = sentence_at(around.text, start)
    inside = (s for s in around.found if begin <= s.span.start < start and any(n.how == "name" for n in s.named))
    return next((s.state for s in inside if s.state), None)

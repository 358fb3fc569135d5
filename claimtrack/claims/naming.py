"""The name of an event: a thing, a place or name, and when: "Drone, Black Sea, March 2023"."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from claimtrack.claims.frames import frames
from claimtrack.claims.telling import tell
from claimtrack.claims.utterance import Utterance, country
from claimtrack.language.wordnet import wordnet
from claimtrack.language.words import STOPWORDS, tokens
from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.names import fold

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TELLS = 0.75
"""A word that tells this much tells which event is meant; rarer ones are no better names."""
_SHORT_WORD, _MOST = 3, 0.8
_PLACE_COUNTS = 2
"""Paragraphs that a name is worth for being a place."""
_NO_PLACE = re.compile(
    rf"(?:(?:{_MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b.*|[A-Z]\w+day|[A-Z]{{2,}}.*|.*\b(?:Ministry|Minister|General|Gen|Command|President|Secretary|Mr|Dr)\b.*)"
)
_NAME = re.compile(r"(?<![.!?\n\"“] )(?<!^)\b[A-Z][\w-]+(?: [A-Z][\w-]+)*", re.MULTILINE)


def name(members: Sequence[Utterance], day: datetime.date | None, places: Sequence[str] = ()) -> str:
    """A short name that the members' own words and their headlines give, with the month in which it happened."""
    paragraphs = list(dict.fromkeys(_paragraph(member) for member in members))
    titles = [title.of(c.text) for c in dict.fromkeys(m.capture for m in members) if (title := c.title)]
    parts = [_thing(members, titles), _proper(paragraphs, members, titles, places), f"{day:%B %Y}" if day else ""]
    words = ", ".join(dict.fromkeys(filter(None, parts)))
    return words[:1].upper() + words[1:] or "Untitled"


def _paragraph(utterance: Utterance) -> str:
    text, start = utterance.capture.text, utterance.statement.start
    end = text.find("\n", utterance.statement.end)
    return text[text.rfind("\n", 0, start) + 1 : end if end >= 0 else len(text)]


def _thing(members: Sequence[Utterance], titles: Sequence[str]) -> str:
    """The telling noun that most statements hold or have in their sentence, and most headlines.

    A noun that is a deed too ("strike") names the event only if most of several headlines hold it.
    """
    done = {frame.predicate.lemma for member in members for frame in frames(member)}
    heads = Counter(word for title in titles for word in {w.lemma for w in tokens(title) if w.text.islower()})
    common = {word for word, count in heads.items() if count >= max(2, len(titles) / 2)}
    written = {w.lemma: w.text for member in reversed(members) for w in reversed(member.content) if w.text.islower()}
    weights = {
        word: min(tell(word), _TELLS)
        * (
            sum((word in m.terms) + (word in m.sentence) for m in members)
            + len(members) * heads[word] / (len(titles) or 1)
        )
        for word in reversed(written)
        if word in wordnet().nouns and (word in common or (word not in done and word not in wordnet().verbs_of))
    }
    ranked = sorted(weights, key=lambda word: -weights[word])  # of equals, the one met first
    told = " ".join((*titles, *dict.fromkeys(map(_paragraph, members)))).lower()
    return next((written[word] for word in ranked if _is_named(written[word], told)), "")


def _is_named(word: str, told: str) -> bool:
    """Whether a word stands for a thing, not for what is said of one ("dismissed as absurd")."""
    return not re.search(rf"\b(?:(?:is|are|was|were) |as [\"“‘]){re.escape(word)}\b", told)


def _proper(
    paragraphs: Iterable[str], members: Iterable[Utterance], titles: Iterable[str], places: Sequence[str]
) -> str:
    """The name that stands in most paragraphs, headlines counting double, and is no state, speaker, outlet or month."""
    spoken = {
        part
        for m in members
        for words in (
            m.statement.party.name.split(" of ")[0],
            m.capture.outlet or "",
            *(s.of(m.capture.text) for s in m.statement.source),
        )
        for part in words.split()
    }
    counts: Counter[str] = Counter()
    plain = [title for title in titles if not _is_in_capitals(title)]
    for paragraph in (*paragraphs, *plain, *plain):
        counts.update({found for found in _NAME.findall(paragraph) if _is_place_like(found, spoken)})
    counts.update({place: _PLACE_COUNTS for place in places if place in counts})
    return min(counts, key=lambda found: (-counts[found], -len(found.split()), found), default="")


def _is_in_capitals(title: str) -> bool:
    """Whether most words of a headline begin with a capital, so that capitals tell no names."""
    words = [word for word in title.split() if len(word) > _SHORT_WORD]
    return sum(word[0].isupper() for word in words) > _MOST * len(words)


def _is_place_like(found: str, spoken: set[str]) -> bool:
    named = gazetteer().names.get(fold(found), ())
    if any(n.how != "capital" for n in named) or spoken & set(found.split()):
        return False
    if not named and any(country(w.text) for w in tokens(found)):
        return False
    return found.lower() not in STOPWORDS and not _NO_PLACE.fullmatch(found)

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
_NO_PLACE = re.compile(
    rf"(?:(?:{_MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b.*|[A-Z]\w+day|[A-Z]{{2,}}.*|.*\b(?:Ministry|Minister|General|Gen|Command|President|Secretary|Mr|Dr)\b.*)"
)
_NAME = re.compile(r"(?<![.!?\n\"“] )(?<!^)\b[A-Z][\w-]+(?: [A-Z][\w-]+)*", re.MULTILINE)


def name(members: Sequence[Utterance], day: datetime.date | None) -> str:
    """A short name that the members' own words give, with the month of the day on which it happened."""
    paragraphs = list(dict.fromkeys(_paragraph(member) for member in members))
    parts = [_thing(members), _proper(paragraphs, members), f"{day:%B %Y}" if day else ""]
    words = ", ".join(dict.fromkeys(filter(None, parts)))
    return words[:1].upper() + words[1:] or "Untitled"


def _paragraph(utterance: Utterance) -> str:
    text, start = utterance.capture.text, utterance.statement.start
    end = text.find("\n", utterance.statement.end)
    return text[text.rfind("\n", 0, start) + 1 : end if end >= 0 else len(text)]


def _thing(members: Sequence[Utterance]) -> str:
    """The telling noun of the contents that most statements hold or have in their sentence, and that is no deed."""
    done = {frame.predicate.lemma for member in members for frame in frames(member)}
    written = {w.lemma: w.text for member in reversed(members) for w in reversed(member.content) if w.text.islower()}
    weights = {
        word: min(tell(word), _TELLS) * sum((word in m.terms) + (word in m.sentence) for m in members)
        for word in reversed(written)
        if word in wordnet().nouns and word not in done and word not in wordnet().verbs_of
    }
    return written.get(max(weights, key=lambda word: weights[word], default=""), "")  # of equals, the one met first


def _proper(paragraphs: Iterable[str], members: Iterable[Utterance]) -> str:
    """The name that stands in most paragraphs and is no state, speaker, outlet or month."""
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
    for paragraph in paragraphs:
        counts.update({found for found in _NAME.findall(paragraph) if _is_place_like(found, spoken)})
    return min(counts, key=lambda found: (-counts[found], -len(found.split()), found), default="")


def _is_place_like(found: str, spoken: set[str]) -> bool:
    named = gazetteer().names.get(fold(found), ())
    if any(n.how != "capital" for n in named) or spoken & set(found.split()):
        return False
    if not named and any(country(w.text) for w in tokens(found)):
        return False
    return found.lower() not in STOPWORDS and not _NO_PLACE.fullmatch(found)

"""Events: which statements are about the same thing that happened.

Statements are compared by their words and the words around them, rare words counting most and
the names of states little, since the same states speak in every story. Those of one article
that stand together belong together more easily. Groups grow while their members are alike on
average (average linkage), in an order fixed by content, so that order of arrival is nothing.
"""

import datetime
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimtrack.claims.utterance import Utterance
from claimtrack.language.rarity import rarity
from claimtrack.models import Event
from claimtrack.parties.gazetteer import gazetteer

ALIKE = 0.2
"""Average likeness at which two groups are one event."""

_CONTENT, _SENTENCE, _PARAGRAPH, _TITLE = 1.0, 0.6, 0.35, 0.5
_SAME_PARAGRAPH, _NEXT_PARAGRAPH = 0.3, 0.08
_STATE = 0.25
_FAR_APART = datetime.timedelta(days=45)
_RAREST_IN_COMMON = 0.55
"""Two statements of different articles share at least one word as rare as this."""


class _Edge(NamedTuple):
    likeness: float
    a: int
    b: int


def events(found: Sequence[Utterance]) -> tuple[Event, ...]:
    """Group utterances into events, in order of their first statement's date and place."""
    ordered = sorted(found, key=lambda u: (u.day or datetime.date.max, u.capture.id, u.statement.start, u.statement.id))
    groups = _grouped(len(ordered), _edges(ordered))
    made = [_event([ordered[i] for i in group]) for group in groups]
    return tuple(made)


def likeness(a: Utterance, b: Utterance) -> float:
    """How likely two utterances are about one event, between 0 and about 1.4."""
    here, there = _vector(a), _vector(b)
    shared = sum(weight * there.get(word, 0.0) for word, weight in here.items())
    cosine = shared / (_norm(a) * _norm(b)) if shared else 0.0
    if a.capture.id == b.capture.id:
        distance = abs(a.number - b.number)
        return cosine + (_SAME_PARAGRAPH if distance == 0 else _NEXT_PARAGRAPH if distance == 1 and cosine > 0 else 0.0)
    if a.day and b.day and abs(a.day - b.day) > _FAR_APART:
        return cosine * 0.3
    return cosine


@lru_cache(maxsize=16384)
def _vector(utterance: Utterance) -> dict[str, float]:
    """The words in and around an utterance, weighted by nearness and rarity."""
    weights: dict[str, float] = {}
    title = frozenset(w for w in _title_terms(utterance))
    for words, weight in (
        (title, _TITLE if _is_single_topic(utterance) else 0.0),
        (utterance.paragraph, _PARAGRAPH),
        (utterance.sentence, _SENTENCE),
        (utterance.terms, _CONTENT),
    ):
        for word in words:
            weights[word] = max(weights.get(word, 0.0), weight * tell(word))
    return {word: weight for word, weight in weights.items() if weight > 0}


@lru_cache(maxsize=16384)
def _norm(utterance: Utterance) -> float:
    return math.sqrt(sum(weight * weight for weight in _vector(utterance).values())) or 1.0


@lru_cache(maxsize=50_000)
def tell(word: str) -> float:
    """How much a word tells about which event is meant."""
    return rarity(word) * (_STATE if word in _state_names() else 1.0)


@lru_cache(maxsize=1)
def _state_names() -> frozenset[str]:
    return frozenset(name.lower() for name in gazetteer().states)


def _title_terms(utterance: Utterance) -> frozenset[str]:
    from claimtrack.claims.utterance import term
    from claimtrack.language.words import tokens

    return frozenset(term(w) for w in tokens(utterance.capture.headline) if not w.is_stop) if utterance.capture.title else frozenset()


def _is_single_topic(utterance: Utterance) -> bool:
    """A short dispatch is about one thing, and its headline says what."""
    return len(utterance.capture.text) < 2500


def _edges(found: Sequence[Utterance]) -> list[_Edge]:
    """The pairs that may be alike: neighbours in an article, and those that share a rare word."""
    by_word: dict[str, list[int]] = defaultdict(list)
    by_capture: dict[str, list[int]] = defaultdict(list)
    for index, utterance in enumerate(found):
        by_capture[utterance.capture.id].append(index)
        for word in _vector(utterance):
            if tell(word) >= _RAREST_IN_COMMON:
                by_word[word].append(index)
    pairs = {(i, j) for group in (*by_word.values(), *by_capture.values()) for i in group for j in group if i < j}
    edges = (_Edge(likeness(found[i], found[j]), i, j) for i, j in sorted(pairs))
    return sorted((e for e in edges if e.likeness > 0.05), key=lambda e: (-e.likeness, e.a, e.b))


def _grouped(count: int, edges: Iterable[_Edge]) -> list[list[int]]:
    """Average linkage over a sparse graph: join two groups while their mean likeness is enough."""
    group_of = list(range(count))
    members = {i: [i] for i in range(count)}
    sums: dict[tuple[int, int], float] = {}
    listed = list(edges)
    for edge in listed:
        sums[edge.a, edge.b] = edge.likeness
    for edge in listed:
        a, b = sorted((group_of[edge.a], group_of[edge.b]))
        if a == b:
            continue
        total = sum(sums.get((min(i, j), max(i, j)), 0.0) for i in members[a] for j in members[b])
        if total / (len(members[a]) * len(members[b])) >= ALIKE:
            for index in members.pop(b):
                group_of[index] = a
                members[a].append(index)
    return sorted(sorted(group) for group in members.values())


def _event(members: Sequence[Utterance]) -> Event:
    days = [day for u in members if (day := u.day)]
    return Event(
        name=name(members),
        statement_ids=tuple(u.statement.id for u in members),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
    )


def name(members: Sequence[Utterance]) -> str:
    """The rarest words that most of the members share, as they are written, capitalised."""
    weights: dict[str, float] = defaultdict(float)
    written: dict[str, str] = {}
    for utterance in members:
        for word in utterance.content:
            if word.text[0].isdigit() or len(word.lemma) < 3:
                continue
            weights[word.lemma] += tell(word.lemma)
            plain = re.sub(r"['’]s$", "", word.text)
            written.setdefault(word.lemma, plain if plain[0].isupper() else word.lemma)
    best = sorted(weights, key=lambda w: (-weights[w], w))[:3]
    words = ", ".join(written[w] for w in best)
    return words[:1].upper() + words[1:]

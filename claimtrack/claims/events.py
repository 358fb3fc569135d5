"""Events: which statements are about the same thing that happened.

Statements are compared by their words and the words around them, rare words counting most and
the names of states little, since the same states speak in every story. Those of one article
that stand together belong together more easily. Groups grow while their members are alike on
average (average linkage), in an order fixed by content, so that order of arrival is nothing.
"""

import datetime
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from claimtrack.claims.frames import matches
from claimtrack.claims.happening import happened, places
from claimtrack.claims.naming import name
from claimtrack.claims.regrouping import regrouped
from claimtrack.claims.telling import tell
from claimtrack.claims.utterance import PARAGRAPH, Utterance, term
from claimtrack.language.meaning import closeness
from claimtrack.language.rarity import rarity
from claimtrack.language.words import tokens
from claimtrack.models import Capture, Event, Judgement
from claimtrack.parties import is_city, is_listed

ALIKE = 0.22
"""Average likeness at which two runs of one article are about one thing."""

_NEAREST = 0.5
"""Share of pairs that decide inside an article, where a run drifts from its first sentence to its last."""

JOINED = 0.14
"""Average likeness at which passages of different articles are about one event."""

_CONTENT, _SENTENCE, _PARAGRAPH = 1.0, 0.6, 0.35
_SAID_ALIKE = 0.3
_SAME_PARAGRAPH, _NEXT_PARAGRAPH, _NEAR = 0.3, 0.25, 1
_FAR = 0.3
_FAR_APART = datetime.timedelta(days=45)
_LATER, _OF_ONE_CITY = 0.5, 0.75
_FOLLOWED = datetime.timedelta(days=120)
"""As long as a story is followed up without saying again when it happened."""
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_RAREST = 0.99
_ONE_WEEK = datetime.timedelta(days=7)
_FRESH, _OPEN, _ONE_FIELD = 1.3, 0.05, 0.4
"""How much likelier passages of one week are about one event if they begin alike in sense, and from what likeness."""
_HEADING, _LEAD = 8, 300
"""Words that no heading has more of; characters of a lead."""
_RAREST_IN_COMMON = 0.55
"""Two statements of different articles share at least one word as rare as this."""


class _Edge(NamedTuple):
    likeness: float
    a: int
    b: int


def events(found: Sequence[Utterance], decisions: Iterable[Judgement] = ()) -> tuple[Event, ...]:
    """Group utterances into events, in order of their first statement's date and place.

    First each article is cut into passages about one thing (a short dispatch is one passage),
    then passages of different articles are joined; then reviewers' decisions are applied, oldest first.
    """
    ordered = sorted(found, key=lambda u: (u.day or datetime.date.max, u.capture.id, u.statement.start, u.statement.id))
    by_capture: dict[str, list[Utterance]] = defaultdict(list)
    for utterance in ordered:
        by_capture[utterance.capture.id].append(utterance)
    passages = [passage for members in by_capture.values() for passage in _passages(members)]
    joined = _grouped(len(passages), _passage_edges(passages), JOINED, 1.0)
    place = {utterance.statement.id: at for at, utterance in enumerate(ordered)}
    groups = [[u.statement.id for i in group for u in passages[i]] for group in joined]
    decided = (sorted(group, key=place.__getitem__) for group in regrouped(groups, decisions))
    return tuple(_event([ordered[place[s]] for s in group]) for group in sorted(decided, key=lambda g: place[g[0]]))


def _passages(members: Sequence[Utterance]) -> list[list[Utterance]]:
    """The statements of one article, in runs about one thing."""
    if members[0].is_of_one_thing:
        return [list(members)]
    edges = [_Edge(likeness(a, b), i, j) for (i, a), (j, b) in combinations(enumerate(members), 2)]
    return [[members[i] for i in group] for group in _grouped(len(members), edges, ALIKE, _NEAREST)]


def _passage_edges(passages: Sequence[Sequence[Utterance]]) -> list[_Edge]:
    """Likeness of passages of different articles that share at least one rare word."""
    vectors = [_passage_vector(passage) for passage in passages]
    by_word: dict[str, list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for word in vector:
            if tell(word) >= _RAREST_IN_COMMON:
                by_word[word].append(index)
    pairs = {(i, j) for group in by_word.values() for i in group for j in group if i < j}
    different = ((i, j) for i, j in sorted(pairs) if passages[i][0].capture.id != passages[j][0].capture.id)
    edges = [
        _Edge(_cosine(vectors[i], vectors[j]) * _in_time(passages[i][0], passages[j][0]), i, j) for i, j in different
    ]
    return [
        edge._replace(likeness=edge.likeness * _FRESH)
        if _are_fresh(edge, passages[edge.a][0], passages[edge.b][0])
        else edge
        for edge in edges
    ]


def _are_fresh(edge: _Edge, a: Utterance, b: Utterance) -> bool:
    """Whether two passages of one week begin alike in sense, whatever their words, and words alone leave it open."""
    if not (a.day and b.day) or abs(a.day - b.day) > _ONE_WEEK or not _OPEN <= edge.likeness < JOINED * 2:
        return False
    return closeness(_gist(a), _gist(b)) >= _ONE_FIELD


@lru_cache(maxsize=2048)
def _gist(first: Utterance) -> str:
    """What a passage is about in a few words: headline and first paragraph, or the first statement's own."""
    capture = first.capture
    paragraphs = [m.group() for m in PARAGRAPH.finditer(capture.text)]
    if first.is_of_one_thing:
        body = (p for p in paragraphs if p != capture.headline and len(p.split()) > _HEADING)
        return f"{capture.headline}. {next(body, '')[:_LEAD]}"
    return capture.text[first.statement.start : first.statement.start + _LEAD]


def _passage_vector(passage: Sequence[Utterance]) -> dict[str, float]:
    """The words of a passage's paragraphs, and of the headline if the article is about nothing else."""
    first = passage[0]
    if first.is_of_one_thing:
        return _whole(first.capture)
    counts = Counter(word for u in passage for word in u.paragraph)
    return {word: tell(word) * (1 + math.log(count)) for word, count in counts.items()}


def _in_time(a: Utterance, b: Utterance) -> float:
    """How far the dates of two articles let them be about one event; a later one may name the earlier's time."""
    if not _far_apart(a, b):
        return 1.0
    earlier, later = sorted((a, b), key=lambda u: u.day or datetime.date.min)
    if not (earlier.day and later.day):
        return 1.0
    time = str(earlier.day.year) if earlier.day.year != later.day.year else f"{earlier.day:%B}"
    if re.search(rf"\b{time}\b", later.capture.text) or _rare_names(a) & _rare_names(b):
        return 1.0
    if later.day - earlier.day > _FOLLOWED:
        return _FAR
    return _OF_ONE_CITY if _cities(a) & _cities(b) else _LATER


@lru_cache(maxsize=2048)
def _rare_names(first: Utterance) -> frozenset[str]:
    """Names in what a passage is about that hardly another story has: "Nord Stream", but no party, state or city."""
    names = (m.group() for m in _NAME.finditer(_gist(first)))
    return frozenset(name for name in names if rarity(name.lower()) >= _RAREST and not is_listed(name))


@lru_cache(maxsize=2048)
def _cities(first: Utterance) -> frozenset[str]:
    """The cities, no capitals, in what a passage is about."""
    return frozenset(m.group() for m in _NAME.finditer(_gist(first)) if is_city(m.group()))


def _far_apart(a: Utterance, b: Utterance) -> bool:
    return bool(a.day and b.day and abs(a.day - b.day) > _FAR_APART)


def likeness(a: Utterance, b: Utterance) -> float:
    """How likely two utterances are about one event: 0 hardly, 0.5 probably, 1 and more surely.

    Uses their words and the words around them, and where they stand if it is one article.
    """
    words = _cosine(_vector(a), _vector(b))
    said = matches(a, b)
    words += _SAID_ALIKE * said[0].score if said else 0.0
    if a.capture.id != b.capture.id:
        return words * (_FAR if _far_apart(a, b) else 1.0)
    distance = abs(a.number - b.number)
    if distance == 0:
        return words + _SAME_PARAGRAPH
    names_it = any(tell(word) >= _RAREST_IN_COMMON for word in a.sentence & b.sentence)
    return words + (_NEXT_PARAGRAPH if distance <= _NEAR and names_it else 0.0)


def article_likeness(one: Capture, other: Capture) -> float:
    """How alike the words of two articles are, titles counting double: from `JOINED` on they may be one story."""
    return _cosine(_whole(one), _whole(other))


def _cosine(here: dict[str, float], there: dict[str, float]) -> float:
    shared = sum(weight * there.get(word, 0.0) for word, weight in here.items())
    return shared / (_norm(here) * _norm(there)) if shared else 0.0


def _norm(vector: dict[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in vector.values()))


@lru_cache(maxsize=16384)
def _vector(utterance: Utterance) -> dict[str, float]:
    """The words in and around an utterance, weighted by nearness and rarity."""
    weights: dict[str, float] = {}
    for words, weight in (
        (utterance.paragraph, _PARAGRAPH),
        (utterance.sentence, _SENTENCE),
        (utterance.terms, _CONTENT),
    ):
        for word in words:
            weights[word] = max(weights.get(word, 0.0), weight * tell(word))
    return weights


@lru_cache(maxsize=2048)
def _whole(capture: Capture) -> dict[str, float]:
    """The words of an article, those of its title doubled, weighted by rarity and number."""
    counts = Counter(term(word) for word in tokens(capture.text) if not word.is_stop)
    if capture.title:
        counts.update(term(word) for word in tokens(capture.title.of(capture.text)) if not word.is_stop)
    return {word: tell(word) * (1 + math.log(count)) for word, count in counts.items()}


def _grouped(count: int, edges: Iterable[_Edge], least: float, share: float) -> list[list[int]]:
    """Average linkage over a sparse graph: join two groups while their mean likeness is at least `least`.

    The mean is that of the `share` of pairs that are most alike.
    """
    group_of = list(range(count))
    members = {i: [i] for i in range(count)}
    ranked = sorted(edges, key=lambda e: (-e.likeness, e.a, e.b))
    weights = {(edge.a, edge.b): edge.likeness for edge in ranked}
    for edge in ranked:
        a, b = sorted((group_of[edge.a], group_of[edge.b]))
        if a == b:
            continue
        between = [weights.get((min(i, j), max(i, j)), 0.0) for i in members[a] for j in members[b]]
        best = sorted(between, reverse=True)[: math.ceil(share * len(between))]
        if sum(best) / len(best) >= least:
            for index in members.pop(b):
                group_of[index] = a
                members[a].append(index)
    return sorted(sorted(group) for group in members.values())


def _event(members: Sequence[Utterance]) -> Event:
    days = [day for u in members if (day := u.day)]
    when, where = happened(members), places(members)
    return Event(
        name=name(members, when.first if when else None, where),
        statement_ids=tuple(u.statement.id for u in members),
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        happened=when,
        places=where,
    )

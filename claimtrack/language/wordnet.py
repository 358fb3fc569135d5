"""How the meanings of two words relate, from WordNet 3.1 (Fellbaum 1998), single words only."""

from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple


class WordNet(NamedTuple):
    """The parts of the database that are used, by synset number."""

    words: dict[str, tuple[int, ...]]
    """Every word's synsets, commonest sense first as far as the source orders them."""
    above: dict[int, tuple[int, ...]]
    opposed: dict[int, tuple[int, ...]]
    verbs_of: dict[str, frozenset[str]]
    """Nouns and the verbs they are derived from: "denial", "deny"."""
    verbs: frozenset[str]
    """Every word that can be a verb."""
    nouns: frozenset[str]
    """Every word that can be a noun, of the kinds that news is about."""


@cache
def wordnet() -> WordNet:
    """The table that ships with the package, read on first use."""
    words: dict[str, list[int]] = defaultdict(list)
    above: dict[int, tuple[int, ...]] = {}
    opposed: dict[int, tuple[int, ...]] = {}
    verbs_of: dict[str, set[str]] = defaultdict(set)
    by_class: dict[str, set[str]] = defaultdict(set)
    lines = (files("claimtrack.language") / "data" / "wordnet.tsv").read_text("utf-8").splitlines()
    for line in lines[1:]:
        key, members, hypernyms, antonyms, derived = line.split("\t")
        number = int(key[:-1])
        for word in members.split("|"):
            words[word].append(number)
        by_class[key[-1]].update(members.split("|"))
        if hypernyms:
            above[number] = tuple(map(int, hypernyms.split("|")))
        if antonyms:
            opposed[number] = tuple(map(int, antonyms.split("|")))
        for pair in filter(None, derived.split("|")):
            noun, verb = pair.split(">")
            verbs_of[noun].add(verb)
    frozen = {word: tuple(numbers) for word, numbers in words.items()}
    derived_from = {noun: frozenset(origins) for noun, origins in verbs_of.items()}
    return WordNet(frozen, above, opposed, derived_from, frozenset(by_class["v"]), frozenset(by_class["n"]))


@lru_cache(maxsize=100_000)
def nearness(one: str, other: str) -> float:
    """How close two base forms are in meaning: 1 the same, .9 synonyms, .8 derived, .6 one above the other, 0."""
    if one == other:
        return 1.0
    net = wordnet()
    if one in net.verbs_of.get(other, ()) or other in net.verbs_of.get(one, ()):
        return 0.8
    here, there = set(net.words.get(one, ())), set(net.words.get(other, ()))
    if here & there:
        return 0.9
    up_here = {up for number in here for up in net.above.get(number, ())}
    up_there = {up for number in there for up in net.above.get(number, ())}
    return 0.6 if here & up_there or there & up_here else 0.0


@lru_cache(maxsize=100_000)
def are_opposed(one: str, other: str) -> bool:
    """Whether two words are antonyms in one of their senses; through words above them come too many that are none."""
    here, there = _senses(one), _senses(other)
    return any(
        opposite in others
        for numbers, others in ((here, there), (there, here))
        for number in numbers
        for opposite in wordnet().opposed.get(number, ())
    )


def _senses(word: str) -> frozenset[int]:
    """The synsets of a word and of the verbs it is derived from: "success" is what succeeds."""
    net = wordnet()
    return frozenset(number for form in (word, *net.verbs_of.get(word, ())) for number in net.words.get(form, ()))


def is_common(word: str) -> bool:
    """Whether a word, however written here, is an ordinary one: "Opposition", "Report"."""
    return word.lower() in wordnet().words

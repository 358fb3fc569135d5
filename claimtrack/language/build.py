"""Build data/wordnet.tsv from the WordNet database: ``python -m claimtrack.language.build DICT``.

DICT is the `dict` folder of WordNet 3.1 (Princeton University; licence in data/WORDNET-LICENSE).
Kept are single words of verbs, adjectives, and of nouns for things that news is about; one line
a synset: id, words, hypernyms, antonyms, and derived forms, each a list joined with `|`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

NOUN_FILES = frozenset({"04", "06", "10", "11", "14", "15", "17", "18", "19", "21", "22", "26", "27"})
"""Lexicographer files: act, artifact, communication, event, group, location, object, person, phenomenon,
possession, process, state, substance."""

DEED_FILES = frozenset({"04", "10", "11", "19", "22"})
"""Files whose nouns name what is done or happens, so that their verb says the same: "violation"."""


class Synset(NamedTuple):
    """One synset as the database has it."""

    key: str
    words: list[str]
    pointers: list[tuple[str, str, int, int]]
    """Symbol, target key, number of the word it goes from and to (0: whole synset)."""
    file: str


def main() -> None:
    """Write the table next to this file."""
    folder = Path(sys.argv[1])
    found = {s.key: s for pos in ("verb", "adj", "noun") for s in _synsets(folder / f"data.{pos}", pos[0])}
    kept = {key: s for key, s in found.items() if _single(s) and (key[0] != "n" or s.file in NOUN_FILES)}
    number = {key: str(i) for i, key in enumerate(kept)}
    senses = _senses(folder / "index.noun")
    lines = [_line(s, number, found, senses) for s in kept.values()]
    target = Path(__file__).with_name("data") / "wordnet.tsv"
    target.write_text("id\twords\thypernyms\tantonyms\tderived\n" + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} synsets, {target.stat().st_size // 1024} kB")


def _synsets(path: Path, pos: str) -> Iterator[Synset]:
    for line in path.read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        field = line.split(" | ")[0].split()
        count = int(field[3], 16)
        words = [field[4 + 2 * i].split("(")[0] for i in range(count)]
        at = 5 + 2 * count
        pointers = []
        for i in range(int(field[at - 1])):
            symbol, target, target_pos, where = field[at + 4 * i : at + 4 * i + 4]
            ends = [int(part, 16) for part in (where[:2], where[2:])]
            pointers.append((symbol, target_pos.replace("s", "a") + target, ends[0], ends[1]))
        yield Synset(pos + field[0], words, pointers, field[1])


def _single(synset: Synset) -> list[str]:
    """The words that are one plain word."""
    return [w for w in synset.words if w.isalpha() and w.islower() and len(w) > 1]


def _senses(path: Path) -> dict[str, list[str]]:
    """The keys of every noun's synsets, commonest first."""
    rows = (line.split() for line in path.read_text(encoding="latin-1").splitlines() if not line.startswith("  "))
    return {row[0]: ["n" + key for key in row[-int(row[2]) :]] for row in rows}


def _line(synset: Synset, number: dict[str, str], found: dict[str, Synset], senses: dict[str, list[str]]) -> str:
    hypernyms = [number[t] for t in _above(synset, number, found)]
    opposed = [number[t] for symbol, t, _, _ in synset.pointers if symbol == "!" and t in number]
    derived = {
        f"{synset.words[start - 1]}>{found[t].words[end - 1]}"
        for symbol, t, start, end in synset.pointers
        if symbol == "+"
        and t in found
        and start
        and end
        and t[0] == "v"
        and _is_deed(synset, synset.words[start - 1], found[t].words[end - 1], senses)
    }
    columns = (_single(synset), hypernyms, opposed, sorted(d for d in derived if d.replace(">", "").isalpha()))
    return "\t".join([number[synset.key] + synset.key[0], *("|".join(column) for column in columns)]) + "\n"


def _is_deed(synset: Synset, noun: str, verb: str, senses: dict[str, list[str]]) -> bool:
    """Whether a noun names a doing or happening in a common sense; in the commonest, if it is spelt like its verb."""
    common = senses.get(noun, [])[: 1 if noun == verb else 2]
    return synset.file in DEED_FILES and synset.key in common


def _above(synset: Synset, number: dict[str, str], found: dict[str, Synset]) -> Iterator[str]:
    """The nearest synsets above (or similar, for adjectives) that are kept."""
    for symbol, target, _, _ in synset.pointers:
        if symbol in {"@", "&"} and target in number:
            yield target
        elif symbol == "@" and target in found:
            yield from _above(found[target], number, found)


if __name__ == "__main__":
    main()

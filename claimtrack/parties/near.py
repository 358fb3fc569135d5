"""Names that are spelt nearly like one that nobody goes by: what a reviewer may have meant."""

from collections.abc import Iterable, Iterator, Mapping

from claimtrack.parties.gazetteer import gazetteer
from claimtrack.parties.names import fold

_ALIKE = 75
"""rapidfuzz ratio from which a name is worth suggesting."""
_MOST = 3
_SHORTEST = 5
"""Characters of a part of a name that stand for all of it: two shorter ones are alike by chance."""


def near_names(name: str, speaking: Iterable[str]) -> list[str]:
    """The nearest of the listed names and those who speak, as they are written; a surname finds who bears it."""
    from rapidfuzz import fuzz, process  # heavy, and only a name that is not known needs it

    listed = (n for named in gazetteer().names.values() for n in named if n.how != "adjective")
    written = {fold(n.written or n.party.name): n.written or n.party.name for n in listed}
    written |= {fold(each): each for each in speaking}
    wanted = fold(name)
    parts = dict(_parts(written, len(wanted.replace("-", " ").split()))) if len(wanted) >= _SHORTEST else {}
    found = process.extract(wanted, (parts | written).keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=2 * _MOST)
    return list(dict.fromkeys(written.get(match[0]) or parts[match[0]] for match in found))[:_MOST]


def _parts(written: Mapping[str, str], count: int) -> Iterator[tuple[str, str]]:
    """Every run of so many words of a longer name, with the name; of several names with it, the last: who speaks."""
    for folded, name in written.items():
        words = folded.replace("-", " ").split()
        for at in range(len(words) - count + 1 if len(words) > count else 0):
            part = " ".join(words[at : at + count])
            if len(part) >= _SHORTEST:
                yield part, name

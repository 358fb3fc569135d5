"""Whether relations that share a claim are about one matter: the same words of it met."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.models import Relation, Span

_ONE_MATTER = 0.5
"""Share of the longer words that are in both."""


class End(NamedTuple):
    """A claim in a relation, with its words that met and those of the other claim."""

    claim: str
    at: Span
    other: str
    there: Span
    relation: Relation


def ends(relations: Iterable[Relation]) -> Iterator[End]:
    """Both ends of every relation."""
    for relation in relations:
        a, b = relation.reasons[0].a, relation.reasons[0].b
        yield End(relation.a, a, relation.b, b, relation)
        yield End(relation.b, b, relation.a, a, relation)


def is_one_matter(here: Span, there: Span) -> bool:
    """Whether two runs of words of one claim are mostly the same."""
    shared = min(here.end, there.end) - max(here.start, there.start)
    return shared >= _ONE_MATTER * max(here.end - here.start, there.end - there.start, 1)

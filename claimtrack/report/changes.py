"""Accounts that one party changed: told from contradictions between parties.

A party changes its account if two statements of its, reported on different days, can't both be
so: because they meet themselves, or because one rejects and the other holds the same words of
somebody else. Or if an article tells so: "said at first that ..., said later that ...". The date is
that of the first report of the later account; who repeats the earlier one afterwards changes
nothing. An unnamed speaker is nobody in particular, and changes nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from claimtrack.language.times import AT_FIRST
from claimtrack.models import CONFLICTS, Capture, PartyKind, Relation, RelationKind
from claimtrack.report.lines import again, answer_at
from claimtrack.report.matters import End, ends, is_one_matter
from claimtrack.report.model import Answer, Change, Line

_LATER = re.compile(r"\b(?:later|now|then|subsequently|since|afterwards)\b", re.IGNORECASE)
_NOBODY = frozenset({PartyKind.UNNAMED, PartyKind.CROWD})
Lines = Mapping[str, Sequence[tuple[Line, PartyKind]]]
"""The lines of each claim, with the kind of party that speaks."""


class _Apart(NamedTuple):
    """Two claims that can't both be so."""

    one: End
    two: End


def changes(relations: Sequence[Relation], lines: Lines, captures: Mapping[str, Capture]) -> tuple[Change, ...]:
    """Every change of account, by date."""
    found: dict[tuple[str, str, str, str], Change] = {}
    for apart in (*_through_another(relations), *_direct(relations)):  # under another's question, if there is one
        for change in _changes(apart, lines, captures):
            key = (change.side, change.party, change.before.line.claim_id, change.after.line.claim_id)
            found.setdefault(key, change)
    for change in _told(lines):
        found.setdefault((change.side, change.party, change.before.line.claim_id, change.after.line.claim_id), change)
    return tuple(sorted(found.values(), key=lambda c: (c.after.line.date, c.side, c.party, c.after.line.statement_id)))


def _told(lines: Lines) -> Iterator[Change]:
    """Changes that an article tells with its cues: a first account, and the same speaker's next one as later."""
    said: dict[tuple[str, str, str, PartyKind], list[Line]] = defaultdict(list)
    for line, kind in (each for found in lines.values() for each in found):
        if kind not in _NOBODY and line.spans:
            said[line.capture_id, line.side, line.party, kind].append(line)
    for (*_, kind), found in said.items():
        for first, second in pairwise(sorted(found, key=lambda line: line.spans[0].start)):
            if AT_FIRST.search(first.cue) and _LATER.search(second.cue):
                yield Change(
                    side=first.side,
                    party=first.party,
                    question=f"Which account: “{first.quote}” or “{second.quote}”?",
                    types=(),
                    before=again(first),
                    after=again(second),
                    relation_ids=(),
                    is_person=kind == PartyKind.PERSON,
                )


def is_own_change(relation: Relation, lines: Lines, captures: Mapping[str, Capture]) -> bool:
    """Whether a conflict is nothing but one party's change of account."""
    speakers = {(line.side, line.party) for claim in (relation.a, relation.b) for line, _ in lines[claim]}
    if relation.kind not in CONFLICTS or len(speakers) > 1:
        return False
    return any(_changes(_Apart(*ends([relation])), lines, captures))


def _direct(relations: Iterable[Relation]) -> Iterator[_Apart]:
    for relation in relations:
        if relation.kind in CONFLICTS:
            yield _Apart(*ends([relation]))


def _through_another(relations: Iterable[Relation]) -> Iterator[_Apart]:
    """Claims of which one rejects and the other holds the same words of a third."""
    rejecting: dict[str, list[End]] = defaultdict(list)
    holding: dict[str, list[End]] = defaultdict(list)
    for relation in relations:
        kinds = {RelationKind.CONTRADICTS: rejecting, RelationKind.CORROBORATES: holding}
        for end in ends([relation]):
            if relation.kind in kinds:
                kinds[relation.kind][end.other].append(end)
    for third, found in rejecting.items():
        for one, two in product(found, holding[third]):
            if is_one_matter(one.there, two.there):
                yield _Apart(one, two)


def _changes(apart: _Apart, lines: Lines, captures: Mapping[str, Capture]) -> Iterator[Change]:
    one, two = (_first_by_party(end, lines, captures) for end in apart)
    for side, party in one.keys() & two.keys():
        (first, kind), (second, _) = one[side, party], two[side, party]
        before, after = sorted((first, second), key=lambda answer: answer.line.date)
        if before.line.date < after.line.date:
            yield Change(
                side=side,
                party=party,
                question=apart.one.relation.question,
                types=tuple(dict.fromkeys(reason.code for reason in apart.one.relation.reasons)),
                before=before,
                after=after,
                relation_ids=tuple(dict.fromkeys(end.relation.id for end in apart)),
                is_person=kind == PartyKind.PERSON,
            )


def _first_by_party(
    end: End, lines: Lines, captures: Mapping[str, Capture]
) -> dict[tuple[str, str], tuple[Answer, PartyKind]]:
    """The first dated statement of a claim by each named party, by side and party."""
    found: dict[tuple[str, str], tuple[Answer, PartyKind]] = {}
    for place, (line, kind) in enumerate(lines[end.claim]):
        if kind in _NOBODY or not line.is_dated:
            continue
        earlier = found.get((line.side, line.party))
        if not earlier or line.date < earlier[0].line.date:
            found[line.side, line.party] = again(line) if place else answer_at(line, end.at, captures), kind
    return found

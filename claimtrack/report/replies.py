"""Who else answers a question: who holds the same words as one of its answers, and who declines to answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimtrack.language.words import tokens
from claimtrack.models import Relation, RelationKind, Stance, Statement
from claimtrack.report.lines import Facts, answer_at
from claimtrack.report.matters import ends, is_one_matter
from claimtrack.report.model import Answer, Line, Meeting

_NEAR = 400
"""Characters between an answer and a refusal to comment on it."""
_ABOUT = 0.6
"""Share of a refusal's words that stand in the answers to what it refuses to say."""
_FEWEST = 2
_EMPTY = frozenset(
    "comment question request detail matter issue report inquiry query answer further information".split()
)
"""Words that do not tell what is not commented on."""


def beside(
    meeting: Meeting, relations: Iterable[Relation], lines: Mapping[str, Sequence[Line]], facts: Facts
) -> tuple[Answer, ...]:
    """Further answers to a disagreement; `lines` are those of the event, by claim."""
    agreeing = _agreeing(meeting, list(relations), lines, facts)
    spoken = {side for answer in (*meeting.answers, *agreeing) for side in answer.line.sides}
    return (*agreeing, *(a for a in _declining(meeting, lines, facts) if spoken.isdisjoint(a.line.sides)))


def _agreeing(
    meeting: Meeting, relations: Sequence[Relation], lines: Mapping[str, Sequence[Line]], facts: Facts
) -> tuple[Answer, ...]:
    """Claims of further sides that agree with an answer in the very words that are in dispute."""
    own = [end for end in ends(relations) if end.relation.id in meeting.relation_ids]
    disputed = {(end.claim, end.at) for end in own}
    claims = {end.claim for end in own}
    spoken = {side for answer in meeting.answers for side in answer.line.sides}
    found = {
        end.other: answer_at(lines[end.other][0], end.there, facts.captures)
        for end in ends(r for r in relations if r.kind == RelationKind.CORROBORATES)
        if end.other not in claims and spoken.isdisjoint(lines[end.other][0].sides)
        if any(end.claim == claim and is_one_matter(end.at, at) for claim, at in disputed)
    }
    return tuple(found.values())


def _declining(meeting: Meeting, lines: Mapping[str, Sequence[Line]], facts: Facts) -> Iterator[Answer]:
    """Refusals to say what the answers say, or to comment right after one of them."""
    said = [(answer, facts.statements[answer.line.statement_id]) for answer in meeting.answers]
    refusals = [line for found in lines.values() for line in found if line.stance == Stance.DECLINES]
    is_told = any(line.quote for line in refusals)  # else nothing is compared, and no dictionary needed
    words = {word for answer, _ in said for word in _words(answer.line.quote)} if is_told else set()
    for line in refusals:
        statement = facts.statements[line.statement_id]
        refused = _words(line.quote)
        is_about = len(refused & words) >= max(_FEWEST, _ABOUT * len(refused)) if refused else _follows(statement, said)
        if is_about:
            yield Answer(line=line, words="", at=line.whole)


def _words(quote: str) -> frozenset[str]:
    return frozenset(word.lemma for word in tokens(quote) if not word.is_stop) - _EMPTY


def _follows(refusal: Statement, said: Iterable[tuple[Answer, Statement]]) -> bool:
    """Whether another side's answer stands shortly before, in the same article."""
    return any(
        statement.capture_id == refusal.capture_id
        and set(statement.party.sides).isdisjoint(refusal.party.sides)
        and 0 <= refusal.start - statement.end <= _NEAR
        for _, statement in said
    )

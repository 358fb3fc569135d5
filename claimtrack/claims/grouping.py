"""Claims: statements of one event in which one side says one thing."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from claimtrack.claims.proposition import proposition
from claimtrack.claims.utterance import Utterance
from claimtrack.language.numbers import quantities
from claimtrack.models import Claim, Event

SAME_WORDS = 88
"""rapidfuzz token_sort_ratio from which two contents are one proposition reworded."""
_MOST_CHARACTERS = 2000


def claims(events: Iterable[Event], found: Sequence[Utterance]) -> tuple[Claim, ...]:
    """Group each event's utterances into claims; a statement is in exactly one."""
    by_id = {utterance.statement.id: utterance for utterance in found}
    made: list[Claim] = []
    for event in events:
        groups: list[list[Utterance]] = []
        for statement_id in event.statement_ids:
            utterance = by_id[statement_id]
            home = next((group for group in groups if _is_same(group[0], utterance)), None)
            if home is None:
                groups.append([utterance])
            else:
                home.append(utterance)
        made += [_claim(group, event) for group in groups]
    return tuple(made)


def _claim(group: Sequence[Utterance], event: Event) -> Claim:
    first = group[0]
    return Claim(
        statement_ids=tuple(utterance.statement.id for utterance in group),
        event_id=event.id,
        proposition=proposition(first.statement, first.capture.text),
    )


def _is_same(a: Utterance, b: Utterance) -> bool:
    """One side, one answer, nearly the same words and the very same figures.

    Doubtful cases stay apart: a verdict belongs to one claim.
    """
    if a.statement.party.sides != b.statement.party.sides or not a.statement.party.sides:
        return False
    if (a.statement.stance, a.statement.polarity) != (b.statement.stance, b.statement.polarity) or not a.text:
        return False
    one, other = a.text[:_MOST_CHARACTERS], b.text[:_MOST_CHARACTERS]
    if [q[:2] for q in quantities(one)] != [q[:2] for q in quantities(other)]:
        return False
    return fuzz.token_sort_ratio(one, other) >= SAME_WORDS

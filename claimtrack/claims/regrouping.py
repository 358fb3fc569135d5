"""Reviewers' decisions on which statements tell of one event, applied to what the program grouped.

Decisions name statements, which never change, so a rebuild from scratch keeps every one of them
whatever the program groups by then; articles that come later join the events as decided.
"""

from collections.abc import Iterable, Mapping, Sequence

from claimtrack.models import Axis, Judgement, Verdict

Groups = Sequence[Sequence[str]]
"""Ids of statements, those of one event together; each in one group."""


def regrouped(groups: Groups, decisions: Iterable[Judgement]) -> tuple[tuple[str, ...], ...]:
    """The groups after all live decisions, oldest first; one about statements that are gone does nothing.

    A merge makes one event of the two that hold its statements. A split takes the statements that
    were split off together out of the event that holds the one they were split from.
    """
    home = {statement: place for place, group in enumerate(groups) for statement in group}
    for verdict, targets, others in _operations(decisions):
        known = [target for target in targets if target in home]
        other = next((home[each] for each in others if each in home), None)
        if not known or other is None:
            continue
        if verdict == Verdict.EVENT_MERGED:
            old = home[known[0]]
            home = {statement: other if place == old else place for statement, place in home.items()}
        else:
            fresh = max(home.values()) + 1
            home |= {target: fresh for target in known if home[target] == other}
    return tuple(_groups(home))


def _operations(decisions: Iterable[Judgement]) -> list[tuple[Verdict, list[str], list[str]]]:
    """Each merge, and each split of statements that go together.

    That is the verdict, the statements it moves, and those of the event they come from or go to.
    """
    found: dict[str, tuple[Verdict, list[str], list[str]]] = {}
    for decision in decisions:
        if decision.axis == Axis.EVENTS:
            is_split = decision.verdict == Verdict.EVENT_SPLIT
            key = decision.group if decision.group and is_split else decision.id
            operation = found.setdefault(key, (decision.verdict, [], []))
            operation[1].append(decision.target)
            operation[2].append(decision.other)
    return list(found.values())


def _groups(home: Mapping[str, int]) -> Iterable[tuple[str, ...]]:
    """The groups, each where its first statement stood."""
    found: dict[int, list[str]] = {}
    for statement, place in home.items():
        found.setdefault(place, []).append(statement)
    return map(tuple, found.values())

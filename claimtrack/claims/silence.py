"""Who is named where an event is told, and says nothing on it."""

from collections.abc import Iterable, Mapping

from claimtrack.models import Capture, Statement
from claimtrack.parties.context import choose, context
from claimtrack.parties.names import fold


def silent(statements: Iterable[Statement], captures: Mapping[str, Capture]) -> tuple[str, ...]:
    """Sides named in the paragraphs of these statements that none of them is attributed to.

    A person or an outlet named in passing is no side that owes an answer; states and
    organisations are. Silence is neither denial nor agreement.
    """
    found = list(statements)
    spoken = {side for statement in found for side in statement.party.sides}
    named: set[str] = set()
    for statement in found:
        capture = captures[statement.capture_id]
        start = capture.text.rfind("\n", 0, statement.start) + 1
        end = capture.text.find("\n", statement.end)
        around = context(capture.text[start : end if end >= 0 else len(capture.text)])
        dateline = capture.dateline
        for sighting in around.found:
            if not sighting.named or (dateline and start + sighting.span.start < dateline.end):
                continue
            party = choose(sighting.named, around, sighting.span.start).party
            if party.kind.value not in {"person", "media", "company"}:
                named |= set(party.sides)
    return tuple(sorted(named - spoken, key=fold))

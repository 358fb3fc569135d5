"""The lines of a report: statements with all that leads back to their articles."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import PurePath
from typing import NamedTuple

from claimtrack.models import Capture, Claim, Happened, Judgement, Linked, Origin, Span, Spans, Statement, Verdict
from claimtrack.report.model import Answer, EventReport, Line
from claimtrack.report.remarks import Remark
from claimtrack.report.sources import UNDATED, Copied, Independent, Source, When


class Facts(NamedTuple):
    """Everything a report is made of."""

    captures: Mapping[str, Capture]
    statements: Mapping[str, Statement]
    linked: Linked
    said: Mapping[str, Judgement]
    """The standing decision on "did they say it?", by statement."""
    so: Mapping[str, Judgement]
    """The standing decision on "is it so?", by claim."""
    related: Mapping[frozenset[str], Judgement]
    """The standing decision on how two claims relate, by the claims."""
    remarks: Mapping[str, tuple[Remark, ...]]
    """Who decided what, and why, by statement."""


def by_claim(event: EventReport) -> dict[str, list[Line]]:
    """Every line of an event, by the claim it expresses."""
    found: dict[str, list[Line]] = defaultdict(list)
    for _, lines in event.accounts:
        for each in lines:
            found[each.claim_id].append(each)
    return found


def line(claim: Claim, statement_id: str, facts: Facts) -> Line:
    """One statement of a claim, with all that leads back to its article."""
    statement = facts.statements[statement_id]
    capture = facts.captures[statement.capture_id]
    so, said = facts.so.get(claim.id), facts.said.get(statement_id)
    return Line(
        claim_id=claim.id,
        statement_id=statement_id,
        capture_id=capture.id,
        side=statement.party.side,
        party=statement.party.name,
        voice=words(capture, statement.source),
        cue=words(capture, statement.cue),
        stance=statement.stance,
        kind=statement.kind,
        quote=words(capture, statement.content),
        proposition=claim.proposition,
        outlet=capture.outlet,
        date=_day(capture),
        headline=_headline(capture),
        url=capture.url,
        spans=statement.content,
        whole=Span(start=statement.start, end=statement.end),
        digest=capture.digest,
        said=said.verdict if said else Verdict.UNREVIEWED,
        so=so.verdict if so else Verdict.UNREVIEWED,
        evidence=so.evidence if so else "",
        remarks=facts.remarks.get(statement_id, ()),
    )


def when(happened: Happened, captures: Mapping[str, Capture]) -> When:
    """The day or month of an event with the words that tell it."""
    capture = captures[happened.capture_id]
    is_day = happened.first == happened.last
    return When(
        days=happened.first.isoformat() if is_day else f"{happened.first:%Y-%m}",
        words=words(capture, (happened.at,)) if happened.at else "",
        at=happened.at,
        capture_id=capture.id,
        outlet=capture.outlet,
        date=_day(capture),
        headline=_headline(capture),
    )


def independent(origin: Origin, captures: Mapping[str, Capture]) -> Independent:
    """An origin with its articles' names."""
    of = {capture_id: _source(captures[capture_id]) for capture_id in origin.capture_ids}
    copies = (Copied(source=of[c.capture_id], of=of[c.of], why=c.why, words=c.words) for c in origin.copies)
    return Independent(first=of[origin.capture_id], copies=tuple(copies))


def _source(capture: Capture) -> Source:
    return Source(
        capture_id=capture.id,
        outlet=capture.outlet,
        date=_day(capture),
        headline=_headline(capture),
    )


def _day(capture: Capture) -> str:
    return capture.date.isoformat() if capture.date else UNDATED


def _headline(capture: Capture) -> str:
    """The title's words, or the name of the file without its folders."""
    words = capture.headline if capture.title else PurePath(capture.name).name or capture.name
    return " ".join(words.split())


def answer_at(found: Line, at: Span, captures: Mapping[str, Capture]) -> Answer:
    """A line as the answer that it gives with some of its words."""
    return Answer(line=found, words=" ".join(at.of(captures[found.capture_id].text).split()), at=at)


def again(found: Line) -> Answer:
    """A line that says the same as another; which of its words met was worked out for the other only."""
    return Answer(line=found, words="", at=Span(start=found.spans[0].start, end=found.spans[-1].end))


def words(capture: Capture, spans: Spans) -> str:
    """The words of some spans, pieces joined with an ellipsis."""
    return " … ".join(" ".join(span.of(capture.text).split()) for span in spans)

"""What follows from facts and decisions: pure, whatever the order in which they came."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from claimtrack import parties, report, review
from claimtrack.models import Axis, Capture, Event, Judgement, Linked, Statement

_DERIVED_FROM = {Axis.PARTY, Axis.STANCE, Axis.CONTENT, Axis.PARTIES, Axis.EVENTS, *review.ABOUT_ARTICLES}


class Desk(NamedTuple):
    """Everything a reviewer looks at, read at one moment."""

    captures: Mapping[str, Capture]
    statements: Mapping[str, Statement]
    linked: Linked
    judgements: tuple[Judgement, ...]


def linked_from(
    captures: Iterable[Capture], statements: Iterable[Statement], judgements: Sequence[Judgement] = ()
) -> Linked:
    """Events, claims and relations of some statements, after the decisions that they rest on.

    Pure; the order in which captures and statements arrive changes nothing.
    """
    from claimtrack import claims, conflicts  # heavy, and who only looks at what is linked has no use for them

    as_read = tuple(captures)
    captures = counted(as_read, judgements)
    by_capture: dict[str, list[Statement]] = {}
    read = as_decided(as_read, statements, judgements)
    for statement in read:
        by_capture.setdefault(statement.capture_id, []).append(statement)
    found = [u for capture in captures for u in claims.utterances(capture, by_capture.get(capture.id, ()))]
    events = claims.events(found, review.live(judgements))
    grouped = claims.claims(events, found)
    around = _Around({c.id: c for c in captures}, {s.id: s for s in read}, naming(judgements))
    derived = Linked(
        events=tuple(_with_reports(event, around) for event in events),
        claims=grouped,
        relations=conflicts.relations(grouped, found),
    )
    return review.with_relations(derived, read, judgements)


class _Around(NamedTuple):
    """What tells who else is named where an event is told, and who copied whom."""

    captures: Mapping[str, Capture]
    statements: Mapping[str, Statement]
    naming: parties.Naming


def _with_reports(event: Event, around: _Around) -> Event:
    """The event with its independent reports, and the sides that its articles name and that say nothing.

    Sides are named in articles as they are; here they are what reviewers made of them.
    """
    from claimtrack import claims  # as above

    said = [around.statements[s] for s in event.statement_ids]
    named = around.naming.sides(claims.silent(said, around.captures))
    spoken = {side for statement in said for side in statement.party.sides}
    told = [around.captures[i] for i in dict.fromkeys(s.capture_id for s in said)]
    return event.model_copy(
        update={
            "silent": tuple(side for side in named if side not in spoken),
            "origins": claims.origins(told, said),
        }
    )


def counted(captures: Iterable[Capture], judgements: Sequence[Judgement]) -> tuple[Capture, ...]:
    """The articles that count, as reviewers described them: without those that they withdrew."""
    away = review.withdrawn(judgements)
    return tuple(c for c in review.as_described(captures, judgements) if c.id not in away)


def as_decided(
    captures: Iterable[Capture], statements: Iterable[Statement], judgements: Sequence[Judgement]
) -> tuple[Statement, ...]:
    """Statements as reviewers decided: with the names they added, what they put right, and parties merged and split.

    Pure; facts stay as they are, and articles come as they were read. Names, and the day that tells who held an
    office, need all statements of a capture, since one speaker is the next one's "he".
    """
    decided = naming(judgements)
    as_read = {capture.id: capture for capture in captures}
    articles = {capture.id: capture for capture in counted(as_read.values(), judgements)}
    read: list[Statement] = []
    for capture_id, members in groupby(statements, key=lambda s: s.capture_id):
        if article := articles.get(capture_id):
            said, names = tuple(members), decided.names_in(article.text)
            is_new = bool(names) or article.date != as_read[capture_id].date
            read += _named_anew(article, said, names) if is_new else said
    put_right = review.corrected(read, judgements)
    if decided.is_empty:
        return tuple(put_right)
    return tuple(s.model_copy(update={"party": decided.applied(s.party, s.capture_id)}) for s in put_right)


def _named_anew(capture: Capture, said: tuple[Statement, ...], names: parties.Names) -> tuple[Statement, ...]:
    from claimtrack import attribution  # heavy, and rarely is a name added or a date put right

    return tuple(attribution.named_anew(capture, said, names))


def naming(judgements: Sequence[Judgement]) -> parties.Naming:
    """What stands of the decisions about parties."""
    placed = sorted(review.standing(judgements).values(), key=lambda placed: placed.place)
    return parties.naming(p.judgement for p in placed if p.judgement.axis == Axis.PARTIES)


def seen(
    captures: Sequence[Capture],
    statements: Iterable[Statement],
    linked: Linked,
    judgements: tuple[Judgement, ...],
    parties_decided: tuple[Judgement, ...] = (),
) -> Desk:
    """What was read at one moment, with its statements as reviewers decided."""
    decisions = (*parties_decided, *judgements)
    read = as_decided(captures, statements, decisions)
    return Desk({c.id: c for c in counted(captures, decisions)}, {s.id: s for s in read}, linked, judgements)


def reported(at_desk: Desk) -> report.Report:
    """The contradiction report."""
    stands = review.standing(at_desk.judgements)
    said = {s.id: j for s in at_desk.statements.values() if (j := review.said(stands, s))}
    so = {claim.id: j for claim in at_desk.linked.claims if (j := review.so(stands, claim.statement_ids))}
    claim_of = {s: claim.id for claim in at_desk.linked.claims for s in claim.statement_ids}
    related = review.related(at_desk.judgements, claim_of)
    remarks = review.remarks(at_desk.judgements, at_desk.linked.claims)
    return report.build(report.Facts(at_desk.captures, at_desk.statements, at_desk.linked, said, so, related, remarks))


def lines(at_desk: Desk) -> dict[str, report.Line]:
    """Every statement as a line of the report, by its id."""
    return reported(at_desk).lines


def changes_links(judgement: Judgement) -> bool:
    """Whether something derived rests on a decision: a verdict, or a confirmed relation, changes only itself."""
    return judgement.axis in _DERIVED_FROM or (judgement.axis == Axis.RELATION and bool(judgement.value))

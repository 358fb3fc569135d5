"""The records that everything is said in: frozen, validated, named after their content.

A `Statement` is one attribution in one `Capture`; `Claim`, `Event` and `Relation` are derived
from statements and can be rebuilt at any time; a `Judgement` is a reviewer's decision. Facts
and judgements are only ever added. docs/architecture.md explains the words.
"""

from claimtrack.models.base import Problem, Record, Severity, Span, Spans, content_id
from claimtrack.models.derived import (
    CONFLICTS,
    Claim,
    Copy,
    CopyReason,
    Event,
    Happened,
    Linked,
    Origin,
    Reason,
    ReasonCode,
    Relation,
    RelationKind,
    RelationStatus,
)
from claimtrack.models.facts import (
    UNNAMED,
    Capture,
    Hedge,
    Kind,
    Parsed,
    Party,
    PartyKind,
    Polarity,
    QuoteType,
    Stance,
    Statement,
)
from claimtrack.models.judgement import Axis, Judgement, Verdict, about

__all__ = [
    "CONFLICTS",
    "UNNAMED",
    "Axis",
    "Capture",
    "Claim",
    "Copy",
    "CopyReason",
    "Event",
    "Happened",
    "Hedge",
    "Judgement",
    "Kind",
    "Linked",
    "Origin",
    "Parsed",
    "Party",
    "PartyKind",
    "Polarity",
    "Problem",
    "QuoteType",
    "Reason",
    "ReasonCode",
    "Record",
    "Relation",
    "RelationKind",
    "RelationStatus",
    "Severity",
    "Span",
    "Spans",
    "Stance",
    "Statement",
    "Verdict",
    "about",
    "content_id",
]

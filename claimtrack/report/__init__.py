"""Contradiction reports that a reader can replicate."""

from claimtrack.report.build import Facts, build, words
from claimtrack.report.markdown import markdown
from claimtrack.report.model import Account, Answer, EventReport, Line, Meeting, Report, does, short_id

__all__ = [
    "Account",
    "Answer",
    "EventReport",
    "Facts",
    "Line",
    "Meeting",
    "Report",
    "build",
    "does",
    "markdown",
    "short_id",
    "words",
]

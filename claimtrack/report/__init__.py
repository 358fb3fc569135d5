"""Contradiction reports that a reader can replicate."""

from claimtrack.report.build import build
from claimtrack.report.grid import Cell, Grid, Row, grid
from claimtrack.report.lines import Facts
from claimtrack.report.markdown import markdown
from claimtrack.report.model import Account, Answer, Change, EventReport, Line, Meeting, Report
from claimtrack.report.positions import Position, Timeline, Voice, timeline

__all__ = [
    "Account",
    "Answer",
    "Cell",
    "Change",
    "EventReport",
    "Facts",
    "Grid",
    "Line",
    "Meeting",
    "Position",
    "Report",
    "Row",
    "Timeline",
    "Voice",
    "build",
    "grid",
    "markdown",
    "timeline",
]

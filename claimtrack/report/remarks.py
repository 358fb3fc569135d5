"""What reviewers said about a statement: who decided what and when, for which reason, and who decided otherwise."""

from claimtrack.models import Axis, Record, Verdict


class Remark(Record):
    """A verdict, or a note, under a line of the report."""

    about: Axis
    """`said`, `so` or `note`."""
    verdict: Verdict
    reviewer: str
    date: str
    """The day on which it was made."""
    why: str = ""
    evidence: str = ""
    stands: bool = True
    """Whether it is the verdict that stands; another reviewer's differs from it."""

    @property
    def told(self) -> str:
        """For example "so disputed: ana, 2026-02-06 · the film shows the jet · evidence: a link"."""
        evidence = f"evidence: {self.evidence}" if self.evidence else ""
        words = " · ".join(filter(None, (f"{self.reviewer}, {self.date}", self.why, evidence)))
        return f"{self._what}: {words}"

    @property
    def _what(self) -> str:
        if self.about == Axis.NOTE:
            return "note"
        decided = f"{self.about.value} {self.verdict.value.replace('_', ' ')}"
        return decided if self.stands else f"otherwise {decided}"

"""A reviewer's decisions: who, when, what, why. They are only ever added."""

from enum import StrEnum
from functools import cached_property

from pydantic import AwareDatetime

from claimtrack.models.base import Record, content_id


class Axis(StrEnum):
    """The questions a reviewer answers, never two at once."""

    SAID = "said"
    """Did they say it? Of a statement."""
    SO = "so"
    """Is it so? Of a claim."""
    NOTE = "note"
    """A remark; it decides nothing."""
    FLAG = "flag"
    """Should a colleague look at it? Of a claim."""
    RELATION = "relation"
    """How do two claims stand to each other?"""
    PARTY = "party"
    """Who speaks? Corrects a statement."""
    STANCE = "stance"
    """How does the party stand to the content? Corrects a statement."""
    CONTENT = "content"
    """Which characters are the content? Corrects a statement."""
    PARTIES = "parties"
    """Which names and parties are one? Of parties."""
    EVENTS = "events"
    """Which statements tell of one event? Of events."""
    OUTLET = "outlet"
    """Who published it? Describes an article."""
    DATE = "date"
    """When was it published? Describes an article."""
    URL = "url"
    """Where was it published? Describes an article."""
    ARTICLE = "article"
    """Does it count at all? Of an article."""


class Verdict(StrEnum):
    """Answers of a reviewer; each but `unreviewed` and `corrected` belongs to one axis."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    MISATTRIBUTED = "misattributed"
    MISQUOTED = "misquoted"
    IN_REVIEW = "in_review"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    FALSE = "false"
    INCONCLUSIVE = "inconclusive"
    RETRACTED = "retracted"
    NOTED = "noted"
    FLAGGED = "flagged"
    UNFLAGGED = "unflagged"
    RELATED = "related"
    UNRELATED = "unrelated"
    CORRECTED = "corrected"
    PARTY_ADDED = "party_added"
    PARTY_ALIAS = "party_alias"
    PARTY_MERGED = "party_merged"
    PARTY_SPLIT = "party_split"
    EVENT_MERGED = "event_merged"
    EVENT_SPLIT = "event_split"
    WITHDRAWN = "withdrawn"
    RESTORED = "restored"


class Judgement(Record):
    """A reviewer's decision about one thing; a later one about the same thing and axis goes before it."""

    target: str
    """Id of a statement; a verdict on a claim or an event names its first statement, which a rebuild
    keeps in it. On the axis of parties, a party's name; on those of articles, the id of a capture."""
    axis: Axis
    verdict: Verdict
    reviewer: str
    at: AwareDatetime
    why: str = ""
    evidence: str = ""
    undoes: str = ""
    """Id of the judgement that this one takes back, if it does only that."""
    other: str = ""
    """The second of two things that a decision is about: claims related, events merged, parties merged."""
    value: str = ""
    """What a correction puts in the place of what was read, or the kind of a relation."""
    group: str = ""
    """Decisions made by one key stroke have one group, and are undone by one."""

    @cached_property
    def id(self) -> str:
        """One decision of one person at one moment."""
        parts = [self.target, self.axis, self.verdict, self.reviewer, self.at.isoformat(), self.undoes]
        return content_id("judgement", *parts, *filter(None, (self.other, self.value)))

    @property
    def about(self) -> tuple[str, Axis]:
        """What the decision is about: a later one about the same goes before it."""
        return about(self.axis, self.target, self.other)


def about(axis: Axis, target: str, other: str = "") -> tuple[str, Axis]:
    """The key of what a decision is about; of two things, whichever is named first."""
    return " ".join(sorted(filter(None, (target, other)))), axis

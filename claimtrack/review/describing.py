"""What reviewers say about an article where it says nothing or errs: applied when it is read, like corrections."""

import datetime
from collections.abc import Iterable, Sequence

from claimtrack.errors import UsageError
from claimtrack.models import Axis, Capture, Judgement, Verdict
from claimtrack.review.standing import Standing, standing

DESCRIBED = {Axis.OUTLET: "outlet", Axis.DATE: "date", Axis.URL: "url"}
"""What can be said about an article, and the field of the capture that holds it."""
ABOUT_ARTICLES = frozenset({*DESCRIBED, Axis.ARTICLE})
UNKNOWN = "unknown"
"""The word that takes an outlet, a date or an address away."""


def describing(
    capture: Capture, axis: Axis, value: str, reviewer: str, at: datetime.datetime, why: str = ""
) -> Judgement:
    """A judgement on the outlet, date or address of an article; raises `UsageError` if the value can't be read."""
    words = " ".join(value.split())
    if not words:
        raise UsageError(
            f"the {axis.value} is empty", f"Write “{UNKNOWN}” if it is not known, or leave the option out."
        )
    written = "" if words.casefold() == UNKNOWN else words
    if axis == Axis.DATE:
        day(written)
    return Judgement(
        target=capture.id,
        axis=axis,
        verdict=Verdict.CORRECTED,
        reviewer=reviewer,
        at=at,
        why=why.strip(),
        value=written,
    )


def day(written: str) -> datetime.date | None:
    """The day that a date is; None for an empty one."""
    try:
        return datetime.date.fromisoformat(written) if written else None
    except ValueError:
        raise UsageError(f"{written} is not a date", "Write it as YYYY-MM-DD, for example 2026-02-06.") from None


def as_described(captures: Iterable[Capture], judgements: Sequence[Judgement]) -> tuple[Capture, ...]:
    """Articles with what reviewers say about them; doing it twice changes nothing more."""
    about = [j for j in judgements if j.axis in DESCRIBED]
    if not about:
        return tuple(captures)
    stands = standing(about)
    return tuple(_described(capture, stands) for capture in captures)


def _described(capture: Capture, stands: Standing) -> Capture:
    said = {axis: stands[capture.id, axis].judgement.value for axis in DESCRIBED if (capture.id, axis) in stands}
    update = {DESCRIBED[axis]: day(value) if axis == Axis.DATE else value or None for axis, value in said.items()}
    return capture.model_copy(update=update) if update else capture


def withdrawn(judgements: Sequence[Judgement]) -> frozenset[str]:
    """The ids of the articles that do not count."""
    stands = standing([j for j in judgements if j.axis == Axis.ARTICLE])
    return frozenset(i for (i, _), placed in stands.items() if placed.judgement.verdict == Verdict.WITHDRAWN)

"""Missing the question: an answer to what another said of one that denies something else.

"A jet struck the drone" is not denied by "no weapons were used". A denial that meets no account at all,
right behind one that names its speaker's side, looks like an answer to it and is none.
"""

from collections.abc import Iterable

from claimtrack.claims.utterance import Utterance, sides_named
from claimtrack.conflicts.finding import Finding, finding, holds, same_side
from claimtrack.models import Kind, ReasonCode, RelationKind, Stance

_NEAR = 500
"""Characters between an account and an answer to it."""


def missed(denial: Utterance, others: Iterable[Utterance]) -> tuple[Utterance, Finding] | None:
    """The nearest account before a denial, of its speaker, that it looks like an answer to.

    To be asked only of a denial that no signal has met.
    """
    if denial.statement.stance != Stance.DENIES or denial.statement.kind == Kind.INTENTION:
        return None
    before = [other for other in others if _is_about(other, denial)]
    if not before:
        return None
    account = max(before, key=lambda other: (other.statement.end, other.statement.id))
    return account, finding(RelationKind.DOES_NOT_ADDRESS, ReasonCode.DENIAL, account.whole, denial.whole, 0.3)


def _is_about(account: Utterance, denial: Utterance) -> bool:
    """Whether it stands shortly before in the same article, and says something of the denier's side."""
    if account.capture.id != denial.capture.id or not 0 <= denial.statement.start - account.statement.end <= _NEAR:
        return False
    is_claim = holds(account) and account.statement.kind == Kind.CLAIM and bool(account.statement.party.sides)
    is_other = is_claim and not same_side(account, denial)
    return is_other and bool(set(denial.statement.party.sides) & sides_named(account))

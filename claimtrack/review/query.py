"""The filter language of the review desk and the command line, read into a value.

    party:russia status:open type:denial outlet:"example wire" after:2023-03-01 -has:evidence
    "exact words" free text

Everything must hold; `or` stands between alternatives; `-` or `!` turns a term round. Words are
found by their beginnings, whatever their case, so that a filter narrows while it is typed.
"""

import datetime
import re
from enum import StrEnum

from claimtrack.errors import UsageError
from claimtrack.models import Axis, Kind, ReasonCode, Record, RelationKind, Stance, Verdict
from claimtrack.review.verdicts import AXES


class Field(StrEnum):
    """What a term looks at."""

    TEXT = "text"
    PARTY = "party"
    SIDE = "side"
    OUTLET = "outlet"
    EVENT = "event"
    TYPE = "type"
    STANCE = "stance"
    STATUS = "status"
    SAID = "said"
    HAS = "has"
    BY = "by"
    AFTER = "after"
    BEFORE = "before"


class Mark(StrEnum):
    """What an entry can have beside its verdicts; `has:` names them."""

    EVIDENCE = "evidence"
    NOTE = "note"
    FLAG = "flag"
    DISSENT = "dissent"
    """Reviewers decided differently."""
    CONFIRMED = "confirmed"
    """A person confirmed the relation."""
    REJECTED = "rejected"
    """A person rejected the relation."""


OPEN = "open"
"""How a filter names `unreviewed`."""
_VALUES: dict[Field, tuple[str, ...]] = {
    Field.STATUS: (OPEN, *(v.value for v, axis in AXES.items() if axis == Axis.SO)),
    Field.SAID: (OPEN, *(v.value for v, axis in AXES.items() if axis == Axis.SAID)),
    Field.HAS: tuple(Mark),
    Field.TYPE: (*ReasonCode, *RelationKind, *Kind),
    Field.STANCE: (*Stance, Kind.INTENTION, Kind.OPINION),
}
"""The fields that know all their values."""
_BEGUN = frozenset({Field.TYPE, Field.STANCE})
"""Those of them that are words of an entry, found by their beginnings."""
LANGUAGE = (
    "Words find what holds all of them, by their beginnings; words in quotation marks stand as they are.",
    "party: side: outlet: event: look at one thing, for example party:russia.",
    f"type: one of {', '.join(_VALUES[Field.TYPE])}; stance: one of {', '.join(_VALUES[Field.STANCE])}.",
    f"status: is it so, one of {', '.join(_VALUES[Field.STATUS])}.",
    f"said: did they say it, one of {', '.join(_VALUES[Field.SAID])}.",
    f"has: one of {', '.join(_VALUES[Field.HAS])}.",
    "by: decided on by this reviewer. after: before: days, as after:2023-03-01 or before:2023.",
    "A minus before a term turns it round; “or” stands between alternatives.",
)
"""The filter language in a few sentences."""
_TERM = re.compile(r'([-!]?)(?:([^\W\d]\w*):(?!//))?(?:"([^"]*)"?|(\S*))')
"""Sign, field, words; "2:50" and "https://" name no field."""
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


class Term(Record):
    """One condition."""

    field: Field
    value: str
    negated: bool = False
    exact: bool = False
    """Written in quotation marks: these words, whole and in this order."""

    @property
    def verdict(self) -> Verdict:
        """The verdict that `status:` or `said:` names."""
        return Verdict.UNREVIEWED if self.value == OPEN else Verdict(self.value)


class Query(Record):
    """What a list is filtered by: one of the alternatives must hold, in each of them every term."""

    typed: str = ""
    alternatives: tuple[tuple[Term, ...], ...] = ()
    """Empty if everything is wanted."""


def query(typed: str) -> Query:
    """Read a filter; raises `UsageError` naming what is valid for an unknown field or value."""
    typed = typed.encode("utf-8", "replace").decode().replace("\0", " ").strip()
    alternatives: list[list[Term]] = [[]]
    for match in _TERM.finditer(typed):
        if match.group().lower() == "or":
            alternatives.append([])
        elif term := _term(*match.groups()):
            alternatives[-1].append(term)
    return Query(typed=typed, alternatives=tuple(tuple(terms) for terms in alternatives if terms))


def still_open(wanted: Query) -> Query:
    """What a filter wants that has no decision yet."""
    terms = (
        Term(field=Field.STATUS, value=OPEN),
        Term(field=Field.HAS, value=Mark.REJECTED, negated=True),
    )
    alternatives = wanted.alternatives or ((),)
    return wanted.model_copy(update={"alternatives": tuple((*each, *terms) for each in alternatives)})


def _term(sign: str, name: str | None, quoted: str | None, bare: str | None) -> Term | None:
    """One condition; None while nothing is typed after the colon."""
    value = quoted if quoted is not None else bare or ""
    field = _field(name) if name else Field.TEXT
    if not any(map(str.isalnum, value)):
        return None
    return Term(field=field, value=_value(field, value), negated=bool(sign), exact=quoted is not None)


def _field(name: str) -> Field:
    names = [field.value for field in Field if field != Field.TEXT]
    if name.lower() in names:
        return Field(name.lower())
    raise UsageError(f"“{name}:” is no field{_near(name, names)}", f"Fields: {', '.join(names)}.")


def _value(field: Field, value: str) -> str:
    if field in {Field.AFTER, Field.BEFORE}:
        if not _is_day(value):
            raise UsageError(f"“{value}” is no day", f"Write {field}:2023-03-14, {field}:2023-03 or {field}:2023.")
        return value
    known = _VALUES.get(field)
    wanted = value.lower().replace("-", "_")
    if known is None:
        return value
    if wanted == Verdict.UNREVIEWED.value and OPEN in known:
        return OPEN
    if wanted not in known and not (field in _BEGUN and any(each.startswith(wanted) for each in known)):
        raise UsageError(f"{field}: knows no “{value}”{_near(wanted, known)}", f"One of: {', '.join(known)}.")
    return wanted


def _is_day(value: str) -> bool:
    """Whether a value is a day, a month or a year that there is."""
    try:
        return bool(_DAY.fullmatch(value) and datetime.date.fromisoformat((value + "-01-01")[:10]))
    except ValueError:
        return False


def _near(word: str, words: "tuple[str, ...] | list[str]") -> str:
    """A guess at what was meant."""
    from rapidfuzz import process  # only for a mistake

    found = process.extractOne(word.lower(), words, score_cutoff=70)
    return f"; did you mean {found[0]}?" if found else ""

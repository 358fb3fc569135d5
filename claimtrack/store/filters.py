"""A filter of the desk as SQL: full text where words are asked for, bits where decisions are, days as text."""

from collections.abc import Sequence
from enum import StrEnum

from claimtrack.review.query import OPEN, Field, Mark, Term

_TEXTS = (Field.TEXT, Field.PARTY, Field.SIDE, Field.OUTLET, Field.EVENT, Field.TYPE, Field.STANCE)
_SHORTEST_PREFIX = 2
EVERY = "\ue000"
"""A word that every entry has and no one types: what only excludes is taken from it, in one pass of the index."""
_ASKS = {
    Field.STATUS: "(ifnull(s.so, 1) & {value} <> 0)",
    Field.SAID: "(ifnull(s.said, 1) & {value} <> 0)",
    Field.HAS: "(ifnull(s.marks, 0) & {value} <> 0)",
    Field.BY: "({number} IN (SELECT entry FROM state WHERE reviewer = {value} AND :viewer IN ('', reviewer)))",
    Field.AFTER: "(e.last_day >= {value})",
    Field.BEFORE: "(e.first_day <> '' AND e.first_day < {value})",
}
"""An entry without a state has the first verdict, `unreviewed`, and no marks."""


def selects(alternatives: Sequence[Sequence[Term]], values: dict[str, object]) -> list[str]:
    """A filter as SELECTs of entries' numbers, whose union it is; their values join those already bound.

    Alternatives that differ only in the words they ask for are one full-text query, which gives its first rows at once.
    """
    words: dict[tuple[Term, ...], list[str]] = {}
    for terms in alternatives:
        words.setdefault(tuple(term for term in terms if term.field not in _TEXTS), []).append(_words(terms))
    return [
        _select(asked, " OR ".join(each) if all(each) else "", f"q{at}_", values)
        for at, (asked, each) in enumerate(words.items())
    ]


def _select(asked: Sequence[Term], words: str, prefix: str, values: dict[str, object]) -> str:
    """One query. What narrows most is read first: the words, else the few entries that were decided about."""
    decided = any(_needs_state(term) for term in asked)
    number = "t.rowid" if words else "s.entry" if decided else "e.seq"
    sources = ["entry_text t"] if words else []
    if decided:
        sources.append("state s")
    if not sources or any(term.field in {Field.AFTER, Field.BEFORE} for term in asked):
        sources.append("entry e INDEXED BY ix_entry_days")
    conditions = [f"{number} BETWEEN :first AND :last"]
    if words:
        values[f"{prefix}match"] = words
        conditions.append(f"entry_text MATCH :{prefix}match")
    joins = {"s": f"s.entry = {number} AND s.reviewer = :viewer", "e": f"e.seq = {number}"}
    conditions += [join for name, join in joins.items() if any(f" {name}" in source for source in sources)]
    left = "" if decided else f" LEFT JOIN state s ON s.entry = {number} AND s.reviewer = :viewer"
    for at, term in enumerate(asked):
        condition = _condition(term, number, f"{prefix}{at}", values)
        conditions.append(f"NOT {condition}" if term.negated else condition)
    return f"SELECT {number} AS seq FROM {' CROSS JOIN '.join(sources)}{left} WHERE {' AND '.join(conditions)}"


def _words(terms: Sequence[Term]) -> str:
    """All words that an alternative asks for and against, in the full-text language; empty if it names none."""
    found = [(term, m) for term in terms if term.field in _TEXTS and (m := _match(term))]
    if not found:
        return ""
    wanted = " AND ".join(m for term, m in found if not term.negated) or f"every : {EVERY}"
    return "(" + "".join((f"({wanted})", *(f" NOT ({m})" for term, m in found if term.negated))) + ")"


def _needs_state(term: Term) -> bool:
    """Whether only entries about which something was decided can meet a term."""
    if term.field in {Field.STATUS, Field.SAID}:
        return term.negated == (term.value == OPEN)
    return term.field == Field.HAS and not term.negated


def _condition(term: Term, number: str, name: str, values: dict[str, object]) -> str:
    """What a term asks of an entry's decisions and days, in SQL."""
    if term.field in {Field.STATUS, Field.SAID}:
        values[name] = bit(term.verdict)
    elif term.field == Field.HAS:
        values[name] = bit(Mark(term.value))
    else:
        values[name] = term.value
    return _ASKS[term.field].format(number=number, value=f":{name}")


def _match(term: Term) -> str:
    """A term in the full-text language; empty for a single letter, which is only the beginning of one."""
    if len(term.value) < _SHORTEST_PREFIX and not term.exact:
        return ""
    quoted = '"' + term.value.replace('"', '""') + '"'
    column = f"{term.field.value} : " if term.field != Field.TEXT else ""
    return f"{column}{quoted}" if term.exact else f"{column}{quoted} *"


def bit(member: StrEnum) -> int:
    """The bit that stands for a verdict or mark: by its place in its enumeration, to which more may be added last."""
    return 1 << list(type(member)).index(member)

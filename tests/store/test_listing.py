"""The lists in SQL: what they find is what plain Python finds, entry by entry."""

import datetime
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from claimtrack.models import Axis, Capture, Judgement, Linked, Span, Statement, Verdict
from claimtrack.review import AXES, Entry, Listed, Query, State, judged, query, undo
from claimtrack.review.entries import NOTHING_DECIDED, Member, states
from claimtrack.review.query import Field, Mark, Term
from claimtrack.store import Store
from tests.conftest import NOW

CAPTURE = Capture(digest="ab" * 32, name="told", text="x" * 20)
STATEMENTS = tuple(Statement(capture_id=CAPTURE.id, content=(Span(start=i, end=20),)) for i in range(6))
MEMBERS = tuple(Member(claim_id=f"claim-{i // 2}", statement_id=s.id) for i, s in enumerate(STATEMENTS))
"""Three claims of two statements each."""
REVIEWERS = ("ana", "ben")
WORDS = ("russia", "Russian", "jets", "no", "a", "2:50", "Žofie", "don't", "jet's", "北京", "or")
DAYS = ("", "2023-03-01", "2023-03-14", "2024-01-01")
TEXTS = ("party", "side", "outlet", "event", "type", "stance")

words = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
CLOSED = {
    "type": st.lists(st.sampled_from(("denial,", "number", "contrary_to", "opinion")), max_size=3).map(" ".join),
    "stance": st.lists(st.sampled_from(("asserts claim", "declines", "denies opinion")), max_size=2).map(" ".join),
}
"""Fields whose words are not those of articles."""
days = st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)).map(sorted)
_OF_OTHERS = {Axis.PARTIES, Axis.EVENTS, Axis.ARTICLE}
"""Questions that are not asked of single claims."""


@st.composite
def entry_lists(draw: st.DrawFn) -> tuple[Entry, ...]:
    """Disagreements of some claims, then every claim."""
    made = []
    for number in range(draw(st.integers(0, 3))):
        claims = draw(st.sets(st.integers(0, 2), min_size=2))
        made.append(_entry(draw, Listed.CONFLICTS, f"event-{number}", sorted(claims)))
    return (*made, *(_entry(draw, Listed.CLAIMS, f"claim-{number}", [number]) for number in range(3)))


def _entry(draw: st.DrawFn, listed: Listed, key: str, claims: Sequence[int]) -> Entry:
    first, last = draw(days)
    names = [f"claim-{claim}" for claim in claims]
    return Entry(
        listed=listed,
        key=key,
        event_id="event-1",
        kind="contradicts",
        title=draw(words),
        detail="",
        first_day=first,
        last_day=last,
        pairs=tuple(pairwise(names)),
        members=tuple(m for m in MEMBERS if m.claim_id in names),
        text=draw(words),
        **{name: draw(CLOSED.get(name, words)) for name in TEXTS},
    )


@st.composite
def histories(draw: st.DrawFn) -> tuple[Judgement, ...]:
    """What two reviewers decided and took back."""
    made: list[Judgement] = []
    for minute in range(draw(st.integers(0, 8))):
        at = NOW + datetime.timedelta(minutes=minute)
        reviewer = draw(st.sampled_from(REVIEWERS))
        verdict = draw(st.sampled_from([v for v, axis in AXES.items() if axis not in _OF_OTHERS]))
        if draw(st.integers(0, 4)) == 0:
            made += undo(made, reviewer, at)
            continue
        target, other = draw(st.permutations(STATEMENTS))[:2]
        related = {"other": other.id} if AXES[verdict] == Axis.RELATION else {}
        made.append(judged(target.id, verdict, reviewer, at, "why", "a link" * draw(st.booleans()) or "x", **related))
    return tuple(made)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    """Any filter that can be typed."""
    values: dict[Field, list[str]] = {
        Field.STATUS: ["open", "verified", "disputed", "in_review", "false"],
        Field.SAID: ["open", "confirmed", "misquoted"],
        Field.HAS: [mark.value for mark in Mark],
        Field.TYPE: ["denial", "den", "contrary_to", "updates", '"number"', '"numb"'],
        Field.STANCE: ["asserts", "d", "declines", "opin"],
        Field.BY: list(REVIEWERS),
        Field.AFTER: ["2023", "2023-03", "2023-03-14", "2024-01-01"],
        Field.BEFORE: ["2023", "2023-03", "2023-03-14", "2024-01-02"],
    }
    alternatives = []
    for _ in range(draw(st.integers(1, 2))):
        terms = []
        for _ in range(draw(st.integers(1, 3))):
            field = draw(st.sampled_from(Field))
            value = (
                draw(st.sampled_from(values[field])) if field in values else draw(words) + draw(st.sampled_from(WORDS))
            )
            is_quoted = field not in values and (" " in value or ":" in value or draw(st.booleans()))
            quote = '"' if is_quoted else ""
            name = "" if field == Field.TEXT else f"{field}:"
            terms.append(f"{draw(st.sampled_from(['', '-']))}{name}{quote}{value}{quote}")
        alternatives.append(" ".join(terms))
    return query(" or ".join(alternatives))


# ---- the same in plain Python


def _wants(found: Query, entry: Entry, decided: Mapping[str, State], viewer: str) -> bool:
    if not found.alternatives:
        return True
    return any(all(_holds(term, entry, decided, viewer) for term in terms) for terms in found.alternatives)


def _holds(term: Term, entry: Entry, decided: Mapping[str, State], viewer: str) -> bool:
    state = decided.get(viewer, NOTHING_DECIDED)
    asked: dict[Field, bool] = {
        Field.HAS: term.value in state.marks,
        Field.BY: term.value in decided and viewer in {"", term.value},
        Field.AFTER: entry.last_day >= term.value,
        Field.BEFORE: bool(entry.first_day) and entry.first_day < term.value,
    }
    if term.field in {Field.STATUS, Field.SAID}:
        holds = term.verdict in (state.so if term.field == Field.STATUS else state.said)
    elif term.field in asked:
        holds = asked[term.field]
    elif len(term.value) < 2 and not term.exact:
        return True  # a single letter asks nothing yet
    else:
        columns = {name: getattr(entry, name) for name in TEXTS} | {"text": f"{entry.title}\n{entry.text}"}
        asks = columns.values() if term.field == Field.TEXT else [columns[term.field]]
        holds = any(_has_phrase(_tokens(text), _tokens(term.value), term.exact) for text in asks)
    return holds != term.negated


def _tokens(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.lower().replace("ž", "z")).split()


def _has_phrase(tokens: Sequence[str], wanted: Sequence[str], is_exact: bool) -> bool:
    for at in range(len(tokens) - len(wanted) + 1):
        *before, last = zip(tokens[at:], wanted, strict=False)
        fits = last[0] == last[1] if is_exact else last[0].startswith(last[1])
        if fits and all(a == b for a, b in before):
            return True
    return False


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the statements and nothing else."""
    path = tmp_path_factory.mktemp("listing") / "template.db"
    with Store(path, may_make=True) as store:
        store.add(CAPTURE, b"x", STATEMENTS)
    return path


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink an example takes hundreds of databases
)
@given(
    made=entry_lists(), history=histories(), asked=st.lists(queries(), min_size=1, max_size=6), cut=st.integers(0, 8)
)
def test_a_filter_finds_what_plain_python_finds(
    template: Path, made: tuple[Entry, ...], history: tuple[Judgement, ...], asked: list[Query], cut: int
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(template, folder))
        with Store(path) as store:
            store.judge(*history[:cut])
            store.replace(Linked(), 1, made)
            for judgement in history[cut:]:
                store.judge(judgement)
            decided = [_decided(entry, history) for entry in made]
            for viewer in ("", *REVIEWERS):
                _check(store, made, decided, asked, viewer)


def _decided(entry: Entry, history: Sequence[Judgement]) -> Mapping[str, State]:
    ids = {member.statement_id for member in entry.members}
    return states(entry.members, entry.pairs, [j for j in history if j.target in ids])


def _check(
    store: Store, made: Sequence[Entry], decided: Sequence[Mapping[str, State]], asked: Sequence[Query], viewer: str
) -> None:
    for listed in Listed:
        own = [
            (n, entry, d) for n, (entry, d) in enumerate(zip(made, decided, strict=True), 1) if entry.listed == listed
        ]
        assert list(store.found(listed, Query(), viewer)) == [n for n, _, _ in own]
        for each in asked:
            expected = [n for n, entry, d in own if _wants(each, entry, d, viewer)]
            assert list(store.found(listed, each, viewer)) == expected, each.typed
            assert list(store.found(listed, each, viewer, most=1)) == expected[:1]
        rows = store.rows([n for n, _, _ in own], viewer)
        assert {n: row.state for n, row in rows.items()} == {n: d.get(viewer, NOTHING_DECIDED) for n, _, d in own}
        assert [store.number_of(entry.key) for _, entry, _ in own] == [n for n, _, _ in own]
    tally = dict.fromkeys(Verdict, 0)
    for entry, d in zip(made, decided, strict=True):
        if entry.listed == Listed.CLAIMS:
            tally[d.get(viewer, NOTHING_DECIDED).so[0]] += 1
    assert {v: count for v, count in store.tally(viewer).items() if count} == {v: c for v, c in tally.items() if c}


def test_a_decision_about_all_names_each_claim_once(store: Store) -> None:
    store.add(CAPTURE, b"x", STATEMENTS)
    plain = {"event_id": "e", "kind": "k", "title": "t", "detail": "", "event": "", "first_day": "", "last_day": ""}
    plain |= dict.fromkeys((*TEXTS, "text"), "")
    entries = [
        Entry(listed=Listed.CONFLICTS, key="one", members=MEMBERS[:4], **plain),
        Entry(listed=Listed.CONFLICTS, key="two", members=MEMBERS[2:], **plain),
    ]
    store.replace(Linked(), 1, entries)
    assert store.targets([1, 2]) == (STATEMENTS[0].id, STATEMENTS[2].id, STATEMENTS[4].id)
    assert store.targets([]) == ()
    assert store.number_of("three") is None
    assert store.rows([7]) == {}

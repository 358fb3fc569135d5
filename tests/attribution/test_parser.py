import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack.attribution import parse
from claimtrack.attribution.assemble import Attribution
from claimtrack.attribution.endings import with_dependent_clauses
from claimtrack.attribution.marks import quotations
from claimtrack.attribution.parser import readable
from claimtrack.ingest import read
from claimtrack.models import Capture, Kind, Party, PartyKind, QuoteType, Span, Stance, Statement
from tests.told import told, words

ARTICLE = """ date 2026-01-20 Border post shelled as envoys meet Both sides said on Tuesday that the other had opened fire first, hours before talks were due to resume.

Geneva:

Both sides said on Tuesday that the other had opened fire first, hours before talks were due to resume.

Armenia denies firing first

Armenia denies firing first, the defence ministry in Yerevan said. The Azerbaijani military said that Armenian troops shelled a border post near Sotk, wounding two soldiers.

"We will answer every shot," President Ilham Aliyev told state television.

The European Union's monitors declined to say who was to blame.
"""  # noqa: E501 paragraphs are lines


def _capture(text: str) -> Capture:
    found = read("article.txt", text.encode())
    assert isinstance(found, Capture)
    return found


@pytest.fixture(scope="module")
def parsed() -> tuple[Capture, tuple[Statement, ...]]:
    capture = _capture(ARTICLE)
    return capture, parse(capture).statements


def test_a_plain_attribution_is_read_whole() -> None:
    capture = _capture("The Azerbaijani military said that Armenian troops shelled a border post near Sotk.")
    (statement,) = parse(capture).statements
    assert statement == Statement(
        capture_id=capture.id,
        source=(Span(start=0, end=24),),
        cue=(Span(start=25, end=29),),
        content=(Span(start=30, end=82),),
        quote_type=QuoteType.INDIRECT,
        kind=Kind.CLAIM,
        stance=Stance.ASSERTS,
        party=Party(
            name="Armed Forces of Azerbaijan",
            kind=PartyKind.MILITARY,
            sides=("Azerbaijan",),
            via=statement.party.via,
        ),
    )


def test_a_direct_quotation_has_its_speaker(parsed: tuple[Capture, tuple[Statement, ...]]) -> None:
    capture, statements = parsed
    (quoted,) = (s for s in statements if s.quote_type == QuoteType.DIRECT)
    assert words(capture, quoted.content) == '"We will answer every shot,"'
    assert quoted.party.name == "Ilham Aliyev"
    assert quoted.party.side == "Azerbaijan"


def test_a_refusal_to_speak_is_a_statement_of_its_own(parsed: tuple[Capture, tuple[Statement, ...]]) -> None:
    _, statements = parsed
    assert [s.party.side for s in statements if s.stance == Stance.DECLINES] == ["European Union"]


def test_a_heading_that_repeats_the_body_counts_once(parsed: tuple[Capture, tuple[Statement, ...]]) -> None:
    capture, statements = parsed
    assert ARTICLE.count("Armenia denies firing first") == 2
    denials = [words(capture, s.content) for s in statements if s.stance == Stance.DENIES]
    assert len(denials) == len(set(denials)) <= 2
    assert not any(s.in_heading for s in statements)


def test_offsets_are_those_of_the_text_though_headings_are_blanked_and_lines_joined() -> None:
    capture = _capture(ARTICLE)
    assert len(readable(capture)) == len(capture.text)


def test_a_semicolon_in_a_headline_parts_two_statements() -> None:
    text = "Villagers say soldiers killed 11; army speaks of clash\n\nBAMAKO, 7 June 2025 (Wire) - It rained.\n"
    capture = _capture(text)
    (said, *_) = parse(capture).statements
    assert words(capture, said.content) == "soldiers killed 11"


def test_a_hard_wrapped_quotation_is_one() -> None:
    text = (
        "The Turkish defence ministry said the aircraft had been lost over the sea and\n"
        'that "no other country had any part in the loss of the aircraft that night, and\n'
        'none is suspected of it" according to first findings that were made public\n'
        "on Monday."
    )
    assert not parse(_capture(text)).problems


def test_an_unclosed_mark_is_told_as_a_problem() -> None:
    (problem,) = parse(_capture('The mayor said: "we will not go\n\nMore follows.')).problems
    assert problem.what == "a quotation mark is never closed, in line 1"
    assert problem.span == Span(start=16, end=31)


@pytest.mark.parametrize(
    ("count", "what"),
    [
        (2, "2 quotation marks are never closed, in lines 1 and 3"),
        (3, "3 quotation marks are never closed, in lines 1, 3 and 5"),
        (14, "14 quotation marks are never closed, in lines 1, 3, 5, 7, 9 and 9 more"),
    ],
)
def test_unclosed_marks_are_told_once_with_their_lines(count: int, what: str) -> None:
    text = "\n\n".join(f'The mayor said: "we will not go to place {at:02}' for at in range(count))
    assert [problem.what for problem in parse(_capture(text)).problems] == [what]


TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="Moscow said denied that \"“”'’.,\n\t\x1b[]{}\u202e", max_size=300),
)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_no_text_breaks_the_parser_and_every_span_lies_in_it(text: str) -> None:
    capture = Capture(digest="0" * 64, name="any", text=text)
    for statement in parse(capture).statements:
        for span in (*statement.source, *statement.cue, *statement.content):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        '"' * 500,
        "said " * 2000,
        "He said " * 500 + "Smith said",
        "A" * 100_000,
        "Moscow said that " + "B" * 100_000 + " fell.",
        "\n" * 100_000 + "Moscow said so.",
        "Она сказала, что нет.",
        "他说不是。",
    ],
)
def test_odd_texts_are_read_in_peace(text: str) -> None:
    parse(Capture(digest="0" * 64, name="odd", text=text, date=datetime.date(2026, 1, 1)))


def test_speakers_are_resolved_in_order() -> None:
    """The second sentence's speaker is the first one's."""
    _, statements = told(
        "{s1:The Russian Defence Ministry} {q1:said} {c1:no weapons were used}. "
        "{s2:It} {q2:added} {c2:that the jets came home}."
    )
    assert [s.party.name for s in statements] == ["Ministry of Defence of Russia"] * 2


def test_a_dateline_is_the_outlets_and_no_part_of_a_content() -> None:
    text = "Half of trains ran\n\nLEEDS, June 22 (Harbour Wire) - Half of all trains ran on Tuesday, Network Rail said."
    statement = max(parse(_capture(text)).statements, key=lambda s: s.end - s.start)
    assert [span.of(text) for span in statement.content] == ["Half of all trains ran on Tuesday"]


def test_a_title_bounds_what_it_says_and_names_both_its_speakers() -> None:
    text = "China, India agree to pull back troops\n\nBEIJING, Oct 3 - Both armies began to withdraw on Monday."
    (first, *_) = parse(_capture(text)).statements
    assert (first.party.sides, first.content[-1].end) == (("China", "India"), 38)


def test_a_dependent_clause_is_said_with_what_it_depends_on() -> None:
    text = "The navy said it opened fire. The minister denied it."
    made = [Attribution((Span(start=0, end=8),), (Span(start=9, end=13),), (Span(start=14, end=28),))]
    assert with_dependent_clauses(text, made, ()) == made
    text = "The navy said it opened fire after a boat came near, and then left. The minister denied it."
    (whole,) = with_dependent_clauses(text, made, ())
    assert [s.of(text) for s in whole.content] == ["it opened fire after a boat came near, and then left"]
    quoted = "The navy said it opened fire after “a boat came near”. The minister denied it."
    assert with_dependent_clauses(quoted, made, quotations(quoted)) == made
    of_the_outlet = "The navy said it opened fire, though it did not say at what. The minister denied it."
    assert with_dependent_clauses(of_the_outlet, made, ()) == made
    other = [*made, Attribution((), (), (Span(start=36, end=40),))]
    assert with_dependent_clauses(text, other, ()) == other


def test_who_is_called_to_a_place_is_no_statement() -> None:
    capture = _capture("The ambassador was called to the Foreign Ministry. The envoy was called a spy by the minister.")
    (statement,) = parse(capture).statements
    assert "spy" in words(capture, statement.content)


def test_a_plan_that_favours_someone_says_nothing() -> None:
    assert not parse(_capture("The draft proposals have heavily favoured the Kremlin.")).statements
    assert parse(_capture("The minister has always favoured a larger army.")).statements


def test_a_heading_in_marks_is_no_more_of_the_quotation_before_it() -> None:
    text = (
        "The swimmer wrote that he was “so let down” by the governing bodies.\n\n‘Fake news’\n\n"
        "Among those named were members of the relay squad.\n"
    )
    capture = _capture(text)
    found = [words(capture, statement.content) for statement in parse(capture).statements]
    assert found == ["that he was “so let down” by the governing bodies"]


def test_of_two_quoted_sentences_the_first_decides_the_stance() -> None:
    text = "“This was an attack on us all,” the charity's head said. “This cannot be tolerated.”\n"
    (statement,) = parse(_capture(text)).statements
    assert statement.stance == Stance.ASSERTS


def test_what_goes_beyond_a_long_article_is_not_read_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimtrack.attribution.parser.MOST_CHARACTERS", 40)
    found = parse(_capture("The army said that the bridge was hit.\n\nMoscow denied that the bridge was hit."))
    assert [statement.stance for statement in found.statements] == [Stance.ASSERTS]
    assert [problem.what for problem in found.problems] == ["only the first 40 characters were read for statements"]


def test_another_language_is_told() -> None:
    found = parse(_capture("Министерство обороны заявило, что беспилотник упал после резкого манёвра."))
    assert [problem.what for problem in found.problems] == ["the text does not look like English, which alone is read"]


def test_a_dateline_may_end_in_two_hyphens() -> None:
    text = "Thousands walk out\n\nULSAN, April 18 (HRP) -- About 6,000 people walked out on Monday, the union said."
    statement = max(parse(_capture(text)).statements, key=lambda s: s.end - s.start)
    assert [span.of(text) for span in statement.content] == ["About 6,000 people walked out on Monday"]


def test_who_speaks_in_the_heading_is_not_heard_below_it() -> None:
    text = (
        "Airliner was hit by missile, Kyiv says\n\nIran's government said on Saturday that a missile had struck it.\n"
    )
    capture = _capture(text)
    assert [(words(capture, s.source), words(capture, s.content)) for s in parse(capture).statements] == [
        ("Kyiv", "Airliner was hit by missile"),
        ("Iran's government", "that a missile had struck it"),
    ]


@pytest.mark.parametrize(
    ("title", "source"),
    [("US, Russia agree to end talks", "US, Russia"), ("Airliner was hit near Tehran, Iran says", "Iran")],
)
def test_two_states_before_a_cue_in_a_heading_speak_together_unless_one_is_a_place(title: str, source: str) -> None:
    capture = _capture(f"{title}\n\nNobody was hurt.\n")
    assert [words(capture, s.source) for s in parse(capture).statements] == [source]


def test_a_content_is_not_left_to_the_heading_above_while_its_own_line_has_a_cue() -> None:
    text = """Russia threatens to bomb British ships, London says no shots were fired

Destroyer had entered Russian waters, Kremlin says

Kremlin spokesman Dmitry Peskov told reporters the destroyer had entered Russian waters, news agency Meridian reported.
"""
    found = [
        (words(capture, s.source), words(capture, s.content))
        for capture in [_capture(text)]
        for s in parse(capture).statements
    ]
    assert found[-3:] == [
        ("Kremlin", "Destroyer had entered Russian waters"),
        (
            "news agency Meridian",
            "Kremlin spokesman Dmitry Peskov told reporters the destroyer had entered Russian waters",
        ),
        ("Kremlin spokesman Dmitry Peskov", "the destroyer had entered Russian waters"),
    ]


def test_the_keys_of_a_header_are_no_part_of_what_is_said() -> None:
    page = (
        "Title: Nerve agent used to kill traveller, police say\nDate: 2017-02-24\nBy: Ana Roe\n\n"
        "Police said the traveller had been poisoned.\n"
    )
    capture = _capture(page)
    said = [words(capture, statement.content) for statement in parse(capture).statements]
    assert said == ["Nerve agent used to kill traveller", "the traveller had been poisoned"]

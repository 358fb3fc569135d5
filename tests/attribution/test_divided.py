import pytest

from claimtrack.attribution.assemble import Attribution
from claimtrack.attribution.divided import divided
from claimtrack.attribution.marks import quotations
from claimtrack.models import Span
from tests.attribution.marked import attributions, spelled


def _divided(marked: str) -> list[tuple[str, ...]]:
    text, made = attributions(marked)
    return spelled(text, divided(text, made, quotations(text)))


def test_a_second_verb_of_speech_begins_a_second_statement() -> None:
    assert _divided("{s1:Oslo} {q1:called} {c1:the seizure illegal and demanded a release}.") == [
        ("Oslo", "called", "the seizure illegal"),
        ("Oslo", "demanded", "a release"),
    ]
    assert _divided("{s1:An aide} {q1:said} {c1:that it would stop and repeated that talks go on}.") == [
        ("An aide", "said", "that it would stop"),
        ("An aide", "repeated", "that talks go on"),
    ]
    assert _divided("{s1:Police} {q1:said} {c1:he was armed, but later retracted that statement}.") == [
        ("Police", "said", "he was armed"),
        ("Police", "retracted", "that statement"),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "{s1:He} {q1:said} {c1:that crowds had gathered and demanded a release}.",
        "{s1:He} {q1:rejected} {c1:“the lies and said to be true”}.",
        "{c1:The crowd was called peaceful and demanded bread}, {s1:he} {q1:said}.",
    ],
)
def test_what_the_content_s_own_subject_did_stays_in_it(marked: str) -> None:
    _, made = attributions(marked)
    text, _ = attributions(marked)
    assert _divided(marked) == spelled(text, made)


def test_a_main_clause_goes_back_to_whoever_it_belongs_to() -> None:
    marked = "{s1:She} {q1:said} {c1:the raid}, {c2:which} {s2:he} {q2:called} {c2:“vile”, would end soon}."
    assert _divided(marked) == [("She", "said", "the raid | would end soon"), ("he", "called", "which | “vile”")]
    assert _divided("The crew, {c1:which} {s1:they} {q1:say} {c1:was asleep, had orders}.") == [
        ("they", "say", "which | was asleep")
    ]


def test_a_transcript_is_divided_by_its_speakers() -> None:
    marked = '{c1:"CHAIR: Order."}\n\n"{s1:REED}{q1::} {c1:I asked for talks.\n\n"We want peace.\n\n"CHAIR: And soon?"}'
    assert _divided(marked) == [
        ("CHAIR", ":", 'Order."'),
        ("REED", ":", 'I asked for talks.\n\n"We want peace.'),
        ("CHAIR", ":", 'And soon?"'),
    ]


def test_what_stands_beside_a_statement_after_its_cue_is_anothers() -> None:
    assert _divided("{c1:The pay rose}, {q1:according to} {s1:the union}, {c1:while others got less}.") == [
        ("the union", "according to", "The pay rose")
    ]
    assert _divided("{c1:Thirty died}, {s1:it} {q1:said} in May; {c1:the toll is now 42}.") == [
        ("it", "said", "Thirty died")
    ]
    assert _divided("{c1:“We lost,”} {s1:she} {q1:said}; {c1:“we shall win.”}") == [
        ("she", "said", "“We lost,” | “we shall win.”")
    ]


@pytest.mark.parametrize(
    ("text", "halves"),
    [
        ("Kyiv said it fell, but it was shot down, according to Oslo.", ["it fell", "it was shot down"]),
        ('Kyiv said "it fell," but it was shot down, according to Oslo.', ['"it fell,"', "it was shot down"]),
        ("Kyiv said it fell and was shot down, according to Oslo.", ["it fell and was shot down", "Kyiv said ..."]),
    ],
)
def test_a_sentence_that_two_share_is_cut_between_them(text: str, halves: list[str]) -> None:
    def span(words: str) -> Span:
        return Span(start=text.index(words), end=text.index(words) + len(words))

    said, cue = text.index("said ") + len("said "), span("according to")
    whole = Span(start=0, end=cue.start - len(", "))
    kyiv = Attribution((span("Kyiv"),), (span("said"),), (Span(start=said, end=whole.end),))
    oslo = Attribution((span("Oslo"),), (cue,), (whole,))
    found = {name: content for name, _, content in spelled(text, divided(text, [kyiv, oslo], quotations(text)))}
    assert [found["Kyiv"], found["Oslo"].replace("Kyiv said it fell and was shot down", "Kyiv said ...")] == halves

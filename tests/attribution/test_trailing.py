from claimtrack.attribution.marks import quotations
from claimtrack.attribution.trailing import with_trailing
from tests.attribution.marked import attributions, spelled


def _completed(marked: str) -> list[tuple[str, ...]]:
    text, made = attributions(marked)
    return spelled(text, with_trailing(text, made, quotations(text)))


def test_a_trailing_speaker_of_nothing_said_the_clause_before() -> None:
    marked = "It rained. The signals at Larissa were working, {s1:the minister} {q1:said} on Wednesday. It snowed."
    assert _completed(marked) == [("the minister", "said", "The signals at Larissa were working")]


def test_a_quotation_that_ends_in_a_comma_is_that_of_whoever_stands_behind_it() -> None:
    marked = '{c1:"I wept,"} {s1:Roe} {q1:said}. {c1:"I know when,"} {s2:Poe} {q2:said}, {q3:adding} {c3:that he ran}.'
    assert _completed(marked)[:2] == [("Roe", "said", '"I wept,"'), ("Poe", "said", '"I know when,"')]


def test_what_a_speaker_is_belongs_to_him_and_not_to_what_he_said() -> None:
    marked = "{c1:Work goes on, Russia's ambassador to Egypt}, {s1:Ana Roe} {q1:said}."
    assert _completed(marked) == [("Russia's ambassador to Egypt, Ana Roe", "said", "Work goes on")]
    marked = "{c1:A strike killed Ben Poe, the Hamas leader}, {s1:Iran} {q1:said}."
    assert _completed(marked) == [("Iran", "said", "A strike killed Ben Poe, the Hamas leader")]
    marked = "{c1:Work goes on, as it should}, {s1:Ana Roe} {q1:said}."
    assert _completed(marked) == [("Ana Roe", "said", "Work goes on, as it should")]


def test_a_clause_of_another_or_an_open_sentence_is_left() -> None:
    for marked in (
        "{s1:Kyiv} {q1:said} {c1:the signals at Larissa were working}, {s2:the minister} {q2:said} on Wednesday.",
        "The signals at Larissa were working, {s1:the minister} {q1:said} they would stay.",
        "The signals at Larissa were working, and {s1:the minister} {q1:left}.",
    ):
        text, made = attributions(marked)
        assert _completed(marked) == spelled(text, made)


def test_a_sentence_that_ends_in_it_added_is_a_statement_though_the_network_saw_none() -> None:
    said = ("it", "added", "The drone was flying in international airspace")
    assert _completed("It rained. The drone was flying in international airspace, it added. It snowed.") == [said]
    assert _completed("It ran for forty seconds, the institute in Bergen held. It snowed.") == [
        ("the institute in Bergen", "held", "It ran for forty seconds")
    ]
    assert _completed("Whether the man was alive, the government could not say.") == [
        ("the government", "could not say", "Whether the man was alive")
    ]
    assert _completed("“The drone was flying in international airspace, it added. It snowed.”") == []


def test_a_speaker_at_the_end_of_what_an_outlet_reports_speaks_himself() -> None:
    marked = "{c1:No aircraft had been lost}, {c1:the air force said on Wednesday}, {q1:according to} {s1:local media}."
    assert _completed(marked) == [
        ("the air force", "said", "No aircraft had been lost"),
        ("local media", "according to", "No aircraft had been lost"),
    ]
    for marked in (
        "{s1:Local media} {q1:say} {c1:no aircraft had been lost}, {c1:the air force said on Wednesday}.",
        "{c1:No aircraft had been lost} and {c1:the air force said so}, {q1:according to} {s1:local media}.",
    ):
        text, made = attributions(marked)
        assert _completed(marked) == spelled(text, made)


def test_two_speakers_of_one_paragraph_keep_what_each_has_said() -> None:
    marked = (
        "{c2:Weapons had been used}, {s1:the agency} {q1:added}. {c2:Three men were hurt}, "
        "{q2:according to} {s2:the service}."
    )
    parted = [
        ("the agency", "added", "Weapons had been used"),
        ("the service", "according to", "Three men were hurt"),
    ]
    assert _completed(marked) == parted
    marked = "{s1:The command} {q1:said} {c1:jets had come}. {c1:The drone was at sea}, it added, and was brought down."
    assert _completed(marked) == [
        ("The command", "said", "jets had come"),
        ("it", "added", "The drone was at sea | and was brought down"),
    ]
    unseen = "{c1:Weapons had been used}, it added. {c1:Three men were hurt}, {q1:according to} {s1:the service}."
    assert _completed(unseen) == [("it", "added", "Weapons had been used"), parted[1]]

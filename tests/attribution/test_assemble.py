import numpy as np

from claimtrack.attribution.assemble import assemble, quote_type
from claimtrack.attribution.marks import quotations
from claimtrack.attribution.pieces import pieces
from claimtrack.attribution.tagger import Draft
from claimtrack.attribution.tags import TagSpan
from claimtrack.models import QuoteType, Span


def _draft(text: str, source: str = "", cue: str = "", *contents: str) -> Draft:
    """What the model might have found: the words as spans of pieces."""
    whole = pieces(text, quotations(text))

    def span(role: str, words: str) -> TagSpan:
        start = text.index(words)
        first = int(np.searchsorted(whole.ends, start, side="right"))
        return TagSpan(role, first, int(np.searchsorted(whole.starts, start + len(words), side="left")))

    return Draft(
        [span("source", source)] if source else [],
        [span("cue", cue)] if cue else [],
        [span("content", content) for content in contents],
    )


def _assembled(text: str, *drafts: Draft) -> list[tuple[str, ...]]:
    found = quotations(text)
    made = assemble(text, pieces(text, found), drafts, found)
    return [tuple(" | ".join(s.of(text) for s in part) for part in attribution) for attribution in made]


def test_a_quotation_that_the_model_cut_is_widened_to_its_marks() -> None:
    text = 'The mayor said "we will not leave this town, ever" on Monday.'
    assert _assembled(text, _draft(text, "The mayor", "said", "will not leave this")) == [
        ("The mayor", "said", '"we will not leave this town, ever"')
    ]


def test_a_quotation_that_the_model_missed_joins_the_attribution_beside_it() -> None:
    text = '"We were never warned," the mayor said. "Nobody came to the town that night."'
    made = _assembled(text, _draft(text, "the mayor", "said", '"We were never warned,"'))
    assert made == [("the mayor", "said", '"We were never warned," | "Nobody came to the town that night."')]


def test_a_quotation_that_stands_alone_is_kept_without_a_cue() -> None:
    text = "Anger grew in the town.\n\n“Nobody came to help us that night.”"
    assert _assembled(text) == [("", "", "“Nobody came to help us that night.”")]


def test_a_name_in_marks_is_no_statement() -> None:
    assert _assembled('The ship "Hope" sank.') == []
    assert _assembled('The book "A Day in the Life of Lviv" is out.') == []
    assert _assembled('It said: "Russia did not do it."') == [("", "", '"Russia did not do it."')]


def test_an_unquoted_content_stays_in_the_paragraph_of_its_cue() -> None:
    text = "Fighting went on\n\nThe army said the road was open."
    made = _assembled(text, _draft(text, "The army", "said", "Fighting went on", "the road was open"))
    assert made == [("The army", "said", "the road was open")]


def test_contents_with_only_white_space_between_are_one() -> None:
    text = "The army said the road was open again."
    made = _assembled(text, _draft(text, "The army", "said", "the road", "was open again"))
    assert made == [("The army", "said", "the road was open again")]


def test_quote_types() -> None:
    text = 'He said "all of it" and "half" of it, and none.'
    found = quotations(text)

    def of(words: str) -> QuoteType:
        return quote_type(text, (Span(start=text.index(words), end=text.index(words) + len(words)),), found)

    assert of('"all of it"') == QuoteType.DIRECT
    assert of('"half" of it') == QuoteType.MIXED
    assert of("none") == QuoteType.INDIRECT


def test_a_quotation_left_open_goes_on_in_the_next_paragraph() -> None:
    text = 'The mayor said: "We stay here tonight.\n\n"Nobody will make us leave this town."'
    assert _assembled(text, _draft(text, "The mayor", "said", "We stay here tonight.")) == [
        ("The mayor", "said", 'We stay here tonight.\n\n"Nobody will make us leave this town."')
    ]


def test_a_statement_in_a_quotation_is_not_widened_over_its_own_cue() -> None:
    text = 'The text reads "REED: We want peace. CHAIR: And soon?" in full.'
    assert _assembled(text, _draft(text, "REED", ":", "We want peace.")) == [("REED", ":", "We want peace.")]


def test_a_colon_leads_to_the_paragraph_below() -> None:
    text = 'Ms Roe continued:\n\n"The dam had been weak for years. Nobody asked."'
    drafts = _draft(text, "Ms Roe", "continued"), _draft(text, "", "", "The dam had been weak for years. Nobody asked.")
    assert _assembled(text, *drafts) == [("Ms Roe", "continued", '"The dam had been weak for years. Nobody asked."')]

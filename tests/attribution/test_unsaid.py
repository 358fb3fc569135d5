import pytest

from claimtrack.attribution.unsaid import is_said
from tests.attribution.marked import attributions


@pytest.mark.parametrize(
    ("marked", "said"),
    [
        ("{s1:Nurses' strike}{q1::} {c1:minister and union at odds}", False),
        ("{s1:Aid group}{q1::} {c1:40 dead in flood}", True),
        ("{s1:Report}{q1::} {c1:prosecutor opens inquiry}", True),
        ("NHS England, {q1:asked for} {c1:its records}, said no.", False),
        ("{s1:The mayor} {q1:asked for} {c1:its records}.", True),
        ("{s1:Congress} read of meddling and {q1:alleged} {c1:links between the two}.", False),
        ("{s1:Ana Roe} {q1:alleged} {c1:that they were linked}.", True),
        ("{s1:Many of his} {q1:proposals for} {c1:ending the war} favoured them.", False),
        ("{s1:Moscow} {q1:escalated its attacks on} {c1:the power grid}.", False),
        ("{s1:The guard} {q1:spotted} {c1:a man with a knife}.", False),
        ("{s1:Afghanistan}{q1::} {c1:aid group halts work}", False),
        ('{s1:Afghanistan}{q1::} {c1:"We halt work"}', True),
        ("{s1:None of these countries} {q1:has announced} {c1:that it closed its market}.", False),
        ("{s1:Roe} {q1:dismissed} {c1:Ben Poe and all other ministers}.", False),
        ("{s1:Roe} {q1:dismissed} {c1:the charge}.", True),
        ("{s1:Roe} {q1:dismissed} {c1:the government's accusation that he did it}.", True),
        ("{s1:Moscow} {q1:dismissed} {c1:Amnesty International as biased}.", True),
        ("{s1:The envoy} {q1:was called} {c1:to the ministry}.", False),
        ("{s1:A wave of violence} {q1:claimed} {c1:more than 130 lives}.", False),
        ("{s1:A wave of officials} {q1:claimed} {c1:that lives were lost}.", True),
        ("{s1:Kremlin} {q1:critic} {c1:Ana Roe detained}.", False),
        ("{s1:Ana Roe}{q1::} {c1:Why Google honours her today}", False),
        ("{s1:No group} {q1:has claimed} {c1:the attack}.", False),
        ("The group, {q1:also known as} {c1:the Wolves}, left.", False),
    ],
)
def test_topics_and_deeds_are_no_statements(marked: str, said: bool) -> None:
    text, (attribution,) = attributions(marked)
    assert is_said(text, attribution) == said

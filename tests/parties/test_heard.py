"""Mentions that earlier speakers of the same text explain."""

import pytest

from claimtrack.models import Span
from claimtrack.parties import context, resolve
from tests.told import unmarked

HEARD = [
    # A surname stands for whoever was named in full, and for whoever spoke.
    (
        "US President Donald Trump left. {s1:Ana Roe} spoke. Trump angered Mexico. {s2:He} left.",
        ["Ana Roe", "Donald Trump"],
    ),
    (
        "{s1:Ana Roe} spoke. {s2:Ben Poe} spoke. That was rejected by Roe. {s3:She} left.",
        ["Ana Roe", "Ben Poe", "Ana Roe"],
    ),
    # A family name is not that of somebody known if the text names a stranger of that family.
    ("{s1:Ana Roe} spoke. Kim Jong-dal, a cook, left; Kim's face was hurt. {s2:She} left.", ["Ana Roe", "Ana Roe"]),
    # Whoever goes by no name is meant again, too.
    (
        "{s1:Ana Roe} spoke. {s2:A senior engineer with Total} spoke. {s3:He} left.",
        ["Ana Roe", "Unnamed (TotalEnergies)", "Unnamed (TotalEnergies)"],
    ),
    # Names in what is quoted do not speak, the police are many, and an age is no office.
    (
        '{s1:Ana Roe} spoke. "In all likelihood Donald Trump will come to the talks," {s2:he} said.',
        ["Ana Roe", "Ana Roe"],
    ),
    (
        "Police of Peru watched. {s1:Police} asked protesters to leave. {s2:They} left.",
        ["Police of Peru", "Police of Peru"],
    ),
    (
        "{s1:Peru's director of public prosecutions} spoke. {s2:The 28-year-old} left.",
        ["Prosecutor General of Peru", "Unnamed"],
    ),
    (
        "{s1:Ana Roe} spoke. {s2:Ben Poe} spoke. The Royal Household left. {s3:He} left.",
        ["Ana Roe", "Ben Poe", "Ben Poe"],
    ),
    # Who has no name in the headline has one below it, and keeps it.
    (
        "{s1:Russian diplomat} blames Kyiv\n\n{s2:Russia's ambassador Ana Roe} spoke. {s3:The diplomat} left.",
        ["Unnamed (Russia)", "Ana Roe", "Ana Roe"],
    ),
    (
        "{s1:Russia's representative to the UN Ana Roe} spoke. {s2:The Russian permanent representative} left.",
        ["Ana Roe", "Ana Roe"],
    ),
    # An official is not the minister whom he contradicts, and a house is not its namesake.
    (
        "{s1:A US official} spoke. {s2:Donald Trump} denied it. {s3:The official} left.",
        ["Unnamed (United States)", "Donald Trump", "Unnamed (United States)"],
    ),
    (
        "{s1:Brian White} spoke. {s2:Ana Roe} spoke. The White House denied it. {s3:He} left.",
        ["Brian White", "Ana Roe", "Ana Roe"],
    ),
    ("{s1:Emmanuel Macron} won. {s2:The 39-year-old} left.", ["Emmanuel Macron", "Emmanuel Macron"]),
    ("{s1:Robert Mueller} spoke. {s2:Mueller's report} came.", ["Robert Mueller", "Robert Mueller"]),
    # A sentence may end behind a quotation mark.
    ('{s1:Ana Roe} called it "a lie". {s2:Ben Poe} spoke. {s3:He} left.', ["Ana Roe", "Ben Poe", "Ben Poe"]),
    ("{s1:Peru's ambassador Ana Roe} spoke. {s2:The envoy} left.", ["Ana Roe", "Ana Roe"]),
    # Heads of state are not meant where the text explains a name that many have.
    (
        "LAGOS - {s1:Mr Park, the headmaster,} spoke. {s2:He} paid. {s3:Mr Park} left. {s4:The governor} denied it.",
        ["Park", "Park", "Park", "Governor of Lagos State"],
    ),
    # Family names that go first.
    (
        "SEOUL - {s1:Park Sang-hak, who heads a group of defectors,} said so. {s2:Park} said more.",
        ["Park Sang-hak", "Park Sang-hak"],
    ),
    # What is known only by its name may be a firm.
    (
        "KARACHI - {s1:Sui Southern Gas} spoke. {s2:The utility} left. {s3:Its chief engineer, Imran Sheikh,} left.",
        ["Sui Southern Gas", "Sui Southern Gas", "Imran Sheikh"],
    ),
    # A union is no company, and two names may be those of a firm, unless they are a person's.
    (
        "{s1:The national miners' union} spoke. {s2:A company spokeswoman} left. {s3:The miners' union} came back.",
        ["Miners' union", "Unnamed", "Miners' union"],
    ),
    ("{s1:Minera Qoripampa} spoke. {s2:The company} said more.", ["Minera Qoripampa", "Minera Qoripampa"]),
    ("{s1:Ana Roe} spoke. {s2:The company} said more.", ["Ana Roe", "Unnamed"]),
    # What a text calls by its sort before, though it did not speak.
    (
        "LUSAKA - {s1:The opposition alliance} accused the electoral commission. {s2:The commission} denied it.",
        ["Opposition of Zambia", "Electoral Commission of Zambia"],
    ),
    # No firm, and no police, is the union.
    ("{s1:Almena Terminales} spoke. {s2:The union} left.", ["Almena Terminales", "Unnamed"]),
    # Places and days are nobody.
    ("{s1:The owner of a ferry that sank on Lake Victoria last Saturday} spoke.", ["Unnamed"]),
    # Whoever speaks for a firm brings it up; the body's leaders go by its noun.
    (
        "{s1:TUV SUD} left. {s2:A lawyer for Vale, Ana Roe,} said so. {s3:The company} later denied it.",
        ["TUV SUD", "Ana Roe", "Vale"],
    ),
    (
        "{s1:The navy of Ukraine} spoke of a Russian ship. {s2:The navy command} said no more.",
        ["Ukrainian Navy", "Ukrainian Navy"],
    ),
    # The body behind somebody who was heard.
    (
        "SEOUL - {s1:The South Korean defence minister, Ana Roe,} said so. {s2:The ministry} said no more.",
        ["Ana Roe", "Ministry of Defence of South Korea"],
    ),
    (
        "LONDON - {s1:British Health Secretary Wes Streeting} said so. {s2:Mr Streeting's office} said no more.",
        ["Wes Streeting", "Department of Health and Social Care of the United Kingdom"],
    ),
    (
        "GENOA - {s1:The lawyers of Ana Roe, former head of Autostrade,} said so. {s2:They} said more.",
        ["Ana Roe", "Ana Roe"],
    ),
    # Who was sent speaks for whoever sent him; what is "here" is where the report was written.
    (
        "ROME - {s1:Autostrade} left. {s2:A commission set up by Italy's Ministry of Defence} said so.",
        ["Autostrade per l'Italia", "Ministry of Defence of Italy"],
    ),
    (
        "NEW DELHI - {s1:Pakistan's army} denied it. {s2:The Defence Ministry here} said so.",
        ["Armed Forces of Pakistan", "Ministry of Defence of India"],
    ),
    # The statement again, the former minister again, and a charity that stands beside its name.
    (
        "{s1:A statement from the Kremlin} said so. Peru left. {s2:The statement} said more.",
        ["Presidency of Russia", "Presidency of Russia"],
    ),
    (
        "{s1:The former minister Ana Roe} spoke. {s2:Pia Poe, a minister,} left. {s3:The former minister} left.",
        ["Ana Roe", "Pia Poe", "Ana Roe"],
    ),
    (
        "{s1:Malaysian police} spoke. {s2:Roe's Purse, a charity,} spoke. {s3:The charity} said more.",
        ["Police of Malaysia", "Roe's Purse", "Roe's Purse"],
    ),
    # What began like the name of a speaker is that speaker, and one of several who spoke as one is not all of them.
    (
        "{s1:South Korea's Joint Chiefs of Staff} spoke. {s2:The Joint Chiefs} said more. Japan and America left.",
        ["Joint Chiefs of Staff of South Korea", "Joint Chiefs of Staff of South Korea"],
    ),
    (
        "{s1:Donald Trump} spoke. {s2:President Trump and Shinzo Abe} agreed. {s3:Trump} left.",
        ["Donald Trump", "Donald Trump + Shinzo Abe", "Donald Trump"],
    ),
    # Whoever was met is not the one who goes on to speak.
    (
        "{s1:Minister Ben Roe} was asked about it. He twice met the Russian ambassador. {s2:He} denied it.",
        ["Ben Roe", "Ben Roe"],
    ),
    # Whoever speaks for a high commissioner does not hold the office.
    (
        "{s1:Ana Roe, a spokeswoman for the UNHCR,} spoke. {s2:The UNHCR} said more.",
        ["Ana Roe", "United Nations High Commissioner for Refugees"],
    ),
    # Of two papers the one that is a paper; a particle before a surname.
    ("{s1:Bashar al-Poe} spoke. {s2:Ana Roe} left. {s3:al-Poe} spoke.", ["Bashar al-Poe", "Ana Roe", "Bashar al-Poe"]),
    # A spokeswoman is of whoever has just spoken, if the lists know him.
    (
        "{s1:Emmanuel Macron} spoke to Radio France. {s2:A spokeswoman} left.",
        ["Emmanuel Macron", "Presidency of France"],
    ),
    (
        "{s1:Dutch Prime Minister Mark Rutte} spoke. {s2:Rutte's administration} left.",
        ["Mark Rutte", "Prime Minister's Office of the Netherlands"],
    ),
    # The end of the sentence is no part of a name.
    ("It fell, according to {s1:Mr Abara.} Then {s2:Mr Abara} left.", ["Abara", "Abara"]),
    ("NAIROBI - {s1:Challenger Kalonzo Musyoka} alleged it.", ["Kalonzo Musyoka"]),
]


def test_somebody_keeps_the_office_in_which_he_was_introduced() -> None:
    text = "IMF head Christine Lagarde spoke. Then Lagarde left."
    first, again = Span(start=0, end=26), Span(start=39, end=46)
    introduced = resolve(first, context(text))
    assert introduced.sides == ("International Monetary Fund",)
    assert resolve(again, context(text).heard(first, introduced)) == introduced


@pytest.mark.parametrize(("marked", "names"), HEARD)
def test_who_was_heard_before_is_meant_again(marked: str, names: list[str]) -> None:
    text, parts = unmarked(marked)
    around, found = context(text, text.split(" - ")[0] if " - " in text else ""), []
    for _, spans in sorted(parts.items()):
        (span,) = spans["s"]
        party = resolve(Span(start=span.start, end=span.end), around)
        around = around.heard(span, party)
        found.append(party.name)
    assert found == names

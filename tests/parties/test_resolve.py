import pytest

from claimtrack.models import Party, Span
from claimtrack.parties import context, resolve

NAMED = [
    ("{Moscow} denied it.", "Government of Russia", "Russia", "metonym"),
    ("{The Kremlin} said so.", "Presidency of Russia", "Russia", "metonym"),
    ("{the Russian Defence Ministry} said so.", "Ministry of Defence of Russia", "Russia", "ministry"),
    ("{the US European Command} said so.", "United States European Command", "United States", "military"),
    ("{the American military} said so.", "Armed Forces of the United States", "United States", "military"),
    ("{The Pentagon} said so.", "Department of Defense of the United States", "United States", "metonym"),
    ("{NATO} said so.", "North Atlantic Treaty Organization", "NATO", "organisation"),
    ("{some Russian officials} charged it.", "Unnamed (Russia)", "Russia", "unnamed"),
    ("{A Hamas official} said so.", "Unnamed (Hamas)", "Hamas", "unnamed"),
    ("{Residents} said so.", "Unnamed crowd", "none", "crowd"),
    ("{The Russian Defense Minstry} said so.", "Ministry of Defence of Russia", "Russia", "ministry"),
    ("{Kremlin spokesman Dmitry Peskov} said so.", "Dmitry Peskov", "Russia", "person"),
    ("{A spokesman for the Israeli army} said so.", "Israel Defense Forces", "Israel", "military"),
    ("{Baku and Yerevan} agreed.", "Government of Azerbaijan + Government of Armenia", "Azerbaijan + Armenia",
     "metonym"),
    ("{American and British forces} struck.", "Armed Forces of the United States + Armed Forces of the United Kingdom",
     "United States + United Kingdom", "military"),
    ("{The mayor of Kyiv} said so.", "Mayor of Kyiv", "Ukraine", "office"),
    ("Anatoly Antonov, the Russian envoy, came home. {Antonov} said so.", "Anatoly Antonov", "Russia", "person"),
    ("{Chile's prime minister} said so.", "Prime Minister of Chile", "Chile", "office"),
    ("{An official of the Chilean foreign ministry} said so.", "Unnamed (Ministry of Foreign Affairs of Chile)",
     "Chile", "unnamed"),
    ("{Peru's embassy in Santiago} said so.", "Embassy of Peru in Chile", "Peru", "office"),
    ("{The Peruvian ambassador to Chile} said so.", "Ambassador of Peru to Chile", "Peru", "office"),
    ("{The company, Airbus,} said so.", "Airbus", "Airbus", "company"),
    ("Peru warned Chile. {The latter's foreign ministry} said so.", "Ministry of Foreign Affairs of Chile",
     "Chile", "ministry"),
    ("Peru warned Chile. {The former} said so.", "Government of Peru", "Peru", "government"),
    ("{An Iran-backed movement} said so.", "Unnamed", "none", "unnamed"),
    ("KARACHI - {The foreign ministry} said so.", "Ministry of Foreign Affairs of Pakistan", "Pakistan", "ministry"),
    ("TIJUANA - {The foreign ministry} said so.", "Ministry of Foreign Affairs of Mexico", "Mexico", "ministry"),
    ("{The governor of Kursk} said so.", "Governor of Kursk Region", "Russia", "office"),
    ("Moscow spoke. {It} said so.", "Government of Russia", "Russia", "government"),
    ("NATO met. {Its secretary general} said so.", "Secretary General of NATO", "NATO", "office"),
    ("{The global chemical weapons watchdog} said so.", "Organisation for the Prohibition of Chemical Weapons",
     "OPCW", "organisation"),
    ("Two men were held in Melbourne. {The AFP} said so.", "Australian Federal Police", "Australia", "organisation"),
    ("{Kyiv's mayor} said so.", "Mayor of Kyiv", "Ukraine", "office"),
    ("{Barcelona's city police} said so.", "City Police of Barcelona", "Spain", "organisation"),
    ("{Lt Col Ana Roe, a spokeswoman for the Polish army,} said so.", "Ana Roe", "Poland", "person"),
    ("{Two people familiar with the matter} said so.", "Unnamed", "none", "unnamed"),
    ("{the European Union's monitors} said so.", "European Union", "European Union", "organisation"),
]  # fmt: skip

IN_CONTEXT = [
    ("The Russian Defence Ministry published a map. {It} said the drone had turned.", "Ministry of Defence of Russia"),
    ("Poland's Defence Ministry reported it. {The ministry} added more.", "Ministry of Defence of Poland"),
    ("The Kremlin said {its warplanes} had reacted.", "Presidency of Russia"),
    ("Ukraine's president and Iran's envoy met. Ukraine was ready. {Its foreign minister} said so.",
     "Minister of Foreign Affairs of Ukraine"),
    ("Médecins Sans Frontières lost a car. {The charity} said it had told both armies.", "Médecins Sans Frontières"),
    ("ANKARA - {The foreign ministry} said so.", "Ministry of Foreign Affairs of Turkey"),
    ("Sudan's war went on. {The army} said it had broken the siege.", "Armed Forces of Sudan"),
    ("Travis Coe, head of the World Health Organization's team, spoke. {Coe} said so.", "Travis Coe"),
    ("The European Union met. {Brussels} said so.", "European Union"),
    ("The prime minister of Belgium resigned. {Brussels} said so.", "Government of Belgium"),
]  # fmt: skip


def _resolved(marked: str) -> Party:
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    dateline = text.split(" - ")[0] if " - " in text else ""
    return resolve(Span(start=start, end=end), context(text, dateline))


@pytest.mark.parametrize(("text", "name", "side", "kind"), NAMED)
def test_a_mention_is_resolved_to_the_most_specific_body(text: str, name: str, side: str, kind: str) -> None:
    party = _resolved(text)
    assert (party.name, party.side, party.kind.value) == (name, side, kind)


@pytest.mark.parametrize(("text", "name"), IN_CONTEXT)
def test_the_text_around_decides(text: str, name: str) -> None:
    assert _resolved(text).name == name


def test_parties_form_a_tree() -> None:
    party = _resolved("{the US European Command} said so.")
    assert party.via == ("Armed Forces of the United States",)

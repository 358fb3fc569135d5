from importlib.resources import files

import pytest

from claimtrack.models import Party, PartyKind, Span
from claimtrack.parties import context, resolve

NAMED = [
    ("{The European Council on Foreign Relations} said so.", "European Council on Foreign Relations",
     "European Council on Foreign Relations", "organisation"),
    ("{The Mail on Sunday} said so.", "Daily Mail", "Daily Mail", "media"),
    ("A man born in Algeria attacked shoppers in Marseille. {Police} said so.", "Police of France", "France",
     "organisation"),
    ("{Ana Roe, mayor of Lyon, France,} said so.", "Ana Roe", "France", "person"),
    ("{The Turkish president and Russian President Vladimir Putin} agreed.", "President of Turkey + Vladimir Putin",
     "Turkey + Russia", "office"),
    ("{US and other Western officials} said so.", "Unnamed (United States)", "United States", "unnamed"),
    ("{Ana Roe, Gaza coordinator for UNICEF,} said so.", "Ana Roe", "United Nations", "person"),
    ("{Syria's Ministry of Defence and Russia} agreed.", "Ministry of Defence of Syria + Government of Russia",
     "Syria + Russia", "ministry"),
    ("{Opposition figures from Syria} said so.", "Unnamed (Syria)", "Syria", "unnamed"),
    ("{Her grandfather, Nasser al-Roe, a former minister of agriculture,} said so.", "Nasser al-Roe", "Nasser al-Roe",
     "person"),
    ("NATO agreed after {the US} threatened to leave.", "Government of the United States", "United States", "state"),
    ("{Residents of Yakla, a town that was hit in a raid ordered by President Donald Trump,} said so.", "Unnamed crowd",
     "none", "crowd"),
    ("{UK Ambassador and Deputy Permanent Representative Ana Roe} said so.", "Ana Roe", "United Kingdom", "person"),
    ("{UN human rights expert for South Sudan Ana Roe} said so.", "Ana Roe", "United Nations", "person"),
    ("{Iraq's Ministry of Immigration and Displacement} said so.", "Ministry of Immigration and Displacement of Iraq",
     "Iraq", "ministry"),
    ("{The BBC's Ana Roe in Paris} said so.", "Ana Roe", "BBC", "person"),
    ("{a statement released by the UN Assistance Mission in Afghanistan on Sunday} said so.",
     "United Nations Assistance Mission in Afghanistan", "United Nations", "organisation"),
    ("{the UN's most recent report on threats to civilians} said so.", "United Nations", "United Nations",
     "organisation"),
    ("Theresa May met them. {A spokeswoman for May} said so.", "Prime Minister's Office of the United Kingdom",
     "United Kingdom", "office"),
    ("{Samim Roe, a cook,} said so.", "Samim Roe", "Samim Roe", "person"),
    ("{A Russian Ministry of Defence statement} said so.", "Ministry of Defence of Russia", "Russia", "ministry"),
    ("{A press release from the Pentagon} said so.", "Department of Defense of the United States", "United States",
     "metonym"),
    ("{members of the Harbour Group on settling the situation in Ukraine} said so.", "Unnamed", "none", "unnamed"),
    ("{Theresa May on North Korea} spoke.", "Theresa May", "United Kingdom", "person"),
    ("{Seoul's state pension fund} said so.", "Unnamed (South Korea)", "South Korea", "unnamed"),
    ("{Refugee rights group the Harbour Relief Committee} said so.", "Harbour Relief Committee",
     "Harbour Relief Committee", "organisation"),
    ("{The United Nations and rights groups such as Amnesty International} said so.",
     "United Nations + Amnesty International", "United Nations + Amnesty International", "organisation"),
    ("{Verdana's announcement regarding the breaches} said so.", "Verdana", "Verdana", "organisation"),
    ("{Roe's disciplinary letter} said so.", "Unnamed", "none", "unnamed"),
    ("{Police in Lorain, about 30 miles from Cleveland,} said so.", "Police of Lorain",
     "United States", "organisation"),
    ("Kurds marched through Frankfurt against Turkey. The Turkish police watched. {Police} left.", "Police of Turkey",
     "Turkey", "organisation"),
    ("Kurds marched in Frankfurt against Turkey. Turkish officials watched. {Police} left.", "Police of Germany",
     "Germany", "organisation"),
    ("{International mediators from the OSCE Minsk Group} said so.", "Unnamed (OSCE Minsk Group)",
     "Organization for Security and Co-operation in Europe", "unnamed"),
    ("{A new United Nations report} said so.", "United Nations", "United Nations", "organisation"),
    ("{HBR's 2015 financial report} said so.", "HBR", "HBR", "organisation"),
    ("{news agency Bloomberg in November} said so.", "Bloomberg News", "Bloomberg News", "media"),
    ("{European Commission data} showed it.", "European Commission", "European Union", "organisation"),
    ("{Labour MP Ana Roe} said so.", "Ana Roe", "Labour Party", "person"),
    ("{Ana Roe and other experts} said so.", "Ana Roe", "Ana Roe", "person"),
    ("{Roe, the Malaysian police inspector-general,} said so.", "Roe", "Malaysia", "person"),
    ("{Ana Roe, an Amnesty International researcher,} said so.", "Ana Roe", "Amnesty International", "person"),
    ("{Sergeant Ana Roe of the Northern Force} said so.", "Ana Roe", "Ana Roe", "person"),
    ("Malaysian police met North Korean envoys. They left, {police} said.", "Police of Malaysia", "Malaysia",
     "organisation"),
    ("Vietnamese officials met Malaysian officials in Malaysia. {The authorities} say so.", "Government of Malaysia",
     "Malaysia", "government"),
    ("{Ana Roe, a senior adviser with Amnesty International,} said so.", "Ana Roe", "Amnesty International", "person"),
    ("{An analyst with the Harbour Group, Ana Roe,} said so.", "Ana Roe", "Harbour Group", "person"),
    ("{Ana Roe, a director of the Geneva-based IOM,} said so.", "Ana Roe", "United Nations", "person"),
    ("{Harbour Party co-chair Ana Roe} said so.", "Ana Roe", "Harbour Party", "person"),
    ("Peru voted. {Presidential spokeswoman Ana Roe} said so.", "Ana Roe", "Peru", "person"),
    ("{Peru's Minister of Defence Ana Roe} said so.", "Ana Roe", "Peru", "person"),
    ("{White House Director of Strategic Communications Ana Roe} said so.", "Ana Roe", "United States", "person"),
    ("{The President of Costa Rica} said so.", "President of Costa Rica", "Costa Rica", "office"),
    ("{The wife of the gunman Ana Roe} said so.", "Unnamed", "none", "unnamed"),
    ("{Roe, a taxi driver,} said so.", "Roe", "Roe", "person"),
    ("{AFP correspondents in Damascus} said so.", "Agence France-Presse", "Agence France-Presse", "media"),
    ("{The Dogan news agency} said so.", "Dogan news agency", "Dogan news agency", "media"),
    ("{Russia's RIA Novosti news agency} said so.", "RIA Novosti", "Russia", "media"),
    ("{The UN's refugee agency (UNHCR)} said so.", "United Nations High Commissioner for Refugees",
     "United Nations", "organisation"),
    ("South Korea drilled. {The North} protested.", "Government of North Korea", "North Korea", "state"),
    ("South Korea drilled. {The North's KCNA news agency} said so.", "Korean Central News Agency", "North Korea",
     "media"),
    ("Peru called in the Chilean envoy, {the country's foreign ministry} said.", "Ministry of Foreign Affairs of Peru",
     "Peru", "ministry"),
    ("{Peru's foreign minister Ana Roe and the Chilean defence minister} said so.",
     "Ana Roe + Minister of Defence of Chile", "Peru + Chile", "person"),
    ("{A spokesperson for the Harbour Operations Command} said so.", "Harbour Operations Command",
     "Harbour Operations Command", "organisation"),
    ("{Ana Roe, an expert on Syria at the University of Oklahoma,} said so.", "Ana Roe", "University of Oklahoma",
     "person"),
    ("{The Russian permanent representative to the European security agency} said so.", "Unnamed (Russia)", "Russia",
     "unnamed"),
    ("{Ana Roe, Sweden's minister of defence,} said so.", "Ana Roe", "Sweden", "person"),
    ("Ana Roe, {who} said so.", "Ana Roe", "Ana Roe", "person"),
    ("Ana Roe was there. It was told in Kabul. Roe, {who} asked for troops, left.", "Ana Roe", "Ana Roe", "person"),
    ("He told it in a Facebook post: the officer {who} told him so left.", "Unnamed", "none", "unnamed"),
    ("{Maria de Lima outside the hall} said so.", "Maria de Lima", "Maria de Lima", "person"),
    ("Maria de Lima was held. {De Lima outside the Senate} said so.", "De Lima", "De Lima", "person"),
    ("{Sen. Ana Roe, D-New Hampshire,} said so.", "Ana Roe", "Ana Roe", "person"),
    ("America asked Russia. {The justice department} said so.", "Department of Justice of the United States",
     "United States", "ministry"),
    ("{Mexicans} said so.", "Unnamed (Mexico)", "Mexico", "unnamed"),
    ("Ana Roe spoke. {Roe's spokesman Ben Poe} said so.", "Ben Poe", "Ana Roe", "person"),
    ("The fair began. {Martin} said so.", "Martin", "Martin", "organisation"),
    ("{A Harbour senator investigating alleged meddling} said so.", "Unnamed", "none", "unnamed"),
    ("{Iran's Red Crescent} said so.", "Iranian Red Crescent", "Iranian Red Crescent", "organisation"),
    ("{The opposition alliance in Zambia} said so.", "Opposition of Zambia", "Opposition of Zambia", "organisation"),
    ("{Zambia's opposition leader} said so.", "Leader of the Opposition of Zambia", "Opposition of Zambia", "office"),
    ("{The governor of Kyrgyzstan's Batken region} said so.", "Governor of Batken region", "Kyrgyzstan", "office"),
    ("{Chile port operator} said so.", "Unnamed (Chile)", "Chile", "unnamed"),
    ("{USADA} said so.", "USADA", "USADA", "organisation"),
    ("{The U.S. Anti-Doping Agency} said so.", "USADA", "USADA", "organisation"),
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
    ("{Chile's foreign minister, Ana Roe,} said so.", "Ana Roe", "Chile", "person"),
    ("{The Peruvian and Chilean foreign ministers} said so.",
     "Minister of Foreign Affairs of Peru + Minister of Foreign Affairs of Chile", "Peru + Chile", "office"),
    ("{The foreign ministers of Peru and Chile} said so.",
     "Minister of Foreign Affairs of Peru + Minister of Foreign Affairs of Chile", "Peru + Chile", "office"),
    ("{The head of Chile's military intelligence} said so.", "Head of Military Intelligence of Chile", "Chile",
     "office"),
    ("{A spokesman for President Emmanuel Macron} said so.", "Presidency of France", "France", "office"),
    ("{A US Embassy spokesperson in Lima} said so.", "Embassy of the United States in Peru", "United States",
     "office"),
    ("{The Biden administration} said so.", "Government of the United States", "United States", "government"),
    ("{Lawyers for Boeing} said so.", "Boeing", "Boeing", "company"),
    ("{The Chilean army's investigation} said so.", "Armed Forces of Chile", "Chile", "military"),
    ("{Doctors at Mercy Hospital} said so.", "Unnamed crowd", "none", "crowd"),
    ("{A court in The Hague} said so.", "Unnamed (Netherlands)", "Netherlands", "unnamed"),
    ("{The clothing chain Quantrix} said so.", "Quantrix", "Quantrix", "company"),
    ("{Yemen's Iran-aligned Houthi group} said so.", "Houthis", "Houthis", "armed_group"),
    ("{Nigeria's Boko Haram} said so.", "Boko Haram", "Boko Haram", "armed_group"),
    ("{Hamas's health ministry} said so.", "Ministry of Health of Gaza", "Hamas", "ministry"),
    ("{a U.N. diplomat} said so.", "Unnamed (United Nations)", "United Nations", "unnamed"),
    ("{its operator, Blue Lines,} said so.", "Blue Lines", "Blue Lines", "organisation"),
    ("{a local resident, Ivan Petrov,} said so.", "Ivan Petrov", "Ivan Petrov", "person"),
    ("{Col Ana Roe, spokesman for the PLA's Western Theatre Command,} said so.", "Ana Roe", "China", "person"),
    ("CARACAS - {The head of the National Electoral Council, Ana Roe,} said so.", "Ana Roe", "Venezuela", "person"),
    ("PARIS - {The prefecture of Seine-Maritime} said so.", "Prefecture of Seine-Maritime", "France", "organisation"),
    ("ROME - {Ana Roe, a junior transport minister,} said so.", "Ana Roe", "Italy", "person"),
    ("ROME - {Genoa Prosecutor Ana Roe} said so.", "Ana Roe", "Italy", "person"),
    ("ROME - {Ana Roe, transport minister until June,} said so.", "Ana Roe", "Italy", "person"),
    ("{Research firm Quantrix} said so.", "Quantrix", "Quantrix", "company"),
    ("{the European Union's monitors} said so.", "European Union", "European Union", "organisation"),
]  # fmt: skip

IN_CONTEXT = [
    # who is called former is "the president" no more
    ("Former President Barack Obama left. President Donald Trump spoke of President Obama. {The president} said so.",
     "Donald Trump"),
    ("The Russian Defence Ministry published a map. {It} said the drone had turned.", "Ministry of Defence of Russia"),
    ("Poland's Defence Ministry reported it. {The ministry} added more.", "Ministry of Defence of Poland"),
    ("The Kremlin said {its warplanes} had reacted.", "Presidency of Russia"),
    ("Ukraine's president and Iran's envoy met. Ukraine was ready. {Its foreign minister} said so.",
     "Minister of Foreign Affairs of Ukraine"),
    ("Médecins Sans Frontières lost a car. {The charity} said it had told both armies.", "Médecins Sans Frontières"),
    ("ANKARA - {The foreign ministry} said so.", "Ministry of Foreign Affairs of Turkey"),
    ("Sudan's war went on. {The army} said it had broken the siege.", "Armed Forces of Sudan"),
    ("Travis Coe, head of the World Health Organization's team, spoke. {Coe} said so.", "Travis Coe"),
    ("Sergei Lavrov spoke. {The minister} said so.", "Sergei Lavrov"),
    ("Emmanuel Macron met Keir Starmer. {The president} said so.", "Emmanuel Macron"),
    ("Emmanuel Macron met Keir Starmer. {His office} said so.", "Presidency of France"),
    ("Zelenskyy signed the law. {He} said so.", "Volodymyr Zelenskyy"),
    ("Zelenskyy signed the law. {The president's office} said so.", "Presidency of Ukraine"),
    ("Peru and Chile closed the border. {They} said so.", "Government of Peru + Government of Chile"),
    ("Peru and Chile closed the border. {Both sides} said so.", "Government of Peru + Government of Chile"),
    ("Boeing sold Jeju Air the jet. {The airline} said so.", "Jeju Air"),
    ("The lawyer told jurors that {the company}, Boeing, knew.", "Boeing"),
    ("Ships of Thailand and Malaysia met. {The regional bloc} said so.", "Association of Southeast Asian Nations"),
    ("{The alliance} said so.", "North Atlantic Treaty Organization"),
    ("Samsung Electronics lost its case against {its largest union}.", "National Samsung Electronics Union"),
    ("{The party's co-leader} said in Berlin that the AfD would sue.", "Alternative for Germany"),
    ("The IAEA board met. {Vienna} said inspectors were back.", "International Atomic Energy Agency"),
    ("{The Hague} issued a warrant, the prosecutor said.", "International Criminal Court"),
    ("DUBAI - Iran fired. Iraq denied it. {The prime minister's office} said so.",
     "Prime Minister's Office of Dubai"),
    ("Benjamin Netanyahu spoke. {The Israeli leader} said so.", "Benjamin Netanyahu"),
    ("KYIV - {The mayor} said so.", "Mayor of Kyiv"),
    ("Kosovo was calm. {The NATO-led force} said so.", "Kosovo Force"),
    ("The European Union met. {Brussels} said so.", "European Union"),
    ("The prime minister of Belgium resigned. {Brussels} said so.", "Government of Belgium"),
    ("Airbus was slow. Boeing was having none of it: the report, {it} argued, was wrong.", "Boeing"),
    ("A dam of Vale burst. {Cleide Silva, a cook at the mine,} said so.", "Cleide Silva"),
    ("{Provea, a local rights group,} said so.", "Provea"),
    ("{Laurent Berger of the CFDT} said so.", "Laurent Berger"),
    ("{The police union Alliance} said so.", "Alliance"),
    ("{The management of TotalEnergies} said so.", "TotalEnergies"),
    ("Boeing lost a jet. {Its Chief Executive, Ana Roe,} said so.", "Ana Roe"),
    ("{The president of the Bolivarian Republic, Nicolás Maduro,} said so.", "Nicolas Maduro"),
    ("{The state bureau of investigation} said so.", "Unnamed"),
    ("{Body camera footage released on Thursday} showed it.", "Unnamed"),
    ("{The Lakeside Police Department} said so.", "Lakeside Police Department"),
    ("The Lakeside Police Department spoke. {The police union} said so.", "Police union"),
    ("{A monitoring mission}, My Vote, said so.", "My Vote"),
    ("Gaza was dark. {Health authorities in the enclave} said so.", "Ministry of Health of Gaza"),
    ("The mayor of Kyiv spoke. {The general} said so.", "Unnamed"),
    # A given name is no misspelt province, and an office of two things no person.
    ("{Albert} said so.", "Albert"),
    ("{The State Administration for Industry and Commerce} said so.", "State Administration for Industry and Commerce"),
    ("{The UN headquarters in New York} said so.", "United Nations"),
    ("{A police source quoted by Associated Press} said so.", "Unnamed"),
    ("Yale University has a new name. {The US university} said so.", "Yale University"),
    ("The New York Times and CNN had it. {The paper} said so.", "The New York Times"),
    ("The Co-op Bank was bailed out by US hedge funds. {It} said so.", "Co-op"),
    ("The Co-op Bank spoke. {A spokesman for the Bank of England's Notes Authority} said so.", "Bank of England"),
    ("{Royal Bank of Scotland} said so.", "Royal Bank of Scotland"),
    ("{Turkey's Erdogan} said so.", "Recep Tayyip Erdogan"),
    ("Germany and Tunisia agreed. {The chancellor} said so.", "Chancellor of Germany"),
    ("{Frankfurt prosecutors} said so.", "Unnamed (Germany)"),
    ("In Trump's call he spoke. {Trump} said so.", "Donald Trump"),
    ("Emmanuel Macron left. {His lawyer Ana Roe} said so.", "Ana Roe"),
    ("{Eva Foster Vander Roe, Campaigner for Greenpeace Peru,} said so.", "Eva Foster Vander Roe"),
    ("He met the golfer Ernie Els. Trump's course is near. {Trump} said so.", "Donald Trump"),
    ("Boeing was late, the rating firm Moody's said. {The company} said so.", "Boeing"),
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


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("{IMF head Christine Lagarde} said so.", "International Monetary Fund"),
        ("{Ana Roe, head of the Syrian opposition delegation,} said so.", "Opposition of Syria"),
        ("{Ana Roe, political adviser to the UNHCR,} said so.", "United Nations"),
        ("{Ana Roe, a spokeswoman for the Association of Parks and Fairs,} said so.", "Association of Parks and Fairs"),
        ("{Ana Roe, director of the Guild of Bakers,} said so.", "Guild of Bakers"),
        ("{Dutch Prime Minister Mark Rutte} said so.", "Netherlands"),
        ("{Chilean President Michelle Bachelet} said so.", "Chile"),
        ("{Alexander Stubb, a former Finnish prime minister,} said so.", "Alexander Stubb"),
        ("{Ana Roe, the UN humanitarian coordinator for Peru,} said so.", "United Nations"),
        ("{XYZ Chief Executive Ana Roe} said so.", "XYZ"),
    ],
)
def test_somebody_is_on_the_side_of_what_he_is_in(text: str, side: str) -> None:
    assert _resolved(text).side == side


def test_what_was_said_before_is_found_again() -> None:
    text = (
        "Peru's embassy in Chile spoke. Then Boeing, which makes jets in Chile and Peru, it added. The embassy spoke."
    )
    around = context(text)
    spoken = Span(start=0, end=len("Peru's embassy in Chile"))
    around = around.heard(spoken, resolve(spoken, around))
    for again in ("it", "The embassy"):
        start = text.rindex(again + " ")
        assert resolve(Span(start=start, end=start + len(again)), around).name == "Embassy of Peru in Chile"


def test_added_names_go_before_the_lists() -> None:
    falcons = Party(name="Blue Falcons", kind=PartyKind.ARMED_GROUP, sides=("Blue Falcons",))
    text = "BF denied it. A spokesman for the blue falcons laughed. The group said so."
    around = context(text, names=(("BF", falcons), ("Blue Falcons", falcons)))
    for mention in ("BF", "A spokesman for the blue falcons", "The group"):
        span = Span(start=text.index(mention), end=text.index(mention) + len(mention))
        party = resolve(span, around)
        around = around.heard(span, party)
        assert party == falcons


def test_parties_form_a_tree() -> None:
    party = _resolved("{the US European Command} said so.")
    assert party.via == ("Armed Forces of the United States",)


def test_no_body_is_listed_twice() -> None:
    folder = files("claimtrack.parties") / "data"
    rows = [(folder / f"bodies_{of}.tsv").read_text("utf-8").splitlines()[1:] for of in ("state", "other")]
    names = [row.split("\t")[0] for found in rows for row in found]
    assert len(names) == len(set(names)) > 3000

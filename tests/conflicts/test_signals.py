"""Pairs of statements and how they relate, in our own words: what fires, and what must not."""

import pytest

from claimtrack.claims import Utterance, utterances
from claimtrack.conflicts import relate
from claimtrack.conflicts.compare import compare
from claimtrack.models import ReasonCode, RelationKind
from tests.told import told

R, C = RelationKind, ReasonCode

MEET = [
    # marks of quotation part no clause
    ('{s1:Democrats} {q1:said} {c1:Mr Roe "lied on oath" at the hearing}.',
     "{s1:The minister} {q1:insists} {c1:he did not lie at the hearing}.",
     R.CONTRADICTS, ReasonCode.NEGATION, ("lied on oath", "lie at the hearing")),
    # a denial covers its proposition, in other words too
    ("{s1:Kyiv} {q1:said} {c1:a Russian missile struck the hospital}.",
     "{s1:Moscow} {q1:denied} {c1:that its missile had hit the hospital}.",
     R.CONTRADICTS, C.DENIAL, ("struck the hospital", "hit the hospital")),
    ("{s1:Azerbaijan} {q1:said} {c1:Armenian forces shelled the town}.",
     "{s1:Yerevan} {q1:called} {c1:the accusation a lie}.",
     R.CONTRADICTS, C.DENIAL, ("Armenian forces shelled the town", "the accusation a lie")),
    # a rejection that the content performs, one that came through somebody
    ("{s1:Azerbaijan} {q1:said} {c1:Armenian forces shelled the town}.",
     '{s1:Yerevan} {q1:said} {c1:"We deny this accusation,"}',
     R.CONTRADICTS, C.DENIAL, ("Armenian forces shelled the town", '"We deny this accusation,"')),
    ("{s1:Azerbaijan} {q1:said} {c1:Armenian forces shelled the town}.",
     "{s1:Yerevan} {q1:denied} {c1:the allegations through a spokesman}.",
     R.CONTRADICTS, C.DENIAL, ("Armenian forces shelled the town", "the allegations through a spokesman")),
    # somebody named, who is not involved
    ("{s1:Prosecutors} {q1:accused} {c1:Senator Ana Roe of having abetted the illegal drug trade}.",
     "{s1:Ana Roe} {q1:insisted} {c1:that she is not involved in the illegal drug trade}.",
     R.CONTRADICTS, C.DENIAL, ("drug", "drug")),
    # things named in the very words, things that nobody has
    ("{s1:Reuters} {q1:reported} {c1:that Russian special forces were sent to the base}.",
     "{s1:Moscow} {q1:said} {c1:there are no Russian special forces in the country}.",
     R.CONTRADICTS, C.NEGATION, ("Russian special forces", "no Russian special forces")),
    ("{s1:Washington} {q1:said} {c1:the army used chemical weapons in the attack}.",
     "{s1:Damascus} {q1:said} {c1:the army does not possess chemical weapons}.",
     R.CONTRADICTS, C.NEGATION, ("weapons", "possess chemical weapons")),
    # the same, negated in its own words
    ("{s1:The Pentagon} {q1:said} {c1:a jet struck the propeller of its drone}.",
     "{s1:Moscow} {q1:said} {c1:its jets did not come into contact with the drone}.",
     R.CONTRADICTS, C.NEGATION, ("struck the propeller", "not come into contact")),
    ("{s1:The Pentagon} {q1:said} {c1:a jet touched the drone}.",
     "{s1:Moscow} {q1:said} {c1:no jet had touched the drone}.",
     R.CONTRADICTS, C.NEGATION, ("touched the drone", "touched the drone")),
    # what bears a deed's name only behind a noun, and whose means were used
    ("{s1:The union} {q1:said} {c1:police had broken laws on detention}.",
     "{s1:The mayor} {q1:said} {c1:police had not broken laws on detention}.",
     R.CONTRADICTS, C.NEGATION, ("broken laws", "broken laws")),
    ("{s1:Kyiv} {q1:said} {c1:Russian drones were used to strike the dam}.",
     "{s1:Moscow} {q1:said} {c1:Ukrainian forces struck the dam}.",
     R.CONTRARY_TO, C.AGENT, ("Russian drones were used to strike the dam", "Ukrainian forces struck the dam")),
    # figures
    ("{s1:The union} {q1:said} {c1:6,500 workers joined the strike}.",
     "{s1:The company} {q1:said} {c1:fewer than 900 workers joined the strike}.",
     R.CONTRARY_TO, C.NUMBER, ("6,500", "fewer than 900")),
    ("{s1:Kyiv} {q1:said} {c1:at least 40 soldiers were killed in the raid}.",
     "{s1:Moscow} {q1:said} {c1:three servicemen died in the raid}.",
     R.CONTRARY_TO, C.NUMBER, ("at least 40", "three")),
    # doers
    ("{s1:Kyiv} {q1:said} {c1:Russian forces blew up the dam}.",
     "{s1:Moscow} {q1:said} {c1:Ukrainian forces shelled the dam}.",
     R.CONTRARY_TO, C.AGENT, ("Russian forces blew up the dam", "Ukrainian forces shelled the dam")),
    ("{s1:Kyiv} {q1:said} {c1:the dam was blown up by Russian forces}.",
     "{s1:Moscow} {q1:said} {c1:Ukrainian forces shelled the dam}.",
     R.CONTRARY_TO, C.AGENT, ("blown up by Russian forces", "Ukrainian forces shelled the dam")),
    ("{s1:Baku} {q1:said} {c1:Armenian forces opened fire first}.",
     "{s1:Yerevan} {q1:said} {c1:Azerbaijan launched the attack on Sunday}.",
     R.CONTRARY_TO, C.AGENT, ("Armenian forces opened fire first", "Azerbaijan launched the attack")),
    ("{s1:The inquiry} {q1:said} {c1:the pilot was to blame for the crash}.",
     "{s1:The union} {q1:said} {c1:the pilot was not to blame for the crash}.",
     R.CONTRADICTS, C.NEGATION, ("blame for the crash", "blame for the crash")),
    # an armed group, and a thing that is blamed
    ("A blast tore through a hospital. {s1:Palestinian officials} {q1:blamed} {c1:an Israeli air strike}.",
     "{s1:The army} {q1:said} {c1:a rocket of the Islamic Jihad group had hit the hospital}.",
     R.CONTRARY_TO, C.AGENT, ("an Israeli air strike", "Islamic Jihad group had hit the hospital")),
    ("{s1:The governor} {q1:blamed} {c1:the Rapid Support Forces}.",
     "{s1:The RSF} {q1:rejected} {c1:accusations that they bombed the hospital}.",
     R.CONTRADICTS, C.DENIAL, ("the Rapid Support Forces", "bombed")),
    # who was not behind it
    ("{s1:Tehran} {q1:said} {c1:the Zionist regime had bombed the hospital}.",
     "{s1:Washington} {q1:said} {c1:its assessment, based on images, was that Israel was not responsible}.",
     R.CONTRADICTS, C.NEGATION, ("Zionist regime had bombed the hospital", "Israel was not responsible")),
    # a part in it, laid at somebody's door and rejected by others, or by himself elsewhere
    ("{s1:Peskov} {q1:said} {c1:London's role in the subversion has been established}.",
     "{s1:Paris} {q1:called} {c1:the accusations against London ridiculous}.",
     R.CONTRADICTS, C.DENIAL, ("London's role", "accusations against London")),
    ("{s1:Kyiv} {q1:said} {c1:the leaks were an attack planned by Russia}.",
     "{s1:Peskov} {q1:said} {c1:accusing Moscow was predictable and absurd}.",
     R.CONTRADICTS, C.DENIAL, ("attack planned by Russia", "accusing Moscow")),
    ("{s1:Moscow} {q1:said} {c1:the attack was carried out by Ukraine}.",
     "{s1:Berlin} {q1:said} {c1:Ukraine had nothing to do with the attack}.",
     R.CONTRADICTS, C.DENIAL, ("attack was carried out by Ukraine", "Ukraine had nothing to do with")),
    # figures said loosely, and the people counted
    ("{s1:The ministry} {q1:revised} {c1:its toll to 471 dead and 314 wounded}.",
     "{s1:The army} {q1:put} {c1:the number of dead at several dozen}.",
     R.CONTRARY_TO, C.NUMBER, ("471", "several dozen")),
    ("{s1:The FSB} {q1:said} {c1:three wounded servicemen were given care, and their lives are not in danger}.",
     "{s1:The navy} {q1:said} {c1:six sailors were wounded}.",
     R.CONTRARY_TO, C.NUMBER, ("three", "six")),
    ("{s1:The union} {q1:said} {c1:about 900 nurses walked out}.",
     "{s1:The clinic} {q1:put} {c1:the number of strikers at fewer than 500}.",
     R.CONTRARY_TO, C.NUMBER, ("about 900", "fewer than 500")),
    # a city is one place, whatever is said of it before; and a figure behind what it counts
    ("{s1:Amnesty} {q1:said} {c1:many hundreds of people were killed in the northern town of Axum}.",
     "{s1:Police} {q1:said} {c1:93 persons lost their lives in Axum}.",
     R.CONTRARY_TO, C.NUMBER, ("hundreds", "93")),
    ("{s1:The FSB} {q1:said} {c1:three sailors were wounded}.",
     "{s1:Kyiv} {q1:put} {c1:the number of wounded} at {c1:six, two of them in a serious condition}.",
     R.CONTRARY_TO, C.NUMBER, ("three", "six")),
    ("{s1:Organisers} {q1:put} {c1:the turnout at 50,000}.",
     "{s1:Police} {q1:put} {c1:the turnout} at {c1:12,000}.",
     R.CONTRARY_TO, C.NUMBER, ("50,000", "12,000")),
    ("{s1:The report} {q1:said} {c1:some 800 townspeople were slain in the town}.",
     "{s1:The state} {q1:said} {c1:its soldiers had killed 110 civilians}.",
     R.CONTRARY_TO, C.NUMBER, ("some 800", "110")),
    # absence
    ("{s1:The union} {q1:said} {c1:the walkout had disrupted production}.",
     "{s1:Samsung} {q1:said} {c1:there was no disruption at the plant}.",
     R.CONTRADICTS, C.NEGATION, ("disrupted production", "no disruption")),
    ("{s1:Khartoum} {q1:denied} {c1:any famine in the camp}.",
     "{s1:The United Nations} {q1:said} {c1:families there lived through famine}.",
     R.CONTRADICTS, C.DENIAL, ("any famine", "famine")),
    # the accused
    ("{s1:Kyiv} {q1:denied} {c1:carrying out any strike on the town}.",
     "{s1:Moscow} {q1:said} {c1:Ukrainian forces shelled the prison}.",
     R.CONTRADICTS, C.DENIAL, ("strike", "Ukrainian forces shelled the prison")),
    # a denial in much the same words, with a verb that says little
    ("{s1:Manila} {q1:said} {c1:water cannon had been used for about 40 minutes}.",
     "{s1:Beijing} {q1:denied} {c1:that water cannon were used}.",
     R.CONTRADICTS, C.DENIAL, ("cannon", "cannon")),
    # no harm, and killing
    ("{s1:Residents} {q1:said} {c1:soldiers had killed 11 civilians}.",
     "{s1:The army} {q1:denied} {c1:that civilians had been harmed}.",
     R.CONTRADICTS, C.DENIAL, ("killed 11 civilians", "harmed")),
    # speeds
    ("{s1:The minister} {q1:said} {c1:the train was travelling at 140 km/h}.",
     "{s1:The driver} {q1:said} {c1:he was doing 75 km/h}.",
     R.CONTRARY_TO, C.NUMBER, ("140", "75")),
    # a signal
    ("{s1:The union} {q1:said} {c1:the signal had been dark since Saturday}.",
     "{s1:The minister} {q1:said} {c1:the signals were working}.",
     R.CONTRARY_TO, C.ANTONYM, ("been dark", "were working")),
    # nothing of what the other names in the same words
    ("{s1:Beijing} {q1:said} {c1:the boat had been bringing building materials to a grounded warship}.",
     "{s1:Manila} {q1:said} {c1:no building materials were on board}.",
     R.CONTRADICTS, C.NEGATION, ("building materials", "no building materials")),
    # who ran into whom
    ("{s1:Manila} {q1:said} {c1:a Chinese cutter rammed a supply boat}.",
     "{s1:Beijing} {q1:said} {c1:a Philippine vessel hit its ship}.",
     R.CONTRARY_TO, C.AGENT, ("Chinese cutter rammed a supply boat", "Philippine vessel hit its ship")),
    # opposites
    ("{s1:Officials} {q1:said} {c1:the tap water was safe}.",
     "{s1:The residents' union} {q1:said} {c1:the water was contaminated}.",
     R.CONTRARY_TO, C.ANTONYM, ("safe", "contaminated")),
    # causes
    ("{s1:Seoul} {q1:said} {c1:the ship sank after a torpedo hit its hull}.",
     "{s1:Pyongyang} {q1:said} {c1:the ship sank because of a fire in its engine room}.",
     R.CONTRARY_TO, C.CAUSE, ("a torpedo hit its hull", "a fire in its engine room")),
    ("{s1:Seoul} {q1:said} {c1:the ship was hit by a torpedo, resulting in an explosion and the loss of the ship}.",
     "{s1:Pyongyang} {q1:said} {c1:as a result of poor welding the ship exploded}.",
     R.CONTRARY_TO, C.CAUSE, ("the ship was hit by a torpedo", "poor welding")),
    # places and their status
    ("{s1:London} {q1:said} {c1:the destroyer sailed through Ukrainian waters}.",
     "{s1:Moscow} {q1:said} {c1:the destroyer had entered Russian waters}.",
     R.CONTRARY_TO, C.PLACE, ("through Ukrainian waters", "entered Russian waters")),
    ("{s1:Washington} {q1:said} {c1:the plane flew in international airspace}.",
     "{s1:Moscow} {q1:said} {c1:the plane violated the boundary of a no-fly zone}.",
     R.CONTRARY_TO, C.PLACE, ("international airspace", "violated the boundary of a no-fly zone")),
    # agreement
    ("{s1:Washington} {q1:said} {c1:the drone crashed into the sea}.",
     "{s1:Moscow} {q1:said} {c1:the drone fell into the sea}.",
     R.CORROBORATES, C.SAME, ("crashed into the sea", "fell into the sea")),
]  # fmt: skip

APART = [
    # who stands trial for killing was not killed
    ("{s1:The report} {q1:said} {c1:some 800 people were slain in the town}.",
     "{s1:Prosecutors} {q1:said} {c1:28 soldiers were on trial for killing civilians}."),
    # a denial of something else
    ("{s1:Washington} {q1:said} {c1:a jet struck the drone's propeller}.",
     "{s1:Moscow} {q1:denied} {c1:that weapons had been used}."),
    # two deeds, of which each side did one
    ("{s1:Manila} {q1:said} {c1:a Chinese shell hit a supply boat}.",
     "{s1:Beijing} {q1:said} {c1:a Philippine drone struck one of its ships}."),
    # doers named together
    ("{s1:Villagers} {q1:said} {c1:soldiers killed 11 traders}.",
     "{s1:Residents} {q1:said} {c1:soldiers and foreign fighters had killed the traders}."),
    # what is not connected is not denied
    ("{s1:The union} {q1:said} {c1:a power failure left patients without treatment}.",
     "{s1:The hospital} {q1:said} {c1:the death had nothing to do with the power failure}."),
    # "that" stands for nothing where it only begins a clause
    ("{s1:The union} {q1:said} {c1:a power failure left patients without treatment}.",
     "{s1:The director} {q1:denied} {c1:that a test in January had failed}."),
    # both sides' own losses
    ("{s1:Azerbaijan} {q1:said} {c1:50 of its soldiers were killed}.",
     "{s1:Armenia} {q1:said} {c1:105 of its soldiers were killed}."),
    # bounds that meet
    ("{s1:The governor} {q1:said} {c1:at least ten people were killed}.",
     "{s1:The ministry} {q1:said} {c1:14 people were killed}."),
    # another measure
    ("{s1:Kyiv} {q1:said} {c1:400 troops were killed}.", "{s1:Moscow} {q1:said} {c1:300 troops were wounded}."),
    # one side
    ("{s1:Moscow} {q1:said} {c1:its jets hit the ship}.", "{s1:The Kremlin} {q1:denied} {c1:that jets hit the ship}."),
    # opposites of two things
    ("{s1:Officials} {q1:said} {c1:the bridge was safe}.", "{s1:The union} {q1:said} {c1:the water was contaminated}."),
    # nothing of another kind
    ("{s1:Kyiv} {q1:said} {c1:there was no warning}.", "{s1:Moscow} {q1:said} {c1:the evacuation was over}."),
    # what will be
    ("{s1:Moscow} {q1:said} {c1:its jets will hit the ship}.", "{s1:Kyiv} {q1:denied} {c1:that jets hit the ship}."),
    # a concern is no claim about a place
    ("{s1:Washington} {q1:said} {c1:the plane flew in international airspace}.",
     "{s1:Moscow} {q1:voiced concern about} {c1:flights over the Black Sea}."),
    # what a verb before it is about
    ("{s1:The ministry} {q1:said} {c1:the town accepted 900 refugees}.",
     "{s1:The mayor} {q1:said} {c1:the town cannot run the risk of accepting refugees}."),
    # what is asked for
    ("{s1:Police} {q1:said} {c1:an officer shot the driver}.",
     "{s1:The crowd} {q1:chanted} {c1:“Don't shoot the driver”}."),
    # what is judged, not told
    ("{s1:The senator} {q1:said} {c1:it would be wrong of the firm to refuse to release its returns}.",
     "{s1:The firm} {q1:said} {c1:it released its returns}."),
    # what a word means
    ("{s1:The minister} {q1:said} {c1:the raid was not a war crime}.",
     "{s1:The general} {q1:said} {c1:the label of war crime is reserved for intent}."),
    # the world is no other's place
    ("{s1:The agency} {q1:said} {c1:millions of refugees were registered around the globe}.",
     "{s1:The ministry} {q1:said} {c1:11,491 refugees were registered}."),
    # where it was is not who did it
    ("{s1:The ministry} {q1:said} {c1:a blast in Gaza City killed 500 people}.",
     "{s1:The army} {q1:said} {c1:Syria struck the people of the town}."),
    ("{s1:Kyiv} {q1:said} {c1:Russian ships opened fire on a group of Ukrainian boats}.",
     "{s1:The navy} {q1:said} {c1:the Russian vessel rammed the boats}."),
    # what has since fallen
    ("{s1:Police} {q1:said} {c1:the rally drew about 3,000 people}.",
     "{s1:Police} {q1:said} {c1:attendance at the rally has since fallen to a few hundred people}."),
    # only what is denied is denied, not what it was about
    ("{s1:The party} {q1:said} {c1:it had won the election in Georgia}.",
     "{s1:The Kremlin} {q1:rejected} {c1:accusations of meddling in the election in Georgia}."),
    # what had happened weeks before
    ("{s1:The army} {q1:denied} {c1:that its jets had struck the hospital}.",
     "{s1:A doctor} {q1:said} {c1:a jet of the army had hit the hospital weeks earlier}."),
    # whose task it is not
    ("{s1:Protesters} {q1:said} {c1:the votes were stolen}.",
     "{s1:The president} {q1:said} {c1:it was not for her to prove fraud}."),
    # a cause is no charge
    ("{s1:An official} {q1:said} {c1:liquefaction of the waste caused the failure of the dam}.",
     "{s1:A lawyer} {q1:said} {c1:the company was not to blame}."),
    # warnings that were not heeded were given, to somebody else
    ("{s1:Residents} {q1:said} {c1:the sirens had not sounded at the dam}.",
     "{s1:The union} {q1:said} {c1:managers of the dam had ignored warnings}."),
    # a noun that only names it
    ("{q1:any mention of} {c1:the suspected ties of the firm to the leak}.",
     "{s1:The firm} {q1:said} {c1:it had no suspected ties to the leak}."),
    ("{s1:The union} {q1:said} {c1:6,500 people fled the town of 50,000}.",
     "{s1:The mayor} {q1:said} {c1:900 people fled the town of 50,000}."),
    # one large figure in both, and one on whose account others died
    ("{s1:Amnesty} {q1:said} {c1:13,000 people were hanged at the prison}.",
     "{s1:The group} {q1:said} {c1:that 50 people were hanged at the prison a week, 13,000 in five years}."),
    ("{s1:The UN} {q1:said} {c1:200 people were killed in the strike}.",
     "{s1:Ana Roe} {q1:said} {c1:they killed the whole street for one man}."),
    # a means is no doer, a place where a thing was used no deed that is denied
    ("{s1:Lee} {q1:said} {c1:North Korea killed Roe}.",
     "{s1:Police} {q1:searched} {c1:the Kuala Lumpur airport for the agent used to kill Roe}."),
    # a claim that only has its name from it
    ("{s1:Ana Roe} {q1:warned} {c1:that the wiretapping claims hurt the president}.",
     "{s1:Ben Poe} {q1:said} {c1:there was no wiretapping}."),
    ("{s1:Ana Roe} {q1:said} {c1:Poe's claim that the office tapped his phones has hurt the alliance}.",
     "{s1:The office} {q1:denied} {c1:that it had tapped his phones}."),
    # who are not of one mind, and who is left somewhere
    ("{s1:Ahmed} {q1:said} {c1:the pilots striking Mosul were not concerned}.",
     "{s1:The pope} {q1:said} {c1:he was concerned about those in Mosul}."),
    ("{s1:Officers} {q1:said} {c1:there were 2,000 fighters left in Mosul}.",
     "{s1:Amnesty} {q1:said} {c1:the raid on Mosul killed civilians}."),
    # a thing that is only spoken of, or stands behind another deed
    ("{s1:Spokesman Roe} {q1:said} {c1:the claims of wiretapping of the tower were many}.",
     "{s1:Director Poe} {q1:said} {c1:there was no wiretapping of the tower}."),
    ("{s1:Residents} {q1:said} {c1:three air strikes had hit the bridge}.",
     "{s1:The army} {q1:denied} {c1:that it had loosened its rules on air strikes}."),
    # the living among the dead
    ("{s1:Medics} {q1:said} {c1:at least 50 people were killed in the raid on the market}.",
     "{s1:The charity} {q1:said} {c1:several people were alive under the rubble of the market}."),
    # what adds up over months, who did it, and a part of them
    ("{s1:The monitor} {q1:said} {c1:3 soldiers were killed in the strike on the town}.",
     "{s1:The army} {q1:said} {c1:66 soldiers have been killed since August}."),
    ("{s1:Seoul} {q1:said} {c1:he was killed by two women}.",
     "{s1:Police} {q1:said} {c1:seven people were killed}."),
    # a lack of something else, and a pronoun of another article
    ("{s1:Seoul} {q1:said} {c1:he was poisoned}.",
     "{s1:Police} {q1:said} {c1:there was a lack of evidence connecting the man to the poisoning}."),
    # what goes on has not stopped
    ("{s1:The rebels} {q1:said} {c1:the army was not stopping its bombardment of the town}.",
     "{s1:The governor} {q1:said} {c1:shells hit the town in a bombardment}."),
    # means are no doers, and neither are "the groups"
    ("{s1:The ministry} {q1:said} {c1:rebel fighters launched the assault on the town}.",
     "{s1:State media} {q1:said} {c1:tunnels were used to launch the assault on the town}."),
    ("{s1:The ministry} {q1:said} {c1:mercenaries from abroad launched the assault}.",
     "{s1:The governor} {q1:said} {c1:its men struck the groups that launched the assault}."),
    # shares are no hours
    ("{s1:The agency} {q1:put} {c1:the prime minister's party at 16.2% ahead of the vote}.",
     "{s1:The university} {q1:put} {c1:the prime minister's party, ahead of the vote, at 14%}."),
    # what hangs on a word for something said
    ("{s1:The senator} {q1:said} {c1:there was no basis for accusations that the office had wiretapped the tower}.",
     "{s1:The congressman} {q1:said} {c1:the tower was clearly not wiretapped}."),
    ("{s1:The adviser} {q1:said} {c1:she had no evidence for the speculation about the wiretapping of the tower}.",
     "{s1:The paper} {q1:said} {c1:the office had wiretapped the tower}."),
    # a suicide attack, and one that is executed
    ("{s1:Police} {q1:said} {c1:a suicide bomber struck the shrine}.",
     "{s1:The army} {q1:said} {c1:the attacks were executed on orders from abroad}."),
    # what happened days before
    ("{s1:Medics} {q1:said} {c1:200 people were injured at the shrine}.",
     "{s1:Police} {q1:said} {c1:the attack came days after a bomb killed 14 people and injured 59}."),
    # a hearing at which something was not done was held
    ("{s1:The senator} {q1:said} {c1:he did not lie at the confirmation hearing}.",
     "{s1:The paper} {q1:said} {c1:the confirmation hearing lasted two days}."),
    # others who won and lost
    ("{s1:The pollster} {q1:said} {c1:Romney lost the vote}.",
     "{s1:The channel} {q1:said} {c1:Clinton has won the vote}."),
]  # fmt: skip


def _pair(a: str, b: str) -> tuple[Utterance, Utterance]:
    (one,), (other,) = (list(utterances(*told(text))) for text in (a, b))
    return one, other


@pytest.mark.parametrize(("a", "b", "kind", "code", "words"), MEET)
def test_accounts_that_meet(a: str, b: str, kind: RelationKind, code: ReasonCode, words: tuple[str, str]) -> None:
    one, other = _pair(a, b)
    (first, *_) = relate(one, other)
    reason = first.reasons[0]
    assert (first.kind, reason.code) == (kind, code)
    assert (reason.a.of(one.capture.text), reason.b.of(other.capture.text)) == words


@pytest.mark.parametrize(("a", "b", "kind", "code", "words"), MEET)
def test_a_relation_seen_from_the_other_side_is_the_same(
    a: str, b: str, kind: RelationKind, code: ReasonCode, words: tuple[str, str]
) -> None:
    one, other = _pair(b, a)
    (first, *_) = relate(one, other)
    reason = first.reasons[0]
    assert (first.kind, reason.code) == (kind, code)
    assert (reason.b.of(other.capture.text), reason.a.of(one.capture.text)) == words


@pytest.mark.parametrize(("a", "b"), APART)
def test_accounts_that_do_not_meet(a: str, b: str) -> None:
    assert [f for f in relate(*_pair(a, b)) if f.kind in {R.CONTRADICTS, R.CONTRARY_TO}] == []


def test_a_denial_of_the_accusation_points_at_what_its_own_article_tells() -> None:
    one = "{s1:Khartoum} {q1:blamed} {c1:the Rapid Support Forces for the shelling}."
    other = "{s1:The governor} {q1:said} {c1:aid was blocked}. {s2:The RSF} {q2:rejected} {c2:the accusation}." + (
        " Lorries stood at the border for days, and drivers slept in their cabs. The road is the only one." * 4
    )
    (charge,), (_, denial) = (list(utterances(*told(text))) for text in (one, other))
    assert relate(charge, denial) == ()


def test_a_denial_right_behind_needs_no_more_than_the_deed() -> None:
    text = "{s1:The union} {q1:said} {c1:34 men were missing}. {s2:The mine} {q2:denied} {c2:that anyone was missing}."
    charge, denial = utterances(*told(text))
    assert [(f.kind, f.reasons[0].code) for f in relate(charge, denial)] == [(R.CONTRADICTS, C.DENIAL)]


def test_a_later_higher_toll_is_an_update() -> None:
    one = "Date: 2023-01-02\nOutlet: A\n\n{s1:Moscow} {q1:said} {c1:63 soldiers were killed}."
    other = "Date: 2023-01-04\nOutlet: B\n\n{s1:Moscow} {q1:said} {c1:89 soldiers were killed}."
    (first, *_) = relate(*_pair(one, other))
    assert (first.kind, first.reasons[0].code) == (R.UPDATES, C.NUMBER)


def test_a_rival_count_of_the_next_day_is_no_update_unless_it_is_hardly_higher() -> None:
    article = "Date: 2023-01-%02d\nOutlet: A\n\n{s1:%s} {q1:said} {c1:%d workers joined the strike}."
    for later, expected in ((950, R.CONTRARY_TO), (220, R.UPDATES)):
        (first, *_) = relate(*_pair(article % (2, "The company", 200), article % (3, "The union", later)))
        assert (first.kind, first.reasons[0].code) == (expected, C.NUMBER)


def test_one_partys_account_of_another_day_is_set_against_its_first() -> None:
    article = "Date: 2023-01-%02d\nOutlet: A\n\n{s1:%s} {q1:%s} {c1:that a missile had struck the airliner}."
    for speaker, expected in (("Tehran", [R.CONTRADICTS]), ("Iranian officials", [])):
        denied, granted = article % (2, speaker, "denied"), article % (5, speaker, "said")
        assert [f.kind for f in relate(*_pair(denied, granted))] == expected


def test_swapping_the_parties_names_swaps_the_relation_and_nothing_else() -> None:
    text = "{s1:%s} {q1:said} {c1:%s forces shelled the town}."
    kinds = set()
    for x, y in ((("Kyiv", "Russian"), ("Moscow", "Ukrainian")), (("Moscow", "Ukrainian"), ("Kyiv", "Russian"))):
        kinds.add(tuple((f.kind, f.reasons[0].code) for f in relate(*_pair(text % x, text % y))))
    assert len(kinds) == 1


def test_withheld_judgement_qualifies() -> None:
    one, other = _pair(
        "{s1:Kyiv} {q1:said} {c1:Russian forces shelled the nuclear plant at Enerhodar}.",
        "{s1:The IAEA} {q1:declined to say} {c1:who shelled the nuclear plant at Enerhodar}.",
    )
    found = compare(one, other)
    assert (found.same_event, found.relation, found.type) == (True, "qualifies", "modality")


def test_two_stories_are_unrelated() -> None:
    one, other = _pair(
        "{s1:Kyiv} {q1:said} {c1:Russian forces blew up the dam}.",
        "{s1:The union} {q1:said} {c1:workers would not return to the plant}.",
    )
    assert compare(one, other)[:3] == (False, "unrelated", "none")

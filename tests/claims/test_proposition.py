import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.claims import proposition
from tests.told import told

MEANT = [
    # the word of saying, "that" and the shift of tenses are taken off
    ("{s1:Kyiv} {q1:said} {c1:that the pilots had returned}.", "The pilots returned."),
    ("{s1:Kyiv} {q1:said} {c1:the bridge had been hit}.", "The bridge was hit."),
    ("{s1:Kyiv} {q1:said} {c1:the lorries had been hit}.", "The lorries were hit."),
    ("{s1:Kyiv} {q1:said} {c1:the talks would go on}.", "The talks will go on."),
    # and the name of a report
    ("{s1:Kyiv} {q1:said} {c1:to say that it sows mines is slander}.", "Ukraine sows mines."),
    ("{s1:Kyiv} {q1:said} {c1:the claim that its men had fled was nonsense}.", "Ukraine’s men fled."),
    ("{s1:Kyiv} {q1:said} {c1:the truce is a myth}.", "The truce is real."),
    ("{s1:Kyiv} {q1:said} {c1:the report is a lie}.", "The report is true."),
    ("{s1:Moscow} {q1:rejected} {c1:the accusation that its jets had hit the drone}.", "Russia’s jets hit the drone."),
    # negation, but only one
    ("{s1:Moscow} {q1:said} {c1:its jets had not fired}.", "Russia’s jets fired."),
    ("{s1:Moscow} {q1:said} {c1:it did not strike the port}.", "Russia struck the port."),
    ("{s1:Lagos} {q1:insisted} {c1:no ransom had been paid}.", "A ransom was paid."),
    ("{s1:Lagos} {q1:insisted} {c1:no shots were fired}.", "Shots were fired."),
    ("{s1:The mayor} {q1:denied} {c1:that he had failed to warn the valley}.", "He failed to warn the valley."),
    (
        "{s1:Moscow} {q1:said} {c1:its jets did not touch it and did not use weapons}.",
        "Russia’s jets touched it or used weapons.",
    ),
    ("{s1:Moscow} {q1:said} {c1:it did not fire because it had no orders}.", "Russia fired."),
    # of things that are not counted
    ("{s1:Lagos} {q1:insisted} {c1:no evidence had been found}.", "Evidence was found."),
    # a person who was named before the one who speaks
    ("{c1:He and his guards were shot}, {s1:spokesman Ana Roe} {q1:said}.", "He and his guards were shot."),
    ("{s1:Ana Roe} {q1:said} {c1:Poe had heard a bang and taken cover}.", "Poe heard a bang and took cover."),
    (
        "{s1:Ana Roe} {q1:said} {c1:the men had neither replied, nor had they helped}.",
        "The men had replied or helped.",
    ),
    ("{s1:Ana Roe} {q1:said} {c1:the widow did not at first accept it}.", "The widow accepted it."),
    ("{s1:Leaders across Europe} {q1:said} {c1:it had helped them}.", "It helped them."),
    ("{s1:Germany} {q1:urged} {c1:Airbus to live up to it}.", "Airbus should live up to it."),
    ("{s1:Turkey} condemned Berlin, {q1:accusing} {c1:it of allowing a rally}.", "It allowed a rally."),
    ("{c1:When they arrived}, {s1:police} {q1:say}, {c1:a child answered}.", "When they arrived a child answered."),
    ('{s1:Ana Roe} {q1:told} us: {c1:"The worst seems to be over."}', "The worst seems to be over."),
    ("{c1:The guild} {q1:is seen} {c1:as a gang}.", "The guild is a gang."),
    ("{c1:The exercise} {q1:was expected} {c1:to last an hour}.", "The exercise will last an hour."),
    ("{c1:The bomber} {q1:appeared} {c1:to have entered by night}.", "The bomber entered by night."),
    ('{s1:May} {q1:accused} {c1:the SNP of "playing politics"}.', "The SNP played politics."),
    (
        "{s1:Lima} {q1:calls for} {c1:sending back to Quito those who came}.",
        "Peru will send back to Quito those who came.",
    ),
    (
        "{s1:Moscow} {q1:has warned} {c1:against Sweden and Finland joining NATO}.",
        "Sweden and Finland should not join NATO.",
    ),
    ("{s1:Lima} {q1:opposes} {c1:the system}.", "Peru opposes the system."),
    ("{s1:Lima} {q1:voiced concern about} {c1:flights over the bay}.", "Flights over the bay are a cause for concern."),
    ("{s1:Lima} {q1:fears} {c1:shrinking exports}.", "Peru fears shrinking exports."),
    (
        "{s1:A Taliban spokesperson} {q1:claimed responsibility for} {c1:both attacks}.",
        "Taliban carried out both attacks.",
    ),
    ("{s1:KCNA} {q1:added} {c1:that it marked the birth of an industry}.", "It marked the birth of an industry."),
    ("{s1:Malaysia} {q1:bans} {c1:visa-free travel}.", "Malaysia bans visa-free travel."),
    ("{s1:Lima} {q1:blamed} {c1:Quito for attempting it}.", "Quito attempted it."),
    ("{s1:Lima} {q1:accused} {c1:Quito of not doing enough}.", "Quito did not do enough."),
    ("{s1:Ana Roe} {q1:said} {c1:that option was open}.", "That option was open."),
    ("{s1:Ana Roe} {q1:said} {c1:On March 29 it rained}.", "On March 29 it rained."),
    ('{s1:Moscow} {q1:denied} {c1:"any involvement in the raid"}.', "Russia was involved in the raid."),
    ("{s1:Kyiv} {q1:urged} {c1:its allies to send tanks}.", "Ukraine’s allies should send tanks."),
    ("{s1:The United States} {q1:said} {c1:it had struck the camp}.", "United States struck the camp."),
    ("{s1:Moscow} {q1:said} {c1:it did not hit the U.S. Embassy in Kyiv}.", "Russia hit the U.S. Embassy in Kyiv."),
    ("{s1:Rome} {q1:blamed} {c1:heavy rain for flooding in the south}.", "Heavy rain caused flooding in the south."),
    ("{s1:Lima} {q1:urged} {c1:both sides to fully respect it}.", "Both sides should fully respect it."),
    # only the sentence that is negated is denied, and only up to "but"
    ('{c1:"We do not share it,"} {s1:Ana Roe} {q1:said}. {c1:"It is clear that talks go on."}', "We share it."),
    ("{s1:Ana Roe} {q1:said} {c1:they were not masked but she did not see them}.", "They were masked."),
    (
        "{s1:Ana Roe} {q1:said} {c1:it might have been avoided if they had called}.",
        "It might have been avoided if they had called.",
    ),
    # what would be, or could be, and is not
    (
        "{s1:Ana Roe} {q1:said} {c1:they would be dead if they had touched it}.",
        "They would be dead if they had touched it.",
    ),
    ("{s1:Ana Roe} {q1:said} {c1:it would have taken a day}.", "It would have taken a day."),
    ("{s1:Ana Roe} {q1:said} {c1:the gas could be delivered by rocket}.", "The gas could be delivered by rocket."),
    # hedges
    ('{s1:Ana Roe} {q1:admitted} {c1:that the raid "likely" killed two}.', "The raid killed two."),
    ("{s1:Baku} {q1:said} {c1:birds may have struck the jet}.", "Birds struck the jet."),
    ("{s1:Oslo} {q1:said} {c1:a state could be behind the drones}.", "A state is behind the drones."),
    # cues whose contents are no clauses
    ("{s1:Niamey} {q1:accused} {c1:France of freeing the captives}.", "France freed the captives."),
    ("{s1:Rome} {q1:blamed} {c1:the contractor for the fire}.", "The contractor caused the fire."),
    ("{s1:Lima} {q1:accused} {c1:Quito of being blind to it}.", "Quito was blind to it."),
    ("{c1:Two men} {q1:are understood} {c1:to be missing}.", "Two men are missing."),
    ("{c1:The cache} {q1:was said} {c1:to have been buried}.", "The cache was buried."),
    ("{s1:The governor} {q1:put} {c1:the toll at 33}.", "The toll is 33."),
    (
        "{s1:The Taliban} {q1:claimed responsibility for} {c1:the raid on the fort}.",
        "The Taliban carried out the raid on the fort.",
    ),
    ("{s1:The ministry} {q1:denied} {c1:any wrongdoing}.", "There was wrongdoing."),
    ("{s1:Moscow} {q1:denied} {c1:any involvement in the raid}.", "Russia was involved in the raid."),
    ("{s1:Rebels} {q1:blamed} {c1:the government in Kyiv}.", "The government in Kyiv is to blame."),
    ("{s1:Ankara} {q1:sees} {c1:the militia as a terror group}.", "The militia is a terror group."),
    # and those that are, whatever they begin with
    ("{s1:Rome} {q1:said} {c1:that mounting losses made it hard}.", "Mounting losses made it hard."),
    ("{s1:Rome} {q1:said} {c1:closing it served no purpose}.", "Closing it served a purpose."),
    ("{s1:Kyiv} {q1:said} {c1:it will be held to the law}.", "Ukraine will be held to the law."),
    ("{s1:Kyiv} {q1:said} {c1:if it rains, the march ends}.", "If it rains, the march ends."),
    ("{s1:Kyiv} {q1:asked} {c1:if the march had ended}.", "The march ended."),
    ("{s1:Kyiv} {q1:said} {c1:about 255,000 people had fled}.", "About 255,000 people fled."),
    ("{s1:Rome} {q1:pinned} {c1:the fire on the contractor}.", "The contractor caused the fire."),
    ("{s1:Taipei} {q1:described} {c1:the vessel as a smuggler}.", "The vessel is a smuggler."),
    ("{s1:Tehran} {q1:vowed} {c1:to answer any attack}.", "Iran will answer any attack."),
    ("{s1:Ottawa} {q1:asked} {c1:Delhi to lift the ban}.", "Delhi should lift the ban."),
    ("{s1:The UN} {q1:called for} {c1:a truce}.", "There should be a truce."),
    ("{s1:Frontex} {q1:denied} {c1:having watched the boat sink}.", "Frontex watched the boat sink."),
    # a thing comes with what its party does with it
    ("{s1:Protesters} {q1:declared} {c1:a state of emergency}.", "Protesters declared a state of emergency."),
    ("{s1:Boeing} {q1:acknowledged} {c1:mistakes}.", "Boeing acknowledged mistakes."),
    ("{s1:Kyiv} {q1:warned} {c1:of a planned attack}.", "Ukraine warned of a planned attack."),
    ("{s1:Lima}, {q1:rejecting} {c1:the offer}, left.", "The offer."),
    ("{s1:Lima} left, {q1:citing} {c1:the weather}.", "Peru cited the weather."),
    ("{c1:That order} {q1:was put on hold}.", "That order was put on hold."),
    ("{s1:The firm} {q1:reported} {c1:shrinking profits}.", "The firm reported shrinking profits."),
    ("{s1:The US}' {q1:wrong assumptions about} {c1:Peru}.", "Peru."),
    ("{s1:Ana Roe} {q1:thought} {c1:the plan rewarded Lima}.", "The plan rewarded Lima."),
    ("{s1:Ana Roe} {q1:found} {c1:Quito pays the guards}.", "Quito pays the guards."),
    ("{s1:Ana Roe} {q1:said} {c1:they receive a share}.", "They receive a share."),
    (
        "{s1:A court} {q1:ruled} {c1:the firm - which sells oil - was closed}.",
        "The firm - which sells oil - was closed.",
    ),
    ("{s1:Oslo} {q1:assessed} {c1:with low confidence that gas leaked}.", "Gas leaked."),
    # what is to come, and what is demanded
    ("{s1:Lima} {q1:is focused on} {c1:completing the deal}.", "Peru will complete the deal."),
    ("{s1:Kigali} {q1:demanded} {c1:that Congo withdraw its troops}.", "Congo should withdraw its troops."),
    ("{s1:Kigali} {q1:demands} {c1:the police release the men}.", "The police should release the men."),
    ("{s1:Lima} {q1:welcomed} {c1:the vote as a step towards peace}.", "The vote is a step towards peace."),
    ("{s1:Lima} staked a {q1:claim} {c1:to two thirds of it}.", "To two thirds of it."),
    ("{s1:Berlin}, for one, {q1:urged} Airbus last week {c1:to pay its share}.", "Airbus should pay its share."),
    ("{s1:Ana Roe} {q1:said} {c1:the guild needs to train more}.", "The guild needs to train more."),
    # who did it
    ("{s1:Lima} {q1:accused} {c1:him of breaking the law}.", "He broke the law."),
    ("{s1:Lima} {q1:accused} {c1:both of overseeing killings}.", "Both oversaw killings."),
    ("{s1:Lima} {q1:accused} {c1:Quito of reckless flying near it}.", "Quito recklessly flew near it."),
    ("{s1:Lima} {q1:blames} {c1:Quito for giving rebels arms}.", "Quito gave rebels arms."),
    ("{s1:Lima} {q1:claimed} {c1:the bomber violated its airspace}.", "The bomber violated its airspace."),
    ("{s1:Ana Roe} {q1:told} us {c1:the decision to leave was taken}.", "The decision to leave was taken."),
    # words of grammar
    ("{s1:Ana Roe} {q1:said} {c1:that's the first aim}.", "That's the first aim."),
    ("{s1:Lima} {q1:said} {c1:the guild had not yet had time}.", "The guild had had time."),
    ("{s1:Lima} {q1:said} {c1:the tax may have some effect}.", "The tax has some effect."),
    ('{c1:"I highly value it,"} {s1:Ana Roe} {q1:said}.', "Ana Roe highly values it."),
    ('{c1:"I saw what I was told,"} {s1:Ana Roe} {q1:said}.', "I saw what I was told."),
    ('{s1:Lima} {q1:said} {c1:"brute force" met "a rightful protest"}.', '"brute force" met "a rightful protest".'),
    # what the words do not give away stays
    ("{s1:Tehran} {q1:said} {c1:it was void}.", "It was void."),
    ("{s1:Tehran} {q1:said} {c1:the drone fell after its own turn}.", "The drone fell after its own turn."),
    ("{s1:Asmara} {q1:wrote}: {c1:“We hold the port.”}", "Eritrea holds the port."),
    ("{s1:Tehran} {q1:declined to comment}.", ""),
]


@pytest.mark.parametrize(("marked", "meant"), MEANT)
def test_what_a_statement_is_about(marked: str, meant: str) -> None:
    capture, (statement,) = told(marked)
    assert proposition(statement, capture.text) == meant


@given(st.text(alphabet='abc no had not been ,."“”(', min_size=1, max_size=80))
def test_any_content_has_one_sentence_or_none(content: str) -> None:
    capture, statements = told(f"{{s1:Kyiv}} {{q1:said}} {{c1:{content}}}.")
    for statement in statements:
        found = proposition(statement, capture.text)
        assert found == "" or (found.endswith(".") and "\n" not in found)

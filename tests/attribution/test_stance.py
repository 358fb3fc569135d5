import pytest

from claimtrack.attribution.stance import read
from claimtrack.models import Hedge, Kind, Polarity, Stance

A, D, C, N, Q = Stance.ASSERTS, Stance.DENIES, Stance.CONCEDES, Stance.DECLINES, Stance.QUESTIONS

STANCES = [
    ("said", "that a jet struck the drone", A),
    ("has denied", "that its warplanes hit the drone", D),
    ("rejected", "the claim that bombs were dropped", D),
    ("called", "the report a lie", D),
    ("said", "it had nothing to do with the blast", D),
    ("said", "no warning shots were fired", D),
    ("insisted", "it had not jammed the signal", D),
    ("did not deny", "that it had carried out the strike", N),
    ("neither confirmed nor denied", "the raid", N),
    ("declined to comment", "", N),
    ("said", "that its men would not leave until the road was open", A),
    ("said", "that it would ensure no convoys were stopped", A),
    ("said", "it was in no position to judge the theory", Q),
    ("hits out at", "‘outrageous’ cover-up claims over the swimmers", D),
    ("slammed", "reports of torture in its prisons", A),
    ("said", "it could not confirm reports that 80 people had drowned", Q),
    ("said", "they could not rule out sabotage", N),
    ("has never acknowledged", "that its army has troops abroad", N),
    ("described as", "the coverage as misleading", D),
    ("said", "accusing Moscow was predictable and absurd", D),
    ("claimed", "that Russia was peddling false claims of an epic scale", D),
    ("brushed aside", "the charge", D),
    ("said", 'he wanted "nothing to do with it" and that they "should leave us alone."', A),
    ("said", "there were no protests and that there were hopes of a truce", A),
    ("said", "it was not a choice we took lightly but that the name fundamentally conflicts with it", A),
    ("said", "it had not fired and that it had no guns", D),
    ("said", "Those who did not vote were fined", A),
    ("said", "nary a shot was fired", D),
    ("said", "I feel good, not great", A),
    ("chanted", "no justice, no peace", A),
    ("insisted on", "anonymity because they were not authorised to speak", A),
    ("recalled", "an incident that he would never forget", A),
    ("said", "the severity of it means corals will not recover", A),
    ("said", "the government will spare no efforts to help", A),
    ("withdrew", "landing rights for the minister", A),
    ("withdrew", "the paper that tied it to deaths", C),
    ("had no doubt that", "these were blasts", A),
    ("would not speculate on", "whether they were alive", N),
    ("could not tell", "who was in charge there", N),
    ("left open", "what Rome was bound to do", N),
    ("said", "Whether emergency crews were held up on the road could not be established", N),
    ("said", "who had the field is a matter for the court", N),
    ("said", "it could not speak for the trawler's movements after noon", N),
    ("took no position on", "whether its tower was at fault", N),
    ("said", "the marriage feast is a myth", D),
    ("called", "the dead captives a lie from the tunnels", D),
    ("said", "To say that we sow mines is slander", D),
    ("said", "the accusation that it uses phosphorus there is utterly false", D),
    ("retorted", "It is nonsense that we fell upon our own men", D),
    ("laughed off", "the idea of a plot", D),
    ("bristled at", "being called hoarders", D),
    ("said", "the idea that prices will fall is popular", A),
    ("would have none of", "it", D),
    ("gave short shrift to", "that theory", D),
    ("did not wish", "to comment", N),
    ("skirted a question on", "losses", N),
    ("brushed aside", "questions about it", N),
    ("scorned", "the “preposterous” accusations", D),
    ("described as", "any role for its troops a fabrication", D),
    ("scoffed at", "the notion that her volunteers were murderers", D),
    ("found", "the figures hard to believe", Q),
    ("held back from recognising", "either man as the winner", N),
    ("without saying", "who was to blame", N),
    ("said", "its assessment, based on images, was that Israel was not responsible", D),
    ("would not say", "whether the refinery had been hit", N),
    ("admitted", "that its first account had been mistaken", C),
    ("added", "Nor did the government see any reason to suspend the licence", D),
    ("Neither has commented", "", N),
    ("no longer disputes", "that the ship was lost", C),
    ("confirmed", "it had lost two aircraft", C),
    ("confirmed", "that power had been restored", A),
    ("confirmed", "that it would strike on Friday", A),
    ("asked", "why the planes had not turned back", Q),
    ("asked", "Ottawa to lift the ban", A),
    ("said it had seen no evidence that", "aid was diverted", Q),
    ("could not confirm", "the fall of the town", Q),
    ("is worried that", "the captives are not being visited", A),
    ("said", "the jet reacted to a violation of a no-fly zone", A),
    # one negated clause of several denies not all of them
    ("said", "The front has not moved much in weeks. The rain was a part of it", A),
    ("said", "the group has no base there, but it has links to others", A),
    ("said", "There is no conclusion on the (Roe) report and bodies are making their own decisions", A),
    ("insists", "he remains chairman and will not step down", A),
    ("said", "leave of not less than 28 days", A),
    ("said", "no shots were fired, and no bombs were dropped", D),
    ("said", "it pumped more, despite no deals having been signed", A),
    ("said", "these children lost their parents for no reason", A),
    ("said", "we were upset by Russia not voting for it", A),
    ("said", "she could see why people do not report it", A),
    # a deed that is rejected as wrong, a claim of which the writer thinks little
    ("rejects", "the crimes committed against civilians", A),
    ("unsubstantiated claim", "that the office had tapped his phones", A),
    ("rejected the false claim", "that it had tapped his phones", D),
    ("said in a series of unsubstantiated tweets", "that the office had tapped his phones", A),
    ("has made baseless accusations", "that he was spied on", A),
    # what was not rejected is left open; what a content rejects is rejected
    ("did not reject", "the version of a terror attack", N),
    ("said", '"We deny this accusation,"', D),
    ("said", "they rejected his claim for asylum", A),
    ("said", "he denied the charges in 2015, but later pleaded guilty", A),
    ("not only rejected", "the claim that it shelled the town", D),
    ("said", "such claims are mere hearsay", D),
    ("told", "the envoy: give us a sample or no body", A),
    # a "no" that is quoted, and what never was before
    ("called for", 'democracy and a "no" vote in the poll', A),
    ("slogan", '"No to dictatorship - Yes to freedom,"', A),
    ("said", "Never before has the town seen such a crowd", A),
    ("said", "sanctions will not force it and the way out of this may be only talks", A),
    ("played down", "suggestions that she was delaying", D),
    ("said", "there is no mistaking that the rule of law matters", A),
    ("added", "no matter how often we do it, it hurts", A),
    # what is looked into or not agreed on, and what is said of a claim
    ("is investigating", "links between the two", Q),
    ("disagreed on", "whether the plane had crossed the border", Q),
    ("said", "he was not ruling out the possibility that they did it", N),
    ("described as", '"absurdity" the belief that gas was used', D),
    ("said", "we did not cover each of them, however other programmes covered most", A),
    ("urged", "the mission to be not a mere onlooker but to act", A),
    ("said", "who was killed by smearing a nerve agent on his face", A),
    ("was reluctant", "to say whether the missile was theirs", N),
    ("rejected", "any violence by its officers", D),
    ("described as an unfounded allegation", "a report that it had sent drones", D),
    ("said", "there was no secret site", D),
    ("said", "there was little or no risk", D),
    ("said", "the army's missile, however, did not hit it", D),
    # a refusal is a denial, a manner of saying nothing
    ("at first refused", "to sign the deal", D),
    ("refused", "to comment on the raid", N),
    ("said without giving his name", "he saw a man at the window", A),
    ("left without saying", "who was behind it", N),
    # a cue that is negated leaves it open, unless something is said all the same
    ("has not officially accused", "the North of the attack", N),
    ("has yet to confirm", "that the dead man is its minister", N),
    ("did not hesitate to say", "that the vote was stolen", A),
    ("refused to", "give up the post", D),
    ("makes no attempt to conceal", "that it is paid by the state", A),
    # negations of something else
    ("said", "they fell into the hands of forces not yet identified", A),
    ("said", "planning had never been more critical", A),
    ("said", "we react to threats and we do not talk about them", A),
    ("are trying to establish", "whether he acted alone", Q),
    ("said", "it was unable to provide any details", N),
    ("described", "the channel as playing a key role in a disinformation campaign", A),
    # words for what is false, of a deed and not of a report
    ("described", "it as “propaganda meant to poison the talk of the country”", A),
    ("dismissed", "the report as propaganda", D),
    ("said", "the hearing would show how robots were used to spread disinformation", A),
    ("said", "the inquiry is an attempt to smear the country", A),
]


@pytest.mark.parametrize(("cue", "content", "stance"), STANCES)
def test_the_stance_is_the_answer_to_the_positive_proposition(cue: str, content: str, stance: Stance) -> None:
    assert read(cue, content).stance == stance


def test_an_infinitive_is_meant_and_not_said() -> None:
    assert read("to deny", "civilians power").kind == Kind.INTENTION
    assert read("to deny", "civilians power").stance == A


@pytest.mark.parametrize(
    ("cue", "content", "hedge"),
    [
        ("said", "birds may have struck the jet", Hedge.POSSIBLY),
        ("said", "the ship was apparently hit by a missile", Hedge.PROBABLY),
        ("reportedly told", "aides that the city would fall", Hedge.REPORTEDLY),
        ("said", "a cell allegedly linked to the group did it", Hedge.ALLEGED),
        ("said", "the talks in May had failed", Hedge.NONE),
        ("are understood", "two people to be missing", Hedge.REPORTEDLY),
        ("was alleged", "he to have sent the money", Hedge.ALLEGED),
        ("said", "we could see the flashes of the guns", Hedge.NONE),
        ("found", "they are six times more likely to be stopped", Hedge.NONE),
        ("said", "it would counter possible attacks on its network", Hedge.NONE),
    ],
)
def test_hedges_stand_at_the_cue_or_in_the_first_clause(cue: str, content: str, hedge: Hedge) -> None:
    assert read(cue, content).hedge == hedge


@pytest.mark.parametrize(
    ("cue", "content", "kind"),
    [
        ("agreed", "to reopen the channel", Kind.INTENTION),
        ("agreed", "that money had changed hands", Kind.CLAIM),
        ("agreed", "that it would leave", Kind.INTENTION),
        ("blamed", "bad weather", Kind.CLAIM),
        ("sought", "to end the war", Kind.INTENTION),
        ("said", "it will keep flying", Kind.INTENTION),
        ("said", "prices will rise", Kind.CLAIM),
        ("said", "the strike would not hurt supply", Kind.CLAIM),
        ("said", "we will continue to pay all wages", Kind.CLAIM),
        ("condemned", "the attack", Kind.OPINION),
        ("has voiced concern about", "the flights", Kind.OPINION),
        ("said", "the drone crashed", Kind.CLAIM),
    ],
)
def test_intentions_and_opinions_are_kept_apart_from_claims(cue: str, content: str, kind: Kind) -> None:
    assert read(cue, content).kind == kind


@pytest.mark.parametrize(
    ("cue", "content", "polarity"),
    [
        ("said", "it fell", Polarity.TRUE),
        ("denied", "that it fell", Polarity.FALSE),
        ("admitted", "it had not checked the list", Polarity.FALSE),
        ("declined to say", "whether it fell", Polarity.UNKNOWN),
        ("said", "it might have fallen", Polarity.UNKNOWN),
    ],
)
def test_what_the_party_holds_to_be_so(cue: str, content: str, polarity: Polarity) -> None:
    assert read(cue, content).polarity == polarity

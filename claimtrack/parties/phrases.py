"""Closed classes of words that mentions of speakers are built from."""

import re

from claimtrack.models import PartyKind as K

HE, SHE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
IT, THEY = frozenset({"it", "its"}), frozenset({"they", "them", "their", "we", "our", "us"})
BOTH = frozenset(
    f"{both} {many}".strip()
    for both in ("both", "the two", "two")
    for many in ("", "sides", "countries", "states", "nations", "governments", "parties", "neighbours", "armies")
)
RELATIVE = frozenset({"who", "whom", "which", "that"})
OTHERS = frozenset({"i", "me", "my", "you", "one", "someone", "somebody", "others", "another"})

SPOKES = re.compile(
    r"^(?P<before>.*?)\s*\b(?:(?:chief|official|senior|top|deputy)\s+)*"
    r"(?:spokes(?:man|woman|person|people|persons|men)|press secretary|press service|press office|representative)s?\b"
    r"\s*(?:(?:for|of|from|at|to)\s+(?P<after>.+)|in (?P<place>[A-Z].+)|(?P<name>[A-Z].*))?$"
)
"""A spokesperson, with the body before or after, or a name."""

UNNAMED_HEADS = (
    r"officials?|sources?|diplomats?|aides?|advis[eo]rs?|insiders?|officers?|commanders?|lawmakers?|legislators?|"
    r"negotiators?|envoys?|representatives?|people|persons?|members?|fighters?|leaders?|soldiers?|analysts?|experts?|"
    r"investigators?|prosecutors?|ministers?|observers?|managers?|executives?|scientists?|researchers?|economists?|academics?|engineers?|authorities"
)
UNNAMED = re.compile(rf"^(?P<before>.*?)(?<![\w-])(?P<head>{UNNAMED_HEADS})\b(?:\s+(?P<rest>.*))?$", re.IGNORECASE)
INSIDE = re.compile(
    r"^(?:close to|near to|in|inside|within|at|from|with|of|for|briefed by|loyal to|working for)\s+(?P<body>.+)$",
    re.IGNORECASE,
)
TOLD = re.compile(r"^(?:familiar|briefed|with (?:direct )?knowledge|close to the|who)\b", re.IGNORECASE)

CROWD = re.compile(
    r"\b(?:worker|employees?|staff|shopkeepers?|commuters?|pensioners?|teachers?|shoppers?|residents?|locals|(?:eye)?witness(?:es)?|survivors?|relatives?|villagers?|passengers?|protest[eo]rs?|"
    r"demonstrators?|refugees?|civilians?|neighbou?rs?|families|parents|mothers?|workers|doctors?|medics?|nurses?|"
    r"fishermen|firefighters|rescuers|paramedics|farmers|students?|crowds?|activists?|patients?|drivers?|tourists?|migrants?|victims?|people(?!['’])|"
    r"volunteers|bystanders?|onlookers?|friends?|prisoners?|captives?|critics?|supporters?|opponents?|observers?|"
    r"voters?|many|some|others)\b",
    re.IGNORECASE,
)

PERSON_NOUN = re.compile(
    r"\b(?:spokes(?:man|woman|person)|he|she|official|director|president|minister|commander|general|chief|head|man|woman|"
    r"officer|manager|worker|secretary|envoy|ambassador|leader|lawyer|doctor|witness|"
    r"activist|analyst|expert|mayor|governor|diplomat|politician|professor|captain|pilot|lawmaker|senator|judge|chancellor|"
    r"inspector|commissioner|superintendent|constable|engineer|scientist|researcher|economist|adviser|resident|protester|"
    r"teenager|student|victim)\b",
    re.IGNORECASE,
)
"""Words for a person in some role."""

WHO = re.compile(
    rf"{UNNAMED_HEADS}|{CROWD.pattern}|{PERSON_NOUN.pattern}|(?:report|study|poll|survey|paper|statement|document|memo|"
    r"lawsuit|indictment|letter|audit|transcript|court|filing|press|media|tv)s?",
    re.IGNORECASE,
)
"""Nouns for those who can speak, and for what speaks for them."""

TITLES = frozenset(
    """first executive president president-elect then-president then-president-elect vice prime minister premier
        chancellor king queen prince princess emir sheikh sultan pope ayatollah general gen lt lieutenant col
        colonel maj major capt captain cmdr commander adm admiral vice- admiral rear sgt sergeant brig brigadier
        marshal mr mrs ms miss dr prof professor sir lord lady dame rev reverend father cardinal imam rabbi sen
        senator rep representative congressman congresswoman governor gov mayor judge justice ambassador
        secretary foreign defence defense interior finance economy health energy transport justice culture
        education trade agriculture spokesman spokeswoman spokesperson director chief head chairman chairwoman
        chairperson chair speaker deputy senior former acting then ex-president leader opposition mp lawmaker
        candidate analyst economist lawyer attorney prosecutor envoy diplomat adviser advisor aide commissioner
        inspector superintendent constable sheriff detective officer investigator analyst researcher author
        historian journalist reporter correspondent activist founder owner ceo state security national council
        service coach police fire captain fisherman farmer resident witness challenger rival incumbent nominee
        frontrunner businessman businesswoman campaigner headmaster headteacher principal teacher driver bishop
        archbishop striker forward winger defender goalkeeper midfielder manager singer actor""".split()
)

RELATIVES = frozenset(
    """wife husband widow partner brother sister son daughter father mother parents family friend friends cousin uncle
        aunt nephew niece grandfather grandmother neighbour relatives""".split()
)
HIS_OFFICE = frozenset({"office", "press office", "press service", "administration", "team", "staff", "campaign"})

NOUNS_IN_NAMES = {
    "airline": frozenset({"airline", "airlines", "airways", "air"}),
    "carrier": frozenset({"airline", "airlines", "airways", "air"}),
    "lender": frozenset({"bank"}),
    **dict.fromkeys(
        ("newspaper", "paper"),
        frozenset("times post journal newspaper paper herald tribune gazette telegraph guardian mail globe".split()),
    ),
    "broadcaster": frozenset({"television", "tv", "radio", "broadcasting"}),
}
"""Nouns that a name says in another word."""

TELLING = {
    of: frozenset(words.split())
    for of, words in {
        "court": "judges ruled ruling judgment",
        "criminal": "custody arrest arrested warrant warrants suspect trial convicted sentenced indicted charges",
        "justice": "provisional measures convention ordered",
        "reporters": "journalists journalist press",
        "atomic": "inspectors inspector uranium reactor enrichment centrifuges nuclear",
        "petroleum": "oil crude barrels output",
        "health": "virus outbreak vaccine vaccines polio cholera mpox pandemic",
        "refugees": "refugee displaced asylum",
        "trade": "tariffs tariff",
        "parliament": "meps voted lawmakers",
        "chemical": "sarin chlorine nerve",
        "atlantic": "allied allies alliance shells",
        "european": "27 tariffs sanctions commissioner commissioners",
    }.items()
}
"""What a body with such a word in its name is likely to be about."""

SEATS = frozenset(
    """president vice-president premier minister minister-president chancellor king queen emir sultan prince pope
        patriarch secretary secretary-general leader co-leader director director-general governor governor-general
        mayor executive chairman chairwoman chairperson chair chief commander commander-in-chief head ambassador
        consul speaker prosecutor commissioner administrator representative envoy coordinator rapporteur treasurer
        ombudsman attorney lady justice""".split()
)
"""Offices that one person holds at a time."""

RANKS = frozenset("general colonel major captain admiral marshal sergeant".split())
"""Titles of soldiers, by which one alone may be called."""

SAME_SEATS = {
    "premier": frozenset(["premier", "minister", "minister-president"]),
    "envoy": frozenset(["envoy", "ambassador", "representative"]),
    "leader": SEATS,
    "chief": SEATS,
    "head": SEATS,
    "official": SEATS,
}
"""Words for an office by which those of other names are meant too."""

CLASSES: dict[str, frozenset[K]] = {
    "ministry": frozenset({K.MINISTRY}),
    "department bureau office": frozenset({K.MINISTRY, K.ORGANISATION, K.OFFICE}),
    "army military command forces troops navy service guards": frozenset({K.MILITARY}),
    "court tribunal judges panel bench": frozenset({K.COURT}),
    "company firm manufacturer maker planemaker carrier airline operator parent subsidiary bank giant retailer "
    "utility corporation carmaker automaker chipmaker drugmaker insurer lender startup chain brand supermarket "
    "consultancy":
        frozenset({K.COMPANY}),
    "group movement rebels militants paramilitaries separatists jihadists faction militia guerrillas insurgents "
    "fighters party":
        frozenset({K.ARMED_GROUP, K.ORGANISATION, K.COMPANY}),
    "agency monitor broadcaster newspaper channel outlet daily network paper": frozenset({K.MEDIA, K.ORGANISATION}),
    "watchdog body commission charity regulator institute organisation union mission inquiry committee association "
    "police bloc alliance council federation club team": frozenset({K.ORGANISATION}),
    "government cabinet administration authorities country nation state kingdom republic emirate junta regime":
        frozenset({K.GOVERNMENT, K.STATE, K.METONYM}),
    "neighbour neighbor": frozenset({K.GOVERNMENT, K.STATE, K.METONYM}),
    "billionaire tycoon pontiff businessman businesswoman politician lawmaker senator congressman activist analyst "
    "expert journalist doctor professor author candidate veteran actor singer coach monarch patriarch":
        frozenset({K.PERSON}),
    "plant complex factory refinery shipyard mine mill": frozenset({K.COMPANY}),
    "president leader minister premier chancellor general commander governor mayor ambassador official chief secretary "
    "director head spokesman spokeswoman spokesperson man woman lawyer judge prosecutor envoy officer jurist diplomat "
    "manager executive engineer banker economist seismologist scientist researcher unionist magnate deputy":
        frozenset({K.PERSON, K.OFFICE}),
}  # fmt: skip
"""Which kinds of party "the ministry", "the group" and the like can stand for, by their last word."""
KINDS_OF_NOUN = {noun: kinds for nouns, kinds in reversed(CLASSES.items()) for noun in nouns.split()}

BODY_ENDS = frozenset(
    """gas oil petroleum energy electric electricity water motors rail railways railway lines airlines
        airways air aviation shipping foods bank holdings telecom media press university hospital college school
        services systems technologies industries international inc ltd corp plc llc ag se sa spa foundation
        trust club united city athletic fc""".split()
)
"""Words that names of firms and other bodies end with, and those of people do not."""

DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
NO_FIRMS = frozenset(
    """union association federation league hospital clinic school college university council court church committee
        commission party movement ministry museum""".split()
)
"""Words in the names of bodies that nobody calls "the company"."""

BLOC = re.compile(r"\b(?:regional (?:bloc|body|organisation|grouping|group)|bloc)$")
DEFAULTS = {"alliance": "North Atlantic Treaty Organization", "bloc": "European Union", "world body": "United Nations"}
"""What a bare description means in the news where the text has named nothing of the sort."""

BELONGINGS = frozenset(
    """aircraft warplanes planes jets fighters forces troops soldiers army military navy ships vessels pilots crews
        men units drones missiles servicemen personnel side air force""".split()
)
"""What belongs to a party and acts for it: "its warplanes" is the party itself."""

TELLS_NOTHING = frozenset(
    "local main largest biggest other same new old first second third rival national state public private".split()
)
"""Words before a noun that do not tell which one is meant."""

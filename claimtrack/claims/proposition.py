"""What a statement is about, as one positive sentence that stands by itself.

"Moscow denied that its warplanes had hit the drone" is about "Russia's warplanes hit the drone"; the
stance tells how the party stands to it. What the cue and the grammar of reporting add is taken off: the
word of saying, "that", the shift of tenses, negation, hedges; the speaker takes the place of "it", "its"
and "we". What the words do not give away ("it" of an unknown thing) stays as it is: a proposition is
shown beside the words of the article, never in their place.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest

from claimtrack.claims.by_cue import BY_CUE, REPORT
from claimtrack.claims.tales import made_up, told_in
from claimtrack.claims.things import told_whole
from claimtrack.language.clauses import is_negated
from claimtrack.language.inflection import agreeing, base_of, past, past_of
from claimtrack.language.rewording import is_plural, positive, unhedged, unreported
from claimtrack.language.wordnet import wordnet
from claimtrack.models import Hedge, PartyKind, QuoteType, Stance, Statement

_MOST = 2000
"""Characters of a content that are read."""
_MARKS = ' \t\n"“”«»'
_OWN_MARKS = re.compile(r"^[^\"“«]*[\"”»] .*[\"“«][^\"”»]*$")
"""Of what is between two outer marks, the inner two that close one quotation and open another."""
_OPENING = re.compile(
    rf"(?:as saying )?(?:(?:[\w’'-]+ ){{0,6}}?{REPORT} )?(?:that(?! (?:time|option|possibility) \w|['’])|whether)\b,? ?"
    rf"|(?:(?:an?|the|any|all|such|its|their|his|her) )?(?:[\w’'-]+ )?{REPORT} of (?=\w+ing\b)"
    r"|(?:when|where|why|how) (?=[\w’']+ )(?![^,]*, )"
    r"|(?:of|on|over|about|with (?:\w+ )?(?:confidence|probability|certainty) that) "
    r"(?!course\b|\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|[a-z]+day\b|that time\b"
    r"|the (?:past|last|next|years?)\b"
    r"|(?:an?|half|two|three|four|five|six|ten|twenty) (?:\w+ )?(?:hundred|thousand|million|dozen|third|quarter"
    r"|days?|weeks?|months?|years?|hours?|people)\b)",
    re.IGNORECASE,
)
"""What introduces a proposition and is no part of it: "the accusation that", "whether"."""
_SPOKESPERSON = re.compile(
    r"^(?:an? |the )?\w* ?(?:spokes\w+|representative) (?:for|of) |^an? (?=[A-Z].* spokes)"
    r"|(?:['’]s?)? spokes(?:man|woman|person)$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"^(?:the|an?|it|he|she|they|we|i|its|his|her|their|one|some|many)\b", re.IGNORECASE)
_IF, _ASKED_IF = (
    re.compile(r"if\b ?"),
    re.compile(r"ask|wonder|question|doubt|know|see\b|tell|clear|determin|not say|sure\b"),
)
"""What introduces a question, and words that ask it."""
_HAS_VERB = re.compile(
    r"(?: \w+){0,3}? (?:would|will|could|can|is|was|were|are|has|had|might|may|should|served|serves|made|makes)\b"
)
_AS_ADJECTIVES = frozenset(
    """shrinking growing rising falling mounting declining increasing dwindling worsening soaring surging existing
        remaining ongoing leading missing emerging looming slowing widening deepening spreading landing""".split()
)
_THINGS = re.compile(r" (?:\w+ )?\w+s\b")
"""Words in -ing that say how things are: "reported shrinking profits"."""
_NO_DEED = re.compile(r"^(?:\w+ )?(?:said|says|say|added|adds|told)\b|fear|worr|concern|warn", re.IGNORECASE)
"""Cues after which a word in -ing is a subject: "said accelerating it was one of the options"."""
_OF_ANOTHER = re.compile(r"\b(?:accus|blam|suspect|urg|ask|order|call(?:s|ed|ing)? (?:on|upon))", re.IGNORECASE)
"""Cues of what somebody else did, or is to do."""
_RULING_OUT = re.compile(
    r"rul.* out|\b(?:goal|aim|hope|plan|intention|ambition|dream|prospect|possibility|chance|task|bid|focus|interest"
    r"|talk)(?:s|ed|ing|es)? (?:of|on|in)$|\b(?:call(?:s|ed|ing)? (?:again )?for|demand(?:s|ed|ing)?"
    r"|propos(?:e[sd]?|ing)|suggest(?:s|ed|ing)?|recommend(?:s|ed|ing)?|consider(?:s|ed|ing)?|threaten(?:s|ed|ing)?"
    r"|vow(?:s|ed|ing)?)$",
    re.DOTALL,
)
_SAYS = re.compile(r"\b(?:sa(?:id|ys?|ying)|tell|told|add|wrote|writ|post|tweet|repl|answer|respond|ask|quot)|^$")
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’]*\s+[\"“‘]?$")
_DENIED_END = re.compile(
    r"(?:(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])(?<!Capt)(?<!Prof)[.]|[!?])"
    r"[\"”’]?,? (?=[\"“‘]?[A-Z])|,? but (?=\w)"
)
_UNVERIFIED = re.compile(
    rf"(?:it|they|he|she|we) (?:could|can)(?: ?not|n['’]t) (?:\w+ly )?(?:verify|confirm) "
    rf"(?:(?:an?|the|any|its|their|this) )?(?:\w+ )?{REPORT}\b[^.;]{{0,80}}? that ",
    re.IGNORECASE,
)
"""Who could not verify a claim leaves open what is claimed."""
_ASKED = re.compile(
    r"\b(?:urg|ask|order|tell|told|call|advis|warn|instruct|request|invit)\w* (?:on |upon )?"
    r"(?P<who>(?!to\b)[^,.;:\n\"“]{2,60}?)(?: (?:last|this|on|earlier) \w+)? $"
)
"""Whom somebody asked to do what the content says, where the content has only the deed."""
_ENDED = re.compile(r"[.!?][\"”]$")
_SELF = re.compile(r"\b(?:I|me|my|myself|we|us|our|ourselves)\b")
_OTHER_THING = r"(?:was|is|were|are|had been|has been)(?: not)?(?! \w+(?:ing|ed)\b)"
"""After "it", words that say of an unnamed thing what it was; a party rather does something."""


def proposition(statement: Statement, text: str) -> str:
    """The content of a statement as a positive sentence; empty if it has none."""
    pieces = _pieces(statement, text)
    if not pieces:
        return ""
    if pieces[0].startswith("to ") and (
        asked := _ASKED.search(text, statement.cue[-1].start if statement.cue else 0, statement.content[0].start)
    ):
        pieces[0] = f"{asked['who']} {pieces[0]}"
    speaker, is_direct = _speaker(statement, text), statement.quote_type == QuoteType.DIRECT
    cue = " ".join(span.of(text) for span in statement.cue)
    told = told_in(cue, " ".join(pieces)) if statement.stance == Stance.DENIES else ""
    is_sentence = is_direct and _SAYS.search(cue)  # but 'denied "any part in it"'
    said = told or _clause("" if is_sentence else cue, pieces, speaker)
    said = said if statement.hedge == Hedge.NONE else unhedged(said)
    said = _UNVERIFIED.sub("", said, count=1) if statement.stance == Stance.QUESTIONS else said
    if not is_direct:
        said = unreported(said)
    if statement.stance != Stance.ASSERTS and is_negated(said):
        said = positive(_denied(said) if statement.stance == Stance.DENIES else said)
    elif statement.stance == Stance.DENIES and not told:
        said = made_up(cue, said)
    if not is_sentence and (whole := told_whole(statement, text, speaker, pieces, said)):
        return _sentence(whole)
    return _sentence(_with_speaker(said, statement, speaker, cue))


def _reports(statement: Statement, cue: str) -> bool:
    """Whether an outlet tells of others, and not of itself: "the agency reported that it was launched"."""
    is_outlet = statement.party.kind == PartyKind.MEDIA and statement.stance == Stance.ASSERTS
    return is_outlet and bool(re.search(r"report|said|says|add|wrote|announc", cue))


def _pieces(statement: Statement, text: str) -> list[str]:
    """The pieces of a content without their marks; one that ends a sentence in the article ends it here."""
    found = []
    for span, after in zip_longest(statement.content, statement.content[1:]):
        piece = _unmarked(" ".join(span.of(text)[:_MOST].split()))
        is_end = after is not None and _SENTENCE_ENDS.search(text, span.end, after.start)
        found.append(f"{piece.rstrip(',')}." if piece and is_end and piece[-1] not in ".?!" else piece)
    return [piece for piece in found if piece]


def _unmarked(piece: str) -> str:
    """A piece without the marks around it; those of two quotations, one at either end, stay."""
    bare = piece.strip(_MARKS)
    is_one = not _OWN_MARKS.search(bare) or piece[:1] not in _MARKS or piece[-1:] not in _MARKS
    return bare if is_one else piece


def _denied(said: str) -> str:
    """Of what is worded in the negative, the sentence that is, up to "but": what follows it is not denied."""
    end = _DENIED_END.search(said)
    return said[: end.start()] if end and is_negated(said[: end.start()]) else said


def _sentence(said: str) -> str:
    """A clause with a capital and a full stop, and no half of a pair of marks."""
    said = said.strip(" .,;?")
    if said.count('"') % 2 or said.count("“") != said.count("”"):
        said = re.sub('["“”]', "", said)
    return f"{said[:1].upper()}{said[1:]}{'' if _ENDED.search(said) else '.'}" if said else ""


def _speaker(statement: Statement, text: str) -> str:
    """How the party is called in its own proposition: by the article's name for it, a capital by its state."""
    party = statement.party
    if party.name.startswith(("Government of ", "Presidency of ")) and len(party.sides) == 1:
        return party.side
    words = " ".join(" ".join(span.of(text) for span in statement.source).split())
    words = _SPOKESPERSON.sub("", re.sub(r"['’]s?$", "", words)).strip(" ,")
    if re.search(r"[A-Z]", _NO_NAME.sub("", words)):
        return words
    return "" if party.kind in {PartyKind.UNNAMED, PartyKind.CROWD} else party.name.replace(" + ", " and ")


def _clause(cue: str, pieces: Sequence[str], speaker: str) -> str:
    """The content as a clause with subject and verb, as far as cue and content make one."""
    for fits, clause in BY_CUE:
        if fits.search(cue) and (found := clause(pieces)):
            return found
    whole = " ".join(pieces)
    is_of_time = len(pieces) > 1 and whole.lower().startswith(("when ", "where "))  # "When they came, police say, ..."
    opening = (None if is_of_time else _OPENING.match(whole)) or (_IF.match(whole) if _ASKED_IF.search(cue) else None)
    said = whole[opening.end() :] if opening else whole
    said = re.sub(r"^who (?=\w+)", "somebody ", said, flags=re.IGNORECASE)
    if (
        not speaker
        or _NO_DEED.search(cue)
        or (opening and opening.group().split()[-1].lower() in {"that", "whether", "if"})
    ):
        return said
    return _deed(said, speaker, is_to_come=bool(_RULING_OUT.search(cue)))


def _deed(whole: str, speaker: str, *, is_to_come: bool) -> str:
    """A deed without its doer ("to pay", "having watched", "backing") as the speaker's; a clause as it is."""
    match = re.match(r"(?:to (?P<base>[a-z]+)|having (?P<participle>[a-z]+)|(?P<gerund>[a-z]+ing))\b", whole)
    is_none = match and match["base"] and match["base"] not in wordnet().verbs | {"be", "have", "do"}
    if not match or is_none or (match["gerund"] and not _is_gerund(match["gerund"], whole[match.end() :])):
        return whole
    rest = whole[match.end() :]
    if match["base"] or (is_to_come and not match["participle"]):
        return f"{speaker} will {match['base'] or base_of(match['gerund'] or match['participle'])}{rest}"
    return f"{speaker} {past_of(match['participle']) if match['participle'] else past(base_of(match['gerund']))}{rest}"


def _is_gerund(word: str, rest: str) -> bool:
    """Whether a word in -ing begins a deed ("backing rebels"), and is no subject ("closing it served no purpose")."""
    is_deed = base_of(word) in wordnet().verbs and base_of(word) != word
    return is_deed and not _HAS_VERB.match(rest) and not (word in _AS_ADJECTIVES and _THINGS.match(rest))


def _comes_first(statement: Statement) -> bool:
    """Whether the speaker is named before what he says."""
    return bool(statement.source) and statement.source[0].start < statement.content[0].start


def _with_speaker(said: str, statement: Statement, speaker: str, cue: str) -> str:
    """The speaker's name where a pronoun can only stand for it: as the subject, or as the owner of it."""
    if not speaker:
        return said
    is_person = statement.party.kind in {PartyKind.PERSON, PartyKind.OFFICE}
    if statement.quote_type == QuoteType.DIRECT and _SAYS.search(cue):
        own, possessive = ("I", "my") if is_person else ("we", "our")
    elif (is_person and not _comes_first(statement)) or _reports(statement, cue):
        return said  # "He was shot, the spokesman said"; "the agency reported that it was launched"
    else:
        is_crowd = statement.party.kind in {PartyKind.CROWD, PartyKind.UNNAMED}
        its = ("they", "their") if is_crowd and is_plural(speaker) else ("it|they", "its|their")  # critics are no "it"
        own, possessive = ("he|she", "his|her") if is_person else its
    match = re.match(rf"(?:{own}) (?!{_OTHER_THING})(?P<how>(?:\w+ly|also|still) )?(?P<verb>\w+)", said, re.IGNORECASE)
    if match and not _OF_ANOTHER.search(cue):  # "condemned Berlin, accusing it of", where "it" is no speaker
        if own in {"I", "we"} and _SELF.search(said, match.end()):
            return said  # "Roe was told it was a fire, and when I got there", which is of two persons
        verb = match["verb"] if is_plural(speaker) else agreeing(match["verb"])
        said = f"{speaker} {match['how'] or ''}{verb}{said[match.end() :]}"
    owner = speaker + ("’" if speaker.endswith("s") else "’s")
    return re.sub(rf"^((?:(?:some|one|all|none|two|any) of )?)(?:{possessive})\b", rf"\g<1>{owner}", said, count=1)

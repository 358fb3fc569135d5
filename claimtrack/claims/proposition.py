"""What a statement is about, as one positive sentence that stands by itself.

"Moscow denied that its warplanes had hit the drone" is about "Russia's warplanes hit the drone"; the
stance tells how the party stands to it. What the cue and the grammar of reporting add is taken off: the
word of saying, "that", the shift of tenses, negation, hedges; the speaker takes the place of "it", "its"
and "we". What the words do not give away ("it" of an unknown thing) stays as it is: a proposition is
shown beside the words of the article, never in their place.
"""

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest

from claimtrack.claims.tales import made_up, told_in
from claimtrack.language.clauses import is_negated
from claimtrack.language.inflection import agreeing, past, past_of, third_person
from claimtrack.language.rewording import done, is_plural, positive, unhedged, unreported
from claimtrack.language.wordnet import wordnet
from claimtrack.language.words import STOPWORDS, lemma
from claimtrack.models import PartyKind, QuoteType, Stance, Statement

_MOST = 2000
"""Characters of a content that are read."""
_MARKS = ' \t\n"“”«»'
_REPORT = (
    r"(?:claim|charge|accusation|allegation|assertion|suggestion|idea|theory|notion|talk|report|statement|argument|finding"
    r"|rumou?r|view|insistence|speculation|fear|doubt|account|contention)s?"
)
_TOLD = re.compile(rf"\b{_REPORT}\b", re.IGNORECASE)
_OPENING = re.compile(
    rf"(?:as saying )?(?:(?:[\w’'-]+ ){{0,6}}?{_REPORT} )?(?:that(?! time\b)|whether)\b,? ?"
    rf"|(?:(?:an?|the|any|all|such|its|their|his|her) )?(?:[\w’'-]+ )?{_REPORT} of (?=\w+ing\b)"
    r"|(?:when|where|why|how) (?=[\w’']+ )(?![^,]*, )"
    r"|(?:of|on|over|about|with (?:\w+ )?(?:confidence|probability|certainty) that) "
    r"(?!course\b|\d|that time\b|the (?:past|last|next|years?)\b"
    r"|(?:an?|half|two|three|four|five|six|ten|twenty) (?:\w+ )?(?:hundred|thousand|million|dozen|third|quarter"
    r"|days?|weeks?|months?|years?|hours?|people)\b)",
    re.IGNORECASE,
)
"""What introduces a proposition and is no part of it: "the accusation that", "whether"."""
_SPOKESPERSON = re.compile(
    r"^(?:an? |the )?\w* ?(?:spokes\w+|representative) (?:for|of) |^an? (?=[A-Z].* spokes)"
    r"| spokes(?:man|woman|person)$",
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
_HARM = re.compile(
    r"\b(?:attack|bomb|blast|strike|raid|shooting|assault|ambush|explosion|killing|kidnap|hack)", re.IGNORECASE
)
_HAS_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|could|may|might|continues?|continued|like|likely|able|reason|ways?"
    r"|efforts?|plans?|ability|right|need|needs|attempt\w*|want\w*)\b"
)
"""Words after which "to" is of another verb: "that it is likely to rise", "efforts to"."""
_IS_SAID = (
    r"(?:(?:is|are|was|were|been) (?:\w+ )?"
    r"(?:said|reported|believed|thought|understood|known|considered|alleged|feared)|appear(?:s|ed)?|seem(?:s|ed)?)$"
)
_IS_SEEN_AS = (
    r"(?:is|are|was|were|been|being) (?:\w+ )?(?:seen|regarded|viewed|described|known|considered|hailed|rated"
    r"|classified"
    r"|designated|label\w+|called|deemed|termed|branded)$"
)
_IS_EXPECTED = r"(?:is|are|was|were) (?:\w+ )?expected$"
_NO_DEED = re.compile(r"^(?:\w+ )?(?:said|says|say|added|adds|told)\b|fear|worr|concern|warn", re.IGNORECASE)
"""Cues after which a word in -ing is a subject: "said accelerating it was one of the options"."""
_ATTITUDE = re.compile(
    r"(?:(?:has|have|had|also|strongly|repeatedly|publicly|again) )*(?:hail|welcom|condemn|prais|criticis|criticiz"
    r"|denounc|oppos|support|applaud|mourn|unveil|thank|slamm?|backs?|defend|deplor|celebrat|honou?r)(?:ed|es|s|ing)?",
    re.IGNORECASE,
)
"""Cues whose contents are things, not clauses."""
_OF_ANOTHER = re.compile(r"\b(?:accus|blam|suspect|urg|ask|order|call(?:s|ed|ing)? (?:on|upon))", re.IGNORECASE)
"""Cues of what somebody else did, or is to do."""
_RULING_OUT = re.compile(
    r"rul.* out|call\w* (?:again )?for|demand|propos|suggest|recommend|consider|threat|vow", re.DOTALL
)
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’]*\s+[\"“‘]?$")
_DENIED_END = re.compile(r"[.!?][\"”’]?,? (?=[\"“‘]?[A-Z])|,? but (?=\w)")
_OTHER_THING = r"(?:was|is|were|are|had been|has been)(?: not)?(?! \w+(?:ing|ed)\b)"
"""After "it", words that say of an unnamed thing what it was; a party rather does something."""


def proposition(statement: Statement, text: str) -> str:
    """The content of a statement as a positive sentence; empty if it has none."""
    pieces = _pieces(statement, text)
    if not pieces:
        return ""
    speaker, is_direct = _speaker(statement, text), statement.quote_type == QuoteType.DIRECT
    cue = " ".join(span.of(text) for span in statement.cue)
    told = told_in(cue, " ".join(pieces)) if statement.stance == Stance.DENIES else ""
    said = unhedged(told or _clause("" if is_direct else cue, pieces, speaker))
    if not is_direct:
        said = unreported(said)
    if statement.stance != Stance.ASSERTS and is_negated(said):
        said = positive(_denied(said) if statement.stance == Stance.DENIES else said)
    elif statement.stance == Stance.DENIES and not told:
        said = made_up(cue, said)
    if _is_attitude(statement, cue, said):
        return _sentence(f"{speaker} {cue} {said}") if speaker else _sentence(said)
    is_of_another = bool(_OF_ANOTHER.search(cue))  # "condemned Berlin, accusing it of", where "it" is no speaker
    return _sentence(said if is_of_another else _with_speaker(said, statement, speaker))


def _is_attitude(statement: Statement, cue: str, said: str) -> bool:
    """Whether the party welcomes, opposes or mourns a thing, which without those words would be no sentence."""
    is_plain = (
        statement.stance == Stance.ASSERTS and statement.quote_type != QuoteType.DIRECT and len(statement.cue) == 1
    )
    is_thing = not (
        _HAS_FINITE.search(said) or re.match(r"(?:that|how|to|whether|what|who)\b|.{0,80} (?:as|that) ", said)
    )
    return is_plain and is_thing and bool(_ATTITUDE.fullmatch(cue)) and _comes_first(statement)


def _concern(pieces: Sequence[str]) -> str:
    """Of "(over) X": X is a cause for concern."""
    whole = re.sub(r"^(?:over|about|at|that) ", "", " ".join(pieces))
    is_thing = not _HAS_FINITE.search(whole)
    return f"{whole} {'are' if is_plural(whole) else 'is'} a cause for concern" if is_thing else ""


def _pieces(statement: Statement, text: str) -> list[str]:
    """The pieces of a content without their marks; one that ends a sentence in the article ends it here."""
    found = []
    for span, after in zip_longest(statement.content, statement.content[1:]):
        piece = " ".join(span.of(text)[:_MOST].split()).strip(_MARKS)
        is_end = after is not None and _SENTENCE_ENDS.search(text, span.end, after.start)
        found.append(f"{piece.rstrip(',')}." if piece and is_end and piece[-1] not in ".?!" else piece)
    return [piece for piece in found if piece]


def _denied(said: str) -> str:
    """Of what is worded in the negative, the sentence that is, up to "but": what follows it is not denied."""
    end = _DENIED_END.search(said)
    return said[: end.start()] if end and is_negated(said[: end.start()]) else said


def _sentence(said: str) -> str:
    """A clause with a capital and a full stop, and no half of a pair of marks."""
    said = said.strip(" .,;?")
    if said.count('"') % 2 or said.count("“") != said.count("”"):
        said = re.sub('["“”]', "", said)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _speaker(statement: Statement, text: str) -> str:
    """How the party is called in its own proposition: by the article's name for it, a capital by its state."""
    party = statement.party
    if party.name.startswith(("Government of ", "Presidency of ")) and len(party.sides) == 1:
        return party.side
    words = " ".join(" ".join(span.of(text) for span in statement.source).split())
    words = _SPOKESPERSON.sub("", re.sub(r"['’]s?$", "", words)).strip(" ,")
    if re.search(r"[A-Z]", _NO_NAME.sub("", words)):
        return words
    return "" if party.kind in {PartyKind.UNNAMED, PartyKind.CROWD} else party.name


def _clause(cue: str, pieces: Sequence[str], speaker: str) -> str:
    """The content as a clause with subject and verb, as far as cue and content make one."""
    for fits, clause in _BY_CUE:
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
    if not match or (match["gerund"] and not _is_gerund(match["gerund"], whole[match.end() :])):
        return whole
    rest = whole[match.end() :]
    if match["base"] or is_to_come:
        return f"{speaker} will {match['base'] or _base(match['gerund'] or match['participle'])}{rest}"
    return f"{speaker} {past_of(match['participle']) if match['participle'] else past(_base(match['gerund']))}{rest}"


def _is_gerund(word: str, rest: str) -> bool:
    """Whether a word in -ing begins a deed ("backing rebels"), and is no subject ("closing it served no purpose")."""
    return _base(word) in wordnet().verbs and _base(word) != word and not _HAS_VERB.match(rest)


def _base(gerund: str) -> str:
    return {"being": "be", "having": "have"}.get(gerund) or lemma(gerund)


def _said_to(pieces: Sequence[str]) -> str:
    """Of "X", "to have done Y": X did Y."""
    match = re.match(r"to (?:have )?(?P<verb>[a-z]+)", pieces[1]) if len(pieces) > 1 else None
    if not match:
        return ""
    who, verb, rest = pieces[0], match["verb"], pieces[1][match.end() :]
    if match.group().startswith("to have"):
        return f"{who} {done(verb, who)}{rest}"
    many, one = ("are", "is") if verb == "be" else (verb, third_person(verb))
    return f"{who} {many if is_plural(who) else one}{rest}"


def _seen_as(pieces: Sequence[str]) -> str:
    """Of "X", "as Y": X is Y."""
    if len(pieces) <= 1:
        return ""
    who, what = pieces[0], re.sub(r"^(?:as|to be) ", "", " ".join(pieces[1:]))
    return f"{who} {'are' if is_plural(who) else 'is'} {what}"


def _expected(pieces: Sequence[str]) -> str:
    """Of "X", "to do Y": X will do Y."""
    is_whole = len(pieces) > 1 and pieces[1].startswith("to ")
    return f"{pieces[0]} will {' '.join(pieces[1:]).removeprefix('to ')}" if is_whole else ""


def _accused(pieces: Sequence[str]) -> str:
    """Of "X of doing Y": X did Y."""
    whole = " ".join(pieces)
    match = re.match(r"(?!of )(?P<who>.{2,80}?),? (?:of |with )?(?:having )?[\"“]?(?P<deed>[a-z]+ing)\b", whole)
    return f"{match['who']} {past(_base(match['deed']))}{whole[match.end() :]}" if match else ""


def _blamed(pieces: Sequence[str]) -> str:
    """Of "X for Y": X caused Y."""
    who, _, what = (pieces[0], "", " ".join(pieces[1:])) if len(pieces) > 1 else pieces[0].partition(" for ")
    return f"{who} caused {what.removeprefix('for ')}" if who and what else ""


def _to_blame(pieces: Sequence[str]) -> str:
    """Of "X" alone, or "X for Y": X is to blame, or caused Y."""
    whole = " ".join(pieces)
    return _blamed(pieces) or (
        f"{whole} {'are' if is_plural(whole) else 'is'} to blame" if " " not in whole[60:] else ""
    )


def _put(pieces: Sequence[str]) -> str:
    """Of "the toll at Y": the toll is Y."""
    what, at, figure = " ".join(pieces).partition(" at ")
    return (
        f"{what} is {figure}"
        if at and re.search(r"\d|\b(?:one|two|three|ten|dozens|hundreds|thousands)\b", figure)
        else ""
    )


def _claimed(pieces: Sequence[str]) -> str:
    """Of "(responsibility for) X", which somebody claimed: it did X."""
    whole = re.sub(r"^(?:responsibility )?for ", "", " ".join(pieces))
    return f"it carried out {whole}" if _HARM.search(whole) and not _HAS_FINITE.search(whole) else ""


def _any(pieces: Sequence[str]) -> str:
    """Of "any X", which somebody denied: there was X, or it was involved in X."""
    whole = " ".join(pieces)
    if part := re.match(r"(?:any |all )?(?:involvement|role|part|hand) in (?=\w)", whole):
        return f"it was involved in {whole[part.end() :]}"
    match = re.fullmatch(r"any (?P<thing>[\w'’-]+(?: (?!(?:that|who|which)\b)[\w'’-]+)*)", whole)
    return f"there was {match['thing']}" if match and not _HAS_FINITE.search(whole) else ""


def _pinned(pieces: Sequence[str]) -> str:
    """Of "Y on X": X caused Y."""
    what, _, who = (pieces[0], "", " ".join(pieces[1:])) if len(pieces) > 1 else pieces[0].rpartition(" on ")
    return f"{who.removeprefix('on ')} caused {what}" if who and what else ""


def _called_for(pieces: Sequence[str]) -> str:
    """Of "(for) X": there should be X."""
    whole = " ".join(pieces)
    return "" if " to " in whole else f"there should be {whole.removeprefix('for ')}"


def _warned_against(pieces: Sequence[str]) -> str:
    """Of "against any X": there should be no X; of "against X doing Y": X should not do Y."""
    whole = " ".join(pieces)
    if doing := re.match(r"against (?P<who>[A-Z][\w’'-]*(?: [\w’'-]+){0,4}?) (?P<deed>[a-z]+ing)\b", whole):
        return f"{doing['who']} should not {_base(doing['deed'])}{whole[doing.end() :]}"
    match = re.match(r"against (?:any |an? )?", whole)
    return f"there should be no {whole[match.end() :]}" if match else ""


def _called(pieces: Sequence[str]) -> str:
    """Of "X a Y" or "X as Y": X is Y."""
    whole = " ".join(pieces)
    what, _, name = whole.partition(" as ")
    if not name:
        match = re.match(
            r"(?P<what>it|them|this|that|(?:the|its|their|all) .{2,80}?"
            r"|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*) (?P<name>[\"“]|an? )",
            whole,
        )
        what, name = (match["what"], whole[match.start("name") :]) if match else (whole, "")
    if not name or _TOLD.search(what) or what.split()[-1] in STOPWORDS - {"it", "them", "this", "that"}:
        return ""
    return f"{'they' if what == 'them' else what} {'are' if what == 'them' or is_plural(what) else 'is'} {name}"


def _asked(pieces: Sequence[str]) -> str:
    """Of "X to do Y": X should do Y."""
    whole = " ".join(pieces)
    match = re.match(
        r"(?:on |for )?(?P<who>(?!(?:that|whether|who|to)\b)[^,.;\"“]{2,60}?) (?P<not>not )?to (?=[a-z]+)", whole
    )
    if not match or _HAS_FINITE.search(match["who"]) or whole[match.end() :].startswith("the "):
        return ""
    return f"{match['who']} should {match['not'] or ''}{whole[match.end() :]}"


_BY_CUE: Sequence[tuple[re.Pattern[str], Callable[[Sequence[str]], str]]] = tuple(
    (re.compile(rf"\b(?:{words})", re.IGNORECASE), clause)
    for words, clause in (
        (_IS_SAID, _said_to),
        (_IS_SEEN_AS, _seen_as),
        (_IS_EXPECTED, _expected),
        (r"(?:voic|express|rais)\w* (?:\w+ )?(?:concern|alarm)s? (?:over|about|at)$", _concern),
        (r"accus|suspect", _accused),
        (r"blam", _to_blame),
        (r"\bputs?\b|\bputting\b", _put),
        (r"\bclaim(?:s|ed|ing)?(?: responsibility)?(?: for)?$", _claimed),
        (r"\bden(?:y|ies|ied|ying)\b|\breject", _any),
        (r"pin(?:s|ned|ning)?\b", _pinned),
        (r"call\w* (?:again )?for\b", _called_for),
        (r"warn", _warned_against),
        (r"call|brand|label|describ|term|characteri|\bsees?\b|\bsaw\b|view|regard", _called),
        (r"ask|urg|tell|told|order|demand|want|call\w* (?:on|upon)|request|appeal", _asked),
    )
)
"""Cues whose contents are no clauses, and the clause in them."""


def _comes_first(statement: Statement) -> bool:
    """Whether the speaker is named before what he says."""
    return bool(statement.source) and statement.source[0].start < statement.content[0].start


def _with_speaker(said: str, statement: Statement, speaker: str) -> str:
    """The speaker's name where a pronoun can only stand for it: as the subject, or as the owner of it."""
    if not speaker:
        return said
    is_person = statement.party.kind in {PartyKind.PERSON, PartyKind.OFFICE}
    if statement.quote_type == QuoteType.DIRECT:
        own, possessive = ("I", "my") if is_person else ("we", "our")
    elif is_person and not _comes_first(statement):
        return said  # "He was shot, the spokesman said"
    else:
        its = ("they", "their") if is_plural(speaker) else ("it", "its")  # critics are no "it"
        own, possessive = ("he|she", "his|her") if is_person else its
    if match := re.match(rf"(?:{own}) (?!{_OTHER_THING})(?P<verb>\w+)", said, re.IGNORECASE):
        verb = match["verb"] if is_plural(speaker) else agreeing(match["verb"])
        said = f"{speaker} {verb}{said[match.end() :]}"
    owner = speaker + ("’" if speaker.endswith("s") else "’s")
    return re.sub(rf"^((?:(?:some|one|all|none|two|any) of )?)(?:{possessive})\b", rf"\g<1>{owner}", said, count=1)

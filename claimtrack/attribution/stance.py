"""How a party stands to what it is quoted on: stance, hedge, kind, and what it holds true.

Stance is the answer to the content read as a positive proposition, so "said it did not fire"
denies "it fired". The cue decides first, then a negation in the first clause of the content.
The words are in lexicon.toml; the notion of who holds what to be so is that of factuality
(Saurí & Pustejovsky 2009).
"""

import re
from typing import NamedTuple

from claimtrack.language.clauses import first_clause, is_negated, is_partly_negated
from claimtrack.language.lexicon import phrases
from claimtrack.language.rejecting import REJECTION
from claimtrack.models import Hedge, Kind, Polarity, Stance


class Reading(NamedTuple):
    """What a cue and a content say together."""

    stance: Stance
    hedge: Hedge
    kind: Kind
    polarity: Polarity


_PACKAGE = "claimtrack.attribution"
_STANCE, _KIND = phrases(_PACKAGE, "stance"), phrases(_PACKAGE, "kind")
_HEDGE = dict(phrases(_PACKAGE, "hedge"))
_HEDGE["possibly"] = re.compile(_HEDGE["possibly"].pattern)  # "May" is a month

_NOT = r"(?:not|n['’]t|never|no longer|neither|nor|cannot|unable to|refus\w+ to|declin\w+ to|no attempt to|without)"
_DENY = (
    r"(?:den(?:y|ies|ied|ying|ial)|dispute[sd]?|disputing|contest(?:s|ed|ing)?|refut\w+|rul(?:e|ed|ing) out"
    r"|reject\w*|dismiss\w*|challeng\w+)"
)
_NOT_DENIED = re.compile(
    rf"{_NOT} (?!only |just |merely |simply )(?:\w+ )?(?:\w+ (?:or|nor) )?{_DENY}\b", re.IGNORECASE
)
_NO_LONGER = re.compile(rf"no longer {_DENY}", re.IGNORECASE)
_NOT_RULED_OUT = re.compile(rf"{_NOT} (?:\w+ )?rul(?:e|ed|ing) out", re.IGNORECASE)
_ASKED_THEN_SAID = re.compile(r"\basked\b.*\b(?:said|replied|answered|told|responded)\b", re.IGNORECASE)
_NO_DOUBT = re.compile(r"\b(?:no|without|not|beyond|never) (?:\w+ )?doubt(?:s|ed)?\b", re.IGNORECASE)
_NO_HEDGE = re.compile(
    r"\bcould (?:\w+ly )?(?:be )?(?:seen?|heard?|fee?lt?|smell)\b|\b(?:more|less) likely\b"
    r"|\b(?:all|everything|whatever) (?:that )?(?:it|they|he|she|we|I|you) could\b",
    re.IGNORECASE,
)
"""What somebody was able to do, or how one chance compares with another."""
_BE = r"\b(?:is|are|was|were|been|be) (?:\w+ )?"
_IS_SAID = re.compile(rf"{_BE}(?:said|reported|understood|rumou?red)$", re.IGNORECASE)
_IS_ALLEGED = re.compile(rf"{_BE}alleged$|\ballegedly\b", re.IGNORECASE)
"""A cue behind what it is said of: "two people are understood to be missing"."""
_SAYS_ALL_THE_SAME = re.compile(
    r"\bnot (?:only|just|merely|simply|hesitat|shy|forget|flinch|mince|stop)|n['’]t (?:hesitat|stop|forget)"
    r"|no (?:secret|longer|doubt|uncertain)|never (?:tired|stopp|forg|hid)"
    r"|(?:no|not|never)\b.*\b(?:conceal|hid)"
    r"|(?:could|can|do|does|did)(?:n['’]t| ?not) (?:believe|imagine|think|want|like|mind|accept|agree|support)"
    r"|\b(?:not|never) (?:believ|accept|agree|approv|support|like|want|expect|see|think|consider|to\b|recogni)",
    re.IGNORECASE,
)
"""Negations of a cue after which something is said all the same: "did not hesitate to say"."""
_REQUEST = re.compile(r"\bask(?:s|ed|ing)?(?: \S+){0,4}? (?:to|for|that)\b", re.IGNORECASE)
_TO_COMMENT = re.compile(r"to (?:comment|respond|reply|elaborate)\b", re.IGNORECASE)
_TOOK_BACK = re.compile(r"retract|withdr[ae]w|backtrack|walked back|dropped|pulled", re.IGNORECASE)
_CONFIRMED_OF_ITSELF = re.compile(r"confirm\w*\b.*?\b(?:it|its|they|their|he|his|she|her|we|our)\b ", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|would|shall)\b", re.IGNORECASE)
_WHETHER = re.compile(
    r"(?:that )?(?:whether|how (?:many|much|far)|who|whom|where|why|when|if|what|which"
    r"|(?:on|from|to|in|by) (?:whose|which|whom|where))\b",
    re.IGNORECASE,
)
"""A question that a sentence begins with: "whether it was deliberate remains to be seen"."""
_WHETHER_IT = re.compile(r"[\"“]?(?:on |of |about )?whether\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"(?:in order )?to (?!have\b|be\b)\w+(?: \w+)?$", re.IGNORECASE)
_CLAIMS = re.compile(
    r"(?:[^\s,;:]+ ){0,4}?[\"“”‘’']?(?:claims?|accusations?|allegations?|insinuations?|rumou?rs?|charges?|notion"
    r"|suggestions?|talk of|idea|stor(?:y|ies) of|tales?|theor(?:y|ies)|picture of|suspicions?"
    r"|being (?:called|branded|held|labelled|made|accused|blamed))\b",
    re.IGNORECASE,
)
"""A thing said, with the few words before it: "‘outrageous’ cover-up claims"."""
_ACCUSING = re.compile(
    r"[\"“‘']?(?:accusing|blaming|linking|calling|(?:any(?:one|body)|whoever|those|people) (?:who )?(?:says?|claims?)"
    r"|(?:it (?:is|was) )?(?:an? )?(?:\w+ )?to (?:say|call|claim|blame|speak|suggest|accuse|lay|link|imply|allege"
    r"|describe|label|talk)|(?:absurd\w*|nonsense|false)[\"”’]? the (?:belief|claim|idea|allegation) that"
    r"|it (?:is|was) [^,;.]{2,40}? that|(?:the|any|an|its|such|every) (?:\w+ )?(?:accusation"
    r"|allegation|claim|charge|suggestion|idea|notion|story|report|talk|assertion|insinuation)s? (?:that|of))\b",
    re.IGNORECASE,
)
"""With a word for what is false: "accusing Moscow was absurd"."""
_IS = re.compile(r"\b(?:is|are|was|were|be|been|remains?|belongs?)\b[^,;:]{0,40}$", re.IGNORECASE)
"""Before what something is said to be."""
_DISAGREE = re.compile(r"\bdisagree", re.IGNORECASE)
_REJECTS = re.compile(r"\breject(?:s|ed|ing)?$", re.IGNORECASE)
_NOTHING_TO_DO = re.compile(
    r"(?<![\s\"“])(?<!want)(?<!wants)(?<!wanted)[\s\"“]+nothing to do with\b|^nothing to do with\b"
)
_WRONGS = re.compile(
    r"(?:the |such |these |every )*(?:\w+ )?(?:crimes?|violence|terrorism|extremism|racism|atrocities"
    r"|aggression|massacres?|bloodshed)\b"
    r"(?! (?:claim|charge|allegation|accusation|report)s?\b| by\b| of (?:its|his|her|their)\b| (?:blamed|alleged))",
    re.IGNORECASE,
)
_DISPARAGED = re.compile(
    r"^(?:(?:(?:has|have|had) )?(?:ma[dk]es?|making|repeat(?:s|ed|ing)?|(?:said|claimed|wrote|alleged) in) )?"
    r"(?:(?:a )?series of )?(?:(?:his|her|its|their|the|an?|own|repeated|several) )*"
    r"(?:unsubstantiated|unproven|unfounded|unverified|baseless|groundless|false|discredited|debunked|untrue)"
    r" (?P<noun>(?:claim|charge|allegation|accusation|assertion|suggestion|statement|report|tweet|post|remark)s?)$",
    re.IGNORECASE,
)
"""What the writer thinks of a claim; whoever made it holds it true: "his unsubstantiated claim that ..."."""
_REFUSED = re.compile(r"\b(?:refus\w*|reluctant|unwilling)$", re.IGNORECASE)
_BESIDE = re.compile(
    r"^((?:\w+ )?(?:said|says|told|added|wrote|stated|explained)\b[^,.;]{0,30}?),? without (?:giving|naming|saying"
    r"|elaborating|specifying|providing|identifying)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""A manner of saying: "said without giving his name"."""
_MEANS_TO = re.compile(r"\bto (?:\w+ )?$")
"""Before what is no more than an aim: "an attempt to smear", "used to spread lies"."""
_OF_A_TALE = re.compile(r" (?:campaigns?|efforts?|operations?|networks?|wars?|machines?|websites?|sites?|laws?)\b")
"""Behind "disinformation", what it is of: who has a part in such a campaign is not said to be made up."""
_FALSE_TALE = re.compile(
    r"\b(?:peddl|spread|invent|fabricat|push|circulat|disseminat|concoct)\w* (?:\w+ ){0,2}[\"“]?"
    r"(?:false|fake|lies|falsehood|disinformation|misinformation|untruth|fabrication|slander|rumou?r)",
    re.IGNORECASE,
)
"""Whoever is said to spread lies is said to be wrong."""
_AGREED_THAT = re.compile(r"\bagree(?:s|d|ing)? that (?!\w+ (?:\w+ )?(?:will|would|should|be)\b)", re.IGNORECASE)
_POINTER = re.compile(r"(?:it|this|that|them|these|those)\b", re.IGNORECASE)
_DETERMINER = re.compile(r"^(?:the |its |any |such |all |an? )?", re.IGNORECASE)
_WILL = re.compile(
    r"^(?:it|they|he|she|we|i|(?:its|their) \w+) (?:\w+ )?"
    r"(?:will|would|shall|plans? to|intends? to|(?:is|are) going to|['’]ll)\b(?! (?:continue|remain)\b)",
    re.IGNORECASE,
)
"""What is to come; whoever "will continue to" do something says that he does it."""


def read(cue: str, content: str) -> Reading:
    """Read stance, hedge, kind and polarity off the words of a cue and its content."""
    clause = first_clause(content)
    cue = _DISPARAGED.sub(r"\g<noun>", cue)
    cue = cue if _WHETHER.match(content) else _BESIDE.sub(r"\1", cue)
    if _INFINITIVE.match(cue):  # "in an effort to deny civilians power": meant, not said
        return Reading(Stance.ASSERTS, Hedge.NONE, Kind.INTENTION, Polarity.UNKNOWN)
    kind = _kind(cue, content, clause)
    refused = content.startswith("to ") and _REFUSED.search(cue)
    stance = _stance(f"{cue} {content}" if refused else cue, content, clause)
    if _KIND["feeling"].search(cue) and stance == Stance.DENIES and not _rejects(cue, clause):
        stance = Stance.ASSERTS  # "is worried that they are not fed" asserts the worry
    hedge = _hedge(cue, clause)
    return Reading(stance, hedge, kind, _polarity(stance, hedge, cue, clause))


def _stance(cue: str, content: str, clause: str) -> Stance:  # noqa: C901, PLR0911 a decision list
    """The first rule that fits, the surest first."""
    if _NO_LONGER.search(cue):
        return Stance.CONCEDES
    is_silent = is_negated(cue) and _TO_COMMENT.match(content)
    if _NOT_DENIED.search(cue) or is_silent or (_STANCE["declines"].search(cue) and not _attacks(cue, clause)):
        return Stance.DECLINES
    if _STANCE["nobody_proved"].search(f"{cue} {clause}"):
        return Stance.DENIES
    if _asks(cue, content):
        return Stance.QUESTIONS
    if _concedes(cue, clause):
        return Stance.DECLINES if is_negated(cue) else Stance.CONCEDES  # "has never acknowledged"
    if _condemns(cue, content):
        return Stance.ASSERTS
    if _DISAGREE.search(cue) and _WHETHER_IT.search(f"{cue[-12:]} {content}"):
        return Stance.QUESTIONS
    if _rejects(cue, clause) or (_ACCUSING.match(content) and _STANCE["false"].search(content)):
        return Stance.DENIES
    if _leaves_open(content, clause):
        return Stance.DECLINES
    if _STANCE["no_evidence"].search(clause[:60]) or content.rstrip(" \"”'’").endswith("?"):
        return Stance.QUESTIONS
    if is_negated(cue) and not _SAYS_ALL_THE_SAME.search(cue):
        return Stance.DECLINES  # "has not accused the North of the attack"
    if is_negated(clause) and not is_partly_negated(content):
        return Stance.DENIES
    return Stance.QUESTIONS if _WHETHER_IT.match(content) else Stance.ASSERTS


def _leaves_open(content: str, clause: str) -> bool:
    """Whether a content says no more than that it cannot be told."""
    if not _WHETHER.match(content):
        return bool(_STANCE["leaves_open"].search(clause[:60]))
    return bool(_STANCE["leaves_open"].search(content) or _STANCE["question_open"].search(content))


def _asks(cue: str, content: str) -> bool:
    """Whether the party asks or doubts; "asked X to leave" is a request."""
    is_sure = _ASKED_THEN_SAID.search(cue) or _NO_DOUBT.search(cue)
    if is_sure or not _STANCE["questions"].search(cue):
        return False
    return not _REQUEST.search(f"{cue} {content[:60]}")


def _condemns(cue: str, content: str) -> bool:
    """Whether a deed is rejected as wrong, and not as untrue: "rejects the crimes committed against civilians"."""
    return bool(_REJECTS.search(cue) and _WRONGS.match(content))


def _concedes(cue: str, clause: str) -> bool:
    took_back = _TOOK_BACK.search(cue) and _STANCE["reports"].match(_DETERMINER.sub("", clause))
    of_itself = _CONFIRMED_OF_ITSELF.match(f"{cue} {clause[:12]} ") and not _TO_COME.search(clause)
    return bool(_STANCE["concedes"].search(cue) or took_back or of_itself)


def _rejects(cue: str, clause: str) -> bool:
    """Whether something is denied by the cue, or called a lie ("called the charge baseless")."""
    if _STANCE["denies"].search(cue) or _STANCE["false"].search(cue) or _NOTHING_TO_DO.search(clause):
        return True
    if REJECTION.match(clause):
        return True
    tale = _FALSE_TALE.search(clause)
    if tale and not _MEANS_TO.search(clause[: tale.start()]):
        return True
    if _attacks(cue, clause) or _is_no_more_than_a_tale(cue, clause):
        return True
    is_label = _STANCE["labels"].search(cue) and _STANCE["false"].search(clause)
    is_deed = _POINTER.match(clause) and _STANCE["foul"].search(clause)  # "described it as propaganda": no report
    return bool(is_label and not is_deed and _STANCE["reports"].match(_DETERMINER.sub("", clause)))


def _is_no_more_than_a_tale(cue: str, clause: str) -> bool:
    """Whether something is said to be made up: "the feast is a myth", "called the captives a lie"."""
    tale = _STANCE["tales"].search(clause)
    if (
        not tale
        or is_negated(clause)
        or _MEANS_TO.search(clause[: tale.start()])
        or _OF_A_TALE.match(clause, tale.end())
    ):
        return False
    return bool(_STANCE["called"].search(cue) or _IS.search(clause[: tale.start()]))


def _attacks(cue: str, clause: str) -> bool:
    """Whether a claim is what is attacked or waved away: "brushed aside the charge", but "brushed aside questions"."""
    return bool(_STANCE["attacks"].search(cue) and _CLAIMS.match(clause))


def _hedge(cue: str, clause: str) -> Hedge:
    clause = _NO_HEDGE.sub("", clause)
    if _HEDGE["reportedly"].search(f"{cue} {clause}") or _IS_SAID.search(cue):
        return Hedge.REPORTEDLY
    is_alleged = _HEDGE["alleged"].search(clause) or _IS_ALLEGED.search(cue)
    if is_alleged and not _STANCE["denies"].search(cue):
        return Hedge.ALLEGED
    if _HEDGE["probably"].search(f"{cue} {clause}"):
        return Hedge.PROBABLY
    if _HEDGE["possibly"].search(clause) or _NOT_RULED_OUT.search(cue):
        return Hedge.POSSIBLY
    return Hedge.NONE


def _kind(cue: str, content: str, clause: str) -> Kind:
    if (_KIND["intention"].search(cue) and not _AGREED_THAT.search(f"{cue} {content}")) or _WILL.match(clause):
        return Kind.INTENTION
    if _KIND["blame"].search(cue) or cue == "if one believes":
        return Kind.CLAIM
    if _KIND["opinion"].search(cue) or (_KIND["value"].search(clause) and not is_negated(clause)):
        return Kind.OPINION
    return Kind.CLAIM


def _polarity(stance: Stance, hedge: Hedge, cue: str, clause: str) -> Polarity:
    if stance in {Stance.DECLINES, Stance.QUESTIONS}:
        return Polarity.UNKNOWN
    if stance == Stance.DENIES:
        return Polarity.FALSE
    if stance == Stance.CONCEDES and _TOOK_BACK.search(cue):
        return Polarity.UNKNOWN
    if stance == Stance.CONCEDES and (is_negated(clause) or "unable to" in clause):
        return Polarity.FALSE
    return Polarity.UNKNOWN if hedge == Hedge.POSSIBLY else Polarity.TRUE

"""What a disagreement is about, as a question in the words that met."""

import re

from claimtrack.claims.utterance import Utterance
from claimtrack.conflicts.finding import Finding
from claimtrack.models import ReasonCode, RelationKind, Span

_TEMPLATES = {
    ReasonCode.DENIAL: "Is it so that “{denied}”?",
    ReasonCode.NEGATION: "Which is so: “{a}” or “{b}”?",
    ReasonCode.NUMBER: "How many: “{a}” or “{b}”?",
    ReasonCode.AGENT: "Who did it: “{a}” or “{b}”?",
    ReasonCode.CAUSE: "What brought it about: “{a}” or “{b}”?",
    ReasonCode.PLACE: "Where was it: “{a}” or “{b}”?",
    ReasonCode.STATUS: "What was its status: “{a}” or “{b}”?",
    ReasonCode.SAME: "Agreed: “{a}” and “{b}”",
}

_REPORT = re.compile(
    r"(?:(?:an?|the|any|all|such)\s+)?(?:(?:accusation|allegation|suggestion|claim|charge|report|assertion|idea)s?\s+)?"
    r"that\s+",
    re.IGNORECASE,
)
"""What introduces a proposition and is no part of it: "the accusation that"."""
_POINTING = re.compile(
    r"(?:which|it|this|that|them|these|those"
    r"|(?:the|those|these|such|its|all) (?:\w+ )?"
    r"(?:claim|accusation|charge|allegation|report|account|version|statement)s?)"
    r"(?=$|[\s.,]*[\"“…]| as\b)",
    re.IGNORECASE,
)
"""A denial that names nothing of its own, and is asked by what it answers: "which Israel rejected"."""


_CHARGING = re.compile(r"\b(?:accus|suspect)", re.IGNORECASE)
_PLAIN = r"(?!(?:that|of|is|are|was|were|has|have|had)\b)[^\s…]+"
_WHO = rf"(?P<who>(?:{_PLAIN} |(?<=\w )of ){{0,7}}?{_PLAIN}) (?:of|…(?: of)?)"
_CALLING = re.compile(r"\b(?:call|brand|label|describ|term|denounc)", re.IGNORECASE)
_LABEL = re.compile(r"(?<=\w)[,\"”]* (?:as )?[\"“][^\"“”]{2,40}[,.]?[\"”]?[,.]?$")
"""What somebody calls a claim, at its end: called the allegation that it was so "absurd"."""
_OF_WHAT = (
    re.compile(rf"{_WHO} (?P<what>\w+ing\b.*)", re.DOTALL),
    re.compile(rf"{_WHO} (?P<what>\w.*)", re.DOTALL),
)
"""What is said of somebody whom a cue charges: "Moscow of shelling the plant"."""


def question(a: Utterance, b: Utterance, finding: Finding) -> str:
    """One line for a queue or a report; every word inside the marks stands in an article."""
    reason = finding.reasons[0]
    template = _TEMPLATES.get(reason.code, "Which is so: “{a}” or “{b}”?")
    denier, other = (a, b) if finding.kind == RelationKind.CONTRADICTS and a.statement.stance == "denies" else (b, a)
    is_pointing = (reason.a, reason.b) == (a.whole, b.whole) or _POINTING.match(_content(denier))
    asked = other if is_pointing else denier
    if reason.code == ReasonCode.DENIAL and (charge := _charge(asked)):
        return f"Is it so of “{charge['who']}”: “{_short(charge['what'])}”?"
    return template.format(a=_words(a, reason.a), b=_words(b, reason.b), denied=_content(asked))


def _charge(utterance: Utterance) -> re.Match[str] | None:
    """Whom a charge is of, and of what: "accused Moscow of shelling the plant"."""
    if not _CHARGING.search(utterance.cue):
        return None
    said = " ".join(utterance.text.strip(" \"“”'‘’.,").split())
    return next(filter(None, (pattern.match(said) for pattern in _OF_WHAT)), None)


def _words(utterance: Utterance, span: Span) -> str:
    words = span.of(utterance.capture.text)
    return _short(words if words.count('"') % 2 == 0 else words.replace('"', ""))


def _content(utterance: Utterance) -> str:
    said = utterance.text[m.end() if (m := _REPORT.match(utterance.text)) else 0 :]
    if _CALLING.search(utterance.cue):
        said = _LABEL.sub("", said)
    return _short(said.strip(" \"“”'‘’.,"))


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= 90 else flat[:89].rsplit(" ", 1)[0] + " …"

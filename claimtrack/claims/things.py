"""Contents that are things and no clauses: what the party does with them is what the statement is about.

"Malaysia bans visa-free travel", "The plan was approved": without the words of attribution the content would be no
sentence.
"""

import re
from collections.abc import Sequence
from itertools import starmap, zip_longest

from claimtrack.language.inflection import base_of, past
from claimtrack.language.rewording import is_plural
from claimtrack.language.wordnet import wordnet
from claimtrack.language.words import lemma
from claimtrack.models import Stance, Statement

_TAKES_CLAUSE = frozenset(
    """say tell add announce claim note warn believe think know find show report explain argue insist
        state declare reveal confirm acknowledge admit concede conclude suggest indicate predict expect
        hope fear feel stress emphasise emphasize maintain allege assert contend write post tweet reply
        answer respond promise pledge vow recall remember mention clarify describe hear read see
        understand realise realize learn discover estimate calculate reckon guess assume suspect worry
        complain swear testify boast joke quip observe remark repeat reiterate underline underscore point
        prove demonstrate decide agree demand insist propose recommend request require urge wish dream
        imagine consider deem make appear seem rule""".split()
)
"""Verbs whose content may be a clause without "that", so that a thing must be told from it by its words."""
_AUXILIARY = r"(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|shall|must|did|does|do)"
_HAS_AUXILIARY = re.compile(rf"\b{_AUXILIARY}(?:n['’]t)?\b|['’](?:re|ve|ll|d|m)\b|\bcannot\b")
_CLAUSE_BEGINS = re.compile(r"(?:that|how|whether|what|whom?|whose|which|where|when|why|if|because|as|like)\b")
_RELATIVE = re.compile(r"\b(?:that|which|whom?|whose|where|when|how|whether|if|as)\b(?:(?! - )[^,;–—])*")
_SUBJECT = re.compile(r"(?:they|he|she|we|I|you|it)\b")
_PASSIVE = re.compile(r"(?:is|are|was|were|(?:has|have|had) (?:\w+ )?been|(?:is|are|was|were) being) (?!not\b)\w+")
_ADVERB = r"(?:\w+ly|also|again|since|now|still|then|always|often|just|even|once|ever|never|first)"
_GERUND = re.compile(r"(?P<how>(?:\w+ly |also )?)(?P<verb>[a-z]+ing)\b")
_NO_SUBJECT = re.compile(r"(?:it|he|she|they|we|i|who|which|that|this|these|those)$|.*['’]s?$", re.IGNORECASE)
_OF, _ARTICLE = re.compile(r"(?:of|over|against|for|to) "), re.compile(r"^(?:an?|the) ")
_PREPOSITION = re.compile(r"of|in|on|at|for|from|with|by|against|and|or")
_BETWEEN = re.compile(r"[\s\"“”‘’']*")


def told_whole(statement: Statement, text: str, speaker: str, pieces: Sequence[str], said: str) -> str:
    """The speaker, the words of attribution and the thing as a sentence; empty if the content is a clause.

    `pieces` are those of the content, `said` is what of it would be the proposition.
    """
    if statement.stance not in {Stance.ASSERTS, Stance.CONCEDES} or len(statement.cue) != 1:
        return ""
    content, cue = (" ".join(words.split()) for words in (" ".join(pieces), statement.cue[0].of(text)))
    takes_clause = any(lemma(word) in _TAKES_CLAUSE for word in cue.lower().split())
    if not (said and content.endswith(said) and is_thing(content, takes_clause)):
        return ""
    if _PASSIVE.match(cue) and _follow(text, statement.content[0].end, statement.cue[0].start):
        return " ".join([pieces[0], cue, *pieces[1:]])
    is_as_told = content.removesuffix(said).strip() in {"", "of", "on", "over", "about"}
    follows = _follow(text, statement.cue[0].end, statement.content[0].start)
    if not (is_as_told and follows and statement.source and _is_subject(statement, text)):
        return ""
    who = speaker or _as_written(statement, text)
    deed = _finite(cue, who)
    return f"{who} {deed} {content}" if who and deed else ""


def is_thing(said: str, may_be_clause: bool) -> bool:
    """Whether a content has no verb of its own outside its relative clauses."""
    own = _RELATIVE.sub("", said)
    may_be_clause = may_be_clause and not _OF.match(said)
    if _CLAUSE_BEGINS.match(said) or _HAS_AUXILIARY.search(own) or (may_be_clause and _SUBJECT.match(said)):
        return False
    words = _ARTICLE.sub("", own.lower()).split()[1:]
    return not (may_be_clause and any(starmap(_may_be_finite, zip_longest(words, words[1:], fillvalue=""))))


def _may_be_finite(word: str, after: str) -> bool:
    """Whether a word may be the verb of a clause, by its form: "aims", "heard", but not "attacks on"."""
    bare = word.strip("\"“”'’.,;:()")
    base = lemma(bare)
    is_noun = bare.endswith("s") and (not after or _PREPOSITION.fullmatch(after))
    return base != bare and base in wordnet().verbs and not (is_noun or bare.endswith("ing"))


def _finite(cue: str, who: str) -> str:
    """The cue as the verb of a sentence: "rejecting" gives "rejected"; empty for nouns and "to declare"."""
    if gerund := _GERUND.match(cue):
        base = base_of(gerund["verb"])
        is_deed = base in wordnet().verbs and base != gerund["verb"]
        return f"{gerund['how']}{past(base)}{cue[gerund.end() :]}" if is_deed else ""
    first = re.sub(rf"{_ADVERB} ", "", cue).partition(" ")[0]
    base, is_many = lemma(first), is_plural(who) or " and " in who
    agrees = base != first if not is_many else not first.endswith("s")
    is_verb = re.fullmatch(_AUXILIARY, first) or (base in wordnet().verbs and agrees)
    return cue if is_verb else ""


def _is_subject(statement: Statement, text: str) -> bool:
    """Whether the source stands before the cue and does not own it: "the US' wrong assumptions"."""
    end = statement.source[-1].end
    return end <= statement.cue[0].start and text[end : end + 1] not in {"'", "’"}


def _as_written(statement: Statement, text: str) -> str:
    """The source's own words, unless they are a pronoun or somebody's."""
    words = " ".join(" ".join(span.of(text) for span in statement.source).split())
    return "" if _NO_SUBJECT.match(words) else words


def _follow(text: str, end: int, start: int) -> bool:
    """Whether nothing but marks stands between two places."""
    return end <= start and bool(_BETWEEN.fullmatch(text, end, start))

"""Descriptions: "the ministry", "the Iran-backed group", "the company, Boeing", "the embassy" again."""

import re

from claimtrack.models import UNNAMED, Party, PartyKind
from claimtrack.parties import phrases
from claimtrack.parties.antecedents import PERSONS, antecedent, following, is_called, is_in_name, is_named_since
from claimtrack.parties.bodies import body
from claimtrack.parties.context import REACH
from claimtrack.parties.gazetteer import Head, gazetteer
from claimtrack.parties.holders import holder
from claimtrack.parties.mention import INSIDE, Mention, leading_name, named, state_in, trimmed
from claimtrack.parties.names import fold
from claimtrack.parties.whose import near_state

_ARTICLE = re.compile(r"^(?:the|this|that|these|those)\s", re.IGNORECASE)
_LED = re.compile(r"\b(?P<leader>[A-Z][\w.&]*)-(?:led|run)\b")
_AGAIN = re.compile(r"[Tt]h(?:e|ese|ose) (?:[a-z-]+ ){0,2}[a-z-]+")
_OWN_SORTS = frozenset("union association federation hospital school university college board club church".split())
_OFFICIAL = frozenset(["commission", "court", "council", "committee", "authority"])
"""Nouns of bodies of which every state has several sorts."""
_NO_OTHERS = frozenset(["union", "hospital", "school", "university", "church"])
"""Of these, words that nobody uses for a firm or the police."""
_LEADING = frozenset(["command", "headquarters", "leadership", "staff", "authorities"])
"""After the noun of a body, words for those who lead it: "the navy command"."""
_OF_OTHER = re.compile(r"['’]s? ")
_OF_MINISTER = re.compile(r"^Minister\b")
_SENT = re.compile(r"Ambassador of (?P<by>(?:the )?[A-Z][\w ]*?) to (?P<to>(?:the )?[A-Z]\w*(?: [A-Z]\w*)*)")
_SORT_THE = re.compile(
    r"[\w' -]*\b(?:group|agency|charity|organi[sz]ation|watchdog|firm|company|network|union) the "
    r"(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)+)"
)
"""What somebody is before "the" and the name: "rights group the Hungarian Helsinki Committee"."""
_ACRONYM = re.compile(r"[A-Z]{3,8}")
_LATELY = 3
"""Speakers, the last ones, among whom "the authorities" are looked for."""
_LONG_NAME = 3
"""Words of a name that is sure to be one though no description stands before it."""


def described(mention: Mention) -> Party | None:
    """For example "the ministry", "the Iran-backed group": the last party of a kind that fits the last word."""
    led = _LED.search(mention.words)
    if led and (party := _here(mention) or named(mention.part(led["leader"]))):
        return party
    kinds = kinds_of(mention.folded)
    if mention.folded.endswith("-year-old"):
        found = antecedent(mention.around, mention.start, PERSONS)
        return found if found and found.kind == PartyKind.PERSON else UNNAMED  # no office has an age
    if not kinds or _OF_OTHER.search(mention.words) or _are_of_nobody_yet(mention, kinds):
        return None
    is_definite = bool(_ARTICLE.match(mention.words)) or len(mention.words.split()) == 1
    if any(c.isupper() for c in mention.bare[1:]):
        return _of_body(mention, kinds) if is_definite else None
    noun = mention.folded.split()[-1]
    head = gazetteer().heads.get(mention.folded)
    if head and (" " in mention.folded or head.kind not in {*PERSONS, PartyKind.GOVERNMENT}):
        return _named_so(mention, kinds, head)
    found = (_told_in_full(mention, noun) or _last(mention, kinds, noun, head)) if is_definite else None
    if found is None and _in_headline(mention):
        found = _in_full(mention, noun) or following(mention.around, mention.start, kinds, anywhere=True)
    return gazetteer().own(found) if found else _default(mention)


def _are_of_nobody_yet(mention: Mention, kinds: frozenset[PartyKind]) -> bool:
    """Whether "the authorities" can't be those of a government that has just spoken."""
    lately = mention.around.speakers[-_LATELY:]
    return mention.folded == "authorities" and not any(heard.party.kind in kinds for heard in lately)


def _in_full(mention: Mention, noun: str) -> Party | None:
    """For a headline's "commission": the sort of body that the text then calls it, "the electoral commission"."""
    later = re.search(
        rf"\b(?:[Tt]he|['’]s) ((?!\w+ed\b)[a-z]+ {re.escape(noun)})\b", mention.around.text[mention.start :]
    )
    return body(mention.part(later[1])) if later and later[1] in gazetteer().heads else None


def _told_in_full(mention: Mention, noun: str) -> Party | None:
    """For "the commission": what the text called "the electoral commission" before, though it did not speak."""
    if noun not in _OFFICIAL or mention.folded != noun:
        return None
    before = re.findall(
        rf"\b([a-z]+ {re.escape(noun)})\b", mention.around.text[max(0, mention.start - REACH) : mention.start]
    )
    name = next((words for words in reversed(before) if words in gazetteer().heads), "")
    return body(mention.part(name)) if name else None


def _last(mention: Mention, kinds: frozenset[PartyKind], noun: str, head: Head | None) -> Party | None:
    """The last party of these kinds; whoever holds no office is not "the governor"."""
    found = antecedent(mention.around, mention.start, kinds, noun=noun)
    if found and _is_of_its_own(mention, noun) and not is_in_name(noun, found):
        return None
    if found and head and found.kind == PartyKind.PERSON and not found.via:
        return None
    return found or _behind_a_speaker(mention, kinds, noun)


def _is_of_its_own(mention: Mention, noun: str) -> bool:
    """Whether a description tells of a sort of institution that is no other's: "the police union"."""
    before = mention.folded.split()[:-1]
    is_told_apart = bool(before) and not phrases.TELLS_NOTHING & set(before)
    return (noun in _OWN_SORTS and is_told_apart) or noun in _NO_OTHERS


def _behind_a_speaker(mention: Mention, kinds: frozenset[PartyKind], noun: str) -> Party | None:
    """For example "the ministry", where only the minister was heard: the body behind the last one who has such."""
    for heard in reversed(mention.around.speakers):
        behind = (_OF_MINISTER.sub("Ministry", name) for name in heard.party.via)
        if name := next((name for name in behind if noun in fold(name).split()), ""):
            return Party(name=name, kind=min(kinds), sides=heard.party.sides)
    return None


def _default(mention: Mention) -> Party | None:
    """For example "the alliance", where none was named before: the one that news means."""
    found = bloc(mention) or phrases.DEFAULTS.get(mention.folded, "")
    return next((n.party for n in gazetteer().names.get(fold(found), ()) if n.how == "name"), None)


def bloc(mention: Mention) -> str:
    """For example "the regional bloc": the one to which most of the states in the text belong."""
    if not phrases.BLOC.search(mention.folded):
        return ""
    sides = {s.state.side for s in mention.around.found if s.state}
    shared = {name: len(sides & members) for name, members in gazetteer().blocs.items()}
    best = max(shared, key=lambda name: shared[name])
    return best if shared[best] else ""


def titled(mention: Mention) -> Party | None:
    """For example "the president": the one of that title whom the text named last."""
    head = gazetteer().heads.get(mention.folded)
    if head is None or head.kind != PartyKind.OFFICE or not mention.words.lower().startswith(("the ", mention.folded)):
        return None
    office = head.party.format(of="").split("|")[0].strip()
    return holder(mention.around, mention.start, f"{office} of ")


def _here(mention: Mention) -> Party | None:
    """For example "the NATO-led mission" in an article about Kosovo: one whose name has the place."""
    state = near_state(mention.around, mention.start)
    return named(mention.part(f"{mention.words} in {state.name}")) if state else None


def _named_so(mention: Mention, kinds: frozenset[PartyKind], head: Head) -> Party | None:
    """For example "the electoral commission": the last body of just this sort, not of any."""
    found = antecedent(mention.around, mention.start, kinds, noun=mention.folded.split()[-1])
    sorts = tuple(name.strip() for name in head.party.format(of="").split("|"))
    return gazetteer().own(found) if found and found.name.startswith(sorts) else None


def glossed(mention: Mention) -> Party | None:
    """For example "the company, Boeing", "the militant group Hamas": the name that a description ends with."""
    shorter = trimmed(mention)
    if told := _SORT_THE.fullmatch(shorter.words):
        name = told["name"]
        return named(shorter.part(name)) or Party(name=name, kind=PartyKind.ORGANISATION, sides=(name,))
    if _ACRONYM.fullmatch(shorter.aside) and (party := named(shorter.part(shorter.aside))):
        return party
    if shorter.aside and shorter.bare[:1].islower() and kinds_of(shorter.folded):
        return named(shorter.part(shorter.aside))
    words = shorter.bare.split()
    for first in range(1, len(words)):
        before, name = " ".join(words[:first]), words[first:]
        is_plain = before.islower() and name[0][:1].isupper()
        if not (is_plain or kinds_of(fold(before)) or _is_own_name(before, name)):
            continue
        if INSIDE & set(fold(before).split()):
            continue
        found = named(shorter.part(" ".join(name)))
        if found and found.kind not in PERSONS:
            return found
    return _named_sort(words)


def _named_sort(words: list[str]) -> Party | None:
    """For example "Yemen's Iran-aligned Houthi group": the name right before the noun, if it names such a thing."""
    kinds = kinds_of(fold(words[-1])) if len(words) > 1 else None
    if not kinds or PartyKind.GOVERNMENT in kinds or not any(w[:1].isupper() for w in words[1:-1]):
        return None
    last = next(i for i in range(len(words) - 2, 0, -1) if words[i][:1].isupper()) + 1  # "RIA Novosti news agency"
    for size in range(min(3, last), 0, -1):
        name = words[last - size : last]
        known = gazetteer().names.get(fold(" ".join(name)), ()) if name[0][:1].isupper() else ()
        if party := next((n.party for n in known if n.party.kind in kinds), None):
            return party
    return None


def _is_own_name(before: str, name: list[str]) -> bool:
    """Long ones, or "Nigeria's Boko Haram"; not "Germany's foreign intelligence service": every state may have one."""
    if (
        all(word[:1].isupper() or word.startswith(("al-", "el-")) for word in name)
        and before.endswith(("'s", "’s", "s'", "s’"))
        and state_in(before)
    ):
        return True
    return len(name) >= _LONG_NAME and (any(word[:1].isupper() for word in name) or state_in(before) is None)


def _of_body(mention: Mention, kinds: frozenset[PartyKind]) -> Party | None:
    """For example "the MSF director": the person who spoke for that body, or the body."""
    name, rest = leading_name(mention.bare)
    if kinds.isdisjoint(PERSONS) and rest.istitle() and " " in rest:
        return None  # "the Donetsk News Agency" is not Donetsk's
    body = named(mention.part(name)) if name else None
    if body is None:
        return None
    spoken = (h.party for h in reversed(mention.around.speakers) if h.party.kind in kinds)
    return next((party for party in spoken if body.name in party.via), body)


def kinds_of(folded: str) -> frozenset[PartyKind] | None:
    """The kinds of party that a description can stand for, by its last word; None if it is no description."""
    return phrases.KINDS_OF_NOUN.get(folded.rsplit(" ", 1)[-1])


def again(mention: Mention) -> Party | None:
    """For example "the embassy", "the officials": a speaker before whose name, or whose mention, has the noun."""
    is_titled = all(word in phrases.TITLES for word in mention.folded.split())  # "the Ayatollah"
    if not _AGAIN.fullmatch(mention.words.lower() if is_titled else mention.words):
        return None
    *before, noun = mention.folded.split()
    is_lead = bool(before) and noun in _LEADING
    noun = before[-1] if is_lead else noun
    text = mention.around.text
    is_office = not is_lead and " " in mention.folded and mention.folded in gazetteer().heads  # there may be another
    for heard in reversed(mention.around.speakers):
        if is_named_since(heard, mention.around.speakers, mention.around):
            continue
        is_body = heard.party.kind not in {PartyKind.PERSON, PartyKind.UNNAMED, PartyKind.CROWD}
        words = " ".join((heard.span.of(text), *heard.party.via[:1]))
        if noun == "embassy" and (sent := _SENT.search("\n".join((heard.party.name, *heard.party.via)))):
            return Party(
                name=f"Embassy of {sent['by']} in {sent['to']}", kind=PartyKind.OFFICE, sides=heard.party.sides
            )
        if (is_office or len(before) > 1 or "former" in before) and mention.folded not in fold(words):
            continue
        is_who = phrases.PERSON_NOUN.fullmatch(noun) or noun.endswith("s")
        if is_called(heard, noun, text) if is_body else is_who and noun in fold(words).split():
            return heard.party
    return None


def _in_headline(mention: Mention) -> bool:
    title = mention.around.title
    return title is not None and mention.start < title.end

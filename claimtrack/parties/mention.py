"""A mention of a speaker, and the names and states in it."""

import re
from typing import NamedTuple

from claimtrack.language.wordnet import is_common
from claimtrack.models import Party, PartyKind
from claimtrack.parties.context import OF_A_NAME, Context, added_name, choose
from claimtrack.parties.gazetteer import Named, State, gazetteer
from claimtrack.parties.names import fold
from claimtrack.parties.phrases import KINDS_OF_NOUN, TITLES, WHO

_CUT = re.compile(
    r"\s*(?:,|\(|\s[–—-]\s|\bwho\b|\bwhich\b|\bwhose\b|\bciting\b|\b(?:speaking|fighting|operating)\b|"
    r"\bin (?:a|an|his|her|its) \w+)\s*"
)
_SEEN = re.compile(
    r"(?<=\w),? (?:seen|obtained|reviewed|viewed|leaked|shared|examined|quoted|cited) (?:by|to|with) .*", re.DOTALL
)
"""Who has seen a document did not make it, and who quotes somebody is not he."""
INSIDE = frozenset(["of", "in", "at", "from", "inside", "within", "with", "for", "to", "and"])
"""Words after which a name is only part of what is meant: "an official of the Russian defence ministry"."""
_OF_STATE = frozenset({"adjective", "name", "capital"})
_LONG_NAME = 3
"""Words of a by-name ("chemical weapons watchdog") that need no capital."""
_OF_NATURE = re.compile(rf"\b(?:lake|mount|mt|river|{OF_A_NAME.lower()}) \w+")
"""Lake Victoria is no capital of the Seychelles, and de Lima is not of Peru."""
_FRIEND = re.compile(r"\b[\w'’]+-(?:backed|allied|aligned|funded|friendly|born|speaking)\b")
"""Who is backed by a state does not speak for it."""
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)


class Mention(NamedTuple):
    """A mention: its words, where they begin, and what surrounds them."""

    words: str
    start: int
    around: Context
    aside: str = ""
    """The apposition or relative clause that followed: "a spokesman for the army"."""

    @property
    def folded(self) -> str:
        """The words in the form that names are looked up by."""
        return fold(self.words)

    @property
    def bare(self) -> str:
        """The words without a leading article."""
        return _ARTICLE.sub("", self.words)

    def part(self, words: str) -> "Mention":
        """Another mention inside or beside this one."""
        return self._replace(words=words.strip(" ,"), aside="")


def trimmed(mention: Mention) -> Mention:
    """Without quotation marks, apposition and relative clause; those are kept as the aside."""
    words = _SEEN.sub("", mention.words).strip(" \"“”'‘’.,:;–—-")
    cut = _CUT.search(words, 1)
    if cut and cut.start() > 1:
        return mention._replace(words=words[: cut.start()], aside=words[cut.end() :].strip(" ,)"))
    return mention._replace(words=words)


def is_seen(mention: Mention) -> bool:
    """Whether a mention ends with those who only have seen what speaks: "a report seen by the BBC"."""
    return bool(_SEEN.search(mention.words))


def named(mention: Mention) -> Party | None:
    """A name of the gazetteer; a bare adjective only as a people ("the French")."""
    if added := added_name(mention.words, mention.around.names):
        return added.party
    if not any(c.isupper() or c.isdigit() for c in mention.bare) and len(mention.bare.split()) < _LONG_NAME:
        return None
    known = gazetteer().names.get(mention.folded, ())
    is_people = mention.words.lower().startswith("the ")
    fitting = tuple(n for n in known if n.fits(mention.words) and (n.how != "adjective" or is_people))
    if not any(c.isupper() for c in mention.bare):
        fitting = tuple(n for n in fitting if _is_at_home(n, mention))
    fitting = tuple(n for n in fitting if n.written == mention.bare) or fitting  # "Labour" is not "Labor"
    if fitting and (again := _heard_in_full(mention, fitting)):
        return again
    if (
        fitting
        and not is_people
        and all(n.how == "people" and n.state for n in fitting)
        and mention.words.endswith("s")
    ):
        state = choose(fitting, mention.around, mention.start).state  # "Mexicans" are not their government
        return Party(name=f"Unnamed ({state.side})", kind=PartyKind.UNNAMED, sides=(state.side,)) if state else None
    return choose(fitting, mention.around, mention.start).party if fitting else None


def _heard_in_full(mention: Mention, fitting: tuple[Named, ...]) -> Party | None:
    """For "the Joint Chiefs", whoever they may be elsewhere: the speaker whose longer name began so."""
    if not mention.words.startswith("The ") or any(not n.party.via for n in fitting):
        return None
    heard = (h.party for h in reversed(mention.around.speakers))
    begun = (party for party in heard if fold(party.name).startswith(f"{mention.folded} of "))
    return next(begun, None)


def _is_at_home(known: Named, mention: Mention) -> bool:
    """Whether words without a capital can be a state's own body: only where the text is about the state."""
    state = gazetteer().states.get(known.party.sides[0]) if known.party.sides else None
    if state is None or known.how != "name":
        return True
    around, end = mention.around, mention.start + len(mention.words)
    others = (s for s in around.found if s.span.end <= mention.start or end <= s.span.start)
    sides = {s.state.side for s in others if s.state} | {side for h in around.speakers for side in h.party.sides}
    return state.side in sides


def leading_name(words: str) -> tuple[str, str]:
    """The longest name of the gazetteer that some words begin with, and the rest."""
    tokens = words.split()
    if not tokens or fold(tokens[0]).rstrip(".") in TITLES:
        return "", words
    for size in range(min(len(tokens) - 1, 6), 0, -1):
        name = re.sub(r"['’]s?$", "", " ".join(tokens[:size]))
        known = (n for n in gazetteer().names.get(fold(name), ()) if n.how != "person")
        is_name = len(tokens) == size + 1 and name.istitle() and tokens[size].istitle()
        is_first_name = is_name and fold(tokens[size]) not in TITLES
        if name[:1].isupper() and any(not (is_first_name and n.written.isupper()) for n in known):  # "Samim Roe", SAMIM
            return name, " ".join(tokens[size:])
    return "", words


def state_in(words: str, mention: Mention | None = None) -> State | None:
    """The state named by an adjective, a name or a possessive among some words, the first one.

    Of several of one name it is the one that the text around the mention, if that is given, speaks for.
    """
    tokens = _OF_NATURE.sub(" ", _FRIEND.sub(" ", fold(words))).replace("-", " ").split()
    for size in (4, 3, 2, 1):
        for i in range(len(tokens) - size + 1):
            if state := state_of(" ".join(tokens[i : i + size]), mention):
                return state
    return None


def is_state(words: str) -> bool:
    """Whether some words are the name of a state or its capital, and nothing more."""
    return state_of(fold(words)) is not None


def is_country(words: str) -> bool:
    """Whether some words are a state's own name, and no capital's: "Afghanistan", which a headline begins with."""
    return any(map(_is_states_own, gazetteer().names.get(fold(words), ())))


def is_thing(words: str) -> bool:
    """Whether words of which the last is an ordinary noun can't stand for a speaker: "nurses' strike"."""
    *before, last = fold(words).split() or [""]
    if not before or not is_common(last) or gazetteer().names.get(fold(words)):
        return False
    return not (WHO.fullmatch(last) or last in KINDS_OF_NOUN or last in TITLES or last in gazetteer().heads)


def is_speaker(words: str) -> bool:
    """Whether words name nothing but who speaks: "AMISOM", "officials", "defence ministry"; a state can be a topic."""
    folded = fold(words)
    last = folded.rsplit(" ", 1)[-1]
    known = gazetteer().names.get(folded, ())
    if known:
        return any(map(_is_body, known))
    return bool(WHO.fullmatch(last)) or (last in KINDS_OF_NOUN and len(folded.split()) <= _LONG_NAME)


def _is_body(known: Named) -> bool:
    """Whether a name is that of a body or of a building that stands for one, and not a state's or a person's."""
    return known.how in {"name", "metonym"} and known.party.kind != PartyKind.PERSON and not _is_states_own(known)


def _is_states_own(known: Named) -> bool:
    return known.how == "name" and known.state is not None and known.party.name == known.state.government


def state_of(folded: str, mention: Mention | None = None) -> State | None:
    """The state that a folded name or adjective stands for."""
    bare = re.sub(r"'s?$", "", folded)
    known = gazetteer().names.get(folded, ()) or gazetteer().names.get(bare, ())
    states = tuple(n for n in known if n.how in _OF_STATE and n.state and n.party.name == n.state.government)
    if not states:
        return None
    return (choose(states, mention.around, mention.start) if mention else states[0]).state

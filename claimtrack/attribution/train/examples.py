"""The corpus as training windows, varied so that the model learns attribution and not one newsroom.

A document is a dict of PolNeAR as JSON Lines: `text`, and `attributions` with `source`, `cue`
and `content` as lists of [start, end); without `attributions` it is text for a teacher to read.
Variation replaces plain cues and named sources by others and changes line breaks, with every
offset moved along.
"""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from claimtrack.attribution.marks import quotations
from claimtrack.attribution.pieces import Pieces, pieces, windows
from claimtrack.attribution.tags import ROLES, TagSpan

Document = dict[str, Any]
_SENTENCE_END = re.compile(r'(?<=[a-z]\.) (?=[A-Z"])')

SPEECH_CUES = (
    "stated announced declared noted reported stressed underlined maintained reiterated specified emphasized "
    "confirmed alleged argued insisted claimed pointed|out told|reporters told|the|agency said|in|a|statement "
    "has|said had|said also|said said|on|Tuesday said|earlier was|quoted|as|saying remarked explained "
    "indicated revealed asserted affirmed disclosed conceded warned estimated charged "
    "declared|on|Monday said|by|telephone said|via|Telegram wrote|on|Telegram said|in|a|report informed replied "
    "acknowledged recounted testified stated|that announced|that stressed|that told|journalists told|the|agency "
    "told|a|news|conference responded cautioned contended made|clear has|stated was|cited|as|saying suggested"
).split(" ")
VARIED_CUES = frozenset({"said", "says", "has said", "added", "noted", "reported"})
OTHER_SOURCES = (
    "Moscow|the Kremlin|Kyiv|Ankara|Tehran|Beijing|Brussels|Islamabad|New Delhi|Seoul|the ministry|the army|"
    "the Defense Ministry|the Russian Defence Ministry|the Israeli military|the foreign ministry|officials|"
    "the ministry's spokesman|the UN mission|NATO|the Ukrainian Air Force|the Iranian foreign minister|"
    "the head of the region|regional governor Oleksandr Vilkul|the rebels|a military source|the agency|Hamas|"
    "the Palestinian Health Ministry|the Indian Air Force|residents|the opposition|the company|police|"
    "the Armenian side|the Azerbaijani side|the General Staff|the coast guard|investigators|the commission|"
    "the president's office|the union|rescuers|the mayor|Turkish officials|the US military"
).split("|")


class Window(NamedTuple):
    """One training example: pieces, and the gold spans that lie wholly or partly within."""

    pieces: Pieces
    spans: list[TagSpan]
    content_cue: list[tuple[int, int]]
    """(content span, cue span or -1), as indices into `spans`."""
    cue_source: list[tuple[int, int]]
    is_labelled: bool
    """False of plain text, of which only a teacher says what it holds."""


def load(path: Path) -> list[Document]:
    """The documents of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def examples(document: Document, size: int) -> Iterator[Window]:
    """The windows of one document."""
    text = document["text"]
    whole = pieces(text, quotations(text))
    for cut in windows(whole, size, size):
        window = whole.cut(cut)
        if "attributions" in document:
            yield _labelled(window, document["attributions"])
        else:
            yield Window(window, [], [], [], is_labelled=False)


def _labelled(window: Pieces, attributions: list[dict[str, Any]]) -> Window:
    found: list[TagSpan] = []
    index: dict[TagSpan, int] = {}
    content_cue, cue_source = set(), set()
    for attribution in attributions:
        here = {role: _within(window, role, attribution[role]) for role in ROLES}
        for span in (span for role in ROLES for span in here[role]):
            if span not in index:
                index[span] = len(found)
                found.append(span)
        cue = index[here["cue"][0]] if here["cue"] else -1
        content_cue |= {(index[span], cue) for span in here["content"]}
        if cue >= 0:
            cue_source.add((cue, index[here["source"][0]] if here["source"] else -1))
    return Window(window, found, sorted(content_cue), sorted(cue_source), is_labelled=True)


def _within(window: Pieces, role: str, ranges: list[list[int]]) -> list[TagSpan]:
    """The character ranges as spans of the window's pieces, neighbours joined."""
    found: list[TagSpan] = []
    for start, end in sorted(ranges):
        first = int(np.searchsorted(window.ends, start, side="right"))
        last = int(np.searchsorted(window.starts, end, side="left"))
        if found and first < last and found[-1].last == first:
            found[-1] = found[-1]._replace(last=last)
        elif first < last:
            found.append(TagSpan(role, first, last))
    return found


def varied(document: Document, chance: random.Random) -> Document:
    """The document with some cues, sources and line breaks replaced."""
    edits: dict[tuple[int, int], str] = {}
    text = document["text"]
    for attribution in document.get("attributions", ()):
        for role, replacement in (("cue", _other_cue), ("source", _other_source)):
            if len(attribution[role]) == 1 and chance.random() < 0.5:
                start, end = attribution[role][0]
                if (new := replacement(text, start, end, chance)) is not None:
                    edits[start, end] = new
    if "attributions" not in document:
        edits |= _broken_lines(text, chance)
    elif chance.random() < 0.3:
        edits |= _joined_lines(text, chance)
    return _edited(document, sorted(edits.items()))


def _other_cue(text: str, start: int, end: int, chance: random.Random) -> str | None:
    if text[start:end] not in VARIED_CUES:
        return None
    return chance.choice(SPEECH_CUES).replace("|", " ")


def _other_source(text: str, start: int, end: int, chance: random.Random) -> str | None:
    old = text[start:end]
    if not old[0].isupper() or old.split()[0] in {"He", "She", "They", "I", "We", "It", "You"}:
        return None
    new = chance.choice(OTHER_SOURCES)
    begins = start == 0 or text[:start].rstrip(" “\"'")[-1:] in {"", ".", "\n", "?", "!", "”"}
    return new[0].upper() + new[1:] if begins else new


def _joined_lines(text: str, chance: random.Random) -> dict[tuple[int, int], str]:
    """Some paragraph breaks as one line break or none, as feeds and copied text have them."""
    found: dict[tuple[int, int], str] = {}
    at = text.find("\n\n")
    new = chance.choice(["\n", " "])
    while at >= 0:
        if chance.random() < 0.7:
            found[at, at + 2] = new
        at = text.find("\n\n", at + 2)
    return found


def _broken_lines(text: str, chance: random.Random) -> dict[tuple[int, int], str]:
    """Some ends of sentences as ends of paragraphs, for text that came in one piece."""
    return {stop.span(): "\n\n" for stop in _SENTENCE_END.finditer(text) if chance.random() < 0.6}


def _edited(document: Document, edits: list[tuple[tuple[int, int], str]]) -> Document:
    """Apply edits (in order; overlapping ones are left out) and move every offset along."""
    text, parts, position = document["text"], [], 0
    old, shift = [0], [0]
    for (start, end), new in edits:
        if start < position:
            continue
        parts += [text[position:start], new]
        position = end
        old.append(end)
        shift.append(shift[-1] + len(new) - (end - start))
    parts.append(text[position:])

    def moved(at: int) -> int:
        return at + shift[int(np.searchsorted(old, at, side="right")) - 1]

    told: Document = {"text": "".join(parts)}
    if "attributions" in document:
        told["attributions"] = [
            {role: [[moved(start), moved(end)] for start, end in attribution[role]] for role in ROLES}
            for attribution in document["attributions"]
        ]
    return told

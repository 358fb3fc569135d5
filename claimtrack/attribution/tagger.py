"""The model at run time: word pieces in, spans and their links out (onnxruntime, one thread)."""

import json
import os
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimtrack.attribution.links import CONTENT_CUE, CUE_SOURCE, LinkBias, choose
from claimtrack.attribution.pieces import CLS, LINE_START, QUOTED, SEP, Pieces, heading_end, windows
from claimtrack.attribution.tags import Scores, TagSpan, spans, viterbi

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WINDOW, LONGEST_WINDOW = 128, 254
"""Pieces in a window, without [CLS] and [SEP]: about so many, since attention costs their square; at most so many."""
_ABREAST = 16
"""Windows that are decoded side by side."""


class Model(NamedTuple):
    """The network and what it learned besides its weights."""

    session: "InferenceSession"
    bias: LinkBias
    transitions: Scores


class Draft(NamedTuple):
    """One attribution in pieces: a cue with what is linked to it, or contents that have none."""

    source: list[TagSpan]
    cue: list[TagSpan]
    content: list[TagSpan]


@cache
def model() -> Model:
    """The model that ships with the package, loaded on first use."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # read when it is imported: else it asks the network and writes files
    import onnxruntime

    folder = files("claimtrack.attribution") / "model"
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession((folder / "tagger.onnx").read_bytes(), options, ["CPUExecutionProvider"])
    facts = json.loads((folder / "tagger.json").read_text("utf-8"))
    bias = LinkBias(*(np.array(facts[name], dtype=np.float32) for name in ("distance", "nothing")))
    transitions = np.array(facts["transitions"], dtype=np.float32)
    return Model(session, bias, transitions)


def tag(whole: Pieces) -> list[Draft]:
    """Every attribution in a text's pieces, in order of its first piece."""
    drafts = []
    remaining = _windows(whole)
    while cuts := list(islice(remaining, _ABREAST)):
        read = [_scores(whole.cut(cut)) for cut in cuts]
        paths = viterbi([tags for tags, _ in read], model().transitions)
        for cut, path, (_, links) in zip(cuts, paths, read, strict=True):
            drafts += [_shifted(draft, cut.start) for draft in _drafts(spans(path), links, whole.cut(cut))]
    return sorted(drafts, key=lambda draft: min(span.first for part in draft for span in part))


def _windows(whole: Pieces) -> Iterator[slice]:
    """The windows of a text; a heading has one to itself, or what is said below is linked to who speaks in it."""
    begin = heading_end(whole)
    if begin:
        yield slice(0, begin)
    for cut in windows(whole.cut(slice(begin, None)), WINDOW, LONGEST_WINDOW):
        yield slice(cut.start + begin, cut.stop + begin)


def _scores(window: Pieces) -> tuple[Scores, Scores]:
    """Label scores and link vectors of one window, without those of [CLS] and [SEP]."""
    inputs = {
        "ids": np.r_[CLS, window.ids, SEP],
        "case": np.r_[0, window.case, 0],
        "place": np.r_[0, window.place, 0],
        "mask": np.ones(len(window.ids) + 2, dtype=np.int64),
    }
    tags, links = model().session.run(None, {name: row[None] for name, row in inputs.items()})
    return tags[0, 1:-1], links[0, 1:-1]


def _drafts(found: list[TagSpan], links: Scores, window: Pieces) -> list[Draft]:
    """One draft for each cue, and one for each content that no cue takes."""
    sources, cues, contents = ([span for span in found if span.role == role] for role in ("source", "cue", "content"))
    bias = model().bias
    source_of = choose(CUE_SOURCE, cues, sources, links, bias)
    cue_of = _in_line(contents, cues, choose(CONTENT_CUE, contents, cues, links, bias), window)
    drafts = [Draft([sources[i]] if i is not None else [], [cue], []) for cue, i in zip(cues, source_of, strict=True)]
    for content, index in zip(contents, cue_of, strict=True):
        if index is None:
            drafts.append(Draft([], [], [content]))
        else:
            drafts[index].content.append(content)
    return drafts


def _in_line(
    contents: list[TagSpan], cues: list[TagSpan], cue_of: list[int | None], window: Pieces
) -> list[int | None]:
    """The cues of contents; one of another line gives way to one of the content's own that would say nothing.

    Only a quotation goes on over lines.
    """
    line = np.cumsum(window.place & LINE_START)
    lines = [line[content.first] for content in contents]
    is_home = [i is not None and line[cues[i].first] == here for i, here in zip(cue_of, lines, strict=True)]
    said = {index for index, is_in in zip(cue_of, is_home, strict=True) if is_in}
    placed = list(cue_of)
    for child, content in enumerate(contents):
        silent = [i for i, cue in enumerate(cues) if line[cue.first] == lines[child] and i not in said]
        is_loose = cue_of[child] is not None and not is_home[child] and not window.place[content.first] & QUOTED
        if silent and is_loose:
            placed[child] = min(silent, key=lambda i: abs(cues[i].first - content.first))
    return placed


def _shifted(draft: Draft, by: int) -> Draft:
    """The draft of a window in pieces of the whole text."""
    moved = ([span._replace(first=span.first + by, last=span.last + by) for span in part] for part in draft)
    return Draft(*moved)

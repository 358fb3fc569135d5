"""Quality on labelled corpora, beside the committed baseline: `python -m tests.benchmarks.quality [--write]`.

The corpora are no part of the project. They are looked for in CLAIMTRACK_CORPORA (default ../shared),
a folder with data/ and the scorers in tools/. What is printed: every figure, the baseline's, and the
change; the exit code is 1 if one fell. --write makes the figures the new baseline.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from claimtrack import exchange
from claimtrack.attribution.stance import read
from claimtrack.claims import proposition
from claimtrack.models import UNNAMED, Span, Statement
from claimtrack.parties import context, resolve

CORPORA = Path(os.environ.get("CLAIMTRACK_CORPORA", "../shared"))
BASELINE = Path(__file__).with_name("baseline.json")
LEAST_CHANGE = 0.0005
Row = dict[str, Any]


def main() -> int:
    """Measure, print, and compare or write."""
    if not (CORPORA / "tools").is_dir():
        print(f"no corpora in {CORPORA}; name their folder in CLAIMTRACK_CORPORA", file=sys.stderr)
        return 3
    with tempfile.TemporaryDirectory() as scratch:
        found = {
            f"{corpus}: {name}": round(figure, 4)
            for corpus, measure in MEASURES.items()
            for name, figure in measure(Path(scratch)).items()
        }
    if "--write" in sys.argv:
        BASELINE.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    before = json.loads(BASELINE.read_text("utf-8"))
    for name, figure in found.items():
        change = figure - before.get(name, figure)
        print(f"{name:<52} {figure:.4f}  {change:+.4f}" if abs(change) > LEAST_CHANGE else f"{name:<52} {figure:.4f}")
    return int(any(_has_fallen(name, before.get(name, figure), figure) for name, figure in found.items()))


def _has_fallen(name: str, before: float, now: float) -> bool:
    """Of the rate of false conflicts less is more."""
    return (now - before if "false" in name else before - now) > LEAST_CHANGE


def attributions(scratch: Path) -> Mapping[str, float]:
    """PolNeAR dev: contents found, and found with their source; exact spans by word."""
    gold = CORPORA / "data/attribution/dev.jsonl"
    predicted = _written(scratch / "a", (row | exchange.parse(row) for row in _rows(gold)))
    subprocess.run([*_scorer("attributions", gold, predicted), "--out", scratch / "s"], check=True, capture_output=True)
    score = json.loads((scratch / "s").read_text("utf-8"))
    by_type = {f"content, {kind}": of["attribution"]["content"]["f1"] / 100 for kind, of in score["by_type"].items()}
    whole = score["all"]
    return {
        "content": whole["attribution"]["content"]["f1"] / 100,
        "content and source": whole["attribution"]["content+source"]["f1"] / 100,
        **by_type,
        **{f"exact {role}": whole["exact_words"][role]["f1"] / 100 for role in ("source", "cue", "content")},
    }


def parties(scratch: Path) -> Mapping[str, float]:
    """Mentions in context."""
    gold = CORPORA / "data/parties/parties_dev.jsonl"
    predicted = _written(scratch / "p", ({"id": row["id"]} | exchange.resolve(row) for row in _rows(gold)))
    accuracy = _score("parties", gold, predicted, "--no-ci", "--json")["accuracy"]
    return {name: accuracy[name] for name in ("party", "side", "kind")}


def party_pairs(scratch: Path) -> Mapping[str, float]:
    """Pairs of mentions: one party, one side?"""
    gold = CORPORA / "data/parties/party_pairs_dev.jsonl"
    predicted = _written(scratch / "q", ({"id": row["id"]} | exchange.same(row) for row in _rows(gold)))
    score = _score("parties", gold, predicted, "--no-ci", "--json")
    return {"same party": score["same_party"]["f1"], "same side": score["same_side"]["f1"]}


def stances(scratch: Path) -> Mapping[str, float]:
    """Stance, polarity and hedge of given cues and contents."""
    gold = CORPORA / "data/parties/stance_dev.jsonl"
    predicted = _written(scratch / "t", map(_stance, _rows(gold)))
    accuracy = _score("parties", gold, predicted, "--no-ci", "--json")["accuracy"]
    return {name: accuracy[name] for name in ("stance", "polarity", "hedge")}


def propositions(_: Path) -> Mapping[str, float]:
    """How like the labelled propositions those of given spans are: words in common, and share that is the same."""
    rows = [row for row in _rows(CORPORA / "data/parties/stance_dev.jsonl") if row["proposition"]]
    pairs = [(_bare(_proposition(row)), _bare(row["proposition"])) for row in rows]
    likeness = sum(fuzz.token_sort_ratio(one, other) for one, other in pairs) / 100 / len(pairs)
    return {"likeness": likeness, "the same": sum(one == other for one, other in pairs) / len(pairs)}


def _proposition(row: Row) -> str:
    source, cue, content = (
        tuple(Span(start=start, end=end) for start, end in spans if end > start)
        for spans in ([row["source_span"]] if row["source_span"] else [], row["cue_spans"], row["content_spans"])
    )
    party = resolve(source[0], context(row["text"])) if source else UNNAMED
    statement = Statement(
        capture_id="",
        source=source,
        cue=cue,
        content=content,
        party=party,
        **{name: row[name] for name in ("quote_type", "stance", "hedge", "polarity")},
    )
    return proposition(statement, row["text"])


def _bare(sentence: str) -> str:
    return re.sub(r"[^\w ]", "", sentence.lower().replace("’s", "s"))


def _stance(row: Row) -> Row:
    content = row["content"] if isinstance(row["content"], str) else " ".join(row["content"])
    found = read(" ".join(row["cue_parts"]), content)
    return {"id": row["id"], "stance": found.stance, "polarity": found.polarity, "hedge": found.hedge}


def pairs(scratch: Path, *, dated: bool = False) -> Mapping[str, float]:
    """Pairs of attributed sentences, text alone or with the month of either."""
    gold = CORPORA / "data/conflicts/dev_pairs.jsonl"
    asked = ({"id": r["id"]} | {s: _side(r, s, dated=dated) for s in ("a", "b")} for r in _rows(gold))
    predicted = _written(scratch / "c", ({"id": row["id"]} | exchange.compare(row) for row in asked))
    score = _score("conflicts", gold, predicted, "--json")
    return {
        "same event": score["same_event"]["f1"],
        "contradiction": score["contradiction"]["f1"],
        "contradiction, precision": score["contradiction"]["p"],
        "corroborates": score["agreement"]["f1"],
        "relation, macro": score["relation_macro_f1"],
    }


def _side(row: Row, side: str, *, dated: bool) -> Row:
    return {"text": row[side]["text"], "date": row[f"event_date_{side}"] if dated else None}


def dated_pairs(scratch: Path) -> Mapping[str, float]:
    """The same pairs, with the month of either."""
    return pairs(scratch, dated=True)


def dossiers(scratch: Path) -> Mapping[str, float]:
    """Whole events: statements, parties, and every conflict between them."""
    folder = CORPORA / "data/dossiers"
    rows = list(_rows(folder / "articles.jsonl"))
    articles = _written(scratch / "d", (row | exchange.parse(row) for row in rows))
    linked = map(json.loads, exchange.link(map(json.dumps, rows)))
    related = _written(scratch / "r", (line for line in linked if "relation" in line))
    out = scratch / "o"
    score = _score("dossiers", folder, articles, related, "--split", "dev", "--json", out, out=out)["dev"]
    return {
        "statements": score["attributions"]["F1"],
        **{name: score[name] for name in ("party", "side", "stance_lenient", "question_recall", "false_conflict_rate")},
        "conflicts": score["conflicts"]["F1"],
    }


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _written(path: Path, rows: Iterable[Row]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _scorer(name: str, *arguments: object) -> list[str]:
    return [sys.executable, *map(str, (CORPORA / "tools" / f"score_{name}.py", *arguments))]


def _score(name: str, *arguments: object, out: Path | None = None) -> Any:
    done = subprocess.run(_scorer(name, *arguments), check=True, capture_output=True, text=True)
    return json.loads(out.read_text("utf-8") if out else done.stdout)


MEASURES = {
    "attribution": attributions,
    "parties": parties,
    "party pairs": party_pairs,
    "stance": stances,
    "proposition": propositions,
    "pairs": pairs,
    "dated pairs": dated_pairs,
    "dossiers": dossiers,
}

if __name__ == "__main__":
    sys.exit(main())

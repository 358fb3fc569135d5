"""Build data/frequencies.tsv: ``python -m claimtrack.language.frequencies DOCUMENTS.jsonl``.

In how many of a news corpus' documents each base form stands, for those in at least three;
the first line is the number of documents. Only counts are kept, never text.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from claimtrack.language.words import tokens

_LEAST = 3


def main() -> None:
    """Write the table next to this file."""
    documents = [json.loads(line)["text"] for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    counts: Counter[str] = Counter()
    for text in documents:
        counts.update({word.lemma for word in tokens(text) if word.lemma.isalpha()})
    kept = sorted((lemma, count) for lemma, count in counts.items() if count >= _LEAST)
    lines = [f"\t{len(documents)}", *(f"{lemma}\t{count}" for lemma, count in kept)]
    target = Path(__file__).with_name("data") / "frequencies.tsv"
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

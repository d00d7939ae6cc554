"""Writes annotated articles' attributions, all depths, as rows that `onrecord train attribution` reads.

python eval/gold_rows.py eval/training > training.jsonl
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from onrecord.score.gold import read_gold_folder


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--split", default="train")
    arguments = options.parse_args()
    for gold in read_gold_folder(arguments.folder, arguments.split):
        family = gold.meta.get("family", "-")
        rows = [{"source": a.source, "cue": a.cue, "content": a.content, "parent": a.parent} for a in gold.attributions]
        whole = {"id": gold.article.id, "family": gold.article.id if family == "-" else family, "depths": "all"}
        print(json.dumps({**whole, "text": gold.article.text, "attributions": rows}))


if __name__ == "__main__":
    main()

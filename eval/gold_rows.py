"""Writes our gold's attributions, all depths, as rows that `onrecord train attribution` reads.

python eval/gold_rows.py FOLDER --split dev > rows.jsonl
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from onrecord.score.gold import read_gold_folder


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--split", default="dev")
    arguments = options.parse_args()
    for gold in read_gold_folder(arguments.folder, arguments.split):
        rows = [{"source": a.source, "cue": a.cue, "content": a.content, "parent": a.parent} for a in gold.attributions]
        family = gold.meta.get("family", "-")
        family = gold.article.id if family == "-" else family
        print(
            json.dumps(
                {"id": gold.article.id, "family": family, "depths": "all", "text": gold.article.text, "attributions": rows}
            )
        )


if __name__ == "__main__":
    main()

"""Writes annotated articles' attributions, all depths, as rows that `onrecord train attribution` reads.

python eval/gold_rows.py eval/training > training.jsonl
python eval/gold_rows.py eval/gold --split dev --half seen > seen.jsonl

The seen half of our gold's dev split, every other family by name, is learned from; figures of the other half are honest.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from onrecord.score.gold import GoldArticle, read_gold_folder


def family_of(gold: GoldArticle) -> str:
    """The article's family, or its own id when it has none."""
    family = gold.meta.get("family", "-")
    return gold.article.id if family == "-" else family


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--split", default="train")
    options.add_argument("--half", choices=("seen", "unseen", "both"), default="both")
    arguments = options.parse_args()
    articles = read_gold_folder(arguments.folder, arguments.split)
    families = sorted({family_of(gold) for gold in articles})
    wanted = {"seen": families[::2], "unseen": families[1::2], "both": families}[arguments.half]
    for gold in articles:
        if family_of(gold) not in wanted:
            continue
        rows = [{"source": a.source, "cue": a.cue, "content": a.content, "parent": a.parent} for a in gold.attributions]
        whole = {"id": gold.article.id, "family": family_of(gold), "depths": "all"}
        print(json.dumps({**whole, "text": gold.article.text, "attributions": rows}))


if __name__ == "__main__":
    main()

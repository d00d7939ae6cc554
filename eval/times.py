"""Time expressions for the scorer of MEANTIME: a JSONL file in, predictions out, in the order of the input.

    PYTHONPATH=src python eval/times.py FILE.jsonl > PRED.jsonl

Lines are `{"id", "dct", "text", ...}`. Days of events are given by `onrecord assess`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rows import read_rows

from onrecord.language import load_parser
from onrecord.records import Article
from onrecord.times import load_tagger


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("file", type=Path)
    for row in find_timexes(options.parse_args().file):
        sys.stdout.write(json.dumps(row) + "\n")


def find_timexes(file: Path) -> Iterator[dict[str, Any]]:
    """A prediction for each line of the file."""
    parser, tagger = load_parser(), load_tagger()
    for document in read_rows(file):
        article = Article(document["id"], document["text"], published=document["dct"])
        found = tagger.find(parser.parse(article.text), article)
        timexes = [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in found]
        yield {"id": article.id, "timex": timexes}


if __name__ == "__main__":
    main()

"""Predictions for the scorer of time expressions: JSONL files in, JSONL out.

    PYTHONPATH=src python eval/times.py FILE.jsonl > PRED.jsonl

Lines are `{"id", "dct", "text", ...}`; the output is in the order of the input.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from onrecord.language import load_parser
from onrecord.records import Article
from onrecord.times import load_tagger


def main() -> None:
    parser, tagger = load_parser(), load_tagger()
    for file in sys.argv[1:]:
        for document in map(json.loads, filter(str.strip, Path(file).read_text(encoding="utf-8").splitlines())):
            article = Article(document["id"], document["text"], published=document["dct"])
            timexes = tagger.find(parser.parse(article.text), article)
            found = [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in timexes]
            sys.stdout.write(json.dumps({"id": article.id, "timex": found}) + "\n")


if __name__ == "__main__":
    main()

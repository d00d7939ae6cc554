"""Predictions for the scorers of time expressions and of event dates: JSONL files in, JSONL files out.

    PYTHONPATH=src python eval/times.py --timex FILE.jsonl > PRED.jsonl
    PYTHONPATH=src python eval/times.py --dates FILE.jsonl > PRED.jsonl

Lines are `{"id", "dct", "text", ...}`; with `--dates` also `"events": [{"start", "end"}]`, whose days are given back.
The output is in the order of the input.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.language import load_parser
from onrecord.records import Article, Span
from onrecord.times import date_heads, load_tagger


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="+", type=Path)
    kind = options.add_mutually_exclusive_group(required=True)
    kind.add_argument("--timex", action="store_true", help="time expressions")
    kind.add_argument("--dates", action="store_true", help="days of the events given")
    given = options.parse_args()
    for line in predict(given.files, dates=given.dates):
        sys.stdout.write(json.dumps(line) + "\n")


def predict(files: list[Path], *, dates: bool) -> Iterator[dict[str, Any]]:
    parser, tagger = load_parser(), load_tagger()
    for file in files:
        for document in map(json.loads, filter(str.strip, file.read_text(encoding="utf-8").splitlines())):
            article = Article(document["id"], document["text"], published=document["dct"])
            parse = parser.parse(article.text)
            timexes = tagger.find(parse, article)
            if not dates:
                found = [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in timexes]
                yield {"id": article.id, "timex": found}
                continue
            heads = [Span(event["start"], event["end"]) for event in document["events"]]
            days = date_heads(parse, article, timexes, heads)
            yield {
                "id": article.id,
                "events": [
                    {"start": h.start, "end": h.end, "begin": d.begin, "end_date": d.end}
                    for h, d in zip(heads, days, strict=True)
                ],
            }


if __name__ == "__main__":
    main()

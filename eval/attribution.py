"""Writes what `onrecord` finds in annotated articles, outermost attributions only, in the form that PolNeAR scorers read.

    python eval/attribution.py GOLD.jsonl > PRED.jsonl
    python eval/attribution.py GOLD.jsonl --calibration

GOLD holds `id` and `text` a line, and `attributions` for the calibration, which prints how often attributions of each confidence
are right (half of the content's words shared, sources overlap). The stage's time against the parse's goes to
standard error.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.attribution import load_attributor, outermost
from onrecord.language import load_parser
from onrecord.records import Attribution

WORD = re.compile(r"\w+(?:['’]\w+)*")


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    options.add_argument("gold", type=Path)
    options.add_argument("--weights", type=Path, help="folder of weights; default: those shipped")
    options.add_argument("--min-confidence", type=float, default=0.0)
    options.add_argument("--calibration", action="store_true")
    arguments = options.parse_args()
    judged = []
    for row, found in read(arguments):
        if arguments.calibration:
            judged += [(attribution.confidence, is_right(attribution, row)) for attribution in found]
        else:
            kept = [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]
            print(json.dumps({"id": row["id"], "attributions": kept}))
    if judged:
        print_calibration(judged)


def read(arguments: argparse.Namespace) -> Iterator[tuple[dict[str, Any], tuple[Attribution, ...]]]:
    """Each article's row and what is found in it; says the times at the end."""
    parser = load_parser()
    attributor = load_attributor(min_confidence=arguments.min_confidence, weights=arguments.weights)
    parsing = finding = 0.0
    n_tokens = 0
    with arguments.gold.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            start = time.process_time()
            parse = parser.parse(row["text"])
            parsed = time.process_time()
            found = outermost(attributor.find(parse, row["id"]))
            done = time.process_time()
            parsing, finding, n_tokens = parsing + parsed - start, finding + done - parsed, n_tokens + len(parse)
            yield row, found
    micro = 1e6 / max(1, n_tokens)
    times = f"parse {parsing * micro:.1f}, attribution {finding * micro:.1f} microseconds a token"
    print(f"{times}: {finding / max(parsing, 1e-9):.1%}", file=sys.stderr)


def words(text: str, spans: Any) -> set[int]:
    """Where the words of the spans begin."""
    return {match.start() for start, end in spans for match in WORD.finditer(text, start, end)}


def is_right(attribution: Attribution, row: dict[str, Any]) -> bool:
    """Whether some gold attribution shares half of the content's words and the source."""
    text = row["text"]
    content, source = words(text, attribution.content), words(text, attribution.source)
    for gold in row["attributions"]:
        theirs = words(text, gold["content"])
        if theirs and len(content & theirs) >= 0.5 * len(content | theirs):
            other = words(text, gold["source"])
            if source & other or not source | other:
                return True
    return False


def print_calibration(judged: list[tuple[float, bool]]) -> None:
    """A row for each tenth of confidence: how many, their mean confidence, how many of them are right."""
    print("confidence    n  mean  right")
    for tenth in range(10):
        rows = [(chance, right) for chance, right in judged if tenth <= chance * 10 < tenth + 1 or (tenth == 9 and chance == 1)]
        if rows:
            mean, right = sum(chance for chance, _ in rows) / len(rows), sum(right for _, right in rows) / len(rows)
            print(f".{tenth}-.{tenth + 1 if tenth < 9 else 'X'}    {len(rows):5}  {mean:.2f}  {right:.2f}".replace(".X", "1."))


if __name__ == "__main__":
    main()

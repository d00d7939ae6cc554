"""Writes what `onrecord` finds in annotated articles, outermost attributions only, in the form that PolNeAR scorers read.

    python eval/attribution.py GOLD.jsonl > PRED.jsonl

GOLD holds `id` and `text` a line; other fields are not looked at. The stage's time against the parse's goes to standard
error.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from onrecord.attribution import load_attributor, outermost
from onrecord.language import load_parser


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("gold", type=Path)
    options.add_argument("--weights", type=Path, help="folder of weights; default: those shipped")
    options.add_argument("--min-confidence", type=float, default=0.0)
    arguments = options.parse_args()
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
            kept = [{"source": a.source, "cue": a.cue, "content": a.content} for a in found]
            print(json.dumps({"id": row["id"], "attributions": kept}))
    micro = 1e6 / max(1, n_tokens)
    print(
        f"parse {parsing * micro:.1f}, attribution {finding * micro:.1f} microseconds a token: {finding / parsing:.1%}",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()

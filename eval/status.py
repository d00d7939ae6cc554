"""status.py GOLD.jsonl ... [--show]: scores the status and factuality of single sentences.

GOLD: `{"id", "text", "published", "events": [{"head", "occurrence", "status", "or", "factuality", "factuality_or"}]}`;
`or` lists other statuses that are right, `factuality_or` other values of a holder. Holders are compared by their text.
False facts: predicted facts that gold does not allow, as a share of predicted facts.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rows import read_rows

from onrecord.attribution import load_attributor
from onrecord.factuality import Assessment, load_assessor
from onrecord.language import load_parser
from onrecord.records import Span


def find_head(text: str, head: str, occurrence: int) -> Span:
    """The span of the n-th occurrence of a word."""
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(head)}(?!\w)", text)]
    return Span(*found[occurrence - 1])


def score_event(gold: dict[str, Any], found: Assessment, counts: Counter[str]) -> bool:
    """Adds one event's counts; whether its status is right."""
    allowed = [gold["status"], *gold.get("or", [])]
    right = found.status in allowed
    counts["events"] += 1
    counts["status"] += right
    counts["facts"] += found.status == "fact"
    counts["false facts"] += found.status == "fact" and "fact" not in allowed
    ours = {holder.name: value for holder, value in zip(found.holders, found.values, strict=True)}
    for holder, value in gold["factuality"].items():
        values = [value, *gold.get("factuality_or", {}).get(holder, [])]
        counts["values"] += 1
        counts["value"] += ours.get(holder) in values
        counts["holders"] += holder != "AUTHOR"
        counts["holder"] += holder != "AUTHOR" and holder in ours
    return right


def score_files(paths: Iterable[Path], *, show: bool = False) -> dict[str, float]:
    """Shares of right statuses, false facts, values and holders over all sentences of some files."""
    parser, attributor, assessor = load_parser(), load_attributor(), load_assessor()
    counts: Counter[str] = Counter()
    for path in paths:
        for document in read_rows(path):
            parse = parser.parse(document["text"])
            heads = [find_head(document["text"], e["head"], e.get("occurrence", 1)) for e in document["events"]]
            found = assessor.assess_heads(parse, attributor.find(parse, document["id"]), heads)
            for event, assessment in zip(document["events"], found, strict=True):
                right = score_event(event, assessment, counts)
                ours = {h.name: v for h, v in zip(assessment.holders, assessment.values, strict=True)}
                same = all(ours.get(h) in [v, *event.get("factuality_or", {}).get(h, [])] for h, v in event["factuality"].items())
                if show and not (right and same):
                    gold = f"{event['status']} {event['factuality']}"
                    print(document["id"], document["text"], "|", event["head"], "|", gold, "| ours", assessment.status, ours)
                    print("   ", assessment.why)
    return {
        "events": float(counts["events"]),
        "facts": float(counts["facts"]),
        "status right": counts["status"] / counts["events"],
        "false facts": counts["false facts"] / max(1, counts["facts"]),
        "value right": counts["value"] / counts["values"],
        "holder found": counts["holder"] / max(1, counts["holders"]),
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", nargs="+", type=Path)
    options.add_argument("--show", action="store_true", help="print what is wrong")
    arguments = options.parse_args()
    for name, figure in score_files(arguments.gold, show=arguments.show).items():
        print(f"{name:16} {figure:8.3f}")


if __name__ == "__main__":
    main()

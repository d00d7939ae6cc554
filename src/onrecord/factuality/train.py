"""Learns a calibration table from rated events: `python -m onrecord.factuality.train RATED.jsonl OUT.tsv`.

RATED: one text a line, `{"id", "text", "events": [{"start", "end", "value"}]}`, values on [-3, 3]. Linear models over the names
of `calibration_features`; features seen less than `MIN_SEEN` times are left out. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from onrecord.attribution import load_attributor
from onrecord.factuality.assessor import head_token, load_assessor
from onrecord.factuality.calibration import calibration_features
from onrecord.language import load_parser
from onrecord.records import Attribution, Parse, Span

MIN_SEEN = 4
PENALTY = 20.0
INVERSE_PENALTY = 0.1
UNCERTAIN = 3.0
"""How much the rare middle class counts. All three chosen by cross-validation on the rated sentences."""

Read = tuple[dict[str, Any], Parse, Sequence[Attribution]]
Rated = tuple[list[str], float]


def read_documents(path: Path) -> Iterable[Read]:
    """Each line's object, the parse of its text and its attributions."""
    parser, attributor = load_parser(), load_attributor()
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        parse = parser.parse(document["text"])
        yield document, parse, attributor.find(parse, document["id"])


def rate(documents: Iterable[Read]) -> list[Rated]:
    """The features and the rating of each event."""
    assessor = load_assessor()
    rated = []
    for document, parse, attributions in documents:
        heads = [Span(event["start"], event["end"]) for event in document["events"]]
        found = assessor.assess_heads(parse, attributions, heads)
        for event, head, assessment in zip(document["events"], heads, found, strict=True):
            rated.append((list(calibration_features(parse, head_token(parse, head), assessment)), float(event["value"])))
    return rated


def fit(rated: Sequence[Rated]) -> dict[str, tuple[float, ...]]:
    """Weights of the value (ridge regression) and of the three classes (logistic regression), by feature."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression, Ridge

    seen = Counter(name for names, _ in rated for name in set(names))
    vectorizer = DictVectorizer()
    rows = vectorizer.fit_transform([{name: 1.0 for name in names if seen[name] >= MIN_SEEN} for names, _ in rated])
    values = [value for _, value in rated]
    ridge = Ridge(alpha=PENALTY, solver="lsqr").fit(rows, values)
    classes = LogisticRegression(C=INVERSE_PENALTY, max_iter=500).fit(rows, [class_of(value) for value in values])
    table = [ridge.coef_, *classes.coef_]
    names = vectorizer.get_feature_names_out()
    weights = {name: tuple(float(row[index]) for row in table) for index, name in enumerate(names)}
    shift = (float(ridge.intercept_), *map(float, classes.intercept_))
    bias = [a + b for a, b in zip(weights["bias"], shift, strict=True)]
    bias[2] += math.log(UNCERTAIN)
    return {**weights, "bias": tuple(bias)}


def class_of(value: float) -> int:
    """The class of a value, as an index into `RANGES`."""
    return 0 if value >= 1.5 else 1 if value > -0.5 else 2


def write(weights: dict[str, tuple[float, ...]], path: Path, *, least: float = 0.02) -> None:
    """The table, without features that hardly count."""
    kept = sorted((name, row) for name, row in weights.items() if max(map(abs, row)) >= least)
    lines = ["\t".join([name, *(f"{weight:.2f}" for weight in row)]) for name, row in kept]
    path.write_text("\n".join(["feature\tvalue\tpositive\tuncertain\tnegative", *lines]) + "\n", encoding="utf-8")


def main() -> None:
    """The command."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("rated", type=Path)
    options.add_argument("out", type=Path)
    arguments = options.parse_args()
    write(fit(rate(read_documents(arguments.rated))), arguments.out)


if __name__ == "__main__":
    main()

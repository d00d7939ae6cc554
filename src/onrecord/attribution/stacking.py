"""A linear part with a forest above it, fitted so that the forest reads scores of rows the linear part has not seen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import cast

import numpy as np

from onrecord.attribution import scoring
from onrecord.attribution.columns import Bools, Ints
from onrecord.attribution.fitting import N_FOLDS, Reals, Singles, fit_forest, fit_linear, out_of_fold
from onrecord.attribution.scoring import Model


@dataclass
class Rows:
    """Rows of one learned part over all lessons: hashed features, numbers, targets, folds."""

    features: list[Ints] = field(default_factory=list)
    numbers: list[dict[str, Ints]] = field(default_factory=list)
    targets: list[Reals] = field(default_factory=list)
    counts: list[Ints] = field(default_factory=list)
    folds: list[Ints] = field(default_factory=list)
    groups: list[Ints] = field(default_factory=list)

    def add(
        self, fold: int, features: Ints, targets: Reals, numbers: dict[str, Ints] | None = None, counts: Ints | None = None
    ) -> None:
        """Rows of one lesson; `counts`: how often the second of two models is taught each."""
        self.features.append(features.astype(np.int32))
        self.targets.append(targets)
        self.folds.append(np.full(len(targets), fold))
        self.counts.append(np.ones(len(targets), dtype=np.int64) if counts is None else counts)
        if numbers is not None:
            self.numbers.append(numbers)


def fit_model(
    rows: Rows,
    names: Sequence[str],
    *,
    choose: Callable[[Reals, Ints], Reals] | None = None,
    soften: Callable[[Reals], Reals] | None = None,
) -> tuple[Model, list[Model]]:
    """The full model and one a fold: linear parts first, then forests that read linear scores out of fold.

    Args:
        rows: of all lessons; with groups, the candidates of one cue each, the model ranks them.
        names: of the numbers that the forest reads.
        choose: targets and groups -> labels of the linear part; `None`: the targets themselves.
        soften: targets -> those of the forest; `None`: the targets themselves.
    """
    features, folds = np.concatenate(rows.features, axis=1), np.concatenate(rows.folds)
    targets = np.concatenate(rows.targets)
    groups = merge_groups(rows.groups)
    labels = targets if choose is None else choose(targets, groups)
    soft = targets if soften is None else soften(targets)
    linears = out_of_fold(folds, lambda part: fit_linear(features[:, part], labels[part]))
    linear = gather(folds, lambda fold, mine: linears[fold].score(features[:, mine]))
    known = {name: np.concatenate([numbers[name] for numbers in rows.numbers]) for name in rows.numbers[0]}
    known["linear"] = cast("Ints", linear)
    if len(groups):
        scoring.add_linear(known, linear, groups)
        known["best_other"] = cast("Ints", scoring.best_other(cast("Ints", linear), groups))
    matrix: Singles = np.array([known[name] for name in names], dtype=np.float32).T
    forests = out_of_fold(folds, lambda part: fit_forest(matrix[part], names, soft[part]))
    scores = gather(folds, lambda fold, mine: forests[fold].score(dict(zip(names, matrix[mine].T, strict=True))))
    say(f"  {len(targets)} rows, {len(names)} numbers; log-loss out of fold {log_loss(soft, scores):.4f}")
    if len(groups):
        report_choice(scores, targets, groups)
    folded = [Model(linears[fold], forests[fold]) for fold in range(N_FOLDS)]
    return Model(fit_linear(features, labels), fit_forest(matrix, names, soft)), folded


def gather(folds: Ints, score: Callable[[int, Bools], Reals]) -> Reals:
    """The scores of all rows, those of each fold by the model that has not seen it."""
    scores = np.empty(len(folds))
    for fold in range(N_FOLDS):
        mine = folds == fold
        scores[mine] = score(fold, mine)
    return scores


def merge_groups(groups: Sequence[Ints]) -> Ints:
    """Groups numbered through all lessons."""
    merged, base = [np.zeros(0, dtype=np.int64)], 0
    for group in groups:
        merged.append(group + base)
        base += int(group.max()) + 1
    return np.concatenate(merged)


def log_loss(targets: Reals, odds: Reals) -> float:
    """Mean of the cross entropy, in nats."""
    return float(np.mean(np.logaddexp(0, odds) - targets * odds))


def report_choice(scores: Reals, targets: Reals, groups: Ints) -> None:
    """Says how often the highest score is right."""
    order = np.lexsort((-scores, groups))
    best = order[scoring.group_edges(groups)]
    top = np.maximum.reduceat(targets, scoring.group_edges(groups))
    right, close, there = (float(np.mean(share)) for share in (targets[best] >= 0.5, targets[best] >= 0.8, top >= 0.5))
    say(f"  chosen >= .5: {right:.3f}, >= .8: {close:.3f}; there: {there:.3f}")


def say(line: str) -> None:
    """A line of progress, to standard error."""
    print(line, file=sys.stderr, flush=True)

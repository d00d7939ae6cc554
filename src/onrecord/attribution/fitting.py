"""Fitting of the learned parts' two kinds of model; needs the extra `train`."""

from __future__ import annotations

import importlib
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.attribution.columns import Ints
from onrecord.attribution.models import BITS, ForestModel, LinearModel
from onrecord.errors import SettingsError

Reals = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]

N_FOLDS = 3
MIN_COUNT = 3
SMALLEST_WEIGHT = 0.03
ONE_CLASS = 4.0
"""Log-odds of a model whose rows are all right, or all wrong."""
TREES: dict[str, Any] = {"depth": 6, "iterations": 160, "learning_rate": 0.15, "l2_leaf_reg": 6.0, "border_count": 64}
NESTED_TREES = {**TREES, "depth": 4, "iterations": 120, "learning_rate": 0.1, "l2_leaf_reg": 10.0}
"""For the few rows that articles annotated at all depths give."""


def fit_linear(features: Ints, labels: Reals, *, strength: float = 0.1) -> LinearModel:
    """Logistic regression on hashed features.

    Features seen fewer than `MIN_COUNT` times and weights below `SMALLEST_WEIGHT` are left out, so that the model stays small and
    holds nothing that stands in one article only.

    Args:
        features: shape (templates, rows), from `models.hash_rows`.
        labels: shape (rows,), 0 or 1.
        strength: inverse of the L2 penalty.
    """
    linear_model, sparse = _import("sklearn.linear_model"), _import("scipy.sparse")
    if labels.min() > 0.5 or labels.max() <= 0.5:
        return LinearModel(np.zeros(1 << BITS, dtype=np.float32), ONE_CLASS if labels.min() > 0.5 else -ONE_CLASS)
    n_templates, n_rows = features.shape
    counts = np.bincount(features.ravel(), minlength=1 << BITS)
    indices = features.T.ravel()
    values = (counts[indices] >= MIN_COUNT).astype(np.float32)
    rows = np.arange(0, len(indices) + 1, n_templates)
    matrix = sparse.csr_matrix((values, indices, rows), shape=(n_rows, 1 << BITS))
    matrix.sum_duplicates()
    model = linear_model.LogisticRegression(C=strength, solver="lbfgs", max_iter=60, tol=1e-3)
    model.fit(matrix, labels > 0.5)
    weights = model.coef_[0].astype(np.float32)
    weights[np.abs(weights) < SMALLEST_WEIGHT] = 0
    return LinearModel(weights.astype(np.float16).astype(np.float32), float(model.intercept_[0]))


def fit_forest(numbers: Singles, names: Sequence[str], targets: Reals, settings: Mapping[str, Any] = TREES) -> ForestModel:
    """Boosted oblivious trees with log-loss on soft targets.

    Args:
        numbers: shape (rows, names).
        names: of the columns.
        targets: shape (rows,), chances in [0, 1].
        settings: CatBoost's, on top of the fixed seed.
    """
    if targets.min() == targets.max():
        blank = np.zeros((1, 0))
        odds = ONE_CLASS if targets.min() > 0.5 else -ONE_CLASS
        return ForestModel(
            tuple(names), blank.astype(np.int64), blank.astype(np.float32), np.zeros((0, 2), dtype=np.float32), odds
        )
    catboost = _import("catboost")
    model = catboost.CatBoost(
        {
            "loss_function": "CrossEntropy",
            "random_seed": 5,
            "thread_count": 2,
            "verbose": False,
            "allow_writing_files": False,
            **settings,
        }
    )
    model.fit(numbers, targets)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        tree = json.loads(path.read_text(encoding="utf-8"))
    return export_forest(tree, names)


def export_forest(model: Mapping[str, Any], names: Sequence[str]) -> ForestModel:
    """CatBoost's JSON as arrays; a shallow tree is filled up with questions that are never true."""
    used = model["features_info"]["float_features"]
    flat = {feature["feature_index"]: feature["flat_feature_index"] for feature in used}
    trees = model["oblivious_trees"]
    depth = max((len(tree["splits"] or ()) for tree in trees), default=1) or 1
    features = np.zeros((depth, len(trees)), dtype=np.int64)
    thresholds = np.full((depth, len(trees)), np.finfo(np.float32).max, dtype=np.float32)
    leaves = np.zeros((len(trees), 1 << depth), dtype=np.float32)
    for number, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"] or ()):
            features[level, number] = flat[split["float_feature_index"]]
            thresholds[level, number] = split["border"]
        leaves[number, : len(tree["leaf_values"])] = tree["leaf_values"]
    scale, bias = model["scale_and_bias"]
    leaves = (leaves * scale).astype(np.float16).astype(np.float32)
    return ForestModel(tuple(names), features, thresholds, leaves, float(bias[0] if isinstance(bias, list) else bias))


def out_of_fold(folds: Ints, fit: Callable[[npt.NDArray[np.bool_]], Any]) -> list[Any]:
    """One model a fold, fitted on the rows of the other folds."""
    return [fit(folds != fold) for fold in range(N_FOLDS)]


def _import(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise SettingsError(f"training needs {name.split('.')[0]}: pip install onrecord[train]") from error

"""Learned parts as arrays, and the files they are kept in."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from onrecord.attribution.models import BITS, ForestModel, LinearModel, hash_rows
from onrecord.attribution.scoring import Model, Weights
from onrecord.attribution.weights import load_weights, save_weights
from onrecord.errors import SettingsError


def forest() -> ForestModel:
    """Two trees of depth 2 over `a` and `b`."""
    features = np.array([[0, 1], [1, 0]])
    thresholds = np.array([[0.5, 1.5], [0.5, 2.5]], dtype=np.float32)
    leaves = np.array([[1, 2, 4, 8], [0.5, 0.25, 0.125, 0.0625]], dtype=np.float32)
    return ForestModel(("a", "b"), features, thresholds, leaves, 10.0)


def weights() -> Weights:
    values = np.zeros(1 << BITS, dtype=np.float32)
    values[[3, 77]] = 0.5, -1.25
    linear = LinearModel(values, 0.75)
    model = Model(linear, forest())
    return Weights(linear, linear, model, model, model, model, forest())


def test_forest_gives_the_sum_of_what_each_tree_says() -> None:
    scores = forest().score({"a": np.array([0, 1, 3]), "b": np.array([0, 1, 2])})
    # a=0 b=0: leaf 0 of both; a=1 b=1: leaf 3 and 0; a=3 b=2: leaf 3 and 3
    assert scores.tolist() == [10 + 1 + 0.5, 10 + 8 + 0.5, 10 + 8 + 0.0625]


def test_linear_model_adds_weights_and_bias() -> None:
    assert weights().cue.score(np.array([[3, 3], [77, 5]])).tolist() == [0.0, 1.25]


def test_hash_depends_on_template_and_order_of_columns() -> None:
    table = {"a": np.array([1, 2]), "b": np.array([2, 1])}
    ab, ba, single = hash_rows(table, (("a", "b"), ("b", "a"), ("a",)))
    assert ab[0] != ba[1]
    assert ab[0] != ab[1]
    assert single[0] != ab[0]


def test_saved_weights_come_back(tmp_path: Path) -> None:
    save_weights(weights(), ("said", "the"), tmp_path, n_articles=1)
    again, words = load_weights(tmp_path)
    assert words == ("said", "the")
    assert again.cue.weights[77] == -1.25
    assert again.inner.forest.leaves.tolist() == forest().leaves.tolist()
    assert again.nested is not None
    assert again.nested.bias == 10.0


def test_weights_of_outermost_ones_alone_have_no_model_of_nested_ones(tmp_path: Path) -> None:
    save_weights(replace(weights(), nested=None), ("said",), tmp_path, n_articles=1)
    assert load_weights(tmp_path)[0].nested is None


def test_same_weights_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        save_weights(weights(), ("said",), tmp_path / name, n_articles=1)
    assert (tmp_path / "one" / "weights.npz").read_bytes() == (tmp_path / "two" / "weights.npz").read_bytes()


def test_changed_weights_are_refused(tmp_path: Path) -> None:
    save_weights(weights(), ("said",), tmp_path, n_articles=1)
    (tmp_path / "vocabulary.txt").write_text("denied\n")
    with pytest.raises(SettingsError, match="sha256"):
        load_weights(tmp_path)


def test_other_format_is_refused(tmp_path: Path) -> None:
    save_weights(weights(), ("said",), tmp_path, n_articles=1)
    manifest = json.loads((tmp_path / "manifest.json").read_text())
    (tmp_path / "manifest.json").write_text(json.dumps({**manifest, "format": "other"}))
    with pytest.raises(SettingsError, match="train anew"):
        load_weights(tmp_path)


def test_missing_weights_say_how_to_get_them(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="onrecord train attribution"):
        load_weights(tmp_path / "none")

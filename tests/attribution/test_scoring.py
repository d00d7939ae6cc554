"""The learned parts in their order."""

from __future__ import annotations

import numpy as np

from onrecord.attribution.models import ForestModel
from onrecord.attribution.scoring import score_nested
from onrecord.attribution.triples import NESTED_NUMBERS, UNCOVERED


def test_only_triples_in_anothers_content_are_judged_anew() -> None:
    sure = ForestModel(("inner",), np.zeros((1, 0), np.int64), np.zeros((1, 0), np.float32), np.zeros((0, 2), np.float32), 2.0)
    rows = {name: np.zeros(3, dtype=np.int64) for name in NESTED_NUMBERS}
    rows["covering_cue"] = np.array([UNCOVERED, 0.5, 3.0])
    chance = score_nested(rows, np.array([0.9, 0.1, 0.1]), np.array([0.2, 0.2, 0.9]), sure)
    assert chance.round(2).tolist() == [0.2, 0.88, 0.88]

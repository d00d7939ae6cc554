"""Learned parts as arrays: hashed logistic regression, and trees whose nodes of one depth ask the same question.

Both score all rows of an article in a few numpy calls, and need numpy alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Table = Mapping[str, npt.NDArray[np.int64]]
Template = tuple[str, ...]

BITS = 18
SLOTS = 3
MIN_TREES, MAX_CELLS = 40, 32_768
"""A forest is asked some trees at a time, so that what is written (trees x rows) stays in the cache."""
_PRIMES = np.array([2654435761, 2246822519, 3266489917], dtype=np.uint32)


def hash_rows(table: Table, templates: Sequence[Template]) -> npt.NDArray[np.int64]:
    """Feature numbers below `2 ** BITS`, shape (templates, rows): each template's columns of codes hashed together.

    Feature hashing as in Weinberger et al. 2009 (arXiv 0902.2206), without signs; at most `SLOTS` columns a template.
    """
    names, slots, seeds = _compile(tuple(templates))
    rows = len(next(iter(table.values())))
    codes = np.zeros((len(names) + 1, rows), dtype=np.uint32)
    for index, name in enumerate(names):
        codes[index] = table[name]
    hashed = codes.take(slots[0], axis=0)
    hashed ^= seeds[:, None]
    for slot in range(SLOTS):
        if slot:
            codes += np.uint32(1)
            hashed ^= codes.take(slots[slot], axis=0)
        hashed *= _PRIMES[slot]
        hashed ^= hashed >> np.uint32(15)
    hashed &= np.uint32((1 << BITS) - 1)
    features: npt.NDArray[np.int64] = hashed.astype(np.int64)
    return features


@cache
def _compile(templates: tuple[Template, ...]) -> tuple[tuple[str, ...], npt.NDArray[np.int64], npt.NDArray[np.uint32]]:
    """The columns' names, each template's places among them (the one after the last holds zeros), and each template's seed."""
    names = tuple(sorted({name for template in templates for name in template}))
    place = {name: index for index, name in enumerate(names)}
    slots = np.array([[place[n] for n in t] + [len(names)] * (SLOTS - len(t)) for t in templates])
    return names, np.ascontiguousarray(slots.T), np.arange(1, len(templates) + 1, dtype=np.uint32) * np.uint32(0x9E3779B1)


@dataclass(frozen=True)
class LinearModel:
    """Logistic regression over hashed features; `weights` has shape (2 ** BITS,), log-odds."""

    weights: Floats
    bias: float

    def score(self, features: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Log-odds of each row, shape (rows,), from `hash_rows`' numbers."""
        scores: npt.NDArray[np.float64] = self.weights.take(features).sum(axis=0, dtype=np.float64) + self.bias
        return scores

    def to_arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """What a weights file holds: places and values of the weights that are not zero."""
        places = np.flatnonzero(self.weights)
        return {
            "places": places.astype(np.uint32),
            "values": self.weights[places].astype(np.float16),
            "bias": np.array([self.bias]),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[np.generic]]) -> LinearModel:
        """The model a weights file holds."""
        weights = np.zeros(1 << BITS, dtype=np.float32)
        weights[arrays["places"]] = arrays["values"]
        return cls(weights, float(arrays["bias"][0]))


@dataclass(frozen=True)
class ForestModel:
    """Boosted oblivious trees: at each depth one question `columns[feature] > threshold` for the whole level.

    Attributes:
        features, thresholds: shape (depth, trees).
        leaves: shape (trees, 2 ** depth); the question of depth k sets bit k of the leaf's number.
    """

    names: tuple[str, ...]
    features: npt.NDArray[np.int64]
    thresholds: Floats
    leaves: Floats
    bias: float

    def score(self, columns: Mapping[str, npt.NDArray[np.generic]]) -> npt.NDArray[np.float64]:
        """The sum of the trees, shape (rows,)."""
        matrix = np.empty((len(self.names), len(next(iter(columns.values())))), dtype=np.float32)
        for index, name in enumerate(self.names):
            matrix[index] = columns[name]
        scores = np.full(matrix.shape[1], self.bias)
        step = max(MIN_TREES, MAX_CELLS // max(1, matrix.shape[1]))
        for first in range(0, len(self.leaves), step):
            scores += self._sum(matrix, slice(first, first + step))
        return scores

    def _sum(self, matrix: Floats, trees: slice) -> Floats:
        """The sum of some of the trees."""
        leaves = self.leaves[trees]
        number = np.zeros((len(leaves), matrix.shape[1]), dtype=np.uint8)
        for depth in reversed(range(len(self.features))):
            answers = matrix.take(self.features[depth, trees], axis=0) > self.thresholds[depth, trees][:, None]
            number += number
            number += answers.view(np.uint8)
        place = number.astype(np.intp)
        place += np.arange(0, leaves.size, leaves.shape[1])[:, None]
        total: Floats = leaves.ravel().take(place).sum(axis=0)
        return total

    def to_arrays(self) -> dict[str, npt.NDArray[np.generic]]:
        """What a weights file holds."""
        return {
            "names": np.array(self.names),
            "features": self.features.astype(np.uint8),
            "thresholds": self.thresholds.astype(np.float32),
            "leaves": self.leaves.astype(np.float16),
            "bias": np.array([self.bias]),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[np.generic]]) -> ForestModel:
        """The model a weights file holds."""
        return cls(
            tuple(map(str, arrays["names"])),
            arrays["features"].astype(np.int64),
            arrays["thresholds"].astype(np.float32),
            arrays["leaves"].astype(np.float32),
            float(arrays["bias"][0]),
        )

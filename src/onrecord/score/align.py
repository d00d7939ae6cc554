"""Two sets of spans over one text -> which of one belongs to which of the other, and the arithmetic of scores."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from onrecord.records import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")

Left = TypeVar("Left")
Right = TypeVar("Right")


class Words:
    """The words of a text by place, so that punctuation at a span's edge never decides a score."""

    def __init__(self, text: str) -> None:
        self._at = [-1] * (len(text) + 1)
        for index, match in enumerate(_WORD.finditer(text)):
            self._at[match.start() : match.end()] = [index] * (match.end() - match.start())

    def of(self, spans: Iterable[Span]) -> frozenset[int]:
        """Indices of the words in the spans; for spans without a word (a colon) minus the characters' places, less one."""
        spans = list(spans)
        words = {self._at[k] for s, e in spans for k in range(s, min(e, len(self._at)))} - {-1}
        return frozenset(words or {-2 - k for s, e in spans for k in range(s, e)})


def jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    """Shared over all, 0 when both are empty."""
    return len(left & right) / len(left | right) if left or right else 0.0


def same_or_touching(left: frozenset[int], right: frozenset[int]) -> bool:
    """Whether two spans share a word, or are both empty."""
    return bool(left & right) or (not left and not right)


def pair(
    left: Sequence[Left], right: Sequence[Right], score: Callable[[Left, Right], tuple[float, ...]]
) -> list[tuple[Left, Right]]:
    """One-to-one pairs, the best score first; a pair needs a first score above 0."""
    ranked = [(score(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)]
    return [(left[i], right[j]) for i, j in take_best(r for r in ranked if r[0][0] > 0)]


def take_best(ranked: Iterable[tuple[tuple[float, ...], int, int]]) -> list[tuple[int, int]]:
    """One-to-one pairs of (score, left, right), the best score first; of equals the one further left."""
    used_left: set[int] = set()
    used_right: set[int] = set()
    pairs = []
    for _, i, j in sorted(ranked, key=lambda r: (tuple(-x for x in r[0]), r[1], r[2])):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            pairs.append((i, j))
    return pairs


@dataclass(frozen=True, slots=True)
class Score:
    """One figure: hits among what was given and among what was to be found. An accuracy has both totals the same."""

    name: str
    hits: float
    n_given: float
    n_gold: float

    @property
    def precision(self) -> float:
        """Hits over given, in per cent."""
        return 100 * self.hits / self.n_given if self.n_given else 0.0

    @property
    def recall(self) -> float:
        """Hits over gold, in per cent."""
        return 100 * self.hits / self.n_gold if self.n_gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in per cent; of an accuracy, the accuracy."""
        total = self.n_given + self.n_gold
        return 200 * self.hits / total if total else 0.0


class Tally:
    """Counts under names, in the order they were first met."""

    def __init__(self) -> None:
        self._counts: dict[str, list[float]] = {}
        self._harmonies: dict[str, tuple[str, str]] = {}

    def add(self, name: str, hits: float, given: float, gold: float) -> None:
        """Adds to a precision/recall figure."""
        counts = self._counts.setdefault(name, [0.0, 0.0, 0.0])
        counts[0] += hits
        counts[1] += given
        counts[2] += gold

    def check(self, name: str, right: bool) -> None:
        """Adds one case to an accuracy."""
        self.add(name, float(right), 1.0, 1.0)

    def harmony(self, name: str, precision: str, recall: str) -> None:
        """Adds a figure whose precision and recall are counted apart, over different things: F1 is 2PR / (P + R) of the two."""
        self._harmonies[name] = (precision, recall)

    def scores(self) -> list[Score]:
        """The figures, those of two others last."""
        found = {name: Score(name, *counts) for name, counts in self._counts.items()}
        for name, (left, right) in self._harmonies.items():
            precision, recall = found[left].precision / 100, found[right]
            found[name] = Score(name, recall.hits, recall.hits / precision if precision else 0.0, recall.n_gold)
        return list(found.values())

"""One operator's effect on a word, and the values that operators put in place of a yes and a no."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.factuality.values import Pair, flipped

NEGATED: Pair = (-3, 3)
OPEN: Pair = (0, 0)
CONDITION: Pair = flipped(1)


@dataclass(frozen=True, slots=True)
class Effect:
    """One operator on a word: the values in place of a yes and a no.

    `kind` is `value`, or `hearsay` (brings in an unnamed holder), `disbelief`, `negated` (has taken the negation in), or
    `condition` (what hangs on a condition: a promise or threat of somebody stays one).
    """

    pair: Pair
    flag: str = "-"
    kind: str = "value"
    why: str = ""


UNREAL = Effect((-3, -3), why="would have")
"""Counterfactual, whatever the surroundings; a negation below turns it: "nobody would have been hurt" means that some were."""

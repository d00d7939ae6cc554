"""FactBank's values as whole numbers on [-3, 3], and what an operator makes of one.

Source: Saurí and Pustejovsky 2009 (FactBank); signatures after Karttunen 1971 and Nairn, Condoravdi and Karttunen 2006.
"""

from __future__ import annotations

from onrecord.records import FactualityValue

VALUES: dict[FactualityValue, int] = {"CT+": 3, "PR+": 2, "PS+": 1, "Uu": 0, "PS-": -1, "PR-": -2, "CT-": -3}
LABELS: dict[int, FactualityValue] = {number: label for label, number in VALUES.items()}

Pair = tuple[int, int]
"""What a certain yes and a certain no of the surroundings make of the thing embedded."""


def weaken(value: int, limit: int) -> int:
    """The value, no stronger than the limit (1 possible, 2 probable, 3 certain)."""
    return max(-limit, min(limit, value))


def through(value: int, pair: Pair) -> int:
    """The value of what is embedded, given the value of its surroundings: as sure as the weaker of the two."""
    if value > 0:
        return weaken(pair[0], value)
    return weaken(pair[1], -value) if value < 0 else 0


def flipped(value: int) -> Pair:
    """The pair of an operator that puts a value in place of a yes, and its contrary in place of a no."""
    return value, -value

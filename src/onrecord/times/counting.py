"""A tie to an event whose days are known -> the days it gives: "two weeks after the vote", "since the vote", "on its eve"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from onrecord.times.days import shift
from onrecord.times.relative_dates import quantity
from onrecord.times.scene import Bounds, Piece

SORTS = {"days": 10, "weeks": 30, "months": 120, "hours": 1, "stages": 14, "stage": 14, "phase": 14}
"""Days that "the first days of", "the early stages of" are read as."""


class Anchored(NamedTuple):
    """A tie to an event: the word that makes it, the token that names the event, what the tie says, the event's id and days."""

    tie: int
    event: int
    relation: str
    name: str | None
    days: Bounds | None


def counted(piece: Piece, tie: Anchored) -> Bounds | None:
    """The days of "two weeks after the vote", where the vote's days are known."""
    unit = piece.get("UNIT", "UNITS") or ("D" if piece.get("PART") else None)
    if tie.days is None or unit is None:
        return None
    if unit.startswith("T"):
        return tie.days if tie.days[0] == tie.days[1] and tie.relation in ("after", "before") else None
    number, sizes = quantity(piece)
    return counted_days(tie.relation, tie.days, number, sizes, unit)


def tied_days(relation: str, days: Bounds, word: str = "") -> Bounds:
    """The days that a bare tie to an event gives ("since the vote": from its first day on)."""
    begin, end = days
    if relation == "since":
        return begin, None
    if relation == "after":
        return end or begin, None
    if relation in ("before", "until"):
        return None, begin and begin - timedelta(relation == "before")
    if relation == "eve":
        return (begin - timedelta(1), begin - timedelta(1)) if begin else (None, None)
    if relation in ("start", "early", "within"):
        return begin, begin and begin + timedelta(SORTS.get(word, 7))
    if relation == "end":
        return end, end
    return begin, end


def counted_days(relation: str, days: Bounds, number: str, sizes: tuple[int, int] | None, unit: str) -> Bounds | None:
    """The days so many units before, after or into an event; `None` where the event has no such side.

    A counted day is exact for days; for weeks and longer units the days around it are given, half a unit to either side. A vague
    count gives the days between its fewest and most.
    """
    if relation not in ("after", "into", "before", "since"):
        return None
    begin, end = days
    base = begin if relation in ("into", "before", "since") else (end or begin)
    if relation == "after" and begin is not None and end is not None and (end - begin).days > 31:
        base = begin
    if base is None:
        return None
    is_month = begin is not None and end is not None and 7 < (end - begin).days <= 31
    if is_month and unit == "D" and sizes is None and float(number) <= 7:
        return begin, end
    sign = -1 if relation == "before" else 1
    if is_month and begin is not None and end is not None and sizes is None and relation in ("after", "before"):
        size = int(sign * float(number))
        return shift(begin, size, unit) or begin, shift(end, size, unit) or end
    if sizes is not None:
        near, far = (shift(base, sign * size, unit) for size in sizes)
        return (near if relation != "into" else base, far) if sign > 0 else (far, near)
    return _around(base, sign * float(number), unit)


def _around(base: date, number: float, unit: str) -> Bounds | None:
    months = {"Y": 12, "M": 1, "3M": 3, "DE": 120}.get(unit)
    day = shift(base, int(number * months), "M") if months else shift(base, int(number), unit)
    if day is None:
        return None
    slack = {"M": 15, "Y": 45, "2W": 3, "3M": 20, "DE": 365}.get(unit, 0)
    return day - timedelta(slack), day + timedelta(slack)

"""Days and TIMEX3 values -> one another: what days a value covers, which value a day has at a grain, and steps between days.

A grain is one of `GRAINS`, coarse to fine; intervals are pairs of days, both included. Years run from 1 to 9999; what falls
outside has no days (`None`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Days = tuple[date, date]

GRAINS = ("ML", "CE", "DE", "Y", "H", "S", "Q", "M", "W", "WE", "D")
"""Millennium, century, decade, year, half, season, quarter, month, week, weekend, day."""


@lru_cache(10_000)
def days_between(begin: str, end: str) -> int:
    """Days from one ISO day to another."""
    return (date.fromisoformat(end) - date.fromisoformat(begin)).days


SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""First and last month of the northern seasons; 13 and 14 are January and February of the year after."""

YEAR_SIZES = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
DAY_SIZES = {"D": 1, "W": 7, "2W": 14, "WE": 7, "NI": 1}
MONTH_SIZES = {"M": 1, "Q": 3, "3M": 3, "6M": 6, "H": 6, "S": 12}

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PART = re.compile(r"(\d{4})-([QH])([1-4])")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_YEARS = re.compile(r"\d{1,4}")


@lru_cache(10_000)
def days_of(value: str) -> Days | None:
    """The first and last day of a TIMEX3 value ("2022-03", "2022-W09", "199"), or `None` when it names none."""
    for pattern, read in _READERS:
        match = pattern.fullmatch(value)
        if match is not None:
            try:
                return read(match)
            except (ValueError, OverflowError):
                return None
    return None


def _read_day(match: re.Match[str]) -> Days:
    day = date(int(match[1]), int(match[2]), int(match[3]))
    return day, day


def _read_week(match: re.Match[str]) -> Days:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    if match[3] is None:
        return monday, monday + timedelta(6)
    if match[3] == "WE":
        return monday + timedelta(5), monday + timedelta(6)
    day = monday + timedelta(int(match[3]) - 1)
    return day, day


def _read_month(match: re.Match[str]) -> Days:
    return months(int(match[1]), int(match[2]), int(match[2]))


def _read_part(match: re.Match[str]) -> Days:
    size = 3 if match[2] == "Q" else 6
    first = (int(match[3]) - 1) * size + 1
    return months(int(match[1]), first, first + size - 1)


def _read_season(match: re.Match[str]) -> Days:
    return months(int(match[1]), *SEASONS[match[2]])


def _read_years(match: re.Match[str]) -> Days:
    size = 10 ** (4 - len(match[0]))
    first = int(match[0]) * size
    return date(max(first, 1), 1, 1), date(first + size - 1, 12, 31)


_READERS = (
    (_DAY, _read_day), (_WEEK, _read_week), (_MONTH, _read_month), (_PART, _read_part), (_SEASON, _read_season),
    (_YEARS, _read_years),
)  # fmt: skip


def months(year: int, first: int, last: int) -> Days:
    """The days from a month's first to a month's last; a last month above 12 lies in the year after."""
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, first, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def iso_day(day: date | None) -> str | None:
    """A day as `YYYY-MM-DD`; an open side stays `None`."""
    return day.isoformat() if day is not None else None


def value_at(day: date, grain: str) -> str:
    """The TIMEX3 value of the day, week, month ... that a day lies in; nights and halves of weeks count as days."""
    if grain in ("W", "2W", "WE"):
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if grain == "WE" else "")
    if grain in ("M", "6M"):
        return f"{day.year:04}-{day.month:02}"
    if grain in ("Q", "3M"):
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if grain == "H":
        return f"{day.year:04}-H{(day.month + 5) // 6}"
    if grain == "S":
        return season_value(day)
    digits = {"Y": 4, "DE": 3, "CE": 2, "ML": 1}.get(grain)
    return f"{day.year:04}"[:digits] if digits else day.isoformat()


def season_value(day: date) -> str:
    """The value of the season a day lies in; January and February belong to the winter of the year before."""
    name = next((name for name, (first, last) in SEASONS.items() if first <= day.month <= last), "WI")
    return f"{day.year - (day.month < 3):04}-{name}"


def grain_of(value: str) -> str | None:
    """The grain of a value that names days, or `None`."""
    if days_of(value) is None:
        return None
    if _YEARS.fullmatch(value):
        return {4: "Y", 3: "DE", 2: "CE", 1: "ML"}[len(value)]
    if "-W" in value:
        return {"W": "WE", "-": "D"}.get(value[8:10].lstrip("-")[:1] or "", "W") if len(value) > 8 else "W"
    letter = value[5]
    if letter in "QH":
        return letter
    if letter in "SFW":
        return "S"
    return "M" if len(value) == 7 else "D"


def is_finer(grain: str, other: str) -> bool:
    """Whether a grain is finer than another ("D" than "M")."""
    return GRAINS.index(grain) > GRAINS.index(other)


def shift(day: date, number: int, unit: str) -> date | None:
    """The day so many units away, the last day of its month where that month is shorter; `None` outside the calendar."""
    try:
        if unit in DAY_SIZES:
            return day + timedelta(number * DAY_SIZES[unit])
        if unit in YEAR_SIZES:
            return _add_months(day, 12 * number * YEAR_SIZES[unit])
        if unit in MONTH_SIZES:
            return _add_months(day, number * MONTH_SIZES[unit])
        return day + timedelta(hours=number * {"TH": 1, "TM": 1 / 60, "TS": 1 / 3600}.get(unit, 0))
    except (ValueError, OverflowError):
        return None


def _add_months(day: date, number: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


MONTH_CUTS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}


def third(days: Days, edge: str) -> Days:
    """The first, middle or last third of an interval (`START`, `MID`, `END`), in whole months where they fit."""
    first, last = days
    whole = (last.year - first.year) * 12 + last.month - first.month + 1
    if (
        whole >= 3
        and whole % 3 == 0
        and edge in MONTH_CUTS
        and first.day == 1
        and last == months(last.year, last.month, last.month)[1]
    ):
        begin, end = MONTH_CUTS[edge]
        after = shift(first, whole * end // 3 - 1, "M")
        start = shift(first, whole * begin // 3, "M")
        return (start, months(after.year, after.month, after.month)[1]) if start and after else days
    size = (last - first).days + 1
    cuts = {"START": (0, size // 3), "MID": (size // 3, size - size // 3), "END": (size - size // 3, size)}
    if edge not in cuts or size < 3:
        return days
    begin, end = cuts[edge]
    return first + timedelta(begin), first + timedelta(end - 1)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    k = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def duration_value(number: str, unit: str) -> str:
    """The TIMEX3 value of so many units ("P2W", "PT30M", "PXY")."""
    if unit[0].isdigit():
        size, unit = int(unit[0]), unit[1:]
        number = number if number == "X" else f"{float(number) * size:g}"
    if unit in YEAR_SIZES and unit != "Y" and "." in number:
        number, unit = f"{float(number) * YEAR_SIZES[unit]:g}", "Y"
    if unit in ("WE", "NI") and number == "X":
        return "PX" + unit
    return f"PT{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"

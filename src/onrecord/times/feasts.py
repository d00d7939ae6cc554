"""Pieces that name a feast or a public holiday -> its day, in the year that a month would be in."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from onrecord.times.calendar_dates import rel_before, rel_cycle, year_of, yearless
from onrecord.times.days import easter
from onrecord.times.scene import Draft, Piece, Scene, dated

STEPS = {"eve": -1, "monday": 1}
"""Days between a feast and the day named after it ("Christmas Eve", "Easter Monday")."""


def feast(scene: Scene, piece: Piece) -> Draft | None:
    """ "Christmas", "last Easter", "Good Friday 2022", "New Year's Eve", "Memorial Day"; not "Easter Island"."""
    last = piece.end - 1
    if piece.parse.labels[last] == "compound" and piece.parse.tags[piece.parse.heads[last]] == "NNP":
        return None
    if piece.has("may") and piece.parse.words[piece.start : piece.start + 2] != ["May", "Day"]:
        return None
    rule = (
        piece.get("FEAST", "DAYFEAST", "KINGDAY")
        or ("05-01" if piece.has("may") else "")
        or ("E-2" if piece.has("good") else "01-01")
    )
    step = next((days for word, days in STEPS.items() if piece.has(word)), 0)

    def value(year: int) -> str:
        return (feast_day(rule, year) + timedelta(step)).isoformat()

    year = year_of(scene, piece)
    rel = rel_before(piece, piece.end)
    if year is not None:
        return dated(piece, value(year))
    if rel is not None and scene.is_day_known:
        return rel_cycle(scene, piece, [value(y) for y in range(scene.today.year - 2, scene.today.year + 3)], rel)
    return yearless(scene, piece, value, "D")


def feast_day(rule: str, year: int) -> date:
    """The day that a rule gives in a year.

    `12-25` is a day; `E-2` counts days from Easter; `N11-4-4` is November's fourth Thursday (Monday is 1), `N5-L-1` May's last
    Monday.
    """
    if rule.startswith("E"):
        return easter(year) + timedelta(int(rule[1:]))
    if not rule.startswith("N"):
        return date(year, int(rule[:2]), int(rule[3:]))
    month, number, weekday = rule[1:].split("-")
    if number == "L":
        last = date(year, int(month), monthrange(year, int(month))[1])
        return last - timedelta((last.isoweekday() - int(weekday)) % 7)
    first = date(year, int(month), 1)
    return first + timedelta((int(weekday) - first.isoweekday()) % 7 + 7 * (int(number) - 1))

"""Pieces that name a stretch of the calendar -> dates: weeks of a month, seasons, quarters, fiscal years, decades, centuries."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.times.calendar_dates import (
    AHEAD,
    BACK,
    calendar,
    distance,
    full_year,
    month_date,
    nearest,
    rel_before,
    rel_cycle,
    with_edge,
    year_in,
    year_of,
)  # fmt: skip
from onrecord.times.days import Days, days_of, duration_value, shift, value_at
from onrecord.times.scene import Bounds, Draft, Piece, Scene, classes_of, dated, knows, relative

TOLD_DAYS = 180
"""A quarter told of in the past tense ended at most so long ago; else it is the one that is nearer, ahead."""


def nth_day(scene: Scene, piece: Piece) -> Draft | None:
    """ "the first Monday of June", "the last Friday in March 2022"."""
    wanted = int(piece.get("WDAY") or 1) - 1
    days = _frame_days(scene, piece)
    if days is None:
        return None
    found = [d for n in range((days[1] - days[0]).days + 1) if (d := days[0] + timedelta(n)).weekday() == wanted]
    number = int(piece.get("ORD") or 0)
    if not found or number > len(found):
        return None
    return relative(scene, piece, found[number - 1] if number else found[-1], "D")


def _frame_days(scene: Scene, piece: Piece) -> Days | None:
    """The days of the month, year or unit named after "of" or "in" in a piece."""
    start = next((t + 1 for t in range(piece.start, piece.end) if piece.parse.lower[t] in ("of", "in")), piece.start)
    frame = piece.cut(start, piece.end)
    draft: Draft | None = None
    if frame.get("MONTH", "MONTHAB"):
        draft = month_date(scene, frame)
    elif frame.get("YEAR"):
        draft = dated(frame, frame.get("YEAR") or "")
    elif frame.get("UNIT"):
        unit = frame.get("UNIT") or "M"
        rel = frame.parse.lower[frame.start]
        day = shift(scene.today, -1 if rel in BACK else 1 if rel in AHEAD else 0, unit)
        draft = relative(scene, frame, day, unit)
    elif frame.get("SEASON"):
        draft = season(scene, frame)
    if draft is None or draft.days is None or draft.days[0] is None or draft.days[1] is None:
        return None
    return draft.days[0], draft.days[1]


def week_of(scene: Scene, piece: Piece) -> Draft | None:
    """ "the last week of March" (by its Thursday), "the first two months of 2022", "the last days of May"."""
    days = _frame_days(scene, piece)
    unit = piece.get("UNIT", "UNITS") or "W"
    number = next((int(v) for t, v in piece.tokens("ORD")), 0)
    if days is None:
        return None
    first, last = days
    count = piece.get("NUMW", "NUM")
    several = next((True for _ in piece.tokens("UNITS")), False)
    if several:
        size = int(float(count)) if count else 3
        edge: Bounds = (first, _last_day(first, size, unit)) if number else (_first_day(last, size, unit), last)
        return piece.draft("DURATION", duration_value(count or "X", unit), edge)
    day = shift(first + timedelta(3 * (unit == "W")), number - 1, unit) if number else last - timedelta(3 * (unit == "W"))
    return relative(scene, piece, day, unit, "named")


def week_with(scene: Scene, piece: Piece) -> Draft | None:
    """ "the week of June 24", "the weekend of 8 June": the one that a day lies in."""
    start = next(t for t in range(piece.start, piece.end) if piece.parse.lower[t] in ("week", "weekend"))
    named = calendar(scene, piece.cut(start + 2, piece.end))
    grain = "WE" if piece.parse.lower[start] == "weekend" else "W"
    return relative(scene, piece, named.days[0] if named is not None and named.days else None, grain, "named")


def _last_day(first: date, size: int, unit: str) -> date | None:
    after = shift(first, size, unit)
    return after and after - timedelta(1)


def _first_day(last: date, size: int, unit: str) -> date | None:
    return shift(last + timedelta(1), -size, unit)


def season(scene: Scene, piece: Piece) -> Draft | None:
    """ "spring", "last summer", "the winter of 2014", "early autumn"; a winter bears the year it begins in."""
    token, name = next(piece.tokens("SEASON", "FALL"))
    parse = piece.parse
    if parse.tags[token] not in ("NN", "NNP") or (token and parse.tags[token - 1] == "NNP" and token == piece.start):
        return None
    if parse.lower[token] == "fall" and not (piece.get("REL") or year_of(scene, piece)):
        return None
    year = year_of(scene, piece)
    rel = rel_before(piece, token)
    values = [f"{y:04}-{name}" for y in range(max(scene.today.year - 2, 1), scene.today.year + 3)]
    if year is not None:
        draft = dated(piece, f"{year:04}-{name}")
    elif not knows(scene, "M"):
        return piece.draft("DATE", f"XXXX-{name}")
    elif rel is not None:
        draft = rel_cycle(scene, piece, values, rel)
    else:
        chosen = nearest(values, scene.today, scene.tense(piece), "S")
        draft = dated(piece, chosen, anchor="published") if chosen else None
    return with_edge(scene, piece, draft)


def quarter(scene: Scene, piece: Piece) -> Draft | None:
    """ "the third quarter of 2009", "Q3", "third-quarter", "the first half of last year", "the April-June quarter"."""
    half = piece.has("half") or piece.get("HALFYEAR") is not None
    letter, size = ("H", 2) if half else ("Q", 4)
    written = piece.get("HALFYEAR") if half else piece.get("QUARTER")
    month = [value for _, value in piece.tokens("MONTH", "MONTHAB")] if piece.name == "month_quarter" else []
    if month:
        return _dated_quarter(scene, piece, (int(month[-1]) + 2) // 3, "Q")
    number = int(written or piece.get("ORD") or (size if piece.has("last", "final", "latter") and not _is_rel(piece) else 0))
    if number > size:
        return None
    if half and not year_of(scene, piece):
        days = _frame_days(scene, piece)
        return with_edge(scene, piece, dated_part(piece, days)) if days else None
    if not number:
        return _rel_quarter(scene, piece)
    return _dated_quarter(scene, piece, number, letter)


def _dated_quarter(scene: Scene, piece: Piece, number: int, letter: str) -> Draft | None:
    """The quarter (`Q`) or half year (`H`) of that number in the year told, else the one nearest on the side the tense gives."""
    year = year_of(scene, piece)
    if year is not None:
        return dated(piece, f"{year:04}-{letter}{number}")
    if not knows(scene, "Q"):
        return piece.draft("DATE", f"XXXX-{letter}{number}")
    values = [f"{y:04}-{letter}{number}" for y in range(scene.today.year - 1, scene.today.year + 2)]
    chosen = nearest(values, scene.today, None, letter)
    if scene.tense(piece) == "past":
        told = nearest(values, scene.today, "past", letter)
        days = days_of(told or "")
        chosen = told if days and distance(days, scene.today) <= TOLD_DAYS else chosen
    return dated(piece, chosen, anchor="published") if chosen else None


def dated_part(piece: Piece, days: Days) -> Draft:
    """A part of an interval; the value is that of the month it begins in."""
    return piece.draft("DATE", value_at(days[0], "M"), days, is_reference=True)


def _is_rel(piece: Piece) -> bool:
    return piece.has("last") and not piece.has("of")


def _rel_quarter(scene: Scene, piece: Piece) -> Draft | None:
    rel = next((piece.parse.lower[t] for t, _ in piece.tokens("REL")), "")
    if not rel and not piece.has("ago"):
        return None
    if piece.has("ago") or (rel == "same" and piece.has("year")):
        base = scene.mentioned() or shift(scene.today, -1, "Q")
        return relative(scene, piece, shift(base, -1, "Y") if base else None, "Q", "mentioned")
    return relative(scene, piece, shift(scene.today, -1 if rel in BACK else 1 if rel in AHEAD else 0, "Q"), "Q")


def fiscal(scene: Scene, piece: Piece) -> Draft | None:
    """ "fiscal 2010", "the 2010 financial year", "FY2024": the year it is named by."""
    short = piece.get("FISCALYEAR")
    year = year_in(piece) or (f"{full_year(int(short[-2:]))}" if short else None)
    span = piece.get("YEARRANGE")
    value = year or (span[:4] if span else piece.get("YY"))
    if value is None:
        return None
    return with_edge(scene, piece, dated(piece, f"{full_year(int(value)):04}"))


def year_range(scene: Scene, piece: Piece) -> Draft | None:
    """ "2019-21"; the value is the first year, the days run to the last."""
    written = piece.get("YEARRANGE") or "-".join(v for _, v in piece.tokens("YEAR", "YY"))
    first, last = re.split(r"[-–/]", written)
    last = first[: 4 - len(last)] + last
    begin, end = days_of(first), days_of(last)
    return dated(piece, first, (begin[0], end[1])) if begin and end and begin[0] <= end[1] else None


def decade(scene: Scene, piece: Piece) -> Draft | None:
    """ "the 1990s", "the late 80s", "the nineties"."""
    word = piece.get("DECADEW")
    written = piece.get("DECADE") or piece.get("EDGEDECADE")
    if word and (not piece.has("the") or piece.parse.tags[piece.end - 1] == "CD"):
        return None
    digits = word or re.sub(r"\D", "", written or "")
    if not digits:
        return None
    year = int(digits)
    if year < 100 and not word and not _is_marked_decade(piece, written or ""):
        return None  # "in her early 20s", "$20s"
    full = year if year >= 100 else 1900 + year if year >= 30 else 2000 + year
    return with_edge(scene, piece, dated(piece, f"{full:04}"[:3]))


def _is_marked_decade(piece: Piece, written: str) -> bool:
    """Whether two digits surely name a decade: after "the", with an apostrophe, or coordinated with one ("the 70s and 80s")."""
    before = piece.parse.words[max(piece.start - 2, 0) : piece.start]
    coordinated = len(before) == 2 and before[1] in ("and", "or", "to") and "DECADE" in classes_of(before[0])
    return piece.has("the") or coordinated or bool(set(written) & {"'", "’", "‘"})


def century(scene: Scene, piece: Piece) -> Draft | None:
    """ "the 21st century", "the late nineteenth century"."""
    edged = piece.get("EDGEORD")
    number = int(re.sub(r"\D", "", edged)) if edged else sum(int(v) for _, v in piece.tokens("ORD", "NUMW"))
    return with_edge(scene, piece, dated(piece, f"{number - 1:02}")) if 1 <= number <= 99 else None

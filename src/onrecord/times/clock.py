"""Pieces that name a time of day -> TIMEs: "18:00 UTC", "6 p.m. on Tuesday", "Thursday night", "overnight", "early on Monday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.times.calendar_dates import AHEAD, BACK, calendar, weekday
from onrecord.times.days import shift
from onrecord.times.relative_dates import deictic, has_object, quantity
from onrecord.times.scene import Bounds, Draft, Piece, Scene, classes_of, dated, relative

ZULU = frozenset({"gmt", "utc", "z"})
HOURS = ("CLOCK", "CLOCKPM", "CLOCK4", "NOON", "PART", "TONIGHT")
"""Classes of words that name a time of day."""

DATE_CLASSES = frozenset({"MONTH", "MONTHAB", "WDAY", "WDAYAB", "DEICTIC", "ISODATE", "SLASHDATE", "DOTDATE"})


def clock(scene: Scene, piece: Piece) -> Draft | None:
    """A time of the clock, with the date beside it, else the one last spoken of in its sentence, else the publication date."""
    time = _time(piece)
    if time is None:
        return None
    date_piece = _date_piece(piece)
    if date_piece is not None:
        draft = _read_date(scene, date_piece)
        if draft is None or draft.days is None:
            return None
        return timed(piece, draft.value, f"T{time}", draft.days, draft.anchor)
    following = _date_after(piece)
    draft = _read_date(scene, following) if following is not None else None
    if draft is not None and draft.days is not None:
        return timed(piece, draft.value, f"T{time}", draft.days, draft.anchor)
    last = scene.last
    sentence_of = piece.parse.sentence_of
    if (
        last is not None
        and sentence_of[last.start] == sentence_of[piece.start]
        and re.fullmatch(r"\d{4}-\d\d-\d\d", last.value[:10])
    ):
        return timed(piece, last.value[:10], f"T{time}", last.days, "mentioned")
    if not scene.is_day_known:
        return piece.draft("TIME", f"XXXX-XX-XXT{time}")
    return timed(piece, scene.today.isoformat(), f"T{time}", (scene.today, scene.today), "published")


def _date_after(piece: Piece) -> Piece | None:
    """The date that a comma parts from the time before it ("at 16:15 GMT, June 3")."""
    parse, start = piece.parse, piece.end + 1
    if start >= len(parse) or parse.words[piece.end] != "," or not DATE_CLASSES & classes_of(parse.words[start]).keys():
        return None
    end = start + 1
    while end < min(len(parse), start + 4) and {"DAYN", "ORD", "MONTH", "YEAR"} & classes_of(parse.words[end]).keys():
        end += 1
    return piece.cut(start, end)


def timed(piece: Piece, day: str, time: str, days: Bounds | None, anchor: str | None) -> Draft:
    """A TIME on a day."""
    return piece.draft("TIME", day[:10] + time, days, anchor=anchor, is_reference=len(day) >= 10)


def _time(piece: Piece) -> str | None:
    """The time as `HH:MM`, with `Z` for GMT and UTC; `None` for a number that is no time."""
    noon = piece.get("NOON")
    if noon:
        return noon
    token, written = next(piece.tokens("CLOCK", "CLOCKPM", "CLOCK4", "HOURN"), (piece.start, ""))
    digits = re.findall(r"\d+", written)
    if not digits or ("." in written and not piece.get("AMPM", "CLOCKPM", "ZONE")):
        return None
    hour, minute = (
        (digits[0], digits[1])
        if len(digits) > 1
        else (digits[0][:2], digits[0][2:])
        if len(digits[0]) == 4
        else (digits[0], "00")
    )
    half = piece.get("AMPM") or re.sub(r"[^A-Z]", "", (piece.get("CLOCKPM") or "").upper())
    number = int(hour) % 12 + 12 * (half == "PM") if half else int(hour)
    if number > 24 or (not half and _is_score(piece, token)):
        return None
    return f"{number:02}:{minute}" + ("Z" if any(w in ZULU for w in piece.words) else "")


def _is_score(piece: Piece, token: int) -> bool:
    """Whether "2:1" or "3:45" stands where a time would not: no zone, and not after a word of time."""
    if piece.get("ZONE") or piece.has("hours", "o'clock") or _date_piece(piece) is not None:
        return False
    return len(piece.parse.words[token]) < 4 or not piece.parse.words[token][-2:].isdigit()


def _date_piece(piece: Piece) -> Piece | None:
    """The part of a piece that names its day."""
    found = [t for t in range(piece.start, piece.end) if DATE_CLASSES & classes_of(piece.parse.words[t]).keys()]
    if not found:
        return None
    before = [t for t, _ in piece.tokens(*HOURS, "AMPM", "ZONE") if t < found[0]]
    if before:
        after = before[-1]
        start = next(
            t
            for t in range(after + 1, piece.end)
            if t >= found[0] or {"DAYN", "ORD", "REL"} & classes_of(piece.parse.words[t]).keys()
        )
        return piece.cut(start, piece.end)
    ends = [t for t, _ in piece.tokens(*HOURS) if t > found[0]]
    hour = next((t - 1 for t, _ in piece.tokens("AMPM")), None)
    end = min([*ends, *([hour] if hour is not None and not ends else []), piece.end])
    return piece.cut(piece.start, end)


def _read_date(scene: Scene, piece: Piece) -> Draft | None:
    if piece.get("DEICTIC"):
        return deictic(scene, piece)
    if piece.get("MONTH", "MONTHAB", "ISODATE", "SLASHDATE", "DOTDATE"):
        return calendar(scene, piece)
    return weekday(scene, piece)


def from_day(scene: Scene, piece: Piece) -> Draft | None:
    """ "a week from Friday", "ten days from June 3": counted from the day named."""
    link = next(t for t in range(piece.start, piece.end) if piece.parse.lower[t] == "from")
    named = _read_date(scene, piece.cut(link + 1, piece.end))
    number, sizes = quantity(piece.cut(piece.start, link))
    unit = piece.get("UNIT", "UNITS") or "D"
    if named is None or named.days is None or named.days[0] is None or sizes is not None or unit not in ("D", "W"):
        return None
    return relative(scene, piece, shift(named.days[0], int(float(number)), unit), "D", "named")


def part_of_day(scene: Scene, piece: Piece) -> Draft | None:
    """ "Thursday night", "this morning", "last night", "the morning of March 3", "early Friday", "overnight"."""
    part = _part(piece)
    date_piece = _date_piece(piece)
    if date_piece is not None:
        draft = _read_date(scene, date_piece)
        if draft is None or draft.days is None:
            return None
        if part is None:
            return dated(piece, draft.value, draft.days, draft.anchor)
        return timed(piece, draft.value, f"T{part}", draft.days, draft.anchor)
    if not scene.is_day_known or part is None:
        return piece.draft("TIME", f"XXXX-XX-XXT{part or 'NI'}")
    if piece.words[-1] in ("before", "after") and has_object(piece, piece.end - 1):
        return piece.cut(piece.start, piece.end - 1).draft("TIME", f"XXXX-XX-XXT{part}")
    day, anchor = _part_day(scene, piece)
    if day is None:
        return piece.draft("TIME", f"XXXX-XX-XXT{part}")
    first = day - timedelta(1) if piece.has("overnight") and scene.tense(piece) != "future" else day
    return timed(piece, day.isoformat(), f"T{part}", (first, day), anchor)


def _part(piece: Piece) -> str | None:
    if piece.has("hours"):
        return "MO"
    return piece.get("PART", "TONIGHT")


def _part_day(scene: Scene, piece: Piece) -> tuple[date | None, str]:
    """The day of "last night", "that evening", "the next morning", "the night before", "tonight"."""
    rel = next((piece.parse.lower[t] for t, _ in piece.tokens("REL")), "")
    mentioned = scene.mentioned()
    if rel in ("that", "same", "following", "previous", "next", "preceding") or piece.has("before", "after"):
        if mentioned is not None:
            step = -1 if rel in BACK or piece.has("before") else 1 if rel in AHEAD or piece.has("after") else 0
            return shift(mentioned, step, "D"), "mentioned"
        return (None if rel in ("that", "same") else scene.today), "published"
    return shift(scene.today, -1 if rel in BACK else 0, "D"), "published"

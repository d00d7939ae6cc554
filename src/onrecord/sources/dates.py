"""A written date -> an ISO date, date-time or partial date; nothing is ever guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from onrecord.errors import SourceError

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
"""A month's English name or its usual short form, as a piece of a regular expression (ignore case)."""

YEARS = range(1700, 2200)
"""A year outside is taken for a slip of the pen."""

_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = r"(?:,?\s+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:\s*(?P<half>[ap])\.?m\.?)?(?:\s+(?P<zone>UTC|GMT|Z))?)?"
_FORMS = [
    re.compile(pattern + r"\s*", re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})",
        r"(?P<year>\d{4})[-/](?P<month>\d{1,2})",
        r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})" + _TIME,
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})" + _TIME,
        rf"{_WEEKDAY}(?P<name>{MONTH}),?\s+(?P<year>\d{{4}})",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>{MONTH}),?\s+(?P<year>\d{{4}})" + _TIME,
        rf"{_WEEKDAY}(?P<name>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})" + _TIME,
    )
]
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
_URL_DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-](0?[1-9]|1[0-2])(?:[/_-](0?[1-9]|[12]\d|3[01]))?(?!\d)")


def parse_date(value: str | date) -> str:
    """An ISO form of a publication date: `2025-01-06`, `2025-01-06T09:30:00+01:00`, or the partial `2025-01`, `2025`.

    Takes ISO 8601, RFC 2822 ("Mon, 6 Jan 2025 09:30:00 +0100"), "6 January 2025", "Jan. 6, 2025, 9:30 a.m.", "2025/01/06",
    "06.01.2025" (day first), "January 2025", "2025". An offset is kept as given, so that the first ten characters are the day
    as the outlet counts it; a date-time without one stays without.

    Raises:
        SourceError: no date in one of these forms, a day that does not exist, a year outside `YEARS`, or the form 01/02/2025,
            which two halves of the world read differently.
    """
    if isinstance(value, date):
        return _checked(value.isoformat())
    text = value.strip()
    if _SLASHED.match(text):
        raise SourceError(f"date {text!r} can be read two ways: write it as YEAR-MONTH-DAY")
    found = _parse_form(text) or _parse_iso(text) or _parse_rfc2822(text)
    if found is None:
        raise SourceError(f"no date in {text[:60]!r}: write it as 2025-01-06, 2025-01-06T09:30:00Z, 2025-01 or 2025")
    return _checked(found)


def find_url_date(url: str) -> str | None:
    """The day or month that an address has in its path (`/2025/01/06/`, `/2025-01/`); `None` where there is none."""
    path = url.split("//", 1)[-1].partition("/")[2].partition("?")[0]
    match = _URL_DATE.search(path)
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        return parse_date(f"{year}-{int(month):02}-{int(day):02}" if day else f"{year}-{int(month):02}")
    except SourceError:
        return None


def month_number(name: str) -> int:
    """1 to 12 for a name that `MONTH` matches."""
    return _MONTHS.index(name[:3].lower()) + 1


def _checked(found: str) -> str:
    if int(found[:4]) not in YEARS:
        raise SourceError(f"the year of {found!r} is not between {YEARS.start} and {YEARS.stop - 1}")
    return found


def _parse_iso(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _parse_rfc2822(text: str) -> str | None:
    if re.fullmatch(r"[A-Za-z]{3,9},\s.{8,60}|\d{1,2}\s[A-Za-z]{3}\s.{8,40}", text) is None:
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _parse_form(text: str) -> str | None:
    match = next((found for form in _FORMS if (found := form.fullmatch(text))), None)
    if match is None or not text.isascii():  # \d takes digits of every script
        return None
    parts = match.groupdict()
    month = month_number(parts["name"]) if parts.get("name") else int(parts.get("month") or 0)
    try:
        if not month:
            return parts["year"] if parts.get("month") is None else None
        if not parts.get("day"):
            return date(int(parts["year"]), month, 1).isoformat()[:7]
        day = date(int(parts["year"]), month, int(parts["day"]))
        return _with_time(day, parts).isoformat() if parts.get("hour") else day.isoformat()
    except ValueError:
        return None


def _with_time(day: date, parts: dict[str, str]) -> datetime:
    hour = int(parts["hour"])
    if parts.get("half"):
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if parts["half"].lower() == "p" else 0)
    clock = f"{hour:02}:{parts['minute']}:00{'+00:00' if parts.get('zone') else ''}"
    return datetime.fromisoformat(f"{day.isoformat()}T{clock}")

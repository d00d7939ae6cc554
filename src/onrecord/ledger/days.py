"""A date as news gives it, often only a month or a year, goes in; the first and the last day it can mean come out."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?\Z", re.ASCII | re.DOTALL)


def find_days(text: str | None) -> tuple[str, str] | None:
    """The first and last ISO day of `2024`, `2024-05`, `2024-05-07` or a date-time (its day as written); else `None`."""
    match = _DATE.match(text or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    last_month = month or 12
    last = first if day else date(first.year, last_month, monthrange(first.year, last_month)[1])
    return first.isoformat(), last.isoformat()

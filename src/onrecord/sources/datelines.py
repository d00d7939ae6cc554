"""A paragraph's beginning -> the dateline in it: place, date, agency, and where it ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.errors import SourceError
from onrecord.sources.dates import MONTH, month_number, parse_date

MAX_CHARS = 120
"""No dateline is longer; the search never looks further into a paragraph."""

_DAY = rf"(?:(?P<name>{MONTH})\s(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s(?P<name2>{MONTH}))(?:,?\s(?P<year>\d{{4}}))?"
_UPPER = r"[^\W\d_a-z][^\Wa-z_]*(?:[ '’./-]{1,2}[^\Wa-z_]+){0,4}"
_NAME = r"[^\W\d_][\w'’.-]*(?:\s[\w'’.-]+){0,3}"
_DATELINE = re.compile(
    rf"(?P<place>{_UPPER}|{_NAME}(?=[^()\n]{{0,60}}\())(?P<region>(?:,\s(?!(?i:{MONTH})|\d){_NAME}){{0,2}})"
    rf"(?:,\s(?i:{_DAY}))?(?:\s\((?P<agency>[^()\n]{{2,40}})\))?\s?(?:[—–]|--?(?=\s|\Z)|―)"
)


class Dateline(NamedTuple):
    """A dateline. `end` is its length with the dash; `month_day` is `01-05` and `year` `2025`, each `None` if not written."""

    end: int
    place: str
    agency: str | None
    year: str | None
    month_day: str | None


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline that opens a paragraph ("KYIV, Jan 5 (Agency) -", "GENEVA —"), or `None`.

    A place not in capitals counts only with an agency in brackets: "Prices (in euros) - ..." would otherwise be one.
    """
    match = _DATELINE.match(paragraph[:MAX_CHARS])
    if match is None or len(match["place"]) < 3:
        return None
    month, day = match["name"] or match["name2"], match["day"] or match["day2"]
    month_day = f"{month_number(month):02}-{int(day):02}" if month else None
    return Dateline(match.end(), match["place"] + match["region"], match["agency"], match["year"], month_day)


def complete_date(published: str | None, dateline: Dateline) -> str | None:
    """What a dateline adds to a publication date: a day where none is known, or `None` when it adds nothing.

    Its own year is used when no date is known; a bare year or month that is known is completed by its day ("2025" and "Jan 5").
    A year is never guessed.
    """
    if dateline.month_day is None:
        return None
    year = published[:4] if published else dateline.year
    if year is None or (published and not f"{year}-{dateline.month_day}".startswith(published)):
        return None
    if published and (len(published) > 7 or dateline.year not in (None, year)):
        return None
    try:
        return parse_date(f"{year}-{dateline.month_day}")
    except SourceError:
        return None

"""A person's terms and a day -> the term that covers it, and how sure that is."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.actors.kbdata import Person, Term

STALE_PER_YEAR = 0.12
"""Confidence lost for each year between the day a term was last seen open and the day asked for; never below `STALE_FLOOR`."""

STALE_FLOOR = 0.35
"""What such a confidence never falls below."""

UNKNOWN_DATE_CONFIDENCE = 0.5
"""That of a term that has ended, where no day is asked for."""


_DAY = re.compile(r"[12]\d{3}(?:-\d\d(?:-\d\d)?)?(?![\d-])")


HEADS = frozenset({"head_of_state", "head_of_government"})
LEADERS = HEADS | {"leader"}
"""What those are called who lead a state: by their office, or by the word for any of them."""

WORLD_LEADERS = LEADERS | {"secretary_general"}


class Found(NamedTuple):
    """A person, the term that covers the day asked for (the last one when none does), and how sure that is, in [0, 1]."""

    person: Person
    term: Term | None
    confidence: float


def day_of(published: str | None) -> str | None:
    """The day, or the month or year, on which offices are looked up; `None` where a publication date is none.

    >>> day_of("2025-01-06T09:30:00Z"), day_of("2025-01"), day_of("last week")
    ('2025-01-06', '2025-01', None)
    """
    match = _DAY.match(published or "")
    return match[0] if match else None


def term_confidence(term: Term, date: str | None) -> float:
    """How sure it is that a term ran on a day, in [0, 1]; 0 when it did not. The day is an ISO date, whole or partial."""
    if date is None:
        return UNKNOWN_DATE_CONFIDENCE if term.end else 0.9
    if term.start[: len(date)] > date[: len(term.start)]:
        return 0.0
    if term.end:
        if term.end < date[: len(term.end)]:
            return 0.0
        return 0.95 if term.basis != "inferred" else 0.85
    if not term.as_of or date[: len(term.as_of)] <= term.as_of:
        return 0.95
    return max(STALE_FLOOR, 0.9 - STALE_PER_YEAR * _years_between(term.as_of, date))


def runs_on(term: Term, date: str | None) -> bool:
    """Whether a term ran, or was open, on a day."""
    return term_confidence(term, date) > 0 and (date is not None or not term.end)


def _years_between(earlier: str, later: str) -> float:
    def months(day: str) -> int:
        parts = (*map(int, day.split("T")[0].split("-")), 1)
        return parts[0] * 12 + parts[1]

    return max(0, months(later) - months(earlier)) / 12


def best_term(person: Person, date: str | None) -> Found:
    """The surest of a person's terms on a day, the higher office of two; else the last one begun by then."""
    best: Found | None = None
    for term in person.terms:
        confidence = term_confidence(term, date)
        found = Found(person, term, confidence)
        if confidence and (best is None or _order(found) >= _order(best)):
            best = found
    if best is not None:
        return best
    earlier = [term for term in person.terms if date is None or term.start <= date]
    return Found(person, earlier[-1] if earlier else None, 0.2 if earlier else 0.1)


def _order(found: Found) -> tuple[float, float, str]:
    return found.confidence, rank_of(found.term), found.term.start if found.term else ""


_RANKS = {
    "head_of_state": 0.6,
    "head_of_government": 0.6,
    "secretary_general": 0.5,
    "foreign_minister": 0.4,
    "defence_minister": 0.4,
}


def rank_of(term: Term | None) -> float:
    """How likely the news means who holds such an office, in [0, 1]."""
    return _RANKS.get(term.office, 0.1) if term else 0.0


def office_key(term: Term) -> str:
    """An office, with the body it heads where it heads one."""
    return f"{term.office}@{term.body}" if term.body else term.office


def has_title(term: Term, office: str) -> bool:
    """Whether a term fits the word asked for: a president may be either head by the title, never a king or a premier."""
    if office != "president":
        return True
    title = term.title.lower()
    return "president" in title or (not title and term.office == "head_of_state")

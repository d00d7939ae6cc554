"""Days and TIMEX3 values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.times.days import days_of, easter, grain_of, shift, third, value_at

DAYS = st.dates(date(1000, 1, 1), date(2500, 12, 31))


@given(DAYS, st.sampled_from(["D", "W", "WE", "M", "Q", "H", "S", "Y", "DE", "CE"]))
def test_value_of_a_day_covers_it(day: date, grain: str) -> None:
    days = days_of(value_at(day, grain))
    assert days is not None
    first, last = days
    assert first <= last
    assert first <= day <= last or (grain == "WE" and 0 < (first - day).days < 7)


@given(DAYS, st.sampled_from(["D", "W", "WE", "M", "Q", "H", "Y", "DE", "CE"]))
def test_grain_of_a_value_is_that_it_was_made_at(day: date, grain: str) -> None:
    assert grain_of(value_at(day, grain)) == grain


@given(DAYS, st.integers(-(10**9), 10**9), st.sampled_from(["D", "W", "M", "Y", "DE", "CE", "TH", "3M"]))
def test_step_gives_a_day_or_none(day: date, number: int, unit: str) -> None:
    there = shift(day, number, unit)
    assert there is None or isinstance(there, date)


@given(DAYS, DAYS, st.sampled_from(["START", "MID", "END"]))
def test_third_lies_inside(one: date, other: date, edge: str) -> None:
    first, last = min(one, other), max(one, other)
    begin, end = third((first, last), edge)
    assert first <= begin <= end <= last


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-W09", "2022-02-28", "2022-03-06"), ("2022-W09-WE", "2022-03-05", "2022-03-06"),
        ("2022-Q1", "2022-01-01", "2022-03-31"), ("2022-WI", "2022-12-01", "2023-02-28"),
        ("199", "1990-01-01", "1999-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ],
)  # fmt: skip
def test_value_names_its_days(value: str, first: str, last: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("start", "number", "unit", "end"), [("2024-01-31", 1, "M", "2024-02-29"), ("2024-02-29", -1, "Y", "2023-02-28")]
)
def test_step_ends_at_the_last_day_of_a_shorter_month(start: str, number: int, unit: str, end: str) -> None:
    assert shift(date.fromisoformat(start), number, unit) == date.fromisoformat(end)


@pytest.mark.parametrize("day", ["2000-04-23", "2024-03-31", "2025-04-20"])
def test_easter_is_that_of_the_calendar(day: str) -> None:
    assert easter(int(day[:4])) == date.fromisoformat(day)

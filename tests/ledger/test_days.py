"""Dates as news gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ledger.days import find_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-05-07", ("2024-05-07", "2024-05-07")),
        ("2024-05-07T23:30:00+03:00", ("2024-05-07", "2024-05-07")),
        ("2024-05-07 09:00", ("2024-05-07", "2024-05-07")),
        ("2024-13", None),
        ("2024-02-30", None),
        ("0000", None),
        ("24-05-07", None),
        ("2024-05-07x", None),
        ("٢٠٢٤", None),
        ("Monday", None),
        ("", None),
        (None, None),
    ],
)
def test_date_is_its_first_and_last_day(text: str | None, days: tuple[str, str] | None) -> None:
    assert find_days(text) == days


@given(st.dates(), st.sampled_from([4, 7, 10]))
def test_a_day_lies_in_each_shorter_form_of_it(day: object, length: int) -> None:
    days = find_days(str(day)[:length])
    assert days is not None
    assert days[0] <= str(day) <= days[1]


@given(st.text(st.characters()))
def test_no_text_is_an_error(text: str) -> None:
    find_days(text)

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SourceError
from onrecord.sources.dates import find_url_date, parse_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025-01-06", "2025-01-06"),
        ("20250106", "2025-01-06"),
        ("2025/1/6", "2025-01-06"),
        ("06.01.2025", "2025-01-06"),
        ("2025-01", "2025-01"),
        ("2025", "2025"),
        ("January 2025", "2025-01"),
        ("6 January 2025", "2025-01-06"),
        ("6th of Jan 2025", "2025-01-06"),
        ("Jan. 6, 2025", "2025-01-06"),
        ("Monday, January 6, 2025", "2025-01-06"),
        ("Sept 6 2025, 9:30 p.m.", "2025-09-06T21:30:00"),
        ("6 May 2025 at 12:05 am", "2025-05-06T00:05:00"),
        ("6 May 2025 09:30 GMT", "2025-05-06T09:30:00+00:00"),
        ("2025-01-06T09:30:00Z", "2025-01-06T09:30:00+00:00"),
        ("2025-01-06 09:30", "2025-01-06T09:30:00"),
        ("2025-01-06T23:30:00+03:00", "2025-01-06T23:30:00+03:00"),
        ("Mon, 06 Jan 2025 09:30:00 +0100", "2025-01-06T09:30:00+01:00"),
        (date(2025, 1, 6), "2025-01-06"),
        (datetime(2025, 1, 6, 9, tzinfo=UTC), "2025-01-06T09:00:00+00:00"),
    ],
)
def test_written_date_becomes_iso(written: str | date, iso: str) -> None:
    assert parse_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "31 February 2025",
        "2025-13",
        "2025-02-30",
        "01/02/2025",
        "0024-05-01",
        "9999",
        "6 May 2025 25:00",
        "٢٠٢٥-٠١",
        "1736150400",
    ],
)
def test_what_is_no_date_is_an_error_that_shows_it(written: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_date(written)
    assert written in str(caught.value)


@given(
    st.dates(date(1700, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y", "%Y/%m/%d"]),
)
def test_every_day_in_every_form_is_that_day(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day.isoformat()


@given(st.text())
def test_any_text_is_a_date_or_an_error_of_ours(text: str) -> None:
    with suppress(SourceError):
        assert parse_date(parse_date(text)) == parse_date(text)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/world/2025/01/06/ferry", "2025-01-06"),
        ("https://a.example/2025/1/ferry", "2025-01"),
        ("https://a.example/ferry-2025-01-06.html", "2025-01-06"),
        ("https://a.example/ferry?d=2025-01-06", None),
        ("https://a.example/2025/02/31/ferry", None),
        ("https://a.example/12025/01/06", None),
        ("https://2025-01-06.example/ferry", None),
    ],
)
def test_address_tells_the_day_only_in_its_path(url: str, day: str | None) -> None:
    assert find_url_date(url) == day

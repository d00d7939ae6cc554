from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources import article_from_text
from onrecord.sources.datelines import MAX_CHARS, find_dateline


@pytest.mark.parametrize(
    ("paragraph", "dateline", "agency", "month_day", "year"),
    [
        ("ORVAN, Jan 5 (Meridian) - The president said", "ORVAN, Jan 5 (Meridian) -", "Meridian", "01-05", None),
        ("ORVAN — The president said", "ORVAN —", None, None, None),
        ("PORT ELISE, Tarnia, Jan. 5, 2025 (MNA) -- The", "PORT ELISE, Tarnia, Jan. 5, 2025 (MNA) --", "MNA", "01-05", "2025"),
        ("SÃO TELMO, 5 January (Meridian) – The", "SÃO TELMO, 5 January (Meridian) –", "Meridian", "01-05", None),
        ("Port Elise (Meridian) - The", "Port Elise (Meridian) -", "Meridian", None, None),
        ("ORVAN/PORT ELISE (Meridian) - The", "ORVAN/PORT ELISE (Meridian) -", "Meridian", None, None),
    ],
)
def test_dateline_is_found_with_its_parts(
    paragraph: str, dateline: str, agency: str | None, month_day: str | None, year: str | None
) -> None:
    found = find_dateline(paragraph)
    assert found is not None
    assert paragraph[: found.end] == dateline
    assert (found.agency, found.month_day, found.year) == (agency, month_day, year)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The president - who had been ill - said",
        "UN-backed talks failed on Monday.",
        "Prices rose - again.",
        "US - Russia talks",
        "MPs said - quietly - that they would resign.",
        "",
    ],
)
def test_sentence_with_a_dash_is_no_dateline(paragraph: str) -> None:
    assert find_dateline(paragraph) is None


@given(st.text(alphabet="ABÉ ,.-()—1aü\n"))
def test_dateline_ends_in_its_paragraph(paragraph: str) -> None:
    found = find_dateline(paragraph)
    assert found is None or 0 < found.end <= min(len(paragraph), MAX_CHARS)


@pytest.mark.parametrize(
    ("dateline", "published", "day", "basis"),
    [
        ("ORVAN, Jan 5, 2025 (Meridian) -", None, "2025-01-05", "dateline"),
        ("ORVAN, Jan 5 (Meridian) -", None, None, None),
        ("ORVAN, Jan 5 (Meridian) -", "2025", "2025-01-05", "dateline"),
        ("ORVAN, Jan 5 (Meridian) -", "2025-01", "2025-01-05", "dateline"),
        ("ORVAN, Jan 5 (Meridian) -", "2025-02", "2025-02", "given"),
        ("ORVAN, Jan 5 (Meridian) -", "2025-01-06", "2025-01-06", "given"),
        ("ORVAN, Feb 30, 2025 (Meridian) -", None, None, None),
        ("ORVAN, Jan 5, 2024 (Meridian) -", "2025", "2025", "given"),
    ],
)
def test_dateline_completes_a_date_and_never_guesses_a_year(
    dateline: str, published: str | None, day: str | None, basis: str | None
) -> None:
    article = article_from_text(f"Ferry runs again\n\n{dateline} The ferry runs.", published=published)
    assert (article.published, article.published_basis) == (day, basis)

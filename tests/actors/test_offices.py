"""Titles fall into the class they name, and a president of something less than a state heads none."""

from __future__ import annotations

import pytest

from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.offices import office_of


@pytest.mark.parametrize(
    "title",
    [
        "President of the Senate",
        "President of the Regional Council",
        "President of the Supreme Court",
        "president of the Federal Council",
    ],
)
def test_president_of_a_part_of_the_state_is_no_head_of_state(title: str) -> None:
    assert office_of(title) != "head_of_state"


@pytest.mark.parametrize(
    ("country", "date", "surname"),
    [
        ("RUS", "1998-05-01", "Yeltsin"),
        ("ESP", "2016-05-01", "Felipe"),
        ("AUT", "2018-05-01", "Van der Bellen"),
        ("ITA", "2014-03-01", "Napolitano"),
    ],
)
def test_state_is_headed_by_its_own_head(country: str, date: str, surname: str) -> None:
    found = KnowledgeBase.load().office_holder(country, "head_of_state", date)
    assert found is not None
    assert surname.lower() in found.person.name.lower()


@pytest.mark.parametrize(
    "title",
    [
        "Deputy Minister of Foreign Affairs",
        "Vice Foreign Minister",
        "Assistant Secretary of Defense for Space",
        "Deputy Minister of Finance",
    ],
)
def test_deputy_is_a_minister_of_no_portfolio_of_ours(title: str) -> None:
    assert office_of(title) == "minister"


def test_deputy_does_not_come_before_the_minister() -> None:
    found = KnowledgeBase.load().office_holder("RUS", "foreign_minister", "2025-06-01")
    assert found is not None
    assert found.person.name == "Sergei Lavrov"

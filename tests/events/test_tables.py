"""The tables the events stage reads."""

from __future__ import annotations

from onrecord.events.tables import country_names


def test_states_have_names() -> None:
    assert country_names()["URY"] == "Uruguay"

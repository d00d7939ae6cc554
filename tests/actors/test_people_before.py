"""Described people of whom no country is told have the one that the sentences before tell."""

from __future__ import annotations

import pytest

from actor_stage import resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "country"),
    [
        ("Chad set free four Danes on Sunday. The captives were flown out.", "captives", "DNK"),
        ("Egyptian jets hit a depot in Khartoum. Residents counted six dead.", "Residents", "SDN"),
        ("An Irish court freed two Greek sailors. They had shot three farmers.", "farmers", "IRL"),
        ("Chad hired Serbian mechanics. The mechanics live in a hotel.", "mechanics", "SRB"),
        ("A Greek cutter halted a ship off Libya. The crew was taken ashore.", "crew", None),
    ],
    ids=["nation", "place", "other side", "same people", "ship"],
)  # fmt: skip
def test_described_people_have_the_country_told_before(text: str, word: str, country: str | None) -> None:
    found, at = resolve(text), text.rindex(word)
    mention = next(m for m in found.mentions if m.span.start <= at < m.span.end)
    assert next(actor.country for actor in found.actors if actor.id == mention.actor) == country

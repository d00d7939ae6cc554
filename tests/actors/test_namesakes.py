"""A surname of two: title, gender, pronoun, order and prominence say who is meant."""

from __future__ import annotations

import pytest

from actor_stage import resolve

pytestmark = pytest.mark.model


def last_named(text: str, name: str) -> str:
    """The full name of the last mention of a surname."""
    found, at = resolve(text), text.rindex(name)
    mention = next(m for m in found.mentions if m.span.start <= at < m.span.end)
    return next((actor.name for actor in found.actors if actor.id == mention.actor), "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Carla Brandt and her husband, Peter Brandt, were tried. Mr. Brandt said nothing.", "Peter Brandt"),
        ("Peter Brandt praised his wife, Carla Brandt, at a rally. Mrs. Brandt smiled.", "Carla Brandt"),
        ("Peter Brandt was shot. His widow, Carla Brandt, saw it. Brandt hid in a shed.", "Carla Brandt"),
        ("Peter Brandt and Carla Brandt toured the north. Brandt told his guests to vote.", "Peter Brandt"),
        ("Brandt spoke. Peter Brandt, the mayor, met his brother, Karl Brandt. At noon Brandt left.", "Peter Brandt"),
    ],
    ids=["honorific", "wife", "nearest", "pronoun", "called so"],
)  # fmt: skip
def test_surname_of_two_is_who_is_told(text: str, name: str) -> None:
    assert last_named(text, "Brandt") == name


def test_name_takes_no_role_from_beyond_its_verb() -> None:
    later = "Less than 48 hours later, Calder and Moss are together again, this time at the Institute for Rural Growth"
    found = resolve(f"Ines Calder is a deputy. {later}, the Bergen think tank where they met.")
    assert [actor.type for actor in found.actors if "Calder" in actor.name] == ["person"]

"""Those who are hit when the sentence names a thing or a number."""

from __future__ import annotations

import pytest

from events.coding import coded

pytestmark = pytest.mark.model
WAR = "[Chad]{TCD} bombed [Niger]{NER} on Monday. "


def countries(source: str, number: int = -1) -> set[str | None]:
    found = coded(source)
    actors = {actor.id: actor for actor in found.actors}
    return {actors[i].country for i in found.events[number].recipients}


def test_people_in_what_is_hit_belong_to_its_owner() -> None:
    assert countries("[Chad]{TCD} shelled a [Nigerien]{NER} border post.") == {"NER"}


def test_thing_named_again_keeps_its_owner() -> None:
    text = "A [Greek]{GRC} tanker left port. [Chad]{TCD} fired at the tanker."
    assert countries(text) == {"GRC"}


def test_village_that_is_shelled_is_of_the_other_side() -> None:
    assert countries(WAR + "[Chad]{TCD} shelled a village overnight.") == {"NER"}


def test_village_that_is_taken_stays_a_place() -> None:
    assert countries(WAR + "[Chad]{TCD} occupied a village overnight.") == set()


def test_thing_of_no_known_side_is_nobody() -> None:
    assert countries("[Chad]{TCD} shelled a village overnight.") == set()


def test_thing_of_no_known_side_is_of_who_is_hit_beside_it() -> None:
    text = WAR + "[Chad]{TCD} shelled two [Nigerien]{NER} farms, and mortars fell on a school."
    assert countries(text) == {"NER"}


def test_what_a_countryman_is_accused_of_hitting_is_at_home() -> None:
    text = WAR + "[The miners' union]{TCDREB} accused [Chad]{TCD} of shelling a village."
    assert countries(text) == {"TCD"}

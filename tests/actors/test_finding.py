"""What a headline writes large, a dateline's place and agency and buildings are no actors."""

from __future__ import annotations

import pytest

from actor_stage import resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("headline", "words"),
    [("LAKESIDE MASSACRE", "LAKESIDE MASSACRE"), ("Dike Failure Drowns Old Quarter", "Dike Failure")],
)
def test_words_that_a_headline_writes_large_are_no_person(headline: str, words: str) -> None:
    found = resolve(f"{headline}\n\nSoldiers came at dawn. [A nurse]{{source}} [said]{{cue}} [nobody slept]{{content}}.")
    assert words not in {actor.name for actor in found.actors}


def test_a_person_of_a_headline_with_capitals_who_comes_back_below_is_one() -> None:
    found = resolve("One Night With Osei Grambo\n\n[Osei Grambo]{source} [said]{cue} [he was tired]{content}.")
    assert sum(actor.type == "person" for actor in found.actors) == 1
    assert len(found.mentions) >= 3


def test_the_agency_and_the_place_of_a_dateline_take_no_part() -> None:
    found = resolve("TARVELI, May 4 (Gulf Cable) - [It]{source} [said]{cue} [two boats sank]{content}, and a clerk cried.")
    assert found.attributions[0].holder is None
    assert not {actor.name for actor in found.actors} & {"TARVELI", "Gulf Cable"}


@pytest.mark.parametrize(
    ("text", "is_actor"), [("Nine men slept at the camp.", False), ("The camp has no water, and the camp asked for help.", True)]
)
def test_a_building_in_which_something_happens_is_no_actor(text: str, is_actor: bool) -> None:
    assert any(actor.name.endswith("camp") for actor in resolve(text).actors) == is_actor


@pytest.mark.parametrize(
    "text",
    ["Hezbollah, the armed group that fought Israel, shut a road.", "Israel shelled Hezbollah, an armed group backed by Iran."],
)
def test_what_a_body_is_called_behind_its_name_is_the_body(text: str) -> None:
    found = resolve(f"{text} [Israel]{{source}} [said]{{cue}} [it was late]{{content}}.")
    assert not [actor.name for actor in found.actors if "armed group" in actor.name]

"""Peoples go by their own names, those within a state too."""

from __future__ import annotations

import pytest

from actor_stage import holder, resolve

pytestmark = pytest.mark.model


@pytest.mark.parametrize(("people", "name"), [("The Russians", "Russians"), ("Angolans", "Angolans")])
def test_a_people_goes_by_its_own_name_in_the_plural(people: str, name: str) -> None:
    actor = holder(resolve(f"[{people}]{{source}} [said]{{cue}} [the harvest was poor]{{content}}."))
    assert actor is not None
    assert (actor.name, actor.sector) == (name, ("CVL",))


def test_a_people_within_a_state_is_not_the_whole_people() -> None:
    assert {"Russians", "Chechens"} <= {
        actor.name
        for actor in resolve("Chechens wrote to the Russians. [A clerk]{source} [said]{cue} [it rained]{content}.").actors
    }

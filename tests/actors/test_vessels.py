"""Ships and their crews, and others whose country stands beside them or is the writer's own."""

from __future__ import annotations

import pytest

from actor_stage import holder, resolve

pytestmark = pytest.mark.model
LEAD = "Omani patrol boats stopped {ship} on Friday. Oman fined its owner. "


def country(source: str) -> str | None:
    actor = holder(resolve(source))
    assert actor is not None
    return actor.country


@pytest.mark.parametrize("ship", ["a Danish freighter", "the Danish-flagged ferry Solvej"])
def test_a_crew_is_of_the_country_of_its_ship(ship: str) -> None:
    assert country(LEAD.format(ship=ship) + "[The crew]{source} [said]{cue} [the engine failed]{content}.") == "DNK"


def test_a_crew_whose_ship_is_told_nothing_is_of_the_country_in_focus() -> None:
    assert country(LEAD.format(ship="a freighter") + "[The crew]{source} [said]{cue} [the engine failed]{content}.") == "OMN"


def test_the_name_of_a_ship_is_no_persons() -> None:
    found = resolve(LEAD.format(ship="the Danish ferry Solvej Holm") + "[A clerk]{source} [said]{cue} [she was safe]{content}.")
    named = next(actor for actor in found.actors if actor.name == "Solvej Holm")
    assert (named.type, named.country) == ("unnamed", "DNK")


def test_people_are_of_the_country_they_are_said_to_be_of_behind_a_comma() -> None:
    lead = "A school in Kenya was closed. The two nurses, both Malians, slept there. "
    found = resolve(lead + "[A clerk]{source} [said]{cue} [it was cold]{content}.")
    assert "MLI" in {actor.country for actor in found.actors if actor.name.endswith("nurses")}


def test_our_outside_quotation_marks_is_the_side_of_the_article() -> None:
    lead = "Togo's army held the hills. Togo mourned in Kara and in Lome. Benin lied again. "
    assert country(lead + "[Our farmers]{source} [said]{cue} [the road was cut]{content}.") == "TGO"


def test_whom_a_foreign_consul_praises_is_of_the_country_the_article_is_about() -> None:
    found = resolve(
        "Uruguay mourned in Montevideo. Uruguay's dockers struck. Uruguay sent nurses. The Danish consul praised the nurses."
        " [A clerk]{source} [said]{cue} [it was late]{content}."
    )
    assert {actor.country for actor in found.actors if actor.name.endswith("nurses")} == {"URY"}

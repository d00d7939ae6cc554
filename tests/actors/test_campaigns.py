"""Campaigns for an office are bodies of whoever runs; other campaigns are none."""

from __future__ import annotations

import pytest

from actor_stage import holder, resolve
from onrecord.records import Actor

pytestmark = pytest.mark.model
LEAD = "Ana Bello toured Nigeria on Monday. Two buses followed. "


def speaker(source: str) -> Actor | None:
    return holder(resolve(f"{LEAD}[{source}]{{source}} [said]{{cue}} [the halls were full]{{content}}."))


@pytest.mark.parametrize("source", ["The Bello campaign", "Bello's re-election campaign"])
def test_a_campaign_is_a_party_body_of_whom_it_is_of(source: str) -> None:
    found = speaker(source)
    assert found is not None
    assert (found.name, found.type, found.country, found.sector) == ("Bello campaign", "organisation", "NGA", ("PTY",))


def test_the_campaign_is_the_one_that_came_up_last() -> None:
    lead = LEAD + "The Bello campaign opened an office. "
    found = holder(resolve(lead + "[The campaign]{source} [said]{cue} [it was full]{content}."))
    assert found is not None and found.name == "Bello campaign"


@pytest.mark.parametrize("phrase", ["The Sudanese campaign", "Sudan's bombing campaign"])
def test_a_war_has_no_campaign_office(phrase: str) -> None:
    lead = f"Ana Bello toured Nigeria on Monday. {phrase} went on. "
    found = resolve(lead + "[A clerk]{source} [said]{cue} [the halls were full]{content}.")
    assert "Sudan" in {actor.name for actor in found.actors}
    assert not any(actor.sector == ("PTY",) for actor in found.actors)


def test_we_of_a_candidates_spokesman_is_the_campaign_not_the_state() -> None:
    lead = "American voters met on Monday. Ana Bello ran for the Senate. The Bello campaign opened an office. "
    source = '["We rented a hall,"]{content} [Bello spokesman Carl Moss]{source} [said]{cue}.'
    found = resolve(lead + source, ("", "direct", None))
    names = {actor.id: actor.name for actor in found.actors}
    assert [names.get(mention.actor or "") for mention in found.mentions if mention.kind == "pronoun"] == ["Bello campaign"]

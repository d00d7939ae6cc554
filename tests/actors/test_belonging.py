"""Parties and parts of a country that a role is told of part those who bear it, and some lawmakers from all."""

from __future__ import annotations

import pytest

from actor_stage import holder, resolve

pytestmark = pytest.mark.model
LEAD = "American voters met on Monday. "


def name_of(source: str, published: str = "2015-06-01") -> str | None:
    actor = holder(resolve(source, published=published))
    return actor.name if actor is not None else None


@pytest.mark.parametrize(("party", "name"), [("Democratic", "Rosa Held"), ("Republican", "Carl Moss")])
def test_two_nominees_are_parted_by_their_parties(party: str, name: str) -> None:
    lead = LEAD + "Democratic nominee Rosa Held came first, Republican nominee Carl Moss second. "
    assert name_of(f"{lead}[The {party} nominee]{{source}} [said]{{cue}} [the room was full]{{content}}.") == name


def test_a_governor_of_one_state_is_not_anothers() -> None:
    lead = LEAD + "Ohio Governor Carl Moss came late. "
    source = "governor]{source} [said]{cue} [the room was full]{content}."
    assert name_of(lead + "[Utah's " + source) != "Carl Moss"
    assert name_of(lead + "[The " + source) == "Carl Moss"


def test_a_partys_leadership_is_not_the_state() -> None:
    lead = LEAD + "The Republican Party split. "
    actor = holder(resolve(lead + "[The leadership]{source} [said]{cue} [the rooms were full]{content}."))
    assert actor is not None and actor.sector == ("PTY",)


@pytest.mark.parametrize("words", ["Democratic lawmakers", "State lawmakers", "Most young Bavarian lawmakers"])
def test_some_lawmakers_are_not_the_whole_parliament(words: str) -> None:
    lead = LEAD + "The United States waited. Congress closed. "
    actor = holder(resolve(f"{lead}[{words}]{{source}} [said]{{cue}} [the rooms were full]{{content}}."))
    assert actor is not None
    assert (actor.name, actor.sector) == (words, ("LEG",))

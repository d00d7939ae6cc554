"""Whom an office is told of, and which of two who bear a role is meant."""

from __future__ import annotations

import pytest

from actor_stage import holder, resolve

pytestmark = pytest.mark.model
LEAD = "American voters met on Monday. "


def name_of(source: str, published: str = "2015-06-01") -> str | None:
    actor = holder(resolve(source, published=published))
    return actor.name if actor is not None else None


def names_in(text: str, published: str = "2015-06-01") -> set[str]:
    source = f"{text} [A clerk]{{source}} [said]{{cue}} [the room was full]{{content}}."
    return {actor.name for actor in resolve(source, published=published).actors}


@pytest.mark.parametrize(
    "clause",
    ["Guido Westerwelle toured Poland as foreign minister.", "Guido Westerwelle praised his visits as foreign minister.",
     "Poland was far off while Guido Westerwelle was foreign minister.",
     "Guido Westerwelle left. Critics of the way he ran the office while he was foreign minister met in Poland."],
)  # fmt: skip
def test_an_office_told_of_somebody_in_the_clause_is_not_todays_holders(clause: str) -> None:
    assert "Frank-Walter Steinmeier" not in names_in(f"German voters met on Monday. {clause}")


def test_the_former_holder_is_whoever_of_the_article_held_the_office() -> None:
    lead = "French voters met on Monday. President François Hollande thanked Bernard Kouchner and Laurent Fabius. "
    source = "[The former foreign minister]{source} [said]{cue} [the room was full]{content}."
    assert name_of(lead + source) == "Bernard Kouchner"


def test_a_nominee_of_an_earlier_year_is_not_the_nominee() -> None:
    lead = LEAD + "Carl Moss, the 2011 Republican nominee, came late. "
    assert name_of(lead + "[The Republican nominee]{source} [said]{cue} [the room was full]{content}.") != "Carl Moss"


def test_who_runs_in_front_is_the_candidate() -> None:
    lead = LEAD + "Candidate Rosa Held stayed home. Moderators called front-runner Carl Moss. "
    assert name_of(lead + "[The candidate]{source} [said]{cue} [the room was full]{content}.") == "Carl Moss"


def test_other_refugees_are_not_those_told_of_before() -> None:
    text = "Two hundred Syrian refugees reached Denmark. The minister turned away other Syrian refugees."
    assert "other Syrian refugees" in names_in(text)

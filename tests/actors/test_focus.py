"""Whose country a text is about, and who is of none."""

from __future__ import annotations

import pytest

from actor_stage import holder, resolve, summary

pytestmark = pytest.mark.model


def test_two_rival_parties_speak_of_their_country_in_an_article_about_another() -> None:
    found = resolve(
        "Iran's deal divides Democrats and Republicans. [Hillary Clinton]{source} [said]{cue} [it was sound]{content}.",
        published="2016-07-16",
    )
    assert summary(holder(found))[1] == "USA"


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        pytest.param("France was host. [Several world leaders]{source} [said]{cue} [it worked]{content}.", None, id="world"),
        pytest.param("France was host. [Other countries]{source} [said]{cue} [it worked]{content}.", None, id="countries"),
        pytest.param("France was host. [French officials]{source} [said]{cue} [it worked]{content}.", "FRA", id="one country"),
        pytest.param("Iran objected. [The Obama administration]{source} [said]{cue} [it was]{content}.", "USA", id="no town"),
    ],
)
def test_country_of_whoever_is_told_none(sentence: str, country: str | None) -> None:
    actor = holder(resolve(sentence, published="2016-07-16"))
    assert actor is not None
    assert actor.country == country


def test_surname_that_is_also_an_adjective_means_the_person() -> None:
    found = resolve("Mark Cuban came to Ohio. [Cuban]{source} [said]{cue} [he would vote]{content}.")
    assert summary(holder(found))[0] == "Mark Cuban"


def test_adjective_before_a_noun_stays_a_state() -> None:
    found = resolve("Mark Cuban came to Ohio. [Cuban officials]{source} [said]{cue} [he had left]{content}.")
    assert summary(holder(found))[1] == "CUB"


def test_town_called_as_somebody_of_the_article_gives_no_country() -> None:
    found = resolve("Marco Rubio spoke in Texas. [A Rubio aide]{source} [said]{cue} [he would run]{content}.")
    assert summary(holder(found))[1] == "USA"


@pytest.mark.parametrize(
    ("lead", "country"),
    [
        pytest.param("NIAMEY, March 12 - Niger and Mali freed two nurses.", "NER", id="filed there"),
        pytest.param("BEIRUT, March 12 - Syria said Israeli jets had hit it.", "SYR", id="a bureau abroad"),
        pytest.param(
            "LONDON, March 12 - Ukraine said Russia had shelled Kharkiv. Ukraine lost two villages. Ukraine asked for shells. "
            "Britain pledged aid.",
            "UKR",
            id="a bureau abroad, whose country is named once",
        ),
    ],
)
def test_official_told_no_country_is_of_where_the_report_was_filed_if_it_is_told_of(lead: str, country: str) -> None:
    told = "[Interior Minister Aram Sadi]{source} [said]{cue} [four had died]{content}."
    actor = holder(resolve(f"{lead}\n\n{told}", published="2025-03-12"))
    assert actor is not None
    assert actor.country == country


@pytest.mark.parametrize(("head", "country"), [("Its local head", "TJK"), ("Its head", "NGO")])
def test_local_head_of_a_body_of_many_countries_is_of_where_he_serves(head: str, country: str) -> None:
    lead = "VORUKH, Tajikistan - Guards fired on a crowd. On Thursday the Red Crescent brought tents."
    found = resolve(f"{lead} [{head}, Zafar Nazirov]{{source}}, [said]{{cue}} [three were hurt]{{content}}.")
    assert summary(holder(found))[1] == country


def test_bank_of_a_river_is_nobody() -> None:
    found = resolve("[Romania]{source} [said]{cue} [its guns stood on the left bank]{content}.")
    assert [actor.name for actor in found.actors] == ["Romania"]

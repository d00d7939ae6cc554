"""Names tell gender and countries where they do, and nothing where they do not."""

from __future__ import annotations

from functools import cache

import pytest

from onrecord.actors.name_origins import NameOrigins


@cache
def names() -> NameOrigins:
    return NameOrigins()


@pytest.mark.parametrize(("given", "gender"), [("Željka", "f"), ("Zdravko", "m"), ("Sasa", None), ("Amaru", None)])
def test_the_ending_of_a_given_name_tells_the_gender_only_where_it_does(given: str, gender: str | None) -> None:
    assert names().gender(given) == gender


def test_given_names_speak_for_the_countries_where_they_are_common() -> None:
    shares = names().shares("Oksana Xy", ["UKR", "FRA"])
    assert shares["UKR"] > shares["FRA"] == 0


def test_names_of_one_country_together_guess_it_and_a_single_one_does_not() -> None:
    assert names().guess_country(["Oksana Bondarenko", "Taras Shevchuk", "Olena Kovalenko"]).keys() == {"UKR"}
    assert names().guess_country(["Xy Zwq"]) == {}

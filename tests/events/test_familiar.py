"""Which articles the learned judge is asked about."""

from __future__ import annotations

import pytest

from onrecord.events.familiar import LEAST_PARTIES, count_countries, is_at_home, is_familiar
from onrecord.events.parties import Parties
from onrecord.events.scene import Topics
from onrecord.records import Actor, Article
from support import parsed

CALM, FIGHTING, NO_VOTES = Topics(False, True, True), Topics(True, True, True), Topics(False, False, False)

pytestmark = pytest.mark.model


def parties_of(*countries: str) -> Parties:
    actors = [Actor(f"p{i}", f"p{i}", "person", country) for i, country in enumerate(countries)]
    return Parties(parsed("They met."), Article("a", "They met."), actors, ())


@pytest.mark.parametrize(
    ("countries", "topics", "at_home"),
    [
        pytest.param(["KEN"] * LEAST_PARTIES, CALM, True, id="parties and votes of one country"),
        pytest.param(["KEN"] * LEAST_PARTIES, FIGHTING, False, id="fighting"),
        pytest.param(["KEN"] * LEAST_PARTIES, NO_VOTES, False, id="neither parties nor votes"),
        pytest.param(["KEN", "FRA"] * LEAST_PARTIES, CALM, False, id="two countries"),
        pytest.param([], CALM, False, id="nobody"),
    ],
)
def test_home_is_parties_and_votes_of_one_country(countries: list[str], topics: Topics, *, at_home: bool) -> None:
    assert is_at_home(count_countries(parties_of(*countries)), topics) is at_home


@pytest.mark.parametrize(
    ("countries", "topics", "asked"),
    [
        pytest.param(["KEN"] * LEAST_PARTIES, CALM, True, id="politics at home anywhere"),
        pytest.param(["KEN"] * (LEAST_PARTIES - 1), CALM, False, id="too short to tell"),
        pytest.param(["USA", "FRA", "MLI", "NER"] * 2, FIGHTING, True, id="a quarter of Americans, whatever it is about"),
        pytest.param(["USA", "FRA", "MLI", "NER", "NER"] * 2, FIGHTING, False, id="fewer"),
        pytest.param(["UKR", "RUS"] * LEAST_PARTIES, CALM, False, id="between other states"),
    ],
)
def test_judge_is_asked_at_home_and_where_a_quarter_are_american(countries: list[str], topics: Topics, *, asked: bool) -> None:
    assert is_familiar(parties_of(*countries), topics) is asked

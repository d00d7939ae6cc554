"""Those who travel."""

from __future__ import annotations

import pytest

from events.coding import coded, rows
from onrecord.events import load_coder
from onrecord.records import Actor, Article, Location, Mention, Span, make_id
from support import parsed

pytestmark = pytest.mark.model


class City:
    def __init__(self, text: str, name: str, country: str) -> None:
        start = text.index(name)
        self.span = Span(start, start + len(name))
        self.location = Location(name, country)


@pytest.mark.parametrize("told", ["flew to", "arrived in"])
def test_whoever_goes_to_a_city_abroad_visits_its_state(told: str) -> None:
    text = f"Anna Reyl {told} Helsinki on Monday."
    reyl = Actor(make_id("reyl"), "Anna Reyl", "person", "NOR", ("GOV",))
    mentions = (Mention(Span(0, 9), reyl.id, "name"),)
    found = load_coder().find(parsed(text), Article("a", text), (), (reyl,), mentions, (City(text, "Helsinki", "FIN"),))
    names = {actor.id: actor.country for actor in found.actors}
    assert [(event.mode, [names[i] for i in event.recipients]) for event in found.events] == [("visit", ["FIN"])]


def test_whoever_comes_for_talks_takes_part_in_them() -> None:
    (talks,) = [row for row in rows("[Mr Aho]{NORGOV} came to the coast for talks with [Finland]{FINGOV}.") if row[0] == "talks"]
    assert talks[2] == "NORGOV FINGOV"


def test_whoever_asks_for_talks_is_not_told_to_hold_them() -> None:
    assert not [row for row in rows("[Mr Aho]{NORGOV} waited for talks with [Finland]{FINGOV}.") if "NORGOV" in row[2]]


def test_a_surname_that_is_a_month_is_a_person() -> None:
    found = coded("[Theresa May]{GBRGOV} criticised [Finland]{FINGOV}.", persons=True)
    assert [len(event.actors) for event in found.events] == [1]

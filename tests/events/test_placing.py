"""Where an event took place, and when a place stands for its country."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from onrecord.events import load_coder
from onrecord.events.placing import find_location, hit_country, index_places
from onrecord.records import Actor, Article, Location, Mention, Span
from support import marked, parsed

pytestmark = pytest.mark.model


class Named(NamedTuple):
    span: Span
    location: Location


def places_of(source: str) -> tuple[str, tuple[Named, ...]]:
    text, spans = marked(source)
    return text, tuple(
        Named(span, Location(text[span.start : span.end], code, 1.0, 2.0)) for code, found in spans.items() for span in found
    )


def test_place_in_a_locative_phrase_is_the_location() -> None:
    text, places = places_of("Police arrested six men in [Lusaka]{ZMB} on Friday.")
    parse = parsed(text)
    found = find_location(parse, parse.lower.index("arrested"), None, index_places(parse, places))
    assert found is not None
    assert found.name == "Lusaka"


def test_clause_that_names_no_place_has_no_location() -> None:
    text, places = places_of("In [Lusaka]{ZMB} it rained. Police arrested six men.")
    parse = parsed(text)
    assert find_location(parse, parse.lower.index("arrested"), None, index_places(parse, places)) is None


def test_city_that_is_hit_stands_for_its_country() -> None:
    text, places = places_of("Norway shelled [Lusaka]{ZMB} from [Kitwe]{COD}.")
    parse = parsed(text)
    assert hit_country(parse, parse.lower.index("shelled"), index_places(parse, places)) == "ZMB"


def test_hit_city_gives_the_recipient_nobody_else_names() -> None:
    text, places = places_of("Norway shelled [Lusaka]{ZMB}.")
    actors, mentions = (Actor("n", "Norway", "country", "NOR"),), (Mention(Span(0, 6), "n", "name"),)
    coded = load_coder().find(parsed(text), Article("a", text), (), actors, mentions, places)
    countries = {actor.id: actor.country for actor in coded.actors}
    assert [countries[i] for event in coded.events for i in event.recipients] == ["ZMB"]


@pytest.mark.parametrize(("visitor", "hosts"), [("NOR", {"ZMB"}), ("ZMB", set())])
def test_city_visited_from_abroad_stands_for_its_state(visitor: str, hosts: set[str]) -> None:
    text, places = places_of("Envoys visited [Lusaka]{ZMB} on Friday.")
    envoys = Actor("e", "envoys", "group", visitor, ("GOV",))
    found = load_coder().find(parsed(text), Article("a", text), (), (envoys,), (Mention(Span(0, 6), "e", "nominal"),), places)
    countries = {actor.id: actor.country for actor in found.actors}
    assert {countries[i] for event in found.events for i in event.recipients} == hosts

"""Names of places -> countries and coordinates; the article's countries decide between namesakes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.kbdata import read_lines
from onrecord.actors.names import fold
from onrecord.records import Location, Parse, Span

MIN_PEOPLE_ALONE = 50_000
"""A city this large may be meant although nothing else in the article speaks of its country."""


class City(NamedTuple):
    """A city: degrees north and east, and how many people live there."""

    name: str
    country: str
    latitude: float
    longitude: float
    population: int


class Place(NamedTuple):
    """Cities or a state that one name may stand for, the largest first."""

    name: str
    cities: tuple[City, ...]

    def choose(self, countries: Sequence[str] = ()) -> City | None:
        """The one meant: of the countries given, in their order, else the largest if it is large enough."""
        for country in countries:
            for city in self.cities:
                if city.country == country:
                    return city
        largest = self.cities[0]
        is_only = all(city.country == largest.country for city in self.cities)
        return largest if is_only or largest.population >= MIN_PEOPLE_ALONE else None


class FoundPlace(NamedTuple):
    """A place in the text: its tokens `[start, end)`, its characters and its location."""

    start: int
    end: int
    span: Span
    location: Location


class Gazetteer:
    """Cities by folded name, read when first asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    @cached_property
    def _rows(self) -> dict[str, str]:
        return dict(line.split("\t") for line in read_lines("places.tsv.gz", self._folder))

    def find(self, name: str) -> Place | None:
        """The place of that name; `None` when no city has it."""
        row = self._rows.get(fold(name))
        return None if row is None else Place(name, _read_cities(row))


@lru_cache(maxsize=4096)
def _read_cities(row: str) -> tuple[City, ...]:
    cities = (entry.split("~") for entry in row.split("|"))
    return tuple(City(n, c, float(lat), float(lon), int(size)) for n, c, lat, lon, size in cities)


def find_places(parse: Parse, kb: KnowledgeBase, gazetteer: Gazetteer, countries: Sequence[str] = ()) -> tuple[FoundPlace, ...]:
    """States and cities named in the text, in text order, for the locations of events.

    Args:
        parse: the article's parse.
        kb: gives the names of states.
        gazetteer: gives the cities.
        countries: ISO 3166 alpha-3 codes in order of how much the article is about them; they decide between namesakes.
    """
    found: list[FoundPlace] = []
    token, size = 0, len(parse)
    while token < size:
        stop = token + 1
        if parse.words[token][0].isupper() and parse.pos[token] == "PROPN":
            place = _state(parse, kb, token, size) or _city(parse, gazetteer, token, size, countries)
            if place is not None:
                found.append(place)
                stop = place.end
        token = stop
    return tuple(found)


def locate(places: Sequence[FoundPlace], start: int, end: int) -> Location | None:
    """The first city in a range of tokens, else the first state; `None` where none is named."""
    inside = [place for place in places if start <= place.start < end]
    cities = [place for place in inside if place.location.latitude is not None]
    chosen = cities or inside
    return chosen[0].location if chosen else None


def _state(parse: Parse, kb: KnowledgeBase, token: int, end: int) -> FoundPlace | None:
    found = kb.find_entity(parse.words, parse.lower, token, end)
    if found is None or found[0].kind != "name" or found[0].type != "country":
        return None
    entity, stop = found
    if parse.labels[token] in ("compound", "amod") and parse.heads[token] >= stop:
        return None
    return FoundPlace(token, stop, parse.span(token, stop), Location(entity.name, entity.country, None, None, "country"))


def _city(parse: Parse, gazetteer: Gazetteer, token: int, end: int, countries: Sequence[str]) -> FoundPlace | None:
    for stop in range(min(token + 4, end), token, -1):
        if not parse.words[stop - 1][0].isupper() or parse.pos[stop - 1] != "PROPN":
            continue
        text = " ".join(parse.words[token:stop]).replace(" - ", "-")
        place = gazetteer.find(text)
        city = place.choose(countries) if place else None
        if city is not None and not (stop < end and parse.pos[stop] == "PROPN" and parse.labels[stop - 1] == "compound"):
            location = Location(city.name, city.country, city.latitude, city.longitude, "geonames")
            return FoundPlace(token, stop, parse.span(token, stop), location)
    return None

"""Where an event took place: the place named in its own clause, nearest first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Protocol

from onrecord.events.tables import words
from onrecord.language import syntax
from onrecord.records import Location, Parse, Span

LOCATIVE = words("in at near on inside outside around along off over into across from toward towards above beyond to")


class Place(Protocol):
    """A place named in the text."""

    @property
    def span(self) -> Span:
        """Its characters."""
        ...

    @property
    def location(self) -> Location:
        """Where it is."""
        ...


Places = dict[int, Location]
"""The places an article names, by the token where each begins."""


def index_places(parse: Parse, places: Iterable[Place]) -> Places:
    """The places an article names, by token."""
    return {bisect_left(parse.starts, place.span.start): place.location for place in places}


def find_location(parse: Parse, token: int, light: int | None, places: Places) -> Location | None:
    """The location of an event: a place in a locative phrase of its word, its light verb or its objects, else its object itself.

    `None` when its clause names none: a dateline or the article's country is not guessed.
    """
    if not places:
        return None
    carriers = [token, *([light] if light is not None else [])]
    carriers += [
        child for head in carriers for child in syntax.children_of(parse, head, "dobj", "nsubjpass", "prt", "advmod", "pobj")
    ]
    near = [
        found
        for head in carriers
        for preposition in syntax.children_of(parse, head, "prep")
        if parse.lower[preposition] in LOCATIVE
        for found in _inside(parse, preposition, places)
    ]
    near += [found for head in syntax.children_of(parse, token, "dobj", "nsubjpass") for found in _inside(parse, head, places)]
    cities = [place for place in near if place.latitude is not None]
    return next(iter(cities or near), None)


def hit_country(parse: Parse, token: int, places: Places) -> str | None:
    """The country of a place that is itself what an act of force hits: its object, or what follows "on", "at" and "into"."""
    heads = syntax.children_of(parse, token, "dobj", "nsubjpass")
    heads += [
        head
        for preposition in syntax.children_of(parse, token, "prep")
        if parse.lower[preposition] in ("on", "at", "into", "of", "against")
        for head in syntax.children_of(parse, preposition, "pobj")
    ]
    for head in heads:
        for other in (head, *syntax.children_of(parse, head, "compound", "poss")):
            if other in places and places[other].country:
                return places[other].country
    return None


def named_countries(parse: Parse, head: int, places: Places) -> list[str]:
    """The countries of the places named in a phrase, in text order."""
    return [found.country for found in _inside(parse, head, places) if found.country]


def _inside(parse: Parse, head: int, places: Places) -> list[Location]:
    start, end = syntax.subtree(parse, head)
    return [places[token] for token in range(start, min(end, head + 8)) if token in places]

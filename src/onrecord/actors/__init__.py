"""Names, titles, pronouns and metonyms -> actors: who is meant, on that day."""

from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.places import FoundPlace, Gazetteer, find_places, locate
from onrecord.actors.resolver import Resolver, load_resolver
from onrecord.actors.resolving import Resolved

__all__ = ["FoundPlace", "Gazetteer", "KnowledgeBase", "Resolved", "Resolver", "find_places", "load_resolver", "locate"]

"""Which articles the learned judge knows: politics at home, and news with a good part of Americans in it.

The verdicts it is learned from are of American newspapers. What they say of events carries over to the politics of another
country; of news without Americans nothing was learned, so there the frames alone have the word.
"""

from __future__ import annotations

from collections import Counter

from onrecord.events.duals import is_state
from onrecord.events.parties import Parties
from onrecord.events.scene import Topics

LEAST_PARTIES = 8
"""Actors with a country from which an article is long enough to tell."""

HOME_SHARE = 0.7
"""Share of an article's actors that must be of one country for it to be about that country's politics."""

LEARNED, LEARNED_SHARE = "USA", 0.25
"""The country whose newspapers were judged, and the share of actors from which an article is like theirs.
In those it is .28 and more but for one article in eighty; in our gold, news of other countries, .16 and less but for one
in 45."""


def is_familiar(parties: Parties, topics: Topics) -> bool:
    """Whether an article is of a kind the judge has learned: politics at home, or with a quarter of its actors American."""
    counts = count_countries(parties)
    if counts.total() < LEAST_PARTIES:
        return False
    return is_at_home(counts, topics) or counts[LEARNED] >= LEARNED_SHARE * counts.total()


def is_at_home(counts: Counter[str], topics: Topics) -> bool:
    """Whether an article is about one country's politics: it tells of political parties or elections, is not about fighting, and
    of its actors with a country seven in ten are of one."""
    most = max(counts.values(), default=0)
    return topics.near_campaign and not topics.fighting and most > 0 and most >= HOME_SHARE * counts.total()


def count_countries(parties: Parties) -> Counter[str]:
    """How many of an article's actors are of each country."""
    return Counter(actor.country for actor in parties.actors.values() if actor.country is not None and is_state(actor.country))

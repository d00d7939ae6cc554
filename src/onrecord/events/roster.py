"""The actors of one article, those the stage adds among them: who is named how often, and what that says of who is who.

The actors stage knows who is meant by a mention; which two states a story is about, whose police it tells of, is counted here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache

from onrecord.events import duals
from onrecord.events.standing import ARMED, Standing
from onrecord.events.tables import country_names, load_classes
from onrecord.language import syntax
from onrecord.records import Actor, Article, Mention, Parse, Span, make_id

SECTORS = {
    "force": "MIL",
    "police": "COP",
    "militia": "REB",
    "official": "GOV",
    "diplomat": "GOV",
    "civilian": "CVL",
    "captive": "CVL",
}
"""The sector of those whom a word of a class describes; of a word of several the first one's."""

ARMS = frozenset(("heavy", "weapon", "aircraft", "drone", "explosive"))
"""Classes of words for arms, which describe nobody but where they are said of a force too."""

CIVIL = frozenset(("CVL", "SOC", "AGR", "LAB", "EDU", "MED", "REL", "REF", "JRN"))
"""Sectors of people who bear no arms and hold no office."""

LEAST_NAMED = 3
"""Mentions of a country's parties at least, to take it for the one an article plays in."""


class Roster(Standing):
    """One article's actors by id. Those it adds are in `added`, with a mention in `mentions` where a phrase describes them."""

    def __init__(self, parse: Parse, article: Article, actors: Iterable[Actor], mentions: Iterable[Mention]) -> None:
        super().__init__({actor.id: actor for actor in actors})
        self._parse, self._article = parse, article
        self.added: dict[str, Actor] = {}
        self.mentions: list[Mention] = []
        self._named, self._kinds = self._index(mentions)
        self._country: str | None = None
        self._states: Counter[str] | None = None

    def state(self, country: str) -> str:
        """The id of a country's own actor, added when the article has none."""
        for actor in self.actors.values():
            if actor.type == "country" and actor.country == country:
                return actor.id
        name = country_names().get(country, country)
        row = Actor(make_id("actor", "country", country), name, "country", country, basis="kb", confidence=0.5)
        self.actors[row.id] = self.added[row.id] = row
        return row.id

    @property
    def named(self) -> Mapping[int, str | None]:
        """The actor of each token that heads a mention."""
        return self._named

    def is_named(self, token: int) -> bool:
        """Whether a mention is headed by the token."""
        return self._named.get(token) is not None

    def is_country(self, token: int) -> bool:
        """Whether a mention is headed by the token that names a state."""
        row = self.actors.get(self._named.get(token) or "")
        return row is not None and row.type == "country"

    def is_seat(self, token: int) -> bool:
        """Whether a mention is headed by the token that names a capital or seat for its state."""
        return self._kinds.get(token) == "metonym"

    def is_called(self, actor: str, lemmas: frozenset[str]) -> bool:
        """Whether one of the words heads a mention of an actor."""
        return any(name == actor and self._parse.lemmas[token] in lemmas for token, name in self._named.items())

    def is_unknown(self, actor: str) -> bool:
        """Whether nothing is known of an actor but the words for it."""
        row = self.actors.get(actor)
        return row is not None and row.type == "unnamed" and not row.sector

    def are_bodies(self, ids: Iterable[str]) -> bool:
        """Whether there are actors and all are bodies or things that only the text knows."""
        rows = [self.actors[i] for i in ids if i in self.actors]
        return bool(rows) and all(row.type == "organisation" or (row.type == "unnamed" and not row.sector) for row in rows)

    def moved(self, actor: str, country: str | None) -> str:
        """The id of an actor like another one, of another country."""
        row = self.actors[actor]
        row = replace(row, id=make_id("actor", actor, country), country=country)
        self.actors[row.id] = self.added[row.id] = row
        return row.id

    def home(self) -> str | None:
        """The country the article plays in, where it names it often enough to tell."""
        country = self._domestic()
        named = sum(self.actors[i].country == country for i in self._named.values() if i in self.actors)
        return country if named >= LEAST_NAMED else None

    def rival(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The other state of a story of two: the one named most besides the actors', and often enough beside theirs."""
        own = {self.actors[i].country for i in ids if i in self.actors} - {None}
        counts = self._count_states()
        state = next((code for code in sorted(counts, key=lambda code: -counts[code]) if code not in own), None)
        told = sum(counts[code] for code in own if code is not None)
        return (self.state(state),) if own and state is not None and counts[state] >= duals.LEAST_SHARE * told else ()

    def are_civil_if_any(self, ids: Iterable[str]) -> bool:
        """Whether all actors are civilians or of civil society."""
        return all(set(self.actors[i].sector[:1]) & CIVIL for i in ids if i in self.actors)

    def not_press(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The actors that are no reporters or papers."""
        return tuple(
            i for i in ids if i in self.actors and self.actors[i].type != "outlet" and "JRN" not in self.actors[i].sector
        )

    def are_people(self, ids: Iterable[str]) -> bool:
        """Whether there are actors and all are persons, or people who bear no arms."""
        rows = [self.actors[i] for i in ids if i in self.actors]
        return bool(rows) and all(
            row.type == "person" or (row.type in ("group", "unnamed") and not set(row.sector[:1]) & (ARMED | {"GOV"}))
            for row in rows
        )

    def are_side(self, ids: Iterable[str]) -> bool:
        """Whether actors belong to one of the two states the article names most."""
        first = [country for country, _ in self._count_states().most_common(2)]
        return any(self.actors[i].country in first for i in ids if i in self.actors)

    def _count_states(self) -> Counter[str]:
        """How often each state and its public life are named, civilians left out."""
        if self._states is None:
            named = (self.actors[i] for i in self._named.values() if i in self.actors)
            self._states = Counter(
                row.country for row in named if row.sector[:1] != ("CVL",) and row.country and duals.is_state(row.country)
            )
        return self._states

    def army_against(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The army of their own country that rebels fight, where the article tells of it."""
        rows = [self.actors[i] for i in ids if i in self.actors]
        countries = {row.country for row in rows if row.sector[:1] == ("REB",) and duals.is_state(row.country)}
        found = (row.id for row in self.actors.values() if row.sector[:1] == ("MIL",) and row.country in countries)
        return tuple(found)[:1]

    def police_of(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The police of the country some actors belong to, where the article tells of them."""
        countries = {self.actors[i].country for i in ids if i in self.actors}
        found = (row.id for row in self.actors.values() if "COP" in row.sector and row.country in countries)
        return tuple(found)[:1]

    def court(self) -> tuple[str, ...]:
        """The court or judges the article names most."""
        rows = (self.actors[i] for i in self._named.values() if i in self.actors)
        counts = Counter(row.id for row in rows if row.sector[:1] == ("JUD",) and row.type != "person")
        return tuple(actor for actor, _ in counts.most_common(1))

    def add_described(self, token: int, group: str, country: str | None) -> str:
        """The id of people a phrase describes, of a country; adds them, and a mention of them."""
        parse = self._parse
        start, end = _short_phrase(parse, token)
        span = parse.span(start, end)
        lemma = parse.lemmas[token]
        actor = Actor(
            make_id("actor", self._article.id, "described", country, lemma), self._article.text[span.start : span.end], "group",
            country, (SECTORS[group],), confidence=0.4,
        )  # fmt: skip
        if actor.id not in self.actors:
            self.actors[actor.id] = self.added[actor.id] = actor
        self.mentions.append(Mention(Span(*span), actor.id, "nominal"))
        return actor.id

    def _domestic(self) -> str | None:
        """The country most of the article's mentions stand for: described parties without an owner are taken to be of it."""
        if self._country is None:
            counts = Counter(
                actor.country
                for actor in (self.actors.get(i or "") for i in self._named.values())
                if actor is not None and actor.country and len(actor.country) == 3
            )
            self._country = max(sorted(counts), key=lambda code: counts[code], default="")
        return self._country or None

    def _index(self, mentions: Iterable[Mention]) -> tuple[dict[int, str | None], dict[int, str]]:
        parse = self._parse
        named: dict[int, str | None] = {}
        kinds: dict[int, str] = {}
        width: dict[int, int] = {}
        for mention in mentions:
            first = bisect_right(parse.ends, mention.span.start)
            last = bisect_left(parse.starts, mention.span.end, first)
            for token in range(first, last):
                head = parse.heads[token]
                if (head == token or not first <= head < last) and last - first > width.get(token, 0):
                    named[token], kinds[token], width[token] = mention.actor, mention.kind, last - first
        self._add_surnames(named)
        return named, kinds

    def _add_surnames(self, named: dict[int, str | None]) -> None:
        """A name that no mention covers stands for the one person whose last name it is."""
        parse = self._parse
        people: dict[str, set[str]] = {}
        for actor in self.actors.values():
            if actor.type == "person" and " " in actor.name:
                people.setdefault(actor.name.split()[-1].lower(), set()).add(actor.id)
        for token, word in enumerate(parse.lower):
            if word not in people or len(people[word]) > 1 or parse.pos[token] != "PROPN" or token in named:
                continue
            if parse.labels[token] not in ("compound", "appos") and syntax.child(parse, token, "compound") is None:
                named[token] = next(iter(people[word]))


def _short_phrase(parse: Parse, token: int) -> tuple[int, int]:
    start = token
    while start > 0 and parse.heads[start - 1] == token and parse.labels[start - 1] in ("amod", "compound", "nmod", "nummod"):
        start -= 1
    return start, token + 1


@cache
def group_of(lemma: str) -> str | None:
    """The class of people a noun describes: the first of its classes that has a sector; weapons are nobody."""
    classes = load_classes().get(lemma, frozenset())
    if not classes.isdisjoint(ARMS) and "force" not in classes:
        return None
    return next((name for name in SECTORS if name in classes), None)

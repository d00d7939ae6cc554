"""The cast of one article: everybody found so far, what is known of them, and where they are seen."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from onrecord.actors.kbdata import Person
from onrecord.actors.names import fold, has_other_initials, is_same_given, sound, split_name
from onrecord.actors.roles import Role
from onrecord.records import Actor, ActorType, make_id

Basis = Literal["kb", "title", "text"]
GROUPS = frozenset({"organisation", "group", "country", "outlet"})
FULL = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "col.": "colonel", "maj.": "major",
    "capt.": "captain", "rev.": "reverend", "dr.": "doctor", "lt.": "lieutenant", "front-runner": "candidate",
    "frontrunner": "candidate", "nominee": "candidate", "hopeful": "candidate", "contender": "candidate",
}  # fmt: skip
"""Last words of roles -> what whoever has them is called as well."""

FAR = 1_000_000
PROMINENT = 3
"""Times as often as any namesake must somebody have been seen to be meant by the bare surname."""

GUESSED = 0.4
"""Confidence at most of an actor whose country the text does not tell."""


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody of the article while it is read; `actor` gives the record. `key` is what makes the id.

    `serves` is the body spoken for or belonged to, whose sector and country are taken where none are known at the end.
    `former_roles` are keys of offices that the text says were given up.
    `party` and `region` (a part of the country) are what the text tells of the roles.
    `is_called` says that the article calls the person by the bare surname.
    `has_country` says that the text or the knowledge base gives the country, not the article's place alone.
    """

    key: tuple[str, ...]
    name: str
    type: ActorType
    country: str | None = None
    sector: tuple[str, ...] = ()
    office: str | None = None
    wikidata: str | None = None
    basis: Basis = "text"
    confidence: float = 0.5
    surname: str = ""
    given: str = ""
    gender: str | None = None
    plural: bool = False
    roles: set[str] = field(default_factory=set)
    former_roles: set[str] = field(default_factory=set)
    body: str | None = None
    person: Person | None = None
    has_country: bool = False
    seen: list[int] = field(default_factory=list)
    serves: Figure | None = None
    made_id: str = ""
    party: str = ""
    region: str = ""
    is_called: bool = False

    @property
    def id(self) -> str:
        """The id of the actor: of what it is, not of the article, where the key holds no article."""
        if not self.made_id:
            self.made_id = make_id("actor", *self.key)
        return self.made_id

    def actor(self) -> Actor:
        """The record of this figure."""
        return Actor(
            self.id, self.name, self.type, self.country, self.sector, self.office, self.wikidata, self.basis,
            round(self.confidence if self.has_country or self.country is None else min(self.confidence, GUESSED), 2),
        )  # fmt: skip

    def settle_accounts(self) -> None:
        """Takes from the body served what was not known when the figure came up."""
        if self.serves is not None and self.person is None:
            self.sector = self.serves.sector or self.sector
            if not self.has_country and self.serves.country:
                self.country = self.serves.country

    def move(self, country: str) -> None:
        """Takes another country than the one it came up with, in its id too."""
        self.key = tuple(country if part == self.country else part for part in self.key)
        self.country, self.made_id = country, ""

    def see(self, token: int) -> None:
        """Marks a token at which the figure is mentioned."""
        insort(self.seen, token)

    def distance(self, token: int) -> int:
        """Tokens back to where it was seen last; where it is only seen later, `FAR` more than how much later."""
        at = bisect_left(self.seen, token)
        if at:
            return token - self.seen[at - 1]
        return FAR + (self.seen[0] - token if self.seen else FAR)

    def play(self, role: Role, *, is_former: bool = False) -> None:
        """Notes a role by its whole term, its last word and its key."""
        last = role.term.rsplit(" ", 1)[-1]
        self.roles.update((role.term, last, FULL.get(last, last)))
        if role.kind == "office":
            self.roles.add(role.key)
            if is_former:
                self.former_roles.add(role.key)


class Cast:
    """Figures by what identifies them, in the order they came up."""

    def __init__(self, article_id: str) -> None:
        self.article_id = article_id
        self.figures: list[Figure] = []
        self._by_key: dict[tuple[str, ...], Figure] = {}
        self._surnames: dict[str, list[Figure]] = {}
        self._names: dict[str, Figure] = {}

    def get(self, key: tuple[str, ...]) -> Figure | None:
        """The figure of that key, if it came up."""
        return self._by_key.get(key)

    def add(self, figure: Figure) -> Figure:
        """Adds a figure, or gives the one already there under its key."""
        known = self._by_key.setdefault(figure.key, figure)
        if known is figure:
            self.figures.append(figure)
            if figure.surname:
                self._surnames.setdefault(figure.surname, []).append(figure)
        return known

    def name_body(self, figure: Figure, name: str) -> None:
        """Lets a body be found again by its name and by the initials of its name."""
        words = [word for word in name.split() if word[0].isupper()]
        self._names.setdefault(fold(name), figure)
        if len(words) > 1:
            self._names.setdefault(fold("".join(word[0] for word in words)), figure)

    def named(self, name: str) -> Figure | None:
        """The body of that name or of those initials."""
        return self._names.get(fold(name))

    def person(
        self, given: tuple[str, ...], surname: str, gender: str | None, token: int, role: Role | None = None
    ) -> Figure | None:
        """The nearest person of that surname whose given name and gender, where told, agree; of several who has that role."""
        fitting = [
            figure for figure in self._surnames.get(sound(surname), ())
            if not (given and figure.given and not is_same_given(given[0], figure.given))
            and not (gender and figure.gender and gender != figure.gender)
            and not (given and has_other_initials(given, split_name(figure.name)[0]))
        ]  # fmt: skip
        if not given and len(fitting) > 1 and role is not None and role.kind == "office" and not role.plural:
            fitting = [f for f in fitting if role.key in f.roles] or [f for f in fitting if f.person is None] or fitting
        if not given and len(fitting) > 1 and all(figure.distance(token) >= FAR for figure in fitting):
            return max(fitting, key=lambda figure: (figure.confidence, len(figure.seen), -figure.distance(token)))
        if not given and not gender and len(fitting) > 1:
            fitting = [figure for figure in fitting if figure.is_called] or fitting
            seen = {figure: bisect_left(figure.seen, token) for figure in fitting}
            fitting = [
                f for f in fitting if all(seen[f] >= PROMINENT * max(seen[g], 1) for g in fitting if g is not f)
            ] or fitting
        return self.nearest(fitting, token)

    def bearers(self, surname: str) -> list[Figure]:
        """Everybody of that surname."""
        return self._surnames.get(sound(surname), [])

    def by_word(self, word: str, token: int, gender: str | None = None) -> Figure | None:
        """The nearest person one of whose names is this word, of that gender where both are known."""
        key = fold(word)
        # the whole name is searched first: most have the word nowhere, and need no splitting
        bearing = (f for f in self.figures if f.type == "person" and key in fold(f.name) and key in fold(f.name).split())
        return self.nearest((f for f in bearing if not (gender and f.gender and f.gender != gender)), token)

    @staticmethod
    def nearest(figures: Iterable[Figure], token: int) -> Figure | None:
        """The figure seen last before a token; else the first one seen after it."""
        return min(figures, key=lambda figure: figure.distance(token), default=None)

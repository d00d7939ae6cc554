"""Noun phrases -> actors: the mention that heads a phrase, else its owner's country with the sector of its word ("Minsk police").

The actors stage knows who is meant; this module only carries its answer from mentions to the places frames point at, looks
through words that stand for others ("dozens of", "part of"), and adds an actor for a described party no mention covers.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.events import duals, heads, joining
from onrecord.events.roster import Roster, group_of
from onrecord.events.standing import BODIES, classes_of
from onrecord.events.tables import class_names, load_classes, nationalities
from onrecord.language import syntax
from onrecord.language.word_lists import load_stateless
from onrecord.records import Actor, Article, Mention, Parse

ALL = class_names()
OF_MODIFIERS = heads.NO_PARTY | {"peacekeeper"}
"""Classes that a phrase takes from the words before its head."""

MODIFIERS = ("amod", "compound", "nmod", "poss")
OWNING = ("of", "in", "from", "at")


class Parties(Roster):
    """The parties of one article by token."""

    def __init__(self, parse: Parse, article: Article, actors: Iterable[Actor], mentions: Iterable[Mention]) -> None:
        super().__init__(parse, article, actors, mentions)
        self._memo: dict[int, tuple[str, ...]] = {}
        self._all: dict[int, tuple[str, ...]] = {}
        self._classes: dict[int, frozenset[str]] = {}
        self._duals: dict[str, int] | None = None
        self._companions = joining.find_companions(parse)

    def at(self, token: int) -> tuple[str, ...]:
        """Actors of the phrase headed by a token and of the phrases coordinated after it; empty when none can be told."""
        if token in self._all:
            return self._all[token]
        others = joining.joined(self._parse, token, self._companions)
        is_title = bool(others) and any(joining.is_title_of(self._parse, token, other) for other in others)
        found = [] if is_title else list(self._joint(token) or self.one(token))
        if others:
            found += (actor for other in others for actor in self.at(other) if actor not in found)
        self._all[token] = tuple(found)
        return self._all[token]

    def one(self, token: int) -> tuple[str, ...]:
        """Actors of the phrase headed by a token alone."""
        if token not in self._memo:
            self._memo[token] = ()  # a circle through odd heads ends here
            self._memo[token] = self._resolve(token)
        return self._memo[token]

    def classes(self, token: int) -> frozenset[str]:
        """Word classes of the phrase: its head's, its compounds', and those of its actor's sector."""
        if token not in self._classes:
            self._classes[token] = frozenset()  # a circle through odd heads ends here
            self._classes[token] = self._classify(token)
        return self._classes[token]

    def _classify(self, token: int) -> frozenset[str]:
        parse, classes = self._parse, load_classes()
        lemma = parse.lemmas[token]
        found = set(classes.get(lemma, ()))
        if parse.children[token]:
            found |= self._classes_of_words(token)
        elif parse.lower[token] in heads.CROWDS:
            found.add("civilian")
        who = self.at(token)
        for actor in who:
            found |= self._classes_of_actor(actor, token)
        if who and duals.is_dual(parse, token):
            found |= {"party", "state"}
        if parse.pos[token] == "PROPN" and not found:
            found |= {"party", "place"}
        return frozenset(found)

    def _classes_of_words(self, token: int) -> set[str]:
        """Classes that a phrase takes from the words before its head, and from what its head stands for."""
        parse, lemma = self._parse, self._parse.lemmas[token]
        found: set[str] = set()
        if lemma not in ("official", "minister"):
            carried = ALL if lemma in heads.CARRYING else OF_MODIFIERS
            for other in syntax.children_of(parse, token, "compound", "amod"):
                found |= carried.intersection(load_classes().get(parse.lemmas[other], ()))
        if lemma in heads.TRANSPARENT or parse.pos[token] == "NUM":
            for head in self._after(token, ("of",)):
                found |= self.classes(head)
        return found

    def owner_country(self, token: int) -> str | None:
        """The country of whoever a phrase belongs to ("a Greek tanker", "its guards"), or `None`."""
        owner = self._owner(token)
        return self.actors[owner].country if owner in self.actors else None

    def people(self, token: int, country: str | None) -> str:
        """The id of those a thing or number stands for ("the village", "six"), of a country."""
        return self.add_described(token, "civilian", country)

    def is_guessed(self, actor: str) -> bool:
        """Whether an actor is described people whose country no phrase of the text tells, but the article's."""
        row = self.actors.get(actor)
        if row is None or row.type not in ("group", "unnamed") or row.basis == "kb" or row.country is None:
            return False
        return all(self.owner_country(token) is None for token, name in self._named.items() if name == actor)

    def _classes_of_actor(self, actor: str, token: int) -> frozenset[str]:
        row = self.actors.get(actor)
        if row is None or (self._parse.pos[token] == "NOUN" and not self.is_named(token)):
            return frozenset()
        return classes_of(row.type, row.sector[0] if row.sector else None, is_body=row.country in BODIES)

    def _resolve(self, token: int) -> tuple[str, ...]:
        parse = self._parse
        token = syntax.antecedent(parse, token)
        named = self._named.get(token)
        if parse.lemmas[token] in heads.TIMES and (named is None or not self.are_persons((named,))):
            return ()  # "May" is a month or Theresa May
        if parse.lemmas[token] in heads.RELATIVES:  # "its neighbour Sudan", "Chad's ally, Niger": who is named, not whose
            named = next((self._named[c] for c in syntax.children_of(parse, token, "appos") if c in self._named), named)
        whose = syntax.child(parse, token, "poss") if parse.lemmas[token] in heads.CONDUCT else None
        if whose is not None and self.are_persons(self.one(whose)):
            return self.one(whose)
        if named is not None and not (parse.lemmas[token] in heads.NUMBERS and not self.is_coded((named,))):
            return (named,)
        if not parse.children[token]:
            group = self._group(token)
            return (self._describe(token, group, None),) if group is not None else ()
        if parse.lemmas[token] in heads.TRANSPARENT or parse.pos[token] in ("NUM", "DET", "ADJ"):
            after = (head for head in self._after(token, ("of", "in")) if not heads.is_split(parse, head))
            inner = [actor for head in after for actor in self.at(head)]
            if inner:
                return tuple(inner)
        if self.undergoer(token) is not None:
            return ()
        if parse.lemmas[token] in heads.UNDERGONE and self._after(token, ("of",)):
            return self._blamed(token)
        group, owner = self._group(token), self._owner(token)
        if group in ("official", "civilian") and owner is not None and (found := self._called(token)):
            return found
        if group is not None:
            return (self._describe(token, group, owner),)
        if parse.lemmas[token] in heads.RELATIVES:
            # "her rival" is nobody we know, and not she; a state's neighbour is the other one of a story of two
            return self._apposed(token) or (self.rival((owner,)) if owner is not None and self.are_states((owner,)) else ())
        if owner is not None:
            country = self.actors[owner].country if parse.lemmas[token] in heads.LANDS and owner in self.actors else None
            return (owner,) if country is None or not duals.is_state(country) else (self.state(country),)
        return self._apposed(token)

    def _joint(self, token: int) -> list[str]:
        """A party of each of two countries ("Hungarian and Romanian officials", "both sides", "officers of the two states")."""
        parse = self._parse
        token = syntax.antecedent(parse, token)
        if duals.is_dual(parse, token):
            return list(self.two_states(token))
        if parse.pos[token] == "PRON":
            dual = self._dual_heads().get(self._named.get(token) or "")
            return [] if dual is None else list(self.two_states(dual))
        if parse.pos[token] != "NOUN" or not parse.children[token]:
            return []
        for owner in (*syntax.children_of(parse, token, "poss"), *self._after(token, ("of", "from"))):
            if duals.is_dual(parse, owner):
                states, group = self.two_states(owner), self._group(token)
                return [self._describe(token, group, state) if group else state for state in states]
        return self._of_nations(token) or self._from_lands(token)

    def _of_nations(self, token: int) -> list[str]:
        """A party of each of the nations that are told before a noun."""
        parse = self._parse
        for first in syntax.children_of(parse, token, "amod", "compound", "nmod"):
            chain = syntax.conjuncts(parse, first)
            ids = [self._named.get(t) or self._nation(t) for t in chain] if len(chain) > 1 else []
            if len(ids) > 1 and ids[0] and not ids[-1]:
                ids[-1] = self._named.get(token) or ""  # the last of them and the noun are one mention
            ids = [name for name in ids if name in self.actors]
            if len({self.actors[name].country for name in ids}) > 1:
                group = self._group(token)
                return [self._describe(token, group, name) if group else name for name in ids]
        return []

    def _dual_heads(self) -> dict[str, int]:
        """The first noun of each actor that is two states at once ("both governments")."""
        if self._duals is None:
            nouns = (t for t in reversed(self._named) if self._parse.pos[t] == "NOUN")
            self._duals = {self._named[t] or "": t for t in nouns if duals.is_dual(self._parse, t)}
        return self._duals

    def _nation(self, token: int) -> str:
        """The id of the state whose people an adjective names, where no mention does."""
        country = nationalities().get(self._parse.lower[token]) if self._parse.labels[token] != "det" else None
        return self.state(country) if country is not None else ""

    def _from_lands(self, token: int) -> list[str]:
        """A party of each of the countries that people come from ("officials from Chad, Niger and Mali")."""
        parse = self._parse
        if parse.tags[token] not in ("NNS", "NNPS") or parse.lemmas[token] in heads.NUMBERS:
            return []
        group = "official" if parse.lemmas[token] == "government" else self._group(token)
        for land in self._after(token, ("from", "of")) if group else ():
            owners = [self._named.get(t) or "" for t in syntax.conjuncts(parse, land)]
            owners = [name for name in owners if name in self.actors and self.actors[name].type == "country"]
            if group and len(owners) > 1:
                return [self._describe(token, group, name) for name in owners]
        return []

    def two_states(self, token: int) -> tuple[str, ...]:
        """The two states the text has in mind at a token, but for whoever acts there ("offered to mediate")."""
        sides = duals.two_sides(self._parse, token, self._named, self.actors)
        return tuple(side if side in self.actors else self.state(side) for side in sides)

    def undergoer(self, token: int) -> int | None:
        """The person before a deed's noun who undergoes it: nobody who condemns it means him."""
        owner = syntax.child(self._parse, token, "poss") if self._parse.lemmas[token] in heads.UNDERGONE else None
        if owner is None or self._after(token, ("of",)):
            return None
        return owner if self.are_people(self.at(owner)) else None

    def _blamed(self, token: int) -> tuple[str, ...]:
        """Who is meant where a deed done to somebody is condemned or praised: who did it, nobody if that is not told."""
        parse = self._parse
        places = [token, *self._after(token, ("of",)), parse.heads[token]]
        by = (t for head in places for t in self._after(head, ("by",)) if not syntax.is_passive(parse, head))
        doers = [*by, *syntax.children_of(parse, token, "poss")]
        return next((found for found in map(self.at, doers) if found), ())

    def _called(self, token: int) -> tuple[str, ...]:
        """The person whose name follows an office, though the parser may hang it elsewhere ("the committee's head, Ann Lee")."""
        parse = self._parse
        name = min(token + 2, len(parse) - 1)
        while parse.labels[name] == "compound" and parse.heads[name] > name:
            name = parse.heads[name]
        behind = parse.lower[min(token + 1, name)] == "," and parse.labels[name] in ("appos", "npadvmod")
        found = self.one(name) if behind and parse.pos[name] == "PROPN" else self._apposed(token)
        return found if self.are_persons(found) else ()

    def _apposed(self, token: int) -> tuple[str, ...]:
        for other in syntax.children_of(self._parse, token, "appos"):
            found = self.one(other)
            if found:
                return found
        return ()

    def _group(self, token: int) -> str | None:
        if self._parse.lower[token] in heads.VICTIMS and self._is_noun_phrase(token):
            return "civilian"
        if self._parse.pos[token] not in ("NOUN", "PROPN"):
            return None
        if self._parse.lower[token] in heads.CROWDS:
            return None if self._after(token, ("of",)) else "civilian"
        return group_of(self._parse.lemmas[token])

    def _is_noun_phrase(self, token: int) -> bool:
        """Whether an article stands before a token, alone or with a number ("the 40 detained")."""
        before = self._parse.children[token]
        near = (*before, *(t for other in before if self._parse.pos[other] == "NUM" for t in self._parse.children[other]))
        return any(self._parse.lower[other] == "the" for other in near)

    def _owner(self, token: int) -> str | None:
        parse = self._parse
        for other in reversed(syntax.children_of(parse, token, *MODIFIERS)):
            if parse.lemmas[other] in heads.TIMES:
                continue
            found = self._named.get(other) or (self._owner(other) if parse.labels[other] in ("poss", "compound") else None)
            if parse.labels[other] == "compound" and parse.lemmas[token] in heads.BLOWS:  # "a rebel attack"
                found = found or next(iter(self.one(other)), None)
            for deeper in syntax.children_of(parse, other, "npadvmod"):  # "a Greek-owned tanker"
                found = found or self._named.get(deeper)
            if found is not None:
                return found
        if parse.pos[token] not in ("NOUN", "PROPN") or parse.lemmas[token] in heads.BLOWS:
            return None
        for head in self._after(token, OWNING):
            found = next(iter(self.one(head)), None)
            if found is not None:
                return found
        return None

    def _after(self, token: int, words: tuple[str, ...]) -> list[int]:
        parse = self._parse
        return [
            head
            for preposition in syntax.children_of(parse, token, "prep")
            if parse.lower[preposition] in words
            for head in syntax.children_of(parse, preposition, "pobj")
        ]

    def _describe(self, token: int, group: str, owner: str | None) -> str:
        country = self.actors[owner].country if owner in self.actors else None
        if country is None and self._parse.lower[token] not in load_stateless():
            country = self._domestic()
        return self.add_described(token, group, country)

"""What every settling function needs: the parse, the knowledge base, the cast, the day, and whose a phrase is."""

from __future__ import annotations

import re
from collections.abc import Callable

from onrecord.actors.cast import Cast, Figure
from onrecord.actors.focus import NO_STATES, Focus
from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.phrases import HONORIFICS, Phrase
from onrecord.actors.places import Gazetteer
from onrecord.actors.roles import Role
from onrecord.actors.vessels import Vessels
from onrecord.actors.words import MEN, SENT, WOMEN
from onrecord.records import Parse

CANDIDACY = "politician"
"""The key of roles that last for one election."""

_YEAR = re.compile(r"(?:19|20)\d\d")
OWN_SECTOR = frozenset({
    "spokesperson", "official", "head", "ambassador", "diplomat", "secretary_general", "officer", "staff", "group", "colleague",
    "family", "office", "guards", "officers",
})  # fmt: skip
"""Roles whose sector is that of the body they belong to."""

AGAINST_STATE = (("REB",), ("PRM",), ("UAF",))
"""Main sectors of bodies all of whose people have it, their presidents and generals too."""

LED = frozenset({"government", "administration"})
"""Roles of bodies that are called by who leads them: "the Okafor administration"."""

SEES = {"pope": "VAT", "pontiff": "VAT"}
"""Roles that one state alone has: nobody tells whose they are."""

INQUIRING = frozenset({"committee", "panel", "commission", "select committee", "task force", "subcommittee"})
"""Role words of bodies that are called by what they look into, be it abroad ("the Basra inquiry" of a parliament)."""

LOCAL = frozenset({"local", "regional", "provincial", "country"})
OFFICIAL = frozenset({"official", "commander", "officer", "soldier", "diplomat", "councillor", "lawmaker"})
"""Roles that make whoever gave them up one of the elite out of office (ELI)."""


class Scene:
    """One article while its phrases are settled. `settle` is set by the settler, for phrases that belong to others."""

    def __init__(self, parse: Parse, kb: KnowledgeBase, gazetteer: Gazetteer, cast: Cast, date: str | None) -> None:
        self.parse = parse
        self.kb = kb
        self.gazetteer = gazetteer
        self.cast = cast
        self.date = date
        self.focus = Focus(parse, kb, gazetteer)
        self.vessels = Vessels(parse, kb)
        self.pronoun: Callable[[int], Figure | None] = lambda token: None
        self.settle: Callable[[Phrase], Figure | None] = lambda phrase: None

    def owner_country(self, phrase: Phrase) -> str | None:
        """The country a phrase is told to belong to: by a demonym, a possessive, a preposition or a place before it."""
        if phrase.modifiers and not self._is_matter(phrase):
            return phrase.modifiers[-1].country
        if phrase.within is not None:
            figure = self.settle(phrase.within)
            if figure is not None and figure.country:
                return figure.country
        for owner in phrase.owners:
            figure = self.cast.named(owner) or self.cast.by_word(owner.split()[-1], phrase.head)
            if figure is not None and figure.country:
                return figure.country
            if phrase.role is not None and phrase.role.key in LED:
                country = self.kb.led_by(owner, self.date, self.focus.countries)
                if country is not None:
                    return country
        for owner_phrase in (phrase.possessor, phrase.of):
            if owner_phrase is not None and not self._is_post(phrase, owner_phrase):
                country = self.country_of(owner_phrase)
                if country:
                    return self.focus.at(phrase.head) if country in NO_STATES and self._is_local(phrase) else country
        if self._is_matter(phrase):
            return None
        see = SEES.get(phrase.role.term) if phrase.role is not None else None
        return see or self.place_country(phrase) or self.vessels.of_crew(phrase)

    def _is_local(self, phrase: Phrase) -> bool:
        """Whether somebody serves a body of many countries where the article plays ("its local head", "its country director")."""
        possessor = phrase.possessor or phrase.of
        start = phrase.start if possessor is None or possessor.start < 0 else min(phrase.start, possessor.start)
        return not LOCAL.isdisjoint(self.parse.lower[max(start, 0) : phrase.end])

    def _is_matter(self, phrase: Phrase) -> bool:
        """Whether the city before a body that looks into things is abroad: what it looks into, not whose it is."""
        if phrase.role is None or phrase.role.term not in INQUIRING:
            return False
        seat = phrase.modifiers[-1] if phrase.modifiers else None
        if seat is not None:
            return seat.kind == "seat" and seat.country != self.focus.default
        return bool(phrase.places) and self.place_country(phrase) != self.focus.default

    def _is_post(self, phrase: Phrase, owner: Phrase) -> bool:
        """Whether a phrase tells only where somebody serves abroad: "an ambassador in Kyiv"."""
        parse = self.parse
        above = parse.lower[parse.heads[owner.head]] if owner.head >= 0 else ""
        return parse.lower[max(phrase.head, 0)] in SENT and above in ("in", "at", "to", "inside")

    def country_of(self, phrase: Phrase) -> str | None:
        """The country of what a phrase means, be it somebody or a place."""
        if phrase.entity is not None and phrase.entity.kind in ("name", "seat", "region"):
            return phrase.entity.country
        if phrase.pronoun:
            figure = self.pronoun(phrase.head)
            if figure is None and self._is_writers(phrase.head):
                return self.focus.default
            return figure.country if figure is not None else None
        figure = self.settle(phrase)
        if figure is not None and figure.country:
            return figure.country
        return self.place_country(phrase) or (self.country_of(phrase.of) if phrase.of is not None else None)

    def _is_writers(self, token: int) -> bool:
        """Whether "our" stands outside all quotation marks: whose the writer's own side is, where no speaker is told."""
        return self.parse.lower[token] == "our" and self.parse.quotation_of[token] < 0

    def place_country(self, phrase: Phrase) -> str | None:
        """The country of the city a phrase names or has before its role, but for a town called as somebody of the article."""
        for place in phrase.all_places:
            city = place.choose(self.focus.countries)
            if city is not None and not self.cast.bearers(place.name):
                return city.country
        return None

    def owner_body(self, phrase: Phrase) -> Figure | None:
        """The body or group a role belongs to: "Hamas official", "spokesman for the defence ministry"."""
        for entity in reversed(phrase.modifiers):
            if entity.kind == "body" or entity.country in ("UNO", "EUR"):
                return self.settle(Phrase(-1 - phrase.head, phrase.start, phrase.start + 1, entity=entity))
        for name in phrase.owners:
            figure = self.cast.named(name)
            if figure is not None:
                return figure
        if phrase.within is not None:
            return self.settle(phrase.within)
        for owner in (phrase.of, phrase.possessor):
            if owner is not None:
                figure = self.settle(owner)
                if figure is not None and figure.type in ("organisation", "group", "outlet"):
                    return figure
                if figure is not None and figure.serves is not None and phrase.role is not None and phrase.role.kind == "body":
                    return figure.serves
        return None

    def owner_person(self, phrase: Phrase) -> Figure | None:
        """Whose spokesman somebody is: "Petrov's spokesman", "Petrov spokeswoman Anna Bello"."""
        if phrase.role is None or phrase.role.key != "spokesperson":
            return None
        for owner in (phrase.possessor, phrase.of):
            figure = self.settle(owner) if owner is not None else None
            if figure is not None and figure.type == "person":
                return figure
        found = (self.cast.by_word(owner.split()[-1], phrase.head) for owner in phrase.owners)
        return next((figure for figure in found if figure is not None), None)

    def is_sure(self, phrase: Phrase) -> bool:
        """Whether the country a phrase is told is more than the guessed one of the body it belongs to."""
        owner = self.owner_body(phrase)
        return owner is None or owner.has_country or bool(phrase.modifiers)

    def sector(self, phrase: Phrase, role: Role | None) -> tuple[str, ...]:
        """The sector of a role; who speaks for a body or works for it has that body's."""
        if role is None:
            return ()
        body = self.owner_body(phrase) if role.kind != "body" else None
        if body is not None and body.sector[:1] in AGAINST_STATE:
            return body.sector
        if role.key == "office" and phrase.possessor is not None:
            figure = self.settle(phrase.possessor)
            if figure is not None and figure.type in ("person", "unnamed"):
                return figure.sector
        if role.kind == "office" and role.sector:
            return _former(role.sector) if phrase.former else role.sector
        if role.key in OWN_SECTOR or not role.sector:
            body = self.owner_body(phrase)
            if body is not None and (body.sector or body.country in NO_STATES):
                return body.sector
        if phrase.former and role.sector and role.key in OFFICIAL:
            return _former(role.sector)
        return role.sector or (("GOV",) if role.kind == "person" and role.key in OWN_SECTOR else ())

    def is_past(self, phrase: Phrase) -> bool:
        """Whether a year before the article's stands before a role ("the 1996 nominee"), or in the sentence of a candidacy."""
        if self.date is None or phrase.role is None:
            return False
        parse, year = self.parse, self.date[:4]
        start, end = max(phrase.start, 0), phrase.head
        if phrase.role.key == CANDIDACY:
            start, end = parse.sentences[parse.sentence_of[max(end, 0)]]
        return any(_YEAR.fullmatch(word) and word < year for word in parse.lower[start:end])

    def gender(self, phrase: Phrase) -> str | None:
        """The gender told by an honorific or a role word."""
        for title in phrase.titles:
            if title in HONORIFICS:
                return HONORIFICS[title]
        if phrase.role is None:
            return None
        word = phrase.role.term.rsplit(" ", 1)[-1]
        if word in WOMEN or word.endswith("woman"):
            return "f"
        return "m" if word in MEN or (word.endswith("man") and word != "human") else None

    def text(self, phrase: Phrase, *, whole: bool = False) -> str:
        """The words of a phrase without its determiner; the whole one with what it belongs to by a preposition."""
        parse, start = self.parse, max(phrase.start, 0)
        if parse.lower[start] in ("the", "a", "an", "this", "that", "these", "those", "some", "its", "his", "her", "their"):
            start += 1
        start = min(start, phrase.head)
        end = phrase.of.end if whole and phrase.of is not None and 0 < phrase.of.end - phrase.end < 6 else phrase.end
        return " ".join(parse.text[parse.starts[start] : parse.ends[max(end - 1, start)]].split())


def _former(sector: tuple[str, ...]) -> tuple[str, ...]:
    return ("ELI", *(code for code in sector if code != "GOV"))

"""What every settling function needs: the parse, the knowledge base, the cast, the day, and the article's countries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from onrecord.actors.cast import GROUPS, Cast, Figure
from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.kbdata import Entity
from onrecord.actors.phrases import HONORIFICS, Phrase, is_dateline, is_locative
from onrecord.actors.roles import Role
from onrecord.actors.words import MEN, WOMEN
from onrecord.records import Parse

NO_STATES = frozenset({"IGO", "NGO", "UNO", "EUR", "IMG", "ISM", "MNC"})
OWN_SECTOR = frozenset({
    "spokesperson", "official", "head", "ambassador", "diplomat", "secretary_general", "officer", "staff", "group", "colleague",
    "family", "office",
})  # fmt: skip
"""Roles whose sector is that of the body they belong to."""

SHARED_NAMES = frozenset({
    "Congress", "Senate", "House of Representatives", "Treasury", "National Security Council", "Foreign Office", "Home Office",
    "Labour Party", "Conservative Party", "Democratic Party", "Republican Party", "Bundesrat", "Channel One", "MoD",
    "House of Commons",
})  # fmt: skip
"""Bodies whose names other states share: theirs only in an article that speaks of their state."""

LEAD_PARAGRAPHS = 4
PLACE_WEIGHT, DATELINE_WEIGHT = 2, 8


class Scene:
    """One article while its phrases are settled. `settle` is set by the settler, for phrases that belong to others."""

    def __init__(self, parse: Parse, kb: KnowledgeBase, cast: Cast, date: str | None) -> None:
        self.parse = parse
        self.kb = kb
        self.cast = cast
        self.date = date
        self.countries: list[str] = []
        self.default: str | None = None
        self._evidence: list[tuple[int, str]] = []
        self.pronoun: Callable[[int], Figure | None] = lambda token: None
        self.settle: Callable[[Phrase], Figure | None] = lambda phrase: None

    def survey(self, phrases: list[Phrase]) -> None:
        """Ranks the countries the article speaks of. Places in which something happens and datelines count more than parties,
        the lead more than the rest; the first one is the default of whoever is told no country."""
        parse = self.parse
        lead = parse.paragraphs[min(LEAD_PARAGRAPHS, len(parse.paragraphs)) - 1][1] if parse.paragraphs else 0
        counts: Counter[str] = Counter()
        cities: list[tuple[Phrase, int]] = []
        for phrase in phrases:
            weight = 2 if phrase.head < lead else 1
            entities = (*((phrase.entity,) if phrase.entity else ()), *phrase.modifiers)
            for entity in entities:
                if entity.country not in NO_STATES and entity.type != "outlet" and entity.name not in SHARED_NAMES:
                    counts[entity.country] += weight * self._place_weight(phrase, entity)
                    self._evidence.append((phrase.head, entity.country))
            if phrase.place is not None or phrase.places:
                cities.append((phrase, weight * (DATELINE_WEIGHT if is_dateline(parse, phrase) else PLACE_WEIGHT)))
        known = [country for country, _ in counts.most_common()]
        for phrase, weight in cities:
            for place in phrase.all_places:
                city = place.choose(known)
                if city is not None:
                    counts[city.country] += weight
                    self._evidence.append((phrase.head, city.country))
        self._evidence.sort()
        self.countries = [country for country, _ in counts.most_common()]
        self.default = self.countries[0] if self.countries else None

    def _place_weight(self, phrase: Phrase, entity: Entity) -> int:
        if entity is not phrase.entity or not is_locative(self.parse, phrase):
            return 1
        return DATELINE_WEIGHT if is_dateline(self.parse, phrase) else PLACE_WEIGHT

    def focus(self, token: int) -> str | None:
        """The country spoken of at a token, for whoever is told none.

        Of a place its sentence opens with; else of the subject nearest to the main clause in this sentence, or in the one before
        it in the paragraph; else the article's first.
        """
        parse = self.parse
        sentence = parse.sentence_of[token]
        start = parse.sentences[sentence][0]
        here = [(t, c) for t, c in self._evidence if start <= t < token]
        for t, country in here:
            if parse.labels[t] == "pobj" and parse.heads[t] - start <= 1 and parse.lower[parse.heads[t]] in ("in", "at", "from"):
                return country
        found = self._subject_country(here)
        if found is None and sentence and parse.paragraph_of[start] == parse.paragraph_of[parse.sentences[sentence - 1][0]]:
            first = parse.sentences[sentence - 1][0]
            found = self._subject_country([(t, c) for t, c in self._evidence if first <= t < start])
        return found or self.default

    def home(self, token: int, name: str) -> str | None:
        """The country of a person the text tells none of: the one in focus, unless the name is one of another at hand."""
        return self.kb.choose_origin(name, self.countries[:6], self.focus(token))

    def _subject_country(self, evidence: list[tuple[int, str]]) -> str | None:
        parse = self.parse
        subjects = [
            (parse.depths[t], -t, country) for t, country in evidence if parse.labels[t] in ("nsubj", "nsubjpass", "poss")
        ]
        if not subjects:
            return None
        _, _, country = min(subjects)
        return country

    def owner_country(self, phrase: Phrase) -> str | None:
        """The country a phrase is told to belong to: by a demonym, a possessive, a preposition or a place before it."""
        if phrase.modifiers:
            return phrase.modifiers[-1].country
        for owner in phrase.owners:
            figure = self.cast.named(owner) or self.cast.by_word(owner.split()[-1], phrase.head)
            if figure is not None and figure.country:
                return figure.country
        for owner_phrase in (phrase.possessor, phrase.of):
            if owner_phrase is not None:
                country = self.country_of(owner_phrase)
                if country:
                    return country
        return self.place_country(phrase)

    def country_of(self, phrase: Phrase) -> str | None:
        """The country of what a phrase means, be it somebody or a place."""
        if phrase.entity is not None and phrase.entity.kind in ("name", "seat", "region"):
            return phrase.entity.country
        if phrase.pronoun:
            figure = self.pronoun(phrase.head)
            return figure.country if figure is not None else None
        figure = self.settle(phrase)
        if figure is not None and figure.country and (figure.has_country or figure.type in GROUPS):
            return figure.country
        return self.place_country(phrase) or (self.country_of(phrase.of) if phrase.of is not None else None)

    def place_country(self, phrase: Phrase) -> str | None:
        """The country of the city a phrase names or has before its role."""
        for place in phrase.all_places:
            city = place.choose(self.countries)
            if city is not None:
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
        for owner in (phrase.of, phrase.possessor):
            if owner is not None:
                figure = self.settle(owner)
                if figure is not None and figure.type in ("organisation", "group", "outlet"):
                    return figure
        return None

    def sector(self, phrase: Phrase, role: Role | None) -> tuple[str, ...]:
        """The sector of a role; who speaks for a body or works for it has that body's."""
        if role is None:
            return ()
        if role.kind == "office" and role.sector:
            return role.sector
        if role.key in OWN_SECTOR or not role.sector:
            body = self.owner_body(phrase)
            if body is not None and body.sector:
                return body.sector
        return role.sector or (("GOV",) if role.kind == "person" and role.key in OWN_SECTOR else ())

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

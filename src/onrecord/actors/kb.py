"""Who held which office when, and what names, seats and bodies stand for which state: the knowledge base and its look-ups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from onrecord.actors.additions import read_additions
from onrecord.actors.kbdata import Entity, Person, Term, parse_entity, parse_person, read_lines
from onrecord.actors.name_origins import NameOrigins
from onrecord.actors.names import fold, match_name, sound, split_name
from onrecord.actors.terms import (
    HEADS,
    STALE_FLOOR,
    WORLD_LEADERS,
    Found,
    best_term,
    has_title,
    office_key,
    rank_of,
    term_confidence,
)

PREMIER_LED = frozenset({
    "ALB", "ARM", "AUS", "AUT", "BEL", "BGD", "BGR", "BHS", "BRB", "BTN", "CAN", "CZE", "DEU", "DNK", "ESP", "EST", "ETH", "FIN",
    "FJI", "GBR", "GEO", "GRC", "HRV", "HUN", "IND", "IRL", "IRQ", "ISL", "ISR", "ITA", "JAM", "JPN", "KHM", "LBY", "LSO", "LUX",
    "LVA", "MKD", "MLT", "MNE", "MUS", "MYS", "NLD", "NOR", "NPL", "NZL", "PAK", "PNG", "POL", "PRT", "SGP", "SVK", "SVN", "SWE",
    "THA", "TTO", "XKX",
})  # fmt: skip
"""Countries whose leader in the news is the head of government; elsewhere the head of state is."""

OWN_MIN = 0.5
"""A term of a user's table comes before the shipped ones if it is at least this sure: not when it was last seen years before."""


MANY_FORMS = 4
"""So many forms with one first word ("the ...") are looked up by the second."""


class Form(NamedTuple):
    """A form as the text writes it: the words after the first one, and the entity it stands for."""

    rest: tuple[str, ...]
    exact: tuple[str, ...] | None
    entity: Entity


class KnowledgeBase:
    """Persons with their dated terms, and countries, seats, bodies, groups and outlets with their forms.

    Build it with `load`. Rows are decoded when first asked for.
    """

    def __init__(self, folder: Path | None = None, additions: Path | Iterable[Path] | None = None) -> None:
        self._lines = read_lines("persons.tsv.gz", folder)
        self._titles = read_lines("titles.tsv.gz", folder)
        self._surnames = dict(line.split("\t") for line in read_lines("surnames.tsv.gz", folder))
        self._offices = dict(line.split("\t") for line in read_lines("offices.tsv.gz", folder))
        self.names = NameOrigins(folder)
        self._own: dict[str, list[Person]] = {}
        self._own_offices: dict[str, list[Person]] = {}
        self._own_terms: dict[str, list[Term]] = {}
        self.country_names: dict[str, str] = {}
        self.adjectives: dict[str, str] = {}
        self.bodies: dict[tuple[str, str], Entity] = {}
        self.forms: dict[str, list[Form]] = {}
        for line in read_lines("entities.tsv.gz", folder):
            self._add_entity(parse_entity(line))
        for table in (additions,) if isinstance(additions, Path) else additions or ():
            self._add_own(table)
        for group in self.forms.values():
            group.sort(key=lambda form: -len(form.rest))
        self._rows: dict[str, dict[str, list[Form]]] = {}
        self._person = lru_cache(maxsize=4096)(self._parse_person)
        self._bearers = lru_cache(maxsize=4096)(self._find_bearers)

    @classmethod
    def load(cls, additions: Path | Iterable[Path] | None = None) -> KnowledgeBase:
        """The shipped knowledge base, with a user's own table on top.

        Args:
            additions: a CSV in the form of `docs/kb.md`, or several, the last of which wins; their rows win over ours.

        Raises:
            SettingsError: the table cannot be read; the message names file, line and what is expected.
        """
        return cls(additions=additions)

    def office_holder(self, country: str, office: str, date: str | None = None) -> Found | None:
        """Who held an office on a day.

        Args:
            country: ISO 3166 alpha-3, or UNO, EUR, IGO.
            office: `head_of_state`, `head_of_government`, `foreign_minister`, `defence_minister`, `president`, `leader` (the one
                of the two heads who leads that country), or another class of `docs/kb.md`; `office@body` for a body's own.
            date: ISO date, whole or partial; `None` asks for the latest holder known.

        Returns:
            The holder whose term covers the day; of several, the one who came last. A term open but last seen before the day
            gives a lower confidence. `None` when no term covers it.
        """
        found: list[Found] = []
        for name in self._offices_of(country, office):
            for person in self._holders(f"{country} {name}"):
                for term in person.terms:
                    if office_key(term) == name and term.country == country and has_title(term, office):
                        confidence = term_confidence(term, date)
                        if confidence:
                            found.append(Found(person, term, confidence))
        own = {id(person) for group in self._own_offices.values() for person in group}
        return max(
            found,
            key=lambda f: (id(f.person) in own and f.confidence >= OWN_MIN, f.term.start if f.term else "", f.confidence),
            default=None,
        )

    def find(self, name: str, date: str | None = None, countries: Sequence[str] = ()) -> tuple[Found, ...]:
        """Persons a name may stand for, best first.

        Args:
            name: a full name or a surname, in any spelling the rules of `names.py` fold.
            date: ISO date; who held an office then comes before who did not.
            countries: ISO 3166 alpha-3 codes at hand, which count for a person.

        Returns:
            Only persons whose surname agrees, and whose given name agrees where one is given.
        """
        return tuple(found for _, found in self._ranked(name, date, tuple(countries)))

    def led_by(self, surname: str, date: str | None = None, countries: Sequence[str] = ()) -> str | None:
        """The country whose government is called by the surname of its head ("the Moe government").

        Args:
            surname: the head's.
            date: ISO date; who leads a state on it comes first, the surest term before others.
            countries: ISO 3166 alpha-3 codes at hand; heads of the past are sought among theirs alone.

        Returns:
            `None` where nobody of that name leads or led, or namesakes do as surely.
        """
        heads = [f for _, f in self._ranked(surname, date, ()) if f.term and f.term.office in HEADS]
        sitting = [f for f in heads if f.confidence > STALE_FLOOR]
        surest = max((f.confidence for f in sitting), default=0.0)
        found = {f.person.country for f in sitting if f.confidence == surest}
        found = found or {f.person.country for f in heads if f.person.country in countries}
        return found.pop() if len(found) == 1 else None

    def country_of_leader(self, name: str) -> str | None:
        """The country that somebody of this full name has led, or is to lead; `None` where a namesake is of another one."""
        if not self.knows(split_name(name)[1]):
            return None
        bearers = [person for _, person in self._bearers(name)]
        countries = {person.country for person in bearers}
        led = any(term.office in HEADS for person in bearers for term in person.terms)
        return countries.pop() if led and len(countries) == 1 else None

    def has_led(self, surname: str) -> bool:
        """Whether anybody of this name has led a state or the United Nations, ever."""
        return any(f.term is not None and f.term.office in WORLD_LEADERS for f in self.find(surname))

    def find_entity(self, words: Sequence[str], lower: Sequence[str], at: int, end: int) -> tuple[Entity, int] | None:
        """The longest form of a country, seat, body, group or outlet that begins at a token, and the token after it.

        Args:
            words, lower: the text's tokens and the same in lower case.
            at: token to begin at.
            end: token before which the form must end.
        """
        group = self.forms.get(lower[at])
        if group is None:
            return None
        following = lower[at + 1 : min(end, at + 1 + len(group[0].rest))]  # the longest forms come first
        second = (following[0], fold(following[0])) if following else ("", "")
        if len(group) >= MANY_FORMS and second[0] == second[1]:
            rows = self._rows.get(lower[at]) or self._rows.setdefault(lower[at], _by_second_word(group))
            group = rows.get(second[0]) or rows[""]
        for rest, exact, entity in group:
            if rest and (rest[0] not in second or not _is_row(rest, following)):
                continue
            stop = at + 1 + len(rest)
            if exact is not None and tuple(words[at:stop]) != exact:
                continue
            return entity, stop
        return None

    def knows(self, surname: str) -> bool:
        """Whether any person of the base may bear this surname (a cheap check before `find`)."""
        key = sound(surname)
        return key in self._surnames or key in self._own

    def body(self, country: str, key: str) -> Entity | None:
        """The body of that key in a country (`foreign_ministry` of USA: the State Department), where it has a name of its own."""
        return self.bodies.get((country, key))

    def _offices_of(self, country: str, office: str) -> tuple[str, ...]:
        if office == "president":
            return ("head_of_state", "head_of_government")
        if office == "leader":
            return ("head_of_government",) if country in PREMIER_LED else ("head_of_state",)
        return (office,)

    def _holders(self, key: str) -> list[Person]:
        numbers = self._offices.get(key, "")
        known = [self._person(int(number)) for number in numbers.split(",")] if numbers else []
        return [*self._own_offices.get(key, ()), *known]

    def _ranked(self, name: str, date: str | None, countries: tuple[str, ...]) -> list[tuple[float, Found]]:
        ranked: list[tuple[float, Found]] = []
        for match, person in self._bearers(name):
            found = best_term(person, date)
            score = match + found.confidence + (1.0 if person.country in countries else 0.0) + rank_of(found.term)
            ranked.append((score, found))
        ranked.sort(key=lambda pair: (-pair[0], pair[1].person.name))
        return ranked

    def _find_bearers(self, name: str) -> tuple[tuple[float, Person], ...]:
        """Persons a name fits, on whatever day, each with how well it does."""
        given, surname = split_name(name)
        matches = (
            (match_name(given, surname, (person.name, *person.aliases)), person) for person in self._sharing(sound(surname))
        )
        return tuple((match, person) for match, person in matches if match)

    def _sharing(self, key: str) -> list[Person]:
        numbers = self._surnames.get(key, "")
        return [*self._own.get(key, ()), *(self._person(int(number)) for number in numbers.split(",") if number)]

    def _parse_person(self, number: int) -> Person:
        """A shipped person, without the terms that the user's tables tell of him or her in their own way."""
        person = parse_person(self._lines[number], self._titles)
        own = [term for key in _same_person(person) for term in self._own_terms.get(key, ())] if self._own_terms else []
        if not own:
            return person
        told = {(term.country, office_key(term), term.start[:4]) for term in own}
        kept = tuple(term for term in person.terms if (term.country, office_key(term), term.start[:4]) not in told)
        return replace(person, terms=kept)

    def _add_entity(self, entity: Entity) -> None:
        if entity.kind == "name":
            self.country_names.setdefault(entity.country, entity.name)
        if entity.kind == "adjective":
            self.adjectives.setdefault(entity.country, entity.forms[0])
        if entity.kind == "body" and entity.body:
            self.bodies.setdefault((entity.country, entity.body), entity)
        for form in entity.forms:
            for words in {tuple(form.split()), tuple(fold(form).split(" "))} if not form.isascii() else (tuple(form.split()),):
                lower = tuple(word.lower() for word in words)
                self.forms.setdefault(lower[0], []).append(Form(lower[1:], _exact(words), entity))

    def _add_own(self, path: Path) -> None:
        persons, entities = read_additions(path)
        for entity in entities:
            for form in entity.forms:
                first = form.split()[0].lower()
                rest = tuple(form.lower().split()[1:])
                self.forms[first] = [old for old in self.forms.get(first, []) if old.rest != rest]
            self._add_entity(entity)
        for person in persons:
            for name in (person.name, *person.aliases):
                self._own.setdefault(sound(split_name(name)[1]), []).append(person)
            for key in _same_person(person):
                self._own_terms.setdefault(key, []).extend(person.terms)
            for term in person.terms:
                self._own_offices.setdefault(f"{term.country} {office_key(term)}", []).append(person)


def _same_person(person: Person) -> tuple[str, ...]:
    """Keys by which rows of two tables are known to be of one person: the Wikidata item, or a full name within a country."""
    names = (f"{person.country} {fold(name)}" for name in (person.name, *person.aliases) if " " in name)
    return (*names, person.wikidata) if person.wikidata else tuple(names)


def _by_second_word(group: list[Form]) -> dict[str, list[Form]]:
    """The forms that may go on with a word, by that word; those of one word fit before any, and stand alone under ""."""
    seconds = {form.rest[0] for form in group if form.rest}
    return {word: [form for form in group if not form.rest or form.rest[0] == word] for word in (*seconds, "")}


def _is_row(rest: tuple[str, ...], following: Sequence[str]) -> bool:
    """Whether the words of a form come next, written so or folded."""
    row = tuple(following[: len(rest)])
    return row == rest or tuple(map(fold, row)) == rest


def _exact(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Abbreviations and short words must stand in the text as they are ("IS", "US", "Kan"); longer names only capitalised."""
    is_short = len(words) == 1 and (words[0].isupper() or len(words[0]) <= 4)
    return words if is_short else None

"""A name and a day -> whom or what the knowledge base takes it for: the answer of `onrecord kb show`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from onrecord.actors.additions import read_additions
from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.kbdata import Entity, Person, Term, parse_entity, read_lines
from onrecord.actors.names import fold, split_name
from onrecord.actors.places import Gazetteer
from onrecord.actors.roles import Role, Roles
from onrecord.actors.tables import refreshed_table
from onrecord.actors.terms import Found, term_confidence

SHIPPED = "shipped base"
PUBLIC_RECORD = "shipped base, from public record"
REFRESHED = "refreshed from Wikidata"
STANDS_FOR = {
    "name": "{} itself",
    "seat": "the government of {} (metonym)",
    "adjective": "what is of {} (adjective)",
    "demonym": "people of {} (demonym)",
    "region": "a region that counts with {}",
    "body": "itself",
}
"""What a form of each kind stands for."""

HEADS = {"foreign_ministry": "foreign_minister", "defence_ministry": "defence_minister", "interior_ministry": "interior_minister"}
"""Bodies whose head is an office of the base."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A term in an office as it is shown.

    `confidence` in [0, 1] that it ran on the day asked for (0: it did not); without a day, 0.9 for an open term and 0.5 for one
    that ended. `basis` is that of the end, `origin` the table the row is from.
    """

    office: str
    title: str
    country: str
    sector: tuple[str, ...]
    start: str
    end: str
    basis: str
    as_of: str
    confidence: float
    origin: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody or something a name may stand for. `stands_for` tells what a place, adjective or seat means as an actor."""

    kind: str
    name: str
    country: str
    country_name: str
    sector: tuple[str, ...]
    aliases: tuple[str, ...]
    stands_for: str
    wikidata: str | None
    terms: tuple[Tenure, ...]
    led_by: str
    latitude: float | None
    longitude: float | None
    confidence: float
    origin: str


class Inspector:
    """The knowledge base with a user's tables, asked by a name as a person would ask.

    Args:
        tables: the user's tables, the one that wins last; see `onrecord.actors.tables.tables_in_use`.
    """

    def __init__(self, tables: Sequence[Path] = ()) -> None:
        self.kb = KnowledgeBase.load(tables)
        self._gazetteer = Gazetteer()
        self._origins: dict[Person | Entity, str] = {}
        for table in tables:
            persons, entities = read_additions(table)
            origin = REFRESHED if table == refreshed_table() else str(table)
            self._origins.update(dict.fromkeys((*persons, *entities), origin))

    def find(self, name: str, date: str | None = None, country: str | None = None) -> tuple[Candidate, ...]:
        """Whom or what a name may stand for: offices and forms first, then persons, the likeliest first, then cities.

        Args:
            name: a name in any spelling ("Zelenskiy", "the Kremlin"), or an office ("president of Ukraine").
            date: ISO date, whole or partial.
            country: ISO 3166 alpha-3; only candidates of that country.
        """
        text = " ".join(name.split())
        text = text[4:] if text.lower().startswith("the ") else text
        if not text:
            return ()
        found: tuple[Candidate, ...] = tuple(self._office(text, date))
        if not found:
            found = (*self._entities(text, date), *self._persons(text, date, country), *self._cities(text))
        return tuple(candidate for candidate in found if country in (None, candidate.country))

    def near(self, name: str, most: int = 5) -> tuple[str, ...]:
        """Names of the base that are written almost like one it does not know."""
        known: dict[str, str] = {}
        for line in read_lines("persons.tsv.gz"):
            person = line.split("\t", 1)[0]
            known.setdefault(fold(person if " " in name.strip() else split_name(person)[1]), person)
        for line in read_lines("entities.tsv.gz"):
            known.update({fold(form): form for form in parse_entity(line).forms})
        for own in self._origins:
            known[fold(own.name)] = own.name
        return tuple(dict.fromkeys(known[key] for key in get_close_matches(fold(name), known, most, 0.75)))

    def _office(self, text: str, date: str | None) -> Iterator[Candidate]:
        """Who holds the office that a title with a country names."""
        words = fold(text).replace("'s", "").split()
        role = _role(words)
        if role is None or role.kind != "office":
            return
        for at in range(len(words)):
            for entity in _entities_at(self.kb, words, at):
                found = self.kb.office_holder(entity.country, "president" if "president" in words else role.key, date)
                if found is not None and entity.kind in ("name", "adjective", "seat"):
                    yield self._person(found, date)
                    return

    def _entities(self, text: str, date: str | None) -> Iterator[Candidate]:
        words = text.replace("'s", " 's").split()
        seen: set[tuple[str, ...]] = set()
        for entity in _entities_at(self.kb, words, 0, whole=True):
            if (entity.kind, entity.country, entity.name) not in seen:
                seen.add((entity.kind, entity.country, entity.name))
                yield self._entity(entity, date)

    def _persons(self, text: str, date: str | None, country: str | None) -> list[Candidate]:
        """Persons; rows that are known to be of one become one candidate."""
        merged: list[Candidate] = []
        for found in dict.fromkeys(self.kb.find(text, date, [country] if country else ())):
            candidate = self._person(found, date)
            at = next((at for at, before in enumerate(merged) if _is_same(before, candidate)), None)
            if at is None:
                merged.append(candidate)
            else:
                merged[at] = _joined(merged[at], candidate)
        return sorted(merged, key=lambda c: (-c.confidence, c.origin.startswith(SHIPPED))) if date else merged

    def _cities(self, text: str) -> Iterator[Candidate]:
        place = self._gazetteer.find(text)
        for city in place.cities if place else ():
            where = self._country(city.country)
            yield Candidate(
                "place", city.name, city.country, where, (), (), f"a city in {where}, {city.population:,} people; no actor",
                None, (), "", city.latitude, city.longitude, 0.5, "GeoNames",
            )  # fmt: skip

    def _person(self, found: Found, date: str | None) -> Candidate:
        person = found.person
        origin = self._origins.get(person)
        terms = tuple(_tenure(term, date, origin) for term in person.terms)
        sector = found.term.sector if found.term else ()
        return Candidate(
            "person", person.name, person.country, self._country(person.country), sector, person.aliases, "", person.wikidata,
            terms, "", None, None, round(found.confidence, 2), origin or SHIPPED,
        )  # fmt: skip

    def _entity(self, entity: Entity, date: str | None) -> Candidate:
        country = self._country(entity.country)
        office = HEADS.get(entity.body, "") if entity.kind == "body" else "leader"
        head = self.kb.office_holder(entity.country, office, date) if office else None
        kind = entity.type if entity.kind in ("body", "name") else entity.kind
        return Candidate(
            kind, entity.name, entity.country, country, entity.sector, entity.forms, STANDS_FOR[entity.kind].format(country),
            None, (), f"{head.person.name} ({head.confidence:.2f})" if head else "", None, None, 1.0,
            self._origins.get(entity, SHIPPED),
        )  # fmt: skip

    def _country(self, code: str) -> str:
        return self.kb.country_names.get(code, code)


def _role(words: Sequence[str]) -> Role | None:
    roles = Roles()
    matches = (roles.match(words, head, 0, len(words)) for head in range(len(words)))
    found = [match for match in matches if match is not None]
    return max(found, key=lambda match: match[2] - match[1])[0] if found else None


def _entities_at(kb: KnowledgeBase, words: Sequence[str], at: int, *, whole: bool = False) -> Iterator[Entity]:
    """Entities with a form that begins at a word, in any case of letters; `whole`: and that ends with the last."""
    folded = tuple(map(fold, words))
    for first in dict.fromkeys((words[at].lower(), folded[at])):
        for form in kb.forms.get(first, ()):
            stop = at + 1 + len(form.rest)
            if tuple(map(fold, form.rest)) == folded[at + 1 : stop] and (not whole or stop == len(words)):
                yield form.entity


def _tenure(term: Term, date: str | None, origin: str | None) -> Tenure:
    office = f"{term.office}@{term.body}" if term.body else term.office
    start = "" if term.start == "0000" else term.start
    return Tenure(
        office, term.title, term.country, term.sector, start, term.end, term.basis, term.as_of,
        round(term_confidence(term, date), 2), origin or (PUBLIC_RECORD if term.basis == "additions" else SHIPPED),
    )  # fmt: skip


def _is_same(one: Candidate, other: Candidate) -> bool:
    """Whether two are one person: the same Wikidata item, or where one has none, a name in common within a country."""
    if one.wikidata and other.wikidata:
        return one.wikidata == other.wikidata
    names = [{fold(name) for name in (candidate.name, *candidate.aliases)} for candidate in (one, other)]
    return one.country == other.country and not names[0].isdisjoint(names[1])


def _joined(first: Candidate, other: Candidate) -> Candidate:
    """One candidate of two that are the same person: own rows' name and confidence first, the terms of both."""
    aliases = (*first.aliases, other.name, *other.aliases)
    terms = sorted(dict.fromkeys((*first.terms, *other.terms)), key=lambda term: (term.start, term.office, term.end))
    return replace(
        first, aliases=tuple(name for name in dict.fromkeys(aliases) if name != first.name), terms=tuple(terms),
        wikidata=first.wikidata or other.wikidata, confidence=max(first.confidence, other.confidence),
        origin=" + ".join(dict.fromkeys((*first.origin.split(" + "), other.origin))),
    )  # fmt: skip


def describe(candidate: Candidate, date: str | None) -> Iterable[str]:
    """The lines that show a candidate to a person, the first without indent."""
    where = (
        candidate.country_name
        if candidate.country_name == candidate.country
        else f"{candidate.country_name}, {candidate.country}"
    )
    sectors = f" · {' '.join(candidate.sector)}" if candidate.sector else ""
    yield f"{candidate.name} · {candidate.kind} · {where}{sectors}"
    if candidate.stands_for and candidate.stands_for != "itself":
        yield f"  stands for: {candidate.stands_for}"
    if candidate.led_by:
        yield f"  led {'on that day' if date else 'last'} by: {candidate.led_by}"
    if candidate.latitude is not None:
        yield f"  at: {candidate.latitude}, {candidate.longitude}"
    for term in candidate.terms:
        yield f"  {_told(term, date)}"
    others = [name for name in candidate.aliases if name != candidate.name]
    if others:
        yield f"  also: {', '.join(others)}"
    wikidata = f", Wikidata {candidate.wikidata}" if candidate.wikidata else ""
    yield f"  from: {candidate.origin}{wikidata}"


def _told(term: Tenure, date: str | None) -> str:
    end = f"to {term.end}" if term.end else "no end known"
    seen = f", last seen {term.as_of}" if term.as_of and not term.end else ""
    title = f" ({term.title})" if term.title else ""
    now = f" · {term.confidence:.2f} that day" if date and term.confidence else ""
    sector = f" {' '.join(term.sector)}" if term.sector else ""
    return f"{term.office}{title} {term.country}{sector}: {term.start or 'unknown'} {end} [{term.basis}{seen}]{now}"

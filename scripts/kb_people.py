"""Rows of several sources -> persons, each once."""

from __future__ import annotations

from collections import defaultdict

from onrecord.actors.kbdata import Person, Term
from onrecord.actors.names import fold, skeleton, sound, split_name


class People:
    """Persons gathered by country and spelling, so that one person's rows of several sources become one."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.aliases: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self.country: dict[str, str] = {}
        self.wikidata: dict[str, str] = {}
        self.terms: defaultdict[str, list[Term]] = defaultdict(list)
        self._by_name: dict[tuple[str, str, str], str] = {}

    def add(self, country: str, names: list[str], wikidata: str, term: Term) -> None:
        """Adds a term under the person these names or this Wikidata id already stand for, else under a new one."""
        keys = [self._key(country, name) for name in names]
        person = next((self._by_name[key] for key in keys if key in self._by_name), None)
        if person is None or (wikidata and self.wikidata.get(person, wikidata) != wikidata):
            person = wikidata if wikidata in self.names else f"{wikidata or '-'}|{country}|{fold(names[0])}"
        if wikidata and person in self.names and person not in self.wikidata and not self._is_ours(person):
            self.aliases[person][self.names[person]] = None
            self.names[person] = names[0]  # Wikidata's label rather than the Factbook's full form
        self.names.setdefault(person, names[0])
        self.country.setdefault(person, country)
        if wikidata:
            self.wikidata.setdefault(person, wikidata)
        for name, key in zip(names, keys, strict=True):
            self._by_name.setdefault(key, person)
            if name != self.names[person]:
                self.aliases[person][name] = None
        if term not in self.terms[person]:
            self.terms[person].append(term)

    def _is_ours(self, person: str) -> bool:
        return any(term.basis == "additions" for term in self.terms[person])

    @staticmethod
    def _key(country: str, name: str) -> tuple[str, str, str]:
        given, surname = split_name(name)
        return country, sound(surname), skeleton(given[0]) if given else ""

    def persons(self) -> list[Person]:
        """All persons, in a fixed order."""
        made = []
        for key in sorted(self.names):
            terms = tuple(sorted(self.terms[key], key=lambda term: (term.start, term.office, term.end)))
            made.append(Person(self.names[key], tuple(self.aliases[key]), self.country[key], self.wikidata.get(key), terms))
        return made

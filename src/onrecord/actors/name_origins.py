"""A personal name -> whether a man or a woman bears it, and in which countries it is common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from onrecord.actors.kbdata import read_lines
from onrecord.actors.names import fold, name_parts

GUESS_MIN = 150
"""Percent, over all name parts of an article, that must speak for a country before it is guessed from names alone."""

ENDINGS = {"a": "f", "o": "m"}
GENDERED = frozenset({"SRB", "BGR", "RUS", "UKR", "BLR", "POL", "ESP", "BRA", "ITA", "ROU", "GRC"})
"""First countries of the groups of `name_origins.tsv` whose given names tell the gender by their last vowel."""

UNTOLD = frozenset({
    "alija", "amparo", "andrea", "andrija", "ante", "bora", "boza", "consuelo", "costa", "danila", "elia", "evangelia", "foma",
    "gianluca", "hajrudin", "ilia", "ilija", "illia", "ilya", "kolya", "kosta", "kuzma", "luca", "luka", "matija", "mattia",
    "misha", "mykola", "mykyta", "nicola", "nikita", "nikola", "rosario", "sasa", "sasha", "sava", "socorro", "vanja", "vasa",
})  # fmt: skip
"""Given names whose ending tells nothing."""

CULTURE_WEIGHT = 0.8
"""What a given name borne in one group of countries counts for each of them; less where several groups bear it."""


class NameOrigins:
    """The tables of given names and of where names are borne."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._genders = dict(line.split("\t") for line in read_lines("given_names.tsv", folder)[1:])
        self._origins = dict(line.split("\t") for line in read_lines("origins.tsv.gz", folder))
        self._all_shares = lru_cache(maxsize=4096)(self._compute_shares)
        self._part_shares = lru_cache(maxsize=4096)(self._compute_part_shares)

    def gender(self, given: str) -> str | None:
        """`m` or `f` for a given name mostly borne by men or women, else `None`.

        By the table; else, for names common only where names of women end in -a and those of men in -o, by the ending.
        """
        key = fold(given)
        found = self._genders.get(key)
        if found is None and key[-1:] in ENDINGS and key not in UNTOLD:
            groups = self._cultures.get(key, ())
            found = ENDINGS[key[-1]] if groups and all(group[:3] in GENDERED for group in groups) else None
        return found

    def guess_country(self, names: Iterable[str]) -> dict[str, int]:
        """The country in whose offices bearers of such names stand most, for an article that names no country at all."""
        shares: dict[str, int] = {}
        for name in names:
            for part in name_parts(name):
                for entry in self._origins.get(part, "").split():
                    shares[entry[:3]] = shares.get(entry[:3], 0) + int(entry[3:])
        best = max(sorted(shares), key=lambda country: shares[country], default="")
        return {best: shares[best]} if best and shares[best] >= GUESS_MIN else {}

    def shares(self, name: str, countries: Sequence[str]) -> dict[str, float]:
        """Of some countries, the share each has among bearers of such names, summed over the parts of the name.

        A weak sign, meant only for choosing between the countries an article speaks of when it tells no country itself.
        """
        shares = self._all_shares(name)
        return {country: shares.get(country, 0.0) for country in countries}

    def _compute_shares(self, name: str) -> dict[str, float]:
        """Share by country of a name's parts, for all countries that have one."""
        scores: dict[str, float] = {}
        for part in dict.fromkeys((*name_parts(name), *name_parts(name, family_first=True))):
            for country, share in self._part_shares(part):
                scores[country] = scores.get(country, 0.0) + share
        return scores

    def _compute_part_shares(self, part: str) -> tuple[tuple[str, float], ...]:
        """Share by country of one part of a name; those of an ending count half."""
        whole = 100 if part[0] != "e" else 200
        shares = [(entry[:3], int(entry[3:]) / whole) for entry in self._origins.get(part, "").split()]
        groups = self._cultures.get(part[2:], ()) if part[0] == "g" else ()
        near = sorted({country for group in groups for country in group.split(" ")})
        return (*shares, *((country, CULTURE_WEIGHT / len(groups)) for country in near))

    @cached_property
    def _cultures(self) -> dict[str, tuple[str, ...]]:
        """Given name, folded -> the groups of countries in which it is common; read when first asked for."""
        groups: dict[str, tuple[str, ...]] = {}
        for line in read_lines("name_origins.tsv", self._folder)[1:]:
            countries, names = line.split("\t")
            for name in names.split(" "):
                groups[name] = (*groups.get(name, ()), countries)
        return groups

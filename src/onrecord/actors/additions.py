"""A user's own table of actors (CSV) -> persons and entities of the knowledge base."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from onrecord.actors.kbdata import Entity, EntityKind, Person, Term
from onrecord.errors import SettingsError

COLUMNS = ("name", "aliases", "type", "country", "sector", "office", "start", "end", "basis", "as_of", "wikidata")
NEEDED = ("name", "type", "country")
TYPES = ("person", "country", "organisation", "group", "outlet", "seat", "adjective")
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_WORDS = re.compile(r"\w+(?:[.'’]\w+)*\.?|[^\w\s]")


def read_additions(path: Path) -> tuple[list[Person], list[Entity]]:
    """Persons and entities of a table in the form of `docs/kb.md`.

    Raises:
        SettingsError: the file cannot be read, a column or a value is wrong; the message names file, line and what is expected.
    """
    persons: dict[tuple[str, str], Person] = {}
    entities: list[Entity] = []
    for number, row in _rows(path):
        _check(path, number, row)
        names = (row["name"], *filter(None, map(str.strip, row["aliases"].split("|"))))
        if row["type"] == "person":
            key = (row["name"], row["country"])
            terms = (*(persons[key].terms if key in persons else ()), *_terms(row))
            persons[key] = Person(row["name"], names[1:], row["country"], row["wikidata"] or None, terms)
        else:
            entities.append(_entity(row, names))
    return list(persons.values()), entities


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [column for column in NEEDED if column not in (reader.fieldnames or ())]
            if missing:
                raise SettingsError(f"{path}: no column {', '.join(missing)}; the columns are {', '.join(COLUMNS)}")
            for number, row in enumerate(reader, 2):
                yield number, {column: (row.get(column) or "").strip() for column in COLUMNS}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"{path}: the table of actors cannot be read: {error}") from error


def _check(path: Path, number: int, row: dict[str, str]) -> None:
    where = f"{path}, line {number}"
    if not row["name"]:
        raise SettingsError(f"{where}: no name")
    if row["type"] not in TYPES:
        raise SettingsError(f"{where}: type {row['type']!r}; have {', '.join(TYPES)}")
    if not re.fullmatch(r"[A-Z]{3}", row["country"]):
        raise SettingsError(
            f"{where}: country {row['country']!r}; give three capital letters (ISO 3166 alpha-3, UNO, EUR, IGO ...)"
        )
    for column in ("start", "end", "as_of"):
        if row[column] and not _DATE.fullmatch(row[column]):
            raise SettingsError(f"{where}: {column} {row[column]!r}; write 2024-05-14, 2024-05 or 2024")


def _terms(row: dict[str, str]) -> tuple[Term, ...]:
    office, _, body = row["office"].partition("@")
    if not office:
        return ()
    sector = tuple(row["sector"].split())
    start = row["start"] or "0000"
    return (Term(office, "", row["country"], sector, start, row["end"], row["basis"] or "own", row["as_of"], body),)


def _entity(row: dict[str, str], names: tuple[str, ...]) -> Entity:
    kinds: dict[str, EntityKind] = {"country": "name", "seat": "seat", "adjective": "adjective"}
    forms = tuple(" ".join(_WORDS.findall(name)) for name in names)
    kind = kinds.get(row["type"], "body")
    type_ = "country" if kind != "body" else row["type"]
    return Entity(kind, type_, row["country"], tuple(row["sector"].split()), row["office"], row["name"], forms)

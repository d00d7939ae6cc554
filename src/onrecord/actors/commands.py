"""What `onrecord kb` does: show whom a name means, add a user's table, refresh from Wikidata; functions that return data."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.actors.additions import COLUMNS, read_additions
from onrecord.actors.kb import KnowledgeBase
from onrecord.actors.kbdata import Entity
from onrecord.actors.wikidata import Row, refresh_from_dump
from onrecord.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing a name may mean. For persons, one row a term; `confidence` in [0, 1] is that of the term on the day asked for."""

    name: str
    type: str
    country: str
    sector: tuple[str, ...]
    office: str
    start: str
    end: str
    as_of: str
    basis: str
    wikidata: str | None
    confidence: float


def show_name(kb: KnowledgeBase, name: str, on: str | None = None, limit: int = 10) -> list[Shown]:
    """Whom or what a name means: states and bodies first, then persons, those in office on the day before the others.

    Args:
        kb: the knowledge base.
        name: a name in any spelling, or a seat ("Kremlin").
        on: ISO date; without one, all terms of each person are given, the latest first.
        limit: persons at most.
    """
    words = name.split()
    found = kb.find_entity(words, [word.lower() for word in words], 0, len(words)) if words else None
    shown = [_show_entity(found[0])] if found is not None and found[1] == len(words) else []
    for person, term, confidence in kb.find(name, on)[:limit]:
        terms = [term] if on is not None and term is not None else list(reversed(person.terms))
        shown += [
            Shown(
                person.name, "person", one.country, one.sector, one.office + (f"@{one.body}" if one.body else ""), one.start,
                one.end, one.as_of, one.basis, person.wikidata, round(confidence, 2),
            )
            for one in terms
        ]  # fmt: skip
    return shown


def add_table(path: Path, store: Path) -> int:
    """Adds a table of actors to the user's own, rows already there left out; returns how many rows are new.

    Args:
        path: a CSV in the form of `docs/actors.md`.
        store: the user's own table, made if missing; give it to `load_resolver` or `KnowledgeBase.load`.

    Raises:
        SettingsError: the table is wrong; nothing has been written then.
    """
    read_additions(path)
    old = _rows(store) if store.exists() else []
    known = {tuple(row.values()) for row in old}
    new = [row for row in _rows(path) if tuple(row.values()) not in known]
    _write(store, [*old, *new])
    return len(new)


def refresh_table(dump: Path, out: Path, as_of: str, countries: Iterable[str] = ()) -> int:
    """Writes the office-holders of a Wikidata dump as a table that `add_table` takes; returns the number of rows.

    Raises:
        SourceError: the dump cannot be read.
        SettingsError: the table cannot be written.
    """
    number = 0
    try:
        with out.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            for row in refresh_from_dump(dump, as_of, countries):
                writer.writerow(row)
                number += 1
    except PermissionError as error:
        raise SettingsError(f"{out}: the table cannot be written: {error}") from error
    return number


def _show_entity(entity: Entity) -> Shown:
    return Shown(entity.name, entity.type, entity.country, entity.sector, entity.body, "", "", "", "kb", None, 0.95)


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [{column: (row.get(column) or "").strip() for column in COLUMNS} for row in csv.DictReader(file)]


def _write(path: Path, rows: Iterable[Row]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)

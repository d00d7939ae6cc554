"""Wikidata's JSON dump -> rows of the user's table of actors (`docs/kb.md`).

The dump is one JSON array with an entity a line. It is read once, line by line: states, positions and parties are kept in memory,
what is needed of persons with a position goes to a temporary file, and is turned into rows when all positions are known. Memory
grows with the number of positions, never with that of the persons.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from onrecord.actors.dump import Progress, alias_names, date_of, item_of, items, label, qualifier, read_dump, statements, values
from onrecord.actors.offices import office_of, sector_of
from onrecord.actors.tables import Row, row_key
from onrecord.errors import SourceError

FOREIGN_MINISTER = "Q7330070"
PARTY = "Q7278"
POSITIONS = frozenset(("Q4164871", "Q294414"))
"""Instances of these (position, public office) count as positions although they are a kind of nothing."""

OLDEST = "1990"
"""Terms that ended before are of no use for the news we read."""

NATIONAL = frozenset(("head_of_state", "head_of_government", "foreign_minister", "defence_minister"))
"""Offices that only a state has: in a region the same title is a governor's or a minister's."""

_SPOOLED = ("P39", "P27", "P102", "P570")


@dataclass(frozen=True, slots=True)
class Position:
    """An office item: its English title, the items of its P1001 and P17, and what it is a kind of."""

    title: str
    jurisdictions: tuple[str, ...]
    countries: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Offices:
    """What a dump tells of states and offices: positions, states by item, which state calls which position its head, parties."""

    positions: dict[str, Position] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    heads: dict[str, dict[str, str]] = field(default_factory=dict)
    parties: dict[str, Row] = field(default_factory=dict)
    party_states: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def held(self, position: str, citizenships: Collection[str]) -> list[tuple[str, str]]:
        """Office and country (ISO) of a position; several where one person heads state and government.

        The country is that of the position, never guessed from citizenship; citizenship only chooses between several of them.
        """
        known = self.positions.get(position)
        states = self._choose(known.jurisdictions if known else (), citizenships)
        if position in self.heads:
            named = self.heads[position].items()
            return [(office, states or self.states[state]) for office, state in named]
        if known is None:
            return []
        region = bool(known.jurisdictions) and not states
        country = states or self._choose(known.countries, citizenships)
        office = "foreign_minister" if self._is_kind(position, FOREIGN_MINISTER) else office_of(known.title)
        if region and office in NATIONAL:
            office = "governor" if office.startswith("head") else "minister"
        return [(office, country)] if country and office != "other" else []

    def _choose(self, items: Iterable[str], citizenships: Collection[str]) -> str:
        states = [item for item in items if item in self.states]
        best = next((item for item in states if item in citizenships), states[0] if states else "")
        return self.states.get(best, "")

    def _is_kind(self, position: str, kind: str) -> bool:
        """Whether a position is, over any number of steps of P279, a kind of something."""
        open_, seen = [position], {position}
        while open_:
            known = self.positions.get(open_.pop())
            for parent in known.kinds if known else ():
                if parent == kind:
                    return True
                if parent not in seen:
                    seen.add(parent)
                    open_.append(parent)
        return False


def refresh_from_dump(
    path: Path, as_of: str, countries: Iterable[str] = (), *, parties: bool = False, progress: Progress | None = None
) -> Iterator[Row]:
    """Rows of the table of actors from a dump: a row a term, in the dump's order of persons; then the parties.

    Args:
        path: the dump.
        as_of: ISO date of the dump; terms without an end are told to have been open then.
        countries: ISO 3166 alpha-3 codes to keep; all by default.
        parties: whether the parties of the persons kept become organisations of their own.
        progress: told how far the file is read.

    Raises:
        SourceError: the dump cannot be read, or holds no entity.
    """
    wanted, offices, joined = frozenset(countries), Offices(), set[str]()
    with tempfile.TemporaryFile() as spool:
        if not _collect(read_dump(path, progress, _is_worth_reading), offices, spool):
            raise SourceError(f"{path}: holds no state, position or office-holder in the form of a Wikidata dump")
        spool.seek(0)
        for line in spool:
            person = json.loads(line)
            rows = [row for row in person_rows(person, offices, as_of) if not wanted or row["country"] in wanted]
            joined.update(items(person, "P102") if rows else ())
            yield from rows
    if parties:
        yield from _party_rows(offices, joined, wanted)


def person_rows(entity: dict[str, Any], offices: Offices, as_of: str) -> list[Row]:
    """The terms of a person (P39 with P580 and P582), each once.

    Deprecated statements are left out, preferred and normal ones kept; a term without a start, or ended before `OLDEST`, is too.
    """
    name, citizenships = label(entity), items(entity, "P27")
    rows: dict[tuple[str, ...], Row] = {}
    died = next((date_of(value) or "" for value in values(entity, "P570") if isinstance(value, dict)), "")
    for statement in statements(entity, "P39"):
        position = item_of(statement.get("mainsnak", {}))
        if not name or position is None:
            continue
        start, _ = qualifier(statement, "P580")
        end, has_ended = qualifier(statement, "P582")
        for office, country in offices.held(position, citizenships):
            row = term_row(name, alias_names(entity), str(entity.get("id", "")), country, office)
            dated = date_row(row, start or "", end or "", has_ended=has_ended, died=died, as_of=as_of)
            if dated is not None:
                rows.setdefault(row_key(dated), dated)
    return list(rows.values())


def term_row(name: str, aliases: Iterable[str], item: str, country: str, office: str) -> Row:
    """A row of the table of actors for a person in an office, without its dates."""
    return {
        "name": name, "aliases": "|".join(aliases), "type": "person", "country": country,
        "sector": " ".join(sector_of(office.partition("@")[0])), "office": office, "start": "", "end": "",
        "basis": "", "as_of": "", "wikidata": item,
    }  # fmt: skip


def date_row(row: Row, start: str, end: str, *, has_ended: bool, died: str, as_of: str) -> Row | None:
    """The row with its dates and the basis of its end; `None` for a term without a start or that ended before `OLDEST`.

    A term that ended nobody says when is last seen on the day it began. One without an end ends with its holder.
    """
    basis, seen = "stated", ""
    if not end and died:
        end, basis = died, "inferred"
    elif not end:
        basis, seen = ("unknown", start) if has_ended else ("open", as_of)
    if not start or (end and end < OLDEST) or (end and end < start[: len(end)]):
        return None
    return {**row, "start": start, "end": end, "basis": basis, "as_of": seen}


def _is_worth_reading(line: bytes) -> bool:
    """Whether a line may be a person with a position, a state, a position or a party, told without reading its JSON."""
    if b'"P39"' in line or b'"P298"' in line or b'"Q7278"' in line:
        return True
    if b'"P279"' not in line and b'"Q4164871"' not in line and b'"Q294414"' not in line:
        return False
    return b'"P1001"' in line or b'"P17"' in line or b"inister" in line


def _collect(entities: Iterable[dict[str, Any]], offices: Offices, spool: IO[bytes]) -> int:
    """Keeps states, positions and parties, writes persons to the spool, and counts them all."""
    number = 0
    for entity in entities:
        claims, item = entity.get("claims"), str(entity.get("id"))
        if not isinstance(claims, dict):
            continue
        number += 1
        kinds = items(entity, "P31")
        if "P39" in claims and "Q5" in kinds:
            spool.write(json.dumps(_slim(entity)).encode() + b"\n")
        elif "P298" in claims:
            _add_state(entity, offices)
        elif PARTY in kinds:
            _add_party(entity, offices)
        elif "P279" in claims or POSITIONS.intersection(kinds):
            places = tuple(items(entity, "P1001")), tuple(items(entity, "P17"))
            offices.positions[item] = Position(label(entity) or "", *places, tuple(items(entity, "P279")))
    return number


def _slim(entity: dict[str, Any]) -> dict[str, Any]:
    """What is needed of a person."""
    claims = entity["claims"]
    names = {part: _english(entity, part) for part in ("labels", "aliases")}
    return {"id": entity.get("id"), **names, "claims": {claim: claims[claim] for claim in _SPOOLED if claim in claims}}


def _english(entity: dict[str, Any], part: str) -> dict[str, Any]:
    names = entity.get(part)
    return {key: names[key] for key in ("en", "mul") if key in names} if isinstance(names, dict) else {}


def _add_state(entity: dict[str, Any], offices: Offices) -> None:
    item = str(entity.get("id"))
    code = next((value for value in values(entity, "P298") if isinstance(value, str)), "")
    if len(code) == 3 and code.isupper():
        offices.states[item] = code
        for claim, office in (("P1906", "head_of_state"), ("P1313", "head_of_government")):
            for position in items(entity, claim):
                offices.heads.setdefault(position, {}).setdefault(office, item)


def _add_party(entity: dict[str, Any], offices: Offices) -> None:
    """A party with a name of two words or more: shorter ones ("Forward") are read into too many sentences."""
    name = label(entity)
    if name and " " in name:
        row = term_row(name, alias_names(entity), str(entity.get("id")), "", "")
        offices.parties[row["wikidata"]] = {**row, "type": "organisation", "sector": "PTY"}
        offices.party_states[row["wikidata"]] = tuple(items(entity, "P17"))


def _party_rows(offices: Offices, joined: Collection[str], wanted: Collection[str]) -> Iterator[Row]:
    """Rows of the parties that somebody kept is a member of; a name that parties of several states bear is left out."""
    names: dict[str, int] = {}
    for row in offices.parties.values():
        names[row["name"]] = names.get(row["name"], 0) + 1
    for item, row in offices.parties.items():
        country = next((offices.states[state] for state in offices.party_states[item] if state in offices.states), "")
        if item in joined and country and names[row["name"]] == 1 and (not wanted or country in wanted):
            yield {**row, "country": country}

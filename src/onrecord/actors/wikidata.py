"""Wikidata, as its JSON dump or as answers of its query service -> rows of the user's table of actors (`docs/kb.md`).

The dump is one JSON array with an entity a line. It is read twice, line by line: first for states and positions, then for the
persons who held them; what is kept in memory grows with the number of positions, never with that of the persons.
"""

from __future__ import annotations

import bz2
import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from onrecord.actors.offices import office_of, sector_of
from onrecord.errors import SourceError

Row = dict[str, str]
FOREIGN_MINISTER = "Q7330070"
JULIAN = "Q1985786"
_DIGITS = {11: 10, 10: 7, 9: 4}
"""Characters of an ISO date kept at Wikidata's precisions of day, month and year; coarser dates are dropped."""

MAX_ALIASES = 12


@dataclass(frozen=True, slots=True)
class Position:
    """An office item: its English title, the item of its state, and what it is a kind of."""

    title: str
    jurisdiction: str
    kinds: tuple[str, ...]


@dataclass(slots=True)
class Offices:
    """What the first reading of a dump keeps: positions, states by item, and which positions head a state."""

    positions: dict[str, Position] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)

    def office(self, position: str) -> str:
        """The class of a position."""
        if position in self.heads:
            return self.heads[position]
        known = self.positions[position]
        return "foreign_minister" if FOREIGN_MINISTER in known.kinds else office_of(known.title)


def read_dump(path: Path) -> Iterator[dict[str, Any]]:
    """The entities of a dump (`.json`, `.json.gz` or `.json.bz2`), one after the other.

    Raises:
        SourceError: the file cannot be read, or a line is no entity; the message names the line.
    """
    number = 0
    try:
        with _open(path) as lines:
            for number, line in enumerate(lines, 1):  # noqa: B007 (told in the error)
                text = line.strip().rstrip(",")
                if text and text not in "[]":
                    entity = json.loads(text)
                    if isinstance(entity, dict):
                        yield entity
    except (OSError, EOFError, ValueError) as error:
        raise SourceError(f"{path}, line {number}: no Wikidata dump can be read here: {error}") from error


def refresh_from_dump(path: Path, as_of: str, countries: Iterable[str] = ()) -> Iterator[Row]:
    """Rows of the table of actors from a dump: a row a term, in the dump's order of persons.

    Args:
        path: the dump.
        as_of: ISO date of the dump; terms without an end are told to have been open then.
        countries: ISO 3166 alpha-3 codes to keep; all by default.

    Raises:
        SourceError: the dump cannot be read.
    """
    offices = _read_offices(path)
    wanted = frozenset(countries)
    for entity in read_dump(path):
        for row in person_rows(entity, offices, as_of):
            if not wanted or row["country"] in wanted:
                yield row


def person_rows(entity: dict[str, Any], offices: Offices, as_of: str) -> list[Row]:
    """The terms of a person (P39 with P580 and P582).

    Deprecated statements are left out, preferred and normal ones kept. The country is that of the position's jurisdiction, never
    guessed from citizenship. A term that ended at an unknown time is closed on the day it began.
    """
    name = _label(entity)
    rows = []
    for statement in _statements(entity, "P39"):
        position = _item(statement.get("mainsnak", {}))
        if name is None or position not in offices.positions:
            continue
        country = offices.states.get(offices.positions[position].jurisdiction)
        start, _ = _qualifier(statement, "P580")
        end, has_ended = _qualifier(statement, "P582")
        if country is None or start is None:
            continue
        office = offices.office(position)
        basis = "wikidata" if not has_ended or end else "wikidata, ended at an unknown time"
        rows.append(
            _row(name, _aliases(entity), country, office, start, end or (start if has_ended else ""), basis, as_of, entity)
        )
    return rows


def make_query(country: str) -> str:
    """The query for the heads of state and government and the foreign ministers of a state, for query.wikidata.org.

    Args:
        country: ISO 3166 alpha-3.
    """
    return f"""SELECT ?person ?personLabel ?pos ?posLabel ?start ?startPrec ?end ?rank WHERE {{
  ?country wdt:P298 "{country}" .
  {{ ?country p:P1906|p:P1313 ?os . ?os ps:P1906|ps:P1313 ?pos . }}
  UNION {{ ?pos wdt:P279* wd:{FOREIGN_MINISTER} ; wdt:P1001 ?country }}
  ?person p:P39 ?st . ?st ps:P39 ?pos ; wikibase:rank ?rank .
  OPTIONAL {{ ?st pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrec ] }}
  OPTIONAL {{ ?st pq:P582 ?end }}
  FILTER(?rank != wikibase:DeprecatedRank)
  SERVICE wikibase:label {{ bd:serviceParam wikibase:language "en,mul" }} }}"""


def refresh_from_service(countries: Iterable[str], as_of: str, ask: Callable[[str], dict[str, Any]]) -> Iterator[Row]:
    """Rows of the table of actors from the query service, a state at a time.

    Args:
        countries: ISO 3166 alpha-3 codes.
        as_of: today's ISO date.
        ask: sends a query and gives the answer in SPARQL's JSON form; it should say who asks (User-Agent) and wait between calls.
    """
    for country in countries:
        for binding in ask(make_query(country)).get("results", {}).get("bindings", []):
            row = _binding_row(binding, country, as_of)
            if row is not None:
                yield row


def _binding_row(binding: dict[str, Any], country: str, as_of: str) -> Row | None:
    values = {key: str(entry.get("value", "")) for key, entry in binding.items()}
    name, start = values.get("personLabel", ""), values.get("start", "")
    if not name or not start:
        return None
    item = values.get("person", "").rsplit("/", 1)[-1]
    digits = _DIGITS.get(int(values.get("startPrec") or 11), 10)
    office = office_of(values.get("posLabel", ""))
    end = values.get("end", "")[:10] if values.get("end", "")[:1].isdigit() else ""
    return _row(name, (), country, office, start[:digits], end, "wikidata", as_of, {"id": item})


def _read_offices(path: Path) -> Offices:
    offices = Offices()
    for entity in read_dump(path):
        claims = entity.get("claims") or {}
        if "P298" in claims:
            code = next((v for v in _values(entity, "P298") if isinstance(v, str)), None)
            if code:
                offices.states[str(entity.get("id"))] = code
            for claim, office in (("P1906", "head_of_state"), ("P1313", "head_of_government")):
                offices.heads.update((item, office) for item in _items(entity, claim))
        elif "P279" in claims and ("P1001" in claims or "P17" in claims):
            title, states = _label(entity), [*_items(entity, "P1001"), *_items(entity, "P17")]
            if title and states:
                offices.positions[str(entity.get("id"))] = Position(title, states[0], tuple(_items(entity, "P279")))
    return offices


def _row(
    name: str, aliases: tuple[str, ...], country: str, office: str, start: str, end: str, basis: str, as_of: str,
    entity: dict[str, Any],
) -> Row:  # fmt: skip
    sector = " ".join(sector_of(office.partition("@")[0]))
    return {
        "name": name, "aliases": "|".join(aliases), "type": "person", "country": country, "sector": sector, "office": office,
        "start": start, "end": end, "basis": basis, "as_of": as_of, "wikidata": str(entity.get("id", "")),
    }  # fmt: skip


def _open(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    if path.suffix == ".bz2":
        return bz2.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _statements(entity: dict[str, Any], claim: str) -> list[dict[str, Any]]:
    """The statements of a claim that are not deprecated. An empty map may be a list."""
    claims = entity.get("claims")
    found = claims.get(claim, []) if isinstance(claims, dict) else []
    return [statement for statement in found if statement.get("rank") != "deprecated"]


def _values(entity: dict[str, Any], claim: str) -> list[Any]:
    snaks = (statement.get("mainsnak", {}) for statement in _statements(entity, claim))
    return [snak["datavalue"]["value"] for snak in snaks if snak.get("snaktype") == "value" and "datavalue" in snak]


def _items(entity: dict[str, Any], claim: str) -> list[str]:
    return [value["id"] for value in _values(entity, claim) if isinstance(value, dict) and "id" in value]


def _item(snak: dict[str, Any]) -> str | None:
    value = snak.get("datavalue", {}).get("value") if snak.get("snaktype") == "value" else None
    return value.get("id") if isinstance(value, dict) else None


def _label(entity: dict[str, Any]) -> str | None:
    labels = entity.get("labels")
    if not isinstance(labels, dict):
        return None
    return next((str(labels[language]["value"]) for language in ("en", "mul") if language in labels), None)


def _aliases(entity: dict[str, Any]) -> tuple[str, ...]:
    aliases = entity.get("aliases")
    if not isinstance(aliases, dict):
        return ()
    names = [str(alias["value"]).replace("|", " ") for language in ("en", "mul") for alias in aliases.get(language, [])]
    return tuple(dict.fromkeys(name for name in names if " " in name))[:MAX_ALIASES]


def _qualifier(statement: dict[str, Any], name: str) -> tuple[str | None, bool]:
    """The date of a qualifier at its own precision, and whether there is one at all ("somevalue" is one without a date)."""
    qualifiers = statement.get("qualifiers")
    snaks = qualifiers.get(name, []) if isinstance(qualifiers, dict) else []
    for snak in snaks:
        if snak.get("snaktype") == "value":
            return _date(snak.get("datavalue", {}).get("value", {})), True
    return None, any(snak.get("snaktype") == "somevalue" for snak in snaks)


def _date(value: dict[str, Any]) -> str | None:
    """An ISO date cut to its precision; Julian dates only to the month, since their days differ."""
    digits = _DIGITS.get(int(value.get("precision", 0)))
    text = str(value.get("time", ""))
    if digits is None or not text.startswith("+") or len(text) < 11:
        return None
    if str(value.get("calendarmodel", "")).endswith(JULIAN):
        digits = min(digits, 7)
    return text[1:11][:digits].removesuffix("-00").removesuffix("-00")

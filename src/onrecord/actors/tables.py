"""The user's own tables of actors: where they lie, what is wrong with one, and how rows are merged into another."""

from __future__ import annotations

import csv
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.actors.additions import COLUMNS, NEEDED, TYPES
from onrecord.actors.names import fold
from onrecord.errors import SettingsError

Row = dict[str, str]

_SECTORS = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"
SECTORS = frozenset(_SECTORS.split())
"""PLOVER's sectors."""

_COUNTRIES = (
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ "
    "BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU "
    "DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC "
    "GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM "
    "KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG "
    "MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL "
    "PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN "
    "SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB "
    "VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE "
    "SUN YUG SCG CSK DDR "
    "IGO UNO EUR NGO ISM IMG MNC XKX"
)
COUNTRIES = frozenset(_COUNTRIES.split())
"""ISO 3166 alpha-3, states that are no more, and PLOVER's codes for what stands across borders."""

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_OFFICE = re.compile(r"\w+(?:@\w+)?")


class Breach(NamedTuple):
    """What is wrong in a table, and in which line of the file (the first is 1)."""

    line: int
    text: str


class Merged(NamedTuple):
    """How many rows a merge added, replaced, and found there already."""

    added: int
    replaced: int
    same: int


def data_folder(environ: Mapping[str, str] | None = None) -> Path:
    """The user's folder for data: `$XDG_DATA_HOME/onrecord`, else `%LOCALAPPDATA%\\onrecord` or `~/.local/share/onrecord`."""
    environ = os.environ if environ is None else environ
    if environ.get("XDG_DATA_HOME"):
        return Path(environ["XDG_DATA_HOME"]) / "onrecord"
    if sys.platform == "win32" and environ.get("LOCALAPPDATA"):
        return Path(environ["LOCALAPPDATA"]) / "onrecord"
    return Path.home() / ".local" / "share" / "onrecord"


def own_table() -> Path:
    """Where `onrecord kb add` puts a user's actors."""
    return data_folder() / "actors.csv"


def refreshed_table() -> Path:
    """Where `onrecord kb refresh` puts what it took from Wikidata."""
    return data_folder() / "wikidata.csv"


def tables_in_use(named: str = "") -> tuple[Path, ...]:
    """The tables that a reading uses on top of the shipped base, the one that wins last.

    Args:
        named: the setting `actors`; when given, this table alone.
    """
    if named:
        return (Path(named),)
    return tuple(path for path in (refreshed_table(), own_table()) if path.is_file())


def check_table(path: Path) -> tuple[list[Row], list[Breach]]:
    """The rows of a table and everything that is wrong in it, in the order of the file; a good table gives no breach.

    Raises:
        SettingsError: the file cannot be read as a table at all.
    """
    breaches: list[Breach] = []
    rows: list[Row] = []
    seen: dict[tuple[str, ...], int] = {}
    for line, row in _read(path, breaches):
        found = [Breach(line, text) for text in _breaches(row)]
        key = row_key(row)
        if row["name"] and seen.setdefault(key, line) != line:
            found.append(Breach(line, f"the same actor, office and start as line {seen[key]}; keep one of them"))
        breaches += found
        rows.append(row)
    return rows, breaches


def row_key(row: Row) -> tuple[str, ...]:
    """What makes two rows speak of the same: a person's name, country, office and start; of anything else type, name, country."""
    key = (row["type"], fold(row["name"]), row["country"])
    return (*key, row["office"], row["start"]) if row["type"] == "person" else key


def merge_rows(rows: Iterable[Row], target: Path, *, dry_run: bool = False) -> Merged:
    """Writes rows into a table: the same key replaces, a new one is put at the end. Merging the same twice changes nothing.

    Raises:
        SettingsError: the table there is broken, or cannot be written.
    """
    kept: dict[tuple[str, ...], Row] = {}
    if target.exists():
        old, breaches = check_table(target)
        if breaches:
            raise SettingsError(f"{target}, line {breaches[0].line}: {breaches[0].text}; mend or delete this table first")
        kept = {row_key(row): row for row in old}
    added = replaced = same = 0
    for row in rows:
        before = kept.get(row_key(row))
        added += before is None
        replaced += before is not None and before != row
        same += before == row
        kept[row_key(row)] = row
    if not dry_run and (added or replaced):
        with writing(target) as write:
            for row in kept.values():
                write(row)
    return Merged(added, replaced, same)


def replace_rows(rows: Iterable[Row], target: Path, countries: Iterable[str] = ()) -> int:
    """Writes rows, one by one, in place of those of a table; returns how many. Without any, the table stays as it was.

    Args:
        rows: may be any number; they are not held in memory.
        target: the table, made if missing.
        countries: ISO 3166 alpha-3 codes that the rows are about: rows of the table on other countries stay. All by default.

    Raises:
        SettingsError: no row came, the table there is broken, or it cannot be written.
    """
    renewed, number = frozenset(countries), 0
    with writing(target) as write:
        for row in rows:
            number += 1
            write(row)
        if not number:
            raise SettingsError(f"no office-holder found; {target} stays as it was")
        if renewed and target.exists():
            for row in check_table(target)[0]:
                if row["country"] not in renewed:
                    write(row)
    return number


@contextmanager
def writing(path: Path) -> Iterator[Callable[[Mapping[str, Any]], Any]]:
    """Gives a function that writes a row; the table takes its place only when all is written, else nothing is left behind.

    Raises:
        SettingsError: the folder cannot be made or written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise SettingsError(f"cannot write {path}: {error}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            yield writer.writerow
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


def _read(path: Path, breaches: list[Breach]) -> Iterator[tuple[int, Row]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            names = [name.strip() for name in next(reader, [])]
            breaches += [Breach(1, text) for text in _header_breaches(names)]
            line = reader.line_num + 1
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    if len(cells) != len(names):
                        breaches.append(Breach(line, f"{len(cells)} cells, but {len(names)} columns; quote a cell with a comma"))
                    row = dict(zip(names, map(str.strip, cells), strict=False))
                    yield line, {column: row.get(column, "") for column in COLUMNS}
                line = reader.line_num + 1
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SettingsError(f"{path}: the table of actors cannot be read: {error}; it must be CSV in UTF-8") from error


def _header_breaches(names: list[str]) -> Iterator[str]:
    for column in NEEDED:
        if column not in names:
            yield f"no column {column!r}; the columns are {', '.join(COLUMNS)}"
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"column {name!r} stands twice"
    for name in names:
        if name not in COLUMNS:
            close = get_close_matches(name.lower(), COLUMNS, 1)
            yield f"unknown column {name!r}" + (f"; did you mean {close[0]!r}?" if close else f"; have {', '.join(COLUMNS)}")


def _breaches(row: Row) -> Iterator[str]:
    for column, is_right, expected in _CHECKS:
        if not is_right(row[column]):
            yield f"{column} {row[column]!r}; {expected}"
    wrong = [sector for sector in row["sector"].split() if sector not in SECTORS]
    if wrong:
        yield f"sector {' '.join(wrong)!r}; PLOVER has {' '.join(sorted(SECTORS))}, several with a blank between"
    if row["start"] and row["end"] and row["end"] < row["start"][: len(row["end"])]:
        yield f"end {row['end']} lies before start {row['start']}"
    if row["type"] == "person" and not row["office"] and any(row[column] for column in ("sector", "start", "end")):
        yield "sector, start and end of a person belong to an office; give one, such as minister or other"


def _is_day(text: str) -> bool:
    match = _DAY.fullmatch(text)
    if match is None:
        return not text
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


_DAY_FORM = "write a day that exists as 2024-05-14, 2024-05 or 2024"
_CHECKS: tuple[tuple[str, Callable[[str], bool], str], ...] = (
    ("name", lambda text: bool(re.search(r"\w", text)) and "|" not in text, "give a name, without |"),
    ("type", lambda text: text in TYPES, f"have {', '.join(TYPES)}"),
    ("country", lambda text: text in COUNTRIES, "give ISO 3166 alpha-3 (UKR), or IGO, UNO, EUR, NGO, ISM, IMG, MNC, XKX"),
    ("office", lambda text: not text or bool(_OFFICE.fullmatch(text)), "one word such as foreign_minister or spokesperson@nato"),
    ("start", _is_day, _DAY_FORM),
    ("end", _is_day, _DAY_FORM),
    ("as_of", _is_day, _DAY_FORM),
    ("wikidata", lambda text: not text or bool(re.fullmatch(r"Q[1-9]\d*", text)), "give an item such as Q42"),
)
"""Column, what it must hold, and what is said when it does not."""

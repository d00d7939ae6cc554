"""A file of Wikidata's JSON -> its entities, one after the other; and what an entity tells: statements, values, names, dates.

Maps that are empty may be lists in the dump; labels may stand under `mul` alone.
"""

from __future__ import annotations

import bz2
import gzip
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from onrecord.errors import SourceError

JULIAN = "Q1985786"
MAX_ALIASES = 12
TICK = 1_000
"""Lines between two calls of `progress`."""

_DIGITS = {11: 10, 10: 7, 9: 4}
"""Characters of an ISO date kept at Wikidata's precisions of day, month and year; coarser dates are dropped."""

Progress = Callable[[int, int], None]
"""Told bytes of the file done and entities seen."""


def read_dump(
    path: Path, progress: Progress | None = None, wanted: Callable[[bytes], bool] | None = None
) -> Iterator[dict[str, Any]]:
    """The entities of a dump (`.json`, `.json.gz` or `.json.bz2`), one after the other; answers of Special:EntityData too.

    Args:
        path: the dump.
        progress: told every `TICK` lines how far the file is read.
        wanted: says of a line, as bytes, whether it is worth reading; all are by default.

    Raises:
        SourceError: the file cannot be read, or a line is no entity; the message names the line.
    """
    number = 0
    try:
        with path.open("rb") as raw, _unpacked(raw, path.suffix) as lines:
            for number, line in enumerate(lines, 1):
                if progress is not None and number % TICK == 0:
                    progress(raw.tell(), number)
                text = line.strip().rstrip(b",")
                if text and text not in b"[]" and (wanted is None or wanted(text)):
                    yield from _entities(json.loads(text))
    except (OSError, EOFError, ValueError) as error:
        raise SourceError(
            f"{path}, line {number}: no whole Wikidata dump: {error}; fetch it again, nothing was changed"
        ) from error


def _entities(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and isinstance(value.get("entities"), dict):
        yield from value["entities"].values()
    elif isinstance(value, dict):
        yield value
    elif isinstance(value, list):
        yield from (entity for entity in value if isinstance(entity, dict))


@contextmanager
def _unpacked(raw: IO[bytes], suffix: str) -> Iterator[IO[bytes]]:
    if suffix not in (".gz", ".bz2"):
        yield raw
        return
    with gzip.GzipFile(fileobj=raw) if suffix == ".gz" else bz2.BZ2File(raw) as opened:
        yield opened  # type: ignore[misc]


def statements(entity: dict[str, Any], claim: str) -> list[dict[str, Any]]:
    """The statements of a claim that are not deprecated."""
    claims = entity.get("claims")
    found = claims.get(claim, []) if isinstance(claims, dict) else []
    return [statement for statement in found if statement.get("rank") != "deprecated"]


def values(entity: dict[str, Any], claim: str) -> list[Any]:
    """The values of a claim's statements, those without one (somevalue, novalue) left out."""
    snaks = (statement.get("mainsnak", {}) for statement in statements(entity, claim))
    return [snak["datavalue"]["value"] for snak in snaks if snak.get("snaktype") == "value" and "datavalue" in snak]


def items(entity: dict[str, Any], claim: str) -> list[str]:
    """The items that a claim names."""
    return [value["id"] for value in values(entity, claim) if isinstance(value, dict) and "id" in value]


def item_of(snak: dict[str, Any]) -> str | None:
    """The item of a snak, if it has one."""
    value = snak.get("datavalue", {}).get("value") if snak.get("snaktype") == "value" else None
    return value.get("id") if isinstance(value, dict) else None


def label(entity: dict[str, Any]) -> str | None:
    """The English name of an entity, else the one for all languages."""
    labels = entity.get("labels")
    if not isinstance(labels, dict):
        return None
    return next((str(labels[language]["value"]) for language in ("en", "mul") if language in labels), None)


def alias_names(entity: dict[str, Any]) -> tuple[str, ...]:
    """Other names of two words or more, at most `MAX_ALIASES`."""
    aliases = entity.get("aliases")
    if not isinstance(aliases, dict):
        return ()
    names = [str(alias["value"]).replace("|", " ") for language in ("en", "mul") for alias in aliases.get(language, [])]
    return tuple(dict.fromkeys(name for name in names if " " in name))[:MAX_ALIASES]


def qualifier(statement: dict[str, Any], name: str) -> tuple[str | None, bool]:
    """The date of a qualifier at its own precision, and whether there is one at all ("somevalue" is one without a date)."""
    qualifiers = statement.get("qualifiers")
    snaks = qualifiers.get(name, []) if isinstance(qualifiers, dict) else []
    for snak in snaks:
        if snak.get("snaktype") == "value":
            return date_of(snak.get("datavalue", {}).get("value", {})), True
    return None, any(snak.get("snaktype") == "somevalue" for snak in snaks)


def date_of(value: dict[str, Any]) -> str | None:
    """An ISO date cut to its precision; Julian dates only to the month, since their days differ."""
    precision = int(value.get("precision", 0))
    if str(value.get("calendarmodel", "")).endswith(JULIAN):
        precision = min(precision, 10)
    return cut_date(str(value.get("time", "")).removeprefix("+"), precision) or None


def cut_date(time: str, precision: int) -> str:
    """The ISO date of `2019-05-20T00:00:00Z` at Wikidata's precision (11 day, 10 month, 9 year); empty for a coarser one.

    >>> cut_date("2016-05-00T00:00:00Z", 10), cut_date("2016-01-01T00:00:00Z", 9), cut_date("2000-00-00T00:00:00Z", 7)
    ('2016-05', '2016', '')
    """
    digits = _DIGITS.get(precision)
    if digits is None or not re.match(r"\d{4}-\d\d-\d\d", time):
        return ""
    return time[:digits].removesuffix("-00").removesuffix("-00")

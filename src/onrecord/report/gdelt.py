"""Readings -> rows like CAMEO's data sets (GDELT, ICEWS): actor codes, event codes, intensity, then our columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.records import Actor, Event, Reading
from onrecord.report.event_columns import OUR_COLUMNS, dyads, our_columns

CAMEO_COLUMNS = (
    "GlobalEventID", "SQLDATE", "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1Type1Code", "Actor2Code", "Actor2Name",
    "Actor2CountryCode", "Actor2Type1Code", "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
    "Intensity", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_Lat", "ActionGeo_Long", "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""GDELT's names where a column means the same. `Intensity` is PLOVER's, not Goldstein's; country codes are ISO 3166 alpha-3."""


def cameo_header() -> tuple[str, ...]:
    """The CAMEO-like columns and ours after them."""
    return (*CAMEO_COLUMNS, *OUR_COLUMNS)


def cameo_rows(readings: Iterable[Reading]) -> Iterator[dict[str, str]]:
    """One row a dyad of each event that has a CAMEO code. `SQLDATE` is empty where the text leaves the day open."""
    for reading in readings:
        for event in reading.events or ():
            if event.cameo is None:
                continue
            for number, (actor, recipient) in enumerate(dyads(event, reading), 1):
                yield {
                    **_row(event, reading, number),
                    **_party("1", actor),
                    **_party("2", recipient),
                    **our_columns(event, reading),
                }


def cameo_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """The file's lines without line ends, parted by tabs."""
    yield "\t".join(cameo_header())
    for row in cameo_rows(readings):
        yield "\t".join(" ".join(row[column].split()) for column in cameo_header())


def _row(event: Event, reading: Reading, number: int) -> dict[str, str]:
    code, place, article = event.cameo or "", event.location, reading.article
    happened = (event.happened.begin or "") if event.happened is not None else ""
    return {
        "GlobalEventID": f"{event.id}-{number}",
        "SQLDATE": happened.replace("-", ""),
        "IsRootEvent": "0" if event.same_as else "1",
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": "" if event.quad is None else str(event.quad),
        "Intensity": "" if event.intensity is None else f"{event.intensity:g}",
        "ActionGeo_FullName": place.name if place is not None else "",
        "ActionGeo_CountryCode": (place.country or "") if place is not None else "",
        "ActionGeo_Lat": "" if place is None or place.latitude is None else f"{place.latitude:.4f}",
        "ActionGeo_Long": "" if place is None or place.longitude is None else f"{place.longitude:.4f}",
        "DATEADDED": (article.published or "")[:10].replace("-", ""),
        "SOURCEURL": article.canonical_url or article.url or "",
    }


def _party(number: str, actor: Actor | None) -> dict[str, str]:
    country = (actor.country or "") if actor is not None else ""
    sector = actor.sector[0] if actor is not None and actor.sector else ""
    return {
        f"Actor{number}Code": country + sector,
        f"Actor{number}Name": actor.name if actor is not None else "",
        f"Actor{number}CountryCode": country,
        f"Actor{number}Type1Code": sector,
    }

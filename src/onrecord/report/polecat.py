"""Readings -> rows in POLECAT's form: its 40 columns, then ours, parted by tabs.

POLECAT is the data set of PLOVER events (Halterman et al. 2023); its columns are kept by name and order so that code
written for it reads these files. What onrecord does not know (COW codes, GeoNames ids) says `None`, as POLECAT does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.events.plover import QUAD_NAMES
from onrecord.records import Actor, Event, Reading
from onrecord.report.event_columns import OUR_COLUMNS, dyads, our_columns

NONE = "None"
SIDES = ("Actor", "Recipient")
POLECAT_COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID",
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip


def polecat_header() -> tuple[str, ...]:
    """POLECAT's 40 columns and ours after them."""
    return (*POLECAT_COLUMNS, *OUR_COLUMNS)


def polecat_rows(readings: Iterable[Reading]) -> Iterator[dict[str, str]]:
    """One row a dyad of each event, by column; every column is there.

    `Event Date` is the first day on which the event happened, `None` where the text leaves it open: the publication date stands
    in its own column and never fills in. `Event ID` ends in the dyad's number.
    """
    for reading in readings:
        story = _story(reading)
        for event in reading.events or ():
            ours = our_columns(event, reading)
            for number, (actor, recipient) in enumerate(dyads(event, reading), 1):
                row = {**_event(event), **_party("Actor", actor, reading), **_party("Recipient", recipient, reading), **story}
                row["Event ID"] = f"{event.id}-{number}"
                yield {**{column: row.get(column) or NONE for column in POLECAT_COLUMNS}, **ours}


def polecat_lines(readings: Iterable[Reading]) -> Iterator[str]:
    """The file's lines without line ends: the header, then the rows; tabs and line ends inside a value become spaces."""
    yield "\t".join(polecat_header())
    for row in polecat_rows(readings):
        yield "\t".join(" ".join(row[column].split()) for column in polecat_header())


def _event(event: Event) -> dict[str, str]:
    place = event.location
    return {
        "Event Date": (event.happened.begin or "") if event.happened is not None else "",
        "Event Type": event.type,
        "Event Mode": event.mode or "",
        "Intensity": "" if event.intensity is None else f"{event.intensity:g}",
        "Quad Code": QUAD_NAMES[event.quad].upper() if event.quad is not None else "",
        "Contexts": ";".join(event.contexts),
        "Placename": place.name if place is not None else "",
        "City": place.name if place is not None and place.latitude is not None else "",
        "Country": (place.country or "") if place is not None else "",
        "Latitude": _degrees(place.latitude if place is not None else None),
        "Longitude": _degrees(place.longitude if place is not None else None),
        "Raw Placename": place.name if place is not None else "",
    }


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _party(side: str, actor: Actor | None, reading: Reading) -> dict[str, str]:
    if actor is None:
        return {}
    return {
        f"{side} Name": actor.name,
        f"{side} Country": actor.country or "",
        f"Primary {side} Sector": actor.sector[0] if actor.sector else "",
        f"{side} Sectors": ";".join(actor.sector),
        f"{side} Title": actor.office or "",
        f"{side} Name Raw": _raw_name(actor, reading),
    }


def _raw_name(actor: Actor, reading: Reading) -> str:
    """What the text first calls the actor."""
    for mention in reading.mentions or ():
        if mention.actor == actor.id and mention.kind != "pronoun":
            return reading.article.text[mention.span.start : mention.span.end]
    return actor.name


def _story(reading: Reading) -> dict[str, str]:
    article, actors = reading.article, reading.actors or ()
    places = sorted({event.location.name for event in reading.events or () if event.location is not None})
    return {
        "Source": article.outlet or "",
        "Publication Date": (article.published or "")[:10],
        "Story People": ";".join(a.name for a in actors if a.type == "person"),
        "Story Organizations": ";".join(a.name for a in actors if a.type == "organisation"),
        "Story Locations": ";".join(places),
        "Language": article.language or "",
        "Version": next((maker for maker in reading.makers if maker.startswith("events/")), ""),
    }

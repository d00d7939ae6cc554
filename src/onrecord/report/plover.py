"""Readings -> PLOVER's JSON form, one object an event, with what onrecord adds under `onrecord`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.records import Actor, Event, Reading
from onrecord.report.event_columns import our_columns, parties


def plover_records(readings: Iterable[Reading]) -> Iterator[dict[str, Any]]:
    """One record an event: `id, date, event, mode, context, actor, recipient, reciprocal, location, text, source`, then ours."""
    for reading in readings:
        for event in reading.events or ():
            yield _record(event, reading)


def _record(event: Event, reading: Reading) -> dict[str, Any]:
    actors, recipients = parties(event, reading)
    article, place = reading.article, event.location
    start, end = next(((s.start, s.end) for s in reading.sentences or () if s.start <= event.head.start < s.end), event.head)
    return {
        "id": event.id,
        "date": event.happened.begin if event.happened is not None else None,
        "event": event.type,
        "mode": event.mode,
        "context": list(event.contexts),
        "quad": event.quad,
        "intensity": event.intensity,
        "actor": [_entity(actor) for actor in actors],
        "recipient": [_entity(actor) for actor in recipients],
        "reciprocal": not recipients and len(actors) > 1,
        "location": None if place is None else {"name": place.name, "country": place.country},
        "event_text": article.text[event.head.start : event.head.end],
        "text": article.text[start:end],
        "source": article.outlet,
        "published": article.published,
        "onrecord": our_columns(event, reading),
    }


def _entity(actor: Actor) -> dict[str, Any]:
    return {"text": actor.name, "country": actor.country, "sector": list(actor.sector)}

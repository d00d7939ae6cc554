"""What onrecord knows of an event beside the data sets' own columns: on whose word, how sure, when it happened and was told.

Pure functions from a reading to texts; the same columns stand behind POLECAT, PLOVER and CAMEO rows.
"""

from __future__ import annotations

import json

from onrecord.records import AUTHOR, Actor, Attribution, Event, Reading

OUR_COLUMNS = (
    "event", "article", "cameo", "chain", "depth", "status", "factuality", "tense", "on_word_of", "denied_by", "happened_at",
    "happened_basis", "told_at", "same_as", "attribution", "spans",
)  # fmt: skip
"""Columns appended to every row, in this order. Empty text = not known or none."""


def our_columns(event: Event, reading: Reading) -> dict[str, str]:
    """The appended columns of one event, as texts by name.

    `chain` runs from AUTHOR inward, parted by ` > `; `depth` counts the holders after AUTHOR; `on_word_of` is the innermost one;
    `denied_by` lists all who hold that it did not happen, by factuality or by a stance; `happened_at` and `told_at` are
    `BEGIN/END` in ISO days, an open side empty; `spans` is JSON with `head`, `cue` and `content` in code points.
    """
    attribution = _attribution(event, reading)
    happened, told = event.happened, event.told
    return {
        "event": event.id,
        "article": reading.article.id,
        "cameo": event.cameo or "",
        "chain": " > ".join(event.chain),
        "depth": str(len(event.chain) - 1),
        "status": event.status or "",
        "factuality": "; ".join(f"{holder}={value}" for holder, value in event.factuality or ()),
        "tense": event.tense or "",
        "on_word_of": event.chain[-1] if event.chain[-1] != AUTHOR else "",
        "denied_by": "; ".join(_deniers(event, reading)),
        "happened_at": _interval(happened.begin, happened.end) if happened is not None else "",
        "happened_basis": (happened.basis or "") if happened is not None else "",
        "told_at": _interval(told.begin, told.end) if told is not None else "",
        "same_as": event.same_as or "",
        "attribution": event.attribution or "",
        "spans": json.dumps(_spans(event, attribution), separators=(",", ":")),
    }


def parties(event: Event, reading: Reading) -> tuple[list[Actor], list[Actor]]:
    """The rows of an event's actors and of its recipients; ids without a row are left out."""
    by_id = {actor.id: actor for actor in reading.actors or ()}
    return [by_id[i] for i in event.actors if i in by_id], [by_id[i] for i in event.recipients if i in by_id]


def dyads(event: Event, reading: Reading) -> list[tuple[Actor | None, Actor | None]]:
    """Each actor with each recipient; in a reciprocal event (actors only) each with each other; `None` = nobody told."""
    actors, recipients = parties(event, reading)
    if not recipients and len(actors) > 1:
        return [(one, other) for one in actors for other in actors if one.id != other.id]
    return [(one, other) for one in actors or [None] for other in recipients or [None]]  # type: ignore[list-item]


def _attribution(event: Event, reading: Reading) -> Attribution | None:
    return next((a for a in reading.attributions or () if a.id == event.attribution), None)


def _deniers(event: Event, reading: Reading) -> list[str]:
    names = {actor.id: actor.name for actor in reading.actors or ()}
    found = [holder for holder, value in event.factuality or () if value == "CT-"]
    for stance in reading.stances or ():
        toward = stance.event_toward == event.id or (
            stance.attribution_toward is not None and stance.attribution_toward == event.attribution
        )
        if toward and stance.value in ("denies", "rejects") and stance.holder:
            found.append(names.get(stance.holder, stance.holder))
    return list(dict.fromkeys(found))


def _interval(begin: str | None, end: str | None) -> str:
    return f"{begin or ''}/{end or ''}" if begin or end else ""


def _spans(event: Event, attribution: Attribution | None) -> dict[str, list[object]]:
    spans: dict[str, list[object]] = {"head": list(event.head)}
    if attribution is not None:
        spans["cue"] = [list(span) for span in attribution.cue]
        spans["content"] = [list(span) for span in attribution.content]
    return spans

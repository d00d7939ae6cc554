"""What happened, where, when and for how sure: time expressions and events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.attributions import AUTHOR
from onrecord.records.texts import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
HappenedBasis = Literal["timex", "published", "event", "story"]
FactualityValue = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
Tense = Literal["past", "present", "future"]
Status = Literal["fact", "attributed", "denied", "negated", "possible", "future", "asked"]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression. `value` is TIMEX3; `begin` and `end` are the first and last ISO day, `None` when open."""

    id: str
    span: Span
    type: TimexType
    value: str
    begin: str | None = None
    end: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `begin` to `end`, both ISO dates and both included; `None` is an open side."""

    begin: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Happened:
    """When an event took place: days, and what they rest on (`basis` `None` = the text leaves it open)."""

    begin: str | None = None
    end: str | None = None
    basis: HappenedBasis | None = None
    timex: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """Where an event took place; `country` ISO 3166 alpha-3, degrees north and east."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A political event in the sense of PLOVER, on the attribution it stands in. Actors and recipients are ids."""

    id: str
    head: Span
    type: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int | None = None
    intensity: float | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    location: Location | None = None
    happened: Happened | None = None
    told: Interval | None = None
    attribution: str | None = None
    chain: tuple[str, ...] = (AUTHOR,)
    factuality: tuple[tuple[str, FactualityValue], ...] | None = None
    tense: Tense | None = None
    status: Status | None = None
    same_as: str | None = None

"""The slots of the stages: what each must give, and which parts are known by which name in the settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from onrecord.errors import SettingsError
from onrecord.records import Actor, Article, Attribution, Event, Mention, Parse, Stance, Timex
from onrecord.settings import Settings

Part = TypeVar("Part")


class Named(Protocol):
    """A part whose name and version is written into the reading's makers."""

    @property
    def name(self) -> str:
        """Stage and version, such as `attribution/1`."""
        ...


class Tagger(Named, Protocol):
    """Finds time expressions."""

    def find(self, parse: Parse, article: Article) -> tuple[Timex, ...]:
        """The time expressions of one article, in text order."""
        ...


class Attributor(Named, Protocol):
    """Finds attributions: rules, learned parts, a tagger trained elsewhere, or a stub in a test."""

    def find(self, parse: Parse, article_id: str) -> tuple[Attribution, ...]:
        """The attributions of one article, in text order, of all depths."""
        ...


class Resolved(Protocol):
    """What a resolver gives."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Actors in the order they come up."""
        ...

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Mentions in text order."""
        ...

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Attributions with their holders and chains."""
        ...


class Resolver(Named, Protocol):
    """Says who is meant by sources and mentions."""

    def resolve(self, parse: Parse, article: Article, attributions: tuple[Attribution, ...]) -> Resolved:
        """Actors, mentions, and the attributions with their holders."""
        ...

    def find_places(self, parse: Parse, countries: Sequence[str] = ()) -> Sequence[Any]:
        """Places named in the text, for the locations of events."""
        ...


class Coded(Protocol):
    """What a coder gives."""

    @property
    def events(self) -> tuple[Event, ...]:
        """Events in text order."""
        ...

    @property
    def actors(self) -> tuple[Actor, ...]:
        """The actors given, and those the coder added."""
        ...

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions given, and those the coder added."""
        ...

    @property
    def added(self) -> frozenset[str]:
        """Ids of the actors that the coder added."""
        ...


class Coder(Named, Protocol):
    """Finds and codes events."""

    def find(
        self, parse: Parse, article: Article, attributions: Sequence[Attribution], actors: tuple[Actor, ...],
        mentions: tuple[Mention, ...], places: Sequence[Any] = (),
    ) -> Coded:  # fmt: skip
        """The events of one article, without factuality and times."""
        ...

    def keep(self, coded: Any, events: Sequence[Event], answered: frozenset[str]) -> tuple[Event, ...]:
        """Of the events it found, now with factuality and status, those that stay; `coded` is what `find` gave, `answered` are
        the ids of events that stances are toward, all of which stay."""
        ...


class Assessor(Named, Protocol):
    """Says who holds what for how sure."""

    def assess(self, parse: Parse, attributions: Sequence[Attribution], events: Sequence[Event]) -> tuple[Event, ...]:
        """The events with factuality, tense and status."""
        ...

    def find_stances(
        self,
        parse: Parse,
        attributions: Sequence[Attribution],
        events: Sequence[Event],
        mentions: Sequence[Mention],
        actors: Sequence[Actor],
    ) -> tuple[Stance, ...]:
        """Who denies, rejects, confirms or doubts what, or declines to comment."""
        ...


Dater = Callable[
    [Parse, Article, Sequence[Timex], Sequence[Event], Sequence[Attribution]],
    tuple[Event, ...],
]
"""Gives events `happened` and `told`."""


@dataclass(frozen=True, slots=True)
class Stages:
    """The parts that settings ask for; `None` is a stage left out."""

    tagger: Tagger | None
    attributor: Attributor | None
    resolver: Resolver | None
    coder: Coder | None
    assessor: Assessor | None
    dater: Dater | None


# The stages are imported when the settings ask for them: importing onrecord, or asking a ledger, loads none of their libraries.


def _load_times(settings: Settings) -> Tagger:
    from onrecord.times import load_tagger

    return load_tagger()


def _load_dater() -> Dater:
    from onrecord.times import date_events

    return date_events


def _load_attribution(settings: Settings) -> Attributor:
    from onrecord.attribution import load_attributor

    return load_attributor()


def _load_rules(settings: Settings) -> Attributor:
    from onrecord.attribution import load_attributor

    return load_attributor("rules")


def _load_actors(settings: Settings) -> Resolver:
    from onrecord.actors import load_resolver
    from onrecord.actors.tables import tables_in_use

    return load_resolver(tables_in_use(settings.actors))


def _load_events(settings: Settings) -> Coder:
    from onrecord.events import load_coder

    return load_coder(judged=True)


def _load_frames(settings: Settings) -> Coder:
    from onrecord.events import load_coder

    return load_coder()


def _load_factuality(settings: Settings) -> Assessor:
    from onrecord.factuality import load_assessor

    return load_assessor()


TAGGERS: dict[str, Callable[[Settings], Tagger]] = {"times": _load_times}
ATTRIBUTORS: dict[str, Callable[[Settings], Attributor]] = {"attribution": _load_attribution, "rules": _load_rules}
RESOLVERS: dict[str, Callable[[Settings], Resolver]] = {"actors": _load_actors}
CODERS: dict[str, Callable[[Settings], Coder]] = {"events": _load_events, "frames": _load_frames}
ASSESSORS: dict[str, Callable[[Settings], Assessor]] = {"factuality": _load_factuality}
"""Parts by the name used in the settings; add one to let another stand in."""


def load_stages(settings: Settings) -> Stages:
    """The parts that the settings name.

    Raises:
        SettingsError: a name is unknown, or a part cannot be loaded.
    """
    return Stages(
        tagger=_choose("tagger", settings.tagger, TAGGERS, settings),
        attributor=_choose("attributor", settings.attributor, ATTRIBUTORS, settings),
        resolver=_choose("resolver", settings.resolver, RESOLVERS, settings),
        coder=_choose("coder", settings.coder, CODERS, settings),
        assessor=_choose("assessor", settings.assessor, ASSESSORS, settings),
        dater=None if settings.tagger == "none" else _load_dater(),
    )


def _choose(kind: str, name: str, known: dict[str, Callable[[Settings], Part]], settings: Settings) -> Part | None:
    if name == "none":
        return None
    if name not in known:
        raise SettingsError(f"no {kind} {name!r}; have {', '.join([*sorted(known), 'none'])}")
    return known[name](settings)

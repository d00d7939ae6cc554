"""A gold article -> a `Reading`, so that one annotation can be scored against another as if a program had made it."""

from __future__ import annotations

from onrecord.records import (
    AUTHOR,
    UNNAMED,
    Actor,
    Attribution,
    Event,
    Happened,
    Interval,
    Location,
    Mention,
    Reading,
    Stance,
)
from onrecord.score.gold import NOBODY, GoldArticle, GoldAttribution, GoldEvent


def gold_to_reading(gold: GoldArticle) -> Reading:
    """The gold's layers as records; actor keys become actor ids, chains hold the actors' names."""
    names = {key: actor.name for key, actor in gold.actors.items()} | {NOBODY: UNNAMED, AUTHOR: AUTHOR}
    actors = tuple(
        Actor(a.key, a.name, a.type, a.country, a.sector, a.office)  # type: ignore[arg-type]  # checked when read
        for a in gold.actors.values()
    )
    events = {event.id for event in gold.events}
    stances = tuple(
        Stance(
            None if s.holder in (NOBODY, AUTHOR) else s.holder, s.value,  # type: ignore[arg-type]
            None if s.toward in events else s.toward, s.toward if s.toward in events else None, s.attribution,
        )
        for s in gold.stances
    )  # fmt: skip
    return Reading(
        gold.article,
        actors=actors,
        mentions=tuple(Mention(m.span, m.actor, m.kind) for m in gold.mentions),  # type: ignore[arg-type]
        attributions=tuple(_attribution(a, names) for a in gold.attributions),
        events=tuple(_event(e, gold, names) for e in gold.events),
        stances=stances,
    )


def _attribution(gold: GoldAttribution, names: dict[str, str]) -> Attribution:
    nobody = gold.holder in (NOBODY, AUTHOR)
    return Attribution(
        gold.id, gold.source, gold.cue, gold.content, gold.kind, gold.act,  # type: ignore[arg-type]
        holder=None if nobody else gold.holder, holder_name=None if nobody else names[gold.holder], via=gold.via,
        parent=gold.parent, chain=tuple(names.get(key, key) for key in gold.chain),
    )  # fmt: skip


def _event(gold: GoldEvent, article: GoldArticle, names: dict[str, str]) -> Event:
    chain = next((a.chain for a in article.attributions if a.id == gold.attribution), (AUTHOR,))
    place = None
    if gold.location:
        name, _, country = gold.location.partition(", ")
        place = Location(name, country or None)
    happened = Happened(*gold.happened, basis=gold.basis) if gold.happened else Happened()  # type: ignore[arg-type]
    return Event(
        gold.id, gold.head, gold.type, gold.mode, gold.contexts, actors=gold.actors, recipients=gold.recipients, location=place,
        happened=happened, told=Interval(*gold.told) if gold.told else None, attribution=gold.attribution,
        chain=tuple(names.get(key, key) for key in chain),
        factuality=tuple((names.get(key, key), value) for key, value in gold.factuality),  # type: ignore[misc]
        tense=gold.tense, status=gold.status, same_as=gold.same_as,  # type: ignore[arg-type]
    )  # fmt: skip

"""Sentences with marked parties, coded: `[Iran]{IRN} threatened to attack [Israel]{ISR}.`"""

from __future__ import annotations

from onrecord.events import Coded, load_coder
from onrecord.records import Actor, ActorType, Article, Mention, make_id
from support import marked, parsed

SECTORS = {"MIL", "COP", "CVL", "REB", "GOV"}


def coded(source: str, *, declared: bool = False, persons: bool = False) -> Coded:
    """The events of a text whose parties are marked with a country, or country and sector (`RUSMIL`: a group, or a person)."""
    text, spans = marked(source)
    actors, mentions = [], []
    for label, places in spans.items():
        country, sector = label[:3], label[3:]
        kind: ActorType = "country" if not sector else "person" if persons else "group"
        actor = Actor(make_id(label), label, kind, country, (sector,) if sector else ())
        actors.append(actor)
        mentions += [Mention(span, actor.id, "name") for span in places]
    coder = load_coder(declared=declared)
    return coder.find(parsed(text), Article("a", text), (), tuple(actors), tuple(mentions))


def rows(source: str, *, declared: bool = False) -> list[tuple[str, str, str, str]]:
    """(head, code, actors, recipients) of each event, parties by their names joined with a space."""
    text, _ = marked(source)
    found = coded(source, declared=declared)
    names = {actor.id: actor.name for actor in found.actors}
    return [
        (
            text[event.head.start : event.head.end],
            event.type if event.mode is None else f"{event.type}/{event.mode}",
            " ".join(names[i] for i in event.actors),
            " ".join(names[i] for i in event.recipients),
        )
        for event in found.events
    ]

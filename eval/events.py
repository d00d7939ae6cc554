"""Events of sentences, in the form the scorers of PLOVER's gold records and of the probes read.

    python eval/events.py records GSR.jsonl > PRED.jsonl     (for score_events.py)
    python eval/events.py probes PROBES.jsonl > PRED.jsonl   (for score_probes.py)

Records want one main event a sentence in PLOVER's own reading (an announced deed is a promise), probes every event as it stands.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from rows import read_rows

from onrecord.actors import load_resolver
from onrecord.attribution import load_attributor
from onrecord.events import Coded, load_coder
from onrecord.factuality import load_assessor
from onrecord.language import Parser, load_parser
from onrecord.records import Actor, Article, Event


class Pipeline:
    """Parser and stages, built once."""

    def __init__(self, *, declared: bool) -> None:
        self.parser: Parser = load_parser()
        self.attributor = load_attributor()
        self.resolver = load_resolver()
        self.coder = load_coder(declared=declared)
        self.assessor = load_assessor()

    def code(self, name: str, text: str, date: str | None) -> Coded:
        """The events of a text, with their status."""
        article = Article(name, text, published=date, published_basis="given" if date else None)
        parse = self.parser.parse(text)
        resolved = self.resolver.resolve(parse, article, self.attributor.find(parse, name))
        places = self.resolver.find_places(parse)
        coded = self.coder.find(parse, article, resolved.attributions, resolved.actors, resolved.mentions, places)
        events = self.assessor.assess(parse, resolved.attributions, coded.events)
        return replace(coded, events=events)


def code_records(rows: Iterable[dict[str, Any]], pipeline: Pipeline) -> Iterator[dict[str, Any]]:
    """One prediction a record: its main events, with countries and sectors."""
    for row in rows:
        coded = pipeline.code(row["id"], row["text"].strip(), None)
        actors = {actor.id: actor for actor in coded.actors}
        chosen = [event for event in coded.events if event.id in coded.main]
        yield {"id": row["id"], "events": [_record(event, actors) for event in chosen]}


def _record(event: Event, actors: dict[str, Actor]) -> dict[str, Any]:
    reciprocal = not event.recipients and len(event.actors) > 1
    return {
        "event": event.type, "actor": _entities(event.actors, actors), "recipient": _entities(event.recipients, actors),
        "reciprocal": reciprocal,
    }  # fmt: skip


def _entities(ids: Iterable[str], actors: dict[str, Actor]) -> list[dict[str, Any]]:
    rows = (actors[i] for i in ids if i in actors)
    return [{"country": row.country or "", "sector": [] if row.type == "country" else list(row.sector[:1])} for row in rows]


def code_probes(rows: Iterable[dict[str, Any]], pipeline: Pipeline) -> Iterator[dict[str, Any]]:
    """One prediction a probe: every event with parties, status and the innermost holder of its chain."""
    for row in rows:
        coded = pipeline.code(row["id"], row["text"], row.get("date"))
        actors = {actor.id: actor for actor in coded.actors}
        yield {"id": row["id"], "events": [_probe(event, actors) for event in coded.events]}


def _probe(event: Event, actors: dict[str, Actor]) -> dict[str, Any]:
    chain = () if event.status in ("fact", "negated") else event.chain[-1:]
    holder = next((actor for actor in actors.values() if set(chain) & {actor.name, actor.id}), None)
    who, whom = event.actors, event.recipients
    if not whom and len(who) > 1:
        who, whom = who[:1], who[1:2]
    first = [next((actors[i].country or "" for i in ids if i in actors), "") for ids in (who, whom)]
    return {
        "start": event.head.start, "end": event.head.end, "type": event.type, "actor": first[0], "recipient": first[1],
        "status": event.status, "holder": (holder.country or "") if holder is not None else "",
    }  # fmt: skip


def main() -> None:
    """Reads the file named and prints predictions."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("kind", choices=["records", "probes"])
    arguments.add_argument("path", type=Path)
    given = arguments.parse_args()
    coders = {"records": code_records, "probes": code_probes}
    for line in coders[given.kind](read_rows(given.path), Pipeline(declared=given.kind == "records")):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()

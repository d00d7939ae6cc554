"""A reading goes in, the rows of every table of the ledger come out; no SQL here."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.contract import dumps
from onrecord.ledger.days import find_days
from onrecord.ledger.folding import fold, make_storable
from onrecord.records import Article, Attribution, Event, Happened, Interval, Reading, Span, make_id, quote

Row = dict[str, Any]

LOOKED = ("sentences", "actors", "mentions", "timexes", "attributions", "events", "stances")
_MAKER_OF = {
    "sections": "sources",
    "sentences": "language",
    "actors": "actors",
    "mentions": "actors",
    "timexes": "times",
    "attributions": "attribution",
    "events": "events",
    "factuality": "factuality",
    "stances": "factuality",
}
_LOCATION = {
    "location": "name",
    "location_country": "country",
    "latitude": "latitude",
    "longitude": "longitude",
    "location_basis": "basis",
}


def make_reading_id(reading: Reading) -> str:
    """The reading's key: a hash of the article and of everything read out of it."""
    return make_id("reading", dumps(reading))


def make_failure_id(reading: str | None, source: str, stage: str, error: str, position: int = 0) -> str:
    """A failure's key: a hash of where it was and what it says."""
    return make_id("failure", reading, source, position, stage, error)


def list_looked(reading: Reading) -> list[str]:
    """Names of the tables whose stage has run, in the order of the schema."""
    sections = ["sections"] if reading.article.sections is not None else []
    return sections + [name for name in LOOKED if getattr(reading, name) is not None]


def list_rows(reading: Reading, key: str) -> Iterator[tuple[str, Row]]:
    """Each table's name and row, owners before what they own; without `recorded_at`.

    All rows of a table have the same columns in the same order. Text holds nothing that SQLite cannot keep (see `make_storable`).

    Args:
        reading: the ids of a table must be distinct.
        key: `make_reading_id(reading)`.
    """
    makers = _map_makers(reading.makers)
    for table, row in _list_rows(reading, key):
        storable = {name: make_storable(value) if type(value) is str else value for name, value in row.items()}
        maker = {"maker": makers.get(_MAKER_OF[table])} if table in _MAKER_OF else {}
        yield table, {"reading": key} | storable | maker


def _map_makers(makers: Iterable[str]) -> dict[str, str]:
    """Each stage's maker. A parser goes by its model's name (`en_core_web_sm/3.8.0`): the first that is no stage's is its."""
    stages = set(_MAKER_OF.values())
    named = {maker.partition("/")[0]: maker for maker in makers}
    parsers = [maker for name, maker in named.items() if name not in stages]
    return ({"language": parsers[0]} if parsers else {}) | named


def _list_rows(reading: Reading, key: str) -> Iterator[tuple[str, Row]]:
    yield "articles", _article_row(reading)
    yield from _syntax_rows(reading)
    yield from _actor_rows(reading)
    sentences = reading.sentences or ()
    names = {actor.id: actor.name for actor in reading.actors or ()}
    for position, attribution in enumerate(reading.attributions or ()):
        place = _place(sentences, attribution.cue or attribution.content)
        yield "attributions", {"position": position} | place | _attribution_row(attribution, reading.article.text, names)
        yield from _span_rows(attribution)
    for position, event in enumerate(reading.events or ()):
        yield "events", {"position": position} | _place(sentences, (event.head,)) | _event_row(event)
        yield from _event_part_rows(event)
    yield from _stance_rows(reading)
    yield from _failure_rows(reading, key)


def _article_row(reading: Reading) -> Row:
    article = reading.article
    names = ("id", "text", "title", "published", "published_basis", "outlet", "url", "canonical_url", "rewrites_url", "language")
    return {name: getattr(article, name) for name in names} | _article_keys(article) | {
        "byline": None if article.byline is None else _list(article.byline),
        "looked": _list(list_looked(reading)),
        "makers": _list(reading.makers),
    }  # fmt: skip


def _article_keys(article: Article) -> Row:
    first, last = find_days(article.published) or (None, None)
    outlet_key = None if article.outlet is None else fold(article.outlet)
    return {"published_first": first, "published_last": last, "outlet_key": outlet_key}


def _syntax_rows(reading: Reading) -> Iterator[tuple[str, Row]]:
    for position, section in enumerate(reading.article.sections or ()):
        yield "sections", {"position": position, "kind": section.kind} | _range(section.span)
    for position, span in enumerate(reading.sentences or ()):
        yield "sentences", {"position": position} | _range(span)
    for position, timex in enumerate(reading.timexes or ()):
        yield "timexes", {"position": position, "id": timex.id, "type": timex.type, "value": timex.value} | _range(timex.span) | {
            "begin": timex.begin,
            "until": timex.end,
            "anchor": timex.anchor,
        }  # fmt: skip


def _actor_rows(reading: Reading) -> Iterator[tuple[str, Row]]:
    names = ("id", "name", "type", "country", "office", "wikidata", "basis", "confidence")
    for position, actor in enumerate(reading.actors or ()):
        row = {name: getattr(actor, name) for name in names}
        yield "actors", row | {"position": position, "sector": _list(actor.sector)}
    for position, mention in enumerate(reading.mentions or ()):
        yield "mentions", {"position": position, "actor": mention.actor, "kind": mention.kind} | _range(mention.span)


def _attribution_row(attribution: Attribution, text: str, names: dict[str, str]) -> Row:
    columns = ("id", "kind", "act", "holder", "parent", "confidence", "why")
    source = quote(text, attribution.source)
    name = attribution.holder_name or names.get(attribution.holder or "")
    return {column: getattr(attribution, column) for column in columns} | {
        "holder_name": name,
        "holder_key": fold(f"{name or ''} | {source}"),
        "source": source,
        "cue": quote(text, attribution.cue),
        "text": quote(text, attribution.content),
        "via": _list(attribution.via),
        "chain": _list(attribution.chain),
    }


def _span_rows(attribution: Attribution) -> Iterator[tuple[str, Row]]:
    roles = {"source": attribution.source, "cue": attribution.cue, "content": attribution.content, "via": attribution.via_spans}
    for role, spans in roles.items():
        for position, span in enumerate(spans):
            yield "attribution_spans", {"attribution": attribution.id, "role": role, "position": position} | _range(span)


def _event_row(event: Event) -> Row:
    columns = ("id", "type", "mode", "cameo", "quad", "intensity", "attribution", "tense", "status", "same_as")
    row = {column: getattr(event, column) for column in columns} | _range(event.head)
    row |= {"contexts": _list(event.contexts), "chain": _list(event.chain)}
    where, when, told = event.location, event.happened or Happened(), event.told or Interval(None, None)
    for column, name in _LOCATION.items():
        row[column] = getattr(where, name) if where else None
    row |= {"happened_begin": when.begin, "happened_end": when.end, "happened_basis": when.basis}
    row |= {"happened_timex": when.timex, "told_begin": told.begin, "told_end": told.end}
    return row


def _event_part_rows(event: Event) -> Iterator[tuple[str, Row]]:
    for role, actors in {"actor": event.actors, "recipient": event.recipients}.items():
        for position, actor in enumerate(actors):
            yield "event_actors", {"event": event.id, "role": role, "position": position, "actor": actor}
    for position, (holder, value) in enumerate(event.factuality or ()):
        yield "factuality", {"event": event.id, "position": position, "holder": holder, "value": value}


def _stance_rows(reading: Reading) -> Iterator[tuple[str, Row]]:
    names = ("holder", "value", "attribution_toward", "event_toward", "attribution")
    for position, stance in enumerate(reading.stances or ()):
        yield "stances", {"position": position} | {name: getattr(stance, name) for name in names}


def _failure_rows(reading: Reading, key: str) -> Iterator[tuple[str, Row]]:
    source = reading.article.id
    for position, failure in enumerate(reading.failures):
        failure_id = make_failure_id(key, source, failure.stage, failure.error, position)
        yield "failures", {"id": failure_id, "source": source, "stage": failure.stage, "error": failure.error}


def _range(span: Span) -> Row:
    return {"start": span.start, "end": span.end}


def _list(values: Iterable[str]) -> str:
    return json.dumps([make_storable(value) for value in values], ensure_ascii=False)


def _place(sentences: Sequence[Span], spans: Sequence[Span]) -> Row:
    """The sentence in which the first of the spans begins; nothing when there is none."""
    index = bisect_right(sentences, spans[0].start, key=lambda sentence: sentence.start) - 1 if spans else -1
    if index < 0 or spans[0].start >= sentences[index].end:
        return {"sentence_start": None, "sentence_end": None}
    return {"sentence_start": sentences[index].start, "sentence_end": sentences[index].end}

"""Rows of an event data set a researcher already has -> the same rows with onrecord's columns, where an event of ours is theirs.

A row is matched within its article: the same type first, then parties and mode. Where no event of ours fits, the row says so
and why; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Event, Reading
from onrecord.report.event_columns import OUR_COLUMNS, our_columns, parties

MATCH_COLUMNS = ("matched", "match_score", "match_note")
ARTICLE_COLUMNS = ("article", "Article ID", "article_id", "Story ID", "id")
"""Columns that may name the row's article, first found wins; else outlet and publication date must name one article alone."""

MIN_SCORE = 2.0
"""Type alone counts 1, each side's country 1 (0.5 when the row names none), mode 0.5: a match needs the type and one side."""

Row = Mapping[str, str]


def enrich_header(columns: Sequence[str]) -> tuple[str, ...]:
    """The given columns, then ours, then how the row was matched; a column of ours that is there already is not repeated."""
    added = (*OUR_COLUMNS, *MATCH_COLUMNS)
    return (*columns, *(column for column in added if column not in columns))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """What a row is compared with: an event's columns and the countries of its two sides (`None` = not known)."""

    type: str
    mode: str
    actors: tuple[str | None, ...]
    recipients: tuple[str | None, ...]
    is_first: bool
    start: int
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """An article's name in the data set's terms, and its events."""

    id: str
    outlet: str
    day: str
    events: tuple[_Candidate, ...]


def enrich(rows: Iterable[Row], readings: Iterable[Reading]) -> Iterator[dict[str, str]]:
    """Each row with our columns and `matched` (`yes` or `no`), `match_score` and `match_note`; rows keep their order and number.

    The readings are gone through once, when this is called; of each only the events' columns are kept (a few kB an article).

    Args:
        rows: by column name, in POLECAT's form ("Event Type", "Actor Country" ...).
        readings: of the articles the rows were coded from; the ids or outlet and date must be the rows'.
    """
    known = [_told(reading) for reading in readings]
    return _enriched(rows, known)


def _enriched(rows: Iterable[Row], known: Sequence[_Told]) -> Iterator[dict[str, str]]:
    by_id = {told.id: told for told in known}
    by_day: dict[str, list[_Told]] = {}
    for told in known:
        by_day.setdefault(told.day, []).append(told)
    for row in rows:
        told_in, note = _article(row, by_id, by_day)
        best = _best(row, told_in) if told_in is not None else None
        if best is None or best[0] < MIN_SCORE:
            empty = dict.fromkeys((*OUR_COLUMNS, "match_score"), "")
            yield {**empty, **row, "matched": "no", "match_note": note or _why_not(row, best)}
            continue
        score, event = best
        ours = dict(zip(OUR_COLUMNS, event.columns, strict=True))
        yield {**row, **ours, "matched": "yes", "match_score": f"{score:g}", "match_note": ""}


def _told(reading: Reading) -> _Told:
    article = reading.article
    events = tuple(_candidate(event, reading) for event in reading.events or ())
    return _Told(article.id, article.outlet or "", (article.published or "")[:10], events)


def _candidate(event: Event, reading: Reading) -> _Candidate:
    actors, recipients = parties(event, reading)
    columns = our_columns(event, reading)
    return _Candidate(
        event.type,
        event.mode or "",
        tuple(actor.country for actor in actors),
        tuple(actor.country for actor in recipients or actors[1:]),
        event.same_as is None,
        event.head.start,
        tuple(columns[name] for name in OUR_COLUMNS),
    )


def _article(row: Row, by_id: Mapping[str, _Told], by_day: Mapping[str, Sequence[_Told]]) -> tuple[_Told | None, str]:
    for column in ARTICLE_COLUMNS:
        if row.get(column):
            found = by_id.get(row[column])
            return found, "" if found is not None else f"no article {row[column]!r} among the texts"
    source, day = row.get("Source", ""), row.get("Publication Date", "")[:10]
    same = [told for told in by_day.get(day, ()) if told.outlet in (source, "")]
    if len(same) == 1:
        return same[0], ""
    return None, f"{len(same)} articles of {source or 'no outlet'} on {day or 'no day'}"


def _best(row: Row, told: _Told) -> tuple[float, _Candidate] | None:
    scored = [(_score(row, event), event) for event in told.events if event.type == row.get("Event Type", "").upper()]
    return max(scored, key=lambda pair: (pair[0], pair[1].is_first, -pair[1].start), default=None)


def _score(row: Row, event: _Candidate) -> float:
    score = 1.0
    for side, countries in (("Actor", event.actors), ("Recipient", event.recipients)):
        wanted = _value(row, f"{side} Country")
        score += 0.5 if not wanted and not countries else 1.0 if wanted in countries else -0.5 if wanted and countries else 0.0
    score += 0.5 * (_value(row, "Event Mode") == event.mode)
    return score


def _value(row: Row, column: str) -> str:
    value = row.get(column, "")
    return "" if value == "None" else value


def _why_not(row: Row, best: tuple[float, _Candidate] | None) -> str:
    if best is None:
        return f"no event of type {row.get('Event Type', '')} found in the article"
    return "an event of the type was found, with other parties"

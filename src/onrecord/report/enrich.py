"""Rows of an event data set a researcher already has -> the same rows with onrecord's columns, where an event of ours is theirs.

A row is matched within its article: the same type first, then parties and mode. Where no event of ours fits, the row says so
and why; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

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


def enrich(rows: Iterable[Row], readings: Iterable[Reading]) -> Iterator[dict[str, str]]:
    """Each row with our columns and `matched` (`yes` or `no`), `match_score` and `match_note`; rows keep their order and number.

    Args:
        rows: by column name, in POLECAT's form ("Event Type", "Actor Country" ...).
        readings: of the articles the rows were coded from; the ids or outlet and date must be the rows'.
    """
    known = list(readings)
    by_id = {reading.article.id: reading for reading in known}
    for row in rows:
        reading, note = _reading(row, by_id, known)
        best = _best(row, reading) if reading is not None else None
        if reading is None or best is None or best[0] < MIN_SCORE:
            empty = dict.fromkeys((*OUR_COLUMNS, "match_score"), "")
            yield {**empty, **row, "matched": "no", "match_note": note or _why_not(row, reading, best)}
            continue
        score, event = best
        yield {**row, **our_columns(event, reading), "matched": "yes", "match_score": f"{score:g}", "match_note": ""}


def _reading(row: Row, by_id: Mapping[str, Reading], known: list[Reading]) -> tuple[Reading | None, str]:
    for column in ARTICLE_COLUMNS:
        if row.get(column):
            found = by_id.get(row[column])
            return found, "" if found is not None else f"no article {row[column]!r} among the texts"
    source, day = row.get("Source", ""), row.get("Publication Date", "")[:10]
    same = [r for r in known if (r.article.published or "")[:10] == day and (r.article.outlet or "") in (source, "")]
    if len(same) == 1:
        return same[0], ""
    return None, f"{len(same)} articles of {source or 'no outlet'} on {day or 'no day'}"


def _best(row: Row, reading: Reading) -> tuple[float, Event] | None:
    scored = [
        (_score(row, event, reading), event) for event in reading.events or () if event.type == row.get("Event Type", "").upper()
    ]
    return max(scored, key=lambda pair: (pair[0], pair[1].same_as is None, -pair[1].head.start), default=None)


def _score(row: Row, event: Event, reading: Reading) -> float:
    actors, recipients = parties(event, reading)
    sides = (("Actor", actors), ("Recipient", recipients or actors[1:]))
    score = 1.0
    for side, rows in sides:
        wanted = _value(row, f"{side} Country")
        codes = {actor.country for actor in rows}
        score += 0.5 if not wanted and not rows else 1.0 if wanted in codes else -0.5 if wanted and codes else 0.0
    score += 0.5 * (_value(row, "Event Mode") == (event.mode or ""))
    return score


def _value(row: Row, column: str) -> str:
    value = row.get(column, "")
    return "" if value == "None" else value


def _why_not(row: Row, reading: Reading | None, best: tuple[float, Event] | None) -> str:
    if best is None:
        return f"no event of type {row.get('Event Type', '')} found in the article"
    return "an event of the type was found, with other parties"

"""Questions to the ledger by name: filters go in, frozen rows come out."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, TypedDict, Unpack, get_args

from onrecord.errors import LedgerError
from onrecord.ledger.days import find_days
from onrecord.ledger.folding import fold, make_storable, match_words
from onrecord.ledger.store import Ledger
from onrecord.records import Act, Span


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """An attribution with the article it stands in; spans are code points of that article's text.

    `article` and `attribution` are ids; `source`, `cue` and `text` (the content) quote the article, pieces joined by ` … `.
    `sentence` is the one that holds the cue. `recorded_at` is when the ledger got to know it.
    """

    article: str
    attribution: str
    published: str | None
    outlet: str | None
    title: str | None
    url: str | None
    holder: str | None
    holder_name: str | None
    chain: tuple[str, ...]
    parent: str | None
    act: str
    kind: str
    source: str
    cue: str
    text: str
    source_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    content_spans: tuple[Span, ...]
    sentence: Span | None
    confidence: float
    recorded_at: str


@dataclass(frozen=True, slots=True)
class HolderCount:
    """A holder, by the name shown or else the source's words (`He` and `he` are one), and how much the ledger has from it.

    `first` and `last` are the days of the earliest and the latest article, `None` when no article has a date.
    """

    holder: str
    n_attributions: int
    n_articles: int
    n_outlets: int
    first: str | None
    last: str | None


class Filters(TypedDict, total=False):
    """What a question lets through; all that are given, and not `None`, must fit.

    Attributes:
        holder: words that the holder's name and the source must hold, whatever their case and diacritics.
        text: words that the content must hold, in any order and in any English ending (`apology`, `apologies`); in double
            quotes, words that must stand together. Nothing else has a meaning.
        since, until: first and last day of the article's date: `2024`, `2024-05` or `2024-05-07`. An article dated only to the
            month fits every day of it; one without a date fits none.
        outlet: the outlet's name, whatever its case and diacritics.
        act: one of the acts, such as `deny`.
        as_of: a date; what the ledger held at the end of that day. Without it, what it holds now.
    """

    holder: str | None
    text: str | None
    since: str | None
    until: str | None
    outlet: str | None
    act: str | None
    as_of: str | None


def find(ledger: Ledger, *, limit: int | None = 100, **filters: Unpack[Filters]) -> list[FoundAttribution]:
    """Attributions that fit all filters given, newest article first, then by place in the article.

    Args:
        ledger: the ledger to ask.
        limit: at most so many; `None` for all.
        filters: see `Filters`.

    Raises:
        LedgerError: a filter that there is not; a date or an act that is none; `since` after `until`; `limit` below 0.
    """
    where, values = _make_condition(filters)
    # With words the index of words leads; without, the newest articles do, so that the walk ends at the limit.
    has_words = filters.get("holder") is not None or filters.get("text") is not None
    tables = "attributions CROSS JOIN articles" if has_words else "articles CROSS JOIN attributions"
    order = "published_first DESC, articles.id, articles.reading, position"
    sql = f"{_FOUND} FROM {tables} USING (reading) WHERE {where} ORDER BY {order} LIMIT ?"
    return [_make_found(ledger, dict(row)) for row in ledger.rows(sql, [*values, _check_limit(limit)])]


def count_holders(ledger: Ledger, *, limit: int | None = 100, **filters: Unpack[Filters]) -> list[HolderCount]:
    """Holders of the attributions that `find` would give, the one with most attributions first.

    An attribution whose holder is not known counts for the words of its source; one without a source is left out.

    Raises:
        LedgerError: as `find`.
    """
    where, values = _make_condition(filters)
    sql = f"{_COUNTED} WHERE {where} AND {_SHOWN} <> '' GROUP BY lower({_SHOWN}) ORDER BY 2 DESC, 1 LIMIT ?"
    return [HolderCount(*row) for row in ledger.rows(sql, [*values, _check_limit(limit)])]


_FOUND = """
SELECT articles.id AS article, attributions.id AS attribution, published, outlet, title, url, holder, holder_name, chain, parent,
       act, kind, source, cue, attributions.text AS text, sentence_start, sentence_end, confidence, attributions.recorded_at,
       attributions.reading
"""
_SHOWN = "coalesce(nullif(holder_name, ''), source)"
_COUNTED = f"""
SELECT min({_SHOWN}) AS shown, count(*), count(DISTINCT reading), count(DISTINCT outlet_key),
       min(published_first), max(published_last)
FROM attributions JOIN articles USING (reading)
"""
_SPANS = """
SELECT role, start, "end" FROM attribution_spans WHERE reading = ? AND attribution = ? ORDER BY role, position
"""

_Filter = tuple[str, tuple[Any, ...]]


def _make_condition(filters: Filters) -> tuple[str, list[Any]]:
    """The filters as SQL, and the values for its question marks."""
    given = {name: str(value) for name, value in filters.items() if value is not None}
    if unknown := sorted(given.keys() - _FILTERS.keys()):
        raise LedgerError(f"no filter {unknown[0]!r}; have {', '.join(_FILTERS)}")
    since, until = given.get("since"), given.get("until")
    if since and until and _check_days("since", since)[0] > _check_days("until", until)[1]:
        raise LedgerError(f"since {since!r} is after until {until!r}; give the earlier one as since")
    made = [_FILTERS[name](value) for name, value in given.items()]
    if "as_of" not in given:
        made.append(("attributions.superseded_at IS NULL", ()))
    return " AND ".join(sql for sql, _ in made), [value for _, values in made for value in values]


def _filter_holder(words: str) -> _Filter:
    return _match("holder_words", fold(words))


def _filter_text(words: str) -> _Filter:
    return _match("attribution_words", words)


def _match(index: str, words: str) -> _Filter:
    expression = match_words(words)
    if expression is None:
        return "0", ()
    return f"number IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)", (expression,)


def _filter_since(day: str) -> _Filter:
    return "published_last >= ?", (_check_days("since", day)[0],)


def _filter_until(day: str) -> _Filter:
    return "published_first <= ?", (_check_days("until", day)[1],)


def _filter_outlet(name: str) -> _Filter:
    return "outlet_key = ?", (make_storable(fold(name)),)


def _filter_act(act: str) -> _Filter:
    if act not in get_args(Act):
        raise LedgerError(f"no act {act!r}; have {', '.join(get_args(Act))}")
    return "act = ?", (act,)


def _filter_as_of(day: str) -> _Filter:
    end = _check_days("as_of", day)[1] + "T23:59:59Z"
    sql = "attributions.recorded_at <= ? AND (attributions.superseded_at IS NULL OR attributions.superseded_at > ?)"
    return sql, (end, end)


_FILTERS = {
    "holder": _filter_holder,
    "text": _filter_text,
    "since": _filter_since,
    "until": _filter_until,
    "outlet": _filter_outlet,
    "act": _filter_act,
    "as_of": _filter_as_of,
}


def _check_days(name: str, day: str) -> tuple[str, str]:
    days = find_days(day)
    if days is None:
        raise LedgerError(f"{name} {day!r} is not a date; write 2024, 2024-05 or 2024-05-07")
    return days


def _check_limit(limit: int | None) -> int:
    if limit is not None and limit < 0:
        raise LedgerError(f"limit {limit} is below 0; give a number from 0 up, or none for all rows")
    return -1 if limit is None else limit


def _make_found(ledger: Ledger, row: dict[str, Any]) -> FoundAttribution:
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": [], "via": []}
    for role, start, end in ledger.rows(_SPANS, (row.pop("reading"), row["attribution"])):
        spans[role].append(Span(start, end))
    start, end = row.pop("sentence_start"), row.pop("sentence_end")
    row["chain"] = tuple(json.loads(row["chain"]))
    return FoundAttribution(
        **row,
        source_spans=tuple(spans["source"]),
        cue_spans=tuple(spans["cue"]),
        content_spans=tuple(spans["content"]),
        sentence=None if start is None else Span(start, end),
    )

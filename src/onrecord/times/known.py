"""Words that name a well-known event -> that event, with its days: "the full-scale invasion", "the 2020 election", "the war".

The events are those of `data/calendar.tsv`. A name stands alone ("9/11"); a bare kind ("the war", "the disputed 2020 election")
needs a year or a place beside it, or the place that the article speaks of.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import NamedTuple

from onrecord.errors import SettingsError
from onrecord.records import Parse
from onrecord.times.days import Days

HEADER = ["id", "kind", "begin", "end", "places", "names"]
PLACE_HEADER = ["code", "words"]

PLAIN_WORDS = frozenset({
    "2016", "attempt", "attempted", "august", "ceasefire", "coup", "crisis", "failed", "january", "november", "post-election",
    "violence",
})  # fmt: skip
"""Words that name no place or person."""

KINDS: Mapping[str, frozenset[str]] = {
    "war": frozenset({"war", "invasion"}),
    "invasion": frozenset({"war", "invasion", "incursion"}),
    "conflict": frozenset({"war", "invasion", "conflict"}),
    "fighting": frozenset({"war"}),
    "election": frozenset({"election"}),
    "elections": frozenset({"election"}),
    "vote": frozenset({"election", "referendum"}),
    "poll": frozenset({"election"}),
    "polls": frozenset({"election"}),
    "referendum": frozenset({"referendum"}),
    "coup": frozenset({"coup"}),
    "putsch": frozenset({"coup"}),
    "takeover": frozenset({"coup", "takeover"}),
    "overthrow": frozenset({"overthrow", "coup"}),
    "revolution": frozenset({"revolution"}),
    "uprising": frozenset({"uprising", "revolution"}),
    "annexation": frozenset({"annexation"}),
    "earthquake": frozenset({"earthquake"}),
    "quake": frozenset({"earthquake"}),
    "genocide": frozenset({"genocide"}),
    "massacre": frozenset({"massacre"}),
    "crackdown": frozenset({"crackdown"}),
    "unrest": frozenset({"unrest", "protest"}),
    "protests": frozenset({"protest"}),
    "pandemic": frozenset({"pandemic"}),
    "offensive": frozenset({"offensive"}),
}
"""Nouns that name an event by its kind, with the kinds of the calendar they may mean."""

NEEDS_YEAR = frozenset(
    {"election", "elections", "vote", "poll", "polls", "referendum", "crackdown", "unrest", "protests", "offensive", "fighting"}
)
"""Nouns of what happens again and again: they name a known event only with its year."""

RECENT_DAYS = 3 * 366
"""A war that ended longer before the publication is not "the war" any more."""

_NAME_TOKEN = re.compile(r"\w+\.(?=\w)|[\w./]+?(?='s\b)|'s|-(?=[^\W\d])|[\w./]+(?:-\d[\w]*)*|-")


class Known(NamedTuple):
    """A well-known event; `end` is `None` while it lasts."""

    id: str
    kind: str
    begin: date
    end: date | None
    places: frozenset[str]


@dataclass(frozen=True)
class Calendar:
    """Well-known events by name (first word, then the whole), and by kind."""

    names: Mapping[str, Sequence[tuple[tuple[str, ...], Known]]]
    kinds: Mapping[str, Sequence[Known]]
    places: Mapping[str, frozenset[str]]


def read_calendar(lines: Iterable[str], place_lines: Iterable[str], name: str = "calendar.tsv") -> Calendar:
    """The events of two tables.

    Raises:
        SettingsError: a line has other columns or a day that is none; the message names the line.
    """
    names: dict[str, list[tuple[tuple[str, ...], Known]]] = {}
    kinds: dict[str, list[Known]] = {}
    for number, row in _rows(lines, HEADER, name):
        id_, kind, begin, end, places, aliases = row
        try:
            known = Known(
                id_, kind, date.fromisoformat(begin), date.fromisoformat(end) if end else None, frozenset(places.split()) - {"-"}
            )
        except ValueError as error:
            raise SettingsError(f"{name}, line {number}: {error}") from error
        kinds.setdefault(kind, []).append(known)
        for alias in aliases.split(";") if aliases != "-" else ():
            tokens = tuple(_NAME_TOKEN.findall(alias))
            names.setdefault(tokens[0], []).append((tokens, known))
    for entries in names.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return Calendar(names, kinds, _read_places(place_lines))


def _rows(lines: Iterable[str], header: list[str], name: str) -> Iterator[tuple[int, list[str]]]:
    rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if next(rows, None) != header:
        raise SettingsError(f"{name}: the first line must be {' '.join(header)}, parted by tabs")
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise SettingsError(f"{name}, line {number}: {row!r} has not the columns {' '.join(header)}")
        yield number, row


def _read_places(lines: Iterable[str]) -> dict[str, frozenset[str]]:
    places: dict[str, frozenset[str]] = {}
    for _, (code, words) in _rows(lines, PLACE_HEADER, "places.tsv"):
        for word in words.split():
            places[word] = places.get(word, frozenset()) | {code}
    return places


@cache
def load_calendar() -> Calendar:
    """The shipped calendar, read once."""
    folder = resources.files("onrecord.times") / "data"
    events, places = ((folder / name).read_text(encoding="utf-8").splitlines() for name in ("calendar.tsv", "places.tsv"))
    return read_calendar(events, places)


class Knowledge:
    """What one article's words can mean in the calendar; counts its places when first asked."""

    def __init__(self, parse: Parse, published: Days | None, calendar: Calendar | None = None) -> None:
        self._parse = parse
        self._today = published[1] if published else None
        self._calendar = calendar or load_calendar()
        self._counts: Counter[str] | None = None

    @property
    def places(self) -> Counter[str]:
        """How often the article speaks of each place."""
        if self._counts is None:
            known = self._calendar.places
            self._counts = Counter(code for word in self._parse.lower if word in known for code in known[word])
        return self._counts

    def named(self, start: int, end: int) -> Known | None:
        """The event that a name within the tokens names, the longest one first."""
        lower, names = self._parse.lower, self._calendar.names
        for token in range(start, end):
            for words, known in names.get(lower[token], ()):
                is_named = tuple(w.replace("’", "'") for w in lower[token : token + len(words)]) == words
                if is_named and self._is_past(known) and (not PLAIN_WORDS.issuperset(words) or self._is_told_of(known)):
                    return known
        return None

    def _is_told_of(self, known: Known) -> bool:
        """Whether the article names the country of an event: what any country may have ("the coup attempt") needs that."""
        return any(self.places[place] for place in known.places)

    def of_phrase(self, start: int, end: int, head: int) -> Known | None:
        """The event that a phrase `[start, end)` with a head names, by name or by its kind; `None` when it surely names none."""
        named = self.named(start, min(end + 4, len(self._parse)))
        if named is not None:
            return named
        word = self._parse.lower[head]
        kinds = KINDS.get(word) or KINDS.get(self._parse.lemmas[head])
        if kinds is None:
            return None
        year = next((int(w) for w in self._parse.words[start:end] if len(w) == 4 and w.isdigit()), None)
        return self._of_kind(word, kinds, year, self._places_in(start, end))

    def of_kind_near(self, word: str, start: int, end: int) -> Known | None:
        """The event of a kind at a place that the tokens name ("Russia invaded Ukraine")."""
        places = self._places_in(start, end)
        return self._of_kind(word, KINDS[word], None, places) if places else None

    def _places_in(self, start: int, end: int) -> frozenset[str]:
        found = [self._calendar.places[w] for w in self._parse.lower[start:end] if w in self._calendar.places]
        return frozenset().union(*found)

    def _of_kind(self, word: str, kinds: frozenset[str], year: int | None, places: frozenset[str]) -> Known | None:
        if year is None and word in NEEDS_YEAR:
            return None
        entries = [known for kind in sorted(kinds) for known in self._calendar.kinds.get(kind, ()) if self._is_past(known)]
        if year is not None:
            entries = [known for known in entries if known.begin.year == year]
        elif not places:
            entries = [known for known in entries if self._is_recent(known)]
        near = places or {code for code, count in self.places.items() if count >= 2}
        entries = [known for known in entries if known.places & near]
        if not entries:
            return None
        return max(entries, key=lambda known: (max(self.places[place] for place in known.places), known.begin))

    def _is_past(self, known: Known) -> bool:
        return self._today is None or known.begin <= self._today

    def _is_recent(self, known: Known) -> bool:
        return known.end is None or self._today is None or self._today - known.end <= timedelta(RECENT_DAYS)

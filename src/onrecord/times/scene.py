"""What an expression of time is read against: the publication date, the date last spoken of, and the words it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from onrecord.records import Parse, Tense, TimexType
from onrecord.times.days import Days, days_of, value_at
from onrecord.times.lexicon import Classes, load_words, shape_classes
from onrecord.times.tense import VERBS, tense_at

Bounds = tuple[date | None, date | None]
"""First and last day; `None` is an open side."""

_PUBLISHED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


class Draft(NamedTuple):
    """An expression read: tokens `[start, end)`, TIMEX3 type and value, its days.

    `anchor` names what the days were counted from: `published`, `mentioned` (the date last spoken of), or nothing.
    `is_reference` says whether later expressions ("the next day") may count from it.
    """

    start: int
    end: int
    type: TimexType
    value: str
    days: Bounds | None = None
    anchor: str | None = None
    is_reference: bool = False


@lru_cache(50_000)
def classes_of(word: str) -> Classes:
    """The classes of a word by lexicon and shape."""
    return {**load_words().get(word, {}), **shape_classes(word)}


@dataclass
class Scene:
    """One article while its expressions are read, in text order. `last` is the date last spoken of."""

    parse: Parse
    published: Days | None
    last: Draft | None = None

    @property
    def today(self) -> date:
        """The day that "today" means; a day that nobody will use where nothing is known of the publication."""
        return self.published[1] if self.published else date(2000, 1, 1)

    @property
    def is_day_known(self) -> bool:
        """Whether the publication date is known to the day."""
        return self.published is not None and self.published[0] == self.published[1]

    def mentioned(self) -> date | None:
        """First day of the date last spoken of."""
        return self.last.days[0] if self.last is not None and self.last.days else None

    def tense(self, piece: Piece) -> Tense | None:
        """The tense of the clause that an expression stands in."""
        return tense_at(self.parse, piece.head)


@dataclass(frozen=True)
class Piece:
    """The tokens of a match, each with its classes."""

    parse: Parse
    start: int
    end: int
    name: str

    @property
    def words(self) -> list[str]:
        """Words in lower case."""
        return self.parse.lower[self.start : self.end]

    @property
    def head(self) -> int:
        """The token whose head lies outside the piece."""
        for token in range(self.start, self.end):
            if not self.start <= self.parse.heads[token] < self.end:
                return token
        return self.end - 1

    def tokens(self, *kinds: str) -> Iterator[tuple[int, str]]:
        """Tokens with one of the classes, and their value there."""
        for token in range(self.start, self.end):
            classes = classes_of(self.parse.words[token])
            for kind in kinds:
                if kind in classes:
                    yield token, classes[kind]
                    break

    def get(self, *kinds: str) -> str | None:
        """The value of the first token with one of the classes."""
        return next((value for _, value in self.tokens(*kinds)), None)

    def has(self, *words: str) -> bool:
        """Whether one of the words is among the tokens."""
        return any(word in words for word in self.words)

    def cut(self, start: int, end: int) -> Piece:
        """The piece with other bounds."""
        return Piece(self.parse, start, end, self.name)

    def draft(self, type_: TimexType, value: str, days: Bounds | None = None, **kinds: object) -> Draft:
        """An expression over the whole piece."""
        return Draft(self.start, self.end, type_, value, days, **kinds)  # type: ignore[arg-type]


def published_days(published: str | None) -> Days | None:
    """The days of a publication date, which may be partial; the date part of a date-time is taken as it stands.

    A date outside the years 1500 to 2500 is taken for a mistake: nothing is counted from it.
    """
    match = _PUBLISHED.match(published or "")
    if match is None or not "1500" <= match[0][:4] <= "2500":
        return None
    return days_of(match[0])


def dated(piece: Piece, value: str, edge: Bounds | None = None, anchor: str | None = None) -> Draft | None:
    """A DATE that names days; `None` when the value names none ("February 30")."""
    days = days_of(value)
    if days is None:
        return None
    return piece.draft("DATE", value, edge or days, anchor=anchor, is_reference=True)


def relative(scene: Scene, piece: Piece, day: date | None, grain: str, anchor: str = "published") -> Draft | None:
    """A DATE counted from another day, at a grain; open where that day is not known finely enough."""
    if day is None:
        return None
    if anchor == "published" and not knows(scene, grain):
        return piece.draft("DATE", "XXXX-XX-XX", None, anchor=None)
    return dated(piece, value_at(day, grain), anchor=anchor)


def knows(scene: Scene, grain: str) -> bool:
    """Whether the publication date is known finely enough to count at a grain."""
    if scene.published is None:
        return False
    size = (scene.published[1] - scene.published[0]) + timedelta(1)
    return size.days == 1 or (grain in ("Y", "DE", "CE", "ML")) or (size.days <= 31 and grain in ("M", "Q", "H", "3M", "6M"))


DATELINE_TOKENS = 14
"""A dateline ("GOMA, Feb 3 (Agency) -") ends at most so many tokens after its paragraph begins."""

DASHES = frozenset({"-", "–", "—", "--", "―"})


def is_dateline(parse: Parse, start: int, end: int) -> bool:
    """Whether the date at `[start, end)` is that of the dateline, which dates the report and no event."""
    if start >= end:
        return True
    first, last = parse.paragraphs[parse.paragraph_of[start]]
    if start - first > DATELINE_TOKENS or start == first or any(parse.pos[t] in VERBS for t in range(first, start)):
        return False
    return any(_is_dash(parse, t) for t in range(end, min(end + 8, last, first + DATELINE_TOKENS)))


def _is_dash(parse: Parse, token: int) -> bool:
    """Whether a token is a dash and no hyphen within a word ("re-run")."""
    if parse.words[token] != "-" or token == 0:
        return parse.words[token] in DASHES
    return parse.starts[token] > parse.ends[token - 1] or token + 1 == len(parse) or parse.starts[token + 1] > parse.ends[token]

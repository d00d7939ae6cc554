"""The stage: a parse and its article in, time expressions with their values and days out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.records import Article, Parse, Timex, make_id
from onrecord.times import calendar_dates, clock, feasts, periods, relative_dates, spans, years
from onrecord.times.anchors import RELATIONS, read_tie
from onrecord.times.counting import Anchored, counted
from onrecord.times.days import iso_day
from onrecord.times.known import Knowledge
from onrecord.times.patterns import Match, Matcher, load_matcher
from onrecord.times.scene import Draft, Piece, Scene, is_dateline, published_days

MAKER = "times/1"

Maker = Callable[[Scene, Piece], Draft | None]

MAKERS: dict[str, Maker] = {
    "calendar": calendar_dates.calendar,
    "month": calendar_dates.month_date,
    "weekday": calendar_dates.weekday,
    "nthday": periods.nth_day,
    "weekof": periods.week_of,
    "weekday_of": periods.week_with,
    "season": periods.season,
    "quarter": periods.quarter,
    "fiscal": periods.fiscal,
    "yearrange": periods.year_range,
    "dayrange": calendar_dates.day_range,
    "decade": periods.decade,
    "century": periods.century,
    "year": years.year,
    "feast": feasts.feast,
    "deictic": relative_dates.deictic,
    "relative": relative_dates.relative_unit,
    "unitout": relative_dates.unit_out,
    "ago": relative_dates.ago,
    "fromday": clock.from_day,
    "theday": relative_dates.the_day,
    "sameago": relative_dates.same_ago,
    "yearago": relative_dates.year_ago,
    "samelast": relative_dates.same_ago,
    "spanrel": relative_dates.span_around,
    "duration": spans.duration,
    "age": spans.age,
    "set": spans.repeated,
    "ref": spans.reference,
    "clock": clock.clock,
    "part": clock.part_of_day,
}
"""Readers of matched pieces, by the name in the second column of `data/patterns.tsv`."""


@dataclass(frozen=True)
class Tagger:
    """Finds time expressions by patterns over words and reads them against the publication date."""

    matcher: Matcher
    name: str = MAKER

    def find(self, parse: Parse, article: Article) -> tuple[Timex, ...]:
        """The time expressions of an article, in text order, without overlaps.

        `value` follows TIMEX3 and TempEval-3; `begin` and `end` are the first and last day where the expression names days.
        With no publication date, or one known to the month only, what cannot be counted from it keeps open days.
        """
        drafts = list(find_drafts(self.matcher, parse, article.published))
        return tuple(_timex(parse, article.id, draft) for draft in _anchor(parse, article, drafts))


def load_tagger() -> Tagger:
    """The shipped tagger. The same object may be used for any number of articles."""
    return Tagger(load_matcher())


def find_drafts(matcher: Matcher, parse: Parse, published: str | None) -> Iterator[Draft]:
    """Expressions as token ranges, read one after the other, so that each can count from the one before."""
    scene = Scene(parse, published_days(published))
    for match in matcher.find(parse.words):
        draft = _read(scene, match)
        if draft is not None:
            if draft.is_reference and draft.days and draft.days[0] and not is_dateline(parse, draft.start, draft.end):
                scene.last = draft
            yield draft


def _anchor(parse: Parse, article: Article, drafts: list[Draft]) -> Iterator[Draft]:
    """The drafts, those that count from a well-known event or from the date behind them with their days."""
    knowledge: Knowledge | None = None
    for number, draft in enumerate(drafts):
        is_tied = draft.days is None and draft.end < len(parse) and parse.lower[draft.end] in RELATIONS
        if not is_tied:
            yield draft
            continue
        knowledge = knowledge or Knowledge(parse, published_days(article.published))
        piece = Piece(parse, draft.start, draft.end, "anchored")
        tie = read_tie(parse, draft.end, knowledge)
        following = drafts[number + 1] if number + 1 < len(drafts) else None
        if tie is None and following is not None and following.days is not None and following.start - draft.end <= 2:
            tie = Anchored(draft.end, following.start, RELATIONS[parse.lower[draft.end]], "mentioned", following.days)
        days = counted(piece, tie) if tie is not None else None
        yield draft if tie is None or days is None else draft._replace(days=days, anchor=tie.name)


def _read(scene: Scene, match: Match) -> Draft | None:
    sentences = scene.parse.sentence_of
    if sentences[match.start] != sentences[match.end - 1]:
        return None
    draft = MAKERS[match.maker](scene, Piece(scene.parse, match.start, match.end, match.name))
    if draft is not None and draft.end - draft.start > 1 and _is_of_noun_behind(scene.parse, draft):
        return draft._replace(start=draft.start + 1)
    return draft


def _is_of_noun_behind(parse: Parse, draft: Draft) -> bool:
    """Whether a draft begins with the determiner of a noun that it only describes ("a first-quarter loss")."""
    is_determiner = parse.labels[draft.start] in ("det", "poss") and parse.pos[draft.start] in ("DET", "PRON")
    return is_determiner and parse.heads[draft.start] >= draft.end


def _timex(parse: Parse, article_id: str, draft: Draft) -> Timex:
    span = parse.span(draft.start, draft.end)
    begin, end = draft.days or (None, None)
    return Timex(
        make_id(article_id, MAKER, *span), span, draft.type, draft.value, iso_day(begin), iso_day(end), draft.anchor
    )  # fmt: skip

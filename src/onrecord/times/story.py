"""Times and events of one article -> the story: times at the tokens they date, the day it tells of, dates by word.

What needs no decision about any one event.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from onrecord.records import Article, Happened, Parse, Timex
from onrecord.times.anchors import Undated, find_ties, find_undated, place_ties, turn_ties
from onrecord.times.clauses import REPORTS, TELLINGS, Placed, is_placeable, is_when, place, place_stretches, tokens_of
from onrecord.times.counting import Anchored
from onrecord.times.known import Knowledge
from onrecord.times.scene import Bounds, is_dateline, published_days
from onrecord.times.tense import VERBS, clause_verb, verb_tense

OPEN = Happened()

LIGHT = frozenset(
    {"be", "have", "do", "make", "take", "get", "go", "come", "give", "hold", "use", "begin", "start", "continue", "become"}
)
"""Verbs too light to name a happening by themselves."""

TOLD_DAYS = 3
TOLD_PARAGRAPHS = 4
"""The telling's day is looked for in so many paragraphs, at most so many days before the publication."""

LEAD_SENTENCES = 3
"""Sentences after the headline in which the story's own day is looked for."""

LEAD_DAYS = 21
"""A report's own day lies at most so many days before its publication."""

STEM_CHARS = 5
"""Words of one stem by their first letters ("deliver", "delivery") may name one happening."""


@dataclass(frozen=True)
class Story:
    """One article while its events are dated. `day` is the day that its first sentences tell of, `told` the one
    they name for the telling, where they name one."""

    parse: Parse
    published: tuple[date, date] | None
    placed: Sequence[Placed]
    headline: int
    day: Happened | None = None
    told: Happened | None = None
    knowledge: Knowledge | None = None
    undated: Undated = field(default_factory=dict)
    plain: Sequence[Placed] = ()
    ties: Sequence[Anchored] = ()

    @cached_property
    def hosted(self) -> Mapping[int, Sequence[Placed]]:
        """The times by the token that each belongs to, in text order."""
        hosted: dict[int, list[Placed]] = {}
        for placed in self.placed:
            hosted.setdefault(placed.host, []).append(placed)
        return hosted

    @cached_property
    def timed_sentences(self) -> frozenset[int]:
        """The sentences that a time stands in."""
        return frozenset(self.parse.sentence_of[placed.host] for placed in self.placed)

    @cached_property
    def words_of_time(self) -> Mapping[int, Placed]:
        """The dated expressions by each of their tokens."""
        dated = [p for p in self.placed if p.basis == "timex" and p.begin and p.end_day]
        return {token: placed for placed in reversed(dated) for token in range(placed.start, placed.end)}

    @cached_property
    def counted_from(self) -> frozenset[int]:
        """The events that times are counted from ("a month after she [left]"): they have not the time of what hangs on them."""
        return frozenset(tie.event for tie in self.ties if tie.tie in self.undated and tie.relation in ("after", "before"))

    @cached_property
    def participle_times(self) -> Sequence[Placed]:
        """The days that the parse hangs on bare participles ("packed with arms ... on Sunday")."""
        tags, labels = self.parse.tags, self.parse.labels
        return [
            p for p in self.placed if p.relation == "on" and tags[p.host] == "VBN" and labels[p.host] == "acl" and p.size <= 1
        ]

    def times_of(self, host: int) -> Sequence[Placed]:
        """The times that belong to a token, in text order."""
        return self.hosted.get(host, ())

    @cached_property
    def counted_events(self) -> frozenset[int]:
        """Events that a time is counted from and whose own days nobody knows ("a year after the king abdicated")."""
        return frozenset(open_ties(self))

    def is_known(self, happened: Happened) -> bool:
        """Whether days do not begin after the publication."""
        return self.published is None or (happened.begin or "") <= self.published[1].isoformat()

    @cached_property
    def published_happened(self) -> Happened:
        """The publication date as the day of what is told as news."""
        if self.published is None:
            return OPEN
        return Happened(self.published[0].isoformat(), self.published[1].isoformat(), "published")


def read_story(parse: Parse, article: Article, timexes: Sequence[Timex], heads: frozenset[int]) -> Story:
    """The article with its times placed and its own day read from its first sentences."""
    published = published_days(article.published)
    placed = place(
        parse, [t for t in timexes if is_placeable(parse, t) and not is_dateline(parse, *tokens_of(parse, t.span))], heads
    )
    knowledge = Knowledge(parse, published)
    ties = list(find_ties(parse, knowledge))
    plain = [*placed, *place_stretches(parse, timexes, heads, published)]
    headline = parse.paragraphs[0][1] if parse.paragraphs and not parse.words[parse.paragraphs[0][1] - 1].endswith(".") else 0
    story = Story(
        parse, published, plain, headline, knowledge=knowledge, undated=find_undated(parse, timexes), plain=plain, ties=ties
    )
    return tie_story(story, heads, {})


def tie_story(story: Story, heads: frozenset[int], settled: Mapping[int, Happened]) -> Story:
    """The story with what hangs on events counted from the days that are known of them by now.

    `settled` are days already found for events, by token; the story itself comes back where they change nothing.
    """
    parse = story.parse
    dated = {p.host: (p.begin, p.end_day) for p in story.plain if p.size <= 31 and p.relation != "for"}
    ties = [tie if tie.name else tie._replace(days=_article_days(parse, tie.event, dated, settled)) for tie in story.ties]
    placed = [*story.plain, *place_ties(parse, ties, story.undated, heads)]
    placed += turn_ties(parse, ties, story.undated, heads, lambda host, is_news: _host_days(host, is_news, story, settled))
    if settled and placed == story.placed:
        return story
    story = replace(story, placed=placed, ties=ties)
    return replace(story, day=_lead_day(story), told=_told_day(story))


def open_ties(story: Story) -> list[int]:
    """Events that times are counted from, or that something is on the eve of, whose days nobody knows yet."""
    return [tie.event for tie in story.ties if tie.days is None and (tie.relation == "eve" or tie.tie in story.undated)]


def _article_days(
    parse: Parse, token: int, dated: Mapping[int, tuple[str | None, str | None]], settled: Mapping[int, Happened]
) -> Bounds | None:
    """The days of an event that the article itself dates: as settled, or by the time of a word of the same stem."""
    known = settled.get(token)
    if known is not None:
        return _bounds(known.begin, known.end)
    stem = stem_of(parse, token)
    if parse.lemmas[token] in LIGHT or parse.lemmas[token] in REPORTS:
        return None
    for host, (begin, end) in dated.items():
        if host == token or (stem_of(parse, host) == stem and begin and end):
            return _bounds(begin, end)
    return None


def _host_days(host: int, is_news: bool, story: Story, settled: Mapping[int, Happened]) -> Bounds | None:
    """The days of a clause: as settled, or else by its own time; those of the publication for what is news now."""
    if is_news:
        return story.published
    known = settled.get(host)
    if known is not None or not settled:
        return _bounds(known.begin, known.end) if known is not None else None
    own = next((placed for placed in story.times_of(host) if placed.basis == "timex" and placed.begin), None)
    return _bounds(own.begin, own.end_day) if own is not None else None


def _bounds(begin: str | None, end: str | None) -> Bounds:
    return (date.fromisoformat(begin) if begin else None), (date.fromisoformat(end) if end else None)


def _lead_day(story: Story) -> Happened | None:
    """The day in the first sentences that their main verb belongs to, at most `LEAD_DAYS` before the publication."""
    if story.published is None:
        return None
    parse, seen = story.parse, 0
    for start, end in parse.sentences:
        if start < story.headline or not any(parse.pos[t] in VERBS for t in range(start, end)):
            continue
        seen += 1
        for placed in story.placed:
            if (
                start <= placed.start < end
                and placed.relation in ("", "on", "at", "late", "early")
                and _is_story_day(story, placed)
            ):
                return Happened(placed.begin, placed.end_day, "story", placed.timex)
        if seen == LEAD_SENTENCES:
            return None
    return None


def _told_day(story: Story) -> Happened | None:
    """The day that the first sentences name for a telling ("said on Monday"), at most `TOLD_DAYS` before the publication."""
    parse = story.parse
    last = next((end for number, (_, end) in enumerate(parse.paragraphs) if number == TOLD_PARAGRAPHS), len(parse))
    for placed in story.placed:
        is_telling = parse.lemmas[placed.host] in REPORTS or parse.lemmas[placed.host] in TELLINGS
        if placed.start < last and placed.basis == "timex" and placed.size == 0 and is_telling and story.published is not None:
            age = (story.published[1] - date.fromisoformat(placed.end_day or "")).days
            if 0 <= age <= TOLD_DAYS:
                return Happened(placed.begin, placed.end_day, "story" if age else "published", placed.timex)
    return None


def _is_story_day(story: Story, placed: Placed) -> bool:
    if story.published is None or placed.size > 0 or placed.end_day is None or placed.basis != "timex":
        return False
    age = (story.published[1] - date.fromisoformat(placed.end_day)).days
    if not 0 <= age <= LEAD_DAYS:
        return False
    verb = placed.host if story.parse.pos[placed.host] in VERBS else clause_verb(story.parse, placed.host)
    if verb is None or verb_tense(story.parse, verb) != "past":
        return False
    return story.parse.labels[verb] in ("ROOT", "conj", "ccomp") or is_when(story.parse, verb)


def stem_of(parse: Parse, token: int) -> str:
    """What a word shares with others of its family: its first letters."""
    lemma = parse.lemmas[token]
    return lemma[:STEM_CHARS] if len(lemma) > STEM_CHARS else lemma

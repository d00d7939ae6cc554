"""Events and times of one article -> when each event happened and when it was told.

In this order: a time in the event's own clause, then in the clauses above it, then where the same happening is dated elsewhere in
the article, then the publication date for what is told as news of the day; what is foretold without a date stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.language import syntax
from onrecord.records import Article, Attribution, Event, Happened, Interval, Parse, Span, Tense, Timex
from onrecord.times.anchors import find_ties, place_ties
from onrecord.times.clauses import REPORTS, Placed, head_of, lenders, own_times, place
from onrecord.times.known import Knowledge
from onrecord.times.scene import Bounds, published_days
from onrecord.times.tense import VERBS, clause_verb, verb_tense

OPEN = Happened()

LIGHT = frozenset(
    {"be", "have", "do", "make", "take", "get", "go", "come", "give", "hold", "use", "begin", "start", "continue", "become"}
)
"""Verbs too light to name a happening by themselves."""

COMPARING = frozenset({"from", "than", "to", "versus", "against"})
"""Words after which a date alone is what something is compared with ("down from 2019")."""

LEAD_SENTENCES = 3
"""Sentences after the headline in which the story's own day is looked for."""

LEAD_DAYS = 21
"""A report's own day lies at most so many days before its publication."""

STEM_CHARS = 5
"""Words of one stem by their first letters ("deliver", "delivery") may name one happening."""


@dataclass(frozen=True)
class Story:
    """One article while its events are dated. `day` is the day that its first sentences tell of, where they name one."""

    parse: Parse
    published: tuple[date, date] | None
    placed: Sequence[Placed]
    headline: int
    day: Happened | None = None

    @property
    def published_happened(self) -> Happened:
        """The publication date as the day of what is told as news."""
        if self.published is None:
            return OPEN
        return Happened(self.published[0].isoformat(), self.published[1].isoformat(), "published")


def date_heads(parse: Parse, article: Article, timexes: Sequence[Timex], heads: Sequence[Span]) -> tuple[Happened, ...]:
    """When what each head names took place, in the order given.

    Args:
        parse: the article's.
        article: its publication date is what news without a date rests on (basis `published`).
        timexes: what the tagger found in it.
        heads: words that name events, in any order; a span without a word gives an open interval.
    """
    tokens = [head_of(parse, span) for span in heads]
    known = frozenset(token for token in tokens if token is not None)
    story = read_story(parse, article, timexes, known)
    first = {token: _own_date(story, token) for token in sorted(known)}
    elsewhere = _dates_by_stem(story, first)
    return tuple(OPEN if token is None else _settle(story, token, first[token], elsewhere) for token in tokens)


def read_story(parse: Parse, article: Article, timexes: Sequence[Timex], heads: frozenset[int]) -> Story:
    """The article with its times placed and its own day read from its first sentences."""
    published = published_days(article.published)
    placed = place(parse, [t for t in timexes if t.begin or t.end], heads)
    dated = {p.host: (p.begin, p.end_day) for p in placed if p.size <= 31}
    ties = find_ties(parse, Knowledge(parse, published), lambda token: _article_days(parse, token, dated))
    placed += place_ties(parse, ties, timexes, heads)
    headline = parse.paragraphs[0][1] if parse.paragraphs and not parse.words[parse.paragraphs[0][1] - 1].endswith(".") else 0
    story = Story(parse, published_days(article.published), placed, headline)
    return replace(story, day=_lead_day(story))


def _article_days(parse: Parse, token: int, dated: dict[int, tuple[str | None, str | None]]) -> Bounds | None:
    """The days of an event that the article itself dates: by its own time, or by a word of the same stem that has one."""
    stem = _stem(parse, token)
    if parse.lemmas[token] in LIGHT or parse.lemmas[token] in REPORTS:
        return None
    for host, (begin, end) in dated.items():
        if host == token or (_stem(parse, host) == stem and begin and end):
            return (date.fromisoformat(begin) if begin else None), (date.fromisoformat(end) if end else None)
    return None


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


def _is_story_day(story: Story, placed: Placed) -> bool:
    if story.published is None or placed.size > 0 or placed.end_day is None or placed.basis != "timex":
        return False
    age = (story.published[1] - date.fromisoformat(placed.end_day)).days
    if not 0 <= age <= LEAD_DAYS:
        return False
    verb = placed.host if story.parse.pos[placed.host] in VERBS else clause_verb(story.parse, placed.host)
    return verb is not None and story.parse.labels[verb] in ("ROOT", "conj", "ccomp") and verb_tense(story.parse, verb) == "past"


def _stem(parse: Parse, token: int) -> str:
    lemma = parse.lemmas[token]
    return lemma[:STEM_CHARS] if len(lemma) > STEM_CHARS else lemma


def _dates_by_stem(story: Story, first: dict[int, Happened | None]) -> dict[str, Happened]:
    """The finest date given to a word of each stem, anywhere in the article."""
    dates: dict[str, Happened] = {}
    parse_ = story.parse
    hosts = {placed.host: happened_at(parse_, own_times(story.placed, placed.host)) for placed in story.placed}
    for token, happened in sorted({**hosts, **{t: h for t, h in first.items() if h}}.items()):
        if story.parse.lemmas[token] in REPORTS or story.parse.lemmas[token] in LIGHT or happened.begin is None:
            continue
        stem = _stem(story.parse, token)
        if stem not in dates or _days(happened) < _days(dates[stem]):
            dates[stem] = happened
    return dates


def _days(happened: Happened) -> int:
    if happened.begin is None or happened.end is None:
        return 1_000_000
    return (date.fromisoformat(happened.end) - date.fromisoformat(happened.begin)).days


def _own_date(story: Story, token: int) -> Happened | None:
    """The time that the event's sentence gives it; `None` when it gives none."""
    found = None
    for lender in lenders(story.parse, token):
        times = [placed for placed in own_times(story.placed, lender) if _fits(story, token, placed)]
        if times:
            found = happened_at(story.parse, times)
            if found.basis is not None:
                return found
    return found


def _fits(story: Story, token: int, placed: Placed) -> bool:
    """Whether a time may be the event's: no comparison, not to come for the past, no period for the act of reporting it."""
    parse = story.parse
    if placed.event is not None and syntax.is_inside(parse, token, placed.event):
        return False
    if placed.relation in COMPARING and not any(
        p.relation in ("to", "until", "through") for p in own_times(story.placed, placed.host)
    ):
        return False
    if placed.relation == "since" and placed.through_noun:
        return False
    tense = event_tense(parse, token)
    is_later = placed.begin is not None and story.published is not None and placed.begin >= story.published[1].isoformat()
    if tense == "past" and is_later and placed.size > 0 and parse.pos[token] in VERBS:
        return False
    is_report = parse.lemmas[token] in REPORTS or parse.lemmas[token] == "post"
    return not (is_report and placed.size > 27 and placed.start > token + 3)


def happened_at(parse: Parse, times: Sequence[Placed]) -> Happened:
    """The interval that the times of one clause make together: the finest one, or from one to the other."""
    first = min(times, key=lambda placed: placed.size)
    relations = {placed.relation: placed for placed in times if placed.basis == "timex"}
    for begin, end in (("from", "to"), ("from", "until"), ("between", "and"), ("from", "through")):
        if begin in relations and end in relations:
            return Happened(relations[begin].begin, relations[end].end_day, "timex", relations[begin].timex)
    if first.begin is None and first.end_day is None:
        return OPEN
    if first.basis == "event":
        return Happened(first.begin, first.end_day, "event", first.timex)
    if first.relation in ("since", "from"):
        return Happened(first.begin, None, "timex", first.timex)
    if first.relation in ("until", "till") and not _is_put_off(parse, first.host):
        return Happened(None, first.end_day, "timex", first.timex)
    if first.relation == "by" and first.size == 0:
        return Happened(None, first.end_day, "timex", first.timex)
    return Happened(first.begin, first.end_day, "timex", first.timex)


def _is_put_off(parse: Parse, verb: int) -> bool:
    """Whether "until" tells when it comes rather than when it ends ("not due until June", "delayed until June")."""
    return parse.lemmas[verb] in ("delay", "postpone", "defer", "push", "put") or syntax.is_negated(parse, verb)


def _settle(story: Story, token: int, own: Happened | None, elsewhere: dict[str, Happened]) -> Happened:
    if own is not None:
        return own
    tense = event_tense(story.parse, token)
    same = elsewhere.get(_stem(story.parse, token))
    if same is not None and story.parse.lemmas[token] not in REPORTS and _may_be_same(story, same, tense):
        return replace(same, basis="story")
    if story.day is not None and (_is_simple_past(story.parse, token) or (token < story.headline and tense != "future")):
        return story.day
    return story.published_happened


def _may_be_same(story: Story, same: Happened, tense: Tense | None) -> bool:
    """Whether a date can be that of an event in a tense: no past event lies after the publication."""
    if story.published is None or same.begin is None:
        return True
    return tense != "past" or same.begin <= story.published[1].isoformat()


def _is_simple_past(parse: Parse, token: int) -> bool:
    """Whether the event is told in the simple past, itself or with the clause it stands in; "has agreed" is told of the day."""
    verb = token if parse.pos[token] in VERBS else clause_verb(parse, token)
    if verb is None or verb_tense(parse, verb) != "past":
        return False
    return not any(parse.lower[c] in ("have", "has", "'ve", "’ve") for c in parse.children[verb] if parse.labels[c] == "aux")


def event_tense(parse: Parse, token: int) -> Tense | None:
    """The tense of an event: of its verb, or of the clause its noun stands in."""
    verb = token if parse.pos[token] in VERBS else clause_verb(parse, token)
    return None if verb is None else verb_tense(parse, verb)


def date_events(
    parse: Parse, article: Article, timexes: Sequence[Timex], events: Sequence[Event], attributions: Sequence[Attribution]
) -> tuple[Event, ...]:
    """The events with `happened` and `told` filled in."""
    days = date_heads(parse, article, timexes, [event.head for event in events])
    return tuple(
        replace(event, happened=happened, told=Interval(article.published, article.published))
        for event, happened in zip(events, days, strict=True)
    )

"""Events and times of one article -> when each event happened and when it was told.

In this order: a time in the event's own clause, then in the clauses above it, then the same happening elsewhere in the article,
then the day the story tells of, then the publication date for what is told as news; what is foretold without a date stays open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from onrecord.language import syntax
from onrecord.records import Article, Attribution, Event, Happened, Interval, Parse, Span, Timex
from onrecord.times.clauses import TELLINGS, Placed, carriers, head_of
from onrecord.times.counting import Anchored
from onrecord.times.incident import GENERIC, INCIDENT, PLAIN, Fact, Incidents, tense_of
from onrecord.times.own_dates import YEAR_DAYS, dates_by_stem, own_dates
from onrecord.times.settling import Settler
from onrecord.times.story import OPEN, Story, open_ties, read_story, tie_story
from onrecord.times.tense import clause_verb


def date_heads(parse: Parse, article: Article, timexes: Sequence[Timex], heads: Sequence[Span]) -> tuple[Happened, ...]:
    """When what each head names took place, in the order given.

    Args:
        parse: the article's.
        article: its publication date is what news without a date rests on (basis `published`).
        timexes: what the tagger found in it.
        heads: words that name events, in any order; a span without a word gives an open interval.
    """
    tokens = [head_of(parse, span) for span in heads]
    facts = [Fact(number, token) for number, token in enumerate(tokens) if token is not None]
    _, settled, _ = _settle(parse, article, timexes, facts)
    return tuple(settled.get(number, OPEN) for number in range(len(tokens)))


Told = Mapping[str, Interval]
"""The days named for tellings, by attribution."""


def _settle(
    parse: Parse,
    article: Article,
    timexes: Sequence[Timex],
    facts: Sequence[Fact],
    attributions: Sequence[Attribution] = (),
) -> tuple[Story, dict[int, Happened], Told]:
    """The story, each event's days by its number, and the days of the tellings.

    Times that hang on an event are read again once that one has its days.
    """
    heads = frozenset(fact.token for fact in facts)
    facts = [fact._replace(tense=tense_of(parse, fact)) for fact in facts]
    story = read_story(parse, article, timexes, heads)
    told = _days_told(story, attributions, {fact.attribution for fact in facts})
    settler = _settler(story, facts, told)
    settled = settler.settle_all()
    if not story.ties:
        return story, settled, told
    tied = tie_story(story, heads, _days_to_count_from(story, settler, facts, settled))
    return (story, settled, told) if tied is story else (tied, _settler(tied, facts, told, settler).settle_all(), told)


COMING = frozenset({"come", "follow", "happen", "occur"})
"""Verbs by which something takes place ("the shelling came two days after")."""


def _days_to_count_from(
    story: Story, settler: Settler, facts: Sequence[Fact], settled: Mapping[int, Happened]
) -> dict[int, Happened]:
    """Days by token: of dated events, of tellings, and of words for the story's own happening."""
    parse, incident = story.parse, settler.incidents.main
    days = {fact.token: settled[fact.number] for fact in facts if settled[fact.number].basis in ("timex", "event", "story")}
    if incident is not None:
        days |= {host: incident for host in _generic_hosts(story) if host not in days}
    days |= {host: days[deed] for deed, host in _coming(parse, days).items() if host not in days}
    apart = _told_apart(story, days, {fact.token: settled[fact.number] for fact in facts}, incident)
    days = {token: found for token, found in days.items() if token not in apart}
    deeds = {fact.token for fact in facts if fact.type in INCIDENT}
    for event in (event for event in open_ties(story) if event not in apart):
        if event not in days and parse.lemmas[event] in TELLINGS:
            days[event] = story.told or story.published_happened
        if incident is not None and event not in days and (parse.lemmas[event] in GENERIC or event in deeds):
            days[event] = incident
    return days


def _coming(parse: Parse, days: Mapping[int, Happened]) -> dict[int, int]:
    """The verbs that a dated deed is the subject of, by the deed ("the shelling came two days after")."""
    above = {token: parse.heads[token] for token in days if parse.labels[token] == "nsubj"}
    return {token: verb for token, verb in above.items() if parse.lemmas[verb] in COMING}


def _told_apart(
    story: Story, days: Mapping[int, Happened], settled: Mapping[int, Happened], incident: Happened | None
) -> set[int]:
    """Events so long before or after what hangs on them that the same days, given for want of others, are wrong for them."""
    hosts, comes = _generic_hosts(story), _coming(story.parse, days).values()
    found = set()
    for tie in story.ties:
        own, verb = settled.get(tie.event), _verb_tied(story.parse, tie)
        above = days.get(verb) if verb is not None else None
        is_counted = tie.tie in story.undated and tie.relation in ("after", "before") and tie.days is None
        if not is_counted or above is None or (own is not None and own.basis in ("timex", "event")):
            continue
        guessed = own if own is not None and own.basis == "story" else incident
        if verb in hosts or verb in comes or (guessed is not None and guessed.begin == above.begin):
            found.add(tie.event)
    return found


def _verb_tied(parse: Parse, tie: Anchored) -> int | None:
    """The verb of the clause that a tie dates."""
    return clause_verb(parse, parse.heads[tie.event if parse.heads[tie.tie] == tie.event else tie.tie])


def _generic_hosts(story: Story) -> list[int]:
    """Verbs that tell of the story's own happening by a word for it ("The incident came two days after ...")."""
    parse = story.parse
    hosts = [placed.host for placed in story.placed if placed.event is not None]
    return [
        host
        for host in hosts
        if any(
            parse.labels[c] == "nsubj"
            and (parse.lemmas[c] in GENERIC or (parse.lower[c] in ("it", "this") and parse.lemmas[host] in COMING))
            for c in parse.children[host]
        )
    ]


def _settler(story: Story, facts: Sequence[Fact], told: Told, before: Settler | None = None) -> Settler:
    own = own_dates(story, {fact.token for fact in facts}, (before.story, before.own) if before is not None else None)
    return Settler(story, Incidents(story, own, facts), own, dates_by_stem(story, own), facts, told)


def date_events(
    parse: Parse, article: Article, timexes: Sequence[Timex], events: Sequence[Event], attributions: Sequence[Attribution]
) -> tuple[Event, ...]:
    """The events with `happened` and `told` filled in.

    `told` is the day named with the cue of the event's attribution, or of the nearest one around it that has one; else the
    publication date.
    """
    tokens = [head_of(parse, event.head) for event in events]
    numbers = {event.id: number for number, event in enumerate(events)}
    facts = [
        Fact(number, token, event.type, event.attribution, numbers.get(event.same_as or ""), event.tense, event.status)
        for number, (token, event) in enumerate(zip(tokens, events, strict=True))
        if token is not None
    ]
    story, settled, told = _settle(parse, article, timexes, facts, attributions)
    published = _told_published(story)
    return tuple(
        replace(event, happened=settled.get(number, OPEN), told=told.get(event.attribution or "", published))
        for number, event in enumerate(events)
    )


def _told_published(story: Story) -> Interval | None:
    happened = story.published_happened
    return Interval(happened.begin, happened.end) if happened.basis else None


def _days_told(story: Story, attributions: Sequence[Attribution], wanted: AbstractSet[str | None]) -> dict[str, Interval]:
    """The day each of the wanted attributions was made, by the time of its cue or of the attribution around it."""
    by_id = {attribution.id: attribution for attribution in attributions}
    days: dict[str, Interval] = {}
    for id_ in sorted(by_id.keys() & wanted):
        outer: Attribution | None = by_id[id_]
        for _ in range(syntax.MAX_STEPS):
            if outer is None or not outer.cue:
                break
            token = head_of(story.parse, outer.cue[0])
            time = _time_of_telling(story, token) if token is not None else None
            if time is not None:
                days[id_] = Interval(time.begin, time.end_day)
                break
            outer = by_id.get(outer.parent or "")
    return days


def _time_of_telling(story: Story, cue: int) -> Placed | None:
    """The day, month or year named with a cue, or with the statement that it is made in ("in a statement published in June")."""
    if story.parse.sentence_of[cue] not in story.timed_sentences:
        return None
    for token in (cue, *carriers(story.parse, cue)):
        for placed in story.times_of(token):
            if placed.basis == "timex" and placed.size <= YEAR_DAYS and placed.relation in PLAIN:
                return placed
    return None

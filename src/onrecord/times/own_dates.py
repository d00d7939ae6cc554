"""A story and the token of an event -> the time that the event's own sentence gives it, if it gives one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.language import syntax
from onrecord.records import Happened, Parse
from onrecord.times.clauses import REPORTS, Placed, lenders
from onrecord.times.days import days_between
from onrecord.times.known import KINDS
from onrecord.times.story import LIGHT, OPEN, Story, stem_of
from onrecord.times.tense import VERBS, clause_verb, event_tense

RANKS = frozenset({"first", "only", "record"})

MONTH_DAYS = 27
YEAR_DAYS = 366
"""A time of this many days also covers what came shortly before or after."""

RANGES = (("from", "to"), ("from", "until"), ("between", "and"), ("from", "through"))
"""Words that bring in the first and the last day of a stretch."""

OwnDates = dict[int, Happened | None]

COMPARING = frozenset({"from", "than", "to", "versus", "against"})
"""Words after which a date alone is what something is compared with ("down from 2019")."""


def own_dates(story: Story, tokens: Iterable[int], before: tuple[Story, Mapping[int, Happened | None]] | None = None) -> OwnDates:
    """The times that sentences give their events, by token; those of an earlier reading `before` are kept where it holds."""
    if before is None:
        return {token: own_date(story, token) for token in tokens}
    earlier, own = before
    changed = {p.host for p in {*story.placed} ^ {*earlier.placed}}
    sentences = {story.parse.sentence_of[host] for host in changed}
    return {t: own_date(story, t) if story.parse.sentence_of[t] in sentences else own[t] for t in tokens}


def own_date(story: Story, token: int) -> Happened | None:
    """The time that the event's sentence gives it; `None` when it gives none."""
    is_timed = story.parse.sentence_of[token] in story.timed_sentences
    found = (_time_above(story, token) if is_timed else None) or _time_of_known(story, token)
    if found is not None or not is_timed:
        return found
    for lender in lenders(story.parse, token):
        times = [placed for placed in story.times_of(lender) if _fits(story, token, placed)]
        if times:
            found = happened_at(story.parse, times)
            if found.basis is not None:
                return found
    return found or _time_of_participle(story, token) or _time_of_sequence(story, token)


def _time_of_participle(story: Story, token: int) -> Happened | None:
    """The day that the parse hangs on a participle below the verb ("rammed a boat packed with arms into a ship on Sunday")."""
    parse = story.parse
    if (
        not story.participle_times
        or parse.pos[token] not in VERBS
        or parse.labels[token] not in ("ROOT", "conj", "ccomp")
        or event_tense(parse, token) != "past"
    ):
        return None
    for placed in story.participle_times:
        if syntax.is_inside(parse, placed.host, token):
            return happened_at(parse, [placed])
    return None


def _time_of_sequence(story: Story, token: int) -> Happened | None:
    """The time of the clause that an event is told beside: its month or year after "after", any after "when"."""
    parse = story.parse
    mark = next((parse.lower[c] for c in parse.children[token] if parse.lower[c] in ("after", "before", "when")), None)
    above = clause_verb(parse, parse.heads[token])
    if parse.labels[token] not in ("advcl", "relcl") or mark is None or above is None or token in story.counted_from:
        return None
    smallest = 0 if mark == "when" else MONTH_DAYS
    times = [p for p in story.times_of(above) if p.basis == "timex" and smallest <= p.size <= YEAR_DAYS]
    return happened_at(parse, times[:1]) if times else None


def _time_of_known(story: Story, token: int) -> Happened | None:
    """The days of a well-known event that the event's own noun names ("Russia's full-scale invasion")."""
    parse = story.parse
    if parse.pos[token] not in ("NOUN", "PROPN") or parse.lower[token] not in KINDS or story.knowledge is None:
        return None
    start, end = syntax.noun_phrase(parse, token)
    known = story.knowledge.of_phrase(start, end, token)
    if known is None:
        return None
    return Happened(known.begin.isoformat(), known.end.isoformat() if known.end else None, "event")


def _time_above(story: Story, token: int) -> Happened | None:
    """The time that an event's own clause describes ("in August, when the army shelled the islet")."""
    parse = story.parse
    verb = token if parse.pos[token] in VERBS else parse.heads[token]
    above = parse.heads[verb]
    if parse.labels[verb] not in ("relcl", "acl", "advcl"):
        return None
    placed = story.words_of_time.get(above)
    return None if placed is None else Happened(placed.begin, placed.end_day, "timex", placed.timex)


def _fits(story: Story, token: int, placed: Placed) -> bool:
    """Whether a time may be the event's: no comparison, not to come for the past, no period for the act of reporting it."""
    parse = story.parse
    if placed.event is not None and syntax.is_inside(parse, token, placed.event):
        return False
    if placed.relation in COMPARING and not _is_range(story, placed):
        starts = placed.relation == "from" and placed.size == 0 and parse.pos[token] == "NOUN"
        if not starts:  # "imposed a curfew from Sunday": the curfew, not the imposing
            return False
    if placed.relation == "since" and (placed.through_noun or _is_ranked(parse, placed)):
        return False
    tense = event_tense(parse, token)
    is_later = placed.begin is not None and story.published is not None and placed.begin >= story.published[1].isoformat()
    if tense == "past" and is_later and placed.size > 0 and parse.pos[token] in VERBS:
        return False
    is_report = parse.lemmas[token] in REPORTS or parse.lemmas[token] == "post"
    return not (is_report and placed.size > 27 and placed.start > token + 3)


def _is_range(story: Story, placed: Placed) -> bool:
    return any(p.relation in ("to", "until", "through") for p in story.times_of(placed.host))


def _is_ranked(parse: Parse, placed: Placed) -> bool:
    """Whether "since" ends a comparison ("the worst clash since 2014")."""
    words = range(max(placed.start - 12, 0), placed.start)
    return any(parse.tags[t] in ("JJS", "RBS") or parse.lower[t] in RANKS or parse.lower[t].endswith("iest") for t in words)


def happened_at(parse: Parse, times: Sequence[Placed]) -> Happened:
    """The interval that the times of one clause make together: the finest one, or from one to the other."""
    first = min(times, key=lambda placed: placed.size) if len(times) > 1 else times[0]
    relations = {placed.relation: placed for placed in times if placed.basis == "timex"}
    for begin, end in RANGES if len(relations) > 1 else ():
        first_day, last_day = (relations.get(r) for r in (begin, end))
        if first_day and last_day and (first_day.begin or "") <= (last_day.end_day or ""):
            return Happened(first_day.begin, last_day.end_day, "timex", first_day.timex)
    if first.begin is None and first.end_day is None:
        return OPEN
    if first.basis == "event":
        return Happened(first.begin, first.end_day, "event", first.timex)
    if first.relation in ("since", "from"):
        return Happened(first.begin, None, "timex", first.timex)
    if first.relation in ("until", "till") and not _is_put_off(parse, first.host):
        return Happened(None, first.end_day, "timex", first.timex)
    if first.relation == "by" and first.size == 0 and event_tense(parse, first.host) != "past":
        return Happened(None, first.end_day, "timex", first.timex)
    return Happened(first.begin, first.end_day, "timex", first.timex)


def _is_put_off(parse: Parse, verb: int) -> bool:
    """Whether "until" tells when it comes rather than when it ends ("not due until June", "delayed until June")."""
    return parse.lemmas[verb] in ("delay", "postpone", "defer", "push", "put") or syntax.is_negated(parse, verb)


def dates_by_stem(story: Story, first: Mapping[int, Happened | None]) -> dict[str, Happened]:
    """The finest date given to a word of each stem, anywhere in the article; `first` are those of the events' sentences."""
    parse, dates = story.parse, dict[str, Happened]()
    for token, happened in sorted(_host_dates(story, first)):
        if parse.lemmas[token] in REPORTS or parse.lemmas[token] in LIGHT or happened.begin is None:
            continue
        stem = stem_of(parse, token)
        if stem not in dates or _days(happened) < _days(dates[stem]):
            dates[stem] = happened
    return dates


def _host_dates(story: Story, first: Mapping[int, Happened | None]) -> Iterable[tuple[int, Happened]]:
    """The dates of events, of further words that times belong to, and of the subject of what hangs on an event."""
    parse = story.parse
    dates = {token: happened for token, happened in first.items() if happened is not None}
    for host, its in story.hosted.items():
        if host not in dates:
            times = [placed for placed in its if _fits(story, host, placed)]
            if not times:
                continue
            dates[host] = happened_at(parse, times)
        subject = syntax.child(parse, host, "nsubj", "nsubjpass") if dates[host].basis == "event" else None
        if subject is not None and parse.pos[subject] == "NOUN":
            dates.setdefault(subject, dates[host])
    return dates.items()


def _days(happened: Happened) -> int:
    if happened.begin is None or happened.end is None:
        return 1_000_000
    return days_between(happened.begin, happened.end)

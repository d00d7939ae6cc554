"""Times counted from an event -> days: "a few days into the war", "two weeks after the vote", "on the eve of the summit".

The event is a well-known one, or one of the same article that is dated there. Where neither helps, the days stay open: what hangs
on an event is never dated by the publication.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.language import syntax
from onrecord.records import Parse, Timex
from onrecord.times.clauses import Placed, tokens_of
from onrecord.times.days import shift
from onrecord.times.known import Knowledge, Known
from onrecord.times.relative_dates import quantity
from onrecord.times.scene import Bounds, Piece, classes_of
from onrecord.times.tense import clause_verb, is_perfect_past, own_tense

RELATIONS = {
    "after": "after", "following": "after", "since": "since", "before": "before", "during": "during", "amid": "during",
    "into": "into", "throughout": "during", "until": "until", "till": "until", "eve": "eve", "ahead": "before", "prior": "before",
    "wake": "after", "aftermath": "after", "start": "start", "outset": "start", "beginning": "start", "onset": "start",
    "stages": "early", "stage": "early", "days": "early", "weeks": "early", "months": "early", "hours": "early", "phase": "early",
    "height": "during", "midst": "during", "course": "during", "end": "end",
}  # fmt: skip
"""Words that tie a time to an event, with what they say of it."""

SORTS = {"days": 10, "weeks": 30, "months": 120, "hours": 1, "stages": 14, "stage": 14, "phase": 14}
"""Days that "the first days of", "the early stages of" are read as."""

EARLY = frozenset({"first", "early", "opening", "initial", "earliest"})

OF_NOUNS = frozenset({
    "eve", "wake", "aftermath", "start", "outset", "beginning", "onset", "stages", "stage", "days", "weeks", "months", "hours",
    "phase", "height", "midst", "course", "end",
})  # fmt: skip
"""Nouns that take their event with "of"."""

EventDays = Callable[[int], Bounds | None]
"""What the article itself knows of an event: its days by the token that names it."""


HostDays = Callable[[int, bool], Bounds | None]
"""The days of a clause's verb; the second argument says whether it tells what is news now."""


class Anchored(NamedTuple):
    """A tie to an event: the word that makes it, the token that names the event, what the tie says, the event's id and days."""

    tie: int
    event: int
    relation: str
    name: str | None
    days: Bounds | None


def find_ties(parse: Parse, knowledge: Knowledge, article_days: EventDays | None = None) -> Iterator[Anchored]:
    """The ties of an article's times and clauses to events, in text order, with days where they can be known."""
    lower = parse.lower
    for token, word in enumerate(lower):
        if word in RELATIONS:
            tie = read_tie(parse, token, knowledge, article_days)
            if tie is not None:
                yield tie


def read_tie(parse: Parse, token: int, knowledge: Knowledge, article_days: EventDays | None = None) -> Anchored | None:
    """What a word such as "after" ties its clause to; `None` when it ties it to no event ("after Tuesday")."""
    word = parse.lower[token]
    relation = RELATIONS[word]
    if relation == "early" and not any(parse.lower[c] in EARLY for c in parse.children[token]):
        return None
    event = _tied_event(parse, token)
    if event is None or _is_time(parse, event):
        return None
    if parse.pos[event] in ("VERB", "AUX"):
        start, end = parse.lefts[event], min(parse.rights[event], parse.lefts[event] + 14)
    else:
        start, end = syntax.noun_phrase(parse, event)
    known = _known_event(parse, knowledge, start, end, event)
    if known is not None:
        return Anchored(token, event, relation, known[0], known[1])
    return Anchored(token, event, relation, None, article_days(event) if article_days is not None else None)


def _tied_event(parse: Parse, token: int) -> int | None:
    """The noun or verb that a tie governs: an object, a clause it marks, or what "of" and "to" bring in."""
    if parse.lower[token] in OF_NOUNS or parse.lower[token] in ("ahead", "prior"):
        link = next((c for c in parse.children[token] if parse.lower[c] in ("of", "to") and c > token), None)
        if link is None and token + 1 < len(parse) and parse.lower[token + 1] in ("of", "to"):
            link = token + 1
        return None if link is None else syntax.child(parse, link, "pobj", "pcomp")
    if (
        parse.labels[token] in ("mark", "advmod")
        and parse.heads[token] > token
        and parse.pos[parse.heads[token]] in ("VERB", "AUX")
    ):
        return parse.heads[token]
    if parse.pos[token] not in ("ADP", "SCONJ", "VERB", "ADV"):
        return None
    return syntax.child(parse, token, "pobj", "pcomp")


def _is_time(parse: Parse, event: int) -> bool:
    """Whether what a tie governs is itself a time ("since Tuesday", "after three days") and no event."""
    classes = classes_of(parse.words[event])
    return bool(
        classes.keys() & {"MONTH", "WDAY", "YEAR", "UNIT", "UNITS", "DEICTIC", "PART", "SEASON", "NOON", "DECADE", "NOW", "NUM"}
    )


def _known_event(parse: Parse, knowledge: Knowledge, start: int, end: int, event: int) -> tuple[str, Bounds] | None:
    known = knowledge.of_phrase(start, end, event)
    if known is None and parse.pos[event] in ("VERB", "AUX"):
        known = _of_clause(parse, knowledge, event)
    return None if known is None else (known.id, (known.begin, known.end))


BEGINNING = frozenset({"begin", "start", "erupt", "break", "launch", "hit", "strike"})


def _of_clause(parse: Parse, knowledge: Knowledge, verb: int) -> Known | None:
    """The known event that a clause tells of: "the war began", "Russia invaded Ukraine"."""
    if parse.lemmas[verb] == "invade":
        return knowledge.of_kind_near("invasion", parse.lefts[verb], parse.rights[verb])
    if parse.lemmas[verb] in BEGINNING:
        noun = syntax.child(parse, verb, "nsubj", "nsubjpass", "dobj")
        other = syntax.child(parse, verb, "dobj")
        for candidate in (noun, other):
            if candidate is not None:
                start, end = syntax.noun_phrase(parse, candidate)
                known = knowledge.of_phrase(start, end, candidate)
                if known is not None:
                    return known
    return None


def place_ties(parse: Parse, ties: Iterable[Anchored], timexes: Iterable[Timex], heads: frozenset[int]) -> list[Placed]:
    """Ties as times of the clauses they stand in; one that counts units keeps its expression and, if need be, open days."""
    ends = {tokens_of(parse, timex.span)[1]: timex for timex in timexes if timex.begin is None and timex.end is None}
    found = []
    for tie in ties:
        timex = ends.get(tie.tie)
        host = _host(parse, tie, heads)
        days: Bounds | None = None
        if timex is not None:
            start = tokens_of(parse, timex.span)[0]
            days = counted(Piece(parse, start, tie.tie, "anchored"), tie)
        elif tie.days is not None and tie.relation != "into":
            days = tied_days(tie.relation, tie.days, parse.lower[tie.tie])
        if days is None and timex is None and not _is_strong(parse, tie, host):
            continue
        is_unknown_hour = days is None and timex is not None and timex.value.startswith("PT")
        if is_unknown_hour or (tie.relation == "after" and _tells_news(parse, host)):
            continue
        begin, end = days or (None, None)
        found.append(
            Placed(
                tie.tie,
                tie.tie + 1,
                tie.relation,
                host,
                _iso(begin),
                _iso(end),
                "event",
                timex.id if timex else None,
                event=tie.event,
            )
        )
    return found


def turn_ties(
    parse: Parse, ties: Iterable[Anchored], timexes: Iterable[Timex], heads: frozenset[int], host_days: HostDays
) -> list[Placed]:
    """Times of events that a tie counts back to from its own clause ("struck four days after Pyongyang threw out an offer").

    `host_days` gives the days of the clause's verb, or of news told now the publication date.
    """
    ends = {tokens_of(parse, timex.span)[1]: timex for timex in timexes if timex.begin is None and timex.end is None}
    found = []
    for tie in ties:
        timex = ends.get(tie.tie)
        host = _host(parse, tie, heads)
        is_news = _tells_news(parse, host)
        if timex is None or tie.relation != "after" or tie.name is not None or (tie.days is not None and not is_news):
            continue
        days = host_days(host, is_news)
        piece = Piece(parse, tokens_of(parse, timex.span)[0], tie.tie, "anchored")
        turned = counted(piece, tie._replace(relation="before", days=days))
        if turned is not None:
            found.append(Placed(tie.event, tie.event + 1, "", tie.event, _iso(turned[0]), _iso(turned[1]), "event", timex.id))
    return found


def _is_strong(parse: Parse, tie: Anchored, host: int) -> bool:
    """Whether a tie dates its clause even where nobody can date the event: "on the eve of", "had refused before"."""
    verb = clause_verb(parse, host)
    before = tie.relation == "before" and verb is not None and is_perfect_past(parse, verb)
    return before or tie.relation == "eve"


def _tells_news(parse: Parse, host: int) -> bool:
    """Whether the clause tells what is news now ("comes days after", "has agreed"): the tie then dates the other event."""
    verb = clause_verb(parse, host)
    if verb is None:
        return False
    return own_tense(parse, verb) == "present" or any(parse.lower[c] in ("has", "have") for c in parse.children[verb])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _host(parse: Parse, tie: Anchored, heads: frozenset[int]) -> int:
    """The event or verb that a tie dates: above the clause it marks, or above the word itself."""
    token = tie.event if parse.heads[tie.tie] == tie.event else tie.tie
    for above in syntax.ancestors(parse, token):
        if above in heads or parse.pos[above] in ("VERB", "AUX"):
            return above
    return token


def counted(piece: Piece, tie: Anchored) -> Bounds | None:
    """The days of "two weeks after the vote", where the vote's days are known."""
    unit = piece.get("UNIT", "UNITS")
    if tie.days is None or unit is None:
        return None
    if unit.startswith("T"):
        return tie.days if tie.days[0] == tie.days[1] and tie.relation in ("after", "before") else None
    number, sizes = quantity(piece)
    return counted_days(tie.relation, tie.days, number, sizes, unit)


def tied_days(relation: str, days: Bounds, word: str = "") -> Bounds:
    """The days that a bare tie to an event gives ("since the vote": from its first day on)."""
    begin, end = days
    if relation == "since":
        return begin, None
    if relation == "after":
        return end or begin, None
    if relation in ("before", "until"):
        return None, begin and begin - timedelta(relation == "before")
    if relation == "eve":
        return (begin - timedelta(1), begin - timedelta(1)) if begin else (None, None)
    if relation in ("start", "early"):
        return begin, begin and begin + timedelta(SORTS.get(word, 7))
    if relation == "end":
        return end, end
    return begin, end


def counted_days(relation: str, days: Bounds, number: str, sizes: tuple[int, int] | None, unit: str) -> Bounds | None:
    """The days so many units before, after or into an event; `None` where the event has no such side.

    A counted day is exact for days; for weeks and longer units the days around it are given, half a unit to either side. A vague
    count gives the days between its fewest and most.
    """
    if relation not in ("after", "into", "before", "since"):
        return None
    begin, end = days
    base = begin if relation in ("into", "before", "since") else (end or begin)
    if relation == "after" and begin is not None and end is not None and (end - begin).days > 31:
        base = begin
    if base is None:
        return None
    is_month = begin is not None and end is not None and 7 < (end - begin).days <= 31
    if is_month and unit == "D" and sizes is None and float(number) <= 7:
        return begin, end
    sign = -1 if relation == "before" else 1
    if sizes is not None:
        near, far = (shift(base, sign * size, unit) for size in sizes)
        return (near if relation != "into" else base, far) if sign > 0 else (far, near)
    return _around(base, sign * float(number), unit)


def _around(base: date, number: float, unit: str) -> Bounds | None:
    months = {"Y": 12, "M": 1, "3M": 3, "DE": 120}.get(unit)
    day = shift(base, int(number * months), "M") if months else shift(base, int(number), unit)
    if day is None:
        return None
    slack = {"M": 15, "Y": 45, "2W": 3, "3M": 20, "DE": 365}.get(unit, 0)
    return day - timedelta(slack), day + timedelta(slack)

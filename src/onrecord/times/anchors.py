"""Times counted from an event -> days: "a few days into the war", "two weeks after the vote", "on the eve of the summit".

The event is a well-known one, or one of the same article that is dated there. Where neither helps, the days stay open: what hangs
on an event is never dated by the publication.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from onrecord.language import syntax
from onrecord.records import Parse, Timex
from onrecord.times.clauses import Placed, tokens_of
from onrecord.times.counting import Anchored, counted, tied_days
from onrecord.times.days import iso_day, shift
from onrecord.times.known import Knowledge, Known
from onrecord.times.scene import Bounds, Piece, classes_of
from onrecord.times.tense import clause_verb, is_perfect_past, own_tense

RELATIONS = {
    "after": "after", "following": "after", "since": "since", "before": "before", "during": "during", "amid": "during",
    "into": "into", "throughout": "during", "until": "until", "till": "until", "eve": "eve", "ahead": "before", "prior": "before",
    "wake": "after", "aftermath": "after", "start": "start", "outset": "start", "beginning": "start", "onset": "start",
    "stages": "early", "stage": "early", "days": "early", "weeks": "early", "months": "early", "hours": "early", "phase": "early",
    "day": "nth", "within": "within", "height": "during", "midst": "during", "course": "during", "end": "end",
}  # fmt: skip
"""Words that tie a time to an event, with what they say of it."""

EARLY = frozenset({"first", "early", "opening", "initial", "earliest"})

STRONG = frozenset({"eve", "early", "since", "until", "nth", "within"})
STRONG_NOUNS = frozenset({"height", "midst", "outset", "onset"})
"""Ties that date their clause by the event even where nobody can date the event."""

OF_NOUNS = frozenset({
    "day", "eve", "wake", "aftermath", "start", "outset", "beginning", "onset", "stages", "stage", "days", "weeks", "months",
    "hours", "phase", "height", "midst", "course", "end",
})  # fmt: skip
"""Nouns that take their event with "of"."""

HostDays = Callable[[int, bool], Bounds | None]
"""The days of a clause's verb; the second argument says whether it tells what is news now."""


def find_ties(parse: Parse, knowledge: Knowledge) -> Iterator[Anchored]:
    """The ties of an article's times and clauses to events, in text order, with the days of those that are well known."""
    for token in [token for token, word in enumerate(parse.lower) if word in RELATIONS]:
        tie = read_tie(parse, token, knowledge)
        if tie is not None:
            yield tie


def read_tie(parse: Parse, token: int, knowledge: Knowledge) -> Anchored | None:
    """What a word such as "after" ties its clause to; `None` when it ties it to no event ("after Tuesday")."""
    word = parse.lower[token]
    relation = RELATIONS[word]
    if relation == "early" and not any(parse.lower[c] in EARLY for c in parse.children[token]):
        return None
    if relation == "nth" and ordinal_of(parse, token) is None:
        return None
    event = _tied_event(parse, token)
    if event is None or _is_time(parse, event):
        return None
    if parse.pos[event] in ("VERB", "AUX"):
        start, end = parse.lefts[event], min(parse.rights[event], parse.lefts[event] + 14)
    else:
        start, end = syntax.noun_phrase(parse, event)
    known = _known_event(parse, knowledge, start, end, event)
    name, days = known or (None, None)
    return Anchored(token, event, relation, name, days)


def ordinal_of(parse: Parse, token: int) -> int | None:
    """The number that an ordinal gives a noun ("the third day")."""
    found = (classes_of(parse.words[c]).get("ORD") for c in parse.children[token] if c < token)
    return next((int(number) for number in found if number is not None), None)


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
    if parse.lower[token] == "within":
        unit = syntax.child(parse, token, "pobj")
        link = next((c for c in parse.children[unit] if parse.lower[c] == "of"), None) if unit is not None else None
        return syntax.child(parse, link, "pobj", "pcomp") if link is not None else None
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


Undated = Mapping[int, Timex]
"""Expressions without days ("two weeks"), by the token behind them."""


def find_undated(parse: Parse, timexes: Iterable[Timex]) -> Undated:
    """The expressions that a tie may count."""
    return {tokens_of(parse, timex.span)[1]: timex for timex in timexes if timex.begin is None and timex.end is None}


def place_ties(parse: Parse, ties: Iterable[Anchored], undated: Undated, heads: frozenset[int]) -> list[Placed]:
    """Ties as times of the clauses they stand in; one that counts units keeps its expression and, if need be, open days."""
    found = []
    for tie in ties:
        timex = undated.get(tie.tie)
        host = _host(parse, tie, heads)
        days: Bounds | None = None
        if timex is not None:
            start = tokens_of(parse, timex.span)[0]
            days = counted(Piece(parse, start, tie.tie, "anchored"), tie)
        elif tie.days is not None and tie.relation != "into":
            days = _nth_day(parse, tie) if tie.relation == "nth" else tied_days(tie.relation, tie.days, _sort(parse, tie))
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
                iso_day(begin),
                iso_day(end),
                "event",
                timex.id if timex else None,
                event=tie.event,
            )
        )
    return found


def _nth_day(parse: Parse, tie: Anchored) -> Bounds | None:
    """ "the third day of the siege"."""
    number, begin = ordinal_of(parse, tie.tie), tie.days[0] if tie.days else None
    day = shift(begin, number - 1, "D") if number and begin else None
    return (day, day) if day else None


def _sort(parse: Parse, tie: Anchored) -> str:
    """The unit that says how long a tie reaches: that of "the first days of", of "within weeks of"."""
    unit = syntax.child(parse, tie.tie, "pobj") if tie.relation == "within" else None
    return parse.lower[tie.tie if unit is None else unit]


def turn_ties(
    parse: Parse, ties: Iterable[Anchored], undated: Undated, heads: frozenset[int], host_days: HostDays
) -> list[Placed]:
    """Times of events that a tie counts back to from its own clause ("came two weeks after Quito shut the border").

    `host_days` gives the days of the clause's verb, or of news told now the publication date.
    """
    found = []
    for tie in ties:
        timex = undated.get(tie.tie)
        host = _host(parse, tie, heads)
        is_news = _tells_news(parse, host)
        if timex is None or tie.relation != "after" or tie.name is not None or (tie.days is not None and not is_news):
            continue
        days = host_days(host, is_news)
        piece = Piece(parse, tokens_of(parse, timex.span)[0], tie.tie, "anchored")
        turned = counted(piece, tie._replace(relation="before", days=days))
        if turned is not None:
            found.append(
                Placed(tie.event, tie.event + 1, "", tie.event, iso_day(turned[0]), iso_day(turned[1]), "event", timex.id)
            )
    return found


def _is_strong(parse: Parse, tie: Anchored, host: int) -> bool:
    """Whether a tie dates its clause even where nobody can date the event: "on the eve of", "had refused before"."""
    verb = clause_verb(parse, host)
    is_long = any(parse.lower[c] in ("long", "well", "even") for c in parse.children[tie.tie])
    before = tie.relation == "before" and verb is not None and (is_long or is_perfect_past(parse, verb))
    return before or tie.relation in STRONG or parse.lower[tie.tie] in STRONG_NOUNS


def _tells_news(parse: Parse, host: int) -> bool:
    """Whether the clause tells what is news now ("comes days after", "has agreed"): the tie then dates the other event."""
    verb = clause_verb(parse, host)
    if verb is None:
        return False
    return own_tense(parse, verb) == "present" or any(parse.lower[c] in ("has", "have") for c in parse.children[verb])


def _host(parse: Parse, tie: Anchored, heads: frozenset[int]) -> int:
    """The event or verb that a tie dates: above the clause it marks, or above the word itself."""
    token = tie.event if parse.heads[tie.tie] == tie.event else tie.tie
    for above in syntax.ancestors(parse, token):
        if above in heads or parse.pos[above] in ("VERB", "AUX"):
            return above
    return token

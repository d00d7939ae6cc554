"""Predicted events, their factuality and times against gold ones."""

from __future__ import annotations

from onrecord.ledger.days import find_days
from onrecord.records import AUTHOR, UNNAMED, Actor, Event, Reading
from onrecord.score.actors import is_same_actor
from onrecord.score.align import Tally, Words
from onrecord.score.gold import NOBODY, GoldArticle, GoldEvent

Pairs = list[tuple[GoldEvent, Event]]
Interval = tuple[str | None, str | None]


def pair_events(gold: GoldArticle, reading: Reading, words: Words) -> Pairs:
    """Gold and predicted events with the same head word and the same type."""
    given: dict[tuple[frozenset[int], str], Event] = {}
    for event in reading.events or ():
        given.setdefault((words.of([event.head]), event.type), event)
    pairs = []
    for event_gold in gold.events:
        predicted = given.pop((words.of([event_gold.head]), event_gold.type), None)
        if predicted is not None:
            pairs.append((event_gold, predicted))
    return pairs


def score_events(gold: GoldArticle, reading: Reading, words: Words, pairs: Pairs, tally: Tally) -> None:
    """Detection by head and type; mode, status, parties' countries over found events; false facts over predicted facts."""
    given = reading.events or ()
    tally.add("head and type", len(pairs), len(given), len(gold.events))
    heads = {words.of([e.head]) for e in given}
    tally.add("head", sum(words.of([e.head]) in heads for e in gold.events), len(given), len(gold.events))
    actors = {actor.id: actor for actor in reading.actors or ()}
    statuses = {words.of([e.head]): e.status for e in gold.events}
    for left, right in pairs:
        tally.check("mode", left.mode == right.mode)
        tally.check("status", left.status == right.status)
        for name, keys, ids in (("actors", left.actors, right.actors), ("recipients", left.recipients, right.recipients)):
            theirs = {gold.actors[key].country for key in keys} - {None}
            ours = {actors[id_].country for id_ in ids if id_ in actors} - {None}
            tally.check(f"country of {name}", theirs == ours)
        tally.check("contexts, the same", set(left.contexts) == set(right.contexts))
        tally.add("contexts", len(set(left.contexts) & set(right.contexts)), len(right.contexts), len(left.contexts))
        tally.check("one happening", bool(left.same_as) == bool(right.same_as))
    facts = [e for e in given if e.status == "fact"]
    known = [e for e in facts if words.of([e.head]) in statuses]
    false = sum(statuses[words.of([e.head])] != "fact" for e in known)
    tally.add("false facts among facts (lower is better)", false, len(known), len(known))


def score_factuality(gold: GoldArticle, reading: Reading, pairs: Pairs, tally: Tally) -> None:
    """Accuracy per (event, holder) of found events, of seven values and of three (CT+, CT-, other), and F1 of each."""
    actors = {actor.name: actor for actor in reading.actors or ()}
    for left, right in pairs:
        ours = right.factuality or ()
        for holder, value in left.factuality:
            held = [v for name, v in ours if _same_holder(gold, holder, name, actors)]
            predicted = value if value in held else next(iter(held), None)  # a holder may stand on a chain twice
            tally.check("value", predicted == value)
            coarse, given = _coarse(value), _coarse(predicted) if predicted else "none"
            tally.check("CT+, CT- or other", coarse == given)
            for label in ("CT+", "CT-", "other"):
                tally.add(f"F1 of {label}", float(coarse == given == label), float(given == label), float(coarse == label))


def _same_holder(gold: GoldArticle, key: str, name: str, actors: dict[str, Actor]) -> bool:
    if key == AUTHOR or name == AUTHOR:
        return key == name
    if key == NOBODY or name == UNNAMED:
        return key == NOBODY and name == UNNAMED
    return name in actors and is_same_actor(gold, key, actors[name])


def _coarse(value: str) -> str:
    return value if value in ("CT+", "CT-") else "other"


def score_times(gold: GoldArticle, pairs: Pairs, tally: Tally) -> None:
    """`happened` and `told` of found events: same days, or the same month or year where the text says no more."""
    published = (gold.article.published or "")[:10]
    for left, right in pairs:
        ours = (right.happened.begin, right.happened.end) if right.happened and right.happened.basis else None
        right_days = is_same_interval(left.happened, ours)
        tally.check("happened", right_days)
        if left.happened and left.happened != (published, published):
            tally.check("happened, not on the publication day", right_days)
        if left.basis == "event":
            tally.check("happened, by an event", right_days)
            silent = ours == (published, published) and not right_days
            tally.add("by an event, silently the publication day (lower is better)", silent, 1, 1)
        told = (right.told.begin, right.told.end) if right.told else None
        tally.check("told", is_same_interval(left.told, told))


def is_same_interval(gold: Interval | None, given: Interval | None) -> bool:
    """Whether two intervals are the same days; where the gold says a month or a year only, whether they lie in it."""
    if gold is None or given is None:
        return gold is None and given is None
    partial = any(side is not None and len(side) < 10 for side in gold)
    gold_days, given_days = _days(gold), _days(given)
    if not partial:
        return gold_days == given_days
    inside_begin = gold_days[0] is None or (given_days[0] is not None and given_days[0] >= gold_days[0])
    inside_end = gold_days[1] is None or (given_days[1] is not None and given_days[1] <= gold_days[1])
    return inside_begin and inside_end


def _days(interval: Interval) -> Interval:
    """Its first day and its last, whether it is told by days, months or years."""
    begin, end = (find_days(side) for side in interval)
    return begin and begin[0], end and end[1]

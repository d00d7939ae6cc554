"""Predicted stances against gold ones: by holder, value and what is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from onrecord.records import Attribution, Reading, Stance
from onrecord.score.actors import is_same_actor
from onrecord.score.align import Tally, Words
from onrecord.score.gold import GoldArticle, GoldAttribution, GoldStance

Fits = Callable[[GoldStance, Stance], bool]


def score_stances(
    gold: GoldArticle, reading: Reading, words: Words, pairs: Sequence[tuple[GoldAttribution, Attribution]], tally: Tally
) -> None:
    """Stances with the right holder and value, and of these with the very target, or with any telling of the claim answered.

    A target is a gold attribution when the two are paired or have a cue word in common (how far its content runs is scored
    elsewhere), and a gold event when the heads are the same word. Mentions of one happening (`same as`) are one target;
    what carries a claim is taken as annotated. For each figure the predicted stances are paired with the gold's anew, one to one.

    Args:
        gold: the article.
        reading: what was made of its text.
        words: of the text.
        pairs: gold and predicted attributions that are the same.
        tally: gets the counts.
    """
    actors = {actor.id: actor for actor in reading.actors or ()}
    happening = {event.id: event.same_as or event.id for event in gold.events}
    targets = gold_targets(gold, reading, words, pairs)

    def fits(left: GoldStance, right: Stance) -> bool:
        actor = actors.get(right.holder) if right.holder else None
        return left.value == right.value and is_same_actor(gold, left.holder, actor)

    def exact(left: GoldStance, right: Stance) -> bool:
        target = targets.get(_toward(right), "")
        return fits(left, right) and happening.get(target, target) == happening.get(left.toward, left.toward)

    def claim(left: GoldStance, right: Stance) -> bool:
        return fits(left, right) and targets.get(_toward(right)) in left.tellings

    given = list(reading.stances or ())
    figures: Mapping[str, Sequence[Fits]] = {
        "holder, value and target": (exact,),
        "holder, value and the claim": (exact, claim),
        "holder and value": (exact, claim, fits),
    }
    for name, rounds in figures.items():
        tally.add(name, _count_pairs(gold.stances, given, rounds), len(given), len(gold.stances))


def _toward(stance: Stance) -> str:
    return stance.attribution_toward or stance.event_toward or ""


def _count_pairs(gold: Sequence[GoldStance], given: Sequence[Stance], rounds: Sequence[Fits]) -> int:
    """How many are paired, one to one, the strictest likeness first."""
    left, right = list(gold), list(given)
    for fits in rounds:
        for stance in tuple(right):
            found = next((g for g in left if fits(g, stance)), None)
            if found is not None:
                left.remove(found)
                right.remove(stance)
    return len(gold) - len(left)


def gold_targets(
    gold: GoldArticle, reading: Reading, words: Words, pairs: Sequence[tuple[GoldAttribution, Attribution]]
) -> dict[str, str]:
    """The gold id of each predicted attribution and event that a stance can be toward."""
    by_head = {words.of([event.head]): event.id for event in gold.events}
    by_cue = {word: a.id for a in reversed(gold.attributions) for word in words.of(a.cue)}
    targets = {event.id: by_head[head] for event in reading.events or () if (head := words.of([event.head])) in by_head}
    for attribution in reading.attributions or ():
        same = next((by_cue[word] for word in sorted(words.of(attribution.cue)) if word in by_cue), None)
        if same is not None:
            targets[attribution.id] = same
    targets |= {right.id: left.id for left, right in pairs}
    return targets | _across(reading, words, by_head, by_cue, targets)


def _across(
    reading: Reading, words: Words, by_head: Mapping[frozenset[int], str], by_cue: Mapping[int, str], known: Mapping[str, str]
) -> dict[str, str]:
    """The gold id of what one side has as an act of speech and the other as an event: "called off", "his invitation"."""
    heads = {word: id_ for head, id_ in by_head.items() for word in head}
    attributions = ((a.id, words.of(a.cue), heads) for a in reading.attributions or ())
    events = ((event.id, words.of([event.head]), by_cue) for event in reading.events or ())
    found = {
        id_: next((table[word] for word in sorted(at) if word in table), None) for id_, at, table in (*attributions, *events)
    }
    return {id_: same for id_, same in found.items() if same is not None and id_ not in known}

"""Predicted actors against gold ones: who is the same, holders, countries, and mentions by B-cubed."""

from __future__ import annotations

from onrecord.actors.names import fold
from onrecord.records import AUTHOR, Actor, Attribution, Mention, Reading
from onrecord.score.align import Tally, Words, jaccard, take_best
from onrecord.score.gold import NOBODY, GoldActor, GoldArticle, GoldAttribution

BY_NAME = ("person", "country", "organisation", "outlet")
"""Types whose actors must match by a name; the others (groups, roles, unnamed) match by what they are."""


def is_same_actor(gold: GoldArticle, key: str, predicted: Actor | None) -> bool:
    """Whether a predicted actor is the gold one.

    A person matches when the family name is one of its names' words and no country speaks against it; a country, organisation or
    outlet when a name is equal or holds the other, or when both stand for one state's government; a group, role or unnamed
    one when country and a sector agree.
    """
    if key in (NOBODY, AUTHOR):
        return predicted is None
    if predicted is None:
        return False
    actor = gold.actors[key]
    names = _names(gold, actor)
    if actor.country and predicted.country and actor.country != predicted.country:
        return False
    if actor.type == "person" and not actor.name.startswith("unnamed"):
        family = fold(predicted.name).split()[-1:]
        return any(family[0] in name.split() for name in names) if family else False
    ours = _bare(predicted.name)
    if any(ours == name or f" {ours} " in f" {name} " or f" {name} " in f" {ours} " for name in map(_bare, names) if name):
        return True
    if actor.country != predicted.country:
        return False
    shared = set(actor.sector) & set(predicted.sector) or (not actor.sector and not predicted.sector)
    if actor.type in BY_NAME:
        return actor.type == "country" and predicted.type in ("country", "organisation") and bool(shared)
    return bool(shared) and predicted.type in ("unnamed", "group", "role", "organisation")


def _names(gold: GoldArticle, actor: GoldActor) -> list[str]:
    text = gold.article.text
    shown = [text[m.span.start : m.span.end] for m in gold.mentions if m.actor == actor.key and m.kind != "pronoun"]
    return [fold(name) for name in (actor.name, *actor.aliases, *shown)]


def _bare(name: str) -> str:
    words = fold(name).replace("'s", "").split()
    return " ".join(word for word in words if word not in ("the", "a", "an"))


def score_holders(gold: GoldArticle, reading: Reading, pairs: list[tuple[GoldAttribution, Attribution]], tally: Tally) -> None:
    """Holders and their countries over found attributions, over all, and over those whose source is a pronoun."""
    actors = {actor.id: actor for actor in reading.actors or ()}
    pronouns = {(m.span.start, m.span.end) for m in gold.mentions if m.kind == "pronoun"}
    for left, right in pairs:
        predicted = actors.get(right.holder) if right.holder else None
        right_one = is_same_actor(gold, left.holder, predicted)
        tally.check("holder", right_one)
        tally.check("whole chain", _same_chain(gold, left, right, actors, reading))
        if any((s.start, s.end) in pronouns for s in left.source):
            tally.check("holder of pronouns", right_one)
        actor = gold.actors.get(left.holder)
        if actor is not None and actor.country:
            tally.check("country of holder", predicted is not None and predicted.country == actor.country)
        if actor is not None and actor.sector:
            tally.check("sector of holder", predicted is not None and actor.sector[0] in predicted.sector)


def _same_chain(gold: GoldArticle, left: GoldAttribution, right: Attribution, actors: dict[str, Actor], reading: Reading) -> bool:
    golds = {a.id: a for a in gold.attributions}
    given = {a.id: a for a in reading.attributions or ()}
    while True:
        predicted = actors.get(right.holder) if right.holder else None
        if not is_same_actor(gold, left.holder, predicted):
            return False
        if left.parent is None or right.parent is None:
            return left.parent is None and right.parent is None
        left, right = golds[left.parent], given[right.parent]


def score_mentions(gold: GoldArticle, reading: Reading, words: Words, tally: Tally) -> None:
    """Mentions found, and B-cubed over mentions (one that was not found, or not settled, stands alone)."""
    given = [m for m in reading.mentions or () if m.actor is not None]
    pairs = _pair_mentions(gold, given, words)
    tally.add("mentions found", len(pairs), len(given), len(gold.mentions))
    theirs = {g: gold.mentions[g].actor for g, _ in pairs}
    ours = {g: given[p].actor for g, p in pairs}
    precision = sum(_share(g, ours, theirs) for g in ours)
    everyone: dict[int, str] = {g: m.actor for g, m in enumerate(gold.mentions)}
    recall = sum(_share(g, everyone, ours) for g in ours)
    recall += sum(1 / sum(m.actor == o.actor for o in gold.mentions) for g, m in enumerate(gold.mentions) if g not in ours)
    tally.add("b-cubed precision", precision, len(ours), len(ours))
    tally.add("b-cubed recall", recall, len(everyone), len(everyone))
    tally.harmony("b-cubed F1", "b-cubed precision", "b-cubed recall")


def _pair_mentions(gold: GoldArticle, given: list[Mention], words: Words) -> list[tuple[int, int]]:
    at: dict[int, list[int]] = {}
    sets = [words.of([m.span]) for m in given]
    for index, found in enumerate(sets):
        for word in found:
            at.setdefault(word, []).append(index)
    ranked = []
    for g, mention in enumerate(gold.mentions):
        mine = words.of([mention.span])
        for p in {p for word in mine for p in at.get(word, ())}:
            ranked.append(((jaccard(mine, sets[p]),), g, p))
    return take_best(ranked)


def _share(one: int, clusters: dict[int, str | None] | dict[int, str], truth: dict[int, str | None] | dict[int, str]) -> float:
    """Of the mentions that `clusters` puts with this one, the share that `truth` puts with it too."""
    mine = [other for other in clusters if clusters[other] == clusters[one]]
    same = [other for other in mine if other in truth and truth[other] == truth[one]]
    return len(same) / len(mine)

"""An answer -> the attribution or event of the article that it answers, or nothing, by a small table of learned weights."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Literal

from onrecord.factuality.answers import Answer
from onrecord.factuality.layers import Layers, place
from onrecord.factuality.likeness import EARLY, FAR, Features, attribution_features, event_features, none_features
from onrecord.factuality.naming import find_meant
from onrecord.records import Attribution


@dataclass(frozen=True, slots=True)
class Target:
    """What is answered; `kind` `none` = nothing in the article."""

    kind: Literal["attribution", "event", "none"]
    id: str = ""


@cache
def target_weights() -> Mapping[str, float]:
    """The weight of each feature in the choice of a target."""
    text = (resources.files("onrecord.factuality") / "data" / "targets.tsv").read_text(encoding="utf-8")
    return {row[0]: float(row[1]) for row in csv.reader(text.splitlines()[1:], delimiter="\t")}


def find_targets(answer: Answer, layers: Layers, weights: Mapping[str, float] | None = None) -> Sequence[Target]:
    """The candidate with the largest sum of weights, nothing where that is the empty one.

    A twofold answer ("neither account could be verified") has the best two attributions by different holders. A firm
    answer never takes the empty one: it has a target wherever there is any candidate.
    """
    weights = target_weights() if weights is None else weights
    scored = [(_sum(f, weights), t) for t, f in candidates(answer, layers)]
    ranked = [target for _, target in sorted(scored, key=lambda pair: -pair[0])]
    if answer.firm:
        ranked = [target for target in ranked if target.kind != "none"]
    if not ranked or ranked[0].kind == "none":
        return ()
    if not answer.twofold:
        return ranked[:1]
    by_holder: dict[str, Target] = {}
    for target in ranked:
        if target.kind == "attribution":
            by_holder.setdefault(layers.by_id[target.id].chain[-1], target)
    return list(by_holder.values())[:2]


def find_disputes(answer: Answer, targets: Sequence[Target], layers: Layers) -> Iterator[tuple[str, str]]:
    """The two sides of what an answer disputes: each attribution that tells the claim, and the one that denies it."""
    own = answer.attribution
    if answer.value not in ("denies", "rejects") or own.id not in layers.by_id:
        return
    for target in targets:
        for claim in _tellings(target, layers):
            if claim != own.id and layers.by_id[claim].chain[-1] != own.chain[-1]:
                yield claim, own.id


def _tellings(target: Target, layers: Layers) -> Sequence[str]:
    """The attribution that is answered, or those that tell the event that is."""
    if target.kind == "attribution":
        return (target.id,)
    event = next(event for event in layers.events if event.id == target.id)
    return layers.telling.get(event.same_as or event.id, ())


def find_accounts(
    answer: Answer, disputes: Sequence[tuple[str, str]], layers: Layers, weights: Mapping[str, float] | None = None
) -> Sequence[Target]:
    """What "neither account could be verified" is about: the two sides of the dispute whose weights sum up to most, if any."""
    if not answer.twofold or not disputes:
        return ()
    weights = target_weights() if weights is None else weights
    scores = {target.id: _sum(features, weights) for target, features in candidates(answer, layers)}
    told = [pair for pair in disputes if pair[0] in scores and pair[1] in scores]
    here = place(answer.attribution)

    def rank(pair: tuple[str, str]) -> tuple[bool, float]:
        return max(layers.places[id_] for id_ in pair) < here, sum(scores[id_] for id_ in pair)

    best = max(told, key=rank, default=())
    return [Target("attribution", id_) for id_ in best]


def _sum(features: Features, weights: Mapping[str, float]) -> float:
    total = 0.0
    for name, value in features.items():
        if value:
            total += weights.get(name, 0.0) * value
    return total


def candidates(answer: Answer, layers: Layers) -> Sequence[tuple[Target, Features]]:
    """What an answer may be about, each with its signs: nothing, other holders' attributions, events told before or inside;
    of these what its noun can mean and, where it leaves open who did something, what blames somebody, if there is any."""
    found = list(_all_candidates(answer, layers))
    if answer.asks_who and (blaming := [pair for pair in found if _blames(pair[0], answer, layers)]):
        return blaming
    events = {event.id: event for event in layers.events}
    options = [layers.by_id.get(target.id) or events[target.id] for target, _ in found[1:]]
    meant = find_meant(answer, options, layers)
    if meant is None:
        return found
    return [pair for pair in found if pair[0].id in meant.ids or (pair[0].kind == "none" and not meant.surely)]


def _blames(target: Target, answer: Answer, layers: Layers) -> bool:
    """Whether a candidate is an attribution, outside the answer, that accuses or tells an act of force with who did it."""
    other = layers.by_id.get(target.id)
    if other is None or layers.is_inside(other, answer.attribution):
        return False
    return other.act == "accuse" or any(event.type == "ASSAULT" and event.actors for event in layers.inside[other.id])


def _all_candidates(answer: Answer, layers: Layers) -> Iterator[tuple[Target, Features]]:
    own = answer.attribution
    if answer.taken_back and not _has_said(own, layers):
        answer = replace(answer, taken_back=False)  # a spokesman takes it back
    yield Target("none"), none_features(answer)
    for other in layers.attributions:
        if _may_be_answered(answer, other, layers):
            yield Target("attribution", other.id), attribution_features(answer, other, layers)
    for event in layers.events:
        inside = any(s <= event.head.start < e for s, e in own.content)
        if inside and answer.about is not None and not answer.about.start <= event.head.start < answer.about.end:
            continue
        if inside or (event.head.start < place(own) and layers.sentences[own.id] - layers.sentence(event.head.start) <= 2 * FAR):
            yield Target("event", event.id), event_features(answer, event, layers)


def _has_said(own: Attribution, layers: Layers) -> bool:
    """Whether somebody said anything before."""
    return any(other.chain[-1] == own.chain[-1] and place(other) < place(own) for other in layers.attributions)


def _may_be_answered(answer: Answer, other: Attribution, layers: Layers) -> bool:
    """Whether an attribution is another's word, not one that the answer stands in, and worth weighing."""
    own = answer.attribution
    if other.id == own.id or (other.chain[-1] == own.chain[-1]) != answer.taken_back or not _is_near(own, other, layers):
        return False
    if layers.is_above(own, other) or _is_denied(answer, other) or _is_beside(answer, other, layers):
        return False
    if layers.is_inside(other, own):
        return True
    return not (other.id in layers.silent or _is_later(own, other, layers) or _is_of_something_else(answer, other, layers))


def _is_of_something_else(answer: Answer, other: Attribution, layers: Layers) -> bool:
    """Whether what is confirmed and what is told share no word, no kind of deed and nobody."""
    own = answer.attribution
    if answer.value != "confirms" or answer.firm or "pointing" in answer.signs or answer.about is not None:
        return False
    words, stems, inside = layers.said(own.id, answer.sentence)
    shared = words & layers.words[other.id] or stems & (layers.stems[other.id] | layers.cue_stems[other.id])
    is_alike = bool(shared) or not layers.kinds(words).isdisjoint(layers.deeds_told[other.id])
    types = {event.type for event in inside}
    return not (is_alike or not types.isdisjoint(layers.types[other.id]) or layers.named[own.id] & layers.named[other.id])


def _is_later(own: Attribution, other: Attribution, layers: Layers) -> bool:
    """Whether an attribution comes further on in the text than the next sentence; what a headline answers may."""
    return own.id not in layers.headline and layers.sentences[other.id] > layers.sentences[own.id] + 1


def _is_near(own: Attribution, other: Attribution, layers: Layers) -> bool:
    """Whether an attribution is near by, at the head of the article, or shares words that few contents hold."""
    if layers.order[other.id] <= EARLY or abs(layers.sentences[own.id] - layers.sentences[other.id]) <= 2 * FAR:
        return True
    return layers.rarity_of(layers.words[own.id] & layers.words[other.id]) >= 0.5


def _is_denied(answer: Answer, other: Attribution) -> bool:
    """Whether the saying itself is what is denied ("denied that Kyiv was threatening to leave"): the event is the target then."""
    if answer.value != "denies" or answer.event is None:
        return False
    return any(s <= answer.event.head.start < e for s, e in other.cue)


def _is_beside(answer: Answer, other: Attribution, layers: Layers) -> bool:
    """Whether an attribution inside a verdict is not what it is about ("the map was real and she had promised ...")."""
    if answer.about is None or not layers.is_inside(other, answer.attribution):
        return False
    return not answer.about.start <= other.cue[0].start < answer.about.end

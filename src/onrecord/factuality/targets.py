"""An answer -> the attribution or event of the article that it answers, or nothing, by a small table of learned weights."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from onrecord.factuality.answers import Answer
from onrecord.factuality.holders import token_at
from onrecord.factuality.layers import Layers, place
from onrecord.records import Attribution, Event

FAR = 4
"""Sentences beyond which a candidate is simply far."""

EARLY = 4
"""Attributions from the beginning of the article that stay candidates however far the answer is."""

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Target:
    """What is answered; `kind` `none` = nothing in the article."""

    kind: Literal["attribution", "event", "none"]
    id: str = ""


@cache
def answer_nouns() -> dict[str, str]:
    """Nouns for what was said ("the charge", "the offer") and the act they name."""
    text = (resources.files("onrecord.factuality") / "data" / "answers.tsv").read_text(encoding="utf-8")
    return {row[0]: row[1] for row in csv.reader(text.splitlines()[1:], delimiter="\t")}


@cache
def target_weights() -> Mapping[str, float]:
    """The weight of each feature in the choice of a target."""
    text = (resources.files("onrecord.factuality") / "data" / "targets.tsv").read_text(encoding="utf-8")
    return {row[0]: float(row[1]) for row in csv.reader(text.splitlines()[1:], delimiter="\t")}


def find_target(answer: Answer, layers: Layers, weights: Mapping[str, float] | None = None) -> Target | None:
    """The candidate with the largest sum of weights; `None` where that is the empty one."""
    weights = target_weights() if weights is None else weights
    scored = [(sum(weights.get(name, 0.0) * x for name, x in f.items() if x), t) for t, f in candidates(answer, layers)]
    best = max(scored, key=lambda pair: pair[0])[1]
    return None if best.kind == "none" else best


def candidates(answer: Answer, layers: Layers) -> Iterator[tuple[Target, Features]]:
    """What an answer may be about, each with its signs: nothing, other holders' attributions, events told before or inside."""
    own = answer.attribution
    yield Target("none"), {**_none_features(answer), "abstain": 1.0}
    words = layers.words[own.id]
    for other in layers.attributions:
        if other.id == own.id or other.chain[-1] == own.chain[-1] or not _is_near(own, other, words, layers):
            continue
        if not layers.is_above(own, other):
            yield Target("attribution", other.id), _attribution_features(answer, other, words, layers)
    for event in layers.events:
        inside = any(s <= event.head.start < e for s, e in own.content)
        if inside or (event.head.start < place(own) and layers.sentences[own.id] - layers.sentence(event.head.start) <= 2 * FAR):
            yield Target("event", event.id), _event_features(answer, event, words, layers, inside=inside)


def _is_near(own: Attribution, other: Attribution, words: frozenset[str], layers: Layers) -> bool:
    """Whether an attribution is worth weighing: near by, at the head of the article, or sharing a word."""
    if layers.order[other.id] <= EARLY or abs(layers.sentences[own.id] - layers.sentences[other.id]) <= 2 * FAR:
        return True
    return not words.isdisjoint(layers.words[other.id])


def _none_features(answer: Answer) -> Features:
    manner = "plain" if answer.plain else "word"
    return {"none": 1.0, f"none {answer.value}": 1.0, f"none {answer.value} by {manner}": 1.0}


def _attribution_features(answer: Answer, other: Attribution, words: frozenset[str], layers: Layers) -> Features:
    own, value = answer.attribution, answer.value
    theirs = layers.words[other.id]
    inside = bool(other.cue) and any(s <= other.cue[0].start < e for s, e in own.content)
    features = {"attribution": 1.0, f"{value} act {other.act}": 1.0, f"attribution {value}": 1.0}
    features["inside"] = float(inside)
    features[f"inside {value}"] = float(inside)
    shared = len(words & theirs)
    features["shared"] = min(3.0, shared) if not inside else 0.0
    features["cosine"] = shared / max(1.0, (len(words) * len(theirs)) ** 0.5) if not inside else 0.0
    features["covers"] = float(bool(words) and shared == len(words))
    features["source named"] = float(bool(words & layers.source_words[other.id]))
    named = bool(layers.stems[own.id] & layers.cue_stems[other.id])
    features["cue named"] = float(named)
    features["cue named before"] = float(named and layers.places[other.id] < layers.places[own.id])
    acts = {answer_nouns()[w] for w in words if w in answer_nouns()}
    features["noun"] = float(other.act in acts)
    features["other noun"] = float(bool(acts) and other.act not in acts)
    features["names me"] = float(layers.names(own.holder, other))
    features["names my side"] = float(layers.names_side(own.holder, other))
    features["my side"] = float(layers.is_my_side(own.holder, other.holder))
    features["headline"] = float(other.id in layers.headline and own.id not in layers.headline)
    features |= _happening_links(answer, other, layers)
    features["source is content"] = float(layers.names(other.holder, own))
    features["outermost"] = float(other.parent is None)
    features["short"] = float(len(words) <= 2)
    features["first"] = float(layers.order[other.id] <= 1)
    features["early"] = float(layers.order[other.id] <= 4)
    if not words - set(answer_nouns()):
        features["vague early"] = features["early"]
        features["vague first"] = features["first"]
    features |= _event_links(answer, other, layers)
    features |= _distance(layers, place(own), place(other), "attribution")
    group = "silent" if value == "declines" else "open"
    features[f"{group} covers"] = features["covers"]
    features[f"{group} cosine"] = features["cosine"]
    return features


def _happening_links(answer: Answer, other: Attribution, layers: Layers) -> Features:
    """Whether the other tells of what is answered, is the first to, and holds no inner claim that does."""
    own = answer.attribution
    if answer.event is not None and answer.value == "denies":
        mine = frozenset({answer.event.same_as or answer.event.id})
    else:
        mine = layers.told[own.id]
    shared = mine & layers.told[other.id]
    inner = bool(shared) and layers.is_told_within(other, own, shared)
    group = "denies" if answer.value == "denies" else "other"
    return {
        f"{group} same happening": float(bool(shared)),
        f"{group} first of happening": float(any(layers.told_first(h, own.chain[-1]) == other.id for h in shared)),
        "has inner": float(bool(inner)),
    }


def _event_links(answer: Answer, other: Attribution, layers: Layers) -> Features:
    """Whether the two tell of the same kind of event, and how sure the other one's holder is of his."""
    mine, theirs = layers.inside[answer.attribution.id], layers.inside[other.id]
    types = {e.type for e in mine} & {e.type for e in theirs}
    held = [dict(e.factuality or ()).get(other.chain[-1], "") for e in theirs if not mine or e.type in types]
    sure = any(value in ("CT+", "PR+") for value in held)
    return {
        f"{answer.value} same type": float(bool(types)),
        f"{answer.value} same type, sure": float(bool(types) and sure),
        f"{answer.value} tells event": float(bool(theirs) and not mine),
        f"{answer.value} tells sure event": float(bool(theirs) and not mine and sure),
        f"{answer.value} no event": float(not theirs),
    }


def _event_features(answer: Answer, event: Event, words: frozenset[str], layers: Layers, *, inside: bool) -> Features:
    own, value = answer.attribution, answer.value
    lemma = layers.parse.lemmas[token_at(layers.parse, event.head.start)]
    held = dict(event.factuality or ()).get(own.chain[-1], "")
    features = {"event": 1.0, f"event {value}": 1.0}
    features[f"event inside {value}"] = float(inside)
    features[f"event inside by {'plain' if answer.plain else 'word'} {value}"] = float(inside)
    features[f"{value} holds {held}"] = float(inside)
    features["event is answer"] = float(answer.event is not None and answer.event.id == event.id)
    first = layers.told_first(event.same_as or event.id, own.chain[-1])
    features[f"event inside told by another {value}"] = float(inside and first is not None)
    features["event named"] = float(lemma in words and not inside)
    features["event first"] = float(inside and _is_first(own, event, layers))
    features["event short"] = float(inside and len(words) <= 3)
    if not inside:
        features |= _distance(layers, place(own), event.head.start, "event")
    return features


def _is_first(own: Attribution, event: Event, layers: Layers) -> bool:
    inside = [e.head.start for e in layers.inside[own.id]]
    return event.head.start == min(inside)


def _distance(layers: Layers, here: int, there: int, kind: str) -> Features:
    steps = layers.sentence(here) - layers.sentence(there)
    side = "after" if there > here else "before"
    return {f"{kind} {side}": 1.0, f"{kind} {side} {min(abs(steps), FAR)}": 1.0, f"{kind} distance": min(abs(steps), 20) / 10}

"""An answer -> the attribution or event of the article that it answers, or nothing, by a small table of learned weights."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Literal

from onrecord.factuality.answers import Answer
from onrecord.factuality.holders import token_at
from onrecord.records import Attribution, Event, Mention, Parse, Span

CONTENT_TAGS = ("NN", "VB", "JJ", "CD")
COMMON = frozenset({"be", "have", "do", "say", "tell", "make", "take", "get", "more", "other", "one", "such", "any", "it"})
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


@dataclass
class Layers:
    """One article's parse, attributions, events and mentions, with what is asked of them often."""

    parse: Parse
    attributions: Sequence[Attribution]
    events: Sequence[Event]
    mentions: Sequence[Mention] = ()
    countries: Mapping[str, str] = field(default_factory=dict)
    by_id: dict[str, Attribution] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)
    words: dict[tuple[Span, ...], frozenset[str]] = field(default_factory=dict)
    actors: dict[str, list[int]] = field(default_factory=dict)
    sides: dict[str, list[int]] = field(default_factory=dict)
    inside: dict[str, list[Event]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_id = {a.id: a for a in self.attributions}
        self.order = {a.id: index for index, a in enumerate(sorted(self.attributions, key=place))}
        for mention in self.mentions:
            if mention.actor is not None:
                self.actors.setdefault(mention.actor, []).append(mention.span.start)
                if mention.actor in self.countries:
                    self.sides.setdefault(self.countries[mention.actor], []).append(mention.span.start)

    def events_in(self, attribution: Attribution) -> list[Event]:
        """The events whose heads lie in an attribution's content, in the order given."""
        if attribution.id not in self.inside:
            self.inside[attribution.id] = [e for e in self.events if _in(e, attribution)]
        return self.inside[attribution.id]

    def sentence(self, offset: int) -> int:
        """The index of the sentence in which a code point lies."""
        return self.parse.sentence_of[token_at(self.parse, offset)]

    def lemmas(self, spans: Sequence[Span]) -> frozenset[str]:
        """The content words of some spans, as lemmas."""
        key = tuple(spans)
        if key not in self.words:
            self.words[key] = self._lemmas(key)
        return self.words[key]

    def _lemmas(self, spans: Sequence[Span]) -> frozenset[str]:
        parse = self.parse
        return frozenset(
            parse.lemmas[t].lower()
            for span in spans
            for t in range(token_at(parse, span.start), token_at(parse, max(span.start, span.end - 1)) + 1)
            if parse.tags[t].startswith(CONTENT_TAGS) and parse.lemmas[t] not in COMMON
        )

    def names(self, holder: str | None, spans: Sequence[Span]) -> bool:
        """Whether a mention of the actor lies in the spans."""
        return holder is not None and any(s <= start < e for start in self.actors.get(holder, ()) for s, e in spans)

    def names_side(self, holder: str | None, spans: Sequence[Span]) -> bool:
        """Whether somebody of the actor's country is mentioned in the spans."""
        starts = self.sides.get(self.countries.get(holder or "", ""), ())
        return any(s <= start < e for start in starts for s, e in spans)

    def is_my_side(self, holder: str | None, other: str | None) -> bool:
        """Whether two actors have one country."""
        return holder is not None and other is not None and self.countries.get(holder, "-") == self.countries.get(other)

    def happenings(self, attribution: Attribution) -> frozenset[str]:
        """The happenings told in an attribution's content, each by the id of its first mention."""
        return frozenset(e.same_as or e.id for e in self.events_in(attribution))

    def told_first(self, happening: str, holder: str) -> str | None:
        """The first attribution below the headline that tells of a happening on another holder's word."""
        told = [a for a in self.attributions if a.chain[-1] != holder and happening in self.happenings(a)]
        body = [a for a in told if not self.is_headline(place(a))]
        return min(body or told, key=place).id if told else None

    def is_headline(self, offset: int) -> bool:
        """Whether a code point lies in the article's first paragraph."""
        return bool(self.parse.paragraphs) and token_at(self.parse, offset) < self.parse.paragraphs[0][1]

    def is_above(self, own: Attribution, other: Attribution) -> bool:
        """Whether one attribution stands, at any depth, in the content of the other."""
        parent = own.parent
        for _ in range(8):
            if parent is None or parent not in self.by_id:
                return False
            if parent == other.id:
                return True
            parent = self.by_id[parent].parent
        return False


def place(attribution: Attribution) -> int:
    """The code point where the cue, or else the content, begins."""
    spans = attribution.cue or attribution.content
    return spans[0].start if spans else 0


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
    scored = [(sum(weights.get(name, 0.0) * x for name, x in f.items()), t) for t, f in candidates(answer, layers)]
    best = max(scored, key=lambda pair: pair[0])[1]
    return None if best.kind == "none" else best


def candidates(answer: Answer, layers: Layers) -> Iterator[tuple[Target, Features]]:
    """What an answer may be about, each with its signs: nothing, other holders' attributions, events told before or inside."""
    own = answer.attribution
    yield Target("none"), {**_none_features(answer), "abstain": 1.0}
    words = layers.lemmas(own.content)
    for other in layers.attributions:
        if other.id == own.id or other.chain[-1] == own.chain[-1] or not _is_near(own, other, words, layers):
            continue
        if not layers.is_above(own, other):
            yield Target("attribution", other.id), _attribution_features(answer, other, words, layers)
    for event in layers.events:
        inside = any(s <= event.head.start < e for s, e in own.content)
        if inside or (
            event.head.start < place(own) and layers.sentence(place(own)) - layers.sentence(event.head.start) <= 2 * FAR
        ):
            yield Target("event", event.id), _event_features(answer, event, words, layers, inside=inside)


def _is_near(own: Attribution, other: Attribution, words: frozenset[str], layers: Layers) -> bool:
    """Whether an attribution is worth weighing: near by, at the head of the article, or sharing a word."""
    if layers.order[other.id] <= EARLY or abs(layers.sentence(place(own)) - layers.sentence(place(other))) <= 2 * FAR:
        return True
    return not words.isdisjoint(layers.lemmas(other.content))


def _none_features(answer: Answer) -> Features:
    manner = "plain" if answer.plain else "word"
    return {"none": 1.0, f"none {answer.value}": 1.0, f"none {answer.value} by {manner}": 1.0}


def _attribution_features(answer: Answer, other: Attribution, words: frozenset[str], layers: Layers) -> Features:
    own, value = answer.attribution, answer.value
    theirs = layers.lemmas(other.content)
    inside = bool(other.cue) and any(s <= other.cue[0].start < e for s, e in own.content)
    features = {"attribution": 1.0, f"{value} act {other.act}": 1.0, f"attribution {value}": 1.0}
    features["inside"] = float(inside)
    features[f"inside {value}"] = float(inside)
    shared = len(words & theirs)
    features["shared"] = min(3.0, shared) if not inside else 0.0
    features["cosine"] = shared / max(1.0, (len(words) * len(theirs)) ** 0.5) if not inside else 0.0
    features["covers"] = float(bool(words) and shared == len(words))
    features["source named"] = float(bool(words & layers.lemmas(other.source)))
    acts = {answer_nouns()[w] for w in words if w in answer_nouns()}
    features["noun"] = float(other.act in acts)
    features["other noun"] = float(bool(acts) and other.act not in acts)
    features["names me"] = float(layers.names(own.holder, other.content))
    features["names my side"] = float(layers.names_side(own.holder, other.content))
    features["my side"] = float(layers.is_my_side(own.holder, other.holder))
    features["headline"] = float(layers.is_headline(place(other)) and not layers.is_headline(place(own)))
    features |= _happening_links(answer, other, layers)
    features["source is content"] = float(layers.names(other.holder, own.content))
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
        mine = layers.happenings(own)
    shared = mine & layers.happenings(other)
    inner = any(a.parent == other.id and shared & layers.happenings(a) for a in layers.attributions if a.id != own.id)
    group = "denies" if answer.value == "denies" else "other"
    return {
        f"{group} same happening": float(bool(shared)),
        f"{group} first of happening": float(any(layers.told_first(h, own.chain[-1]) == other.id for h in shared)),
        "has inner": float(bool(inner)),
    }


def _event_links(answer: Answer, other: Attribution, layers: Layers) -> Features:
    """Whether the two tell of the same kind of event, and how sure the other one's holder is of his."""
    mine, theirs = layers.events_in(answer.attribution), layers.events_in(other)
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


def _in(event: Event, attribution: Attribution) -> bool:
    return any(s <= event.head.start < e for s, e in attribution.content)


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
    inside = [e.head.start for e in layers.events_in(own)]
    return event.head.start == min(inside)


def _distance(layers: Layers, here: int, there: int, kind: str) -> Features:
    steps = layers.sentence(here) - layers.sentence(there)
    side = "after" if there > here else "before"
    return {f"{kind} {side}": 1.0, f"{kind} {side} {min(abs(steps), FAR)}": 1.0, f"{kind} distance": min(abs(steps), 20) / 10}

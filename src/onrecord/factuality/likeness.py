"""An answer and a candidate for its target -> the signs by which the candidate is weighed."""

from __future__ import annotations

from onrecord.factuality.answers import Answer
from onrecord.factuality.holders import token_at
from onrecord.factuality.layers import Layers, kinds_of, place
from onrecord.factuality.tables import answer_nouns
from onrecord.language.syntax import SUBJECTS
from onrecord.records import Attribution, Event

FAR = 4
"""Sentences beyond which a candidate is simply far."""

EARLY = 4
"""Attributions from the beginning of the article that count as early."""

PASSING = frozenset({"relcl", "acl", "amod", "appos"})
"""Labels of what is told in passing."""

Features = dict[str, float]


def none_features(answer: Answer) -> Features:
    """Of the empty candidate: what the answer's own wording says for and against its answering anything."""
    manner = "plain" if answer.plain else "word"
    named = ("none", f"none {answer.value}", f"none {answer.value} by {manner}", "abstain")
    return dict.fromkeys((*named, *(f"none {sign}" for sign in answer.signs)), 1.0)


def attribution_features(answer: Answer, other: Attribution, layers: Layers) -> Features:
    """Of an attribution: its act, who speaks and of whom, its words, its happenings, and where it stands."""
    own = answer.attribution
    return {
        "attribution": 1.0,
        f"{answer.value} act {other.act}": 1.0,
        "outermost": float(other.parent is None),
        **_party_features(answer, other, layers),
        **_word_features(answer, other, layers),
        **_happening_features(answer, other, layers),
        **_place_features(answer, other, layers),
        **_distance(
            layers.sentences[own.id] - layers.sentences[other.id],
            "attribution",
            after=layers.places[other.id] > layers.places[own.id],
        ),
    }


def event_features(answer: Answer, event: Event, layers: Layers) -> Features:
    """Of an event, told in the answer's own content or before it."""
    own, value = answer.attribution, answer.value
    words, _, told = layers.said(own.id, answer.sentence)
    inside = any(event.id == other.id for other in told)
    lemma = layers.parse.lemmas[token_at(layers.parse, event.head.start)]
    features = {
        "event": 1.0,
        "event is answer": float(answer.event is not None and answer.event.id == event.id),
        "event named": float(lemma in words and not inside),
        "event kin": float(not inside and not layers.kinds(words).isdisjoint(kinds_of((lemma,)))),
        "event my deed": float(own.holder in event.actors),
        "event to me": float(own.holder in event.recipients),
        "event of my side": float(any(layers.is_my_side(own.holder, actor) for actor in event.actors)),
        "event to my side": float(any(layers.is_my_side(own.holder, actor) for actor in event.recipients)),
        f"event {event.type}": 1.0,
        "event holds": float(inside and (event.factuality or ())[-1:] == ((own.chain[-1], "CT+"),)),
        "event is noun": float(inside and lemma in answer_nouns()),
    }
    if not inside:
        steps = layers.sentences[own.id] - layers.sentence(event.head.start)
        return features | _distance(steps, "event", after=event.head.start > layers.places[own.id])
    return features | {
        f"event inside {value}": 1.0,
        f"event inside by {'plain' if answer.plain else 'word'} {value}": 1.0,
        "event first": float(event.head.start == min(e.head.start for e in told)),
        "event top": float(_depth(event, layers) == min(_depth(e, layers) for e in told)),
        "event in passing": float(_is_in_passing(event, own, layers)),
        "event short": float(len(words) <= 3),
    }


def _depth(event: Event, layers: Layers) -> int:
    return layers.parse.depths[token_at(layers.parse, event.head.start)]


def _is_in_passing(event: Event, own: Attribution, layers: Layers) -> bool:
    """Whether an event of a content stands in a relative clause or before a noun ("the weapon, which Washington supplied", "the
    40 detained"): it is not what the content is about."""
    parse, token = layers.parse, token_at(layers.parse, event.head.start)
    start = min(span.start for span in own.content)
    while parse.heads[token] != token and parse.starts[token] >= start:
        if parse.labels[token] in PASSING or (parse.tags[token] == "VBN" and parse.labels[token] in SUBJECTS):
            return True
        token = parse.heads[token]
    return False


def _party_features(answer: Answer, other: Attribution, layers: Layers) -> Features:
    """Whether the other speaks of the one who answers or of his side, and the answer of the other."""
    own = answer.attribution
    words = layers.said(own.id, answer.sentence)[0]
    me, side = layers.names(own.holder, other), layers.names_side(own.holder, other)
    return {
        "names me": float(me),
        "names my side": float(side),
        "own accused": float((me or side) and "own" in answer.signs and other.act in ("accuse", "assert")),
        "my side": float(layers.is_my_side(own.holder, other.holder)),
        "other side": float(layers.is_other_side(own.holder, other.holder)),
        "my deed": float(own.holder in layers.deeds[other.id]),
        "deed of my side": float(any(layers.is_my_side(own.holder, actor) for actor in layers.deeds[other.id])),
        "source is content": float(layers.names(other.holder, own)),
        "source other": float(layers.names_source(own) and not layers.names(other.holder, own)),
        "source named": float(bool(words & layers.source_words[other.id])),
        "to me": float(own.holder in layers.addressed[other.id]),
        "to my side": float(any(layers.is_my_side(own.holder, actor) for actor in layers.addressed[other.id])),
        "under my word": float(layers.is_under(own, other) and not layers.is_inside(other, own)),
    }


def _word_features(answer: Answer, other: Attribution, layers: Layers) -> Features:
    """What the two contents share, and whether the answer names the other's kind of saying ("the charge")."""
    own = answer.attribution
    words, stems, _ = layers.said(own.id, answer.sentence)
    theirs = layers.words[other.id]
    shared = words & theirs
    acts = {answer_nouns()[w] for w in words if w in answer_nouns()}
    named = bool(stems & layers.cue_stems[other.id])
    features = {
        "covers": float(bool(words) and len(shared) == len(words)),
        "short": float(len(words) <= 2),
        "noun": float(other.act in acts),
        "other noun": float(bool(acts) and other.act not in acts),
        "stems": len(stems & layers.stems[other.id]) / max(1, len(stems)),
        "cue named": float(named),
        "cue named before": float(named and layers.places[other.id] < layers.places[own.id]),
    }
    if not layers.is_inside(other, own):
        features["cosine"] = len(shared) / max(1.0, (len(words) * len(theirs)) ** 0.5)
        features["rare"] = layers.rarity_of(shared)
        features |= _deed_features(words, other, layers)
        share = layers.rarity_of(shared) / max(0.1, layers.rarity_of(words))
        features["rare share"] = features[f"rare share by {'plain' if answer.plain else 'word'}"] = share
    return features


def _deed_features(words: frozenset[str], other: Attribution, layers: Layers) -> Features:
    """Whether the two speak of deeds of one kind, though by other words, and how few others do."""
    mine = layers.kinds(words)
    shared = mine & layers.deeds_told[other.id]
    return {
        "deeds": len(shared) / max(1, len(mine)),
        "rare deeds": sum(1.0 / len(layers.speaking[deed]) for deed in shared),
        "deed": float(bool(shared)),
    }


def _happening_features(answer: Answer, other: Attribution, layers: Layers) -> Features:
    """Whether the two tell of one happening, and whether the other is the first to make its claim."""
    own = answer.attribution
    inside = layers.said(own.id, answer.sentence)[2]
    shared = {event.same_as or event.id for event in inside} & layers.told[other.id]
    types = {event.type for event in inside}
    return {
        "same type": float(not types.isdisjoint(layers.types[other.id])),
        "opposed": float(answer.value == "denies" and any(layers.affirms(other, happening) for happening in shared)),
        "same happening": float(bool(shared)),
        "has inner": float(bool(shared) and layers.is_told_within(other, own, shared)),
        "opens": float(not layers.is_inside(other, own) and layers.opens(other.id, own.chain[-1])),
        "salience": min(4, len(layers.tellings(other.id))) / 4,
    }


def _place_features(answer: Answer, other: Attribution, layers: Layers) -> Features:
    """Where the other stands: in the answer, in the headline, early, just before; more of it where the answer names nothing."""
    own = answer.attribution
    rank = layers.steps_back(own, other)
    steps = layers.paragraphs[own.id] - layers.paragraphs[other.id]
    features = {
        "inside": float(layers.is_inside(other, own)),
        "inside at root": float(layers.is_inside(other, own) and layers.is_root(place(other), own)),
        "headline": float(other.id in layers.headline and own.id not in layers.headline),
        "first": float(layers.order[other.id] <= 1),
        "early": float(layers.order[other.id] <= EARLY),
        "latest": float(rank == 0),
        "recent": float(rank in (1, 2)),
        "same paragraph": float(steps == 0),
        "paragraph before": float(steps == 1),
    }
    if not layers.said(own.id, answer.sentence)[0] - answer_nouns().keys():
        features |= {f"vague {name}": features[name] for name in ("first", "early", "latest", "recent")}
    return features


def _distance(steps: int, kind: str, *, after: bool) -> Features:
    """How many sentences back the candidate stands (negative: further on)."""
    side = "after" if after else "before"
    return {f"{kind} {side}": 1.0, f"{kind} {side} {min(abs(steps), FAR)}": 1.0, f"{kind} distance": min(abs(steps), 20) / 10}

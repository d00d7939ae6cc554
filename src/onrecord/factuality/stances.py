"""Attributions and events -> stances: who denies, rejects, confirms, doubts or declines to answer what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.factuality.answers import Answer, read_answers
from onrecord.factuality.disbelief import branded, disbelieved
from onrecord.factuality.layers import Layers
from onrecord.factuality.targets import Target, find_accounts, find_disputes, find_targets
from onrecord.records import Actor, Attribution, Event, Mention, Parse, Stance


def find_stances(
    parse: Parse,
    attributions: Sequence[Attribution],
    events: Sequence[Event],
    mentions: Sequence[Mention] = (),
    actors: Sequence[Actor] = (),
    *,
    weights: Mapping[str, float] | None = None,
) -> tuple[Stance, ...]:
    """Stances in text order, each once.

    An attribution that answers (by its act: a denial, rejection, confirmation, doubt; by its cue: a refusal to comment), or
    that states the contrary of an event, is a stance toward what it answers in the article: a claim inside its own content,
    an event that it denies, else the earlier attribution that fits best. One that answers nothing in the article is none.

    Args:
        parse: the article's.
        attributions: all of the article, with acts and chains.
        events: all of the article, assessed (`factuality` set).
        mentions: all of the article; a claim that names the one who answers, or his side, is answered more likely.
        actors: all of the article, for their countries.
        weights: of the signs by which targets are chosen; those shipped if None.
    """
    stances: dict[tuple[str | None, str, str | None], Stance] = {}
    by_id = {a.id: a for a in attributions}
    answers = list(read_answers(parse, attributions, events))
    if not answers:
        return _unsaid(parse, attributions, mentions)
    silent = {answer.attribution.id for answer in answers if answer.value == "declines"}
    layers = Layers(parse, attributions, events, mentions, {a.id: a.country for a in actors if a.country}, silent)
    found: dict[int, Sequence[Target]] = {}
    for index, answer in enumerate(answers):
        found[index] = _targets_before(answer, answers, found, layers) or find_targets(answer, layers, weights)
    disputes = [pair for index, answer in enumerate(answers) for pair in find_disputes(answer, found[index], layers)]
    for index, answer in enumerate(answers):
        for target in find_accounts(answer, disputes, layers, weights) or found[index]:
            stance = _stance(answer, target, by_id)
            stances.setdefault((stance.attribution, stance.value, target.id), stance)
    for stance in _unsaid(parse, attributions, mentions):
        stances.setdefault((stance.attribution, stance.value, stance.attribution_toward), stance)
    return tuple(stances.values())


def _targets_before(
    answer: Answer, answers: Sequence[Answer], found: Mapping[int, Sequence[Target]], layers: Layers
) -> Sequence[Target]:
    """Of an answer that repeats a denial, what the holder or his side denied last, or else anybody."""
    if not answer.repeated:
        return ()
    own = answer.attribution
    denials = [index for index in sorted(found, reverse=True) if answers[index].value in ("denies", "rejects") and found[index]]

    def nearness(index: int) -> tuple[bool, bool]:
        earlier = answers[index].attribution
        return earlier.chain[-1] == own.chain[-1], layers.is_my_side(own.holder, earlier.holder)

    return found[max(denials, key=nearness)] if denials else ()


def _unsaid(parse: Parse, attributions: Sequence[Attribution], mentions: Sequence[Mention]) -> tuple[Stance, ...]:
    """Stances that no answering word carries: in the wording of a claim, or in what its holder is called."""
    return (*disbelieved(parse, attributions), *branded(parse, attributions, mentions))


def _stance(answer: Answer, target: Target, by_id: Mapping[str, Attribution]) -> Stance:
    attribution = answer.attribution
    return Stance(
        holder=attribution.holder,
        value=answer.value,
        attribution_toward=target.id if target.kind == "attribution" else None,
        event_toward=target.id if target.kind == "event" else None,
        attribution=attribution.id if attribution.id in by_id else None,
    )

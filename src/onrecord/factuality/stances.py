"""Attributions and events -> stances: who denies, rejects, confirms, doubts or declines to answer what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.factuality.answers import Answer, read_answers
from onrecord.factuality.holders import token_at
from onrecord.factuality.layers import Layers
from onrecord.factuality.tables import load_tables
from onrecord.factuality.targets import Target, find_target
from onrecord.records import Actor, Attribution, Event, Mention, Parse, Stance


def find_stances(
    parse: Parse,
    attributions: Sequence[Attribution],
    events: Sequence[Event],
    mentions: Sequence[Mention] = (),
    actors: Sequence[Actor] = (),
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
    """
    stances: dict[tuple[str | None, str, str | None], Stance] = {}
    by_id = {a.id: a for a in attributions}
    answers = list(read_answers(parse, attributions, events))
    if not answers:
        return tuple(disbelieved(parse, attributions))
    layers = Layers(parse, attributions, events, mentions, {a.id: a.country for a in actors if a.country})
    for answer in answers:
        target = find_target(answer, layers)
        if target is not None:
            stance = _stance(answer, target, by_id)
            stances.setdefault((stance.holder, stance.value, target.id), stance)
    for stance in disbelieved(parse, attributions):
        stances.setdefault((stance.holder, stance.value, stance.attribution_toward), stance)
    return tuple(stances.values())


def disbelieved(parse: Parse, attributions: Sequence[Attribution]) -> Iterator[Stance]:
    """What a claim's own wording rejects ("falsely claimed", "pretends that"): for the holder further out, or the author.

    The author's have neither holder nor attribution.
    """
    tables = load_tables()
    by_id = {a.id: a for a in attributions}
    for attribution in attributions:
        tokens = [t for s in attribution.cue for t in range(token_at(parse, s.start), token_at(parse, s.end - 1) + 1)]
        around = {o for t in tokens for o in (t, *parse.children[t])}
        markers = [tables.marker(parse.lower[o], "adverb") for o in around]
        found = [tables.predicate((parse.lemmas[t],), parse.pos[t], "that") for t in tokens]
        if any(m is not None and m.kind == "disbelief" for m in markers) or any(s and s.name == "pretend" for s in found):
            outer = by_id.get(attribution.parent or "")
            yield Stance(
                holder=outer.holder if outer else None,
                value="rejects",
                attribution_toward=attribution.id,
                event_toward=None,
                attribution=outer.id if outer else None,
            )


def _stance(answer: Answer, target: Target, by_id: Mapping[str, Attribution]) -> Stance:
    attribution = answer.attribution
    return Stance(
        holder=attribution.holder,
        value=answer.value,
        attribution_toward=target.id if target.kind == "attribution" else None,
        event_toward=target.id if target.kind == "event" else None,
        attribution=attribution.id if attribution.id in by_id else None,
    )
